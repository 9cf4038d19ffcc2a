import { defineRule } from '../rule.ts';
import { blameFixes, blameIn } from './sharedBlame.ts';

export default defineRule({
  id: 'blame/discipline',
  title: 'Punishment or admonition as a remedy',
  severity: 'warning',
  scope: 'prose',
  exampleSection: 'Action Items',
  docs: {
    why: 'Reminders, retraining and reprimands change nothing that produced the failure, and they make the next one harder to hear about. They are the weakest actions there are.',
    instead: 'Change the system: make the step impossible, guarded, automatic or visible.',
    notFlagged:
      'Building training and documentation (“Add a failover drill to onboarding”), guards in tools, and rejected advice.',
    sources: [
      {
        title: 'RCA²: Improving Root Cause Analyses and Actions to Prevent Harm',
        url: 'https://www.ihi.org/resources/tools/rca2-improving-root-cause-analyses-and-actions-prevent-harm',
      },
      {
        title: 'Google SRE Workbook, chapter 10: Postmortem Culture',
        url: 'https://sre.google/workbook/postmortem-culture/',
      },
    ],
  },
  messages: {
    named: 'This corrects “{agent}” and leaves the system as it is: choose a stronger action',
    unnamed: 'This corrects people and leaves the system as it is: choose a stronger action',
  },
  examples: [
    { name: 'careful', bad: '⟦Be more careful⟧ with the production console' },
    { name: 'remind', bad: '⟦Remind everybody⟧ to double-check the target account' },
    { name: 'fine 1', good: 'Add a failover drill to onboarding' },
    { name: 'fine 2', good: 'Block deploys that skip the smoke test' },
    { name: 'fine 3', good: 'Add an alert for queue depth' },
  ],
  check: (context) => blameIn('discipline', context),
  fixes: blameFixes,
});
