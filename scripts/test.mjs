// Runs the tests: `npm test`, or `npm test -- unit vscode` for chosen suites. The last line sums all of them.
//
// No suite is skipped: what a suite needs and the machine lacks is installed, and where that fails the suite has failed.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { listFiles } from '@vscode/vsce';
import * as esbuild from 'esbuild';
import { ensureBrowser } from '../test/host/browser.mjs';
import { runDesktopSuite, testDesktop } from '../test/host/desktop.mjs';
import { installHost } from '../test/host/install.mjs';
import { installDebianPackages, onPath } from '../test/host/provision.mjs';
import { runSuite } from '../test/host/runSuite.mjs';
import { build, cacheDir, manifest, root } from './lib.mjs';
import { packageExtension } from './package.mjs';
import { RESULT_MARK } from './testReporter.mjs';

const WORKSPACE = path.join(root, 'test/host/fixtures/workspace');
const OUT = path.join(root, 'out/suites');
/** No suite takes minutes; one that hangs must not hang the run. */
const SUITE_TIMEOUT = 8 * 60_000;

/** Each gives its numbers: { passed, failed, skipped? }. */
const SUITES = {
  unit: {
    about: 'engine, server, command line and manifest, in Node',
    run: () =>
      nodeTests(testFiles('test', '.test.ts', ['test/vscode', 'test/web', 'test/ui']), { args: ['--import', 'tsx'] }),
  },
  vscode: { about: 'the extension in the extension host of a real VS Code', run: extensionHostSuite },
  web: { about: 'the web extension in a browser worker of a real VS Code', run: webSuite },
  ui: {
    about: 'the workbench as a person uses it, extension from the sources',
    async run() {
      await browserHost();
      return nodeTests(testFiles('test/ui', '.test.mjs'));
    },
  },
  package: {
    about: 'the workbench with the packaged .vsix installed, without the source tree',
    async run() {
      await browserHost();
      const vsix = await packageExtension(path.join(cacheDir, 'test.vsix'));
      return nodeTests(testFiles('test/ui', 'smoke.test.mjs'), { env: { POSTMORTEM_VSIX: vsix } });
    },
  },
  nvim: {
    about: 'the language server in Neovim',
    run() {
      needProgram(() => onPath('nvim'), 'Neovim', 'neovim');
      return nodeTests(['test/lsp-clients/neovim.test.mjs']);
    },
  },
  emacs: {
    about: 'the language server in Emacs with Eglot',
    run() {
      needProgram(hasEglot, 'Emacs with Eglot', 'emacs-nox', 'elpa-eglot');
      return nodeTests(['test/lsp-clients/emacs.test.mjs']);
    },
  },
  start: {
    about: 'npm start, as a person runs it',
    run() {
      installHost();
      return nodeTests(testFiles('test/host', '.test.mjs'));
    },
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SUITES[name]);
if (unknown.length) {
  console.error(
    [
      `Unknown: ${unknown.join(', ')}`,
      'Usage: npm test [-- SUITE...], where SUITE is one of',
      ...Object.entries(SUITES).map(([name, suite]) => `  ${name.padEnd(8)} ${suite.about}`),
    ].join('\n'),
  );
  process.exit(2);
}

const results = [];
try {
  console.log('── build');
  build();
} catch (error) {
  // suites that need no bundle still tell what they can
  console.error(error.message);
  results.push({ name: 'build', passed: 0, failed: 1, skipped: 0, seconds: 0 });
}
for (const name of wanted.length
  ? Object.keys(SUITES).filter((suite) => wanted.includes(suite))
  : Object.keys(SUITES)) {
  const started = Date.now();
  console.log(`\n── ${name}: ${SUITES[name].about}`);
  let numbers;
  try {
    numbers = await SUITES[name].run();
  } catch (error) {
    console.error(error.stack ?? error);
    numbers = { passed: 0, failed: 1 };
  }
  const result = { name, skipped: 0, ...numbers, seconds: (Date.now() - started) / 1000 };
  console.log(`${name}: ${summary(result)}`);
  results.push(result);
}

console.log('\n── all');
const total = { passed: 0, failed: 0, skipped: 0 };
for (const result of results) {
  for (const key of Object.keys(total)) {
    total[key] += result[key];
  }
  console.log(
    `${result.failed ? '✖' : '✔'} ${result.name.padEnd(8)} ${summary(result)} in ${result.seconds.toFixed(1)} s`,
  );
}
console.log(summary(total));
process.exitCode = total.failed ? 1 : 0;

function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}

