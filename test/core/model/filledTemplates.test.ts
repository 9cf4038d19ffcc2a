import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { check } from '../../../server/src/core/index.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/templates');

/** What this suite answers for: the frame of a document. Timelines, whys and action items have suites of their own. */
const FRAME = /^(?:structure|metadata|impact|balance|facts|privacy|suppressions)\//;

describe('a filled document of each template', () => {
  for (const file of readdirSync(FOLDER))
    it(`${file} is recognised, finds its template, and has nothing to warn of`, () => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      const checked = check({ text, path: `reports/${file}`, now: Date.parse('2026-02-06T12:00Z') });
      assert.deepEqual(checked.failures, []);
      assert.ok(checked.recognition.isPostmortem);
      assert.equal(checked.template?.id, file.replace('.md', ''));
      assert.notEqual(checked.postmortem?.lifecycle, 'draft');
      assert.deepEqual(
        checked.findings
          .filter(({ ruleId }) => FRAME.test(ruleId))
          .map(({ ruleId, message }) => `${ruleId}: ${message}`),
        [],
      );
    });
});
