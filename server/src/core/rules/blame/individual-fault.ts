import { defineRule } from '../rule.ts';
import { blameFixes, blameIn } from './sharedBlame.ts';

export default defineRule({
  id: 'blame/individual-fault',
  title: 'A person stands where the cause belongs',
  severity: 'warning',
  scope: 'prose',
  exampleSection: 'Root Cause Analysis',
  docs: {
    why: 'Readers blame the person whom a sentence makes the agent, even when they know better, and stop looking for what made the act possible. Who did it cannot be changed afterwards; what allowed it can.',
    instead:
      'Make the system the subject: what allowed the act, what did not catch it, what relied on memory. Keep what was done and when.',
    notFlagged:
      'Neutral acts ("Alice rolled back the deploy"), systems that fail, first-person accountability, praise, hypotheticals, attackers and customers, and negated blame.',
    sources: [
      {
        title: 'Fausey & Boroditsky (2010): Subtle linguistic cues influence perceived blame and financial liability',
        url: 'https://doi.org/10.3758/PBR.17.5.644',
      },
      {
        title: 'PagerDuty Postmortem Guide: the blameless postmortem',
        url: 'https://postmortems.pagerduty.com/culture/blameless/',
      },
      {
        title: 'John Allspaw: Blameless PostMortems and a Just Culture',
        url: 'https://www.etsy.com/codeascraft/blameless-postmortems',
      },
    ],
  },
  messages: {
    named: '“{agent}” reads as the cause: say what allowed or did not catch this',
    unnamed: 'This reads as somebody’s mistake: say what allowed or did not catch it',
  },
  examples: [
    { name: 'named', bad: '⟦Bob forgot to check the logs⟧.' },
    { name: 'a bad act', bad: '⟦The engineer ran a bad script⟧.' },
    { name: 'an adverb', bad: '14:07 ⟦Wei mistakenly applied the staging plan⟧ to `prod`.' },
    { name: 'by-phrase', bad: '⟦The table was accidentally dropped by a contractor⟧.' },
    { name: 'fine 1', good: 'The deploy pipeline failed to stop the rollout.' },
    { name: 'fine 2', good: 'Alice rolled back the deploy at 14:02.' },
    { name: 'fine 3', good: 'I deployed the code. The bug was in my PR. I take responsibility.' },
    { name: 'fine 4', good: 'Nobody is at fault: the runbook did not mention the flag.' },
    { name: 'fine 5', good: 'If an operator mistypes the region, the command now asks for confirmation.' },
    { name: 'fine 6', good: 'Jenkins forgot its queue when it restarted.' },
  ],
  check: (context) => blameIn('individual-fault', context),
  fixes: blameFixes,
});
