// What is faster here than anywhere: a chat becomes a timeline, the preview draws it, questions stand beside it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { until } from '../host/workbench.mjs';
import { CHECKOUT, origin, useWorkbench } from './support.mjs';

const CHAT = `[09:30] ana: seeing table locks
[09:50] tom: checkout answers again`;

/** Line of the last entry of the checkout postmortem's timeline. */
const LAST_ENTRY = 32;

/** Begins an entry behind the last one by Enter. */
async function beginEntry({ wb, page }) {
  await wb.openFile(CHECKOUT);
  await wb.squiggles('info').first().waitFor();
  await wb.goto(LAST_ENTRY, 1);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
}

async function paste(page) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), CHAT);
  await page.keyboard.press('Control+V');
}

/** Takes the offer that stands beside what was pasted. */
async function chooseEntries(page) {
  await page.locator('.post-edit-widget').waitFor();
  await page.keyboard.press('Control+Period');
  await page
    .getByText(/Insert as 2 Timeline Entries/)
    .first()
    .click();
}

describe(`writing (${origin})`, () => {
  const inWindow = useWorkbench({ settings: { 'editor.inlayHints.enabled': 'off' } });

  it(
    'pastes a conversation as plain text, and offers it as timeline entries',
    inWindow(async ({ wb, page }) => {
      await beginEntry({ wb, page });
      await wb.editorShows('HH:MM');
      await page.keyboard.press('Enter'); // ends the list: what follows is pasted on an empty line
      // the keys alone break the entry in two: the list has ended when the server's answer has taken both halves away
      await wb.editorShows(/^(?![\s\S]*\[what happened\])/);
      await until('the cursor on the empty line', async () => {
        const { line, column, selected } = await wb.cursor();
        return line === LAST_ENTRY + 1 && column === 1 && selected === 0;
      });
      await paste(page);
      await wb.editorShows('[09:30] ana: seeing table locks');
      await chooseEntries(page);
      await wb.editorShows(/- \*\*\d\d:\d\d\*\* - ana: seeing table locks/);
      const text = await wb.editorText();
      assert.doesNotMatch(text, /\[09:30\]/);
    }),
  );

  it(
    'puts the entries in the place of the one that Enter began',
    inWindow(async ({ wb, page }) => {
      await beginEntry({ wb, page });
      await until('the time to be typed over', async () => (await wb.cursor()).selected === 'HH:MM'.length);
      await paste(page);
      await chooseEntries(page);
      await wb.editorShows(/- \*\*\d\d:\d\d\*\* - tom: checkout answers again/);
      assert.doesNotMatch(await wb.editorText(), /HH:MM|\[what happened\]|\[09:30\]/);
    }),
  );

  it(
    'links a file that is dropped, and offers what it holds as timeline entries',
    inWindow(async ({ wb, page, folder }) => {
      fs.writeFileSync(path.join(folder, 'chat.txt'), CHAT);
      await wb.openFile(CHECKOUT);
      await wb.squiggles('info').first().waitFor();
      await wb.goto(LAST_ENTRY + 1, 1);
      const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'chat.txt' }).first();
      await file.hover();
      await page.mouse.down();
      const place = await page.locator('.view-line', { hasText: 'Incident resolved' }).first().boundingBox();
      await page.mouse.move(place.x + 250, place.y, { steps: 8 });
      // with Shift a file is dropped into the text instead of opened
      await page.keyboard.down('Shift');
      await page.mouse.move(place.x + 300, place.y + place.height / 2, { steps: 8 });
      await page.locator('.drop-into-editor-overlay, .dnd-target').first().waitFor({ state: 'attached' });
      await page.mouse.up();
      await page.keyboard.up('Shift');
      await wb.editorShows('](../chat.txt)');
      await chooseEntries(page);
      await wb.editorShows(/- \*\*\d\d:\d\d\*\* - tom: checkout answers again/);
      assert.doesNotMatch(await wb.editorText(), /chat\.txt/);
    }),
  );

  it(
    'puts the clipboard into the timeline by a command, in order',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('info').first().waitFor();
      await wb.goto(LAST_ENTRY, 1);
      await page.evaluate(
        (text) => navigator.clipboard.writeText(text),
        '2026-02-10T09:30:00Z table locks seen\n2026-02-10T09:50:00Z checkout answers again',
      );
      await wb.runCommand('Postmortem: Paste as Timeline');
      await wb.editorShows(
        /09:21[\s\S]*- \*\*09:30\*\* - table locks seen[\s\S]*09:47[\s\S]*- \*\*09:50\*\* - checkout answers again[\s\S]*09:54/,
      );
    }),
  );

  it(
    'draws the timeline to scale into the preview, with badge and action states',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('info').first().waitFor();
      await wb.runCommand('Markdown: Open Preview to the Side');
      const preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await preview.locator('.pm-timeline .pm-milestone.pm-detection').waitFor({ state: 'attached' });
      const track = await preview.locator('.pm-track').first().boundingBox();
      const at = async (milestone) => {
        const box = await preview.locator(`.pm-tick.pm-${milestone}`).first().boundingBox();
        return (box.x + box.width / 2 - track.x) / track.width;
      };
      // 09:12 to 09:54: detection after 6 of 42 minutes, mitigation after 35
      assert.ok(Math.abs((await at('detection')) - 6 / 42) < 0.02);
      assert.ok(Math.abs((await at('resolution')) - 1) < 0.02);
      assert.match(await preview.locator('.pm-severity').first().textContent(), /P\d/);
      assert.ok((await preview.locator('tr.pm-action').count()) > 0);
      await until('the accessible name', async () =>
        /Detected 09:18/.test((await preview.locator('.pm-track').first().getAttribute('aria-label')) ?? ''),
      );
      if (process.env.POSTMORTEM_SHOT) await page.screenshot({ path: process.env.POSTMORTEM_SHOT });
    }),
  );

  it(
    'puts a facilitator sheet beside the document',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('info').first().waitFor();
      await wb.runCommand('Postmortem: Facilitator Sheet');
      await page.locator('.view-line').filter({ hasText: 'Facilitator sheet: INC-041' }).first().waitFor();
    }),
  );

  it(
    'makes a template from a postmortem, which the next new one can start from',
    inWindow(async ({ wb, page, folder }) => {
      const file = path.join(folder, '.postmortem/templates/payments-review.md');
      await wb.openFile(CHECKOUT);
      await wb.squiggles('info').first().waitFor();
      await wb.runCommand('Postmortem: Adopt This Structure as a Template');
      await wb.quickInputTitled('Adopt This Structure as a Template');
      await wb.quickInputBox.fill('standard');
      await page.getByText('Takes the place of the template of this name').first().waitFor();
      await wb.quickInputBox.fill('…');
      await page.getByText('A name has letters or digits').first().waitFor();
      await wb.answer('Payments Review');
      await page.locator('.tab.active').filter({ hasText: 'payments-review.md' }).first().waitFor();
      await page.locator('.view-line').filter({ hasText: '[INC-ID]' }).first().waitFor();
      assert.doesNotMatch(fs.readFileSync(file, 'utf8'), /INC-041|09:12/);
      if (process.env.POSTMORTEM_SHOT) await page.screenshot({ path: process.env.POSTMORTEM_SHOT });

      // what is there is not replaced unasked
      fs.appendFileSync(file, '\nOur own words.\n');
      await wb.openFile(CHECKOUT);
      await wb.runCommand('Postmortem: Adopt This Structure as a Template');
      await wb.quickInputTitled('Adopt This Structure as a Template');
      await wb.answer('Payments Review');
      await page.getByText('payments-review.md is there already').first().waitFor();
      await page.getByRole('button', { name: 'Cancel' }).click();
      assert.match(fs.readFileSync(file, 'utf8'), /Our own words/);

      await wb.runCommand('Postmortem: New Postmortem');
      await wb.quickInputTitled('New Postmortem (1/9)');
      await page.keyboard.press('Enter');
      await wb.quickInputTitled('New Postmortem (2/9)');
      await wb.answer('Search is slow');
      await wb.quickInputTitled('New Postmortem (3/9)');
      await wb.pick('P1');
      await wb.quickInputTitled('New Postmortem (4/9)');
      await page.getByText('Payments Review').first().waitFor();
    }),
  );
});

describe(`a document that cannot be changed (${origin})`, () => {
  const inWindow = useWorkbench({ settings: { 'files.readonlyInclude': { '**/postmortems/*.md': true } } });

  it(
    'stays as it is, in its editor and on disk, and that is said',
    inWindow(async ({ wb, page, folder }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      const saved = () => fs.readFileSync(path.join(folder, 'postmortems', CHECKOUT), 'utf8');
      const before = saved();
      await page.evaluate((text) => navigator.clipboard.writeText(text), CHAT);
      await wb.runCommand('Postmortem: Paste as Timeline');
      await wb.notification(`${CHECKOUT} is read-only`);
      assert.doesNotMatch(await wb.editorText(), /seeing table locks/);
      await wb.runCommand('Notifications: Clear All Notifications');

      await wb.runCommand('View: Show Postmortems');
      const box = page.locator('[aria-label="AI-001: done"]').first();
      await box.click();
      await wb.notification(`${CHECKOUT} is read-only`);
      await page.locator('[aria-label="AI-001: done"][aria-checked="false"]').waitFor();
      assert.equal(saved(), before);
    }),
  );
});
