// What stands beside and above the text: readiness, postmortems, action items, figures, completions.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { until } from '../host/workbench.mjs';
import { CHECKOUT, origin, useWorkbench } from './support.mjs';

async function openViews(page) {
  // the whole item: its badge lies over the icon as soon as an action item is late
  await page
    .locator('.activitybar .action-item', { has: page.locator('a[aria-label*="Postmortems"]') })
    .first()
    .click();
}

describe(`views and figures (${origin})`, () => {
  const inWindow = useWorkbench({ settings: { 'editor.inlayHints.enabled': 'on' } });

  it(
    'tells what is left before Final, and writes a ticked action item into its document',
    inWindow(async ({ wb, page, folder }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await openViews(page);
      const row = (text) => page.locator('.pane-body .monaco-list-row', { hasText: text }).first();
      await row('The timeline is in order').waitFor();
      await row('INC-041').waitFor();
      await row('No one is blamed').waitFor();

      // a line of the checklist leads to its place
      await row('reads as the cause').click();
      await until('the cursor at the finding', async () => (await wb.cursor()).line === 38);

      await row('Set a lock timeout').locator('.monaco-custom-toggle').first().click();
      const file = path.join(folder, 'postmortems', CHECKOUT);
      await until('the mark in the file', () => /AI-001 .*✅ \|/.test(fs.readFileSync(file, 'utf8')));
    }),
  );

  it(
    'keeps telling what is left while the preview has the focus, and nothing of a document that is no postmortem',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await openViews(page);
      const readiness = page.locator('.pane', { has: page.locator('.pane-header[aria-label^="Readiness"]') });
      const blamed = readiness.locator('.monaco-list-row', { hasText: 'No one is blamed' });
      await blamed.waitFor();
      // in the place of the text
      await wb.runCommand('Markdown: Open Preview');
      const preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await preview.locator('.pm-timeline').click();
      await wb.tab(`Preview ${CHECKOUT}`).waitFor();
      await blamed.waitFor();
      // a line leads from there to its place
      await readiness.locator('.monaco-list-row', { hasText: 'reads as the cause' }).click();
      await until('the cursor at the finding', async () => (await wb.cursor()).line === 38);

      await wb.openFile('README.md');
      await readiness.waitFor({ state: 'detached' });
    }),
  );

  it(
    'shows the times of the response above the timeline and behind its entries',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await page.locator('.codelens-decoration', { hasText: '42 min · detected after 6 min' }).waitFor();
      await page.locator('.codelens-decoration', { hasText: /\d+ findings before Final/ }).waitFor();
      await wb.editorShows('+35 min');
    }),
  );

  it(
    'completes who owns an action item in a row that is being written',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.goto(62, 77);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      // Enter starts the next row, its action selected: what is typed takes its place, and Tab goes on to the owner
      await wb.editorShows('| AI-003 |');
      await page.keyboard.type('Alert on lock waits');
      await page.keyboard.press('Tab');
      await page.keyboard.type('@');
      const people = await wb.suggestions();
      assert.ok(
        people.some((label) => label.includes('@mei')),
        people.join(', '),
      );
      await wb.acceptSuggestion(people.find((label) => label.includes('@mei')));
      await wb.editorShows('Alert on lock waits | @mei');
    }),
  );
});

describe(`a folder that waits for its first postmortem (${origin})`, () => {
  const workspace = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-first-'));
  after(() => fs.rmSync(workspace, { recursive: true, force: true }));
  fs.mkdirSync(path.join(workspace, 'postmortems'));
  fs.writeFileSync(path.join(workspace, 'README.md'), '# A service\n');
  const inWindow = useWorkbench({ workspace });

  it(
    'is told how to begin',
    inWindow(async ({ wb, page }) => {
      await wb.openFile('README.md');
      await openViews(page);
      await page.getByText('No postmortem has an action item yet.').waitFor();
      await page.locator('.pane-body').getByRole('button', { name: 'New Postmortem' }).click();
      await wb.quickInputTitled('New Postmortem (1/9)');
      assert.equal(await wb.quickInputBox.inputValue(), 'INC-001');
    }),
  );
});