/** Files of a folder whose names end so, as paths from the root. */
function testFiles(dir, ending, except = []) {
  return fs
    .readdirSync(path.join(root, dir), { recursive: true })
    .map((file) => path.posix.join(dir, String(file).split(path.sep).join('/')))
    .filter((file) => file.endsWith(ending) && !file.includes('/node_modules/') && !file.includes('/fixtures/'))
    .filter((file) => !except.some((folder) => file.startsWith(`${folder}/`)))
    .sort();
}

/** Runs files of node:test, each in a process of its own. */
function nodeTests(files, { args = [], env = {} } = {}) {
  if (files.length === 0) {
    throw new Error('There are no test files.');
  }
  const child = spawn(
    process.execPath,
    [
      ...args,
      '--test',
      `--test-concurrency=${os.availableParallelism()}`,
      `--test-reporter=${path.join(root, 'scripts/testReporter.mjs')}`,
      '--test-reporter-destination=stdout',
      ...files,
    ],
    { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'], timeout: SUITE_TIMEOUT },
  );
  return new Promise((resolve, reject) => {
    let numbers;
    let rest = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (chunk) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        if (line.startsWith(RESULT_MARK)) {
          numbers = JSON.parse(line.slice(RESULT_MARK.length));
        } else {
          console.log(line);
        }
      }
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (!numbers) {
        console.log(`the tests ended with ${signal ?? `code ${code}`} before their numbers`);
        resolve({ passed: 0, failed: 1 });
      } else if (code !== 0 && numbers.failed === 0) {
        console.log(`the tests ended with ${signal ?? `code ${code}`}`);
        resolve({ ...numbers, failed: 1 });
      } else {
        resolve(numbers);
      }
    });
  });
}

/** What the workbench in a browser needs. */
async function browserHost() {
  installHost();
  ensureBrowser();
}

function needProgram(isThere, name, ...debianPackages) {
  if (isThere()) {
    return;
  }
  try {
    installDebianPackages(...debianPackages);
  } catch (error) {
    const remedy = `Install it (Debian, Ubuntu: apt-get install ${debianPackages.join(' ')}).`;
    throw new Error(`${name} was not found. ${remedy}\n${error.message}`);
  }
}

/** Emacs brings Eglot along from version 29 on; before, it is a package. */
function hasEglot() {
  const script = path.join(root, 'test/lsp-clients/eglot.el');
  return spawnSync('emacs', ['--batch', '-Q', '-l', script], { env: { ...process.env, FILE: '' } }).status === 0;
}

async function extensionHostSuite() {
  const entries = ['test/vscode/index.ts', ...testFiles('test/vscode', '.test.ts')];
  await esbuild.build({
    entryPoints: entries.map((file) => path.join(root, file)),
    outdir: path.join(OUT, 'vscode'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const suite = path.join(OUT, 'vscode/index.cjs');
  const desktop = await testDesktop(cacheDir);
  if (desktop.executable) {
    console.log(`in a desktop VS Code (${desktop.why}): ${desktop.executable}`);
    return runDesktopSuite({ executable: desktop.executable, extension: root, suite, workspace: WORKSPACE });
  }
  console.log(`in the VS Code server with headless Chromium (${desktop.why})`);
  await browserHost();
  return runSuite({ extension: root, suite, workspace: WORKSPACE, failureDir: path.join(cacheDir, 'failures/vscode') });
}

async function webSuite() {
  const extension = await stageWebExtension();
  // VS Code runs a suite in the extension host of the extension in whose folder it lies
  const suite = path.join(extension, 'suite.js');
  await esbuild.build({
    entryPoints: [path.join(root, 'test/web/index.ts')],
    outfile: suite,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    // the web extension host has no Node modules
    alias: { 'node:assert/strict': path.join(root, 'test/web/assert.ts') },
    define: { global: 'globalThis', 'process.env.NODE_DEBUG': 'undefined' },
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  console.log('in the VS Code server with headless Chromium');
  await browserHost();
  return runSuite({
    extension,
    suite,
    kind: 'web',
    workspace: WORKSPACE,
    failureDir: path.join(cacheDir, 'failures/web'),
  });
}

/**
 * What ships, as VS Code for the Web sees it: without the entry for Node. With it, the extension host of Node would take the
 * extension, because this workbench has one.
 */
async function stageWebExtension() {
  const dir = path.join(cacheDir, 'web-extension');
  fs.rmSync(dir, { recursive: true, force: true });
  for (const file of await listFiles({ cwd: root, dependencies: false })) {
    fs.mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    fs.copyFileSync(path.join(root, file), path.join(dir, file));
  }
  const { main: _, ...forWeb } = manifest;
  fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify(forWeb, null, 2));
  return dir;
}
