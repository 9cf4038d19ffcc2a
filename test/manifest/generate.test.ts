import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findRuleFiles, generateRegistry, loadRules } from '../../scripts/generate/registry.ts';
import { generateRuleDocs } from '../../scripts/generate/ruleDocs.ts';
import { defineRule } from '../../server/src/core/rules/rule.ts';

function checkoutWith(rules: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'postmortem-generate-'));
  for (const [path, text] of Object.entries(rules)) {
    const file = join(root, 'server/src/core/rules', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

test('the registry names every rule file once, sorted, and nothing that rules only share', (t) => {
  const root = checkoutWith({
    'timeline/out-of-order.ts': 'export default defineRule({});',
    'blame/human-error.ts': 'const x = 1;\nexport default defineRule<{ a: 1 }>({});',
    'blame/sharedWords.ts': 'export const words = [];',
    'rule.ts': 'export function defineRule() {}',
  });
  t.after(() => rmSync(root, { recursive: true }));
  const files = findRuleFiles(root);
  assert.deepEqual(
    files.map((file) => file.id),
    ['blame/human-error', 'timeline/out-of-order'],
  );
  const { text } = generateRegistry(files);
  assert.match(text, /import blameHumanError from '\.\/blame\/human-error\.ts';\nimport timelineOutOfOrder from/);
  assert.match(text, /\[\n {2}blameHumanError,\n {2}timelineOutOfOrder,\n\]/);
});

test('a rule that cannot be loaded or lies elsewhere than its id says is left out and told', async (t) => {
  const root = checkoutWith({
    'blame/broken.ts': "import './nowhere.ts';\nexport default defineRule({});",
    'blame/moved.ts': "const defineRule = (rule: object) => rule;\nexport default defineRule({ id: 'blame/other' });",
    'blame/fine.ts': "const defineRule = (rule: object) => rule;\nexport default defineRule({ id: 'blame/fine' });",
  });
  t.after(() => rmSync(root, { recursive: true }));
  const { rules, failures } = await loadRules(root, findRuleFiles(root));
  assert.deepEqual(
    rules.map((rule) => rule.id),
    ['blame/fine'],
  );
  assert.equal(failures.length, 2);
  assert.match(failures[0]!, /blame\/broken\.ts: /);
  assert.match(failures[1]!, /blame\/moved\.ts: .*blame\/other/);
});

test('a page shows examples whole, whatever is in them, and without their marks', () => {
  const rule = defineRule({
    id: 'blame/sample',
    title: 'A | title',
    severity: 'off',
    docs: {
      why: 'Because.',
      instead: 'This.',
      notFlagged: 'That.',
      sources: [{ title: 'S', url: 'https://example.com' }],
    },
    messages: {},
    exampleSection: 'Summary',
    examples: [
      { name: 'fenced', bad: 'See:\n\n````text\n```\n⟦x⟧\n````\n', fixed: 'Gone.' },
      { name: 'fine', good: 'Fine.' },
    ],
    check: () => [],
  });
  const [overview, page] = generateRuleDocs([rule]);
  assert.match(overview!.text, /\[blame\/sample\]\(blame-sample\.md\) \| A \\\| title \| off \|/);
  assert.equal(page!.path, 'docs/rules/blame-sample.md');
  assert.ok(page!.text.includes('`````markdown\nSee:\n\n````text\n```\nx\n````\n`````'));
  assert.match(page!.text, /blame\/sample: warning/, 'how to turn it on');
});
