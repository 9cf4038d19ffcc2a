// What goes wrong inside of the server, or comes in from outside, ends neither the server nor what else was asked.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import { type Rule, rules } from '../../server/src/core/index.ts';
import { FOLDER, memoryDisk, TestClient, type VSCODE } from './client.ts';
import { MAIL } from './documents.ts';

const uri = `${FOLDER}/postmortems/inc-7.md`;
const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => String(code));

type Methods = { check: Rule['check']; fixes: NonNullable<Rule['fixes']> };

function ruleNamed(id: string): Methods {
  const rule = rules.find((candidate) => candidate.id === id);
  assert.ok(rule, id);
  return rule as Rule as Methods;
}

function breaks(t: TestContext, id: string, part: keyof Methods): void {
  t.mock.method(ruleNamed(id), part, () => {
    throw new Error('a bug of this rule');
  });
}

describe('a rule that throws', () => {
  it('is named once in the log and in the status; the other rules go on', async (t) => {
    const client = await TestClient.inMemory({ initializationOptions: { status: true } });
    client.open(uri, MAIL);
    const before = codes(await client.findings(uri));
    assert.ok(before.includes('structure/placeholder'));
    breaks(t, 'structure/placeholder', 'check');
    for (const version of [2, 3]) {
      client.change(uri, `${MAIL}${'\n'.repeat(version)}`, version);
      const left = before.filter((code) => code !== 'structure/placeholder');
      assert.deepEqual(codes(await client.findings(uri)).sort(), left.sort());
    }
    const status = await client.request<{ failedRules: string[] }>('postmortem/documentStatus', { uri });
    assert.deepEqual(status.failedRules, ['structure/placeholder']);
    const told = client.log.filter((line) => line.includes('structure/placeholder'));
    assert.equal(told.length, 1, told.join('\n'));
    assert.match(told[0]!, /a bug of this rule/);
    client.end();
  });

  it('while it makes its fixes takes the fixes of no other rule away', async (t) => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    await client.findings(uri);
    breaks(t, 'impact/missing-measure', 'fixes');
    const actions = await client.actions(uri, whole);
    const about = new Set(actions.flatMap(({ diagnostics = [] }) => codes(diagnostics)));
    assert.ok(about.has('structure/missing-section'), [...about].join());
    assert.ok(!about.has('impact/missing-measure'));
    assert.match(client.log.join('\n'), /fixes of impact\/missing-measure failed/);
    client.end();
  });
});

describe('a rule that hangs', () => {
  it('is off for the document, which a notice says once', async (t) => {
    const notices: string[] = [];
    let seconds = 0;
    const client = await TestClient.inMemory({
      elapsed: () => seconds++ * 1000,
      onStart: (connection) =>
        connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
          notices.push(message);
        }),
    });
    t.mock.method(ruleNamed('structure/placeholder'), 'check', function* () {
      for (;;) yield { span: { start: 0, end: 5 }, message: 'text' };
    });
    client.open(uri, MAIL);
    assert.ok(codes(await client.findings(uri)).includes('structure/missing-section'), 'the other rules go on');
    client.change(uri, `${MAIL}\n`, 2);
    await client.findings(uri);
    assert.equal(notices.length, 1, notices.join('\n'));
    assert.match(notices[0]!, /structure\/placeholder is off for postmortems\/inc-7\.md until it is opened again/);

    t.mock.restoreAll();
    client.close(uri);
    client.open(uri, MAIL);
    assert.ok(codes(await client.findings(uri)).includes('structure/placeholder'), 'opened again, it is asked again');
    client.end();
  });
});

describe('a disk that refuses', () => {
  it('its configuration: the document is checked with what holds for everybody, and the problem is told', async () => {
    const plain = memoryDisk({});
    const client = await TestClient.inMemory({
      disk: {
        ...plain,
        readText: async (asked) => {
          if (asked.includes('.postmortem/')) throw Object.assign(new Error('permission denied'), { code: 'EACCES' });
          return plain.readText(asked);
        },
        readNames: async (asked) => (asked.endsWith('.postmortem') ? ['config.yaml', 'templates'] : ['.postmortem']),
      },
    });
    client.open(uri, MAIL);
    assert.ok(codes(await client.findings(uri)).includes('structure/placeholder'));
    client.end();
  });

  it('names that are longer than any file system takes are names', async () => {
    const client = await TestClient.inMemory();
    for (const name of ['x'.repeat(5000), '%00', 'a%2F..%2F..%2Fetc%2Fpasswd', '日本語 👩‍🚒', '..%5C..%5Cwin.ini']) {
      const place = `${FOLDER}/postmortems/${name}.md`;
      client.open(place, MAIL);
      assert.ok((await client.findings(place)).length > 0, name);
    }
    client.end();
  });
});

