// Builds everything that ships: `node esbuild.mjs [--production] [--watch] [--metafile]`.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { leftOut, loadedOnFirstUse } from './scripts/bundle/apart.mjs';
import { frontCodedNames } from './scripts/bundle/frontCoded.mjs';
import { inOneByte } from './scripts/bundle/oneByte.mjs';
import { ruleTextsApart, ruleTextsBundle } from './scripts/bundle/ruleTexts.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { values: flags } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    metafile: { type: 'boolean', default: false },
  },
});

// Some libraries ask where they lie, which CommonJS says in other words.
const importMetaUrl = 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;';
const node = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: importMetaUrl },
};
const browser = { platform: 'browser', format: 'cjs', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
const program = { banner: { js: `#!/usr/bin/env node\n${importMetaUrl}` } };

const core = join(root, 'server/src/core');
const rulesFolder = join(core, 'rules');

/** Names that a module exports. */
async function exportsOf(entry) {
  const { metafile } = await esbuild.build({
    entryPoints: [entry],
    outfile: 'exports.js',
    format: 'esm',
    write: false,
    metafile: true,
  });
  return Object.values(metafile.outputs)[0].exports;
}

/** The engine, one copy for the server and the command line. The server answers `initialize` before it reads it. */
const coreApart = loadedOnFirstUse({
  filter: /\/core\/index\.ts$/,
  file: './core.cjs',
  names: await exportsOf(join(core, 'index.ts')),
});

/** Few documents have front matter and few repositories a configuration file. */
const yamlApart = loadedOnFirstUse({
  filter: /^yaml$/,
  file: './yaml.cjs',
  names: Object.keys(createRequire(import.meta.url)('yaml')),
});

/** The mechanisms of failure, one copy for the server, the command line and its threads: read when a postmortem is first compared with others. */
const mechanismsApart = loadedOnFirstUse({
  filter: /^\.\/mechanisms\.ts$/,
  file: './mechanisms.cjs',
  names: await exportsOf(join(root, 'server/src/workspace/similarity/mechanisms.ts')),
});

/** Exports need a full syntax tree and its libraries, and few sessions export anything. */
const exportsApart = leftOut({
  filter: /^\.\/render\.ts$/,
  file: './export.cjs',
  where: (folder) => folder === join(core, 'features/export'),
});

/**
 * Node loads the engine and what is rarely used from bundles of their own. A worker in a browser is one file: it cannot load another
 * one while it waits.
 */
const bundles = [
  { entry: 'client/src/extension.ts', out: 'dist/client.cjs', ...node, external: ['vscode'] },
  {
    entry: 'server/src/entry/node.ts',
    out: 'dist/server.cjs',
    ...node,
    ...program,
    plugins: [coreApart, mechanismsApart],
  },
  { entry: 'server/src/cli/main.ts', out: 'dist/cli.cjs', ...node, ...program, plugins: [coreApart, mechanismsApart] },
  {
    entry: 'server/src/cli/lint/worker.ts',
    out: 'dist/lint-worker.cjs',
    ...node,
    plugins: [coreApart, mechanismsApart],
  },
  {
    entry: 'server/src/core/index.ts',
    out: 'dist/core.cjs',
    ...node,
    plugins: [yamlApart, exportsApart, ruleTextsApart(rulesFolder, './rule-texts.cjs'), frontCodedNames],
  },
  { entry: 'server/src/core/rules', out: 'dist/rule-texts.cjs', ...node, plugins: [ruleTextsBundle(rulesFolder)] },
  { entry: 'server/src/workspace/similarity/mechanisms.ts', out: 'dist/mechanisms.cjs', ...node },
  { entry: 'node_modules/yaml', out: 'dist/yaml.cjs', ...node },
  { entry: 'server/src/core/features/export/render.ts', out: 'dist/export.cjs', ...node },
  { entry: 'client/src/dashboard/view/main.ts', out: 'dist/dashboard.js', ...browser, format: 'iife' },
  { entry: 'client/src/extension.browser.ts', out: 'dist/web/client.js', ...browser, external: ['vscode'] },
  {
    entry: 'server/src/entry/browser.ts',
    out: 'dist/web/server.js',
    ...browser,
    format: 'iife',
    plugins: [frontCodedNames],
  },
];

const KEPT = ['dist/server.cjs', 'dist/core.cjs'];

/** Problem matchers of editors wait for these two lines. */
const watchMessages = {
  name: 'watch-messages',
  setup(build) {
    build.onStart(() => console.log(`[watch] build started: ${build.initialOptions.outfile}`));
    build.onEnd((result) => {
      for (const { text, location } of result.errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      console.log(`[watch] build finished: ${build.initialOptions.outfile}`);
    });
  },
};

function optionsOf({ entry, out, plugins = [], ...target }) {
  return {
    ...target,
    entryPoints: [join(root, entry)],
    outfile: join(root, out),
    absWorkingDir: root,
    bundle: true,
    minify: flags.production,
    sourcemap: flags.production ? false : 'linked',
    sourcesContent: false,
    // Words of other languages take half the room; scripts of workers and of Node are read as UTF-8.
    charset: 'utf8',
    define: { ...target.define, POSTMORTEM_VERSION: JSON.stringify(manifest.version) },
    metafile: true,
    logLevel: flags.watch ? 'silent' : 'warning',
    plugins: flags.watch ? [...plugins, watchMessages] : plugins,
  };
}

/** npm links the programs of a package where it is installed, but not in its own checkout; `npx postmortem` looks here. */
function linkPrograms() {
  for (const [name, file] of Object.entries(manifest.bin)) {
    const target = join(root, file);
    if (!existsSync(target)) continue;
    chmodSync(target, 0o755);
    const link = join(root, 'node_modules', '.bin', name);
    mkdirSync(dirname(link), { recursive: true });
    if (process.platform === 'win32') {
      writeFileSync(`${link}.cmd`, `@node "${target}" %*\r\n`);
      continue;
    }
    if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
    symlinkSync(relative(dirname(link), target), link);
  }
}

const present = bundles.filter(({ entry, out }) => {
  if (existsSync(join(root, entry))) return true;
  console.warn(`skipped ${out}: there is no ${entry}`);
  return false;
});

if (flags.watch) {
  const contexts = await Promise.all(present.map((bundle) => esbuild.context(optionsOf(bundle))));
  await Promise.all(contexts.map((context) => context.rebuild().catch(() => undefined)));
  linkPrograms();
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  const started = performance.now();
  const results = await Promise.all(
    present.map(async (bundle) => ({ bundle, result: await esbuild.build(optionsOf(bundle)) })),
  ).catch(() => process.exit(1)); // esbuild has printed what is wrong
  for (const { bundle, result } of results) {
    // The source of what a server runs stays in its memory.
    if (flags.production && KEPT.includes(bundle.out)) inOneByte(join(root, bundle.out));
    const { size } = statSync(join(root, bundle.out));
    console.log(`${bundle.out.padEnd(20)} ${Math.ceil(size / 1024)} KB`);
    if (!flags.metafile) continue;
    const file = join(root, 'out', 'meta', `${bundle.out.slice('dist/'.length).replace('/', '-')}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(result.metafile));
  }
  linkPrograms();
  console.log(`built in ${Math.round(performance.now() - started)} ms`);
}
