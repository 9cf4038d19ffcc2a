// What happens around the server: it dies, or another window works on the same files.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../host/workbench.mjs';
import { answerNewPostmortem, CHECKOUT, newPostmortem, origin, useWorkbench } from './support.mjs';

const BLAMING = 'Bob forgot to check the logs.';
/** A line of CHECKOUT that nothing is wrong with. */
const SUMMARY = 12;

/** The rows of the Problems panel about a line that are findings of ours. */
async function findings(wb, line) {
  return (await wb.problems()).filter((row) => row.includes(`Ln ${line},`) && row.includes('blame/'));
}

describe(`recovery (${origin})`, () => {
  const inWindow = useWorkbench();

  it(
    'starts a server that was killed in the middle of a request again, which knows what was typed meanwhile, and says nothing',
    inWindow(async ({ wb, page }) => {
      const servers = () => wb.host.processes('server.cjs');
      await wb.openFile(CHECKOUT);
      await until('the finding', async () => (await findings(wb, 38)).length > 0);
      const [killed, ...others] = servers();
      assert.ok(killed && others.length === 0, 'one server for one window');

      // stopped, it answers nothing: what is typed now leads to requests that it takes to its grave
      process.kill(killed, 'SIGSTOP');
      await page.locator('.view-line', { hasText: 'Executive Summary' }).click();
      await wb.goto(SUMMARY, 1);
      await page.keyboard.type(`${BLAMING} `);
      await wb.editorShows(BLAMING);
      process.kill(killed, 'SIGKILL');

      const [started] = await until('another server', () => {
        const running = servers();
        return running.length === 1 && running[0] !== killed && running;
      });
      await until('the finding about what was typed', async () => (await findings(wb, SUMMARY)).length > 0);
      assert.ok((await findings(wb, 38)).length > 0, 'the earlier finding is back');

      // it goes on: what is corrected is no finding any more
      await page.locator('.view-line', { hasText: BLAMING }).click();
      await wb.goto(SUMMARY, 1);
      for (const _ of `${BLAMING} `) await page.keyboard.press('Delete');
      await until('no finding about what was corrected', async () => (await findings(wb, SUMMARY)).length === 0);
      assert.ok((await findings(wb, 38)).length > 0);
      assert.deepEqual(servers(), [started]);
      const bell = await page.locator('#status\\.notifications').getAttribute('aria-label');
      assert.doesNotMatch(bell, /new/i);
    }),
  );

  it(
    'shows in one window what is saved in another one, and gives no incident id to both',
    inWindow(async ({ wb, page, openAnother }) => {
      await wb.openFile(CHECKOUT);
      await until('the finding', async () => (await findings(wb, 38)).length > 0);
      const other = await openAnother();
      await other.wb.openFile(CHECKOUT);
      await until('the finding in the other window', async () => (await findings(other.wb, 38)).length > 0);

      await page.locator('.view-line', { hasText: 'Executive Summary' }).click();
      await wb.goto(SUMMARY, 1);
      await page.keyboard.type(`${BLAMING} `);
      await page.keyboard.press('Control+S');
      await until('the finding in both', async () =>
        (await Promise.all([wb, other.wb].map((each) => findings(each, SUMMARY)))).every((found) => found.length > 0),
      );

      const first = await newPostmortem(wb, { title: 'Search is slow', severity: 'P1', date: '2026-03-04' });
      await wb.tab('2026-03-04-inc-042-search-is-slow.md').waitFor();
      await until('the next id in the other window', async () => {
        await other.wb.runCommand('Postmortem: New Postmortem');
        await other.wb.quickInputTitled('New Postmortem (1/9)');
        const id = await other.wb.quickInputBox.inputValue();
        if (id !== 'INC-043') await other.page.keyboard.press('Escape');
        return id === 'INC-043';
      });
      const second = await answerNewPostmortem(other.wb, { title: 'Mail is late', severity: 'P2', date: '2026-03-05' });
      assert.deepEqual([first.id, second.id], ['INC-042', 'INC-043']);
      await other.wb.tab('2026-03-05-inc-043-mail-is-late.md').waitFor();
    }),
  );
});
