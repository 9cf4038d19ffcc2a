#!/usr/bin/env node
/**
 * The bench table: our language server and command line beside their peers and the floor, in one run.
 *
 *   npm run bench [-- --quick] [--only lsp|cli|bulk] [--files 10000]
 *
 * Installs the peers into test/bench/peers on demand and generates its corpus into the temporary folder.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const here = import.meta.dirname;
const product = join(here, '../..');
const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, only: { type: 'string' }, files: { type: 'string', default: '10000' } },
});
const rounds = options.quick ? '1' : '3';

function run(command, args, cwd = here) {
  console.error(`· ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}
const node = (...args) => run(process.execPath, args);

const peers = join(here, 'peers');
if (!existsSync(join(peers, 'node_modules')))
  run('npm', ['install', '--ignore-scripts', '--no-fund', '--no-audit'], peers);
if (!existsSync(join(peers, 'dist'))) node('peers/build-floors.mjs');
run(process.execPath, ['esbuild.mjs', '--production'], product);

const corpus = join(tmpdir(), `postmortem-bench-${options.files}`);
if (!existsSync(corpus)) {
  mkdirSync(corpus, { recursive: true });
  node('gen-corpus.mjs', '--out', corpus, '--sources', join(product, 'examples'), '--files', options.files);
}
const file = (name) => join(corpus, name, `${name}.md`);
const rumdl = readdirSync(join(peers, 'node_modules/@rumdl'))
  .map((name) => join(peers, 'node_modules/@rumdl', name, 'rumdl'))
  .find((path) => existsSync(path));
const vars = (more = {}) => JSON.stringify({ product, rumdl, ...more });

const wanted = (part) => !options.only || options.only === part;
if (wanted('lsp'))
  node(
    ...['lsp-all.mjs', '--set', 'peers/lsp.json', '--vars', vars(), '--rounds', rounds, '--edits', '200'],
    ...['S', 'M', 'L'].flatMap((name) => ['--file', file(name)]),
  );
if (wanted('cli'))
  for (const name of ['S', 'L'])
    node(
      ...['cli-bench.mjs', '--set', 'peers/cli.json', '--case', 'file', '--vars', vars({ file: file(name) })],
      ...['--rounds', options.quick ? '1' : '5'],
    );
if (wanted('bulk'))
  node(
    ...['cli-bench.mjs', '--set', 'peers/cli.json', '--case', 'dir', '--vars', vars({ dir: join(corpus, 'C') })],
    ...['--rounds', '1', '--warmup', '0', '--files', options.files],
  );
