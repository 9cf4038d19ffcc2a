// A suppression that the lightbulb writes silences what it says, and leaves the document readable as it was.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { applyEdits, check, rules, suppressionsFor } from '../../../server/src/core/index.ts';

const folder = join(__dirname, '../../../examples/postmortems');
const now = Date.parse('2026-03-01T12:00:00Z');
const checked = (text: string) => check({ text, path: 'postmortems/a.md', now });

describe('suppressions of the lightbulb', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    it(`silence what they say in ${name}`, () => {
      const before = checked(readFileSync(join(folder, name), 'utf8'));
      for (const finding of before.findings) {
        if (!rules.some(({ id }) => id === finding.ruleId)) continue;
        for (const { title, edits } of suppressionsFor(before, finding)) {
          const after = checked(applyEdits(before.input.text, edits));
          const text = (span: { start: number; end: number }, of: typeof before) =>
            of.input.text.slice(span.start, span.end);
          const shift = edits.reduce(
            (sum, edit) => sum + (edit.span.start <= finding.span.start ? edit.text.length : 0),
            0,
          );
          assert.ok(
            !after.findings.some(
              (other) => other.ruleId === finding.ruleId && other.span.start === finding.span.start + shift,
            ),
            `${title}: still there at “${text(finding.span, before)}”`,
          );
          assert.ok(!after.findings.some(({ ruleId }) => ruleId.startsWith('suppressions/')), `${title}: is of use`);
          assert.equal(
            after.postmortem?.sections.length,
            before.postmortem?.sections.length,
            `${title}: same sections`,
          );
          assert.equal(
            after.postmortem?.actionItems.items.length,
            before.postmortem?.actionItems.items.length,
            `${title}: same action items`,
          );
          assert.deepEqual(
            after.postmortem?.timelines.map(({ entries }) => entries.length),
            before.postmortem?.timelines.map(({ entries }) => entries.length),
            `${title}: same timeline`,
          );
        }
      }
    });
  }
});
