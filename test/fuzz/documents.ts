// Postmortems as nobody would write them: every grammar that the model reads, mixed, broken and in odd dress.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc, { type Arbitrary } from 'fast-check';
import { builtinTemplates, rules } from '../../server/src/core/index.ts';
import { readMarks } from '../support/marked.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples/postmortems');

const TITLES = [
  '# Postmortem: INC-1 - Example',
  '# INC-1 Example',
  'Postmortem\n==========',
  '# Incident report: [title]',
  '---\ntitle: x\nincident: INC-1\nseverity: SEV-1\n---\n\n# Postmortem',
  '---\npostmortem:\n  disable: [blame]\n---\n\n# Postmortem: INC-2 - Off',
];

const FIELDS = [
  '**Date:** 2026-02-11',
  '**Date:** 02/11/2026',
  '**Date:** 2026-02-30',
  '**Date:** 11 Feb 2026 to 12 Feb 2026',
  '**Status:** In Review',
  '**Status:** Final',
  '**Status:** draft',
  '**Severity:** SEV-2',
  '**Severity:** sev 1 (was P3)',
  '**Severity:** whatever',
  '**Duration:** 45 minutes',
  '**Duration:** 2h 5m (14:02 - 16:07 UTC)',
  '**Duration:** 99 days',
  '**Authors:** Ana Ruiz, @bob',
  '**Attendees:** Priya, Bob, the on-call engineer',
  '- Incident Commander: Ana Ruiz',
  '| Field | Value |\n| --- | --- |\n| Date | 2026-02-11 |\n| Severity | SEV-1 |\n| Owner | |',
  'Incident ID: INC-1\nStart: 14:02 UTC\nEnd: 2026-02-11 16:07',
  '**Time to detect:** 5 minutes\n**Time to resolve:** 1h',
];

const HEADINGS = [
  'Summary',
  'Impact',
  'Timeline',
  'Timeline (all times in UTC)',
  'Five Whys',
  '5 Whys',
  'Root Cause',
  'Root Cause Analysis',
  'Contributing Factors',
  'Detection',
  'Resolution',
  'Lessons Learned',
  'What went well',
  'What went wrong',
  'Where we got lucky',
  'Action Items',
  'Prevention',
  'Related Incidents',
  'Attendees',
  'Appendix',
  'Zusammenfassung',
  '[section]',
];

const TIMELINES = [
  '| Time (UTC) | Event |\n| --- | --- |\n| 14:02 | Alert fired |\n| 13:31 | Rolled back |',
  '| # | Time | Source | Event |\n|---|---|---|---|\n| 1 | 2026-02-11 14:02 | monitor | Alert \\| fired |\n| 2 |  | | |',
  '| Date | Time (CET) | What |\n| --- | --- | --- |\n| 2026-02-11 | 25:61 | Bob broke it |',
  'All times in UTC:\n\n- **14:02** - Alert fired\n- **14:31** - Rolled back\n- **14:20** - @ana pages Bob',
  'All times in IST\n\n* 14:02 – Alert fired\n* 9:31: Rolled back\n* ~10:?? - Somebody calls',
  '### 2026-02-11\n\n14:02 - Alert fired<br>\n14:31 - Rolled back<br>',
  'Times in UTC.\n\n1. `14:02` - Alert fired\n2. `14:31` - Priya should have known',
  '- [14:02:00] Alert fired\n- [HH:MM] [event]',
  '**14:02** - Alert fired\n\n**14:31** - Rolled back',
  '- 2:02 PM - Alert fired\n- 2:31 pm PST Rolled back',
  '- 2026-02-11T15:02+01:00 Alert fired\n- 2026-02-11T14:31Z Rolled back',
  '```text\n14:02 Alert fired\n14:31 Rolled back\n```',
  '### 14:02\n\nAlert fired\n\n### 14:31\n\nRolled back',
  '- T0 Alert fired\n- T+12m: Rolled back\n- T+1h 5m: Back',
  '- 23:50 - Alert fired\n- 00:20 - Rolled back',
  '- 10:01 - 10:20: Two nodes are replaced',
  '> 14:02 Alert fired\n\n> 14:31 Rolled back',
  '- **2026-02-11**\n  - 14:02 Alert fired\n  - 2026-02-12 14:31 Resolved',
];

