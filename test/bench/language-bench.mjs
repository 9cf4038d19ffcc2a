#!/usr/bin/env node
/**
 * How fast the analysis of blame reads prose, without the parser and the rules around it.
 *
 *   node test/bench/language-bench.mjs [--beside DIR] [--rounds 12]
 *
 * `--beside` is another working copy of this repository: both are measured in turns, in one process.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { frontCodedNames } from '../../scripts/bundle/frontCoded.mjs';
import { rng } from './lib/rng.mjs';
import { quantile, round } from './lib/stats.mjs';

const HERE = join(import.meta.dirname, '../..');
const CORPUS = join(HERE, 'test/corpus');
const { values: options } = parseArgs({
  options: { beside: { type: 'string' }, rounds: { type: 'string', default: '12' } },
});
const scratch = mkdtempSync(join(tmpdir(), 'language-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** The analysis of a working copy as it ships: minified, with its weight. */
async function analysisOf(root) {
  const from = (file) => JSON.stringify(join(root, 'server/src/core/language', file));
  const { outputFiles } = await build({
    stdin: {
      contents: `export { analyzeText } from ${from('analyze.ts')}; export { DocumentContext } from ${from('context.ts')};`,
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    charset: 'utf8',
    plugins: [frontCodedNames],
  });
  const code = outputFiles[0].contents;
  const file = join(mkdtempSync(join(scratch, 'tree-')), 'language.mjs');
  writeFileSync(file, code);
  const { analyzeText, DocumentContext } = await import(file);
  const context = new DocumentContext({});
  return {
    root,
    gzipKilobytes: round(gzipSync(code, { level: 9 }).length / 1024, 1),
    read: ({ text, section }) => analyzeText(text, [], section, context),
  };
}

/** The sentences of some files of the corpus, each once, in any order, as paragraphs of about 500 characters of one section. */
function paragraphsOf(files) {
  const sections = new Map();
  for (const file of files)
    for (const line of readFileSync(join(CORPUS, file), 'utf8').split('\n').filter(Boolean)) {
      const { text, section } = JSON.parse(line);
      if (!sections.has(section)) sections.set(section, new Set());
      sections.get(section).add(text.replaceAll('\n', ' '));
    }
  const paragraphs = [];
  for (const [section, sentences] of sections) {
    let text = '';
    for (const sentence of sentences) {
      text += `${text && ' '}${sentence}${/[.!?]$/.test(sentence) ? '' : '.'}`;
      if (text.length < 500) continue;
      paragraphs.push({ section, text });
      text = '';
    }
  }
  const next = rng(1);
  for (let i = paragraphs.length - 1; i > 0; i--) {
    const k = next.int(0, i);
    [paragraphs[i], paragraphs[k]] = [paragraphs[k], paragraphs[i]];
  }
  return paragraphs;
}

/** Megabytes of prose a second of CPU time, and how long each paragraph took by the clock. */
function measure({ read }, paragraphs) {
  const times = [];
  const before = process.cpuUsage();
  let bytes = 0;
  for (const paragraph of paragraphs) {
    const start = performance.now();
    read(paragraph);
    times.push(performance.now() - start);
    bytes += paragraph.text.length;
  }
  const { user, system } = process.cpuUsage(before);
  return { speed: bytes / (user + system), times };
}

const folder = (name) => readdirSync(join(CORPUS, name)).map((file) => join(name, file));
const texts = {
  'half of it blames': ['labelled.jsonl', ...folder('blind'), ...folder('training')],
  'nothing blames': ['ordinary.jsonl'],
};
const trees = await Promise.all([HERE, ...(options.beside ? [resolve(options.beside)] : [])].map(analysisOf));
const rows = [];
for (const [name, files] of Object.entries(texts)) {
  const paragraphs = paragraphsOf(files);
  const runs = trees.map(() => []);
  for (let i = 0; i < Number(options.rounds); i++)
    trees.forEach((tree, number) => {
      runs[number].push(measure(tree, paragraphs));
    });
  trees.forEach(({ root, gzipKilobytes }, number) => {
    const [first, ...later] = runs[number];
    const best = later.reduce((a, b) => (b.speed > a.speed ? b : a));
    rows.push({
      tree: root,
      text: name,
      'first MB/s': round(first.speed, 2),
      'warm MB/s': round(best.speed, 2),
      'paragraph p95 ms': round(
        quantile(
          best.times.toSorted((a, b) => a - b),
          0.95,
        ),
        3,
      ),
      'gzip KB': gzipKilobytes,
    });
  });
}
console.table(rows);
