// Starts the VS Code server, for tests and for `npm start`.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hostNode, installHost, serverMain } from './install.mjs';

/** A workbench that shows only what one opens. */
export const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  // as on the desktop; in a browser it would be on
  'files.autoSave': 'off',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'chat.disableAIFeatures': true,
  'window.menuBarVisibility': 'compact',
};

/** For tests only: what would be in the way of reading the page. */
const TEST_SETTINGS = {
  'editor.accessibilitySupport': 'off',
  'files.simpleDialog.enable': true,
};

// An interrupted run leaves nothing behind: no server (each is a process group, ended as one), no folder.
const running = new Set();
const folders = new Set();
process.once('exit', () => {
  for (const kill of running) {
    kill('SIGKILL');
  }
  for (const folder of folders) {
    removeFolder(folder);
  }
});

/** A server that has just been ended may still write its last lines. */
const removeFolder = (folder) => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

let interruptible = false;

/** An interrupted test run ends here, through the exit above; `npm start` has its own way to end. */
function endOnInterrupt() {
  if (!interruptible) {
    interruptible = true;
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ]) {
      process.once(signal, () => process.exit(code));
    }
  }
}

/** The environment of a server started from a terminal of VS Code, or by a program under inspection, must not leak into ours. */
function serverEnvironment(extra) {
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}', ...extra };
  for (const name of ['NODE_OPTIONS', 'VSCODE_IPC_HOOK_CLI', 'NODE_TEST_CONTEXT']) {
    delete env[name];
  }
  return env;
}

/**
 * @param {{ dataDir: string, extensionsDir: string, port?: number, token?: string, args?: string[], env?: Record<string, string> }} options
 *   token: what a browser must present; without one, every process on this machine may connect
 * @returns {Promise<{ port: number, group: number, ended: Promise<number | null>, output: () => string, stop: () => Promise<void> }>}
 */
export async function startServer(options) {
  installHost();
  const args = [
    serverMain,
    '--host',
    '127.0.0.1',
    '--port',
    String(options.port ?? 0),
    ...(options.token ? ['--connection-token', options.token] : ['--without-connection-token']),
    '--accept-server-license-terms',
    '--server-data-dir',
    options.dataDir,
    '--extensions-dir',
    options.extensionsDir,
    '--disable-telemetry',
    '--disable-experiments',
    // with a bridge host but no bridge port the server offers no agent host, and so starts none
    '--agent-host-bridge-host',
    '127.0.0.1',
    ...(options.args ?? []),
  ];
  const child = spawn(hostNode(), args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: serverEnvironment(options.env),
    // a process group of its own: extension hosts and language servers end with it, also when the caller crashes
    detached: true,
  });
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // it has already ended
    }
  };
  running.add(kill);
  let output = '';
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const port = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The VS Code server did not start:\n${output}`)), 60_000);
    const onData = (chunk) => {
      output = (output + chunk).slice(-100_000);
      const listening = /Extension host agent listening on (\d+)/.exec(output);
      if (listening) {
        clearTimeout(timer);
        resolve(Number(listening[1]));
      }
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ended with code ${code}:\n${output}`));
    });
  });
  return {
    port,
    group: child.pid,
    ended,
    output: () => output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        kill('SIGTERM');
        const late = setTimeout(() => kill('SIGKILL'), 3000);
        await ended;
        clearTimeout(late);
      }
      kill('SIGKILL');
      running.delete(kill);
    },
  };
}

/**
 * A server for tests: a copy of the workspace, and empty data folders of its own, so that no test sees what another did.
 *
 * @param {{ workspace: string, settings?: object, extensionsDir?: string, driver?: boolean, language?: string, env?: Record<string, string> }} options
 *   driver: VS Code's own test driver, needed for extensions in development and for suites. It also hides notification toasts;
 *   `false`, with the extension installed from its .vsix, is what a user has.
 *   language: the display language of the windows, English where it is left out
 */
export async function startTestServer(options) {
  endOnInterrupt();
  const driver = options.driver !== false;
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-vscode-'));
  folders.add(dir);
  const userDir = path.join(dir, 'data/User');
  fs.mkdirSync(userDir, { recursive: true });
  fs.writeFileSync(
    path.join(userDir, 'settings.json'),
    JSON.stringify({ ...QUIET_SETTINGS, ...TEST_SETTINGS, ...options.settings }, null, 2),
  );
  if (options.language) installEmptyLanguagePack(path.join(dir, 'data'), options.language);
  const workspace = path.join(dir, 'workspace', path.basename(options.workspace));
  fs.cpSync(options.workspace, workspace, { recursive: true });
  const server = await startServer({
    dataDir: dir,
    extensionsDir: options.extensionsDir ?? path.join(dir, 'extensions'),
    env: options.env,
    args: [
      ...(driver ? ['--enable-smoke-test-driver'] : []),
      '--disable-workspace-trust',
      ...(options.language ? ['--locale', options.language] : []),
      // a closed page does not come back: its extension host ends soon, not in three hours
      '--reconnection-grace-time',
      '5',
    ],
  });
  const authority = `127.0.0.1:${server.port}`;
  return {
    dir,
    workspace,
    driver,
    output: server.output,
    /** Ids of the running processes of this server, its extension hosts and theirs, by a part of their command line. */
    processes(part) {
      const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,pgid=,stat=,args='], { encoding: 'utf8' });
      return stdout.split('\n').flatMap((line) => {
        const [pid, group, state, ...args] = line.trim().split(/\s+/);
        return Number(group) === server.group && !state.startsWith('Z') && args.join(' ').includes(part)
          ? [Number(pid)]
          : [];
      });
    },
    /** The URI by which the workbench knows a file of this machine. */
    remote: (file) => `vscode-remote://${authority}${path.resolve(file)}`,
    url({ folder = workspace, payload = [] } = {}) {
      const query = new URLSearchParams({ folder: path.resolve(folder) });
      if (payload.length) {
        query.set('payload', JSON.stringify(payload));
      }
      return `http://${authority}/?${query}`;
    },
    async stop() {
      await server.stop();
      removeFolder(dir);
      folders.delete(dir);
    },
  };
}

/** A language pack without a word: VS Code itself stays English, extensions show their own texts in the language. */
function installEmptyLanguagePack(userData, language) {
  const translations = path.join(userData, `${language}.i18n.json`);
  fs.writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const extensions = [{ extensionIdentifier: { id: `test.${language}` }, version: '1.0.0' }];
  const pack = { hash: 'empty', label: language, extensions, translations: { vscode: translations } };
  fs.writeFileSync(path.join(userData, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

/** Installs a .vsix with VS Code's own command line. */
export function installVsix(vsix, { dataDir, extensionsDir }) {
  installHost();
  const result = spawnSync(
    hostNode(),
    [
      serverMain,
      '--accept-server-license-terms',
      '--server-data-dir',
      dataDir,
      '--extensions-dir',
      extensionsDir,
      '--force',
      '--install-extension',
      path.resolve(vsix),
    ],
    { encoding: 'utf8', env: serverEnvironment() },
  );
  if (result.status !== 0 || /failed installing/i.test(result.stdout + result.stderr)) {
    throw new Error(`${path.basename(vsix)} could not be installed:\n${result.stdout}${result.stderr}`);
  }
}
