import type { Candidate } from '../language/detect/candidate.ts';
import type { Sentence } from '../language/sentence.ts';
import { questionFor } from './drafts/question.ts';
import { type Deed, readDeed } from './reading/deed.ts';
import { type Part, renderVisible } from './writing/compose.ts';
import { gerund } from './writing/inflect.ts';
import { kept } from './writing/neutral.ts';

/** What a facilitator asks in the place of each kind of blame when the words give nothing to build on. */
const GENERAL: Readonly<Record<Candidate['rule'], string>> = {
  'individual-fault': 'What made this possible, and what could have caught it?',
  'human-error': 'What made this step easy to get wrong, and what could catch it next time?',
  'knowledge-deficit':
    'Where would this information have been looked for, and what would have shown it at that moment?',
  counterfactual: 'What was known at that moment, and what made this the sensible thing to do?',
  judgement: 'What was seen and heard, and what did the situation look like at the time?',
  hindsight: 'Which signal was available at the time, to whom, and what competed with it for attention?',
  'fault-attribution': 'What conditions contributed to this, and which of them would be there for anyone?',
  'accusing-question': 'What conditions led to this?',
  discipline: 'Which change to the system would make the safe way the easy way?',
  intent: 'What made this look like the best option at the time?',
};

/** The how or what question that a facilitator would ask instead of the finding's words. Plain text, one line. */
export function askInstead(candidate: Candidate, s: Sentence): string {
  return oneLine(questionOf(candidate, s) ?? GENERAL[candidate.rule]);
}

function questionOf(candidate: Candidate, s: Sentence): string | undefined {
  const { rule } = candidate;
  if (rule === 'accusing-question') return questionFor(s, candidate);
  if (
    rule === 'hindsight' ||
    rule === 'discipline' ||
    rule === 'fault-attribution' ||
    rule === 'judgement' ||
    rule === 'human-error'
  )
    return undefined;
  const clause = candidate.clause ?? s.clauses.find((c) => c.verb.from < candidate.to && c.verb.to > candidate.from);
  const deed = clause && !clause.agent ? readDeed(s, clause) : undefined;
  return deed && aboutDeed(s, deed);
}

function aboutDeed(s: Sentence, deed: Deed): string | undefined {
  const ask = (...parts: Part[]): string => `${renderVisible(parts, s)}?`;
  const rest = kept(s, deed.rest, deed.end, true);
  switch (deed.kind) {
    case 'omitted':
      return ask('What would have made it easier to', deed.verb, rest).replace(
        /\b(?:nobody|anybody|anyone)\b/,
        'somebody',
      );
    case 'done':
      return ask('What made', gerund(deed.verb), rest, 'possible, and what could have caught it');
    case 'broke':
    case 'misread':
    case 'skipped':
      return ask('What made it possible to', deed.verb, rest);
    case 'ignored':
    case 'missed':
      if (deed.topic === 'that') return ask('What would have shown in time that', rest);
      if (deed.topic === 'wh') return ask('What would have shown in time', rest);
      return deed.object
        ? ask('What would have made', kept(s, deed.object.from, deed.object.to, true), 'stand out')
        : undefined;
    case 'unknown':
      if (deed.topic === 'that') return ask('Where would people look to learn that', rest);
      if (deed.topic === 'wh') return ask('Where would people look to learn', rest);
      return deed.topic === 'noun' ? ask('Where would people look for information about', rest) : undefined;
    case 'unable':
      return ask('What would have made it possible to', deed.verb, rest);
    case 'believed':
      return ask('What supported the assumption that', rest);
    case 'forgotten':
      return deed.object ? ask('What would have brought up', rest) : undefined;
    default:
      return undefined;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('-->', '→').trim();
}
