import type { Sentence } from '../../language/sentence.ts';

/** Verbs that are read as nouns at times, and are none. */
export const GOES = /^(?:goes|proceeds|continues)$/;

const GAINS = /\b(?:convenience|benefit|sake|bonus|ease|comfort|career|gain|gains|advantage|amusement|fun|profit)\b/i;

/** Where a motive begins: "just to get a green build", "so that it would …", "because they wanted", "in blatant disregard of". */
export function motiveIn(s: Sentence, from: number, end: number): number | undefined {
  for (let i = from; i < end; i++) {
    if (i === from && s.low(i) === 'to') continue;
    const low = s.low(i);
    const next = s.low(i + 1);
    if (/^(?:just|only|merely|simply)$/.test(low) && next === 'to') return i;
    if (low === 'so' && (next === 'that' || next === 'as' || /^(?:his|her|their|nobody|no|he|she|they)$/.test(next)))
      return i;
    // "so the night passes quietly"; with a comma it tells what came of it
    if (
      low === 'so' &&
      i > from + 1 &&
      /^(?:determiner|noun)$/.test(s.tokens[i + 1]?.tag ?? '') &&
      s.tokens[i - 1]!.text !== ','
    )
      return i;
    // "not by accident but for their own comfort"
    if (low === 'not' && next === 'by' && /^(?:accident|mistake|chance|oversight|error)$/.test(s.low(i + 2))) return i;
    // "knowing very well that it was obligatory"
    if (low === 'knowing' || (low === 'well' && next === 'knowing')) return s.tokens[i - 1]!.text === ',' ? i - 1 : i;
    if (/^(?:fully|well|perfectly)$/.test(low) && next === 'aware') return s.tokens[i - 1]!.text === ',' ? i - 1 : i;
    if (
      low === 'in' &&
      (next === 'order' ||
        /^(?:blatant|flagrant|wilful|willful|open|complete|total|reckless|deliberate|conscious|defiance)$/.test(next))
    )
      return i;
    if (
      low === 'out' &&
      next === 'of' &&
      /^(?:sheer|pure|spite|laziness|convenience|stubbornness|malice|greed|arrogance|habit|impatience|plain|personal)$/.test(
        s.low(i + 2),
      )
    )
      return i;
    if (
      low === 'to' &&
      s.clauses.some(
        (c) =>
          c.verb.from === i &&
          /^(?:save|keep|hide|avoid|get|look|please|meet|make|dodge|cover|escape|spite|punish|protect|impress|evade|conceal|have|beat|prove|show|make|hit|win)$/.test(
            c.verb.lemma,
          ),
      )
    )
      return i;
    if (low === 'with' && next === 'a' && s.low(i + 2) === 'view') return i;
    if (
      low === 'for' &&
      /^(?:his|her|their|its|personal)$/.test(next) &&
      GAINS.test(s.textOf(i + 2, Math.min(end, i + 4)))
    )
      return i;
  }
  return undefined;
}

/** Where a motive begins that no kind of blame needs: "out of sheer stubbornness", "because they wanted to", "since they knew". */
export function plainMotive(s: Sentence, from: number, end: number): number | undefined {
  for (let i = from + 1; i < end - 1; i++) {
    const low = s.low(i);
    const next = s.low(i + 1);
    if (
      low === 'out' &&
      next === 'of' &&
      /^(?:sheer|pure|spite|laziness|convenience|stubbornness|malice|greed|arrogance|impatience)$/.test(s.low(i + 2))
    )
      return i;
    // "knowing full well that it was live", "fully aware of it", "rather than deal with it"
    const aware = /^(?:fully|well|perfectly)$/.test(low) && next === 'aware';
    const rather =
      low === 'rather' &&
      next === 'than' &&
      /^(?:verb|noun)$/.test(s.tokens[i + 2]?.tag ?? '') &&
      s.tokens[i + 2]!.forms !== 0;
    if (low === 'knowing' || aware || rather) return s.tokens[i - 1]!.text === ',' ? i - 1 : i;
    // "skips the backup and goes straight to the next step"
    if (low === 'and' && GOES.test(next) && !s.clauses.some((c) => c.verb.main === i + 1)) return i;
    // "like he always does"
    if (low === 'like' && /^(?:he|she|they|always)$/.test(next)) return i;
    // "sat on the alert hoping it would go away"
    if (
      /^(?:hoping|wishing|fearing|afraid)$/.test(low) ||
      (/^(?:tired|bored|fed)$/.test(low) && /^(?:of|with|up)$/.test(next))
    )
      return s.tokens[i - 1]!.text === ',' ? i - 1 : i;
    if (!/^(?:since|because|as|for)$/.test(low) || !/^(?:he|she|they)$/.test(next)) continue;
    for (let k = i + 2; k < Math.min(end, i + 5); k++)
      if (
        /^(?:know|want|like|prefer|need|hope|feel|hate|fear|care|wish|hurry|afraid|tired|lazy|busy|be|have)$/.test(
          s.tokens[k]!.lemma,
        )
      )
        return i;
  }
  return undefined;
}
