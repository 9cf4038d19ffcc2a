/** Words remembered at most, for each function: the common words of a language are some thousands. */
const MOST = 20_000;
/** Longer ones are no words. */
const LONGEST = 40;

/** The function with its answers kept: most words of a text were asked about before. All are forgotten when there are too many. */
export function remembered<Answer>(answer: (word: string) => Answer): (word: string) => Answer {
  const known = new Map<string, Answer>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined || known.has(word)) return before as Answer;
    if (word.length > LONGEST) return answer(word);
    // Made anew, because a word cut out of a text keeps the whole text in memory.
    const own = ` ${word}`.slice(1);
    const found = answer(own);
    if (known.size >= MOST) known.clear();
    known.set(own, found);
    return found;
  };
}
