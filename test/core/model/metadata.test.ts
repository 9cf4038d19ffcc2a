import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Field, Postmortem } from '../../../server/src/core/index.ts';
import { read } from './read.ts';

const known = (postmortem: Postmortem) =>
  Object.fromEntries(
    postmortem.fields.filter((field) => field.kind !== 'other').map((field) => [field.kind, field.value.text]),
  );

/** The same four facts in every dress that teams give a header. */
const FACTS = { date: '2026-01-12', severity: 'SEV2', status: 'Final', owner: 'Ana Ruiz' };

const HEADERS: Readonly<Record<string, string>> = {
  'bold with the colon inside': '**Date:** 2026-01-12\n**Severity:** SEV2\n**Status:** Final\n**Owner:** Ana Ruiz',
  'bold with the colon outside':
    '**Date**: 2026-01-12  \n**Severity**: SEV2  \n**Status**: Final  \n**Owner**: Ana Ruiz',
  'lines with a break': 'Date: 2026-01-12<br>\nSeverity: SEV2<br>\nStatus: Final<br> Owner: Ana Ruiz',
  'plain lines': 'Date: 2026-01-12\nSeverity: SEV2\nStatus: Final\nOwner: Ana Ruiz',
  'bullets in bold': '- **Date:** 2026-01-12\n- **Severity:** SEV2\n- **Status:** Final\n- **Owner:** Ana Ruiz',
  'plain bullets': '* Date: 2026-01-12\n* Severity: SEV2\n* Status: Final\n* Owner: Ana Ruiz',
  italics: '*Date:* 2026-01-12\n*Severity:* SEV2\n*Status:* Final\n*Owner:* Ana Ruiz',
  'a table of two columns':
    '| Field | Value |\n| --- | --- |\n| **Date** | 2026-01-12 |\n| **Severity** | SEV2 |\n| Status | Final |\n| Owner | Ana Ruiz |',
  'an HTML table':
    '<table>\n<tr><th>Date</th><td><p>2026-01-12</p></td></tr>\n<tr><th>Severity</th><td>SEV2</td></tr>\n<tr><th>Status</th><td>Final</td></tr>\n<tr><th>Owner</th><td>Ana Ruiz</td></tr>\n</table>',
  'several on a line': '**Date:** 2026-01-12 | **Severity:** SEV2\nStatus: Final · Owner: Ana Ruiz',
  'a table of pairs':
    '| Date | 2026-01-12 | Severity | SEV2 |\n|---|---|---|---|\n| Status | Final | Owner | Ana Ruiz |',
  'a table with one row':
    '| Date | Severity | Status | Owner |\n| --- | --- | --- | --- |\n| 2026-01-12 | SEV2 | Final | Ana Ruiz |',
  'a block quote': '> **Date**: 2026-01-12\n> **Severity**: SEV2\n> **Status**: Final\n> **Owner**: Ana Ruiz',
  headings: '## Date: 2026-01-12\n\n## Severity: SEV2\n\n## Status: Final\n\n## Owner: Ana Ruiz',
  'headings with a paragraph':
    '### Date\n\n2026-01-12\n\n### Severity\n\nSEV2\n\n### Status\n\nFinal\n\n### Owner\n\nAna Ruiz',
  'a section of its own':
    '## Incident Information\n\n- **Date:** 2026-01-12\n- **Severity:** SEV2\n- **Status:** Final\n- **Owner:** Ana Ruiz',
  'one paragraph each': '**Date:** 2026-01-12\n\n**Severity:** SEV2\n\n**Status:** Final\n\n**Owner:** Ana Ruiz',
};

