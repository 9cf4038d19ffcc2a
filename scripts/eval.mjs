#!/usr/bin/env node
/**
 * Scores the blame checker against labelled sentences, through the built command line, as a user would run it.
 *
 *   npm run eval [-- FILE.jsonl …] [--fixes] [--verbose] [--json]
 *
 * Without files: the labelled set, the blind rounds (written without sight of the rules, then used to widen them), what was written for
 * the second reader, ordinary sentences without blame, and the held-out rounds (never used for anything but scoring). Labels: test/corpus/GUIDELINE.md.
 * `--fixes` applies every rewrite and checks the result again; `--verbose` shows what was missed and what was wrongly warned about.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';

const ROOT = join(import.meta.dirname, '..');
const CORPUS = join(ROOT, 'test/corpus');
const CLI = join(ROOT, 'dist/cli.cjs');
const HEADINGS = {
  summary: '# Executive Summary',
  timeline: '# Timeline',
  'root-cause': '# Root Cause Analysis',
  'went-well': '# What Went Well',
  'went-poorly': '# What Went Poorly',
  'action-items': '# Action Items',
  lessons: '# Lessons Learned',
  review: '# Review Notes',
};
const CATEGORY_RULE = { fault: 'fault-attribution', question: 'accusing-question' };

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { fixes: { type: 'boolean' }, verbose: { type: 'boolean' }, json: { type: 'boolean' } },
});
if (!existsSync(CLI)) {
  console.error('dist/cli.cjs is missing: run `npm run build` first');
  process.exit(2);
}
const scratch = mkdtempSync(join(tmpdir(), 'postmortem-eval-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** Lints sentences in one document, each a paragraph under the heading of its section; returns each with its blame findings. */
function lint(sentences) {
  const lines = ['# Postmortem: INC-1 - Scoring document', ''];
  const lineOf = new Map();
  for (const [section, heading] of Object.entries(HEADINGS)) {
    const here = sentences.filter((item) => item.section === section);
    if (here.length === 0) continue;
    lines.push(heading, '');
    for (const item of here) {
      lineOf.set(item, lines.length + 1);
      lines.push(item.text.replaceAll('\n', ' '), '');
    }
  }
  const file = join(scratch, 'sentences.md');
  writeFileSync(file, lines.join('\n'));
  const run = spawnSync(process.execPath, [CLI, 'lint', '--format', 'json', file], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const [report] = JSON.parse(run.stdout);
  const starts = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  return sentences.map((item) => {
    const line = lineOf.get(item);
    const findings = report.messages.filter(
      (message) =>
        message.ruleId?.startsWith('blame/') && message.line <= line && line <= (message.endLine ?? message.line),
    );
    return { item, start: starts[line - 1], findings };
  });
}

const warns = (message) => message.severity > 0;

/** The figures for one file of labelled sentences. */
function score(file) {
  const items = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const results = lint(items);
  const labelled = (label) => results.filter((result) => result.item.label === label);
  const caught = labelled('blame').filter((result) => result.findings.some(warns));
  const falseAlarms = labelled('ok').filter((result) => result.findings.some(warns));
  const rightCategory = caught.filter(({ item, findings }) =>
    findings.some((message) => message.ruleId === `blame/${CATEGORY_RULE[item.category] ?? item.category}`),
  );
  const figures = {
    file: basename(file, '.jsonl'),
    sentences: items.length,
    precision: caught.length / Math.max(1, caught.length + falseAlarms.length),
    recall: caught.length / Math.max(1, labelled('blame').length),
    category: rightCategory.length / Math.max(1, caught.length),
    falseAlarms: falseAlarms.length,
  };
  if (options.fixes) Object.assign(figures, scoreRewrites(caught));
  if (options.verbose) {
    for (const { item, findings } of labelled('blame'))
      if (!findings.some(warns)) console.log(`MISSED  [${item.category} | ${item.section}] ${item.text}`);
    for (const { item, findings } of falseAlarms)
      console.log(`FALSE   [${findings.map((message) => message.ruleId)} | ${item.section}] ${item.text}`);
  }
  return figures;
}

/** Every caught sentence needs a rewrite; each rewrite, checked again, must be free of blame. */
function scoreRewrites(caught) {
  const rewrites = [];
  let without = 0;
  for (const { item, start, findings } of caught) {
    const fixes = findings
      .filter(warns)
      .flatMap((message) => (message.suggestions ?? []).map((suggestion) => suggestion.fix));
    if (fixes.length === 0) without++;
    for (const fix of fixes) {
      const [from, to] = fix.range.map((place) => place - start);
      if (from < 0 || to > item.text.length) continue;
      rewrites.push({
        ...item,
        original: item.text,
        text: (item.text.slice(0, from) + fix.text + item.text.slice(to)).trim(),
      });
    }
  }
  const again = lint(rewrites.filter((rewrite) => rewrite.text !== ''));
  if (options.verbose) for (const { item } of again) console.log(`REWRITE ${item.original}\n        ${item.text}`);
  return {
    withoutRewrite: without,
    rewrites: again.length,
    stillBlaming: again.filter(({ findings }) => findings.some(warns)).length,
  };
}

const folder = (name) =>
  readdirSync(join(CORPUS, name))
    .sort()
    .map((file) => join(CORPUS, name, file));
const files =
  positionals.length > 0
    ? positionals
    : [
        join(CORPUS, 'labelled.jsonl'),
        ...folder('blind'),
        ...folder('training'),
        join(CORPUS, 'ordinary.jsonl'),
        ...folder('held-out'),
      ];
const all = files.map(score);
if (options.json) console.log(JSON.stringify(all, null, 2));
else
  console.table(
    all.map((figures) =>
      Object.fromEntries(
        Object.entries(figures).map(([key, value]) => [
          key,
          typeof value === 'number' && !Number.isInteger(value) ? Number(value.toFixed(3)) : value,
        ]),
      ),
    ),
  );
