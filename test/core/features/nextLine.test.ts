import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, check, nextLine } from '../../../server/src/core/index.ts';

const NOW = Date.parse('2026-02-11T08:30:00Z');
const HEAD = '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-11\n\n## Summary\n\nMail waited.\n\n';

/** The text after Enter at ‸: the lines around it that are not in the head. Undefined where Enter is only Enter. */
function entered(body: string, now = NOW): string | undefined {
  const offset = HEAD.length + body.indexOf('‸') + 1;
  const text = HEAD + body.replace('‸', '\n');
  const edit = nextLine(check({ text, path: 'postmortems/inc-7.md' }), offset, now);
  return edit && applyEdits(text, [edit]).slice(HEAD.length);
}

describe('Enter in a timeline', () => {
  it('starts the next entry with the time now, as the entries are written', () => {
    assert.equal(
      entered('## Timeline\n\n- **08:12** - Impact began‸\n\n## Impact\n'),
      '## Timeline\n\n- **08:12** - Impact began\n- **08:30** - [what happened]\n\n## Impact\n',
    );
    assert.equal(
      entered('## Timeline\n\n| Time | Event |\n| --- | --- |\n| 08:12 | Impact began |‸\n'),
      '## Timeline\n\n| Time | Event |\n| --- | --- |\n| 08:12 | Impact began |\n| 08:30 | [what happened] |\n',
    );
    assert.match(entered('## Timeline\n\n1. 08:12 - Impact began\n2. 08:15 - Alert fired‸\n') ?? '', /^3\. 08:30 - /m);
  });

  it('asks for the time between entries, and on another day when the incident is over', () => {
    assert.match(
      entered('## Timeline\n\n- 08:12 - Impact began‸\n- 08:20 - Incident resolved\n') ?? '',
      /began\n- HH:MM - \[what happened\]\n- 08:20/,
    );
    const over = '## Timeline\n\n- 08:12 - Impact began\n- 08:20 - Incident resolved‸\n';
    assert.match(entered(over, NOW + 3 * 86_400_000) ?? '', /resolved\n- HH:MM - \[what happened\]\n$/);
    const running = '## Timeline\n\n- 08:12 - Impact began‸\n';
    assert.match(entered(running, NOW + 60_000_000) ?? '', /began\n- 2026-02-12 01:10 - \[what happened\]\n$/);
  });

  it('ends the list behind an entry that was left empty', () => {
    assert.equal(
      entered('## Timeline\n\n- 08:12 - Impact began\n- 08:30 - ‸\n\n## Impact\n'),
      '## Timeline\n\n- 08:12 - Impact began\n\n\n## Impact\n',
    );
  });

  it('ends the list, too, where it is typed over the time that is asked for', () => {
    assert.equal(
      entered('## Timeline\n\n- **08:12** - Impact began\n- **‸** - [what happened]\n\n## Impact\n'),
      '## Timeline\n\n- **08:12** - Impact began\n\n\n## Impact\n',
    );
    assert.equal(entered('## Timeline\n\n- **08:12** - Impact began\n- **08:15‸** - [what happened]\n'), undefined);
  });

  it('is only Enter elsewhere', () => {
    assert.equal(entered('## Impact\n\n- 12% of all users‸\n'), undefined);
    assert.equal(entered('## Timeline\n\nAll times in UTC:‸\n\n- 08:12 - Impact began\n'), undefined);
    assert.equal(entered('## Timeline\n\n- 08:12 - Impact ‸began\n'), undefined);
  });
});

describe('Enter in a table of action items', () => {
  const TABLE = '## Action Items\n\n| ID | Action | Owner | Status |\n| --- | --- | --- | --- |\n';

  it('starts the next row with the next id', () => {
    assert.equal(
      entered(`${TABLE}| AI-001 | Cap the queue | @ana | ⏳ |‸\n`),
      `${TABLE}| AI-001 | Cap the queue | @ana | ⏳ |\n| AI-002 | [what changes, and how one can tell that it has] | [@name] | ⏳ |\n`,
    );
  });

  it('ends the table behind a row that was left empty, and does nothing behind its head', () => {
    assert.equal(
      entered(`${TABLE}| AI-001 | Cap the queue | @ana | ⏳ |\n| AI-002 |  |  | ⏳ |‸\n`),
      `${TABLE}| AI-001 | Cap the queue | @ana | ⏳ |\n\n`,
    );
    assert.equal(entered(`${TABLE.slice(0, -1)}‸\n| AI-001 | Cap the queue | @ana | ⏳ |\n`), undefined);
  });
});

describe('Enter in a chain of whys', () => {
  const WHYS = '## Root Cause\n\n### Five Whys\n\n1. **Why did mail wait?** The queue was full.';

  it('asks on from the answer', () => {
    assert.equal(entered(`${WHYS}‸\n`), `${WHYS}\n2. **Why was the queue full?** [what made that possible]\n`);
  });

  it('does not where the cause is named or a later why is there', () => {
    assert.equal(entered(`${WHYS}‸\n\n**Root Cause:** The queue has no limit.\n`), undefined);
    assert.equal(entered(`${WHYS}‸\n2. **Why was it full?** It has no limit.\n`), undefined);
  });
});
