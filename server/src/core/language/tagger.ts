import { BE, DO, HAVE } from './lexicon/grammar.ts';
import { DEPARTMENTS, SERVICE_DEPARTMENTS, TEAM_NOUNS } from './lexicon/people.ts';
import { BASE, ING, PARTICIPLE, PAST, THIRD, type VerbForm } from './morphology.ts';
import type { Tag, Token } from './tokens.ts';
import {
  ADJECTIVE,
  ADJECTIVE_ENDING,
  ADVERB,
  FIRST_NAME,
  KNOWN_NOUN,
  NUMBER_WORD,
  ROLE_NOUN,
  SYSTEM_NAME,
  SYSTEM_NOUN,
  TEAM_NOUN,
  type Word,
} from './word.ts';

export { isPlural, singular } from './word.ts';

const IS_POSSESSIVE_HOST =
  /^(?:it|he|she|that|what|who|there|here|where|how|when|let|this|why|everything|nothing|something)$/;

function closedTag(token: Token | undefined): Tag | undefined {
  if (!token) return undefined;
  if (token.kind !== 'word') return token.kind === 'punctuation' ? 'punctuation' : undefined;
  return token.word.closed;
}

/** Whether the token can only be (part of) a noun phrase's end: a noun, a name, code, a number. */
function nounLike(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.kind === 'opaque' || token.kind === 'identifier' || token.kind === 'handle' || token.kind === 'number')
    return true;
  return token.kind === 'word' && token.word.closed === undefined && !token.word.is(ADVERB);
}

/** Whether a noun phrase can begin at the token, or a complement of a verb: what follows a transitive verb. */
function opensObject(token: Token | undefined): boolean {
  if (!token) return false;
  if (token.kind === 'opaque' || token.kind === 'identifier' || token.kind === 'handle' || token.kind === 'number')
    return true;
  const tag = closedTag(token);
  return (
    tag === 'determiner' ||
    tag === 'possessive' ||
    tag === 'pronoun' ||
    tag === 'to' ||
    tag === 'that' ||
    tag === 'wh' ||
    (tag === 'preposition' && token.low !== 'of') ||
    token.low === 'her' ||
    (tag === undefined && token.capital)
  );
}

/** Whether a finite verb follows before the next punctuation mark: then what stands here is (part of) its subject. */
function finiteVerbFollows(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from, steps = 0; i < to && steps < 10; i++, steps++) {
    const token = tokens[i]!;
    if (token.kind === 'punctuation') return false;
    const tag = closedTag(token);
    if (tag === 'modal' || tag === 'aux') return token.low !== "'s";
    if (tag === 'subordinator' || tag === 'wh' || tag === 'that' || tag === 'to') return false;
    if (tag || token.kind !== 'word') continue;
    const form = token.word.form;
    if (form && form.forms & PAST && !(form.forms & BASE) && !nounLike(tokens[i + 1])) return true;
  }
  return false;
}

/** Gives each token of a sentence its part of speech and lemma. */
export function tagSentence(tokens: readonly Token[], from: number, to: number): void {
  let previous: Token | undefined;
  let content: Token | undefined;
  // "Why did the night operator wait": an auxiliary in front of its subject still waits for its verb.
  let awaited = false;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    tagToken(tokens, i, from, to, previous, content);
    if (awaited && isAwaitedVerb(tokens, i, to, previous)) {
      const form = token.word.form!;
      markVerb(token, form.base, form.forms);
    }
    if (token.tag === 'verb') awaited = false;
    else if ((token.tag === 'modal' || (token.tag === 'aux' && DO.has(token.low))) && opensQuestion(content))
      awaited = true;
    previous = token;
    if (token.tag !== 'adverb' && token.tag !== 'not' && token.tag !== 'interjection') content = token;
  }
}

/** What stands in front of an auxiliary that comes before its subject. */
function opensQuestion(before: Token | undefined): boolean {
  return before === undefined || before.tag === 'wh' || before.tag === 'subordinator' || before.tag === 'punctuation';
}

