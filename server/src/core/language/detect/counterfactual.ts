import { isBlamable } from '../actors.ts';
import type { NounPhrase } from '../chunks.ts';
import type { Clause } from '../clauses.ts';
import { Clue } from '../glance.ts';
import { words } from '../lexicon/words.ts';
import { Phrases } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { mayNameOneOfUs } from '../somebody.ts';
import { type Candidate, type Detector, ofClause, ofWords, type Place } from './candidate.ts';
import { isExcused, isRejected } from './scope.ts';
import { culprit, isKnown, personIn } from './support.ts';

const DUTY_MODALS = words(`might should ought must could would have_to need`);
const OBLIGED = new Phrases(`
  be|was|were|is supposed|meant|expected|obliged|required|told|instructed|asked|due|bound to
  would have had to
  ought to have
  be|was|were * expected|supposed|required|obliged to
  had|has|have an|the obligation|duty|responsibility to
  owed it to
  would * had to
  had one|only|simply|merely * to
  would have been better|wiser|smarter|prudent|sensible|enough|advisable * for * to
  would have done well|better to
  know|knew better
  know|known better
  failed in * duty
`);
const ASKS = /\b(?:asks?|asked|wonders?|wondered)\b[^,;.]*\b(?:if|whether|how)\b[^,;.]*$/i;
const PAST_NEED = words(`need have`);

function* find(s: Sentence, place: Place): Iterable<Candidate> {
  // What is to be done is told with "should"; what ought to have been done is blame there, too.
  if (place.section === 'action-items' && !PAST_DUTY.find(s)) return;
  for (const clause of s.clauses) {
    const found = fromClause(s, clause, place);
    if (found) yield found;
  }
  yield* paragons(s, place);
  const better = BETTER_FOR.find(s);
  if (better && !/^would have liked to\b/i.test(s.textOf(better.from, s.to))) {
    const phrase = s.phraseAt(better.to);
    const actor = personIn(s, phrase, true);
    if (phrase && actor) yield ofWords('counterfactual', better.from, phrase.to, { agent: phrase });
  }
  const expected = EXPECTED_OF.find(s);
  const whom = expected && (s.phraseAt(expected.to) ?? s.phraseAt(expected.to + 1));
  // "Adunni would have liked to know that": a wish of her own.
  const expectedOf = expected && s.low(expected.to) === 'to' ? undefined : personIn(s, whom, true);
  if (expected && whom && expectedOf) yield ofWords('counterfactual', expected.from, whom.to, { agent: whom });
  const avoidable = AVOIDABLE.find(s);
  if (avoidable) {
    for (const phrase of s.phrases) {
      if (phrase.from < avoidable.to) continue;
      const actor = s.actor(phrase);
      if (
        isBlamable(actor) &&
        actor.certain &&
        (phrase.preposition === undefined || s.low(phrase.preposition) === 'by')
      ) {
        yield ofWords('counterfactual', avoidable.from, phrase.to, { agent: phrase });
        break;
      }
    }
  }
}

const PAST_DUTY = new Phrases(`
  should|ought|must * have
`);

const BETTER_FOR = new Phrases(`
  would have been better|wiser|smarter|safer|prudent|kind|decent of
  all it would have taken * for
  all it would have taken * from
  would have been all * took|needed from
  it * up to
  be|was all it would|took * for
  would have been better|wiser|smarter|safer|prudent|sensible|easy|enough|advisable|nice|good|trivial for
  would have been more prudent|sensible|careful for
  would have cost|taken
  would have expected|thought|hoped|liked * that
`);
const EXPECTED_OF = new Phrases(`
  be|was|were expected of
  would have expected|thought|hoped|liked
`);
const AVOIDABLE = new Phrases(`
  could|would|might * have been avoided|prevented|averted|caught|spotted|stopped|detected by|if|had
  could|would * have been * avoided|prevented|averted|caught|shorter by|if|had
  avoidable|preventable|unnecessary had|if
  none of this would
  would not have happened
  would never have happened
  would not have * had|if
`);

function fromClause(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  const found = unlessRejected(s, clause, place);
  return found && !isRejected(s, clause.from) ? found : undefined;
}

