import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { FOLDER, PLAIN, rangeOf, TestClient, VSCODE } from './client.ts';
import { MAIL } from './documents.ts';

const uri = `${FOLDER}/postmortems/inc-7.md`;
const codes = (items: readonly Diagnostic[]) => items.map(({ code }) => code);

const BLAMES = MAIL.replace('40 minutes.', '40 minutes. Priya forgot to restart it.');
/** A due date that is none: what it means for the action item, only a check of the document can tell. */
const BAD_DATE = MAIL.replace('2026-02-20', '2026-02-30');

/** A person who pauses when told to. */
function typist(): { wait: () => Promise<void>; pause: () => void } {
  let waiting: (() => void)[] = [];
  return {
    wait: () => new Promise((resolve) => waiting.push(resolve)),
    pause() {
      for (const resolve of waiting) resolve();
      waiting = [];
    },
  };
}

/** What a check finds that knows no version before. */
async function alone(text: string): Promise<Diagnostic[]> {
  const client = await TestClient.inMemory();
  client.open(uri, text);
  const found = await client.findings(uri);
  client.end();
  return found;
}

describe('typing within a line', () => {
  it('is answered with the blame in it before anybody pauses', async () => {
    const client = await TestClient.inMemory({ wait: typist().wait });
    client.open(uri, MAIL);
    await client.findings(uri);
    client.change(uri, BLAMES, 2);
    const found = (await client.findings(uri)).find(({ code }) => code === 'blame/individual-fault');
    assert.deepEqual(found?.range, rangeOf(BLAMES, 'Priya forgot to restart it'));
    client.end();
  });

  it('has the client ask again where the document as a whole has something else to say', async () => {
    const { wait, pause } = typist();
    const client = await TestClient.inMemory({ wait });
    client.open(uri, MAIL);
    await client.findings(uri);
    client.change(uri, BAD_DATE, 2);
    assert.ok(!codes(await client.findings(uri)).includes('action-items/invalid-date'));
    // The index of the workspace, once it is ready, has the client ask again as well.
    for (let seen = client.refreshes, known = false; !known; seen = client.refreshes) {
      await client.until('a refresh', () => {
        pause();
        return client.refreshes > seen;
      });
      known = codes(await client.findings(uri)).includes('action-items/invalid-date');
    }
    assert.deepEqual(await client.findings(uri), await alone(BAD_DATE));
    client.end();
  });

  it('tells a client that does not ask twice: at once, and when the writer pauses', async () => {
    const { wait, pause } = typist();
    const client = await TestClient.inMemory({ capabilities: PLAIN, wait });
    client.open(uri, MAIL);
    await client.until('the first diagnostics', () => client.published.length > 0);
    client.change(uri, BAD_DATE, 2);
    await client.until('what can be told at once', () => client.published.length > 1);
    await client.until('the rest', () => {
      pause();
      return client.published.length > 2;
    });
    assert.deepEqual(
      client.published.map(({ version, diagnostics }) => [
        version,
        codes(diagnostics).includes('action-items/invalid-date'),
      ]),
      [
        [1, false],
        [2, false],
        [2, true],
      ],
    );
    client.end();
  });

  it('is answered at once after other documents were read: what they say is told with the rest', async () => {
    const { wait, pause } = typist();
    const client = await TestClient.inMemory({ wait, files: { 'postmortems/inc-8.md': MAIL } });
    client.open(uri, MAIL);
    await client.findings(uri);
    await client.until('the other document', () => {
      pause();
      return client.refreshes > 0;
    });
    client.change(uri, BAD_DATE, 2);
    assert.ok(!codes(await client.findings(uri)).includes('action-items/invalid-date'));
    client.end();
  });

  it('is checked as a whole at once for a client that asks and cannot be told to ask again', async () => {
    const { workspace, ...rest } = VSCODE;
    const capabilities = { ...rest, workspace: { ...workspace, diagnostics: { refreshSupport: false } } };
    const client = await TestClient.inMemory({ capabilities, wait: typist().wait });
    client.open(uri, MAIL);
    await client.findings(uri);
    client.change(uri, BAD_DATE, 2);
    assert.ok(codes(await client.findings(uri)).includes('action-items/invalid-date'));
    client.end();
  });

  it('offers the fixes of what was told at once', async () => {
    const client = await TestClient.inMemory({ wait: typist().wait });
    client.open(uri, MAIL);
    await client.findings(uri);
    client.change(uri, BLAMES, 2);
    const diagnostics = (await client.findings(uri)).filter(({ code }) => code === 'blame/individual-fault');
    const actions = await client.actions(uri, diagnostics[0]!.range, { diagnostics });
    assert.ok(actions.length > 0);
    assert.ok(actions.every((action) => action.diagnostics?.[0]?.code === 'blame/individual-fault'));
    client.end();
  });
});