describe('a header', () => {
  for (const [dress, header] of Object.entries(HEADERS))
    for (const eol of ['\n', '\r\n'])
      it(`is read as ${dress}${eol === '\n' ? '' : ' with CRLF'}`, () => {
        const text = `# Postmortem: INC-7 - Mail stuck\n\n${header}\n\n## Summary\n\nMail waited.\n`.replaceAll(
          '\n',
          eol,
        );
        const postmortem = read(text);
        assert.deepEqual(known(postmortem), FACTS);
        assert.equal(postmortem.lifecycle, 'final');
        assert.equal(postmortem.severity?.normalized, 'SEV2');
        assert.deepEqual([postmortem.date?.year, postmortem.date?.month, postmortem.date?.day], [2026, 1, 12]);
        assert.deepEqual(postmortem.people.names, ['Ana Ruiz']);
        for (const field of postmortem.fields as readonly Field[]) {
          assert.equal(text.slice(field.value.span.start, field.value.span.end), field.value.text);
          assert.equal(text.slice(field.name.span.start, field.name.span.end), field.name.text);
        }
      });

  it('is read from front matter', () => {
    const text =
      '---\ndate: 2026-01-12\nseverity: "SEV2"\nstatus: final\nowner: Ana Ruiz\nservices_affected: [mail, search]\n---\n# Mail stuck\n\n## Summary\n\nMail waited.\n';
    const postmortem = read(text);
    assert.deepEqual(known(postmortem), { ...FACTS, status: 'final', services: 'mail, search' });
    const severity = postmortem.fields.find((field) => field.kind === 'severity')!;
    assert.equal(text.slice(severity.value.span.start, severity.value.span.end), 'SEV2');
    assert.equal(severity.place, 'front-matter');
  });

  it('says nothing where the front matter is no YAML', () => {
    assert.deepEqual(read('---\n: [unclosed\n\t- x: {\n---\n# Mail stuck\n').fields, []);
  });

  it('knows where a missing value is to be written', () => {
    const text = '# Postmortem: INC-7 - Mail stuck\n\n**Owner:**\n**Date:** \n\n## Summary\n';
    const [owner, date] = read(text).fields;
    assert.deepEqual([owner?.value.text, date?.value.text], ['', '']);
    assert.equal(owner?.value.span.start, text.indexOf('\n**Date'));
    assert.equal(date?.value.span.start, text.indexOf('\n\n## Summary'));
  });

  it('is read from a numbered form, and ends where a line in bold begins', () => {
    const { fields } = read(
      '# Incident report\n\n**1. Date & time reported:** 03/09/2026 02:14\n**2. Patient safety event raised (form no.):** W-8\n**3. Owner:** Ana Ruiz\n**Has the review been held?** yes\n\n## Summary\n\nMail waited.\n',
    );
    assert.deepEqual(
      fields.map(({ kind, name, value }) => [kind, name.text, value.text]),
      [
        ['detected', 'Date & time reported', '03/09/2026 02:14'],
        ['other', 'Patient safety event raised (form no.)', 'W-8'],
        ['owner', 'Owner', 'Ana Ruiz'],
      ],
    );
  });

  it('is read from bold names on one line', () => {
    const { fields } = read(
      '# Incident report\n\n**Ref:** MIR-88 **Priority:** P1 **Date:** 11 May 2026\n\n## Summary\n\nMail waited.\n',
    );
    assert.deepEqual(
      fields.map(({ name, value }) => [name.text, value.text]),
      [
        ['Ref', 'MIR-88'],
        ['Priority', 'P1'],
        ['Date', '11 May 2026'],
      ],
    );
  });

  it('tells text with a colon from a field', () => {
    const { fields } = read(
      '# Postmortem: INC-7 - Mail stuck\n\nNote: this was written in a hurry, and 10:02 is a guess.\n\nSee https://example.com/x: it helps.\n',
    );
    assert.deepEqual(fields, []);
  });
});

describe('fields elsewhere', () => {
  it('belong to impact, stats and footer', () => {
    const { fields } = read(`# Postmortem: INC-7 - Mail stuck

## Impact

- **Users Affected:** 120
- **Data Loss:** none
- Mail: slow

## Stats

- Time to detection: 5 minutes
- Time to recovery: 84 minutes

## Related Incidents

- INC-3: the same queue

---

**Postmortem completed by:** @ana
**Reviewed by:** @raj
**Date:** 2026-01-14
`);
    assert.deepEqual(
      fields.map((field) => [field.kind, field.place]),
      [
        ['users-affected', 'impact'],
        ['data-loss', 'impact'],
        ['time-to-detect', 'stats'],
        ['time-to-recover', 'stats'],
        ['completed-by', 'footer'],
        ['reviewed-by', 'footer'],
        ['completed-date', 'footer'],
      ],
    );
  });
});

