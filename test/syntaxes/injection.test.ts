import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, ours } from './tokenize.ts';

let grammar: IGrammar;
before(async () => {
  grammar = await loadGrammar();
});

test('times of a timeline are seen in lists, tables and lines of their own', () => {
  const text =
    '- **14:02** - alert fires\n\n14:02:30 UTC the page goes out\n\n| 9:16 PM PDT | rollback |\n|---|---|\n| 14:05+02:00 | done |';
  const times = ours(grammar, text).filter(([, scope]) => scope === 'constant.numeric.time');
  assert.deepEqual(
    times.map(([time]) => time),
    ['14:02', '14:02:30 UTC', '9:16 PM PDT', '14:05+02:00'],
  );
});

test('what only looks like a time or a date is none', () => {
  assert.deepEqual(
    ours(grammar, 'Ratio 3:75, port host:8080, 25:61, image:14:02:99:11, v2026-11-23-rc1, 2026-13-40'),
    [],
  );
});

test('dates, severities, incident ids and action ids', () => {
  assert.deepEqual(ours(grammar, 'On 2026-11-23 INC-042 became P0, then SEV-2; AI-001 follows.'), [
    ['2026-11-23', 'constant.numeric.date'],
    ['INC-042', 'entity.name.tag.incident'],
    ['P0', 'constant.language.severity.high'],
    ['SEV-2', 'constant.language.severity.low'],
    ['AI-001', 'entity.name.function.action'],
  ]);
  assert.deepEqual(ours(grammar, 'HTTP2, P10, S3, UTF-8, FINC-1, gpt-AI-1x'), []);
});

test('placeholders are seen, links and their like are not', () => {
  const placeholders = (text: string) => ours(grammar, text).map(([found]) => found);
  assert.deepEqual(placeholders('**Date:** [YYYY-MM-DD] by [@name], HH:MM, TBD'), [
    '[YYYY-MM-DD]',
    '[@name]',
    'HH:MM',
    'TBD',
  ]);
  assert.deepEqual(placeholders('| AI | [what changes] | [@name] |\n|---|---|---|\n| x | [what] | y |'), [
    '[what changes]',
    '[@name]',
    '[what]',
  ]);
  for (const text of [
    '[runbook](https://x.test)',
    '![graph](a.png)',
    '[text][ref]',
    '[ref]: https://x.test',
    '- [ ] open\n- [x] done',
    'note[^1]',
    '[[page]]',
    '\\[no\\]',
    '[12]',
  ])
    assert.deepEqual(placeholders(text), [], text);
});

test('suppression comments show their rules and their reason', () => {
  assert.deepEqual(
    ours(grammar, '<!-- postmortem-disable-next-line blame/human-error timeline -- quoting the customer -->'),
    [
      ['<!--', 'comment.block.html.suppression'],
      [' ', 'comment.block.html.suppression'],
      ['postmortem-disable-next-line', 'keyword.control.directive'],
      [' ', 'comment.block.html.suppression'],
      ['blame/human-error', 'entity.name.tag.rule'],
      [' ', 'comment.block.html.suppression'],
      ['timeline', 'entity.name.tag.rule'],
      [' ', 'comment.block.html.suppression'],
      ['--', 'punctuation.separator.reason'],
      [' ', 'comment.block.html.suppression'],
      ['quoting the customer', 'string.unquoted.reason'],
      [' ', 'comment.block.html.suppression'],
      ['-->', 'comment.block.html.suppression'],
    ],
  );
  const directives = (text: string) => ours(grammar, text).filter(([, scope]) => scope === 'keyword.control.directive');
  for (const name of ['disable', 'enable', 'disable-line', 'disable-file', 'disable-next-line'])
    assert.deepEqual(directives(`Some text <!-- postmortem-${name} -->`), [
      [`postmortem-${name}`, 'keyword.control.directive'],
    ]);
  assert.deepEqual(ours(grammar, '<!-- postmortem-disabled INC-1 at 14:02 [todo] -->'), []);
});

test('code, links and front matter are left as they are', () => {
  const text =
    '---\ndate: 2026-11-23\n---\n\n```text\n14:02 INC-1 P0 [x y]\n```\n\n`14:02 P0 [what]` and <https://x.test/2026-11-23/INC-1>\n\n    14:02 indented';
  assert.deepEqual(ours(grammar, text), []);
});

test('what stands around a found word keeps its own look', () => {
  const { tokens } = grammar.tokenizeLine('- **14:02** - *then* [what]', null);
  const scopes = tokens.flatMap((token) => token.scopes);
  for (const scope of ['markup.bold.markdown', 'markup.italic.markdown', 'markup.list.unnumbered.markdown'])
    assert.ok(scopes.includes(scope), scope);
});