const WHYS = [
  '1. **Why?** The pool was exhausted\n2. **Why?** Human error\n3. **Why?** [answer]',
  '1. Why did it fail? The pool was exhausted\n2. Why? Because Bob forgot to raise it',
  '**Why did it fail?**\n\nThe pool was exhausted\n\n**Why was it exhausted?**\n\n',
  '**Why 1:** The pool was exhausted\n**Why 2:** Retries had no limit',
  '- Checkout failed\n  - The pool was exhausted\n    - Retries had no limit\n      - Bob',
  '| # | Why | Answer |\n| --- | --- | --- |\n| 1 | Why? | The pool |\n| 2 | | |',
  '### Why 1: Why did it fail?\n\nThe pool was exhausted\n\n### Why 2\n\n',
  'Checkout failed → The pool was exhausted → Retries had no limit',
  'Checkout failed\n→ The pool was exhausted\n→ Retries had no limit',
  'Checkout failed because the pool was exhausted.',
  '**Root Cause:** nobody checked',
];

const ACTIONS = [
  '| ID | Action | Owner | Due Date | Priority | Status |\n| --- | --- | --- | --- | --- | --- |\n| AI-001 | Improve it | | 2026-01-01 | P1 | open |\n| AI-001 | | @ana | soon | | ✅ |',
  '| Task | Who | ETA |\n|:---|:---:|---:|\n| Add an alert | ana | 2026-13-01 |\n| [what] | [who] | [when] |',
  '- [ ] Look into retries (@ana, in 2 weeks)\n- [x] Add an alert - Owner: Ana - Due: 2026-03-05',
  '- [ ] **[P1]** Be more careful _(bob)_ - Due: 5 March',
  '- **Prevention**\n  - Block untested migrations\n    - see the design\n- **Detection**\n  - Train everyone',
  '- AI-003: Add an alert (OPS-12) (DONE)\n- ~~Drop the job~~',
  '1. @ana will investigate\n2. TBD',
  'None.',
  '### AI-001: Add an alert\n\n**Owner:** @ana\n**Due:** 2026-03-05',
];

const PROSE = [
  'Bob should have checked the disk before he deployed.',
  'It was caused by human error and carelessness; we must be more careful.',
  '@ana forgot to page. She was to blame, obviously.',
  'The outage lasted 45 minutes and hit 12 % of customers.',
  'Many users were affected for some time.',
  'See INC-9 and https://example.com/a_b_c?x=1#y and <ops@example.com>.',
  'password: hunter2 AKIAIOSFODNN7EXAMPLE 10.0.0.1',
  '[what happened] <who> TODO TBD XXX ???',
  '"You broke it", said the manager.',
  'Went **very** _well_: `kubectl get pods`, ~~not~~ [a link](http://x "t").',
  '- it worked\n- the alert fired in time',
  '> Bob should have known better.',
  '<!-- postmortem-disable-next-line blame -- known -->',
  '<!-- postmortem-disable -->',
  '<!-- postmortem-enable -->',
  '<!-- postmortem-disable-line no-such-rule -->',
  '<details><summary>x</summary>\n\nBob failed.\n\n</details>',
  '![graph](a.png)',
  '[^1]: Bob\n\n[ref]: http://x',
  '```\nBob should have known\n```',
  '    indented code',
  '***',
];

/** What text processing trips over. */
const ODD = [
  '\u0000',
  '\ufeff',
  '\u2028',
  '\u200b',
  '\u202e',
  '\u00a0',
  '\ud800',
  '\udc00',
  '👩‍🚒',
  'e\u0301',
  'İ',
  'ß',
  'ﬁ',
  'مرحبا',
  '日本語',
  '\t',
  '\r',
  '\v',
  '\\',
  '&nbsp;',
  '&#0;',
  '<',
  '<!--',
  '-->',
  '`',
  '|',
  '*',
  '_',
  '[',
  ']',
  '](',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a tab stop, as a snippet writes it
  '${1:x}',
  '$1',
  '{0}',
  '%s',
  '__proto__',
  '\u001b[31m',
  '"',
  "'",
  '’',
  '…',
  '—',
  '\n',
  '\n\n',
  '  \n',
];

const EXAMPLE_BODIES = rules.flatMap((rule) =>
  rule.examples.map((example) => readMarks('good' in example ? example.good : example.bad).text),
);

const WHOLE = [
  ...readdirSync(EXAMPLES).map((name) => readFileSync(join(EXAMPLES, name), 'utf8')),
  ...builtinTemplates.map(({ text }) => text),
];

const piece = fc.oneof(
  { arbitrary: fc.constantFrom(...TIMELINES), weight: 3 },
  { arbitrary: fc.constantFrom(...WHYS), weight: 3 },
  { arbitrary: fc.constantFrom(...ACTIONS), weight: 3 },
  { arbitrary: fc.constantFrom(...PROSE), weight: 4 },
  { arbitrary: fc.constantFrom(...FIELDS), weight: 2 },
  { arbitrary: fc.constantFrom(...EXAMPLE_BODIES), weight: 6 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }), weight: 1 },
);

