import { defineRule } from '../rule.ts';
import { blameFixes, blameIn } from './sharedBlame.ts';

export default defineRule({
  id: 'blame/accusing-question',
  title: 'A question that accuses',
  severity: 'warning',
  scope: 'prose',
  exampleSection: 'Review Notes',
  docs: {
    why: '“Who” and “why didn’t you” ask for a culprit and an excuse. People answer them with defence, not with information.',
    instead: 'Ask what and how: “What testing would have caught this? How do we make that automatic?”',
    notFlagged: 'Questions about systems, about ownership of follow-ups, and about what happened.',
    sources: [
      {
        title: 'John Allspaw: The Infinite Hows',
        url: 'https://www.kitchensoap.com/2014/11/14/the-infinite-hows-or-the-dangers-of-the-five-whys/',
      },
      { title: 'Etsy Debriefing Facilitation Guide', url: 'https://github.com/etsy/DebriefingFacilitationGuide' },
    ],
  },
  messages: {
    named: 'This question looks for a culprit: ask what or how instead',
    unnamed: 'This question looks for a culprit: ask what or how instead',
  },
  examples: [
    { name: 'why didn’t you', bad: '⟦Why didn’t you test this before deploying?⟧' },
    { name: 'who', bad: '⟦Who approved this?⟧' },
    { name: 'fine 1', good: 'What testing would have caught this?' },
    { name: 'fine 2', good: 'Who owns follow-up 4?' },
    { name: 'fine 3', good: 'Was anyone paged?' },
  ],
  check: (context) => blameIn('accusing-question', context),
  fixes: blameFixes,
});
