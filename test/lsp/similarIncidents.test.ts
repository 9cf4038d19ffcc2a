// What one who writes learns of earlier incidents with much the same cause.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChangeAnswer, SimilarIncident } from '../../server/src/lsp/protocol.ts';
import { applied, FOLDER, rangeOf, TestClient } from './client.ts';
import { MAIL } from './documents.ts';

const POOL = `# Postmortem: INC-3 - Invoices fail

**Date:** 2026-01-10
**Severity:** P2
**Status:** Final

## Summary

Invoices could not be created for an hour.

## Root Cause

All slots in the connection pool of the database were exhausted after the autoscaler added workers.

## Timeline

- 10:00 - Alert

## Action Items

- [x] Cap the pool size (@bo, due 2026-01-20)
- [ ] Alert on pool [saturation](http://x.example) (@ana, due 2026-02-01)
`;
const DRAFT = MAIL.replace(
  '## Timeline',
  '## Root Cause\n\nThe connection pool of the mail database was exhausted: each new worker opened fifty connections.\n\n## Timeline',
);
const uri = `${FOLDER}/postmortems/inc-7.md`;
const earlier = `${FOLDER}/postmortems/inc-3.md`;

async function writing(text: string) {
  const client = await TestClient.inMemory({
    files: { 'postmortems/inc-3.md': POOL, 'postmortems/inc-7.md': text },
    initializationOptions: { commands: true },
  });
  await client.request('postmortem/teamReport', { format: 'csv' });
  client.open(uri, text);
  return client;
}

describe('similar incidents', () => {
  it('stand above the title with why they are similar and what is still open', async () => {
    const client = await writing(DRAFT);
    const lenses = await client.request<{ command: { title: string; command: string; arguments: string[] } }[]>(
      'textDocument/codeLens',
      { textDocument: { uri } },
    );
    const [lens] = lenses.filter(({ command }) => command.command === 'postmortem.addRelatedIncident');
    assert.match(lens!.command.title, /INC-3 Invoices fail is similar \(.*connection.*\) · 1 of its actions open/);
    assert.deepEqual(lens!.command.arguments, [uri, earlier]);
    client.end();
  });

  it('are told with their open action items in a hover, whose text is text', async () => {
    const client = await writing(DRAFT);
    const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position: rangeOf(DRAFT, 'Mail stuck').start,
    });
    assert.match(hover.contents.value, /INC-3 Invoices fail\]\(file:.*inc-3\.md\): both have .*Still open:/);
    assert.match(hover.contents.value, /Alert on pool .*saturation.* \(@ana, due 2026-02-01\)/);
    assert.doesNotMatch(hover.contents.value, /Cap the pool size|\[saturation\]\(http/);
    client.end();
  });

  it('are listed in the document by one choice, and shown no more', async () => {
    const client = await writing(DRAFT);
    const { edit } = await client.request<ChangeAnswer>('postmortem/addRelatedIncident', { uri, related: earlier });
    const text = applied(DRAFT, uri, edit);
    assert.match(text, /\n## Related Incidents\n\n- INC-3: Invoices fail\n/);
    client.change(uri, text, 2);
    assert.deepEqual(await client.request<SimilarIncident[]>('postmortem/similarIncidents', { uri }), []);
    const again = await client.request<ChangeAnswer>('postmortem/addRelatedIncident', { uri, related: earlier });
    assert.equal(again.nothing, 'INC-3 is listed already');
    client.end();
  });

  it('another cause is not similar', async () => {
    const text = DRAFT.replace(/The connection pool[^\n]*/, 'The certificate of the relay had expired.');
    const client = await writing(text);
    assert.deepEqual(await client.request<SimilarIncident[]>('postmortem/similarIncidents', { uri }), []);
    client.end();
  });
});