describe('what teams call their fields', () => {
  const kinds = (header: string) =>
    read(`# Postmortem: INC-7 - Mail stuck\n\n${header}\n\n## Summary\n\nMail waited.\n`).fields.map(
      ({ kind }) => kind,
    );

  it('is known from the words it is built of', () => {
    assert.deepEqual(
      kinds(
        '**COE ID:** COE-7\n**Detected at:** 10:04\n**% of users impacted:** 4 %\n**Lost revenue:** none\n**Customer-facing impact:** mail late\n**Root cause category:** config',
      ),
      ['incident-id', 'detected', 'users-affected', 'revenue-loss', 'users-affected', 'category'],
    );
  });

  it('tells how severe from how urgent', () => {
    assert.deepEqual(kinds('**Priority:** P1'), ['severity']);
    assert.deepEqual(kinds('**Priority:** High'), ['other']);
  });

  it('may be a label of the issue', () => {
    const postmortem = read(
      '# 2026-03-04: Mail stuck\n\n/label ~"severity::2" ~"Service::Mail"\n\n## Incident Review\n\n## Summary\n',
    );
    assert.equal(postmortem.severity?.value.text, 'severity::2');
    assert.equal(postmortem.severity?.normalized, 'SEV2');
  });

  it('stands in bold where the text tells the times, too', () => {
    const { fields } = read(
      '# Postmortem: INC-7 - Mail stuck\n\n## Timeline\n\n- 10:00 UTC - Mail waits\n\n**Total impact duration:** 42 minutes\n**Note:** see below\n',
    );
    assert.deepEqual(
      fields.map(({ kind, place }) => [kind, place]),
      [['duration', 'body']],
    );
  });

  it('has a value without the label where heading and text are one line', () => {
    const { fields } = read(
      '# Postmortem: INC-7 - Mail stuck\n\n**Summary:** Mail waited.\n\n**Trigger:** a deploy\n\n**Impact:** none\n\n**Root Cause:** one consumer\n',
    );
    assert.equal(fields.find(({ kind }) => kind === 'trigger')?.value.text, 'a deploy');
  });
});

describe('the date of the incident', () => {
  const dateOf = (text: string) => {
    const { date } = read(text);
    return date && [date.year, date.month, date.day].join('-');
  };

  it('is the first day of several', () => {
    assert.equal(dateOf('# Postmortem: Mail stuck\n\n**Date:** January 14-19, 2026\n'), '2026-1-14');
  });

  it('is that of the title where the date of the front matter is the day of the post', () => {
    const post = (title: string) =>
      dateOf(`---\ntitle: "${title}"\ndate: 2026-07-18\n---\n\n## Summary\n\nMail waited.\n`);
    assert.equal(post('Postmortem: mail stuck on July 17, 2026'), '2026-7-17');
    assert.equal(post('Postmortem: mail stuck'), '2026-7-18');
  });

  it('is written day first where another date or the language of the header says so', () => {
    const text = (name: string, due: string) =>
      `# Postmortem: Mail stuck\n\n**${name}:** 10/02/2026\n\n## Action Items\n\n- Add a consumer (@ana, ${due})\n`;
    assert.equal(dateOf(text('Date', '20/02/2026')), '2026-2-10');
    assert.equal(dateOf(text('Date', '10/20/2026')), '2026-10-2');
    assert.equal(dateOf(text('Data', '2026-02-20')), '2026-2-10');
  });

  it('is told in the first sentence where no field, title or file name has it', () => {
    const text = (sentence: string) => `# Postmortem: Mail stuck\n\n## Summary\n\n${sentence}\n`;
    assert.equal(
      dateOf(text('On Monday 7 January 2019, mail to all customers waited for more than an hour.')),
      '2019-1-7',
    );
    assert.equal(
      dateOf(text('Between 09:31 and 11:23 UTC on 14 January 2026 mail to all customers was delayed.')),
      '2026-1-14',
    );
    assert.equal(
      dateOf(text('Mail waited as it did with version 3 of the server, which came out some years ago.')),
      undefined,
    );
  });
});

