import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvParse } from 'd3-dsv';
import { type ExportFormat, exportPostmortem } from '../../../../server/src/core/features/export/index.ts';
import { check } from '../../../../server/src/core/index.ts';

const DOCUMENT = `---
template: standard
---
# Postmortem: INC-77 - Checkout <script>alert(1)</script> & more

<!-- for the author only -->

**Date:** 2026-02-01

## Summary

Payments **failed** for *some* customers, see [the status page](https://status.example.org/a) and [this](javascript:alert(1)).
The pool of \`ledger{1}\` was ~~empty~~ full.

## Timeline

| Time (UTC) | Event |
|---|---|
| 09:40 | Alert a \\| b fired<br>twice |

## Root Cause

> quoted & <b>bold</b>

\`\`\`sql
select ']]>' -- {code}
\`\`\`

![graph](./graph.png) ![chart](https://example.org/chart.png)

## Action Items

- [x] Raise the pool
- [ ] Alert on pool use
  - in two regions
`;

const TABLE = `# Postmortem: INC-77 - Checkout outage

## Summary

Payments failed.

## Action Items

| ID | Action | Owner | Priority | Due Date | Status |
|----|--------|-------|----------|----------|--------|
| AI-001 | Alert on pool use, "early" | @ana | P0 | 2026-02-10 | ⏳ |
| AI-002 | =HYPERLINK("https://example.org") | @tom | Medium | Feb 12, 2026 | ⏳ |
| AI-003 | Raise the pool | @li | P1 | 2026-02-12 | ✅ |
| AI-004 | [action] | @li | P1 | 2026-02-12 | ⏳ |
`;

async function exported(text: string, format: ExportFormat, scope: 'document' | 'action-items' = 'document') {
  const { postmortem } = check({ text, path: 'postmortems/inc-77.md' });
  assert.ok(postmortem);
  return (await exportPostmortem(postmortem, format, scope)) ?? '';
}

test('HTML for a clipboard: structure and tables, no scripts, comments, front matter or dead links', async () => {
  const html = await exported(DOCUMENT, 'html');
  for (const part of [
    '<h1>Postmortem: INC-77 - Checkout alert(1) &#x26; more</h1>',
    '<strong>failed</strong>',
    '<a href="https://status.example.org/a">the status page</a>',
    '<a>this</a>',
    '<code>ledger{1}</code>',
    'border-collapse:collapse',
    'Alert a | b fired<br>',
    '☑ Raise the pool',
    '☐ Alert on pool use',
    '<img src="https://example.org/chart.png" alt="chart">',
  ])
    assert.ok(html.includes(part), `${part}\n${html}`);
  assert.doesNotMatch(html, /<script|javascript:|for the author|template: standard|graph\.png|<input/);
});

test('Confluence storage format: well-formed, code and tasks as macros', async () => {
  const storage = await exported(DOCUMENT, 'confluence');
  assert.match(
    storage,
    /<ac:structured-macro ac:name="code"><ac:parameter ac:name="language">sql<\/ac:parameter><ac:plain-text-body><!\[CDATA\[select ']]]]><!\[CDATA\[>' -- \{code\}]]>/,
  );
  assert.match(storage, /<ac:task><ac:task-status>complete<\/ac:task-status><ac:task-body> ?Raise the pool/);
  assert.match(storage, /<ac:image><ri:url ri:value="https:\/\/example.org\/chart.png">/);
  assertWellFormed(storage);
});

test('wiki markup of Confluence and Jira', async () => {
  const wiki = await exported(DOCUMENT, 'wiki');
  for (const part of [
    'h1. Postmortem: INC-77',
    'Payments *failed* for _some_ customers',
    '[the status page|https://status.example.org/a] and this.',
    '{{ledger\\{1\\}}}',
    '-empty-',
    '||Time (UTC)||Event||',
    '|09:40|Alert a \\| b fired\\\\ twice|',
    '{quote}\nquoted & bold\n{quote}',
    '{code:sql}',
    '* (/) Raise the pool\n* ( ) Alert on pool use\n** in two regions',
  ])
    assert.ok(wiki.includes(part), `${part}\n${wiki}`);
});

test('Slack: bold headings, aligned tables, its own three characters escaped', async () => {
  const slack = await exported(DOCUMENT, 'slack');
  for (const part of [
    '*Postmortem: INC-77 - Checkout alert(1) &amp; more*',
    'Payments *failed* for _some_ customers, see <https://status.example.org/a|the status page> and this.',
    '`ledger{1}` was ~empty~ full',
    '```\nTime (UTC)  Event\n09:40       Alert a | b fired twice\n```',
    '> quoted &amp; bold',
    "```\nselect ']]&gt;' -- {code}\n```",
    '☑ Raise the pool\n☐ Alert on pool use\n    • in two regions',
  ])
    assert.ok(slack.includes(part), `${part}\n${slack}`);
});

test('the action items alone: a table without empty columns and without template rows', async () => {
  const wiki = await exported(TABLE, 'wiki', 'action-items');
  assert.equal(
    wiki,
    `||ID||Action||Owner||Priority||Due||Status||
|AI-001|Alert on pool use, "early"|@ana|P0|2026-02-10|open|
|AI-002|=HYPERLINK("https://example.org")|@tom|Medium|Feb 12, 2026|open|
|AI-003|Raise the pool|@li|P1|2026-02-12|done|`,
  );
  assert.equal(
    await exported(DOCUMENT.replace('- [x] Raise the pool\n', ''), 'wiki', 'action-items'),
    '||Action||Status||\n|Alert on pool use|open|',
  );
});

test('Jira CSV: what is still to be done, and nothing a spreadsheet would run', async () => {
  const rows = csvParse(await exported(TABLE, 'jira-csv', 'action-items'));
  assert.deepEqual(
    rows.map((row) => [row.Summary, row.Priority, row.Assignee, row['Due Date'], row['External ID'], row.Labels]),
    [
      ['Alert on pool use, "early"', 'Highest', 'ana', '2026-02-10', 'AI-001', 'postmortem INC-77'],
      [`'=HYPERLINK("https://example.org")`, 'Medium', 'tom', '2026-02-12', 'AI-002', 'postmortem INC-77'],
    ],
  );
  const { postmortem } = check({ text: TABLE.replaceAll('⏳', '✅'), path: 'postmortems/inc-77.md' });
  assert.equal(await exportPostmortem(postmortem!, 'jira-csv'), undefined);
});

/** Every element that opens closes, in order; no character reference that XML does not know. */
function assertWellFormed(xml: string): void {
  const open: string[] = [];
  for (const [, closing, name, selfClosing] of xml
    .replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
    .matchAll(/<(\/)?([a-z][\w:-]*)[^>]*?(\/)?>/g)) {
    if (selfClosing) continue;
    if (closing) assert.equal(open.pop(), name);
    else open.push(name!);
  }
  assert.deepEqual(open, []);
  for (const [reference] of xml.matchAll(/&[a-z]+;/gi)) assert.match(reference, /^&(?:amp|lt|gt|quot|apos);$/);
}
