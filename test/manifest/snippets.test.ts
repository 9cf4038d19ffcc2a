import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtinTemplates, check } from '../../server/src/core/index.ts';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = Object.entries(
  JSON.parse(readFileSync(join(__dirname, '../../snippets/postmortem.json'), 'utf8')) as Record<string, Snippet>,
);

/** What an editor inserts: tab stops with their first text. */
function inserted(body: readonly string[]): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^\\}]|\\.)*)\}/g, '$1')
    .replace(/\\([\\$}])/g, '$1');
}

/** The snippet where it belongs: pieces and sections in a postmortem. */
function documentWith(name: string, text: string): string {
  if (name === 'Postmortem') return text;
  const heading = text.startsWith('#') ? '' : `## ${headingFor(name)}\n\n`;
  const table = name.endsWith('Action Item')
    ? '| ID | Action | Owner | Priority | Due Date | Status |\n|---|---|---|---|---|---|\n'
    : name.endsWith('Row')
      ? '| Time (UTC) | Event |\n|---|---|\n'
      : '';
  return `# Postmortem: INC-1 - Example\n\n${heading}${table}${text}\n`;
}

function headingFor(name: string): string {
  if (name.includes('Timeline')) return 'Timeline (UTC)';
  if (name.includes('Action')) return 'Action Items';
  return name.includes('Five Whys') ? 'Five Whys' : 'Root Cause';
}

test('prefixes are unique, tab stops are numbered from one', () => {
  const prefixes = snippets.map(([, snippet]) => snippet.prefix);
  assert.equal(new Set(prefixes).size, prefixes.length);
  for (const [name, { body, description }] of snippets) {
    assert.ok(description, name);
    const stops = [...body.join('\n').matchAll(/(?<!\\)\$\{(\d+)/g)].map(([, stop]) => Number(stop));
    assert.deepEqual(
      stops,
      stops.map((_, index) => index + 1),
      name,
    );
    assert.ok(stops.length > 0, name);
  }
});

test('there is one for every section of the standard template, and for each kind of root cause', () => {
  const names = snippets.map(([name]) => name);
  const standard = builtinTemplates.find((template) => template.id === 'standard')!;
  const sections = standard.text.match(/^## .+$/gm) ?? [];
  assert.ok(sections.length > 8);
  for (const heading of sections) assert.ok(names.includes(`Postmortem: ${heading.slice(3)}`), heading);
  for (const name of [
    'Five Whys',
    'Timeline Entry',
    'Action Item',
    'Root Cause: System',
    'Root Cause: Process',
    'Root Cause: Architecture',
  ])
    assert.ok(names.includes(`Postmortem: ${name}`), name);
});

test('the whole postmortem is the template, filled in nowhere', () => {
  const [, whole] = snippets.find(([name]) => name === 'Postmortem')!;
  const standard = builtinTemplates.find((template) => template.id === 'standard')!;
  assert.equal(inserted(whole.body), standard.text.trimEnd().replace('P0 | P1 | P2 | P3', 'P0'));
});

test('nothing is said about a snippet but that it is to be filled in', () => {
  for (const [name, { body }] of snippets) {
    const text = documentWith(name, inserted(body));
    const { findings, recognition, failures } = check({ text, path: 'postmortems/a.md', now: 0 });
    assert.equal(recognition.isPostmortem, true, name);
    assert.deepEqual(failures, []);
    const own = text.indexOf(inserted(body));
    const loud = findings.filter(
      ({ ruleId, severity, span }) =>
        span.start >= own && ruleId !== 'structure/placeholder' && ['warning', 'error'].includes(severity),
    );
    assert.deepEqual(
      loud.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      [],
      `${name}\n${text}`,
    );
  }
});
