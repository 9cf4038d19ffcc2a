// Editors send what they like, when they like. In the end the server says of the text what it would say of it alone.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { type Edit, edits } from '../fuzz/documents.ts';
import { FOLDER, TestClient } from './client.ts';
import { MAIL } from './documents.ts';

const uri = `${FOLDER}/postmortems/inc-7.md`;

/** Rejections that the protocol has for requests that came to nothing. */
const CANCELLED = -32800;
const MODIFIED = -32801;

/** A document as an editor holds it, told to the server edit by edit. */
class Editor {
  text: string;
  #version = 1;
  readonly #client: TestClient;

  constructor(client: TestClient, text: string) {
    this.#client = client;
    this.text = text;
    client.open(uri, text);
  }

  type({ at, remove, add }: Edit): void {
    const start = this.#snap(at % (this.text.length + 1));
    const end = this.#snap(Math.min(start + remove, this.text.length));
    const range = { start: positionAt(this.text, start), end: positionAt(this.text, end) };
    this.text = this.text.slice(0, start) + add + this.text.slice(end);
    void this.#client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.#version },
      contentChanges: [{ range, text: add }],
    });
  }

  /** Between the two halves of a line break there is no place that the protocol could name. */
  #snap(offset: number): number {
    return this.text.startsWith('\r\n', offset - 1) ? offset - 1 : offset;
  }

  reopen(): void {
    this.#client.close(uri);
    this.#version = 1;
    this.#client.open(uri, this.text);
  }
}

/** As the protocol counts lines: they end in \n, \r\n or \r. */
function positionAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset);
  const breaks = [...before.matchAll(/\r\n|\n|\r(?!\n)/g)];
  const last = breaks.at(-1);
  return { line: breaks.length, character: before.length - (last ? last.index + last[0].length : 0) };
}

async function assertAsAlone(client: TestClient, text: string): Promise<void> {
  const alone = await TestClient.inMemory();
  alone.open(uri, text);
  const shape = (items: Awaited<ReturnType<TestClient['findings']>>) =>
    items.map(({ range, code, message, severity }) => ({ range, code, message, severity }));
  assert.deepEqual(shape(await client.findings(uri)), shape(await alone.findings(uri)));
  alone.end();
}

const requests = fc.record({
  method: fc.constantFrom(
    'textDocument/diagnostic',
    'textDocument/codeAction',
    'textDocument/hover',
    'textDocument/completion',
    'textDocument/documentSymbol',
    'textDocument/foldingRange',
    'textDocument/selectionRange',
    'textDocument/codeLens',
    'textDocument/inlayHint',
    'textDocument/formatting',
    'textDocument/documentLink',
    'textDocument/definition',
    'textDocument/prepareRename',
    'postmortem/documentStatus',
    'postmortem/readiness',
  ),
  line: fc.nat(80),
  cancelled: fc.boolean(),
});

const messages = fc.array(
  fc.oneof(
    { arbitrary: edits.map((edit) => ({ edit })), weight: 5 },
    { arbitrary: requests.map((request) => ({ request })), weight: 5 },
    { arbitrary: fc.constantFrom('reopen', 'settings', 'files', 'turn').map((event) => ({ event })), weight: 2 },
  ),
  { minLength: 1, maxLength: 40 },
);

/** Asks, perhaps takes it back at once; resolves when an answer of a kind that the protocol has is there. */
async function ask(
  client: TestClient,
  { method, line, cancelled }: { method: string; line: number; cancelled: boolean },
) {
  const at = { line, character: 3 };
  const params = {
    uri,
    textDocument: { uri },
    position: at,
    positions: [at],
    range: { start: at, end: { line: line + 5, character: 0 } },
    context: { diagnostics: [] },
    options: { tabSize: 2, insertSpaces: true },
  };
  const source = new CancellationTokenSource();
  const answer = client.connection.sendRequest(method, params, source.token).catch((error: { code?: number }) => {
    // -32601: not a method of this server; -32602: refused in words.
    if (![CANCELLED, MODIFIED, -32601, -32602].includes(error.code ?? 0)) throw error;
  });
  if (cancelled) source.cancel();
  await answer;
}

describe('messages in any order', () => {
  it('are all answered, and the text is read as it is in the end', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(messages, async (sequence) => {
        const client = await TestClient.inMemory();
        const editor = new Editor(client, MAIL);
        const answers: Promise<unknown>[] = [];
        for (const message of sequence) {
          if ('edit' in message) editor.type(message.edit);
          else if ('request' in message) answers.push(ask(client, message.request));
          else if (message.event === 'reopen') editor.reopen();
          else if (message.event === 'settings')
            await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
          else if (message.event === 'files')
            await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
              changes: [{ uri, type: 3 }],
            });
          else await new Promise((resolve) => setImmediate(resolve));
        }
        await Promise.all(answers);
        await assertAsAlone(client, editor.text);
        assert.deepEqual(client.log, []);
        client.end();
      }),
      { numRuns: 25 },
    );
  });

  it('ten thousand edits, some with a question that is mostly taken back', { timeout: 240_000 }, async () => {
    const client = await TestClient.inMemory();
    const editor = new Editor(client, MAIL);
    const steps = fc.sample(fc.tuple(edits, requests, fc.nat(39)), { numRuns: 10_000, seed: 7 });
    const answers: Promise<unknown>[] = [];
    for (const [index, [edit, request, chance]] of steps.entries()) {
      // As long as a postmortem is; the edits add more than they take away.
      editor.type(editor.text.length > 2500 ? { ...edit, remove: edit.remove + 500 } : edit);
      if (chance === 0) answers.push(ask(client, { ...request, cancelled: index % 3 !== 0 }));
      if (index % 1000 === 999) {
        await Promise.all(answers.splice(0));
        await assertAsAlone(client, editor.text);
      }
    }
    assert.deepEqual(client.log, []);
    client.end();
  });
});
