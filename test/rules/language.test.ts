// What a rule says is in one language, whatever stands in its messages: checked with a language in which every text is marked.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ruleHelp } from '../../server/src/core/features/ruleHelp.ts';
import { builtinTemplates, check, fixesFor, POLICIES, rules, useTranslations } from '../../server/src/core/index.ts';
import { documentOf, inputOf } from '../support/examples.ts';
import { readMarks } from '../support/marked.ts';

const texts: Record<string, string> = require('../../l10n/bundle.l10n.json');
const marked = Object.fromEntries(Object.keys(texts).map((text) => [text, `⟪${text.replace(/\{\w+\}/g, '⟫$&⟪')}⟫`]));

/** What is not translated: values. What stands in quotation marks is text of a document. */
function outside(said: string): string {
  const plain = said.replace(/⟪([^⟪⟫]*)⟫/g, (_, text: string) => ` ${text.replace(/[^“”]/g, '')} `);
  return plain.replace(/“[^”]*”?/g, '');
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/** Names that are the same in every language. */
const NAMES = [
  ...Object.values(POLICIES).map(({ name }) => name),
  ...builtinTemplates.flatMap(({ name, text }) => [name, text]),
  // roles as they are written into documents, and units
  'Incident Commander, on-call engineer, Engineering Manager or CTO, min',
];

describe('what rules say', () => {
  before(() => useTranslations(marked));
  after(() => useTranslations(undefined));

  for (const rule of rules)
    it(`is in one language: ${rule.id}`, () => {
      const help = ruleHelp({ ...rule, examples: [] })
        .replace(`[${rule.id}]`, '')
        .replace(/\(https:.*\)/, '');
      assert.deepEqual(wordsOf(outside(help)), []);
      for (const example of rule.examples) {
        if ('good' in example) continue;
        const { text } = readMarks(documentOf(rule, example, example.bad));
        const checked = check(inputOf(rule, example, text));
        const others = (example.others ?? []).flatMap(({ incidentId, title }) => [incidentId, title]);
        const known = [text, ...NAMES, ...others, 'the same words in the root cause'];
        for (const finding of checked.findings.filter(({ ruleId }) => ruleId === rule.id)) {
          const said = [finding.message, ...finding.related.map(({ message }) => message)].map((one) => [one, known]);
          const offered = [...fixesFor(checked, finding)].map(
            ({ title, edits }) => [title, [...known, ...edits.map((edit) => edit.text)]] as const,
          );
          for (const [one, values] of [...said, ...offered] as [string, string[]][]) {
            const vocabulary = new Set(wordsOf(values.join(' ')));
            assert.deepEqual(
              wordsOf(outside(one)).filter((word) => !vocabulary.has(word)),
              [],
              one,
            );
          }
        }
      }
    });
});
