// Formatting over the wire, and the documents for which it is there.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextEdit } from 'vscode-languageserver-protocol/node';
import type { NextLine } from '../../server/src/lsp/protocol.ts';
import { applied, FOLDER, TestClient, VSCODE } from './client.ts';
import { MAIL, RUNBOOK } from './documents.ts';

const uri = `${FOLDER}/postmortems/inc-7.md`;
const runbook = `${FOLDER}/docs/runbook.md`;
const options = { tabSize: 2, insertSpaces: true };
const TEXT = MAIL.replace('10:00 - Alert', '9:55 - Alert');

describe('formatting', () => {
  it('tidies the whole document, or the part that is selected', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, TEXT);
    const format = (method: string, more: object) =>
      client.request<TextEdit[]>(method, { textDocument: { uri }, options, ...more });
    const whole = applied(TEXT, uri, { changes: { [uri]: await format('textDocument/formatting', {}) } });
    assert.match(whole, /- 09:55 - Alert/);
    assert.match(whole, /\| ID {5}\| Action {16}\| Owner \|/);
    const line = TEXT.slice(0, TEXT.indexOf('9:55')).split('\n').length - 1;
    const range = { start: { line, character: 0 }, end: { line, character: 5 } };
    const part = await format('textDocument/rangeFormatting', { range });
    assert.deepEqual(
      part.map(({ newText }) => newText),
      ['0'],
    );
    client.open(runbook, `${RUNBOOK}\n|a|b|\n|-|-|\n|1|2|\n`);
    assert.deepEqual(await client.request('textDocument/formatting', { textDocument: { uri: runbook }, options }), []);
    client.end();
  });

  it('starts the next row with Enter: with tab stops for those who have them, as plain text for others', async () => {
    const client = await TestClient.inMemory();
    const row = '| AI-001 | Add a second consumer | @ana | P1 | 2026-02-20 | ⏳ |\n';
    const text = MAIL.replace(row, `${row}\n`);
    client.open(uri, text, 3);
    const position = { line: text.slice(0, text.indexOf(row)).split('\n').length, character: 0 };
    const next = await client.request<NextLine>('postmortem/nextLine', { uri, position });
    assert.equal(next.version, 3);
    assert.match(next.snippet, /^\| AI-002 \| \$\{1:\[what changes[^}]*\]\} \| \$\{2:\[@name\]\} \|/);
    const params = { textDocument: { uri }, position, ch: '\n', options };
    const [edit] = await client.request<TextEdit[]>('textDocument/onTypeFormatting', params);
    assert.equal(edit?.newText.replace(/ +/g, ' '), '| AI-002 | | | | | ⏳ |');
    client.end();
  });

  it('is registered for postmortems alone where a client can take that, and offered once and for all to others', async () => {
    const plain = await TestClient.inMemory();
    assert.equal(plain.initialized.capabilities.documentFormattingProvider, true);
    await plain.request('postmortem/listRules', {});
    plain.end();

    const dynamic = { dynamicRegistration: true };
    const client = await TestClient.inMemory({
      capabilities: {
        ...VSCODE,
        textDocument: {
          ...VSCODE.textDocument,
          formatting: dynamic,
          rangeFormatting: dynamic,
          onTypeFormatting: dynamic,
        },
      },
    });
    assert.equal(client.initialized.capabilities.documentFormattingProvider, undefined);
    const patterns: string[] = [];
    client.connection.onRequest('client/registerCapability', ({ registrations }) => {
      for (const { method, registerOptions } of registrations)
        if (method === 'textDocument/formatting') patterns.push(registerOptions.documentSelector[0].pattern);
      client.log.push('registered');
      return null;
    });
    client.open(runbook, RUNBOOK);
    await client.findings(runbook);
    client.open(uri, MAIL);
    await client.findings(uri);
    await client.until('the registration', () => patterns.length > 0);
    assert.deepEqual(patterns, ['**/postmortems/inc-7.md']);
    client.end();
  });
});
