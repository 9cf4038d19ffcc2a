// What screen readers and people with weak sight find: axe-core over every page of ours, in light, dark and high contrast.
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import axe from 'axe-core';
import { root } from '../host/install.mjs';
import { until } from '../host/workbench.mjs';
import { CHECKOUT, origin, useWorkbench } from './support.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const EXAMPLE = '2026-04-09-inc-117-messages-not-delivered.md';
const THEMES = ['Light 2026', 'Dark 2026', 'Default High Contrast', 'Default High Contrast Light'];

/** What axe-core has against a page, or against the parts of it that the selectors name. */
async function violations(frame, selectors) {
  // not as a script of the page: its security policy allows none but its own
  await frame.evaluate(axe.source);
  const found = await frame.evaluate(
    ([values, include]) =>
      globalThis.axe.run(include ? { include } : document, { runOnly: { type: 'tag', values }, iframes: false }),
    [RULES, selectors],
  );
  assert.ok(found.passes.length > 3, 'something was looked at');
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`),
  );
}

/** The frame of the webview that shows an element. */
function webviewWith(page, selector) {
  return until(`a webview with ${selector}`, async () => {
    for (const frame of page.frames()) if ((await frame.locator(selector).count()) > 0) return frame;
    return undefined;
  });
}

for (const theme of THEMES)
  describe(`accessibility in ${theme} (${origin})`, () => {
    const inWindow = useWorkbench({
      settings: { 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false },
      workspace: path.join(root, 'examples'),
    });

    it(
      'nothing stands in the way in the preview, where rich text is copied, and in the dashboard',
      inWindow(async ({ wb, page }) => {
        await wb.openFile(EXAMPLE);
        await page.locator('.codelens-decoration').first().waitFor();
        await wb.runCommand('Markdown: Open Preview to the Side');
        // the page around them is VS Code's
        const ours = ['.pm-timeline', '.pm-severity', 'table', 'li'];
        assert.deepEqual(await violations(await webviewWith(page, '.pm-timeline'), ours), []);

        await wb.openFile(EXAMPLE);
        await wb.runCommand('Postmortem: Copy As');
        await wb.pick('Rich Text');
        assert.deepEqual(await violations(await webviewWith(page, '#copy')), []);

        await wb.runCommand('Postmortem: Show Dashboard');
        const dashboard = await webviewWith(page, '.card summary');
        for (const summary of await dashboard.locator('summary').all()) await summary.click();
        assert.deepEqual(await violations(dashboard), []);
      }),
    );
  });

describe(`with a screen reader (${origin})`, () => {
  const inWindow = useWorkbench();

  it(
    'each question of a new postmortem is read with the step it is, and so is what is wrong with an answer',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.runCommand('Postmortem: New Postmortem');
      const read = () =>
        wb.quickInputBox.evaluate((input) => {
          const described = document.getElementById(input.getAttribute('aria-describedby'));
          return `${input.getAttribute('aria-label')}: ${described?.textContent}`;
        });
      const asked = (step) => wb.quickInputTitled(`New Postmortem (${step}/9)`);
      const questions = [
        /Incident id/,
        /What happened, in a few words/,
        /Severity/,
        /Template/,
        /Why a postmortem is written/,
        /When it was detected, in UTC/,
        /What or who detected it/,
        /Incident commander/,
        /Attendees/,
      ];
      for (const [index, question] of questions.entries()) {
        const step = index + 1;
        await asked(step);
        await until(`the question to be read: ${question}`, async () => question.test(await read()));
        assert.match(await read(), new RegExp(`New Postmortem \\(${step}/9\\)`));
        for (const button of await wb.quickInput.locator('.quick-input-titlebar .action-label:visible').all())
          assert.match((await button.getAttribute('aria-label')) ?? '', /Back|Start Over/);
        if (step === 2) {
          await page.keyboard.press('Enter');
          await until('the problem to be read', async () => /A title tells readers/.test(await read()));
          await wb.answer('Search returns nothing');
        } else if (step < questions.length) await page.keyboard.press('Enter');
      }
      assert.equal(await wb.quickInput.locator('.quick-input-titlebar .action-label:visible').count(), 2);
    }),
  );

  it(
    'lines tell all they show, and boxes what they tick',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.runCommand('View: Show Postmortems');
      const row = (label) => page.locator(`.pane-body .monaco-list-row[aria-label*="${label}"]`).first();
      await row('Checkout errors after a schema migration, In review, late, P1, 2026-02-10').waitFor();
      await row('reads as the cause: say what allowed or did not catch this, line 38').waitFor();
      const action = row('AI-001');
      await action.waitFor();
      assert.match(await action.getAttribute('aria-label'), /AI-001 .+, .+, \d{4}-\d\d-\d\d, .+, INC-041/);
      const box = action.locator('[role="checkbox"]');
      assert.equal(await box.getAttribute('aria-label'), 'AI-001: done');
      assert.equal(await box.getAttribute('aria-checked'), 'false');

      // a box has the focus by Tab from its line, and is ticked with the space bar
      await box.focus();
      await page.keyboard.press('Space');
      await page.locator('[aria-label="AI-001: done"][aria-checked="true"]').waitFor();
    }),
  );
});