function unlessRejected(s: Sentence, clause: Clause, place: Place): Candidate | undefined {
  const { verb } = clause;
  const modal = verb.modal;

  // "Would you have done the same?"
  if (s.isQuestion && clause.inverted && modal === 'would') return undefined;
  // "Could the analyst have seen it from the first pass?", "would have liked to know"
  if (s.isQuestion && clause.inverted && modal === 'could' && !verb.negated) return undefined;
  if (modal === 'would' && verb.perfect && /^(?:like|love|prefer|wish|want|appreciate)$/.test(verb.lemma))
    return undefined;
  // "How could an operator have known?" asks what the system showed.
  if (s.isQuestion && modal === 'could' && /^(?:how|what|where)$/.test(s.low(s.from))) return undefined;
  // "asks support if they should fail over", "asked how he could have learnt of it": the question is another's.
  if (modal && ASKS.test(s.textOf(s.from, Math.max(s.from, verb.from)))) return undefined;
  if (modal && DUTY_MODALS.has(modal)) {
    const pastDuty = verb.perfect || (modal === 'have to' && false);
    if (!pastDuty) {
      // "Chen should do it at 10:05", told of what was; "Finance shouldn't be uploading by hand".
      if ((modal === 'should' || modal === 'ought') && place.section !== 'lessons' && isPastContext(s)) {
        const actor = culprit(s, clause, true);
        if (actor && isBlamable(actor) && isKnown(s, actor)) return ofClause('counterfactual', clause, actor);
      }
      if (
        (modal === 'should' || modal === 'ought') &&
        verb.negated &&
        s.tokens[verb.main]!.low.endsWith('ing') &&
        clause.ownSubject
      ) {
        const actor = culprit(s, clause, true);
        if (actor && isBlamable(actor) && isKnown(s, actor)) return ofClause('counterfactual', clause, actor);
      }
      return undefined;
    }
    // "… communicated to the teams, so they could have tested": a purpose. "could have been done by the teams": a possibility.
    if (modal === 'could' && (verb.passive || /^(?:so|that)$/.test(s.low(clause.from - 1)))) return undefined;
    const agent = verb.passive && clause.agent ? personIn(s, clause.agent, true) : undefined;
    if (agent) return ofClause('counterfactual', clause, agent, { to: clause.agent!.to });
    if (verb.passive) {
      if (modal === 'would' || modal === 'could' || modal === 'must') return undefined;
      // "The electricians should never have been let in"
      const subject = culprit(s, clause, true);
      return subject && verb.negated && isBlamable(subject) && isKnown(s, subject) && ADMITTING.has(verb.lemma)
        ? ofClause('counterfactual', clause, subject)
        : undefined;
    }
    const look = modal === 'would' || modal === 'could' ? closerLook(s, clause) : undefined;
    if (look) return ofWords('counterfactual', s.from, verb.to, { agent: look, clause });
    const actor = culprit(s, clause, true);
    if (!actor || s.subjectActor(clause, true)?.kind === 'nobody') return undefined;
    if (
      /^(?:neither|no|nor)$/.test(s.low(clause.from)) ||
      /^(?:nor)$/.test(s.low(clause.subject[0]?.from ? clause.subject[0].from - 1 : 0))
    )
      return undefined;
    if (actor.kind === 'we')
      return modal === 'would' ? undefined : ofClause('counterfactual', clause, actor, { severity: 'information' });
    if (!isKnown(s, actor)) return undefined;
    if (modal === 'must' && !verb.negated) return undefined;
    if (modal === 'might' && !/\bat least\b/i.test(s.textOf(verb.from, verb.to))) return undefined;
    if (
      modal === 'would' &&
      !isComparison(s, clause) &&
      !hadThey(s) &&
      !ledByCondition(s) &&
      !(verb.lemma === 'have' && s.low(verb.to) === 'to')
    )
      return undefined;
    if (modal === 'could' && verb.negated) return undefined;
    // "Nothing Temwa could have done would have stopped it"
    if (/^(?:nothing|anything)$/.test(s.low(clause.from - 1))) return undefined;
    // "Any competent engineer would have seen": hindsight has it; "Any pharmacist with ten years behind the counter would have asked".
    if (
      modal === 'would' &&
      /^(?:any|anyone|anybody|no)$/.test(s.low(actor.phrase.from)) &&
      !(s.low(actor.phrase.from) === 'any' && PERCEIVING.has(verb.lemma) && !OF_ANY.test(s.low(actor.phrase.from + 1)))
    )
      return undefined;
    return ofClause('counterfactual', clause, actor);
  }
  // "Had the release manager read the changelog", "if only Bob had asked", "if the DBA had waited"
  if (verb.perfect && verb.tense !== 'present') {
    const inverted = clause.inverted && s.low(clause.from) === 'had' && !s.isQuestion;
    const conditional = clause.subordinator === 'if' || clause.subordinator === 'unless';
    if (inverted || conditional) {
      const actor = culprit(s, clause, true);
      const anybody = s.subjectActor(clause, true)?.kind === 'anybody' ? s.subjectActor(clause, true) : undefined;
      if (anybody && s.low(anybody.phrase.to) !== 'who')
        return ofClause('counterfactual', clause, anybody, {
          from: inverted ? clause.from : Math.max(s.from, clause.from - 1),
        });
      // "Had any other operator been on duty": whoever it was, it would have come to the same.
      if (actor && s.low(actor.phrase.from) === 'any' && s.low(actor.phrase.from + 1) === 'other') return undefined;
      if (!actor || (!isKnown(s, actor) && actor.kind !== 'we') || evenIf(s, clause)) return undefined;
      // "Had a trainee flipped the switch, the interlock would now refuse": what would happen today.
      if (/\b(?:would|could|will|can) now\b/i.test(s.textOf(clause.verb.to, s.to))) return undefined;
      return ofClause('counterfactual', clause, actor, {
        from: inverted ? clause.from : Math.max(s.from, clause.from - 1),
        severity: actor.kind === 'we' ? 'information' : 'warning',
      });
    }
  }
  // "Ahmed needed to escalate here", "was supposed to watch"
  const need = PAST_NEED.has(verb.lemma) && verb.tense === 'past' && !verb.passive && s.low(verb.to) === 'to';
  const obliged = OBLIGED.find(s, verb.from, Math.min(s.to, verb.to + 6));
  if ((need && verb.lemma === 'need') || (obliged && obliged.from <= verb.to)) {
    const actor = culprit(s, clause, true);
    if (!actor || !isBlamable(actor) || !isKnown(s, actor)) return undefined;
    if (
      obliged &&
      /^(?:told|instructed|asked|required|expected|due)$/.test(s.low(obliged.to - 2)) &&
      !/\bbut\b|\bnot\b|n't|never|instead|;[^;\n]*\bno\b/.test(s.text.slice(s.tokens[clause.from]!.start))
    )
      return undefined;
    if (need && (/^(?:be|to)$/.test(s.low(verb.to + 1)) || isExcused(s))) return undefined;
    // "Ailsa was meant to be on leave"
    if (obliged && s.low(obliged.to) === 'be' && /^(?:on|off|at|away|in|asleep)$/.test(s.low(obliged.to + 1)))
      return undefined;
    return ofClause('counterfactual', clause, actor, { to: obliged?.to ?? verb.to + 2 });
  }
  return undefined;
}