function isAwaitedVerb(tokens: readonly Token[], i: number, to: number, previous: Token | undefined): boolean {
  const token = tokens[i]!;
  if (token.tag !== 'noun' || token.capital || !previous || !/^(?:noun|name|pronoun|adverb|not)$/.test(previous.tag))
    return false;
  const form = token.word.form;
  if (!form || !(form.forms & BASE)) return false;
  // "Did the day shift even open the mail": the verb is the last word that can be one.
  if (token.word.is(KNOWN_NOUN))
    for (let k = i + 1; k < Math.min(to, i + 4) && tokens[k]!.kind === 'word'; k++)
      if (((tokens[k]!.word.form?.forms ?? 0) & BASE) !== 0) return false;
  const next = i + 1 < to ? tokens[i + 1] : undefined;
  return !(next && next.kind === 'word' && ((next.word.form?.forms ?? 0) & BASE) !== 0 && !next.word.is(KNOWN_NOUN));
}

/** Whether the word in front is a noun or name that stands for one thing. */
function isSingular(tokens: readonly Token[], i: number, from: number, content: Token | undefined): boolean {
  if (i === from || !content || tokens[i - 1] !== content) return false;
  return (
    (content.tag === 'noun' || content.tag === 'name') &&
    content.kind === 'word' &&
    !content.word.isPlural &&
    !/^(?:people|staff|team|crew|folks|police|qa|ops|they)$/.test(content.low)
  );
}

/** Whether the words in front begin with an article of one thing: "an untested Envoy …". */
function startsSingular(tokens: readonly Token[], i: number, from: number): boolean {
  for (let k = i - 1; k >= from && k >= i - 5; k--) {
    const { tag, low } = tokens[k]!;
    if (tag === 'determiner') return /^(?:a|an|each|every|this|that|another)$/.test(low);
    if (tag !== 'noun' && tag !== 'name' && tag !== 'adjective') return false;
  }
  return false;
}

/** Makes a token a verb of the given base form. */
function markVerb(token: Token, base: string, forms: number): void {
  token.tag = 'verb';
  token.lemma = base;
  token.forms = forms;
}

const NOUN_BEFORE = new Set(['by', 'of', 'in', 'during', 'made', 'with', 'from', 'on', 'when', 'while']);

/** Adverbs that stand before a noun, too: "the overnight staff". */
const PLACES_AND_TIMES: ReadonlySet<string> = new Set(
  'overnight online offline onsite on-site downstream upstream then nearby offshore'.split(' '),
);

/** Most words end in a small letter, which is seen at once. */
function isUpperCase(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return !(last >= 97 && last <= 122) && text === text.toUpperCase();
}

