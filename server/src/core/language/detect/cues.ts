import { isBlamable } from '../actors.ts';
import type { NounPhrase } from '../chunks.ts';
import { Phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { mayNameSomebody } from '../somebody.ts';
import { type BlameRule, type Candidate, type Detector, ofWords, type Place } from './candidate.ts';
import { isDenied, isExcused, scopeOf } from './scope.ts';
import { isKnown } from './support.ts';

/** Whom a cue needs in its sentence to be blame. */
type Needs = 'nobody' | 'person' | 'person in front' | 'person behind' | 'person or nobody';

interface Cue {
  readonly rule: BlameRule;
  readonly phrases: Phrases;
  readonly needs: Needs;
  /** Whether a reason in the system, told in the same sentence, takes the blame out of it. */
  readonly excusable?: boolean;
  /** What else the sentence has to say. */
  readonly beside?: RegExp;
}

/**
 * Idioms that blame wherever they stand, once the sentence has somebody to blame. They are read last: where the grammar tells more,
 * the other detectors have said so already.
 */
const CUES: readonly Cue[] = [
  {
    rule: 'fault-attribution',
    needs: 'person behind',
    phrases: new Phrases(`
      point|points|pointed|pointing * finger|fingers at
      onus be|is|was|lay|lies|rested on|with
      buck stops|stop with|at
      lay|lays|laid|lies|place|placed|put * door|feet of
      all roads lead * to
      mess|disaster|fiasco|outage|one belong|belongs to
      pin|pinned|pins|pinning this|it|that|outage on
      blame * due
      chargeable|attributable to
      finger|fingers points|point|pointed at
      land|lands|landed on * desk|doorstep of
      let|lets|letting * off the hook
      shame on
      fault|blame|guilt|wrong|responsibility|culpability * on|with * side|shoulders|part|desk|plate of
      guilty be|is|are|here
      cause|blame|problem|fault lies|lie|lay with
      take|took|taken the blame for what
    `),
  },
  {
    rule: 'fault-attribution',
    needs: 'person in front',
    phrases: new Phrases(`
      get|got us|everyone|customers * into this|that|the hole|mess|pickle|jam|trouble|situation
      on his|her|their conscience
      bear|bears|bore|carry|carries|assume|assumes|shoulder * responsibility|guilt|blame|fault
      theirs|his|hers to answer for
      have|has a lot|much to answer for
      have|has|had|must to answer for
      wash|washes|washed * hands|its of
      owe|owes|owed * apology|apologies|explanation
      keep|keeps passing the buck
      let|lets us|everyone|the|his|her|their * down
      fail|failed|fails us|customers
    `),
  },
  {
    rule: 'counterfactual',
    needs: 'person behind',
    phrases: new Phrases(`
      all it would have taken
      was|is all it would have taken
      it * up to
      expected of|from
      supposed to be
      wish|wished|wishes
      should|ought * been * by
    `),
  },
  {
    rule: 'counterfactual',
    needs: 'person or nobody',
    beside: /\b(?:would|could|might|spared|enough|saved|all it)\b/i,
    phrases: new Phrases(`
      one|a|single|simple phone|quick|short * call|message|question|look|glance|email|ping from|by|at|to
      one|a|single|simple call|message|question|look|glance|email|ping from|by|at|to
    `),
  },
  {
    rule: 'counterfactual',
    needs: 'person in front',
    phrases: new Phrases(`
      need|needed|had to do was|is
      owed it to
      had it in * power|hands
      might|could as well have
      could better have
      should|could|might|must at least have
      had every chance|opportunity|reason to
      had ample|plenty|enough time|opportunity|chance|warning to
      would have had to
    `),
  },
  {
    rule: 'hindsight',
    needs: 'person or nobody',
    phrases: new Phrases(`
      hard|difficult|impossible to believe|understand|comprehend|fathom|grasp|explain|see how|why|that
      hard|difficult|impossible to believe|comprehend|fathom
      for|to anybody|anyone|those|all|everybody|everyone who cared|cares|bothered|cares to
      plain|clear|obvious|evident|visible for all|anyone|everyone to see
      beyond|beggars me|comprehension|belief|understanding
      a mystery|riddle to|that|how
      is|remains a mystery|riddle
      should|must|ought have|to dawned|occurred|clicked
      it should have dawned|occurred
      alarm|warning bell|bells
      baffling|puzzling|embarrassing|incredible|astonishing|unbelievable|remarkable that|how
      ought|should to have occurred|dawned
      go|went ahead|on anyway|regardless
      go|went ahead
      act|acted surprised
      plain|full view of|sight
      still let|left it|them run|go
      connect|connected|join|joined the dots
      every|any|a child|toddler|beginner|intern|student|layman|idiot|fool can|could|would|knows|sees
      clear|obvious|evident|plain from the first|start|beginning|outset
      had|has to have known|seen|noticed
      would have been enough|sufficient
      find|found it|this necessary|worth|worthwhile|important
      not|nobody|no-one * bothered|bother
      every|all warning|the|sign|signs|red|reason * sign|signs|flag|flags|doubt|suspect|stop|question
      in front of|before * face|faces|nose|noses|eyes
      right there on|in
      under * nose|noses
      for anyone|all|everyone|anybody to see|read|find
      need|needed|have|had|take|takes|took not|to * genius|rocket|phd|prophet|clairvoyant|psychic
      a genius|prophet|clairvoyant|psychic to see|know|notice
      plain|obvious|evident|clear|apparent to|from
      must|should have|be been clear|obvious|evident|plain|apparent
      could have seen|told|predicted|guessed|known
      so much as raise|raised|raises|glance|glanced|look|looked|blink|blinked
      raise|raised|raises|raising an eyebrow
      lift|lifted a finger
      manage|managed not to
      manage|managed to miss|overlook|scroll|walk|ignore|sleep
      sit|sat|stood|stand and watch|watched
      walk|walked|scrolled|scroll|click|clicked|looked|look right|straight past|through|over|by
      close|closed|shut * eye|eyes
      clue|hint|warning|sign|reminder enough
      enough of|as a clue|hint|warning|sign
      spell|spelled|spelt out
      not|none|nobody|no-one|one * wondered|blinked|noticed|twigged|questioned|asked
      blindness to
      incredibly|unbelievably|inexplicably|astonishingly|amazingly
      had all * needed to know
    `),
  },
  {
    rule: 'knowledge-deficit',
    needs: 'person in front',
    excusable: true,
    phrases: new Phrases(`
      never|not come|came|worked|heard|seen|used|touched|done|dealt|met across|with|of|a|an|one|it|on
      never * before
      get|got|gets * head|heads round|around
      not up to speed
      up to speed not
      have|has|had yet to learn|understand|grasp|master
      too green|junior|inexperienced|raw for|to
      have|has|had|with|having no|zero|little|any * idea|clue|inkling|notion|feel|grasp|concept|understanding|experience|knowledge|background
      the faintest|slightest|foggiest idea|clue|notion
      zero|little|no context on|about|of
      enough|sufficient|technical|senior|experienced enough to
      enough|sufficient * experience|knowledge|skill|training|expertise to
      not know|knows|knew * difference
      not get|grasp|know|realise|realize|appreciate|comprehend
      lack|lacks|lacked|lacking * competence|experience|knowledge|skill|skills|feel|understanding|expertise|training|know-how|seniority|maturity|background
      oblivious|ignorant|unaware|clueless of|to|about
      wet behind * ears
      out of * depth
      be|was|were|is just|only|merely guessing
      superficial|limited|little|scant|shaky|poor|patchy|basic|no|insufficient|weak|rudimentary * knowledge|understanding|grasp|experience|command|familiarity
      trial and error
      not have|has|had|having enough|sufficient|the|any * experience|knowledge|skill|skills|training|understanding|competence
      still learning
      think|thought|thinking|believe|believed|assumed|figured|reckoned * be|was|were * separate|idempotent|harmless|safe|staging|test|the
      not read * spec|docs|documentation|manual|readme|runbook
    `),
  },
  {
    rule: 'knowledge-deficit',
    needs: 'person behind',
    phrases: new Phrases(`
      lost on
      closed book to
      come|came|comes as news|surprise to
      dawn|dawned|dawns on
      over * head|heads of
      lack of * familiarity|experience|knowledge|understanding|expertise|awareness
      nobody|no-one|anyone * could|can|able explain|tell|say
      inexperience|ignorance|incompetence|unfamiliarity within|in|of|on|among|at
      doubt|doubtful|unlikely anybody|anyone|that|whether * explain|know|knows|understand|understands|tell
      not|hardly|barely|few anyone|anybody * understand|understands|grasp|grasps|know|knows
      nobody|no-one|noone * understand|understands|grasp|grasps|knows
    `),
  },
  {
    rule: 'judgement',
    needs: 'person or nobody',
    phrases: new Phrases(`
      clown show|shoe|car|fiesta
      finest hour|moment
      the less said about
      expect|expected * better from|of|than
      left a lot|much|something to be desired
      half asleep|awake
      incompetence|laziness|arrogance|stupidity|sloppiness|complacency|carelessness of|in|within|among|at|by
      not * sense of responsibility|urgency|ownership
      more|rather interested in
      above that|the|such
      cut|cuts|cutting corner|corners
      a joke|farce|disgrace|shambles
      knock|knocked|throw|threw|threw|cobble|cobbled|slap|slapped * together
      incompetently|sloppily|carelessly|poorly|badly|lazily|hastily written|built|designed|executed|made|planned|configured|implemented|prepared|tested|reviewed
      lethargic|disorganised|disorganized|amateurish|chaotic|cavalier|sluggish|shambolic at|and|in|from|about|rather
      be bothered
      rubber-stamp|rubber-stamping|rubberstamping|rubber-stamped
      sloppy|slapdash|shoddy|amateurish|careless|cavalier|hasty|lazy|half-hearted|slipshod|thoughtless|reckless * work|bit|piece|job|change|scripting|handling|approach|edit|fix|attitude|way
      cavalier|sloppy|lazy|amateurish|careless|reckless|negligent|unprofessional is|was the
      weak|poor|bad|lousy|disappointing|mediocre performance|showing|work|job|effort of|by|from
      nonchalant|lazy|sloppy|careless|indifferent|relaxed|casual|unprofessional|cavalier|arrogant attitude|mentality|mindset|manner
      not serious to
      quick and dirty
      a rubber stamp
      want|wanted to go home
      could not wait to
      always in a rush|hurry
      like|as a headless|bunch|bull|child|children|amateurs|amateur
      take|takes|took|taking * seriously unlike|nobody
      unlike|nobody|no-one * take|takes|took|taking * seriously
      complacent|lazy|sloppy|careless|arrogant about|with|in
    `),
  },
  {
    rule: 'intent',
    needs: 'person in front',
    phrases: new Phrases(`
      keep|kept|keeping quiet|silent|mum|schtum about
      do|did|does it|so anyway|regardless|nonetheless|nevertheless
      do|did|does it|so all the same
      against better knowledge|judgement|judgment
      play|plays|played dumb|innocent
      have|has|had no intention of
      prefer|preferred to look|say|keep|stay|let
      take|took|taken it upon|on himself|herself|themselves|itself
      fully|well|perfectly aware that|of
      know|knew|knowing full|perfectly|very well
      be damned
      forge|forged|press|pressed|ploughed|plough|plow|plowed ahead|on
      against * explicit|express|clear|written|direct * advice|instruction|instructions|order|orders|warning|wishes
      so as not to
      look|looked|looks|make|made * bad|good|nice
      to protect * bonus|reputation|renewal|job|numbers|career
      go|went|gone|going around|behind|round the|four-eyes|everyone|procedure * principle|back|procedure|process|rule|rules|control|approval
      sit|sat|sitting on the|a|that|it
      bury|buried|hid|hide|hiding|burying the|a|it|that * report|result|results|finding|findings|warning|failure|numbers|error|mistake
      sneak|sneaked|snuck|slip|slipped * in|into|under|past
      could not care less
      turn|turned a blind eye
      without a thought for
      keep|kept|keeping * hidden|secret
      wilful|willful|blatant|deliberate|open|conscious disregard|violation|breach
      rather|instead than|of deal|dealing|fix|fixing|face|facing|ask|asking|report|reporting
      hidden|hid|concealed by
      go|went|gone around|round the lockout|freeze|policy|process|review|gate|check|control|controls|rules
    `),
  },
  {
    rule: 'human-error',
    needs: 'nobody',
    phrases: new Phrases(`
      people|person|personnel|staff problem|issue|failure|failing|failings
      human|personal screw-up|screw-ups|screwup|fallibility|failing|failings|weakness|sloppiness|negligence|misstep|mis-step|slip|mistake|blunder|oversight
      incorrect|wrong|faulty|improper|erroneous|inadvertent operator|user|human|staff|personnel|employee action|actions|handling|input|operation|intervention|manipulation
      operator|user|human|staff|personnel mishandling|misoperation|mis-operation|mistake|misstep
      miss|mis|wrong|faulty operation by|of|from * person|operator|staff|user|colleague
      mispick|misread|misclick|miskey|mistype|slip|brain-fade|brain-fart by|of|from * human|operator|person|technician|manager|user|engineer|admin
      in front of the screen|keyboard|monitor|computer
      behind the keyboard|screen|wheel
      error of manipulation
      human nature
      human – procedural|procedure|operator|error
      fallibility of
      wrong|faulty|incorrect|improper handling|operation|usage|manipulation by|of
      copy-paste|paste|typing|typo blunder|mistake|error|slip|mishap
      person|human|user|operator behind it|the|this * did|was|not
    `),
  },
  {
    rule: 'individual-fault',
    needs: 'person or nobody',
    phrases: new Phrases(`
      ball * dropped by
      at the hand|hands of
      leave|left * to rot|fester|languish
      wave|waved|waving|waves * through
      not respect|respected|honour|honoured|heed|heeded|follow|followed the * procedure|process|rule|rules|protocol|freeze|policy|checklist
      drag|dragged|dragging * foot|feet|heels
      slip|slipped|fell|fall|dropped off|through * plate|radar|cracks|desk|list
      courtesy of
      not do|did * part|job|homework|work|duty
      go|went|going|gone rogue
    `),
  },
];

/** Blame in idioms, read where nothing else in the sentence was found. */
export const cues: Detector = {
  mayFind: (glance, place) =>
    place.section !== 'action-items' &&
    place.section !== 'went-well' &&
    !glance.isQuestion &&
    CUES.some(({ phrases, needs }) => phrases.isIn(glance) && (needs === 'nobody' || mayNameSomebody(glance))),
  find,
};

function* find(s: Sentence, place: Place): Iterable<Candidate> {
  for (const { rule, phrases, needs, excusable, beside } of CUES) {
    const found = phrases.find(s);
    if (!found || (beside && !beside.test(s.textOf(s.from, s.to)))) continue;
    // "front desk staff issued cards": what they did, no issue of theirs.
    if (rule === 'human-error' && s.tokens[found.to - 1]!.tag === 'verb') continue;
    const agent = needs === 'nobody' ? undefined : blamedBy(s, found, needs);
    if (needs !== 'nobody' && !agent) continue;
    // "that nobody had asked for", "None of them could have seen it"
    if (s.low(found.to - 1) === 'asked' && s.low(found.to) === 'for') continue;
    if (s.low(found.from) === 'could' && /^(?:none|nobody|no|neither)$/.test(s.low(s.from))) continue;
    // "Ms Thalberg wishes to thank the trainees"
    if (s.tokens[found.from]!.lemma === 'wish' && !/\b(?:had|would|could)\b/i.test(s.textOf(found.from, s.to)))
      continue;
    if (isSetAside(s, found, place) || isOwn(s, found) || (excusable && isExcused(s))) continue;
    yield ofWords(rule, found.from, found.to, {
      confidence: 'medium',
      ...(agent ? { agent } : {}),
      ...(rule === 'human-error' || rule === 'hindsight' ? {} : { byWording: true }),
    });
    return;
  }
}

function isSetAside(s: Sentence, { from, to }: { from: number; to: number }, place: Place): boolean {
  if (isDenied(s, from)) return true;
  for (const clause of s.clauses)
    if (clause.verb.main >= from && clause.verb.main < to && !clause.verb.infinitive && scopeOf(s, clause, place))
      return true;
  // "A signed tag protects even against a push by someone half asleep"
  if (
    /\b(?:protects?|guards?|prevents?|stops?|defends?|shields?)\b/i.test(s.textOf(s.from, Math.max(s.from + 1, from)))
  )
    return true;
  return /\b(?:if|unless|when|whenever|should)\b/.test(s.low(s.from));
}

/** What I or we did is told by those who did it. */
function isOwn(s: Sentence, { from, to }: { from: number; to: number }): boolean {
  if (/^(?:word|words|term|phrase)$/.test(s.low(from - 1))) return true;
  const clause = s.clauses.find((one) => one.verb.from < to && one.verb.to > from);
  const kind = clause && s.subjectActor(clause, true)?.kind;
  return kind === 'self' || kind === 'we';
}

function blamedBy(s: Sentence, { from, to }: { from: number; to: number }, needs: Needs): NounPhrase | undefined {
  for (const phrase of s.phrases) {
    if (needs === 'person in front' && phrase.from > from) return undefined;
    if (needs === 'person behind' && phrase.from < to - 1) continue;
    // "Ruben's handling of the bridge"
    const owner = needs === 'person or nobody' ? phrase.possessor : undefined;
    if (owner && isBlamable(s.actor(owner)) && s.actor(owner).certain) return owner;
    const actor = s.actor(phrase, needs !== 'person or nobody');
    // "None of us noticed" is told by those whom it is about.
    if (actor.kind === 'nobody' && needs === 'person or nobody')
      return /^(?:us|we)$/.test(s.low(phrase.to + 1)) ? undefined : phrase;
    if ((isBlamable(actor) || actor.kind === 'organisation') && (actor.certain || isKnown(s, actor))) return phrase;
  }
  return undefined;
}
