// A person whose display language is German reads German wherever the extension speaks; documents stay in theirs.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
