// The way of a first use; also run on the packaged .vsix.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { until } from '../host/workbench.mjs';
import { CHECKOUT, newPostmortem, origin, useWorkbench } from './support.mjs';

describe(`first use (${origin})`, () => {
  const inWindow = useWorkbench();

  it(
    'shows a blaming sentence where it is and in the Problems panel, says why, and rewrites it',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.goto(38, 6);
      await wb.editorShows('The engineer ran a bad script.');
      await wb.squiggles('warning').first().waitFor();
      const problem = await until('the problem', async () =>
        (await wb.problems()).find((row) => row.includes('blame/individual-fault')),
      );
      assert.match(problem, /Ln 38/);
      assert.match(problem, /postmortem/);

      // the panel took the keyboard
      await page.locator('.view-line', { hasText: 'The engineer ran a bad script.' }).click();
      await wb.goto(38, 6);
      await wb.hoverSays('system');
      await page.keyboard.press('Escape');

      // rewrites come first; the others hold the finding back or explain it
      const [rewrite] = await wb.openQuickFixes();
      assert.doesNotMatch(rewrite, /suppress|ignore|disable|treat|show/i);
      await wb.applyQuickFix(rewrite);
      await until('the sentence to be rewritten', async () => !(await wb.editorText()).includes('The engineer ran'));
      await until('the problem to be gone', async () =>
        (await wb.problems()).every((row) => !row.includes('blame/individual-fault')),
      );
    }),
  );

  it(
    'starts a postmortem from the palette',
    inWindow(async ({ wb, page, folder }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      const asked = await newPostmortem(wb, { title: 'Search returns nothing', severity: 'P1', date: '2026-03-04' });
      assert.equal(asked.id, 'INC-042', 'the next free id: the workspace has INC-041');
      assert.match(asked.proposedDate, /^\d{4}-\d\d-\d\d \d\d:\d\d$/);

      const name = '2026-03-04-inc-042-search-returns-nothing.md';
      await wb.tab(name).waitFor();
      await wb.editorShows('INC-042');
      await wb.editorShows('Search returns nothing');
      const file = path.join(folder, 'postmortems', name);
      await until('the file', () => fs.existsSync(file));
      // the first tab stop is selected: what one types replaces it
      const before = await wb.cursor();
      assert.ok(before.line > 1, `the cursor is at line ${before.line}`);
      assert.ok(before.selected > 0, 'a placeholder is selected');
      await page.keyboard.type('XYZZY');
      await wb.editorShows('XYZZY');
    }),
  );
});
