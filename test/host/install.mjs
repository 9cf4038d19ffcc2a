// Installs the VS Code server that tests and `npm start` use. A second call returns at once.
//
//   node test/host/install.mjs [--force]
//
// The npm package code-server carries a built VS Code with the workbench, the extension host and the whole API. Installed the
// ordinary way it wants Node 24 for npm itself, a C++ compiler and Kerberos headers; none of that is needed to run extensions:
//  1. `npm ci --ignore-scripts` of the package.json beside this file: code-server and an executable of Node 24.
//  2. Of the modules VS Code lists, only those that the server, the extension host, the file watcher and the terminal load, at the
//     exact versions of VS Code's own lock file. All are JavaScript or carry prebuilt binaries.
//  3. What nobody here runs is removed (binaries of other platforms, the bundled Copilot extension).
//  4. A plain file logger takes the place of the native one, so that there are logs.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = import.meta.dirname;

/** The root of this repository. */
export const root = path.resolve(here, '../..');
/** What is fetched or made once and never committed. */
export const cacheDir = path.join(root, '.vscode-test');

const version = JSON.parse(fs.readFileSync(path.join(here, 'package.json'), 'utf8')).dependencies['code-server'];
/** VSCODE_HOST_DIR keeps the server outside the checkout, for example between CI runs. */
const hostDir = path.join(path.resolve(process.env.VSCODE_HOST_DIR ?? cacheDir), `host-${version}`);
const codeServerDir = path.join(hostDir, 'node_modules/code-server');
const vscodeDir = path.join(codeServerDir, 'lib/vscode');

/** The script that starts the server. */
export const serverMain = path.join(vscodeDir, 'out/server-main.js');

const platform = `${process.platform}-${process.arch}`;

/** The Node that runs the server; this VS Code needs a newer one than the project does. */
export function hostNode() {
  const shipped = path.join(hostDir, `node_modules/node-${platform}/bin/node`);
  if (fs.existsSync(shipped)) {
    return shipped;
  }
  const needed = Number.parseInt(
    JSON.parse(fs.readFileSync(path.join(codeServerDir, 'package.json'), 'utf8')).engines.node,
    10,
  );
  if (Number.parseInt(process.versions.node, 10) >= needed) {
    return process.execPath;
  }
  throw new Error(
    `The VS Code server needs Node.js ${needed} and brings none for ${platform}. Run this with Node.js ${needed}, or use a desktop VS Code (npm start -- --desktop).`,
  );
}

const KEPT_MODULES = [
  // the server itself
  'cookie',
  'minimist',
  'ws',
  'yauzl',
  'yazl',
  '@microsoft/1ds-core-js',
  '@microsoft/1ds-post-js',
  '@vscode/proxy-agent',
  'http-proxy-agent',
  'https-proxy-agent',
  'undici',
  '@vscode/iconv-lite-umd',
  'jschardet',
  // extension host, search, file watching, terminal
  'vscode-regexpp',
  '@vscode/ripgrep-universal',
  '@parcel/watcher',
  'node-pty',
  '@xterm/headless',
  '@xterm/addon-serialize',
  '@xterm/addon-unicode11',
  '@vscode/fs-copyfile',
  // the page: syntax colouring
  'vscode-oniguruma',
  'vscode-textmate',
  'katex',
];
const UNUSED_EXTENSIONS = [
  'copilot',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
];

