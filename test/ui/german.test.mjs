// A person whose display language is German reads German wherever the extension speaks; documents stay in theirs.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../host/install.mjs';
import { until } from '../host/workbench.mjs';
import { CHECKOUT, origin, useWorkbench } from './support.mjs';

describe(`in German (${origin})`, () => {
  const inWindow = useWorkbench({ language: 'de' });

  it(
    'names commands, views, findings, hovers and fixes in German',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await page.locator('.codelens-decoration', { hasText: /Befunde vor der Endfassung/ }).waitFor();

      await wb.goto(38, 6);
      const hover = await wb.hoverSays('Mach das System zum Subjekt');
      assert.doesNotMatch(hover, /Make the system|Readers blame/);
      await page.keyboard.press('Escape');
      const fixes = await wb.openQuickFixes();
      assert.ok(
        fixes.some((title) => /^„.*“ schreiben$/.test(title)),
        fixes.join('\n'),
      );
      assert.ok(!fixes.some((title) => /^(?:Write|Ask|Suppress|Fix|Treat)/.test(title)), fixes.join('\n'));
      await page.keyboard.press('Escape');

      await page.keyboard.press('F1');
      await wb.quickInputBox.fill('>Postmortem: ');
      // VS Code tells the English name below the German one
      for (const title of ['Alles korrigieren', 'Als Zeitleiste einfügen', 'Fehlende Abschnitte einfügen'])
        await wb.quickPicks
          .filter({ hasText: `Postmortem: ${title}` })
          .first()
          .waitFor();
    }),
  );

  it(
    'counts in German on the dashboard',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.runCommand('Postmortem: Übersicht anzeigen');
      const dashboard = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await dashboard.getByRole('heading', { name: 'Abgeschlossene Postmortems' }).waitFor();
      for (const summary of await dashboard.locator('summary').all()) await summary.click();
      const shown = await dashboard.locator('main').innerText();
      assert.match(shown, /< 2 Tage/);
      // the name of a file stands as code, without its marks
      assert.match(await dashboard.locator('.note code').first().innerText(), /^\.postmortem\/incidents\.csv$/);
      assert.doesNotMatch(shown, /`|\b(?:of|the|with|due|days?|unknown|median of|no)\b/);
    }),
  );

  it(
    'draws each page of its walkthrough in German',
    inWindow(async ({ wb, page }) => {
      await wb.runCommand('Welcome: Open Walkthrough');
      await wb.pick('Postmortem ohne Schuldige');
      const step = (title) => page.locator('.getting-started-step', { hasText: title });
      const media = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      const folder = path.join(root, 'media/walkthrough');
      const pages = ['new', 'timeline', 'rewrite', 'whys', 'rules', 'configure'];
      const texts = JSON.parse(fs.readFileSync(path.join(root, 'package.nls.de.json'), 'utf8'));
      for (const name of pages) {
        await step(texts[`walkthrough.${name}.title`]).click();
        const [german, english] = ['.nls.de.md', '.md'].map((end) =>
          fs.readFileSync(path.join(folder, name + end), 'utf8').split('\n'),
        );
        const own = german
          .filter((line) => !english.includes(line))
          .map((line) => line.replace(/^(?:- |#+ )|[*`]/g, ''));
        assert.notEqual(own.length, 0);
        for (const line of own) await media.getByText(line).first().waitFor();
      }
    }),
  );

  it(
    'explains snippets and the keys of the configuration file in German',
    inWindow(async ({ wb, page, folder }) => {
      fs.mkdirSync(path.join(folder, '.postmortem'));
      fs.writeFileSync(path.join(folder, '.postmortem/config.json'), '{ "include": ["reviews/*.md"] }\n');
      await wb.openFile('config.json');
      await wb.goto(1, 5);
      await wb.hoverSays('Globs der Markdown-Dateien');

      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.goto(71, 1);
      await page.keyboard.type('pm-entry-row');
      await wb.suggestions();
      const details = page.locator('.suggest-details-container:visible', { hasText: 'Eine Zeile einer Zeitleiste' });
      await until('the description', async () => {
        if (await details.isVisible()) return true;
        await page.keyboard.press('Control+Space');
        return details.waitFor({ timeout: 3000 }).then(() => true);
      });
    }),
  );

  it(
    'explains its settings in German',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.runCommand('Preferences: Open Settings (UI)');
      await page.locator('.settings-editor .suggest-input-container').click();
      await page.keyboard.type('@ext:blameless-postmortem.blameless-postmortem');
      await page.locator('.setting-item-description', { hasText: 'Postmortems prüfen, während' }).waitFor();
      const shown = (await page.locator('.setting-item-description').allInnerTexts()).join('\n');
      assert.doesNotMatch(shown, /what the repository says|Names that are/);
    }),
  );
});
