// Pictures of the installed package, for people to look at: `node test/ui/screenshots.mjs [--theme NAME] [--language de] [SCENE...]` writes
// .vscode-test/screenshots/*.png.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageExtension } from '../../scripts/package.mjs';
import { ensureBrowser } from '../host/browser.mjs';
import { cacheDir } from '../host/install.mjs';

const THEMES = {
  light: 'Light 2026',
  dark: 'Dark 2026',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
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
  async completion({ wb, page }) {
    await wb.goto(66, 1);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('## ');
    await wb.suggestions();
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
  async questions({ wb, page }) {
    await wb.runCommand('Postmortem: New Postmortem');
    await wb.quickInputTitled('(1/9)');
    await page.keyboard.press('Enter');
    await wb.quickInputTitled('(2/9)');
    await wb.answer('Search returns nothing');
    for (const step of [3, 4]) {
      await wb.quickInputTitled(`(${step}/9)`);
      await page.keyboard.press('Enter');
    }
    await wb.quickInputTitled('(5/9)');
  },
  async status({ wb }) {
    await wb.languageStatus(/In Review|In Prüfung/i);
  },
  async views({ page }) {
    await page
      .locator('.activitybar .action-item', { has: page.locator('a[aria-label*="Postmortems"]') })
      .first()
      .click();
    await page.locator('.pane-body .monaco-list-row', { hasText: 'AI-001' }).first().waitFor();
  },
  async preview({ wb, page }) {
    await wb.runCommand('Markdown: Open Preview to the Side');
    await page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('.pm-timeline').waitFor();
    // away from the tab, whose tooltip covers what is to be seen
    await page.mouse.move(600, 700);
    await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
  },
  async overview(window) {
    await SCENES.views(window);
    await SCENES.preview(window);
    await window.page.locator('.pane-body .monaco-list-row', { hasText: 'No one is blamed' }).waitFor();
    await window.page.locator('.codelens-decoration', { hasText: '42 min' }).waitFor();
  },
  async dashboard({ wb, page }) {
    await wb.runCommand('Postmortem: Show Dashboard');
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await frame.locator('.card').first().waitFor();
  },
  async facilitator({ wb, page }) {
    await wb.runCommand('Postmortem: Facilitator Sheet');
    await page.locator('.view-line').filter({ hasText: 'Facilitator sheet' }).first().waitFor();
  },
  async external({ wb, page }) {
    await wb.runCommand('Postmortem: External Version');
    await page.locator('.monaco-dialog-box').waitFor();
  },
  async copy({ wb, page }) {
    await wb.runCommand('Postmortem: Copy As');
    await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Slack' }).first().waitFor();
  },
  async settings({ wb, page }) {
    await wb.runCommand('Preferences: Open Settings (UI)');
    await page.locator('.settings-editor .suggest-input-container').click();
    await page.keyboard.type('@ext:blameless-postmortem.blameless-postmortem');
    await page
      .locator('.setting-item-description', { hasText: /Postmortems? / })
      .first()
      .waitFor();
  },
  async walkthrough({ wb, page }) {
    await wb.runCommand('Welcome: Open Walkthrough');
    await wb.pick(/Blameless Postmortem|ohne Schuldige/);
    const media = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await media.locator('h2').first().waitFor();
  },
  async paste({ wb, page }) {
    await wb.goto(32, 1);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await wb.editorShows('HH:MM');
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      '[09:30] ana: table locks\n[09:50] tom: it answers',
    );
    await page.keyboard.press('Control+V');
    await page.locator('.post-edit-widget').waitFor();
    await page.keyboard.press('Control+Period');
    await page
      .getByText(/2 Timeline Entries|2 Einträge/)
      .first()
      .waitFor();
  },
};

const { values: flags, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { theme: { type: 'string' }, language: { type: 'string' } },
});
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
  if (flags.theme && flags.theme !== name) {
    continue;
  }
  const product = await openProduct({
    language: flags.language,
    settings: { 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false },
  });
  try {
    for (const [scene, show] of Object.entries(SCENES)) {
      if (wanted.length && !wanted.includes(scene)) {
        continue;
      }
      const { page, workbench: wb } = await product.window();
      const file = path.join(dir, `${[scene, name, flags.language].filter(Boolean).join('-')}.png`);
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
