import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, check, fixAll, fixesFor } from '../../../server/src/core/index.ts';

const HEAD = '# Postmortem: INC-7 - Mail stuck\n\n**Status:** In Review\n\n## Impact\n\n';
const findings = (body: string, head = HEAD) => {
  const checked = check({ text: head + body, path: 'postmortems/a.md' });
  return checked.findings
    .filter(({ ruleId }) => /^(?:structure\/placeholder|suppressions\/)/.test(ruleId))
    .map(({ ruleId, span }) => [ruleId, checked.input.text.slice(span.start, span.end)] as const);
};
const placeholders = (body: string, head = HEAD) =>
  findings(body, head)
    .filter(([id]) => id === 'structure/placeholder')
    .map(([, text]) => text);

describe('a suppression', () => {
  it('silences the next line', () => {
    const body =
      '<!-- postmortem-disable-next-line structure/placeholder -- the sponsor fills it in -->\n[number] and [amount]\n\n[what]\n';
    assert.deepEqual(findings(body), [['structure/placeholder', '[what]']]);
  });

  it('silences its own line, in lists, tables and quotes', () => {
    assert.deepEqual(placeholders('- [number] <!-- postmortem-disable-line structure/placeholder -->\n- [amount]\n'), [
      '[amount]',
    ]);
    assert.deepEqual(placeholders('> [number] <!-- postmortem-disable-line -->\n'), []);
    assert.deepEqual(
      placeholders(
        '| A | B |\n| --- | --- |\n| [number] | x <!-- postmortem-disable-line structure --> |\n| [amount] | y |\n',
      ),
      ['[amount]'],
    );
    assert.deepEqual(
      placeholders('- a\n  <!-- postmortem-disable-next-line structure/placeholder -->\n- [number]\n- [amount]\n'),
      ['[amount]'],
    );
  });

  it('silences a stretch, or the rest of the file', () => {
    const stretch =
      '<!-- postmortem-disable structure/placeholder -->\n\n[number]\n\n<!-- postmortem-enable structure/placeholder -->\n\n[amount]\n';
    assert.deepEqual(placeholders(stretch), ['[amount]']);
    assert.deepEqual(placeholders('[what]\n\n<!-- postmortem-disable -->\n\n[number]\n\n[amount]\n'), ['[what]']);
  });

  it('silences a file, from a comment anywhere or from front matter', () => {
    assert.deepEqual(placeholders('[number]\n\n<!-- postmortem-disable-file structure/placeholder -->\n'), []);
    assert.deepEqual(
      placeholders('[number]\n', `---\npostmortem:\n  disable: [structure/placeholder]\n---\n${HEAD}`),
      [],
    );
  });

  it('silences only what it names', () => {
    const body = '<!-- postmortem-disable-next-line structure/title -->\n[number]\n';
    assert.deepEqual(placeholders(body), ['[number]']);
    assert.deepEqual(placeholders(body.replace('structure/title', 'structure')), []);
  });

  it('works with CRLF', () => {
    const body = '<!-- postmortem-disable-next-line structure/placeholder -->\n[number]\n\n[what]\n'.replaceAll(
      '\n',
      '\r\n',
    );
    assert.deepEqual(placeholders(body, HEAD.replaceAll('\n', '\r\n')), ['[what]']);
  });
});

describe('a suppression that does nothing', () => {
  it('is reported, and taken out by fix all', () => {
    const text = `${HEAD}120 users\n\n<!-- postmortem-disable-next-line structure/placeholder -- old -->\nAll of them waited.\n`;
    const checked = check({ text, path: 'postmortems/a.md' });
    const unused = checked.findings.find(({ ruleId }) => ruleId === 'suppressions/unused');
    assert.equal(unused?.severity, 'hint');
    assert.equal(fixAll({ text, path: 'postmortems/a.md' }).text, `${HEAD}120 users\n\nAll of them waited.\n`);
  });

  it('is told what it may have meant', () => {
    const text = `${HEAD}<!-- postmortem-disable-next-line structure/placeholer -->\n[number]\n`;
    const checked = check({ text, path: 'postmortems/a.md' });
    const unknown = checked.findings.find(({ ruleId }) => ruleId === 'suppressions/unknown');
    assert.match(unknown?.message ?? '', /structure\/placeholder/);
    const fixed = applyEdits(text, fixesFor(checked, unknown!)[0]!.edits);
    assert.deepEqual(placeholders(fixed.slice(HEAD.length)), []);
  });
});
