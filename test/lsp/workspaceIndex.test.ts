// How the server gets to know all postmortems: what it reads, keeps for the next start and tells while it reads.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver';
import type { FileAccess } from '../../server/src/lsp/host.ts';
import type { PostmortemEntry } from '../../server/src/lsp/protocol.ts';
import { type Files, FOLDER, memoryDisk, TestClient, VSCODE } from './client.ts';
import { MAIL } from './documents.ts';

const OTHER = MAIL.replace('INC-7 - Mail stuck', 'INC-006 - Mail lost').replaceAll('2026-02', '2026-01');
const STORAGE = 'file:///storage';

/** A disk that stamps its files, keeps what is written and counts what is read. `locked` files cannot be read. */
function stampedDisk(files: Files, kept: Map<string, string> = new Map(), locked: readonly string[] = []) {
  const plain = memoryDisk(files);
  const read: string[] = [];
  const disk: FileAccess = {
    ...plain,
    async readText(uri) {
      if (uri.startsWith(STORAGE)) return kept.get(uri);
      if (locked.some((path) => uri.endsWith(path))) throw new Error('permission denied');
      if (uri.endsWith('.md')) read.push(uri);
      return plain.readText(uri);
    },
    stampOf: async (uri) => String((await plain.readText(uri))?.length),
    writeText: async (uri, text) => void kept.set(uri, text),
  };
  return { disk, kept, read };
}

async function started(
  disk: FileAccess | undefined,
  more: { folders?: string[]; storage?: string; wait?: () => Promise<void> } = {},
) {
  const client = await TestClient.inMemory({
    disk,
    ...(more.wait ? { wait: more.wait } : {}),
    ...(more.folders ? { folders: more.folders } : {}),
    initializationOptions: { status: true, commands: true, storage: more.storage ?? STORAGE },
  });
  const list = async () => {
    // It answers once the workspace is read.
    await client.request('postmortem/teamReport', { format: 'csv' });
    const entries = await client.request<PostmortemEntry[]>('postmortem/listPostmortems', {});
    return entries.map(({ incidentId }) => incidentId).sort();
  };
  return { client, list };
}

