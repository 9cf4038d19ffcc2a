import type { Postmortem } from '../../model/postmortem.ts';
import type { Finding } from '../../rules/rule.ts';
import { shorten } from '../../text/shorten.ts';

/** What the document leaves open, as something to ask. */
export interface OpenPoint {
  /** What the document says, quoted; empty where it says nothing. */
  readonly quotes: readonly string[];
  readonly question: string;
}

/** What to ask where a rule found something, by rule. Rules about form alone have no question. */
const QUESTION_OF: Readonly<Record<string, string>> = {
  'blame/individual-fault':
    'What did this person see at that moment, and what made it the sensible thing to do? What let one action go that far?',
  'blame/human-error': 'What made this easy to do and hard to notice? What stands between such a slip and the users?',
  'blame/knowledge-deficit': 'Where would one have had to look to know this? How is it learned today?',
  'blame/counterfactual':
    'This tells of something that did not happen. What did happen instead, and what made it the reasonable way then?',
  'blame/judgement': 'What was actually done or seen? What does the word stand for?',
  'blame/hindsight': 'Which signals were there at the time, who could see them, and what else looked just like them?',
  'blame/fault-attribution': 'Which conditions had to come together for this? Take away one at a time: what remains?',
  'blame/accusing-question': 'How would this question sound as “what would have helped”?',
  'blame/discipline': 'With all the care in the world, what could still go wrong?',
  'blame/intent':
    'What was the goal behind it, as those who did it would put it? (If this is about intent, it is not for this meeting.)',
  'five-whys/missing': 'What made that possible? And what made that possible?',
  'five-whys/depth': 'What made the last answer possible? Is there more than one answer, and so more than one chain?',
  'five-whys/stops-at-person': 'What made this the likely thing to happen, whoever was there?',
  'five-whys/circular': 'These say the same in other words. What is below them?',
  'timeline/missing-milestone': 'When was this, and how did people know?',
  'timeline/interpretation': 'How was this known at that time? What was seen then, and what was understood later?',
  'impact/unquantified':
    'How would we find out how many, how much or how long? If we cannot: say so, that is worth knowing, too.',
  'impact/missing-measure': 'Which users were affected, and in which way? What did they do meanwhile?',
  'action-items/none': 'Is there really nothing to change, or is it too early to say?',
  'action-items/weak':
    'If everybody forgot about this action in a month, what would protect us? Could the system do it for them?',
  'action-items/vague': 'How will we see that this is done? What is different for users or for those on call then?',
  'action-items/uncovered-cause':
    'Is there something worth doing about this, or is living with it the better choice? Say which.',
  'balance/nothing-went-well': 'What kept this from being worse? Which people and systems adapted, and how?',
  'process/repeat-incident': 'What did we do after the last time, and what became of it?',
  'facts/stated-vs-derived': 'Which of the two is right, and where does the other come from?',
};

/** What to ask where the rule found something; undefined for rules about form alone. */
export function questionOf(ruleId: string): string | undefined {
  return QUESTION_OF[ruleId];
}

/** Longest quotation and most quotations of one rule. */
const QUOTE_LENGTH = 120;
const MOST_QUOTES = 3;

/** Questions about what was found, one for a rule, in the order of the text; what the document says stands with them. */
export function openPoints(postmortem: Postmortem, findings: readonly Finding[]): OpenPoint[] {
  const points = new Map<string, { quotes: string[]; question: string }>();
  for (const { ruleId, span } of findings) {
    const question = questionOf(ruleId);
    if (!question) continue;
    const point = points.get(ruleId) ?? { quotes: [], question };
    points.set(ruleId, point);
    const quote = quoteOf(postmortem.source.text.slice(span.start, span.end));
    if (quote && point.quotes.length < MOST_QUOTES && !point.quotes.includes(quote)) point.quotes.push(quote);
  }
  return [...points.values()];
}

/** A stretch of the document on one line without its marks, cut between words; nothing for headings and table rows as a whole. */
export function quoteOf(text: string): string {
  if (/^\s*(?:#|\||<!--)/.test(text)) return '';
  return shorten(text.replace(/[*`~]+|^[\s>-]+/g, ''), QUOTE_LENGTH);
}
