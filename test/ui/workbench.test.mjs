// What surrounds the text: language status, snippets, syntax colours, other Markdown.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../host/workbench.mjs';
import { CHECKOUT, origin, useWorkbench } from './support.mjs';

describe(`around the text (${origin})`, () => {
  const inWindow = useWorkbench();

  it(
    'tells template, lifecycle and count in the language status',
    inWindow(async ({ wb }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      const status = await until('the status', async () => wb.languageStatus(/In Review/i));
      assert.match(status, /\d+/);
    }),
  );

  it(
    'completes a snippet',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.goto(45, 1);
      await page.keyboard.press('Enter');
      await page.keyboard.type('five');
      const labels = await wb.suggestions();
      const label = labels.find((text) => /five.?whys/i.test(text));
      assert.ok(label, `no Five Whys among ${labels.join(', ')}`);
      await wb.acceptSuggestion(label);
      await wb.editorShows(/Why/);
    }),
  );

  it(
    'underlines nothing in a runbook',
    inWindow(async ({ wb }) => {
      await wb.openFile('runbook.md');
      await wb.editorShows('human error');
      // the postmortem's squiggles prove that the server runs; its rules know the sentence of the runbook, too
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.openFile('runbook.md');
      const rows = await wb.problems();
      assert.deepEqual(
        rows.filter((row) => row.includes('runbook')),
        [],
      );
      assert.equal(await wb.squiggles('warning').count(), 0);
    }),
  );
});
