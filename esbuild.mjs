// Builds everything that ships: `node esbuild.mjs [--production] [--watch] [--metafile]`.
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';

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

/**
 * Exports need a full syntax tree and its libraries, and few sessions export anything: in Node they are a bundle of their own, loaded by
 * the first export. (A worker in the browser is one file.)
 */
const exportsApart = {
  name: 'exports-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/render\.ts$/ }, ({ resolveDir }) =>
      resolveDir === join(root, 'server/src/core/features/export')
        ? { path: './export.cjs', external: true }
        : undefined,
    );
  },
};

/** One bundle a door: each is loaded by itself, so none may need another one at start. */
const bundles = [
  { entry: 'client/src/extension.ts', out: 'dist/client.cjs', ...node, external: ['vscode'] },
  { entry: 'server/src/entry/node.ts', out: 'dist/server.cjs', ...node, ...program, plugins: [exportsApart] },
  { entry: 'server/src/cli/main.ts', out: 'dist/cli.cjs', ...node, ...program, plugins: [exportsApart] },
  { entry: 'server/src/core/features/export/render.ts', out: 'dist/export.cjs', ...node },
  { entry: 'client/src/dashboard/view/main.ts', out: 'dist/dashboard.js', ...browser, format: 'iife' },
  { entry: 'client/src/extension.browser.ts', out: 'dist/web/client.js', ...browser, external: ['vscode'] },
  { entry: 'server/src/entry/browser.ts', out: 'dist/web/server.js', ...browser, format: 'iife' },
];

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
    const size = Object.entries(result.metafile.outputs).find(([name]) => name === bundle.out)?.[1].bytes ?? 0;
    console.log(`${bundle.out.padEnd(20)} ${Math.ceil(size / 1024)} KB`);
    if (!flags.metafile) continue;
    const file = join(root, 'out', 'meta', `${bundle.out.slice('dist/'.length).replace('/', '-')}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(result.metafile));
  }
  linkPrograms();
  console.log(`built in ${Math.round(performance.now() - started)} ms`);
}
