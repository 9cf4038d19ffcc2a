import { defineRule } from '../rule.ts';
import { blameFixes, blameIn } from './sharedBlame.ts';

export default defineRule({
  id: 'blame/fault-attribution',
  title: 'Fault assigned to somebody',
  severity: 'warning',
  scope: 'prose',
  exampleSection: 'Root Cause Analysis',
  docs: {
    why: 'Fault is a verdict. It closes the search at a person and teaches everyone else to keep quiet.',
    instead: 'Describe the gap that made the failure possible and how it is being closed.',
    notFlagged:
      'Rejected blame (“No individual is at fault”), responsibility as a duty (“the team responsible for billing”), and systems (“the leak is to blame”).',
    sources: [
      {
        title: 'John Allspaw: Blameless PostMortems and a Just Culture',
        url: 'https://www.etsy.com/codeascraft/blameless-postmortems',
      },
      {
        title: 'PagerDuty Postmortem Guide: the blameless postmortem',
        url: 'https://postmortems.pagerduty.com/culture/blameless/',
      },
    ],
  },
  messages: {
    named: 'Fault is put on “{agent}”: describe the gap that made it possible',
    unnamed: 'Fault is assigned: describe the gap that made it possible',
  },
  examples: [
    { name: 'fault', bad: '⟦This is Bob’s fault⟧.' },
    { name: 'to blame', bad: '⟦The DBA team is to blame⟧ for the outage.' },
    { name: 'fine 1', good: 'No individual is at fault.' },
    { name: 'fine 2', good: 'The memory leak is to blame for the restarts.' },
    { name: 'fine 3', good: 'The team responsible for billing joined at 14:10.' },
  ],
  check: (context) => blameIn('fault-attribution', context),
  fixes: blameFixes,
});
