import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import fc from 'fast-check';
import { type Checked, check } from '../../../server/src/core/index.ts';

const TEXT = readFileSync(join(import.meta.dirname, '../../fixtures/templates/standard.md'), 'utf8');

const PIECES = [
  '',
  'x',
  '\n',
  '\n\n',
  '## Timeline\n',
  '**Impact:** ',
  '[what]',
  '| a |',
  '- ',
  '> ',
  '<!-- postmortem-disable -->',
  '---\n',
  '\u{1f6a8}',
];

it('any sequence of edits gives what reading the last text alone gives', () => {
  const path = 'reports/a.md';
  const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 30 }), piece: fc.constantFrom(...PIECES) });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
      let text = TEXT;
      let checked: Checked = check({ text, path });
      for (const { at, length, piece } of edits) {
        const start = at % (text.length + 1);
        text = text.slice(0, start) + piece + text.slice(start + length);
        checked = check({ text, path, previous: checked });
      }
      const alone = check({ text, path });
      assert.deepEqual(checked.failures, []);
      assert.deepEqual(checked.recognition, alone.recognition);
      assert.deepEqual(checked.findings, alone.findings);
      assert.deepEqual(checked.postmortem?.fields, alone.postmortem?.fields);
      assert.deepEqual(
        checked.postmortem?.sections.map(({ kind, span }) => [kind, span]),
        alone.postmortem?.sections.map(({ kind, span }) => [kind, span]),
      );
      for (const { span } of checked.findings)
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    }),
    { numRuns: 40 },
  );
});
