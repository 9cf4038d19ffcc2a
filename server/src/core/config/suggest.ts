import { distance } from 'fastest-levenshtein';
import { t } from '../l10n.ts';

/**
 * The known word a mistyped one most likely stands for, or undefined where none is near: two letters or a third of it may differ.
 * A word that only lacks its category ("human-error" for "blame/human-error") or its end ("warn") is near, too.
 */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let least = (wanted.length < 4 ? 1 : Math.max(2, Math.floor(wanted.length / 3))) + 1;
  for (const candidate of known) {
    if (candidate.endsWith(`/${wanted}`)) return candidate;
    const begins = wanted.length > 2 && candidate.toLowerCase().startsWith(wanted);
    const changes = begins ? 1 : distance(wanted, candidate.toLowerCase());
    if (changes < least) {
      best = candidate;
      least = changes;
    }
  }
  return best;
}

/** ` Did you mean …?` for the end of a message, or nothing. */
export function didYouMeanText(word: string, known: Iterable<string>): string {
  const best = didYouMean(word, known);
  return best === undefined ? '' : t('. Did you mean `{0}`?', best);
}
