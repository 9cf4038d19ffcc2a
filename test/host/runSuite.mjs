// Runs a compiled suite (a module that exports `run()`) inside VS Code's extension host, in the browser workbench.
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import { launchBrowser, newPage } from './browser.mjs';
import { startTestServer } from './server.mjs';

/** Suites mark their lines with this: everything the workbench and the extension host log arrives on the same way. */
const MARK = '[test] ';
const CLOSING_LINE = /^(\d+) passed, (\d+) failed$/;

/** Reads a suite's output line by line; its closing line holds the numbers. */
export function suiteOutput(print) {
  const output = { passed: 0, failed: 0, closed: false };
  return {
    result: output,
    line(text) {
      const closing = CLOSING_LINE.exec(text.trim());
      if (closing) {
        output.closed = true;
        output.passed = Number(closing[1]);
        output.failed = Number(closing[2]);
      } else {
        print(text);
      }
    },
    /** An extension host that dies also ends with code 0: only the closing line tells that every test has run. */
    close(code) {
      if (!output.closed) {
        print(`the suite ended with code ${code} before its closing line`);
        output.failed += 1;
      } else if (code !== 0 && output.failed === 0) {
        print(`the suite ended with code ${code}`);
        output.failed += 1;
      }
      return { passed: output.passed, failed: output.failed };
    },
  };
}

/**
 * @param {{ extension: string, suite: string, workspace: string, kind?: 'web', settings?: object, timeout?: number, failureDir: string, print?: (line: string) => void }} options
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runSuite(options) {
  const print = options.print ?? console.log;
  const timeout = options.timeout ?? 180_000;
  const suite = suiteOutput(print);
  const host = await startTestServer(options);
  let browser;
  let timer;
  try {
    browser = await launchBrowser();
    const page = await newPage(browser);
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const text = format(...(args ?? []));
      const at = text.indexOf(MARK);
      if (at >= 0) {
        suite.line(text.slice(at + MARK.length));
      } else if (process.env.VERBOSE) {
        print(`(${type}) ${text}`);
      }
    });
    let logs = [];
    const ended = new Promise((resolve) => {
      page
        .exposeFunction('codeAutomationExit', (code, files) => {
          logs = files ?? [];
          resolve(code);
        })
        .catch(resolve);
      page.once('crash', () => resolve('"page crashed"'));
      timer = setTimeout(() => resolve(`"no result after ${timeout / 1000} s"`), timeout);
    });
    const payload = [['skipWelcome', 'true']];
    if (options.kind === 'web') {
      await serveWebExtension(page, options);
    } else {
      payload.push(
        ['extensionDevelopmentPath', host.remote(options.extension)],
        ['extensionTestsPath', host.remote(options.suite)],
      );
    }
    await page.goto(host.url({ payload }));
    const code = await ended;
    const result = suite.close(code);
    if (result.failed > 0) {
      await keepTraces(page, logs, options.failureDir, print);
      if (!suite.result.closed) {
        print(host.output().slice(-4000));
      }
    }
    return result;
  } finally {
    clearTimeout(timer);
    await browser?.close();
    await host.stop();
  }
}

/** Where the page finds the web extension, beside VS Code's own files. */
const WEB_EXTENSION = '/web-extension';

/**
 * Gives the page an extension as VS Code for the Web loads it: by HTTP. Loaded from the remote machine instead, it could not
 * start a worker of its own, and that is where its language server runs.
 */
async function serveWebExtension(page, { extension, suite }) {
  await page.route(
    (url) => url.pathname.startsWith(`${WEB_EXTENSION}/`),
    (route) => {
      const file = path.join(extension, new URL(route.request().url()).pathname.slice(WEB_EXTENSION.length));
      return fs.existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
    },
  );
  // the workbench reads its configuration from the page, as soon as the page is there
  await page.addInitScript(
    ({ folder, suiteFile }) => {
      const { protocol, host } = globalThis.location;
      const at = (file) => ({ scheme: protocol.slice(0, -1), authority: host, path: `${folder}${file}` });
      new MutationObserver((_, observer) => {
        const meta = document.getElementById('vscode-workbench-web-configuration');
        if (meta) {
          observer.disconnect();
          const configuration = JSON.parse(meta.dataset.settings);
          configuration.developmentOptions = {
            ...configuration.developmentOptions,
            extensions: [at('')],
            extensionTestsPath: at(suiteFile),
          };
          meta.dataset.settings = JSON.stringify(configuration);
        }
      }).observe(document, { childList: true, subtree: true });
    },
    { folder: WEB_EXTENSION, suiteFile: `/${path.relative(extension, suite)}` },
  );
}

/** What one needs to understand a failure: a screenshot and the window's log files. */
async function keepTraces(page, logs, dir, print) {
  fs.rmSync(dir, { recursive: true, force: true });
  fs.mkdirSync(dir, { recursive: true });
  await page.screenshot({ path: path.join(dir, 'window.png') }).catch(() => {});
  for (const { relativePath, contents } of logs) {
    const file = path.join(dir, 'logs', relativePath);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, contents);
  }
  print(`screenshot and logs: ${dir}`);
}