function tagToken(
  tokens: readonly Token[],
  i: number,
  from: number,
  to: number,
  previous: Token | undefined,
  content: Token | undefined,
): void {
  const token = tokens[i]!;
  const next = i + 1 < to ? tokens[i + 1] : undefined;
  const { low, word } = token;
  token.forms = 0;
  if (token.kind === 'punctuation') {
    token.tag = 'punctuation';
    return;
  }
  if (token.kind === 'number') {
    token.tag = 'number';
    return;
  }
  if (token.kind === 'handle') {
    token.tag = 'name';
    return;
  }
  if (token.kind !== 'word') {
    token.tag = 'noun';
    return;
  }
  // "US", "IT", "WHO": an acronym, whatever the small word it looks like; "I" is none.
  if (token.text.length > 1 && isUpperCase(token.text) && /[A-Z]/.test(token.text)) {
    const shouting = previous?.kind === 'word' && previous.text.length > 1 && isUpperCase(previous.text);
    const loud = next?.kind === 'word' && next.text.length > 2 && isUpperCase(next.text) && word.closed;
    if (!shouting && !loud && !(word.closed && low !== 'it' && low !== 'us' && low !== 'who' && low !== 'am')) {
      token.tag = 'noun';
      token.lemma = word.singular;
      return;
    }
  }
  if (low === "'s") {
    const host = previous;
    const verbal = host && (IS_POSSESSIVE_HOST.test(host.low) || host.tag === 'wh');
    const followed = next && (next.kind === 'opaque' || nounLike(next) || closedTag(next) === 'number');
    const participleNext =
      next && next.kind === 'word' && ((next.word.sureForm?.forms ?? 0) & ING) !== 0 && host?.tag === 'pronoun';
    if (
      verbal ||
      participleNext ||
      (!followed && next && /^(?:the|a|an|not|to|in|on|that|just|why|what|how)$/.test(next.low))
    ) {
      token.tag = 'aux';
      token.lemma = 'be';
    } else token.tag = 'clitic';
    return;
  }
  if (low === "'d") {
    token.tag = 'modal';
    token.lemma =
      next && (next.word.form?.forms ?? 0) & PARTICIPLE && !((next.word.form?.forms ?? 0) & BASE) ? 'had' : 'would';
    if (token.lemma === 'had') token.tag = 'aux';
    return;
  }
  // "Turns out Marta never renewed it": it turns out that she did.
  const turnsOut = low === 'out' ? previous?.low : next?.low === 'out' ? low : '';
  if (/^turn(?:s|ed)$/.test(turnsOut ?? '') && (i === from || (i === from + 1 && low === 'out'))) {
    token.tag = 'adverb';
    return;
  }
  if (low === 'her') {
    token.tag = nounLike(next) && !isFiniteVerb(next) ? 'possessive' : 'pronoun';
    return;
  }
  if (
    (low === 'mark' || low === 'will' || low === 'may') &&
    token.capital &&
    i > from &&
    content?.tag !== 'punctuation'
  ) {
    if (!/^(?:in|since|until|by|of|from|on|late|early|mid)$/.test(previous?.low ?? '')) {
      token.tag = 'name';
      return;
    }
    token.tag = 'noun';
    return;
  }
  const { closed } = word;
  if (closed) {
    token.tag = closed;
    refineClosed(token, previous, content, next);
    return;
  }
  if (
    PLACES_AND_TIMES.has(low) &&
    previous &&
    /^(?:determiner|possessive|adjective)$/.test(previous.tag) &&
    nounLike(next)
  ) {
    token.tag = 'adjective';
    return;
  }
  // "a poorly thought-out hotfix"
  if (previous?.tag === 'adverb' && /^[a-z]+-(?:out|up|off|down|through|in)$/.test(low) && nounLike(next)) {
    token.tag = 'adjective';
    return;
  }
  if (word.is(ADVERB)) {
    token.tag = 'adverb';
    return;
  }
  if (word.is(NUMBER_WORD)) {
    token.tag = 'noun';
    return;
  }
  const { form } = word;
  // "was botched by": an adjective has no agent.
  if (form && next?.low === 'by' && form.forms & PARTICIPLE && content?.tag === 'aux' && BE.has(content.low)) {
    markVerb(token, form.base, form.forms);
    return;
  }
  if (low === 'staging' && !opensObject(next)) {
    token.tag = 'noun';
    return;
  }
  // "Backend engineers", "the scheduling team", "limited understanding"
  if (
    (previous?.tag === 'name' || previous?.tag === 'noun') &&
    word.is(ROLE_NOUN) &&
    /(?:eers|ers|ors|ists|ians)$/.test(low)
  ) {
    token.tag = 'noun';
    token.lemma = word.singular;
    return;
  }
  if (
    low.endsWith('ing') &&
    next?.word.is(TEAM_NOUN) &&
    previous &&
    /^(?:noun|name|adjective|determiner|possessive)$/.test(previous.tag)
  ) {
    token.tag = 'noun';
    return;
  }
  if (
    (low === 'limited' || low === 'insufficient' || low === 'poor' || low === 'inadequate') &&
    next &&
    /^(?:understanding|training|knowledge|experience|awareness|grasp|familiarity)$/.test(next.low)
  ) {
    token.tag = 'adjective';
    return;
  }
  if (low === 'lack' && next?.low !== 'of' && previous?.word.isPlural) {
    markVerb(token, 'lack', BASE);
    return;
  }
  // "Shift B", "Cell 9"
  if (token.capital && next && (/^[A-Z]$/.test(next.text) || next.kind === 'number') && form && form.forms === BASE) {
    token.tag = 'noun';
    token.lemma = low;
    return;
  }
  if ((low === 'understanding' || low === 'training') && (previous?.tag === 'adjective' || previous?.low === 'of')) {
    token.tag = 'noun';
    return;
  }
  // "the two engineers": a role, not what it does.
  if (
    low.endsWith('s') &&
    word.is(ROLE_NOUN) &&
    previous &&
    /^(?:determiner|number|adjective|possessive)$/.test(previous.tag)
  ) {
    token.tag = 'noun';
    token.lemma = word.singular;
    return;
  }
  if (previous?.kind === 'number' && low === 'times') {
    token.tag = 'noun';
    return;
  }
  if (form && previous?.tag === 'not' && form.forms & BASE) {
    markVerb(token, form.base, form.forms);
    return;
  }
  // "the installers consciously cut corners"
  if (
    form &&
    previous?.tag === 'adverb' &&
    form.forms & PAST &&
    nounLike(next) &&
    (content?.tag === 'noun' || content?.tag === 'name') &&
    /ly$/.test(previous.low) &&
    next?.word.isPlural
  ) {
    markVerb(token, form.base, form.forms);
    return;
  }
  // "Purchasing ordered the labels", "Engineering forgot it": the department did.
  if (
    content === undefined &&
    token.capital &&
    low.endsWith('ing') &&
    (DEPARTMENTS.has(low) || SERVICE_DEPARTMENTS.has(low)) &&
    next &&
    (next.word.form?.forms ?? 0) & PAST
  ) {
    token.tag = 'noun';
    token.lemma = low;
    return;
  }
  // "network engineering", "release planning": a department, not what it does.
  if (
    low.endsWith('ing') &&
    /^(?:engineering|planning|networking|testing|training|purchasing|accounting|marketing)$/.test(low) &&
    (content?.tag === 'noun' || content?.tag === 'name') &&
    (!opensObject(next) || next?.low === 'to')
  ) {
    token.tag = 'noun';
    return;
  }
  if (token.capital && nameHere(tokens, i, from, form, next)) {
    token.tag = 'name';
    return;
  }
  if (word.is(ADJECTIVE) && adjectiveHere(word, content, next)) {
    token.tag = 'adjective';
    if (form) token.lemma = low;
    // "the wrong alert": nothing that it could describe follows.
    if (
      word.is(SYSTEM_NOUN) &&
      !nounLike(next) &&
      next?.kind !== 'number' &&
      (content?.tag === 'determiner' || content?.tag === 'adjective' || content?.tag === 'possessive')
    ) {
      token.tag = 'noun';
      token.lemma = word.singular;
    }
    return;
  }
  // "The planners panic and restart": two verbs of one plural subject.
  if (
    form &&
    form.forms & BASE &&
    content?.tag === 'noun' &&
    content.word.isPlural &&
    content.word.is(KNOWN_NOUN) &&
    next?.tag !== undefined &&
    next.low === 'and' &&
    i + 2 < to &&
    (tokens[i + 2]!.word.sureForm?.forms ?? 0) & BASE
  ) {
    markVerb(token, form.base, form.forms);
    return;
  }
  // "Cause: mistake by staff": what an error is followed by when it is a noun.
  if (
    form &&
    form.forms & BASE &&
    NOUN_BEFORE.has(next?.low ?? '') &&
    /^(?:mistake|error|slip|blunder|fault|neglect|bungle|fumble)$/.test(low)
  ) {
    token.tag = 'noun';
    token.lemma = low;
    return;
  }
  // "an untested Envoy filter", "Night shift at": a bare base form does not agree with one thing.
  if (
    form &&
    form.forms === BASE &&
    isSingular(tokens, i, from, content) &&
    (startsSingular(tokens, i, from) ||
      next?.kind !== 'word' ||
      closedTag(next) === 'preposition' ||
      closedTag(next) === 'that')
  ) {
    token.tag = 'noun';
    token.lemma = word.singular;
    return;
  }
  if (form && verbHere(tokens, i, from, to, form, content, next)) {
    token.tag = 'verb';
    token.lemma = form.base;
    token.forms = form.forms;
    return;
  }
  // "took", "became": irregular pasts that are no participles describe nothing.
  if (form?.forms === PAST) {
    markVerb(token, form.base, form.forms);
    return;
  }
  if (form && form.forms & (PAST | PARTICIPLE | ING) && !(form.forms & BASE)) {
    token.tag = nounLike(next) || isBeOrVerb(content) ? 'adjective' : form.forms & ING ? 'noun' : 'adjective';
    token.lemma = form.base;
    return;
  }
  // "does not possess", "could escalade": behind do or a modal an unknown word can only be a verb.
  if (
    content &&
    (content.tag === 'modal' || (content.tag === 'aux' && DO.has(content.low))) &&
    !word.is(KNOWN_NOUN) &&
    !word.is(NUMBER_WORD) &&
    !token.capital
  ) {
    token.tag = 'verb';
    token.lemma = low;
    token.forms = BASE;
    return;
  }
  // "should never have green-lit": behind have, a past participle nobody listed.
  if (
    content &&
    content.tag === 'aux' &&
    HAVE.has(content.low) &&
    !word.is(KNOWN_NOUN) &&
    !token.capital &&
    /(?:ed|en|it|ut|-[a-z]+t)$/.test(low)
  ) {
    markVerb(token, low, PARTICIPLE);
    return;
  }
  if (!word.is(KNOWN_NOUN) && word.is(ADJECTIVE_ENDING) && low.length > 5 && (nounLike(next) || isBeOrVerb(content))) {
    token.tag = 'adjective';
    return;
  }
  token.tag = 'noun';
  token.lemma = word.singular;
}

