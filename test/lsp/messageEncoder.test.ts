import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic, Message } from 'vscode-languageserver-protocol';
import { createEncoder } from '../../server/src/entry/messageEncoder.ts';

const pool = Array.from({ length: 12 }, (_, line): Diagnostic => {
  const at = { line, character: line * 3 };
  return { range: { start: at, end: at }, message: `“${'x'.repeat(line)}” 日本語 🚒, ]}} and \u2028` };
});

/** Lists as they follow each other while somebody types: some diagnostics are the objects of before, some are new. */
const lists = fc.array(
  fc.array(
    fc.tuple(fc.nat(pool.length - 1), fc.boolean()).map(([i, isNew]) => (isNew ? { ...pool[i]! } : pool[i]!)),
    { maxLength: 10 },
  ),
  { minLength: 1, maxLength: 6 },
);

it('what is kept of a message before never shows in the next', () => {
  const answered = (diagnostics: readonly Diagnostic[]) => ({
    jsonrpc: '2.0',
    id: 7,
    result: { items: diagnostics, kind: 'full', resultId: 'ä' },
  });
  const told = (diagnostics: readonly Diagnostic[]) => ({
    jsonrpc: '2.0',
    method: 'textDocument/publishDiagnostics',
    params: { diagnostics, uri: 'file:///ä.md', version: 3 },
  });
  const others: Message[] = [
    { jsonrpc: '2.0', id: 1, result: null } as Message,
    { jsonrpc: '2.0', id: 2, result: { items: [{ uri: 'a', items: pool }] } } as Message,
    { jsonrpc: '2.0', method: 'window/logMessage', params: { message: '“”' } } as Message,
  ];
  fc.assert(
    fc.property(lists, fc.array(fc.nat(4), { minLength: 6, maxLength: 6 }), (sent, kinds) => {
      const encode = createEncoder();
      for (const [i, diagnostics] of sent.entries()) {
        const kind = kinds[i]!;
        const message = kind === 0 ? told(diagnostics) : (others[kind - 2] ?? answered(diagnostics));
        assert.deepEqual(JSON.parse(Buffer.concat(encode(message)).toString()), JSON.parse(JSON.stringify(message)));
      }
    }),
    { numRuns: 400 },
  );
});