const section = fc
  .tuple(fc.constantFrom('## ', '### ', '# ', '**'), fc.constantFrom(...HEADINGS), fc.array(piece, { maxLength: 3 }))
  .map(([mark, heading, pieces]) => [`${mark}${heading}${mark === '**' ? '**' : ''}`, ...pieces].join('\n\n'));

const composed = fc
  .tuple(
    fc.constantFrom(...TITLES),
    fc.array(fc.constantFrom(...FIELDS), { maxLength: 5 }),
    fc.array(section, { maxLength: 6 }),
  )
  .map(([title, fields, sections]) => `${title}\n\n${fields.join('\n')}\n\n${sections.join('\n\n')}\n`);

/** A piece of what a section can hold, to be repeated. */
export const fragments: Arbitrary<string> = fc.oneof(
  piece.filter((text) => text !== ''),
  fc
    .array(fc.constantFrom(...ODD, 'a', 'Bob', ' ', '1', ':', '-', '(', ')', '.', '@', '#', '> ', '- '), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join('')),
);

/** One change of a text: some characters give way to others. `at` is taken modulo the length of the text. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly add: string;
}

const inserted = fc.oneof(
  { arbitrary: fc.constantFrom('', 'e', ' ', '\n', '\n\n', '- ', '#', '|'), weight: 4 },
  { arbitrary: fc.constantFrom(...ODD), weight: 3 },
  { arbitrary: piece.map((text) => `\n\n${text}\n\n`), weight: 2 },
  { arbitrary: fc.constantFrom(...HEADINGS).map((heading) => `\n## ${heading}\n`), weight: 1 },
);

export const edits: Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)),
  add: inserted,
});

/** What is typed at a place, and how many characters behind it have been deleted by then. */
export interface Key {
  readonly piece: string;
  readonly deleted: number;
}

const MARKS = [
  '`',
  '**',
  '_',
  '|',
  '#',
  '1. ',
  '- ',
  '> ',
  '<!--',
  '-->',
  '](',
  '![',
  '\\',
  '~~',
  '[x] ',
  '<b>',
  '&amp;',
  ':',
  '---',
  '    ',
];

/** Typing at one place, within a line for the most part. */
export const keys: Arbitrary<Key[]> = fc.array(
  fc.record({
    piece: fc.oneof(
      { arbitrary: fc.constantFrom('', 'e', ' ', 'Priya forgot to check the disk. ', '[what]', '\n'), weight: 3 },
      { arbitrary: fc.constantFrom(...MARKS), weight: 2 },
      { arbitrary: fc.constantFrom(...ODD), weight: 1 },
    ),
    deleted: fc.nat(3),
  }),
  { minLength: 1, maxLength: 6 },
);

/** The text after an edit. */
export function edited(text: string, { at, remove, add }: Edit): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + add + text.slice(start + remove);
}

/** Postmortems: put together from pieces or whole ones, then damaged, with any line ends. */
export const documents: Arbitrary<string> = fc
  .tuple(
    fc.oneof({ arbitrary: composed, weight: 5 }, { arbitrary: fc.constantFrom(...WHOLE), weight: 1 }),
    fc.array(edits, { maxLength: 6 }),
    fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
    fc.boolean(),
  )
  .map(([text, changes, eol, mark]) => {
    const damaged = changes.reduce(edited, text);
    return `${mark ? '\ufeff' : ''}${eol === '\n' ? damaged : damaged.replaceAll('\n', eol)}`;
  });

const PASTES = [
  'ana  [2:02 PM]\nAlert fired\nbob  [2:05 PM]\nlooking',
  'Ana Ruiz\n  14:02\nAlert fired',
  '[11/02/2026, 14:02:33] Ana: Alert fired\n[11/02/2026, 14:03:00] Bob: on it',
  '2026-02-11T14:02:33Z ERROR pool exhausted\n2026-02-11T14:03:33Z INFO recovered',
  'Feb 11 14:02:33 host app[12]: died',
  'commit 0123456789abcdef\nAuthor: Ana <ana@example.com>\nDate:   Wed Feb 11 14:02:33 2026 +0100\n\n    Raise the limit',
  '0123456 2026-02-11 14:02 Ana Raise the limit',
  'LAST SEEN   TYPE      REASON    OBJECT    MESSAGE\n5m          Warning   BackOff   pod/a     Back-off',
  '{"time":"2026-02-11T14:02:33Z","msg":"x"}',
  'FIRING: High latency (14:02)\nRESOLVED: High latency (14:31)',
];

/** What a person might paste: chats, logs, or anything. */
export const pastes: Arbitrary<string> = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom(...PASTES), piece), { minLength: 1, maxLength: 3 }),
    fc.array(edits, { maxLength: 3 }),
  )
  .map(([parts, changes]) => changes.reduce(edited, parts.join('\n')));