/** The part of @vscode/spdlog that VS Code calls, writing plainly to the log file. */
const FILE_LOGGER = `
const fs = require('node:fs'), path = require('node:path');
class Logger {
  constructor(file) { this.file = file; this.level = 2; fs.mkdirSync(path.dirname(file), { recursive: true }); fs.closeSync(fs.openSync(file, 'a')); }
  write(level, word, text) { if (level >= this.level) { try { fs.appendFileSync(this.file, this.plain ? text : new Date().toISOString() + ' [' + word + '] ' + text + '\\n'); } catch {} } }
  trace(t) { this.write(0, 'trace', t); } debug(t) { this.write(1, 'debug', t); } info(t) { this.write(2, 'info', t); }
  warn(t) { this.write(3, 'warning', t); } error(t) { this.write(4, 'error', t); } critical(t) { this.write(5, 'critical', t); }
  getLevel() { return this.level; } setLevel(level) { this.level = level; } setPattern() {} clearFormatters() { this.plain = true; } flush() {} drop() {}
}
exports.Logger = Logger; exports.version = 0; exports.setLevel = exports.setFlushOn = exports.shutdown = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => new Logger(file);
`;

export function installHost({ force = false, log = console.error } = {}) {
  if (process.platform === 'win32') {
    throw new Error(
      'The VS Code server does not run on Windows. Use a desktop VS Code: npm start -- --desktop, or VSCODE_TEST_EXECUTABLE for the tests.',
    );
  }
  const stamp = path.join(hostDir, '.installed');
  const wanted = createHash('sha256')
    .update(fs.readFileSync(fileURLToPath(import.meta.url)))
    .update(fs.readFileSync(path.join(here, 'package-lock.json')))
    .digest('hex');
  if (!force && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
    return;
  }

  const started = Date.now();
  const step = (text) => log(`  ${text}`);
  log(
    `Installing the VS Code server ${version} into ${path.relative(process.cwd(), hostDir) || hostDir} (about 330 MB, once)`,
  );
  fs.rmSync(hostDir, { recursive: true, force: true });
  fs.mkdirSync(hostDir, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    fs.copyFileSync(path.join(here, file), path.join(hostDir, file));
  }
  step('1/3 fetching the server');
  npm(hostDir, ['ci']);

  step('2/3 fetching the modules it loads');
  const manifestFile = path.join(vscodeDir, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
  manifest.dependencies = Object.fromEntries(
    Object.entries(manifest.dependencies).filter(([name]) => KEPT_MODULES.includes(name)),
  );
  delete manifest.overrides;
  fs.writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
  // not `npm ci`: VS Code's lock file lists the modules that were just left out
  npm(vscodeDir, ['install', '--omit=dev']);

  step('3/3 removing what is not used');
  for (const name of UNUSED_EXTENSIONS) {
    remove(`extensions/${name}`);
  }
  keepOnly('node_modules/@vscode/ripgrep-universal/bin', platform);
  keepOnly('node_modules/node-pty/prebuilds', platform);
  remove('node_modules/node-pty/third_party');
  replaceModule('@vscode/native-watchdog', 'exports.start = () => {};\n');
  replaceModule('@vscode/spdlog', FILE_LOGGER);
  replaceModule('@vscode/deviceid', 'exports.getDeviceId = async () => "";\n');

  fs.writeFileSync(stamp, wanted);
  step(`done in ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

/** Runs npm in a folder of its own; install scripts never run. */
export function npm(cwd, args) {
  // what npm says goes to stderr: the steps printed here already tell a person how far it is
  const result = spawnSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (result.status !== 0) {
    throw new Error(
      `npm ${args.join(' ')} failed in ${cwd}:\n${result.error?.message ?? ''}${result.stdout ?? ''}${result.stderr ?? ''}`,
    );
  }
}

function remove(relative) {
  fs.rmSync(path.join(vscodeDir, relative), { recursive: true, force: true });
}

function keepOnly(relative, name) {
  const dir = path.join(vscodeDir, relative);
  for (const entry of fs.existsSync(dir) ? fs.readdirSync(dir) : []) {
    if (entry !== name) {
      remove(path.join(relative, entry));
    }
  }
}

function replaceModule(name, code) {
  const dir = path.join(vscodeDir, 'node_modules', name);
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(dir, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
  fs.writeFileSync(path.join(dir, 'index.js'), code);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  installHost({ force: process.argv.includes('--force') });
}