describe('people', () => {
  it('are read with their roles from lists, handles, initials and owner columns', () => {
    const { people } = read(`# Postmortem: INC-7 - Mail stuck

**Incident Commander:** @ana
**Attendees:** Raj Patel (on-call), @lee - CTO, the platform team

## Attendees

- RF, PW
- Kim Lund (scribe)
`);
    assert.deepEqual([...people.names].sort(), ['Kim Lund', 'PW', 'RF', 'Raj Patel', 'ana', 'lee']);
    assert.equal(people.roles.get('incident-commander'), 'ana');
    assert.equal(people.roles.get('on-call'), 'Raj Patel');
    assert.equal(people.roles.get('manager'), 'lee');
  });
});

describe('the life of a document', () => {
  const life = (header: string, body = 'Mail waited.') =>
    read(`# Postmortem: INC-7 - Mail stuck\n\n${header}\n\n## Summary\n\n${body}\n`).lifecycle;

  it('follows the status', () => {
    assert.equal(life('**Status:** WIP'), 'draft');
    assert.equal(life('**Status:** In progress'), 'draft');
    assert.equal(life('**Status:** Pending review'), 'in-review');
    assert.equal(life('**Status:** Complete, action items in progress'), 'final');
    assert.equal(life('**Status:** \\[draft | pending | **final**\\]'), 'final');
    assert.equal(life('---', 'x'), 'in-review');
  });

  it('is a draft without a status until no placeholder is left', () => {
    assert.equal(life('', '[what happened]'), 'draft');
    assert.equal(life('', 'Mail waited.'), 'in-review');
    assert.equal(life('**Status:** Draft | In Review | Final', 'Mail waited.'), 'draft');
    // The incident's status is not the document's.
    assert.equal(life('**Status:** Resolved'), 'in-review');
  });
});

it('fields of a retro and of a table of impact', () => {
  const { fields } = read(
    '# Incident retro - slow search\n\n**Incident from:** 2026-06-28\n\n**Incident until:** 2026-06-29\n\n**Retro held:** 2026-06-30\n\n## Impact\n\n| Customers Impacted | Support Cases Raised | Customer Data Loss | Incident Duration |\n| --- | --- | --- | --- |\n| All | 3 | None | 1h |\n\n## Timeline\n\n- 10:02 UTC - Alert\n',
  );
  assert.deepEqual(
    fields.map(({ kind }) => kind),
    ['start', 'end', 'meeting', 'users-affected', 'customer-complaints', 'data-loss', 'duration'],
  );
});

it('a header in Japanese, and a ticket in a heading', () => {
  const { fields } = read(
    '# ポストモーテム: 検索の遅延\n\n#### Bugzilla Bug: [bug 1749](https://example.com)\n\n## メタデータ\n\n| 項目 | 内容 |\n| --- | --- |\n| 発生日時 | 2026-04-06 14:23 (JST) |\n| 重大度 | SEV-3 |\n| ステータス | 完了 |\n\n## サマリー\n\n検索が遅かった。\n',
  );
  const known_ = fields.filter(({ kind }) => kind !== 'other').map(({ kind, value }) => [kind, value.text]);
  assert.deepEqual(known_, [
    ['incident-id', 'bug 1749'],
    ['date', '2026-04-06 14:23 (JST)'],
    ['severity', 'SEV-3'],
    ['status', '完了'],
  ]);
});

it('a header table whose columns have no names, and bold names without a colon', () => {
  const table = read(
    '# October 17th, 2026 - Models missing\n\n| | |\n| ---: | :--- |\n| **Reported on Slack** | October-17-2026 |\n| **Mitigation** | October-25-2026 |\n| **Work** | a |\n| **Crew** | b |\n',
  );
  assert.deepEqual(table.fields[0] && [table.fields[0].kind, table.fields[0].value.text], [
    'detected',
    'October-17-2026',
  ]);
  const lines = read(
    '# Incident 12\n\n**Reported on** Feb-05-2026\n**Solution Completed** Feb-10-2026\n\n## What happened?\n\n**Wearables** were missing.\n',
  );
  assert.deepEqual(
    lines.fields.map(({ kind, value }) => [kind, value.text]),
    [
      ['detected', 'Feb-05-2026'],
      ['end', 'Feb-10-2026'],
    ],
  );
});
