// What every interface test needs: the product in a workbench, from the sources or from its .vsix, and a screenshot when it fails.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { launchBrowser, newPage } from '../host/browser.mjs';
import { cacheDir, root } from '../host/install.mjs';
import { installVsix, startTestServer } from '../host/server.mjs';
import { Workbench } from '../host/workbench.mjs';

export const WORKSPACE = path.join(root, 'test/host/fixtures/workspace');
export const CHECKOUT = '2026-02-10-inc-041-checkout-errors.md';

/** The package to test; without one, the extension runs from the sources in development mode. */
const vsix = process.env.POSTMORTEM_VSIX;
/** What the tests run on, for their titles. */
export const origin = vsix ? 'installed package' : 'sources';

/** The product in a VS Code server with a browser, ready to open windows on copies of a workspace. */
export async function openProduct({ workspace = WORKSPACE, settings, language, env } = {}) {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-ui-'));
  const opened = [];
  const close = async () => {
    for (const closing of opened.reverse()) {
      await closing();
    }
    fs.rmSync(temp, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const extensionsDir = path.join(temp, 'extensions');
    if (vsix) {
      installVsix(vsix, { dataDir: path.join(temp, 'install'), extensionsDir });
    }
    // an installed extension needs no test driver: this is what a user has, notification toasts included
    const host = await startTestServer({ workspace, settings, extensionsDir, language, env, driver: !vsix });
    opened.push(() => host.stop());
    const browser = await launchBrowser();
    opened.push(() => browser.close());
    return {
      host,
      close,
      /** A window of its own: a fresh profile, on a fresh copy of the workspace or on a folder that another window has open. */
      async window(shared) {
        const folder = shared ?? path.join(fs.mkdtempSync(path.join(temp, 'window-')), path.basename(workspace));
        if (!shared) fs.cpSync(workspace, folder, { recursive: true });
        const page = await newPage(browser);
        page.setDefaultTimeout(20_000);
        const workbench = await Workbench.open(page, host, { folder, extension: vsix ? undefined : root });
        return { page, workbench, folder };
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs "New Postmortem" and answers its questions. */
export async function newPostmortem(wb, answers) {
  await wb.runCommand('Postmortem: New Postmortem');
  return answerNewPostmortem(wb, answers);
}

/** Answers the questions of "New Postmortem"; the id and the template are the proposed ones. `date` may have a time of day. */
export async function answerNewPostmortem(
  wb,
  { title, severity, date, trigger = 'data loss', detectedBy = 'an alert', commander = 'ana', attendees = ['ana'] },
) {
  // all questions share one box: its title tells which one is asked
  const asked = (step) => wb.quickInputTitled(`New Postmortem (${step}/9)`);
  await asked(1);
  const id = await wb.quickInputBox.inputValue();
  await wb.page.keyboard.press('Enter');
  await asked(2);
  await wb.answer(title);
  await asked(3);
  await wb.pick(severity);
  await asked(4);
  await wb.page.keyboard.press('Enter');
  await asked(5);
  await wb.pick(trigger);
  await asked(6);
  const proposedDate = await wb.quickInputBox.inputValue();
  await wb.answer(date);
  await asked(7);
  await wb.answer(detectedBy);
  await asked(8);
  await wb.answer(commander);
  await asked(9);
  for (const name of attendees) {
    await wb.quickInputBox.fill(name);
    await wb.pick(name);
  }
  await wb.page.keyboard.press('Enter');
  return { id, proposedDate };
}

/**
 * Inside a `describe`: one server for its tests. Gives what makes a test that has a window of its own:
 * `it('…', inWindow(async ({ wb, page, folder, openAnother }) => …))`; `openAnother` opens a second window on the same folder.
 */
export function useWorkbench(options) {
  let product;
  before(async () => {
    product = await openProduct(options);
  });
  after(() => product?.close());
  return (test) => async (context) => {
    const { page, workbench: wb, folder } = await product.window();
    const others = [];
    const openAnother = async () => {
      const other = await product.window(folder);
      others.push(other.page);
      return { wb: other.workbench, page: other.page };
    };
    try {
      await test({ wb, page, folder, openAnother });
    } catch (error) {
      const file = path.join(cacheDir, 'failures/ui', `${context.name.replace(/\W+/g, '-')}.png`);
      fs.mkdirSync(path.dirname(file), { recursive: true });
      await page.screenshot({ path: file });
      error.message += `\nscreenshot: ${path.relative(root, file)}`;
      throw error;
    } finally {
      for (const opened of [page, ...others]) await opened.context().close();
    }
  };
}
