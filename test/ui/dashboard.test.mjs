// The dashboard in the real workbench, on the example team.
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../host/install.mjs';
import { until } from '../host/workbench.mjs';
import { origin, useWorkbench } from './support.mjs';

describe(`the dashboard (${origin})`, () => {
  const inWindow = useWorkbench({ workspace: path.join(root, 'examples') });

  it(
    'shows the five metrics, a table for each chart, and opens the documents behind a figure',
    inWindow(async ({ wb, page }) => {
      await wb.runCommand('Postmortem: Show Dashboard');
      const dashboard = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await dashboard.getByRole('heading', { name: 'Postmortem completion' }).waitFor();
      assert.equal(await dashboard.locator('.cards').first().locator('.card').count(), 5);

      const [from] = await dashboard.locator('#from').all();
      await from.selectOption('2025-Q2');
      await dashboard.getByRole('heading', { name: /2025-Q2\.\./ }).waitFor();
      const completion = dashboard.locator('.card').first();
      await completion.locator('summary').click();
      assert.ok((await completion.locator('tbody tr').count()) >= 6);
      if (process.env.POSTMORTEM_SHOT) await page.screenshot({ path: process.env.POSTMORTEM_SHOT });

      await completion.getByRole('button', { name: /INC-101/ }).click();
      await wb.editorShows('Checkout requests time out');
    }),
  );

  it(
    'comes back with its filter after a reload',
    inWindow(async ({ wb, page }) => {
      await wb.runCommand('Postmortem: Show Dashboard');
      const dashboard = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await dashboard.locator('#team').selectOption('Payments');
      await until('the filter', async () => (await dashboard.locator('#team').inputValue()) === 'Payments');
      const gone = page.waitForEvent('load');
      await wb.runCommand('Developer: Reload Window');
      await gone;
      await dashboard.locator('#team').waitFor();
      assert.equal(await dashboard.locator('#team').inputValue(), 'Payments');
    }),
  );
});