describe('the index of the workspace', () => {
  it('is kept for the next start, which reads what has changed', async () => {
    const files: Files = { 'postmortems/inc-6.md': OTHER, 'postmortems/inc-7.md': MAIL, 'notes.md': '# Notes\n' };
    const first = stampedDisk(files);
    const one = await started(first.disk);
    assert.deepEqual(await one.list(), ['INC-006', 'INC-7']);
    assert.equal(first.read.length, 3);
    one.client.end();

    files['postmortems/inc-7.md'] = MAIL.replace('INC-7', 'INC-0077');
    const second = stampedDisk(files, first.kept);
    const two = await started(second.disk);
    assert.deepEqual(await two.list(), ['INC-006', 'INC-0077']);
    assert.deepEqual(second.read, [`${FOLDER}/postmortems/inc-7.md`]);
    two.client.end();
  });

  it('is read while nobody types', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `INC-${100 + index}`);
    const files = Object.fromEntries(names.map((name) => [`postmortems/${name}.md`, MAIL.replace('INC-7', name)]));
    const { disk, read } = stampedDisk(files);
    let pause = () => {};
    const typing = new Promise<void>((resolve) => {
      pause = resolve;
    });
    const { client, list } = await started(disk, { wait: () => typing });
    const uri = `${FOLDER}/new.md`;
    client.open(uri, MAIL.replace('INC-7', 'INC-99'));
    client.change(uri, MAIL.replace('INC-7', 'INC-999'), 2);
    assert.ok((await client.findings(uri)).length > 0);
    const all = list();
    assert.ok((await client.findings(uri)).length > 0);
    assert.ok(read.length < names.length);
    pause();
    assert.deepEqual(await all, [...names, 'INC-999'].sort());
    client.end();
  });

  it('does not take what was found under other settings', async () => {
    const files: Files = { 'postmortems/inc-7.md': MAIL };
    const first = stampedDisk(files);
    const one = await started(first.disk);
    await one.list();
    one.client.end();
    files['.postmortem/config.yaml'] = 'rules:\n  blame/human-error: off\n';
    const second = stampedDisk(files, first.kept);
    const two = await started(second.disk);
    await two.list();
    assert.equal(second.read.length, 1);
    two.client.end();
  });

  it('has all but a file that cannot be read, which is told at the file and in the dashboard', async () => {
    const { disk } = stampedDisk({ 'postmortems/inc-6.md': OTHER, 'postmortems/inc-7.md': MAIL }, new Map(), [
      'inc-7.md',
    ]);
    const { client, list } = await started(disk);
    assert.deepEqual(await list(), ['INC-006']);
    const { dashboard } = await client.request<{ dashboard: { notes: string[] } }>('postmortem/teamDashboard', {});
    assert.ok(dashboard.notes.includes('postmortems/inc-7.md is not counted: permission denied'));
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    assert.deepEqual(
      items.map((item) => [item.uri, item.kind === 'full' && item.items.map(({ message }) => message)]),
      [[`${FOLDER}/postmortems/inc-7.md`, ['Not counted among the postmortems: permission denied']]],
    );
    client.end();
  });

  it('spans all folders of the workspace', async () => {
    const { disk } = stampedDisk({
      'a/postmortems/inc-6.md': OTHER,
      'b/postmortems/inc-7.md': MAIL,
      'c/inc-8.md': MAIL,
    });
    const { client, list } = await started(disk, { folders: [`${FOLDER}/a`, `${FOLDER}/b`] });
    assert.deepEqual(await list(), ['INC-006', 'INC-7']);
    client.end();
  });

  it('is that of the disk again when an editor is closed without saving', async () => {
    const { disk } = stampedDisk({ 'postmortems/inc-7.md': MAIL });
    const { client, list } = await started(disk);
    const uri = `${FOLDER}/postmortems/inc-7.md`;
    client.open(uri, MAIL.replace('INC-7', 'INC-0099'));
    await client.findings(uri);
    assert.deepEqual(await list(), ['INC-0099']);
    client.close(uri);
    assert.deepEqual(await list(), ['INC-7']);
    client.end();
  });

  it('of a virtual workspace is read through the client, where postmortems lie, and kept there', async () => {
    const root = 'vscode-vfs://github/acme/ops';
    const texts: Files = { 'postmortems/inc-7.md': MAIL, 'docs/mail.md': OTHER };
    const asked: string[] = [];
    const written: string[] = [];
    const client = await TestClient.inMemory({
      disk: undefined,
      folders: [root],
      initializationOptions: { files: true, storage: 'vscode-userdata:/storage' },
      onStart(connection) {
        const at = (uri: string) => uri.slice(root.length + 1);
        connection.onRequest('postmortem/readFile', ({ uri }: { uri: string }) => {
          asked.push(at(uri));
          const text = texts[at(uri)];
          return text === undefined ? null : { text };
        });
        connection.onRequest('postmortem/readDirectory', ({ uri }: { uri: string }) => {
          const below = uri === root ? '' : `${at(uri)}/`;
          const names = Object.keys(texts).filter((path) => path.startsWith(below));
          return { names: [...new Set(names.map((path) => path.slice(below.length).split('/')[0]!))] };
        });
        connection.onRequest('postmortem/fileStamp', () => null);
        connection.onRequest('postmortem/writeFile', ({ uri }: { uri: string }) => {
          written.push(uri);
          return null;
        });
      },
    });
    await client.request('postmortem/teamReport', { format: 'csv' });
    const listed = await client.request<PostmortemEntry[]>('postmortem/listPostmortems', {});
    assert.deepEqual(
      listed.map(({ incidentId }) => incidentId),
      ['INC-7'],
    );
    assert.ok(!asked.includes('docs/mail.md'), 'a question to a far server for each file of the repository');
    assert.deepEqual(written, ['vscode-userdata:/storage/postmortems.json']);
    client.end();
  });

  it('tells how far it is, and stops when it is cancelled', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`postmortems/${at}.md`, MAIL.replace('INC-7', `INC-${1000 + at}`)]),
    );
    const { disk } = stampedDisk(files);
    const told: string[] = [];
    const client = await TestClient.inMemory({
      disk,
      capabilities: { ...VSCODE, window: { workDoneProgress: true } },
      onStart(connection) {
        connection.onRequest('window/workDoneProgress/create', () => null);
        connection.onNotification(
          '$/progress',
          ({ token, value }: { token: string; value: { kind: string; cancellable?: boolean } }) => {
            told.push(value.kind);
            if (value.kind === 'report') void connection.sendNotification('window/workDoneProgress/cancel', { token });
          },
        );
      },
    });
    await client.request('postmortem/teamReport', { format: 'csv' });
    const listed = await client.request<PostmortemEntry[]>('postmortem/listPostmortems', {});
    assert.ok(listed.length >= 100 && listed.length < 400, String(listed.length));
    await client.until('the end', () => told.includes('end'));
    assert.deepEqual([told[0], told[1]], ['begin', 'report']);
    client.end();
  });
});

describe('findings in postmortems that are not open', () => {
  interface Report {
    readonly items: readonly {
      readonly uri: string;
      readonly kind: string;
      readonly resultId?: string;
      readonly items?: readonly { code: string }[];
    }[];
  }
  const ask = (client: TestClient, previousResultIds: readonly { uri: string; value: string }[] = []) =>
    client.request<Report>('workspace/diagnostic', { previousResultIds });
  const codes = ({ items }: Report) =>
    items.map(({ uri, items: found }) => [uri.slice(FOLDER.length + 1), found?.map(({ code }) => code)]);

  it('are those that concern several documents', async () => {
    const { disk } = stampedDisk({
      'postmortems/a.md': MAIL,
      'postmortems/b.md': MAIL,
      'postmortems/c.md': `${OTHER}\n## Related Incidents\n\n- INC-404: nobody wrote it down\n`,
      'postmortems/d.md': OTHER.replace('INC-006', 'INC-008'),
    });
    const { client, list } = await started(disk);
    await list();
    assert.deepEqual(codes(await ask(client)), [
      ['postmortems/a.md', ['process/duplicate-incident']],
      ['postmortems/b.md', ['process/duplicate-incident']],
      ['postmortems/c.md', ['process/unknown-incident']],
    ]);
    client.end();
  });

  it('are told again once they are different, and not before', async () => {
    const files: Files = { 'postmortems/a.md': MAIL, 'postmortems/b.md': MAIL };
    const { disk } = stampedDisk(files);
    const { client, list } = await started(disk);
    await list();
    const first = await ask(client);
    const seen = first.items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
    let answered = false;
    const second = ask(client, seen).then((report) => {
      answered = true;
      return report;
    });
    await list();
    assert.equal(answered, false);
    delete files['postmortems/b.md'];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}/postmortems/b.md`, type: 3 }],
    });
    assert.deepEqual(codes(await second), [
      ['postmortems/a.md', []],
      ['postmortems/b.md', []],
    ]);
    client.end();
  });
});
