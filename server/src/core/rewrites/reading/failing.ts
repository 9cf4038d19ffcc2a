import { words } from '../../language/lexicon/words.ts';

/** Nouns for what was not done: an infinitive tells what. */
export const UNDOING = words(
  `failure refusal inability reluctance unwillingness hesitation neglect omission forgetfulness`,
);

/** Nouns that judge and tell nothing of what happened. */
export const NEGLIGENCE = words(
  `negligence malice sabotage misconduct dereliction malfeasance wrongdoing recklessness insubordination carelessness sloppiness incompetence complacency laziness stupidity ignorance arrogance inattention obstinacy stubbornness pig-headedness impatience hubris overconfidence indifference fault blame doing guilt`,
);
