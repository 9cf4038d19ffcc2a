// Pictures of the installed package, for people to look at: `node test/ui/screenshots.mjs [SCENE...]` writes
// .vscode-test/screenshots/*.png.
import fs from 'node:fs';
import path from 'node:path';
import { packageExtension } from '../../scripts/package.mjs';
import { ensureBrowser } from '../host/browser.mjs';
import { cacheDir } from '../host/install.mjs';

const THEMES = {
  light: 'Light 2026',
  dark: 'Dark 2026',
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
  async new({ wb }) {
    await newPostmortem(wb, { title: 'Search returns nothing', severity: 'P1', date: '2026-03-04' });
    await wb.tab('2026-03-04-inc-042-search-returns-nothing.md').waitFor();
    await wb.editorShows('INC-042');
  },
  async status({ wb }) {
    await wb.languageStatus(/In Review/i);
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((scene) => !SCENES[scene]);
if (unknown.length) {
  console.error(`Unknown: ${unknown.join(', ')}. Scenes: ${Object.keys(SCENES).join(', ')}`);
  process.exit(2);
}
ensureBrowser();
// an extension in development would bring its own folder's themes with it, and VS Code's are in .vscode-test
process.env.POSTMORTEM_VSIX ??= await packageExtension(path.join(cacheDir, 'screenshots.vsix'));
const { CHECKOUT, newPostmortem, openProduct } = await import('./support.mjs');
const dir = path.join(cacheDir, 'screenshots');
fs.mkdirSync(dir, { recursive: true });
for (const [name, theme] of Object.entries(THEMES)) {
  const product = await openProduct({
    settings: { 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false },
  });
  try {
    for (const [scene, show] of Object.entries(SCENES)) {
      if (wanted.length && !wanted.includes(scene)) {
        continue;
      }
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
