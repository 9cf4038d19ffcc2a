// Writing a postmortem from its first question on: answers that wait, deadlines, lists that go on with Enter.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { until } from '../host/workbench.mjs';
import { answerNewPostmortem, CHECKOUT, newPostmortem, origin, useWorkbench, WORKSPACE } from './support.mjs';

/** The workspace of the tests as a fresh clone of a repository in which Wanda Vale wrote all of it. */
function makeRepository(folder) {
  fs.cpSync(WORKSPACE, folder, { recursive: true });
  const git = (...args) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=Merge Desk', '-c', 'user.email=desk@example.com', ...args]);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message=Checkout', '--author=Wanda Vale <wanda@example.com>');
  // which has not written down who did what
  fs.rmSync(path.join(folder, '.git/logs'), { recursive: true });
}

describe(`the people of a repository (${origin})`, () => {
  const workspace = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-repository-'));
  after(() => fs.rmSync(workspace, { recursive: true, force: true }));
  makeRepository(workspace);
  const inWindow = useWorkbench({ workspace });

  it(
    'have the authors of its commits among them, who wrote nothing here',
    inWindow(async ({ wb }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.goto(6, '**Incident Commander:** '.length + 1);
      const people = await wb.suggestions();
      assert.ok(people.includes('Wanda Vale'), people.join(', '));
      assert.ok(!people.includes('Merge Desk'), people.join(', '));
    }),
  );
});

describe(`the people of a repository whose git is slow (${origin})`, () => {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-slow-git-'));
  after(() => fs.rmSync(temp, { recursive: true, force: true }));
  const workspace = path.join(temp, 'repository');
  makeRepository(workspace);
  // a git that tells no history before it may
  const gate = path.join(temp, 'may-tell');
  fs.mkdirSync(path.join(temp, 'bin'));
  fs.writeFileSync(
    path.join(temp, 'bin/git'),
    `#!/bin/sh
PATH='${process.env.PATH}'
case " $* " in *' log '*) while [ ! -e '${gate}' ]; do sleep 0.1; done;; esac
exec git "$@"
`,
    { mode: 0o755 },
  );
  // as if started by the command line of VS Code: else the PATH of a login shell counts
  const inWindow = useWorkbench({ workspace, env: { PATH: `${temp}/bin:${process.env.PATH}`, VSCODE_CLI: '1' } });

  it(
    'join the list that is open when their names are known, and what was chosen stays chosen',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.runCommand('Postmortem: New Postmortem');
      const asked = (step) => wb.quickInputTitled(`New Postmortem (${step}/9)`);
      await asked(1);
      await page.keyboard.press('Enter');
      await asked(2);
      await wb.answer('Search returns nothing');
      // Enter alone takes what is proposed, in each of the next questions
      for (const step of [3, 4, 5, 6, 7, 8]) {
        await asked(step);
        if (step !== 6) await wb.quickInput.locator('.monaco-list-row.focused').waitFor();
        await page.keyboard.press('Enter');
      }
      await asked(9);
      await wb.pick('amara');
      assert.equal(await wb.quickPicks.filter({ hasText: 'Wanda Vale' }).count(), 0);
      fs.writeFileSync(gate, '');
      await wb.quickPicks.filter({ hasText: 'Wanda Vale' }).waitFor();
      assert.equal(
        await wb.quickPicks.filter({ hasText: 'amara' }).locator('[aria-checked="true"], input:checked').count(),
        1,
      );
    }),
  );
});