/** What somebody who looks does. */
const PERCEIVING = words(
  `see notice spot catch question query check ask know stop flag realise realize recognise recognize`,
);
/** "Any competent engineer" is what hindsight says. */
const OF_ANY =
  /^(?:competent|decent|reasonable|experienced|half.*|sensible|sane|real|self-respecting|serious|proper|good|first-year|junior|other)$/;
/** What people who are trusted with something are. */
const ADMITTING = words(`let allow permit give trust hire promote put assign`);
/** What a better person is. */
const PARAGON =
  /^(?:competent|prudent|diligent|responsible|attentive|conscientious|sensible|careful|self-respecting|decent|seasoned|reasonable)$/;

/** "A prudent administrator takes a snapshot beforehand": what this one, it is implied, is not. */
function* paragons(s: Sentence, place: Place): Iterable<Candidate> {
  if (place.section === 'went-well' || s.isQuestion) return;
  for (const clause of s.clauses) {
    const subject = clause.subject[0];
    if (!subject || !/^(?:a|an|any)$/.test(s.low(subject.from)) || !PARAGON.test(s.low(subject.from + 1))) continue;
    const actor = personIn(s, subject, true);
    if (!actor || clause.verb.tense !== 'present' || clause.verb.modal || clause.verb.negated || clause.subordinator)
      continue;
    yield ofClause('counterfactual', clause, actor, { confidence: 'medium' });
  }
}

