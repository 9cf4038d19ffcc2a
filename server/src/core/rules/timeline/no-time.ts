import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'timeline/no-time',
  title: 'A timeline entry without a time',
  severity: 'warning',
  exampleSection: 'Timeline',
  docs: {
    why: 'Without a time nobody can tell what was known when, how long detection took, or whether an action came before or after a symptom.',
    instead: 'Write the time in front of the entry; "~14:00" or "14:??" where it is not known exactly.',
    notFlagged:
      'Approximate and unknown times that say so ("~14:00", "14:??", "later that day"), notes below an entry, lists that explain and have no times at all beside lists that do, and unfilled times of a template.',
    sources: [
      {
        title: 'PagerDuty Postmortem Guide: build a timeline',
        url: 'https://postmortems.pagerduty.com/how_to_write/writing/',
      },
    ],
  },
  messages: {
    one: 'This entry has no time: write when it happened, "~14:00" where it is not exact',
    all: 'No entry of this timeline has a time: write when each thing happened',
  },
  examples: [
    {
      name: 'a bullet among bullets with times',
      bad: 'All times in UTC:\n\n- 14:02 - Error rate alert\n- ⟦Restarted the API pods⟧\n- 14:31 - Error rate back to normal',
    },
    {
      name: 'an empty cell',
      bad: '| Time (UTC) | Event |\n| --- | --- |\n| 14:02 | Error rate alert |\n|  | ⟦Restarted the API pods⟧ |\n| 14:31 | Error rate back to normal |',
    },
    {
      name: 'no times at all: one finding',
      bad: '## ⟦Timeline⟧\n\n- Error rate alert\n- Restarted the API pods\n- Error rate back to normal',
    },
    {
      name: 'unknown and approximate times',
      good: 'All times in UTC:\n\n- ~14:00 - Errors begin\n- 14:?? - Restarted the API pods\n- 14:31 - Error rate back to normal',
    },
    {
      name: 'details below an entry',
      good: 'All times in UTC:\n\n- 14:02 - Error rate alert\n  - 312 errors a minute\n- 14:31 - Error rate back to normal',
    },
  ],
  *check({ postmortem }) {
    for (const { entries, section } of postmortem.timelines) {
      const untimed = entries.filter((entry) => entry.problem === 'no-time');
      if (untimed.length === 0) continue;
      if (untimed.length === entries.length) yield { span: section.headingText, message: 'all' };
      else
        for (const entry of untimed) yield { span: entry.event.text ? entry.event.span : entry.span, message: 'one' };
    }
  },
});
