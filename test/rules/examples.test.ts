import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  applyEdits,
  type Checked,
  categoryOf,
  check,
  type Finding,
  fixesFor,
  type Rule,
  rules,
} from '../../server/src/core/index.ts';
import { documentOf, type Example, inputOf } from '../support/examples.ts';
import { readMarks, showMarks } from '../support/marked.ts';
import { SAME_FINDINGS, SAME_PROSE, SILENT } from '../support/variants.ts';

/** The text as a reader sees it: comments gone, blanks folded. */
function withoutComments(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function findingsOf(checked: Checked, rule: Rule): readonly Finding[] {
  assert.deepEqual(checked.failures, [], 'no rule may throw');
  return checked.findings.filter((finding) => finding.ruleId === rule.id);
}

function expectFindings(rule: Rule, example: Example, markedDocument: string): Checked {
  const { text, spans } = readMarks(markedDocument);
  const checked = check(inputOf(rule, example, text));
  assert.ok(checked.recognition.isPostmortem, 'the example must be recognised as a postmortem');
  const found = findingsOf(checked, rule).map((finding) => finding.span);
  assert.equal(showMarks(text, found), showMarks(text, spans));
  return checked;
}

for (const rule of rules) {
  describe(rule.id, () => {
    it('describes itself', () => {
      for (const key of ['why', 'instead', 'notFlagged'] as const)
        assert.ok(rule.docs[key].length > 20, `docs.${key} is missing`);
      assert.ok(rule.docs.sources.length > 0, 'a rule names its sources');
      assert.ok(rule.examples.filter((example) => 'good' in example).length >= 2, 'at least two good examples');
      assert.ok(rule.examples.filter((example) => 'bad' in example).length >= 1, 'at least one bad example');
    });

    for (const example of rule.examples) {
      if ('good' in example) {
        it(`leaves alone: ${example.name}`, () => {
          expectFindings(rule, example, documentOf(rule, example, example.good));
        });
        continue;
      }

      it(`finds: ${example.name}`, () => {
        const checked = expectFindings(rule, example, documentOf(rule, example, example.bad));
        if (example.severity)
          for (const finding of findingsOf(checked, rule)) assert.equal(finding.severity, example.severity);
      });

      for (const variant of SAME_FINDINGS) {
        const dressed = variant.dress(documentOf(rule, example, example.bad));
        if (dressed === null) continue;
        it(`finds the same with ${variant.name}: ${example.name}`, () => {
          expectFindings(rule, example, dressed);
        });
      }

      if (categoryOf(rule.id) === 'blame' && !example.whole) {
        for (const variant of SAME_PROSE) {
          const dressed = variant.dress(example.bad);
          if (dressed === null) continue;
          it(`finds the same as ${variant.name}: ${example.name}`, () => {
            expectFindings(rule, example, documentOf(rule, example, dressed));
          });
        }
        for (const variant of SILENT) {
          const dressed = variant.dress(example.bad);
          if (dressed === null) continue;
          it(`is silent in ${variant.name}: ${example.name}`, () => {
            expectFindings(rule, example, documentOf(rule, example, dressed));
          });
        }
      }

      if (example.fixed !== undefined) {
        it(`fixes: ${example.name}`, () => {
          const { text } = readMarks(documentOf(rule, example, example.bad));
          const checked = check(inputOf(rule, example, text));
          const finding = findingsOf(checked, rule)[0];
          assert.ok(finding);
          const fixes = fixesFor(checked, finding);
          const fix = example.fix ? fixes.find((candidate) => candidate.title === example.fix) : fixes[0];
          assert.ok(fix, `no such fix; there are: ${fixes.map((candidate) => candidate.title).join(' | ')}`);
          const fixed = applyEdits(text, fix.edits);
          assert.equal(fixed, documentOf(rule, example, example.fixed!));
        });
      }

      it(`every fix removes the finding it fixes: ${example.name}`, () => {
        const { text } = readMarks(documentOf(rule, example, example.bad));
        const checked = check(inputOf(rule, example, text));
        const before = findingsOf(checked, rule);
        for (const finding of before) {
          for (const fix of fixesFor(checked, finding)) {
            const fixed = applyEdits(text, fix.edits);
            assert.notEqual(fixed, text, `"${fix.title}" changes nothing`);
            const after = check(inputOf(rule, example, fixed));
            // "Ask instead" and notes to fill in leave the sentence to its writer.
            if (withoutComments(fixed) === withoutComments(text)) continue;
            assert.ok(
              findingsOf(after, rule).length < before.length,
              `after "${fix.title}" the finding is still there:\n${fixed}`,
            );
            if (fix.kind === 'safe') {
              const again = after.findings.flatMap((left) =>
                fixesFor(after, left).filter((f) => f.title === fix.title),
              );
              assert.deepEqual(
                again
                  .filter((f) => f.kind === 'safe')
                  .map((f) => applyEdits(fixed, f.edits))
                  .filter((t) => t === fixed),
                [],
              );
            }
          }
        }
      });

      it(`survives any truncation: ${example.name}`, () => {
        const { text } = readMarks(documentOf(rule, example, example.bad));
        for (let length = 0; length < text.length; length += 7) {
          const cut = check(inputOf(rule, example, text.slice(0, length)));
          assert.deepEqual(cut.failures, []);
          for (const finding of cut.findings) {
            assert.ok(0 <= finding.span.start && finding.span.start <= finding.span.end, JSON.stringify(finding));
            assert.ok(finding.span.end <= length, JSON.stringify(finding));
          }
        }
      });
    }
  });
}

describe('the registry', () => {
  it('holds every rule file, sorted by id, and each id is its path', () => {
    const folder = join(import.meta.dirname, '../../server/src/core/rules');
    const ids = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((category) =>
        readdirSync(join(folder, category.name))
          .filter((file) => file.endsWith('.ts') && !file.includes('.data.') && !file.startsWith('shared'))
          .map((file) => `${category.name}/${file.slice(0, -'.ts'.length)}`),
      )
      .sort();
    assert.deepEqual(
      rules.map((rule) => rule.id),
      ids,
    );
  });
});
