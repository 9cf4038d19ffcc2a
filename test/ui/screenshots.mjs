// Pictures of the product, for people to look at: `node test/ui/screenshots.mjs` writes .vscode-test/screenshots/*.png.
// With POSTMORTEM_VSIX=FILE they show the installed package.
import fs from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from '../host/browser.mjs';
import { cacheDir } from '../host/install.mjs';
import { CHECKOUT, openProduct } from './support.mjs';

const THEMES = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
};

/** What is worth seeing; each starts in a fresh window with the findings shown. */
const SCENES = {
  async problems({ wb, page }) {
    await wb.problems();
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'blame/' }).first().waitFor();
  },
  async hover({ wb }) {
    await wb.goto(38, 6);
    await wb.hoverSays('system');
  },
  async rewrite({ wb }) {
    await wb.goto(38, 6);
    await wb.openQuickFixes();
  },
  async new({ wb, page }) {
    await wb.runCommand('Postmortem: New Postmortem');
    await wb.quickInputTitled(/New Postmortem/i);
    await page.keyboard.press('Enter');
    await wb.answer('Search returns nothing');
    await wb.pick('P1');
    await wb.answer('2026-03-04');
    await wb.tab('2026-03-04-inc-042-search-returns-nothing.md').waitFor();
    await wb.editorShows('INC-042');
  },
  async status({ wb }) {
    await wb.languageStatus(/In Review/i);
  },
};

ensureBrowser();
const dir = path.join(cacheDir, 'screenshots');
fs.mkdirSync(dir, { recursive: true });
for (const [name, theme] of Object.entries(THEMES)) {
  const product = await openProduct({
    settings: { 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false },
  });
  try {
    for (const [scene, show] of Object.entries(SCENES)) {
      const { page, workbench: wb } = await product.window();
      const file = path.join(dir, `${scene}-${name}.png`);
      try {
        await wb.openFile(CHECKOUT);
        await wb.goto(38, 6);
        await wb.squiggles('warning').first().waitFor();
        await show({ wb, page });
      } catch (error) {
        // a picture of what is there instead still helps
        console.error(`${scene}-${name}: ${error.message}`);
        process.exitCode = 1;
      }
      await page.screenshot({ path: file });
      console.log(path.relative(process.cwd(), file));
      await page.context().close();
    }
  } finally {
    await product.close();
  }
}
