// What the server knows of all postmortems together, and what a client asks it beyond the protocol.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActionEntry, ChangeAnswer, PostmortemEntry, ReadinessItem } from '../../server/src/lsp/protocol.ts';
import { applied, FOLDER, rangeOf, TestClient } from './client.ts';
import { MAIL } from './documents.ts';

const OTHER = MAIL.replace('INC-7 - Mail stuck', 'INC-006 - Mail lost').replaceAll('2026-02', '2026-01');
const uri = `${FOLDER}/postmortems/inc-7.md`;

/** A client of a workspace whose postmortems have been read. */
async function inWorkspace(
  files: Record<string, string>,
  now?: string,
  authors?: () => { names: readonly string[] | null } | Promise<{ names: readonly string[] | null }>,
) {
  const client = await TestClient.inMemory({
    files,
    ...(now ? { now } : {}),
    initializationOptions: { status: true, commands: true, gitAuthors: authors !== undefined },
    onStart: (connection) => authors && connection.onRequest('postmortem/gitAuthors', authors),
  });
  let told = 0;
  client.connection.onNotification('postmortem/workspaceChanged', () => {
    told++;
    client.log.push('workspace changed');
  });
  await client.until('the workspace', () => told > 0 || client.refreshes > 0);
  return client;
}

