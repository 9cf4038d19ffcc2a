import { defineRule } from '../rule.ts';
import { blameFixes, blameIn } from './sharedBlame.ts';

export default defineRule({
  id: 'blame/judgement',
  title: 'A judgement of people or their conduct',
  severity: 'warning',
  scope: 'prose',
  exampleSection: 'Root Cause Analysis',
  docs: {
    why: 'A judgement says nothing about what happened and ends the conversation: nobody speaks openly where character is on trial.',
    instead: 'Drop the judging word and state what was observed.',
    notFlagged:
      'Judging words about systems (“careless WAF rule”), praise, and decisions told with the reasons of their time.',
    sources: [
      {
        title: 'Google SRE Workbook, chapter 10: Postmortem Culture',
        url: 'https://sre.google/workbook/postmortem-culture/',
      },
      {
        title: 'Five Rules of Causation (VA National Center for Patient Safety)',
        url: 'https://www.patientsafety.va.gov/professionals/onthejob/rca.asp',
      },
    ],
  },
  messages: {
    named: 'This judges “{agent}”: state what was observed instead',
    unnamed: 'This judges somebody’s conduct: state what was observed instead',
  },
  examples: [
    { name: 'conduct', bad: '⟦A careless change⟧ was pushed.' },
    { name: 'character', bad: '⟦The team was sloppy⟧ with its reviews.' },
    { name: 'fine 1', good: 'The careless WAF rule blocked everyone.' },
    { name: 'fine 2', good: 'Priya quickly spotted the pattern.' },
    { name: 'fine 3', good: 'The retry policy of the SDK is aggressive.' },
  ],
  check: (context) => blameIn('judgement', context),
  fixes: blameFixes,
});
