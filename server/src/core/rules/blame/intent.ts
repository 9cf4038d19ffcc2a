import { defineRule } from '../rule.ts';
import { blameFixes, blameIn } from './sharedBlame.ts';

export default defineRule({
  id: 'blame/intent',
  title: 'Negligence or malice alleged',
  severity: 'warning',
  scope: 'prose',
  exampleSection: 'Root Cause Analysis',
  docs: {
    why: 'An allegation of intent is a matter for a manager and the people concerned, with other rules and other rights than a learning review.',
    instead:
      'Take the allegation out of the document and hand it to the manager; keep what happened. Where the action was a choice, say what made it reasonable then.',
    notFlagged: 'Deliberate decisions told neutrally, attackers, and negated intent.',
    sources: [
      {
        title: 'John Allspaw: Blameless PostMortems and a Just Culture',
        url: 'https://www.etsy.com/codeascraft/blameless-postmortems',
      },
    ],
  },
  messages: {
    named: 'Intent is alleged of “{agent}”: keep what happened, take the allegation to the manager',
    unnamed: 'Intent is alleged: keep what happened, take the allegation to the manager',
  },
  examples: [
    { name: 'deliberately', bad: '⟦He deliberately skipped the checks⟧.' },
    { name: 'negligence', bad: 'The outage is attributable to ⟦negligence by our managed-service partner⟧.' },
    { name: 'fine 1', good: 'We deliberately drained traffic from the region.' },
    { name: 'fine 2', good: 'The attacker deliberately deleted the backups.' },
    { name: 'fine 3', good: 'Nobody acted with bad intent.' },
  ],
  check: (context) => blameIn('intent', context),
  fixes: blameFixes,
});
