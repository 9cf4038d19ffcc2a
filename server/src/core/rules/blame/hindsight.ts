import { defineRule } from '../rule.ts';
import { blameFixes, blameIn } from './sharedBlame.ts';

export default defineRule({
  id: 'blame/hindsight',
  title: 'Obvious only in retrospect',
  severity: 'warning',
  scope: 'prose',
  exampleSection: 'Root Cause Analysis',
  docs: {
    why: 'Everything is obvious once the outcome is known. Said of people, it blames them for not seeing what only the outcome made visible.',
    instead: 'Say which signal was available at the time, where, and to whom.',
    notFlagged:
      'Risks found by a review, signals that a system did not show, and “we” looking back (information only).',
    sources: [
      {
        title: 'Sidney Dekker: The Field Guide to Understanding ‘Human Error’ (2014)',
        url: 'https://sidneydekker.com/books/',
      },
    ],
  },
  messages: {
    named: 'Obvious only in retrospect: say which signal was available then, and where',
    unnamed: 'Obvious only in retrospect: say which signal was available then, and where',
  },
  examples: [
    { name: 'anyone would have', bad: '⟦Any competent engineer⟧ would have seen that the queue had no bound.' },
    { name: 'fine 1', good: 'The queue depth was on no dashboard.' },
    { name: 'fine 2', good: 'The graph makes the trend obvious after the fix.' },
  ],
  check: (context) => blameIn('hindsight', context),
  fixes: blameFixes,
});