describe('the postmortems of a workspace', () => {
  it('are found wherever they lie, beside guides and what was installed', async () => {
    const client = await inWorkspace({
      'postmortems/inc-6.md': OTHER,
      'docs/v1.2/mail.md': MAIL,
      'docs/guide.md': '# How we write postmortems\n\nWithout blame.\n',
      'node_modules/x/postmortems/a.md': MAIL,
      '.cache/postmortems/a.md': MAIL,
      'postmortems/README.md': '# Postmortems\n\nOne file an incident.\n',
    });
    const listed = await client.request<PostmortemEntry[]>('postmortem/listPostmortems', {});
    assert.deepEqual(
      listed.map(({ uri: at, incidentId, lifecycle }) => [at, incidentId, lifecycle]),
      [
        [`${FOLDER}/docs/v1.2/mail.md`, 'INC-7', 'in-review'],
        [`${FOLDER}/postmortems/inc-6.md`, 'INC-006', 'in-review'],
      ],
    );
    client.end();
  });

  it('lie in folders that the Explorer knows: those that hold them, and those that the configuration names', async () => {
    const client = await inWorkspace({
      '.postmortem/config.yaml': 'include: ["docs/outages/**/*.md", "**/*.incident.md", "old.md"]\n',
      'docs/v1.2/mail.md': MAIL,
      'docs/guide.md': '# How we write postmortems\n\nWithout blame.\n',
      'quarters/q1/inc-6.md': OTHER,
    });
    const folders = await client.request<string[]>('postmortem/postmortemFolders', {});
    assert.deepEqual(folders.sort(), [`${FOLDER}/docs/outages`, `${FOLDER}/docs/v1.2`, `${FOLDER}/quarters/q1`]);
    client.end();
  });

  it('follow the editor, then the disk', async () => {
    const files: Record<string, string> = { 'postmortems/inc-6.md': OTHER };
    const client = await inWorkspace(files);
    client.open(uri, MAIL);
    await client.findings(uri);
    const ids = async () =>
      (await client.request<PostmortemEntry[]>('postmortem/listPostmortems', {})).map(({ incidentId }) => incidentId);
    assert.deepEqual(await ids(), ['INC-7', 'INC-006']);

    delete files['postmortems/inc-6.md'];
    const before = client.refreshes;
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}/postmortems/inc-6.md`, type: 3 }],
    });
    await client.until('a refresh', () => client.refreshes > before);
    assert.deepEqual(await ids(), ['INC-7']);
    client.end();
  });

  it('are known to the rules: an id that two of them have', async () => {
    const client = await inWorkspace({ 'postmortems/inc-6.md': OTHER });
    client.open(uri, MAIL.replace('INC-7', 'INC-006'));
    const codes = (await client.findings(uri)).map(({ code }) => code);
    assert.ok(codes.includes('process/duplicate-incident'), codes.join(', '));
    client.end();
  });

  it('do not take the document itself for another one, however its URI is spelled', async () => {
    const client = await inWorkspace({ 'postmortems/a b.md': OTHER });
    const spelled = `${FOLDER}/postmortems/a%20b.md`;
    client.open(spelled, OTHER);
    await client.findings(spelled);
    client.change(spelled, `${OTHER}\n`, 2);
    assert.ok(!(await client.findings(spelled)).some(({ code }) => code === 'process/duplicate-incident'));
    client.end();
  });

  it('say where new ones go: to those that are there, or into the folder that was chosen', async () => {
    const client = await inWorkspace({ 'docs/postmortems/inc-6.md': OTHER });
    const home = async (folder: string) =>
      (await client.request<{ directory: string }>('postmortem/newPostmortemChoices', { folder })).directory;
    assert.equal(await home(FOLDER), `${FOLDER}/docs/postmortems`);
    assert.equal(await home(`${FOLDER}/docs/incidents`), `${FOLDER}/docs/incidents`);
    client.end();
  });

  it('give the next incident id and the text of a new one, with tab stops', async () => {
    const client = await inWorkspace({ 'postmortems/2026-01-10-inc-041-mail.md': OTHER });
    const choices = await client.request<{
      incidentId: string;
      directory: string;
      templateFor: Record<string, string>;
    }>('postmortem/newPostmortemChoices', { folder: FOLDER });
    assert.equal(choices.incidentId, 'INC-042');
    assert.equal(choices.directory, `${FOLDER}/postmortems`);
    const created = await client.request<{ fileName: string; text: string; snippet: string }>(
      'postmortem/newPostmortem',
      {
        folder: FOLDER,
        incidentId: 'INC-042',
        title: 'Search: $returns {nothing}',
        severity: 'P1',
        date: '2026-03-01',
        template: choices.templateFor.P1,
      },
    );
    assert.equal(created.fileName, '2026-03-01-inc-042-search-returns-nothing.md');
    assert.match(created.text, /# Postmortem: INC-042 - Search: \$returns \{nothing\}/);
    assert.match(created.snippet, /Search: \\\$returns \{nothing\\\}[\s\S]*\$\{1:\[/);
    client.end();
  });
});

describe('the people of a repository', () => {
  it('are those of its postmortems, of CODEOWNERS and of what git wrote down, each once', async () => {
    const sha = '0'.repeat(40);
    const client = await inWorkspace({
      'postmortems/inc-6.md': OTHER,
      '.github/CODEOWNERS': '# comment @nobody\n* @ana @org/platform\n/docs @max docs@example.com\n',
      '.git/logs/HEAD': `${sha} ${sha} Chris Doe <chris@example.com> 1760000000 +0200\tcommit: x\n${sha} ${sha} renovate[bot] <r@x> 1 +0\tcommit: y\n`,
    });
    const people = await client.request<string[]>('postmortem/listPeople', { folder: FOLDER });
    assert.deepEqual(people, ['ana', 'max', 'Chris Doe']);

    const text = MAIL.replace('**Severity:**', '**Incident Commander:** \n**Severity:**');
    client.open(uri, text);
    const position = rangeOf(text, '\n**Severity:**').start;
    const items = await client.request<{ label: string }[]>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    for (const name of ['@max', 'Chris Doe'])
      assert.ok(
        items.some(({ label }) => label.includes(name.replace('@', ''))),
        name,
      );
    client.end();
  });
});

describe('the people of a repository whose client can ask git', () => {
  const files = { 'postmortems/inc-6.md': OTHER, '.mailmap': 'Chris Doe <chris@example.com>\n' };
  const peopleOf = async (authors: () => { names: readonly string[] }) => {
    const client = await inWorkspace(files, undefined, authors);
    const people = await client.request<string[]>('postmortem/listPeople', { folder: FOLDER });
    client.end();
    return people;
  };

  it('are the authors of its commits, too, programs left out', async () => {
    const names = ['Wanda Vale', 'dependabot[bot]', 'Chris Doe'];
    assert.deepEqual(await peopleOf(() => ({ names })), ['ana', 'Wanda Vale', 'Chris Doe']);
  });

  it('are asked for again where git had not answered yet', async () => {
    const answers = [null, ['Wanda Vale']];
    const client = await inWorkspace(files, undefined, () => {
      assert.notEqual(answers.length, 0, 'what git has answered is remembered');
      return { names: answers.shift() ?? null };
    });
    const people = () => client.request<string[]>('postmortem/listPeople', { folder: FOLDER });
    assert.deepEqual(await people(), ['ana', 'Chris Doe']);
    assert.deepEqual(await people(), ['ana', 'Wanda Vale', 'Chris Doe']);
    assert.deepEqual(await people(), ['ana', 'Wanda Vale', 'Chris Doe']);
    client.end();
  });

  it('are not waited for by the first question of a new postmortem', async () => {
    let tell = (_authors: { names: readonly string[] }) => {};
    const git = new Promise<{ names: readonly string[] }>((resolve) => {
      tell = resolve;
    });
    const client = await inWorkspace(files, undefined, () => git);
    const people = client.request<string[]>('postmortem/listPeople', { folder: FOLDER });
    const choices = await client.request<{ incidentId: string }>('postmortem/newPostmortemChoices', { folder: FOLDER });
    assert.equal(choices.incidentId, 'INC-007');
    tell({ names: ['Wanda Vale'] });
    assert.deepEqual(await people, ['ana', 'Wanda Vale', 'Chris Doe']);
    client.end();
  });

  it('are the others where git cannot be asked', async () => {
    const failing = () => {
      throw new Error('git is not there');
    };
    assert.deepEqual(await peopleOf(failing), ['ana', 'Chris Doe']);
  });
});

describe('action items', () => {
  it('of all postmortems are listed by urgency, and marked done in their document', async () => {
    const client = await inWorkspace({ 'postmortems/inc-6.md': OTHER }, '2026-02-18T12:00:00Z');
    client.open(uri, MAIL);
    await client.findings(uri);
    const listed = await client.request<ActionEntry[]>('postmortem/listActions', {});
    assert.deepEqual(
      listed.map(({ postmortem, when, daysLeft }) => [postmortem, when, daysLeft]),
      [
        ['INC-006', 'overdue', -29],
        ['INC-7', 'this-week', 2],
      ],
    );
    const { offset } = listed[1]!;
    const answer = await client.request<ChangeAnswer>('postmortem/setActionDone', { uri, offset, done: true });
    assert.match(applied(MAIL, uri, answer.edit), /\| AI-001 \|.*\| ✅ \|/);
    client.end();
  });
});

describe('readiness', () => {
  it('tells what is left before Final, by matter, and where', async () => {
    const client = await inWorkspace({ 'postmortems/inc-6.md': OTHER });
    client.open(uri, MAIL);
    const items = await client.request<ReadinessItem[]>('postmortem/readiness', { uri });
    const sections = items.find(({ label }) => label.startsWith('Every section'));
    assert.equal(sections?.ready, false);
    assert.ok(sections?.findings.some(({ ruleId }) => ruleId === 'structure/missing-section'));
    assert.ok(items.some(({ ready }) => ready));
    client.end();
  });
});

describe('figures and completions', () => {
  it('come over the wire as the client can show them', async () => {
    const client = await inWorkspace({ 'postmortems/inc-6.md': OTHER });
    client.open(uri, MAIL);
    const document = { textDocument: { uri } };
    const lenses = await client.request<{ command: { title: string; command: string } }[]>(
      'textDocument/codeLens',
      document,
    );
    assert.ok(lenses.some(({ command }) => command.title === '40 min'));
    assert.ok(lenses.some(({ command }) => command.command === 'postmortem.showFindings'));

    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await client.request<{ label: string }[]>('textDocument/inlayHint', { ...document, range: whole });
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['+40 min', '9 days late'],
    );

    const text = MAIL.replace('12% of the users.', '12% of the users, like INC-');
    client.change(uri, text, 2);
    const items = await client.request<{ label: string; textEdit: { newText: string } }[]>('textDocument/completion', {
      ...document,
      position: rangeOf(text, 'like INC-').end,
    });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['INC-006'],
    );
    client.end();
  });

  it('are switched off one by one', async () => {
    const shown = async (codeLens: object, inlayHints: object) => {
      const client = await TestClient.inMemory({
        files: { 'postmortems/inc-6.md': OTHER },
        settings: { postmortem: { codeLens, inlayHints } },
      });
      await client.request('postmortem/teamReport', { format: 'text' });
      client.open(uri, MAIL);
      const document = { textDocument: { uri } };
      const lenses = await client.request<{ command: { title: string } }[]>('textDocument/codeLens', document);
      const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      const hints = await client.request<{ label: string }[]>('textDocument/inlayHint', { ...document, range });
      client.end();
      return [...lenses.map(({ command }) => command.title), ...hints.map(({ label }) => label)].join('|');
    };
    const all = await shown({}, {});
    for (const [group, kind, words] of [
      ['codeLens', 'readiness', /before Final/],
      ['codeLens', 'deadline', /\d d late/],
      ['codeLens', 'timeline', /Add entry/],
      ['codeLens', 'actionItems', /of 1 done/],
      ['inlayHints', 'elapsedTime', /\+40 min/],
      ['inlayHints', 'overdue', /days late/],
    ] as const) {
      const without = (name: string) => (name === group ? { [kind]: false } : {});
      assert.match(all, words);
      const rest = await shown(without('codeLens'), without('inlayHints'));
      assert.doesNotMatch(rest, words, kind);
      assert.ok(rest.split('|').length > 2, 'the others stay');
    }
  });

  it('are switched off by settings', async () => {
    const client = await TestClient.inMemory({ settings: { postmortem: { codeLens: false, inlayHints: false } } });
    client.open(uri, MAIL);
    assert.deepEqual(await client.request('textDocument/codeLens', { textDocument: { uri } }), []);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    assert.deepEqual(await client.request('textDocument/inlayHint', { textDocument: { uri }, range }), []);
    client.end();
  });
});

describe('navigation', () => {
  const MENTION = `${MAIL}\n## Related Incidents\n\n- INC-006: mail was lost, 2026-01-10\n- INC-99: nobody wrote it down\n`;
  interface Place {
    uri: string;
    range: { start: { line: number } };
  }
  const at = (words: string) => ({ textDocument: { uri }, position: rangeOf(MENTION, words).start });
  const other = `${FOLDER}/postmortems/inc-6.md`;

  it('leads from an incident id to its postmortem, and from there to all that name it', async () => {
    const client = await inWorkspace({ 'postmortems/inc-6.md': OTHER });
    client.open(uri, MENTION);
    const [definition] = await client.request<Place[]>('textDocument/definition', at('INC-006: mail'));
    assert.deepEqual([definition?.uri, definition?.range.start.line], [other, 3]);
    assert.deepEqual(await client.request('textDocument/definition', at('INC-99')), []);

    const links = await client.request<{ target: string }[]>('textDocument/documentLink', { textDocument: { uri } });
    assert.deepEqual(
      links.map(({ target }) => target),
      [other],
    );

    client.open(other, OTHER);
    const references = await client.request<Place[]>('textDocument/references', {
      textDocument: { uri: other },
      position: rangeOf(OTHER, 'INC-006').start,
      context: { includeDeclaration: false },
    });
    assert.deepEqual(
      references.map((place) => [place.uri, place.range]),
      [[uri, rangeOf(MENTION, 'INC-006')]],
    );
    client.end();
  });

  it('finds postmortems and action items by letters of their words', async () => {
    const client = await inWorkspace({ 'postmortems/inc-6.md': OTHER });
    const names = async (query: string) =>
      (await client.request<{ name: string }[]>('workspace/symbol', { query })).map(({ name }) => name);
    assert.deepEqual(await names('mlost'), ['INC-006 Mail lost 📮 for hours']);
    assert.deepEqual(await names('second consumer'), ['AI-001 Add a second consumer']);
    assert.deepEqual(await names('nothing of this'), []);
    client.end();
  });
});
