// From "New Postmortem" to a timeline filled out of a chat, against the same by hand: `node test/bench/writing-bench.mjs`.
// Both are done in the real workbench, key by key. Counted are the keys and clicks a person needs, and the seconds in which the
// person waits for the machine. Keys take the time of a good typist (40 words a minute are 200 keys); thinking takes none, nor does
// converting the times of the chat to UTC by hand, so what is told of the way by hand is its least.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBrowser, launchBrowser, newPage } from '../host/browser.mjs';
import { root } from '../host/install.mjs';
import { startTestServer } from '../host/server.mjs';
import { until, Workbench } from '../host/workbench.mjs';

const KEYS_PER_MINUTE = 200;
const MESSAGES = 40;
/** The clock of the chat: an hour ahead of UTC in March. */
const ZONE = 'Europe/Berlin';

const INCIDENT = {
  id: 'INC-042',
  title: 'Search returns nothing',
  date: '2026-03-04',
  severity: 'P1',
  person: 'Ana Ruiz',
};
const PEOPLE = ['Ana Ruiz', 'Tom Okafor', 'Wei Chen', 'Mia Berg'];
const SAID = [
  'seeing empty results on the search page',
  'same here, error rate is flat though',
  'the index of last night has 12 documents',
  'rebuild job says success at 02:10',
  'switching the alias back to the old index',
  'results are back on two of three nodes',
  'third node needs a restart, doing it now',
  'cache is warm again, p95 is at 180 ms',
];
const two = (value) => String(value).padStart(2, '0');
const chat = Array.from({ length: MESSAGES }, (_, index) => {
  const minutes = 10 * 60 + 18 + 2 * index;
  return {
    local: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
    utc: `${two(Math.floor(minutes / 60) - 1)}:${two(minutes % 60)}`,
    who: PEOPLE[index % PEOPLE.length],
    text: `${SAID[index % SAID.length]} (${index + 1})`,
  };
});
const COPIED = chat.map(({ local, who, text }) => `[${local}] ${who}: ${text}`).join('\n');

/** Hands on keyboard and mouse that count. */
class Person {
  keys = 0;
  clicks = 0;
  constructor(page) {
    this.page = page;
  }
  async press(key) {
    this.keys++;
    await this.page.keyboard.press(key);
  }
  /** Presses a key and waits for the box that it opens, as one does before typing into it. */
  async open(key, box) {
    await this.press(key);
    await box.waitFor();
  }
  async type(text) {
    this.keys += [...text].length;
    await this.page.keyboard.type(text);
  }
  async click(locator, options) {
    this.clicks++;
    await locator.click(options);
  }
}

/** Counts one way to the filled timeline; `write` gives the path of its document. */
async function measure(name, { extension, prepare, write }) {
  const workspace = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-writing-'));
  prepare?.(workspace);
  const host = await startTestServer({ workspace, env: { TZ: ZONE } });
  const browser = await launchBrowser();
  try {
    const page = await newPage(browser);
    const wb = await Workbench.open(page, host, { ...(extension ? { extension: root } : {}) });
    if (extension) await knowsCommand(wb, 'Postmortem: New Postmortem');
    await page.evaluate((text) => navigator.clipboard.writeText(text), COPIED);
    const person = new Person(page);
    const started = performance.now();
    const file = await write({ wb, page, person, folder: host.workspace });
    const seconds = (performance.now() - started) / 1000;
    const text = await until('the document on disk', () => {
      const saved = fs.readFileSync(file, 'utf8');
      return entriesIn(saved) === MESSAGES && saved;
    });
    return { name, keys: person.keys, clicks: person.clicks, seconds, entries: entriesIn(text) };
  } finally {
    await browser.close();
    await host.stop();
    fs.rmSync(workspace, { recursive: true, force: true });
  }
}

/** The palette has the commands of an extension some seconds after the window has opened; a person comes later than that. */
async function knowsCommand(wb, title) {
  await until(
    title,
    async () => {
      await wb.page.keyboard.press('F1');
      await wb.quickInputBox.fill(`>${title}`);
      const isThere = await wb.quickPicks
        .filter({ hasText: title })
        .first()
        .waitFor({ timeout: 3000 })
        .then(() => true);
      await wb.page.keyboard.press('Escape');
      return isThere;
    },
    60_000,
  );
}

/** How many messages of the chat stand in the timeline with their time in UTC. */
function entriesIn(text) {
  const lines = text.split('\n');
  return chat.filter(({ utc, text: said }) =>
    lines.some((line) => line.startsWith(`- **${utc}** - `) && line.includes(said.replace(/[()]/g, '').slice(0, 12))),
  ).length;
}

