// What is done with all postmortems together, in the real workbench.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { until } from '../host/workbench.mjs';
import { CHECKOUT, origin, useWorkbench } from './support.mjs';

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const TOLD = `# Postmortem: INC-090 - Invoices late

**Date:** ${yesterday}
**Severity:** P2
**Status:** Final
**Team:** Billing
**Services:** billing

## Summary

Invoices were sent a day late.

## Impact

300 customers got their invoice a day late.

## Root Cause

A migration held a table lock, and no lock timeout was set.

## Timeline

All times in UTC.

- 10:00 - Alert: invoices late
- 12:00 - Invoices sent, incident resolved

## Lessons Learned

- A migration that waits for a lock stops everything behind it.

## Action Items

- [ ] Set a lock timeout in the migration tool (@mei, due 2027-01-10)
`;

describe(`all postmortems together (${origin})`, () => {
  const inWindow = useWorkbench();

  it(
    'a Failure Friday is prepared as a page, and what was shared is noted',
    inWindow(async ({ wb, folder }) => {
      fs.writeFileSync(path.join(folder, 'postmortems', 'invoices.md'), TOLD);
      await wb.openFile('invoices.md');
      await wb.runCommand('Postmortem: Prepare a Failure Friday');
      await wb.editorShows('Failure Friday');
      await wb.editorShows('A migration that waits for a lock');
      const question = await wb.notification('postmortems to share');
      await question.getByRole('button', { name: 'Note as Shared' }).click();
      const shared = path.join(folder, '.postmortem/shared.csv');
      await until('the note', () => fs.existsSync(shared) && /INC-090,Billing/.test(fs.readFileSync(shared, 'utf8')));
    }),
  );

  it(
    'a similar incident is shown above the related ones and listed with one click',
    inWindow(async ({ wb, page, folder }) => {
      const checkout = path.join(folder, 'postmortems', CHECKOUT);
      fs.writeFileSync(path.join(folder, 'postmortems', 'invoices.md'), TOLD);
      await wb.openFile(CHECKOUT);
      const lines = fs.readFileSync(checkout, 'utf8').split('\n');
      await wb.goto(lines.indexOf('## Related Incidents') + 1);
      const lens = page.locator('.codelens-decoration a', { hasText: 'INC-090 Invoices late is similar' });
      await lens.waitFor();
      assert.match(await lens.innerText(), /1 of its actions open/);
      await lens.click();
      await wb.runCommand('File: Save');
      await until('the list', () => /INC-090: Invoices late/.test(fs.readFileSync(checkout, 'utf8')));
    }),
  );
});