function isBeOrVerb(token: Token | undefined): boolean {
  return token !== undefined && (token.tag === 'aux' || token.tag === 'verb');
}

function isFiniteVerb(token: Token | undefined): boolean {
  const form = token ? token.word.sureForm : undefined;
  return form !== undefined && (form.forms & PAST) !== 0 && (form.forms & BASE) === 0;
}

function refineClosed(
  token: Token,
  previous: Token | undefined,
  content: Token | undefined,
  next: Token | undefined,
): void {
  const { low, word } = token;
  if (token.tag === 'aux') {
    token.lemma = BE.has(low) ? 'be' : HAVE.has(low) ? 'have' : DO.has(low) ? 'do' : low;
    token.forms =
      low === 'being' || low === 'having' ? ING : low === 'been' ? PARTICIPLE : low === 'be' ? BASE : THIRD | PAST;
  } else if (
    token.tag === 'determiner' &&
    /^(?:these|those|this|all|both|each|some|many|most|few|several|such|enough|more|less|much)$/.test(low)
  ) {
    // Without a noun behind it, a determiner is the noun phrase itself.
    const alone =
      !next || closedTag(next) !== undefined
        ? !/^(?:determiner|possessive)$/.test(closedTag(next) ?? '')
        : isFiniteVerb(next);
    if (alone && next?.kind !== 'opaque') token.tag = 'pronoun';
  } else if (low === 'neither' || low === 'either') {
    token.tag = next?.low === 'of' || nounLike(next) ? 'determiner' : 'determiner';
  } else if (low === 'so' && next?.low === 'that') token.tag = 'subordinator';
  else if (low === 'due' && next?.low !== 'to') token.tag = 'adjective';
  else if (
    (low === 'like' || low === 'save' || low === 'following' || low === 'including' || low === 'pending') &&
    (content?.tag === 'pronoun' || content?.tag === 'to' || content?.tag === 'modal')
  ) {
    const form = word.sureForm;
    if (form) {
      token.tag = 'verb';
      token.lemma = form.base;
      token.forms = form.forms;
    }
  } else if (low === 'following' && previous?.tag === 'determiner') token.tag = 'adjective';
  else if (
    low === 'following' &&
    (content?.tag === 'aux' || previous?.low === 'not' || previous?.low === 'without' || previous?.low === 'of')
  ) {
    token.tag = 'verb';
    token.lemma = 'follow';
    token.forms = ING;
  } else if (
    low === 'cause' &&
    (content?.tag === 'determiner' || content?.tag === 'adjective' || content?.tag === 'noun' || content === undefined)
  )
    token.tag = 'noun';
  else if (low === 'cause' && (content?.tag === 'to' || content?.tag === 'modal')) {
    token.tag = 'verb';
    token.forms = BASE;
  } else if (
    low === 'first' ||
    low === 'last' ||
    low === 'next' ||
    low === 'late' ||
    low === 'early' ||
    low === 'fast' ||
    low === 'hard' ||
    low === 'long' ||
    low === 'right'
  ) {
    if (previous?.tag === 'determiner' || previous?.tag === 'possessive' || nounLike(next)) token.tag = 'adjective';
  } else if (low === 'back' && previous?.tag === 'determiner') token.tag = 'noun';
  else if ((low === 'wrong' || low === 'own') && content?.tag === 'pronoun') token.tag = 'adjective';
  else if (low === 'save' && content?.tag === 'punctuation') token.tag = 'verb';
}