describe(`a new postmortem (${origin})`, () => {
  const inWindow = useWorkbench({ settings: { 'editor.inlayHints.enabled': 'off' } });

  it(
    'goes on where its questions were left, and back to those before',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.runCommand('Postmortem: New Postmortem');
      await wb.quickInputTitled('New Postmortem (1/9)');
      await page.keyboard.press('Enter');
      await wb.quickInputTitled('New Postmortem (2/9)');
      await wb.answer('Search returns nothing');
      await wb.quickInputTitled('New Postmortem (3/9)');
      await page.keyboard.press('Escape');
      await wb.quickInput.waitFor({ state: 'hidden' });

      await wb.runCommand('Postmortem: New Postmortem');
      await wb.quickInputTitled('New Postmortem (3/9)');
      await page.getByRole('button', { name: 'Back' }).click();
      await wb.quickInputTitled('New Postmortem (2/9)');
      assert.equal(await wb.quickInputBox.inputValue(), 'Search returns nothing');
      await page.getByRole('button', { name: 'Start Over' }).click();
      await wb.quickInputTitled('New Postmortem (1/9)');
      await page.keyboard.press('Enter');
      await wb.quickInputTitled('New Postmortem (2/9)');
      assert.equal(await wb.quickInputBox.inputValue(), '');
    }),
  );

  it(
    'touches no file that is there, and keeps what was answered for another try',
    inWindow(async ({ wb, page, folder }) => {
      const file = path.join(folder, 'postmortems/2026-03-04-inc-042-search-returns-nothing.md');
      fs.writeFileSync(file, 'Notes\n');
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.runCommand('Postmortem: New Postmortem');
      await wb.quickInputTitled('New Postmortem (1/9)');
      // what the folder holds is known: the proposed id is a free one
      await wb.quickInputBox.fill('INC-042');
      await page.keyboard.press('Enter');
      const answers = ['Search returns nothing', 'P1', '', '', '2026-03-04', '', '', ''];
      for (const [index, text] of answers.entries()) {
        await wb.quickInputTitled(`New Postmortem (${index + 2}/9)`);
        if (text) await wb.quickInputBox.fill(text);
        await page.keyboard.press('Enter');
      }
      await wb.notification('is there already and stays as it is');
      assert.equal(fs.readFileSync(file, 'utf8'), 'Notes\n');
      await wb.runCommand('Postmortem: New Postmortem');
      await wb.quickInputTitled('New Postmortem (1/9)');
      await wb.answer('INC-043');
      await wb.quickInputTitled('New Postmortem (2/9)');
      assert.equal(await wb.quickInputBox.inputValue(), 'Search returns nothing');
    }),
  );

  it(
    'starts from the menu of a folder that holds postmortems, whatever its name, and of no other',
    inWindow(async ({ wb, page, folder }) => {
      const file = path.join(folder, 'postmortems', CHECKOUT);
      fs.mkdirSync(path.join(folder, 'reliability'));
      fs.renameSync(file, path.join(folder, 'reliability', CHECKOUT));
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      const row = (name) => page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
      const item = page.locator('.context-view .monaco-menu .action-item', { hasText: 'New Postmortem' });
      const menuOf = async (name) => {
        await row(name).click({ button: 'right' });
        await page.locator('.context-view .monaco-menu .action-item').first().waitFor();
      };
      await until('the menu of the folder', async () => {
        await menuOf('reliability');
        if (await item.isVisible()) return true;
        await page.keyboard.press('Escape');
        return false;
      });
      await page.keyboard.press('Escape');
      await menuOf('docs');
      assert.equal(await item.count(), 0);
      await page.keyboard.press('Escape');

      await menuOf('reliability');
      // a click that comes at once counts as the end of the one that opened the menu
      await item.hover();
      await page.keyboard.press('Enter');
      await answerNewPostmortem(wb, { title: 'Search returns nothing', severity: 'P1', date: '2026-03-04' });
      await wb.tab('2026-03-04-inc-042-search-returns-nothing.md').waitFor();
      assert.deepEqual(fs.readdirSync(path.join(folder, 'reliability')).sort(), [
        CHECKOUT,
        '2026-03-04-inc-042-search-returns-nothing.md',
      ]);
    }),
  );

  it(
    'has the people, the trigger and the deadlines in its header, and the detection in its timeline',
    inWindow(async ({ wb }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await newPostmortem(wb, {
        title: 'Search returns nothing',
        severity: 'P1',
        date: '2026-03-04 09:18',
        commander: 'Robin',
        attendees: ['Robin', 'Sam'],
      });
      await wb.editorShows('**Incident Commander:** Robin');
      await wb.editorShows('**Attendees:** Robin, Sam');
      await wb.editorShows('**Trigger:** data loss');
      await wb.editorShows('meeting scheduled by 2026-03-05 09:18 UTC');
      await wb.goto(36);
      await wb.editorShows('- **09:18** - Incident detected via an alert');
    }),
  );

  it(
    'takes what is typed, however fast, also where it is not on the list or is another line than the first',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.runCommand('Postmortem: New Postmortem');
      const typed = [
        'INC-050',
        'Search returns nothing',
        'P1',
        '',
        'data loss',
        '2026-03-04 09:18',
        'an alert',
        'Robin',
        'Sam',
      ];
      for (const [index, text] of typed.entries()) {
        await wb.quickInputTitled(`New Postmortem (${index + 1}/9)`);
        if (text) {
          // the boxes of a text propose one
          if ([0, 5].includes(index)) await page.keyboard.press('Control+A');
          await page.keyboard.type(text);
        }
        await page.keyboard.press('Enter');
      }
      await wb.editorShows('# Postmortem: INC-050 - Search returns nothing');
      await wb.editorShows('**Incident Commander:** Robin');
      await wb.editorShows('**Attendees:** Sam');
      await wb.goto(36);
      await wb.editorShows('- **09:18** - Incident detected via an alert');
    }),
  );

  it(
    'goes on with the next entry at Enter, its text to be typed over, and ends the list with a second one',
    inWindow(async ({ wb, page }) => {
      await wb.openFile(CHECKOUT);
      await wb.squiggles('warning').first().waitFor();
      await wb.goto(32, 1);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await wb.editorShows(/\n- \*\*HH:MM\*\* - \[what happened\]/);
      await page.keyboard.type('10:05');
      await wb.editorShows(/\n- \*\*10:05\*\* - \[what happened\]/);
      await page.keyboard.press('Tab');
      await page.keyboard.type('Caches warm');
      await wb.editorShows(/\n- \*\*10:05\*\* - Caches warm/);
      await page.keyboard.press('Enter');
      await wb.editorShows(/Caches warm\n- \*\*HH:MM\*\* - \[what happened\]/);
      await page.keyboard.press('Enter');
      await until('the list to end', async () => !(await wb.editorText()).includes('[what happened]'));
    }),
  );
});
