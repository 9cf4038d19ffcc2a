import { isBlamable } from '../actors.ts';
import { Clue } from '../glance.ts';
import { ERROR_NOUNS } from '../lexicon/judgement.ts';
import { ROLE_NOUNS } from '../lexicon/people.ts';
import { words } from '../lexicon/words.ts';
import { Phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { type Candidate, type Detector, ofWords, type Place } from './candidate.ts';
import { isDenied, RISK } from './scope.ts';

const HUMAN_ADJECTIVES = words(`
  human operator user admin administrator administrative manual clerical pilot personnel staff individual people personal data-entry typing keyboard
  fat-finger fat-fingered fat finger copy-paste cut-and-paste cockpit handling transcription keying input employee worker
  man-made manmade end-user layer-8 secretarial bookkeeping operating handling driver dispatcher labelling
`);
const ERRORS = words(
  `error mistake slip factor oversight lapse fallibility blunder misstep slip-up failing mishap fault failure frailty fumble confusion inattention shortcoming carelessness weakness mixup mix-up incompetence)`,
);
const STANDALONE = new Phrases(`
  pebkac
  lapse|lapses of|in concentration|attention|judgement|judgment|memory|vigilance
  pebcak
  id10t
  id-10-t
  picnic problem
  layer 8|eight
  layer-8 issue|problem|error
  fat finger|fingers
  fat-finger|fat-fingers|fat-fingered|fat-fingering
  finger trouble|problem|issue
  brain fart|fade
  wetware issue|failure|problem|error
  the human element|factor
  human element|factor
  weak|weakest link * person|human|people|operator|user
  the person at the keyboard
  between * keyboard and chair
  between * chair and keyboard
  human in the chair
  people make mistake|mistakes|errors
  people making mistakes|errors
  users making mistakes|errors
  someone|somebody make a mistake|error|typo
`);
/** Verbs that return an error message about the user: the error is a value, no cause. */
const PRODUCES = words(
  `return throw raise show log display print report emit surface give yield count render map handle validate`,
);
const AVOIDING = words(
  `http 4xx 5xx symptom prone proof resistant tolerant free scenario rate budget code message class category type review study analysis research literature discussion training session`,
);

function* find(s: Sentence, _place: Place): Iterable<Candidate> {
  if (s.isQuestion && /^(?:what|how|which|where)$/.test(s.low(s.from))) return;
  for (const phrase of s.phrases) {
    const head = s.tokens[phrase.head]!;
    const noun = head.word.singular;
    if (!ERRORS.has(noun) && !(ERROR_NOUNS.has(noun) && noun !== 'typo' && noun !== 'refusal')) continue;
    // "The pilot job errors out"
    if (s.low(phrase.to) === 'out') continue;
    const modifier = modifierOf(s, phrase.from, phrase.head);
    const strong = modifier >= 0;
    let from = strong ? modifier : phrase.from;
    let to = phrase.to;
    if (
      strong &&
      (noun === 'fault' || noun === 'failure' || noun === 'factor') &&
      !/^(?:human|operator|user|personnel|individual)$/.test(s.low(modifier))
    )
      continue;
    if (strong && noun === 'factor' && head.low === 'factors' && s.low(phrase.head + 1) !== '.') continue;
    if (!strong) {
      // "a mistake by a person", "mistakes in manual entry", "a mistake during the manual resharding"
      const end = manualBehind(s, phrase.to);
      if (!end || !/^(?:error|mistake|slip|oversight|lapse|slip-up|blunder)$/.test(noun)) continue;
      to = end;
      from = phrase.from;
    }
    if (isSetAside(s, phrase.from, to) || RISK.has(s.low(phrase.from)) || bySelf(s, to)) continue;
    yield ofWords('human-error', from, to, { confidence: strong ? 'high' : 'medium' });
  }
  const idiom = STANDALONE.find(s);
  // "People make mistakes every day": how people are, not what happened.
  if (idiom && /\b(?:every day|now and then|sooner or later|inevitably|sometimes)\b/i.test(s.textOf(s.from, s.to)))
    return;
  if (idiom && /^(?:i|my)$/.test(s.low(idiom.from - 1))) return;
  // "If a teammate fat-fingers the percentage, …"
  if (idiom && /^(?:if|when|whenever|should|unless)$/.test(s.low(s.from))) return;
  if (idiom && !isSetAside(s, idiom.from, idiom.to)) yield ofWords('human-error', idiom.from, idiom.to);
}

/** The modifier that makes an error a human one: "human" in "a human error", "admin" in "an admin mistake". */
function modifierOf(s: Sentence, from: number, head: number): number {
  for (let i = from; i < head; i++) {
    const token = s.tokens[i]!;
    if (token.tag === 'clitic') return -1;
    if (HUMAN_ADJECTIVES.has(token.low)) return i;
    if (
      token.tag === 'noun' &&
      ROLE_NOUNS.has(token.word.singular) &&
      i === head - 1 &&
      token.low === token.word.singular &&
      s.tokens[i - 1]?.tag !== 'clitic'
    )
      return i;
  }
  return -1;
}

function manualBehind(s: Sentence, at: number): number {
  const low = s.low(at);
  if (!/^(?:by|in|during|while|when|made|of|from|with|on|committed|at)$/.test(low)) return 0;
  // "a slip on the part of the duty controller"
  if (low === 'on' && /^on the part of\b/i.test(s.textOf(at, Math.min(s.to, at + 4)))) {
    const whose = s.phraseAt(at + 4);
    return whose && isBlamable(s.actor(whose, true)) ? whose.to : 0;
  }
  let humanOf = false;
  for (let i = at + 1; i < Math.min(s.to, at + 7); i++) {
    const word = s.low(i);
    if (/^[,;.]$/.test(word)) break;
    if (
      /^(?:keyboard|console|manual|manually|hand|typing|retyping|copying|keying|data-entry|transcribing|(?:hand|manual|manually)-[a-z]+)$/.test(
        word,
      ) &&
      low !== 'by'
    ) {
      const phrase = s.phraseAt(i) ?? s.phraseAt(i - 1) ?? s.phraseAt(at + 1);
      return Math.max(phrase?.to ?? i + 1, i + 1);
    }
    if (
      low === 'by' &&
      /^(?:person|human|people|individual|humans|someone|somebody|staff|personnel|operators|employees|employee)$/.test(
        word,
      )
    ) {
      humanOf = true;
      return i + 1;
    }
  }
  void humanOf;
  return 0;
}

/** "a human error (from me, the writer)": one's own. */
function bySelf(s: Sentence, at: number): boolean {
  for (let i = at; i < Math.min(s.to, at + 4); i++) if (/^(?:i|me|my|mine)$/.test(s.low(i))) return true;
  return false;
}

/** Denied, prevented, talked about, or a value of a program: no cause. */
function isSetAside(s: Sentence, from: number, to: number): boolean {
  if (isDenied(s, from)) return true;
  // "Human error, in the committee's view, is where an investigation begins"
  if (
    /\b(?:is|was) (?:only |just |merely )?(?:where|never|a symptom|the start|the beginning)\b/i.test(s.textOf(to, s.to))
  )
    return true;
  for (let i = from - 1, steps = 0; i >= s.from && steps < 7; i--, steps++) {
    const token = s.tokens[i]!;
    if (/^[;:.!?]$/.test(token.text)) break;
    if (token.low === 'lest') return true;
    if (token.low === 'out' && steps < 2 && s.tokens[i - 1]?.lemma === 'rule') return true;
    if (
      (RISK.has(token.low) && !/^(?:explanation|cause|reason|culprit|candidate)$/.test(s.low(i + 1))) ||
      (PRODUCES.has(token.lemma) && token.tag === 'verb' && steps < 4)
    )
      return true;
    if (
      token.low === 'about' ||
      token.low === 'called' ||
      token.low === 'word' ||
      token.low === 'words' ||
      token.low === 'phrase' ||
      token.low === 'term' ||
      token.low === 'label'
    )
      return true;
  }
  // "Human error is where the investigation starts"
  if (
    /^(?:is|was)$/.test(s.low(to)) &&
    /^(?:where|never|a|an|only|not|the)$/.test(s.low(to + 1)) &&
    /\b(?:starts?|begins?|symptom|starting|beginning|label|verdict|consequence|effect|conclusion|answer|excuse|question)\b/i.test(
      s.textOf(to, s.to),
    )
  )
    return true;
  for (let i = to, steps = 0; i < s.to && steps < 9; i++, steps++) {
    const token = s.tokens[i]!;
    if (/^[;.!?]$/.test(token.text)) break;
    if (token.tag === 'not' && steps < 5 && s.low(i - 1) !== ',' && s.tokens[i - 1]!.tag !== 'preposition') return true;
    if (token.tag === 'subordinator' || token.text === ',') break;
    // "a human error during the rate load": what follows is when it was.
    if (/^(?:during|while|by)$/.test(token.low)) break;
    if (AVOIDING.has(token.low)) return true;
    if (/^(?:cannot|can|could|might|may|would|will|should)$/.test(token.low) && steps < 3) return true;
    if (
      /^(?:starts|start|begins|begin|inevitable|normal|expected|happens|happen|impossible|undone|harmless)$/.test(
        token.low,
      ) &&
      steps < 5
    )
      return true;
  }
  return false;
}

const ERRING = new Clue([ERRORS, ERROR_NOUNS]);
const BY_HUMANS = new Clue(
  [
    HUMAN_ADJECTIVES,
    ROLE_NOUNS,
    words(
      `manual manually hand typing retyping copying keying data-entry transcribing person human individual someone somebody staff personnel employee`,
    ),
  ],
  (low) => /^(?:hand|manual|manually)-/.test(low),
);

/** Human, operator or user error given as a cause or an answer. */
export const humanError: Detector = {
  mayFind: (glance) => STANDALONE.isIn(glance) || (ERRING.isIn(glance) && BY_HUMANS.isIn(glance)),
  find,
};