/** Whether a capitalised word is a proper name here. */
function nameHere(
  tokens: readonly Token[],
  i: number,
  from: number,
  form: VerbForm | undefined,
  next: Token | undefined,
): boolean {
  const { word } = tokens[i]!;
  let before = i - 1;
  while (before >= from && tokens[before]!.kind === 'punctuation' && /^["“”'‘(*\-–—:>•]$/.test(tokens[before]!.text))
    before--;
  const initial = before < from || tokens[before]!.kind === 'number' || before < i - 1;
  const person = word.is(FIRST_NAME);
  const system = word.is(SYSTEM_NAME);
  if (!initial) {
    // Role titles are written with capitals, too: "the Incident Commander".
    if (word.is(ROLE_NOUN) || TEAM_NOUNS.has(word.low)) return person && !word.is(ROLE_NOUN);
    return !word.is(SYSTEM_NOUN) || person || system;
  }
  if (person || system) {
    if (!form && !word.is(ADJECTIVE)) return true;
    const nextForm = next ? next.word.form : undefined;
    const tag = closedTag(next);
    if (tag === 'aux' || tag === 'modal' || next?.low === "'s") return true;
    return nextForm !== undefined && (nextForm.forms & (PAST | THIRD)) !== 0 && (nextForm.forms & BASE) === 0;
  }
  if (form || word.is(ADJECTIVE) || word.is(KNOWN_NOUN)) return false;
  return !word.is(ADJECTIVE_ENDING);
}

function adjectiveHere(word: Word, content: Token | undefined, next: Token | undefined): boolean {
  const { form } = word;
  if (!form) return !(word.is(KNOWN_NOUN) && !nounLike(next) && content?.tag !== 'aux' && content?.tag !== 'adverb');
  if (content?.tag === 'to' || content?.tag === 'modal') return false;
  if (content?.tag === 'pronoun') return false;
  // "the manager who failed to", "the load test had failed": a verb is what comes there.
  if (form.forms & PAST && (content?.tag === 'wh' || (content?.tag === 'aux' && HAVE.has(content.low)))) return false;
  if (content?.tag === 'noun' || content?.tag === 'name')
    return !opensObject(next) && (form.forms & BASE) === 0 ? false : !opensObject(next);
  if (content === undefined || content.tag === 'punctuation' || content.tag === 'conjunction')
    return nounLike(next) && (form.forms & BASE) === 0;
  return true;
}

/** "three qualified engineers", "two failing checks": between a number and a plural stands what describes it. */
function isCounted(content: Token, next: Token | undefined): boolean {
  return content.word.is(NUMBER_WORD) && next?.kind === 'word' && next.word.isPlural && nounLike(next);
}

/** Whether a word that can be a verb is one here. */
function verbHere(
  tokens: readonly Token[],
  i: number,
  from: number,
  to: number,
  form: VerbForm,
  content: Token | undefined,
  next: Token | undefined,
): boolean {
  const { word } = tokens[i]!;
  const { forms } = form;
  const base = (forms & BASE) !== 0;
  const third = (forms & THIRD) !== 0;
  const ing = (forms & ING) !== 0;
  const pastForm = (forms & (PAST | PARTICIPLE)) !== 0;
  const tag = content?.tag;
  switch (tag) {
    case 'to':
      return base || (ing && content!.low === 'to');
    case 'modal':
      return true;
    case 'aux':
      if (content!.lemma === 'do') return base || pastForm;
      if (content!.lemma === 'have') return pastForm || (base && closedTag(tokens[i - 1]) === 'to');
      return pastForm || ing;
    case 'determiner':
    case 'possessive':
    case 'clitic':
    case 'number':
      if (tag === 'number' && i - 1 >= from && tokens[i - 1] === content && (pastForm || third || ing)) {
        // A time in front of a telegraphic line: "14:02 deleted the pod".
        const leads = i - 1 === from;
        if (leads) return !third || opensObject(next);
      }
      if (pastForm && !nounLike(next) && tag === 'number') return true;
      return false;
    case 'adjective':
      if (ing || base || third) return ing && !nounLike(next) && closedTag(next) !== undefined && opensObject(next);
      return !nounLike(next);
    case 'preposition':
      if (ing) return true;
      if (content!.low === 'as' || content!.low === 'than') return pastForm && !nounLike(next);
      return false;
    case 'pronoun':
      if (/^(?:me|him|us|them|himself|herself|themselves|nothing|something|anything|everything)$/.test(content!.low))
        return !third || opensObject(next);
      return true;
    case 'noun':
    case 'name': {
      if (isCounted(content!, next) && (pastForm || ing)) return false;
      if (ing)
        return (
          !(closedTag(next) === 'aux' || closedTag(next) === 'modal') &&
          (tag === 'name' ||
            opensObject(next) ||
            !next ||
            next.kind === 'punctuation' ||
            nounLike(next) ||
            closedTag(next) === 'adverb')
        );
      if (pastForm && !base) return true;
      if (pastForm && base) {
        if (closedTag(next) === 'aux' || closedTag(next) === 'modal') return false;
        return opensObject(next) || (nounLike(next) && tag === 'name');
      }
      if (third) {
        if (closedTag(next) === 'aux' || closedTag(next) === 'modal' || next?.low === 'of') return false;
        if (!next) return tag === 'name';
        if (tag === 'name') return next.kind !== 'punctuation' || !finiteVerbFollows(tokens, i + 1, to);
        if (isFiniteVerb(next)) return false;
        return (
          opensObject(next) ||
          next.word.is(ADVERB) ||
          closedTag(next) === 'adverb' ||
          (nounLike(next) &&
            next.kind === 'word' &&
            content!.word.is(KNOWN_NOUN) &&
            !word.is(KNOWN_NOUN) &&
            !finiteVerbFollows(tokens, i + 1, to))
        );
      }
      if (base) {
        const plural =
          content!.word.isPlural ||
          content!.low === 'people' ||
          content!.low === 'staff' ||
          DEPARTMENTS.has(content!.low) ||
          tag === 'name';
        const subjectless = closedTag(next) === 'aux' || closedTag(next) === 'modal';
        return (
          plural &&
          !subjectless &&
          next !== undefined &&
          opensObject(next) &&
          next.low !== 'in' &&
          next.low !== 'on' &&
          next.low !== 'for'
        );
      }
      return false;
    }
    case 'verb':
      if (ing) return true;
      if (pastForm && !base) return !nounLike(next) && !(content!.forms & ING && content!.lemma !== 'get');
      if (base)
        return (
          /^(?:let|help|make|go|come|dare|see|watch|have|need)$/.test(content!.lemma) &&
          (opensObject(next) || content!.lemma === 'let' || content!.lemma === 'go')
        );
      return false;
    case 'that':
      return !base || (third && opensObject(next));
    case 'wh':
      return true;
    case 'subordinator':
      return ing || (pastForm && !nounLike(next)) || (third && opensObject(next));
    default:
      break;
  }
  // At a beginning: of the sentence, after punctuation, after a conjunction.
  if (ing) return next?.low !== 'of' && !(closedTag(next) === 'aux');
  if (pastForm && !base) {
    if (nounLike(next) && finiteVerbFollows(tokens, i + 1, to)) return false;
    if (tag === 'conjunction' && nounLike(next) && next?.kind === 'word' && tokens[i - 2]?.tag === 'adjective')
      return false;
    return true;
  }
  if (tag === 'conjunction' && !pastForm) {
    const before = tokens[i - 2];
    if (base && before?.tag === 'verb' && (before.forms & BASE) !== 0) return true;
    return (
      opensObject(next) &&
      !finiteVerbFollows(tokens, i + 1, Math.min(to, i + 3)) &&
      next?.low !== 'in' &&
      next?.low !== 'on' &&
      next?.low !== 'for'
    );
  }
  if (third && !base) return opensObject(next) && closedTag(next) !== 'preposition' && next?.low !== 'that';
  if (base) {
    if (closedTag(next) === 'aux' || closedTag(next) === 'modal' || next?.low === 'of') return false;
    if (opensObject(next) || next?.word.is(ADVERB) || closedTag(next) === 'adverb' || next?.low === 'not')
      return next?.low !== 'in' || !finiteVerbFollows(tokens, i + 1, to);
    if (nounLike(next)) return !finiteVerbFollows(tokens, i + 1, to);
    return next === undefined ? false : next.word.is(ADJECTIVE);
  }
  return false;
}
