import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, check, formatEdits } from '../../../server/src/core/index.ts';

const HEAD = '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-11\n\n## Summary\n\nMail   waited.\n\n';
const checked = (text: string) => check({ text, path: 'postmortems/inc-7.md' });
const formatted = (body: string) => {
  const text = HEAD + body;
  const after = applyEdits(text, formatEdits(checked(text)));
  assert.deepEqual(formatEdits(checked(after)), [], 'formatting settles at once');
  assert.ok(after.startsWith(HEAD), 'prose stays as it is');
  return after.slice(HEAD.length);
};

describe('formatting', () => {
  it('puts the pipes of tables below each other, alignment marks and wide signs respected', () => {
    assert.equal(
      formatted(
        '## Action Items\n\nID | Action | Days\n:-|---|--:\nAI-001|Cap the queue \\| drop|2\n| AI-002 | ✅ 直す | 10 |\n|AI-003|\n',
      ),
      [
        '## Action Items',
        '',
        '| ID     | Action                | Days |',
        '| :----- | --------------------- | ---: |',
        '| AI-001 | Cap the queue \\| drop |    2 |',
        '| AI-002 | ✅ 直す               |   10 |',
        '| AI-003 |                       |      |',
        '',
      ].join('\n'),
    );
  });

  it('keeps tables in quotes and lists where they are', () => {
    assert.equal(
      formatted('> | a | bcde |\n> |-|-|\n> | long | x |\n'),
      '> | a    | bcde |\n> | ---- | ---- |\n> | long | x    |\n',
    );
  });

  it('does not blow up a table with a very long cell', () => {
    const long = 'word '.repeat(60).trim();
    assert.equal(formatted(`|a|b|\n|-|-|\n|${long}||\n`), `| a | b |\n| --- | --- |\n| ${long} |  |\n`);
  });

  it('pads the hours of a timeline in lists and tables', () => {
    assert.equal(
      formatted('## Timeline\n\n- 9:05 - Alert fired\n- **9:15** - Rolled back at 9:14\n- 10:00 - Incident resolved\n'),
      '## Timeline\n\n- 09:05 - Alert fired\n- **09:15** - Rolled back at 9:14\n- 10:00 - Incident resolved\n',
    );
    assert.match(
      formatted('## Timeline\n\n|Time|Event|\n|-|-|\n|9:05|Alert fired|\n|10:00|Resolved|\n'),
      /^\| 09:05 \| Alert fired \|$/m,
    );
    const twelve = '## Timeline\n\n- 9:05 AM - Alert fired\n- 1:00 PM - Incident resolved\n';
    assert.equal(formatted(twelve), twelve);
  });

  it('leaves what lies outside of a range, and other documents', () => {
    const text = `${HEAD}|a|b|\n|-|-|\n|1|2|\n\n## Timeline\n\n- 9:05 - Alert fired\n- 10:00 - Incident resolved\n`;
    const at = text.indexOf('9:05');
    const after = applyEdits(text, formatEdits(checked(text), { start: at, end: at + 1 }));
    assert.match(after, /\|a\|b\|/);
    assert.match(after, /- 09:05/);
    assert.deepEqual(formatEdits(check({ text: '# Runbook\n\n|a|b|\n|-|-|\n|1|2|\n', path: 'docs/runbook.md' })), []);
  });

  it('works with CRLF', () => {
    assert.equal(formatted('|a|bcd|\r\n|-|-|\r\n|1|2|\r\n'), '| a   | bcd |\r\n| --- | --- |\r\n| 1   | 2   |\r\n');
  });
});
