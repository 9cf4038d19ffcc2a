import { defineRule } from '../rule.ts';
import { blameFixes, blameIn } from './sharedBlame.ts';

export default defineRule({
  id: 'blame/knowledge-deficit',
  title: 'The cause placed in what somebody did not know',
  severity: 'warning',
  scope: 'prose',
  exampleSection: 'Root Cause Analysis',
  docs: {
    why: 'People act on what they can see and know at the time. That somebody did not know is a fact about documentation, tools and training, and that is where it can be changed.',
    instead: 'Say where the knowledge was missing: not documented, not shown, not covered by onboarding.',
    notFlagged:
      'Knowledge gaps told as gaps of the system ("The edge case was not documented", "There was no runbook"), and people who had no way of knowing.',
    sources: [
      {
        title: 'Sidney Dekker: The Field Guide to Understanding ‘Human Error’ (2014)',
        url: 'https://sidneydekker.com/books/',
      },
      { title: 'Etsy Debriefing Facilitation Guide', url: 'https://github.com/etsy/DebriefingFacilitationGuide' },
    ],
  },
  messages: {
    named: '“{agent}” is said not to have known: say where the knowledge was missing',
    unnamed: 'Somebody is said not to have known: say where the knowledge was missing',
  },
  examples: [
    { name: 'did not know', bad: '⟦The junior engineer didn’t know⟧ about the edge case.' },
    { name: 'unfamiliar', bad: '⟦The on-call was not familiar⟧ with the runbook.' },
    { name: 'fine 1', good: 'The edge case was not documented.' },
    { name: 'fine 2', good: 'There was no runbook for failover.' },
    { name: 'fine 3', good: 'The dashboard did not show replication lag.' },
  ],
  check: (context) => blameIn('knowledge-deficit', context),
  fixes: blameFixes,
});