const withExtension = {
  extension: true,
  async write({ wb, page, person, folder }) {
    const asked = (step) => wb.quickInputTitled(`New Postmortem (${step}/9)`);
    const answer = async (step, text) => {
      await asked(step);
      if (text) await person.type(text);
      await person.press('Enter');
    };
    await person.open('F1', wb.quickInputBox);
    await person.type('New Postmortem');
    await wb.quickPicks.filter({ hasText: 'Postmortem: New Postmortem' }).first().waitFor();
    await person.press('Enter');
    await answer(1, INCIDENT.id);
    await answer(2, INCIDENT.title);
    await answer(3, INCIDENT.severity);
    await answer(4);
    await answer(5, 'data loss');
    await answer(6, `${INCIDENT.date} 09:18`);
    await answer(7, 'an alert');
    await answer(8, INCIDENT.person);
    await answer(9);
    await wb.editorShows(INCIDENT.id);
    // the new document is saved by itself: until then its tab tells of unsaved changes, too
    const unsaved = page.locator('.tab.active.dirty');
    await unsaved.waitFor({ state: 'detached' });
    const home = path.join(folder, 'postmortems');
    const file = path.join(home, fs.readdirSync(home)[0]);
    await until('the new document on disk', () => fs.readFileSync(file, 'utf8').includes(INCIDENT.id));
    await person.open('F1', wb.quickInputBox);
    await person.type('Paste as Timeline');
    await wb.quickPicks.filter({ hasText: 'Postmortem: Paste as Timeline' }).first().waitFor();
    await person.press('Enter');
    await unsaved.waitFor();
    await person.press('Control+S');
    return file;
  },
};

const byHand = {
  extension: false,
  prepare(workspace) {
    const template = fs.readFileSync(path.join(root, 'server/src/core/templates/standard.md'), 'utf8');
    fs.writeFileSync(path.join(workspace, 'template.md'), template.replace(/^---\n[\s\S]*?\n---\n/, ''));
  },
  async write({ wb, person, folder }) {
    const find = async (text) => {
      // the fastest way to a place in a file: search, which selects what it finds
      const widget = wb.editor.locator('.find-widget.visible');
      await person.open('Control+F', widget.locator('.find-part textarea, .find-part .input').first());
      await person.type(text);
      await widget.locator('.matchesCount', { hasText: /1 of \d+/ }).waitFor();
      await person.press('Escape');
      await widget.waitFor({ state: 'hidden' });
    };
    const fill = async (place, text) => {
      await find(place);
      await person.type(text);
    };
    await person.open('Control+P', wb.quickInputBox);
    await person.type('templ');
    await wb.quickPicks.filter({ hasText: 'template.md' }).first().waitFor();
    await person.press('Enter');
    await wb.editorShows('Postmortem');
    for (const key of ['Control+A', 'Control+C', 'Control+Alt+N']) await person.press(key);
    await wb.tab('Untitled-1').waitFor();
    await person.press('Control+V');
    await wb.editorShows('Related Incidents');
    // to the file's own language, for what it is worth: it is a Markdown file once it is saved
    await person.open('Control+S', wb.quickInputBox);
    await person.press('Control+A');
    const file = path.join(folder, `${INCIDENT.date}-search.md`);
    await person.type(file);
    await person.press('Enter');
    await wb.tab(path.basename(file)).waitFor();
    await person.press('Control+Home');
    await fill('[INC-ID]', INCIDENT.id);
    await fill('[Title]', INCIDENT.title);
    await fill('[YYYY-MM-DD]', INCIDENT.date);
    await fill('P0 | P1 | P2 | P3', INCIDENT.severity);
    await fill('[@name]', INCIDENT.person);
    // the entries of the template go
    await find('- **HH:MM**');
    await person.press('Home');
    for (let line = 0; line < 8; line++) await person.press('Shift+ArrowDown');
    await person.press('Delete');
    for (const { utc, who, text } of chat) {
      await person.type(`- **${utc}** - ${who}: ${text}`);
      await person.press('Enter');
    }
    await person.press('Control+S');
    return file;
  },
};

ensureBrowser();
const ways = [
  await measure('New Postmortem, Paste as Timeline', withExtension),
  await measure('a copy of the template, typed', byHand),
];
const typing = ({ keys, clicks }) => ((keys + clicks) * 60) / KEYS_PER_MINUTE;
console.log(`A postmortem with a timeline of ${MESSAGES} messages (${KEYS_PER_MINUTE} keys a minute)\n`);
console.log('| way | keys | clicks | typing, s | machine, s | entries |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: |');
for (const way of ways)
  console.log(
    `| ${way.name} | ${way.keys} | ${way.clicks} | ${typing(way).toFixed(0)} | ${way.seconds.toFixed(0)} | ${way.entries} of ${MESSAGES} |`,
  );
const [fast, slow] = ways;
console.log(
  `\nKeys: ${(slow.keys / fast.keys).toFixed(1)} times fewer; typing: ${(typing(slow) / typing(fast)).toFixed(1)} times shorter`,
);
