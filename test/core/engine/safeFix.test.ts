import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { check, fixesFor, safeFixFor } from '../../../server/src/core/index.ts';

const FOLDER = join(import.meta.dirname, '../../../examples/postmortems');

it('the safe fix for a finding is the one among all its fixes, or none', () => {
  let safe = 0;
  for (const name of readdirSync(FOLDER)) {
    const text = `${readFileSync(join(FOLDER, name), 'utf8')}\n## Notes\n\nBob forgot to check it. He should have known.\n`;
    const checked = check({ text, path: `postmortems/${name}` });
    assert.ok(checked.findings.some(({ ruleId }) => ruleId.startsWith('blame/')));
    for (const finding of checked.findings) {
      const expected = fixesFor(checked, finding).find(({ kind }) => kind === 'safe');
      assert.deepEqual(safeFixFor(checked, finding), expected);
      if (expected) safe++;
    }
  }
  const disordered =
    '# Postmortem: INC-1 - Disk\n\n## Timeline\n\nAll times in UTC.\n\n- 10:05: Fixed.\n- 10:00: It began.\n';
  const checked = check({ text: disordered, path: 'postmortems/a.md' });
  safe += checked.findings.filter((finding) => safeFixFor(checked, finding)).length;
  assert.ok(safe > 0);
});
