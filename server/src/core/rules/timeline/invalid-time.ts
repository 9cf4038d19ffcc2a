import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'timeline/invalid-time',
  title: 'A time that no clock shows',
  severity: 'error',
  exampleSection: 'Timeline',
  docs: {
    why: 'A time such as 25:61 cannot be placed among the others: order, gaps and durations cannot be told.',
    instead: 'Write hours 00 to 23 (24:00 for the end of a day) and minutes 00 to 59.',
    notFlagged:
      '24:00, times with unknown digits ("14:??"), unfilled times of a template, and numbers that are no times.',
    sources: [
      { title: 'ISO 8601: date and time format', url: 'https://www.iso.org/iso-8601-date-and-time-format.html' },
    ],
  },
  messages: { invalid: '“{time}” is no time of day: hours go to 23, minutes to 59' },
  examples: [
    { name: 'hour and minute out of range', bad: 'All times in UTC:\n\n- ⟦25:61⟧ - Alert\n- 14:31 - Resolved' },
    {
      name: 'the end of a range, in a table',
      bad: '| Time (UTC) | Event |\n| --- | --- |\n| ⟦14:02 - 14:75⟧ | Rollback |\n| 14:31 | Resolved |',
    },
    { name: 'midnight at the end of the day', good: 'All times in UTC:\n\n- 23:12 - Alert\n- 24:00 - Resolved' },
    {
      name: 'unknown digits',
      good: 'All times in UTC:\n\n- 14:?? - Alert\n- --:-- - Cache warms up\n- 14:31 - Resolved',
    },
  ],
  *check({ postmortem }) {
    for (const { entries } of postmortem.timelines)
      for (const { problem, time } of entries)
        if (problem === 'invalid-time' && time)
          yield { span: time.span, message: 'invalid', args: { time: time.text } };
  },
});