/** "Even if the engineer had read the log, it would have told her nothing": the contrary of blame. */
function evenIf(s: Sentence, clause: Clause): boolean {
  for (let i = Math.max(s.from, clause.from - 3); i < clause.from; i++)
    if (s.low(i) === 'even' || (s.low(i) === 'as' && s.low(i + 1) === 'if')) return true;
  return false;
}

/** "With a simple look at the diagram, the planner would have seen". */
function ledByCondition(s: Sentence): boolean {
  return /^(?:with|by)$/.test(s.low(s.from));
}

/** "A closer read of the plan by the author would have shown it": the look that was not taken, and by whom. */
function closerLook(s: Sentence, clause: Clause): NounPhrase | undefined {
  const more = MORE_OF_IT.test(s.low(s.from));
  if (!more) {
    if (!/^(?:a|one|some|any|the)$/.test(s.low(s.from))) return undefined;
    if (!LOOK.test(s.low(s.from + 1))) return undefined;
  }
  for (const phrase of s.phrases) {
    if (phrase.from >= clause.verb.from) break;
    if (phrase.preposition === undefined || !/^(?:by|from)$/.test(s.low(phrase.preposition))) continue;
    if (personIn(s, phrase, more)) return phrase;
  }
  return undefined;
}

const LOOK =
  /^(?:closer|quick|simple|single|careful|better|second|brief|short|proper|cursory|five-minute|two-minute|thorough)$/;
/** "More restraint from the desk", "Prompt action by the on-call", "Earlier candour from the team". */
const MORE_OF_IT = /^(?:more|better|earlier|prompt|prompter|quicker|faster|swifter|greater|clearer|closer)$/;

/** "A more attentive operator would have seen", "anyone reading the diff would have": a better person is imagined. */
function isComparison(s: Sentence, clause: Clause): boolean {
  const subject = clause.subject[0];
  if (!subject) return false;
  for (let i = subject.from; i < subject.to; i++)
    if (
      /^(?:(?:more|better)-\w+|more|better|any|competent|careful|experienced|diligent|attentive|reasonable|good|senior|responsible|prudent|proper|decent|real|sensible)$/.test(
        s.low(i),
      )
    )
      return true;
  const kind = s.actor(subject, true).kind;
  return kind === 'anybody';
}

/** "…, had she listened", "… if they had asked": the condition is a person's. */
function hadThey(s: Sentence): boolean {
  for (const clause of s.clauses) {
    if (!clause.verb.perfect || !(clause.inverted || clause.subordinator === 'if')) continue;
    const actor = culprit(s, clause, true);
    if (actor && isBlamable(actor)) return true;
  }
  return s.clauses.some((clause) => clause.verb.lemma === 'have' && clause.verb.modal === 'have to');
}

/** A time of day or a past tense elsewhere: the sentence tells what happened, no rule for the future. */
function isPastContext(s: Sentence): boolean {
  for (let i = s.from; i < s.to; i++) if (/^\d{1,2}:\d{2}/.test(s.tokens[i]!.text)) return true;
  return false;
}

const DUTY = new Clue([words(`should ought need shoulda coulda woulda oughta mighta musta`)]);
const MODALITY = new Clue([words(`might must could would if unless`)]);
const PERFECT = new Clue([words(`have of 'd`)]);
const HAD = new Clue([words(`had`)]);
const HAVE_TO = new Phrases(`have to have`);

/** What people should, could or ought to have done; "if only they had". */
export const counterfactual: Detector = {
  mayFind: (glance, place) =>
    (place.section !== 'action-items' || PAST_DUTY.isIn(glance)) &&
    (DUTY.isIn(glance) ||
      HAD.isIn(glance) ||
      (PERFECT.isIn(glance) && MODALITY.isIn(glance)) ||
      HAVE_TO.isIn(glance) ||
      OBLIGED.isIn(glance) ||
      BETTER_FOR.isIn(glance) ||
      EXPECTED_OF.isIn(glance) ||
      AVOIDABLE.isIn(glance)) &&
    mayNameOneOfUs(glance),
  find,
};
