import { defineRule } from '../rule.ts';
import { blameFixes, blameIn } from './sharedBlame.ts';

export default defineRule({
  id: 'blame/counterfactual',
  title: 'What somebody should have done',
  severity: 'warning',
  scope: 'prose',
  exampleSection: 'Root Cause Analysis',
  docs: {
    why: '“Should have” tells of a world that did not exist. It hides why the action made sense at that moment, with what could be seen then.',
    instead: 'Say what was missing at that moment: which check, signal or guard would have changed the course.',
    notFlagged: 'Expectations of systems (“the alert should have fired”), luck, action items, questions of a template.',
    sources: [
      {
        title: 'Sidney Dekker: The Field Guide to Understanding ‘Human Error’ (2014)',
        url: 'https://sidneydekker.com/books/',
      },
      { title: 'Etsy Debriefing Facilitation Guide', url: 'https://github.com/etsy/DebriefingFacilitationGuide' },
    ],
  },
  messages: {
    named: '“{agent}” is measured by what did not happen: say what was missing at that moment',
    unnamed: 'This measures people by what did not happen: say what was missing at that moment',
  },
  examples: [
    { name: 'should have', bad: '⟦The reviewer should have caught this⟧.' },
    { name: 'had they', bad: '⟦Had the release manager read the changelog⟧, none of this would have happened.' },
    { name: 'fine 1', good: 'The alert should have fired within a minute.' },
    { name: 'fine 2', good: 'Should have been fine: the replica was healthy.' },
    { name: 'fine 3', good: 'The canary would have caught this.' },
  ],
  check: (context) => blameIn('counterfactual', context),
  fixes: blameFixes,
});
