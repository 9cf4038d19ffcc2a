// Shows the product: `npm start` builds, checks the examples on the command line, and opens them in a real VS Code.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, cacheDir, fail, manifest, root } from './lib.mjs';

const USAGE = `Usage: npm start [-- OPTION...]

Builds, checks examples/ on the command line, then serves VS Code with the extension and the examples in the browser.

  --desktop    open the desktop VS Code of this machine instead
  --no-serve   stop after the check
  --port N     serve at this port (default: 8642, or a free one)
  --help       show this`;

const DEFAULT_PORT = 8642;
const examples = path.join(root, 'examples');
const serverDir = path.join(cacheDir, 'start');

const flags = readFlags();
if (flags.help) {
  console.log(USAGE);
  process.exit(0);
}
try {
  step('Building');
  build();
  step('Checking examples/ on the command line');
  checkExamples();
  if (flags.desktop) {
    await openDesktop();
  } else if (!flags['no-serve']) {
    await serve();
  }
} catch (error) {
  fail(error);
}

function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        desktop: { type: 'boolean', default: false },
        'no-serve': { type: 'boolean', default: false },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.port !== undefined && !(/^\d+$/.test(values.port) && Number(values.port) < 65_536)) {
      throw new Error(`--port wants a number from 0 to 65535, not '${values.port}'`);
    }
    return values;
  } catch (error) {
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function step(text) {
  console.log(`\n▸ ${text}`);
}

function checkExamples() {
  const command = 'npx --no-install postmortem lint examples';
  console.log(`  ${command}\n`);
  const result = spawnSync(process.execPath, [path.join(root, 'dist/cli.cjs'), 'lint', 'examples'], {
    cwd: root,
    stdio: 'inherit',
  });
  // 1 is what it is for: the examples are made to have findings
  if (result.status !== 0 && result.status !== 1) {
    throw new Error(`${command} ended with ${result.signal ?? `code ${result.status}`}.`);
  }
}

async function openDesktop() {
  const { findDesktop } = await import('../test/host/desktop.mjs');
  const executable = findDesktop();
  if (!executable) {
    throw new Error(
      "No desktop VS Code was found. Install VS Code or VSCodium and put its command 'code' or 'codium' on the PATH, or name it in VSCODE_EXECUTABLE. Without --desktop, npm start serves VS Code in the browser.",
    );
  }
  step(`Opening ${executable}`);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, examples];
  if (process.getuid?.() === 0) {
    // VS Code refuses to run as root without these
    args.unshift('--no-sandbox', `--user-data-dir=${path.join(cacheDir, 'desktop')}`);
  }
  const shell = process.platform === 'win32';
  const quote = (text) => (shell ? `"${text}"` : text);
  const child = spawn(quote(executable), args.map(quote), { stdio: 'inherit', shell });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(status ?? signal));
  });
  if (code !== 0) {
    throw new Error(`${executable} ended with ${code}.`);
  }
}

async function serve() {
  const { installHost } = await import('../test/host/install.mjs');
  const { installVsix } = await import('../test/host/server.mjs');
  const { packageExtension } = await import('./package.mjs');

  step('Getting VS Code');
  installHost({ log: (text) => console.log(`  ${text}`) });
  step('Installing the extension into it');
  const vsix = await packageExtension(path.join(cacheDir, `${manifest.name}.vsix`));
  const dirs = { dataDir: serverDir, extensionsDir: path.join(serverDir, 'extensions') };
  await writeFirstSettings();
  installVsix(vsix, dirs);

  step('Starting');
  const token = connectionToken();
  const server = await startAtPort(dirs, token);
  const query = new URLSearchParams({ tkn: token, folder: examples });
  console.log(`  Blameless Postmortem in VS Code: http://127.0.0.1:${server.port}/?${query}`);
  console.log('  Open it in a browser, then a file of examples/postmortems. End with Ctrl-C.');

  let stopping = false;
  const stop = async () => {
    if (!stopping) {
      stopping = true;
      await server.stop();
      console.log('\nStopped.');
      process.exit(0);
    }
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const code = await server.ended;
  if (!stopping) {
    throw new Error(`The VS Code server ended with code ${code}:\n${server.output().slice(-4000)}`);
  }
}

async function startAtPort(dirs, token) {
  const { startServer } = await import('../test/host/server.mjs');
  const port = flags.port === undefined ? DEFAULT_PORT : Number(flags.port);
  try {
    return await startServer({ ...dirs, port, token });
  } catch (error) {
    if (!/EADDRINUSE/.test(error.message)) {
      throw error;
    }
    if (flags.port !== undefined) {
      throw new Error(`Port ${port} is in use. Choose another one with --port, or leave it out.`);
    }
    console.log(`  Port ${port} is in use, taking a free one.`);
    return startServer({ ...dirs, port: 0, token });
  }
}

/** Settings of a quiet first start; afterwards they are the user's. */
async function writeFirstSettings() {
  const file = path.join(serverDir, 'data/User/settings.json');
  if (!fs.existsSync(file)) {
    const { QUIET_SETTINGS } = await import('../test/host/server.mjs');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `${JSON.stringify(QUIET_SETTINGS, null, 2)}\n`);
  }
}

/** The workbench can run programs: only who has the printed address may use it. Kept, so that the address stays the same. */
function connectionToken() {
  const file = path.join(serverDir, 'token');
  if (!fs.existsSync(file)) {
    fs.mkdirSync(serverDir, { recursive: true });
    fs.writeFileSync(file, randomBytes(16).toString('hex'), { mode: 0o600 });
  }
  return fs.readFileSync(file, 'utf8').trim();
}