describe('messages that are none', () => {
  /** A server of its own, to which bytes can be written. */
  function raw() {
    const entry = fileURLToPath(new URL('../../server/src/entry/node.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', entry, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const answers = new Map<unknown, (message: { id: unknown; result?: unknown; error?: unknown }) => void>();
    let received = Buffer.alloc(0);
    child.stdout.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      for (;;) {
        const head = received.indexOf('\r\n\r\n');
        if (head < 0) return;
        const length = Number(/Content-Length: (\d+)/.exec(received.subarray(0, head).toString())?.[1]);
        if (received.length < head + 4 + length) return;
        const message = JSON.parse(received.subarray(head + 4, head + 4 + length).toString());
        received = received.subarray(head + 4 + length);
        if (!('method' in message)) answers.get(message.id)?.(message);
      }
    });
    const send = (body: string) => child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    const ask = (id: number, method: string, params: unknown) => {
      const answer = new Promise<{ result?: unknown; error?: unknown }>((resolve) => answers.set(id, resolve));
      send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
      return answer;
    };
    return { child, send, ask };
  }

  it('are passed over: the next one is answered', { timeout: 60_000 }, async () => {
    const { child, send, ask } = raw();
    const capabilities = { textDocument: { diagnostic: {} } };
    await ask(1, 'initialize', { processId: null, rootUri: null, capabilities });
    send(JSON.stringify({ jsonrpc: '2.0', method: 'initialized', params: {} }));
    for (const body of [
      '{"jsonrpc":"2.0","method":',
      'null',
      '[]',
      '7',
      '{}',
      '{"jsonrpc":"2.0","id":99,"result":{}}',
      '{"jsonrpc":"2.0","method":"no/such/notification","params":[[[[]]]]}',
      '{"jsonrpc":"2.0","id":98,"method":"no/such/request"}',
      '{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"never asked"}}',
      '{"jsonrpc":"2.0","id":{"a":1},"method":"textDocument/hover","params":null}',
      '{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///never/opened.md","version":2},"contentChanges":[{"text":"x"}]}}',
      '{"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":"file:///never/opened.md"}}}',
      `{"jsonrpc":"2.0","method":"__proto__","params":${'['.repeat(2000)}${']'.repeat(2000)}}`,
    ])
      send(body);
    const textDocument = { uri: 'untitled:a.md', languageId: 'markdown', version: 1, text: MAIL };
    send(JSON.stringify({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } }));
    const { result } = await ask(2, 'textDocument/diagnostic', { textDocument: { uri: textDocument.uri } });
    assert.ok((result as { items: unknown[] }).items.length > 0);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await ask(3, 'shutdown', null);
    send(JSON.stringify({ jsonrpc: '2.0', method: 'exit' }));
    assert.equal(await ended, 0);
  });

  it('come in any pieces: a message is whole when its last byte is there', { timeout: 60_000 }, async () => {
    const { child, ask } = raw();
    await ask(1, 'initialize', { processId: null, rootUri: null, capabilities: {} });
    const write = child.stdin.write.bind(child.stdin);
    child.stdin.write = (piece: string | Uint8Array) => {
      for (const byte of Buffer.from(piece as string)) write(Buffer.of(byte));
      return true;
    };
    const { error } = await ask(2, 'no/such/“request” 日本語', null);
    assert.match(JSON.stringify(error), /“request” 日本語/);
    child.kill();
  });

  it('end with the client: without its goodbye the server exits with 1', { timeout: 60_000 }, async () => {
    const { child, ask } = raw();
    await ask(1, 'initialize', { processId: null, rootUri: null, capabilities: {} });
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.stdin.end();
    assert.equal(await ended, 1);
  });

  it('a change outside of the text, backwards or of an older version leaves text and server whole', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    const change = (contentChanges: unknown[], version: number) =>
      client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      });
    const at = (line: number, character: number) => ({ line, character });
    await change([{ range: { start: at(9999, 0), end: at(99_999, 9) }, text: 'behind\n' }], 2);
    await change([{ range: { start: at(5, 3), end: at(2, 0) }, text: '' }], 1);
    await change([{ range: { start: at(0, 9999), end: at(0, 1e9) }, text: '' }], -1);
    client.change(uri, MAIL, 3);
    const fresh = await TestClient.inMemory();
    fresh.open(uri, MAIL);
    assert.deepEqual(codes(await client.findings(uri)), codes(await fresh.findings(uri)));
    client.end();
    fresh.end();
  });

  it('a client that says nothing about itself gets an answer to initialize', async () => {
    for (const capabilities of [{}, null, { textDocument: null, workspace: null, window: null }]) {
      const client = await TestClient.inMemory({ capabilities: capabilities as typeof VSCODE });
      assert.ok(client.initialized.capabilities.textDocumentSync);
      client.end();
    }
  });
});
