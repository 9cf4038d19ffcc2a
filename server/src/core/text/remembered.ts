import { ownCopy } from './ownCopy.ts';

/** Words are not longer. */
const LONGEST_WORD = 40;
/** UTF-16 units of all texts whose answers are kept, for each function: a document of 1 MB has no more of one kind. */
const MOST = 200_000;

/**
 * The function with its answers kept, which may depend on nothing but the text: most words and lines of a text were asked about before, in
 * it or in its version before. What was not asked about for long is forgotten. Texts longer than `longest` are not kept.
 */
export function remembered<Answer>(answer: (text: string) => Answer, longest = LONGEST_WORD): (text: string) => Answer {
  let recent = new Map<string, Answer>();
  let older = recent;
  let units = 0;
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined || recent.has(text)) return known as Answer;
    if (text.length > longest) return answer(text);
    const own = ownCopy(text);
    const found = older.has(text) ? (older.get(text) as Answer) : answer(own);
    units += text.length;
    if (units > MOST) {
      older = recent;
      recent = new Map();
      units = text.length;
    }
    recent.set(own, found);
    return found;
  };
}
