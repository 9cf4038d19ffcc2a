import { defineRule } from '../rule.ts';
import { blameFixes, blameIn } from './sharedBlame.ts';

export default defineRule({
  id: 'blame/human-error',
  title: 'Human error given as a cause',
  severity: 'warning',
  scope: 'prose',
  exampleSection: 'Root Cause Analysis',
  docs: {
    why: 'Human error is where an investigation starts, not where it ends: it is a symptom of how the system was set up. Naming it as the cause leaves everything as it was.',
    instead: 'Name the safeguard that was missing, or what made the error easy to make and hard to see.',
    notFlagged:
      '"Human error is a symptom", errors that a safeguard prevents or tolerates, error messages and error classes of programs.',
    sources: [
      {
        title: 'Sidney Dekker: The Field Guide to Understanding ‘Human Error’ (2014)',
        url: 'https://sidneydekker.com/books/',
      },
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
    named: '“Human error” stops the search: name the safeguard that was missing',
    unnamed: '“Human error” stops the search: name the safeguard that was missing',
  },
  examples: [
    { name: 'as the root cause', bad: 'Root cause: ⟦human error⟧.' },
    { name: 'manual mistake', bad: 'The table was dropped due to a ⟦manual mistake⟧.' },
    { name: 'fine 1', good: 'Human error is a symptom, not a cause.' },
    { name: 'fine 2', good: 'The confirmation prompt guards against operator error.' },
    { name: 'fine 3', good: 'The API returned a user error with status 400.' },
  ],
  check: (context) => blameIn('human-error', context),
  fixes: blameFixes,
});
