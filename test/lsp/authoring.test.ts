import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  adoptStructure,
  exportDocument,
  externalVersion,
  facilitatorSheet,
  type Message,
  pasteTimeline,
  previewOutline,
} from '../../server/src/lsp/protocol.ts';
import { applied, FOLDER, TestClient } from './client.ts';
import { RUNBOOK } from './documents.ts';

const uri = `${FOLDER}/postmortems/inc-77.md`;
const TEXT = `# Postmortem: INC-77 - Checkout outage

**Date:** 2026-02-01
**Severity:** P1
**Incident Commander:** @ana

## Summary

Payments failed on db-prod-03.

## Timeline

- **09:40** - Outage starts
- **10:20** - Incident resolved

## Root Cause

The pool was too small.

## Action Items

| ID | Action | Owner | Priority | Due Date | Status |
|----|--------|-------|----------|----------|--------|
| AI-001 | Measure pool use | @ana | P0 | 2026-02-10 | ⏳ |
`;

function ask<Params, Result>(client: TestClient, message: Message<Params, Result>, params: Params): Promise<Result> {
  return client.connection.sendRequest(message.method, params);
}

const PASTE = {
  uri,
  position: { line: 12, character: 0 },
  text: '[10:42] ana: seeing 502s\n[10:55] tom: rolling back',
  timeZone: 'Europe/Berlin',
  into: 'here',
} as const;

describe('pasting into a timeline', () => {
  it('answers with edits that merge the entries in order, in UTC', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, TEXT);
    const paste = await ask(client, pasteTimeline, PASTE);
    assert.equal(paste?.added, 2);
    assert.equal(paste?.secrets, false);
    const after = applied(TEXT, uri, { changes: { [uri]: [...paste!.edits] } });
    assert.match(
      after,
      /Outage starts\n- \*\*09:42\*\* - ana: seeing 502s\n- \*\*09:55\*\* - tom: rolling back\n- \*\*10:20\*\*/,
    );
    client.end();
  });

  it('writes roles where the settings say so', async () => {
    const client = await TestClient.inMemory({ files: { '.postmortem/config.yaml': 'timelineNames: roles\n' } });
    client.open(uri, TEXT);
    const paste = await ask(client, pasteTimeline, PASTE);
    const after = applied(TEXT, uri, { changes: { [uri]: [...paste!.edits] } });
    assert.match(after, /- \*\*09:42\*\* - Incident commander: seeing 502s\n- \*\*09:55\*\* - Responder: rolling back/);
    client.end();
  });

  it('has nothing to offer for prose, and in documents that are no postmortems', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, TEXT);
    client.open(`${FOLDER}/docs/mail.md`, RUNBOOK);
    assert.equal(await ask(client, pasteTimeline, { ...PASTE, text: 'We met at 10:42.' }), null);
    assert.equal(await ask(client, pasteTimeline, { ...PASTE, uri: `${FOLDER}/docs/mail.md` }), null);
    client.end();
  });

  it('says that a key came along', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, TEXT);
    const key = `AKIA${'J5K2Q7XW3MZP9RTB'}`;
    const paste = await ask(client, pasteTimeline, { ...PASTE, text: `[10:42] ana: use ${key}\n[10:43] tom: no` });
    assert.equal(paste?.secrets, true);
    client.end();
  });
});

describe('the preview, exports and the facilitator sheet', () => {
  it('outlines what the preview draws', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, TEXT);
    client.open(`${FOLDER}/docs/mail.md`, RUNBOOK);
    const outline = await ask(client, previewOutline, { uri });
    assert.equal(outline?.timelines[0]?.duration, '40 min');
    assert.equal(outline?.lines['**Severity:** P1']?.severity?.rank, 1);
    assert.equal(await ask(client, previewOutline, { uri: `${FOLDER}/docs/mail.md` }), null);
    client.end();
  });

  it('exports, and says when there is nothing to export', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, TEXT);
    const csv = await ask(client, exportDocument, { uri, format: 'jira-csv', scope: 'action-items' });
    assert.match(csv!.text, /^Summary,.*\nMeasure pool use,/);
    client.change(uri, TEXT.replace('⏳', '✅'), 2);
    assert.equal(await ask(client, exportDocument, { uri, format: 'jira-csv', scope: 'action-items' }), null);
    client.end();
  });

  it('drafts the external version and counts its lines from zero', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, TEXT.replace('on db-prod-03', 'for Ana Ruiz'));
    const draft = await ask(client, externalVersion, { uri });
    const lines = draft!.markdown.split('\n');
    assert.ok(lines.includes('## What we are doing'));
    for (const leak of draft!.leaks) assert.ok(lines[leak.line]!.includes(leak.text), leak.text);
    client.end();
  });

  it('writes the facilitator sheet', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, TEXT);
    const sheet = await ask(client, facilitatorSheet, { uri });
    assert.match(sheet!.markdown, /\n# Facilitator sheet: INC-77 - Checkout outage/);
    client.end();
  });
});

describe('adopting the structure of a document', () => {
  it('proposes a name and a file, and writes nothing', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, TEXT);
    const template = await ask(client, adoptStructure, { uri });
    assert.equal(template?.name, FOLDER.split('/').at(-1));
    assert.equal(template?.uri, `${FOLDER}/.postmortem/templates/${template?.name}.md`);
    assert.match(template!.text, /\n# Postmortem: \[INC-ID\] - \[Title\]\n\n\*\*Date:\*\* \[YYYY-MM-DD\]\n/);
    assert.doesNotMatch(template!.text, /db-prod|@ana|Checkout/);
    client.end();
  });

  it('takes the name that a person chose, and says when it stands in for one of ours', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, TEXT);
    const named = async (name: string) => ask(client, adoptStructure, { uri, name });
    const chosen = await named('Payments & Billing');
    assert.equal(chosen?.uri, `${FOLDER}/.postmortem/templates/payments-billing.md`);
    assert.match(chosen!.text, /^---\nname: "Payments & Billing"\n/);
    assert.deepEqual([chosen?.replacesBuiltin, (await named('Google SRE'))?.replacesBuiltin], [false, true]);
    assert.deepEqual([await named('auto'), await named('…')], [null, null]);
    client.end();
  });

  it('adopts any Markdown with a structure, and nothing without', async () => {
    const client = await TestClient.inMemory();
    const minutes = `${FOLDER}/docs/minutes.md`;
    client.open(minutes, '# Minutes\n\n## Decisions\n\nSome words.\n');
    assert.match((await ask(client, adoptStructure, { uri: minutes }))!.text, /\n## Decisions\n\n\[what to write\]\n/);
    client.change(minutes, '# Minutes\n\nSome words.\n', 2);
    assert.equal(await ask(client, adoptStructure, { uri: minutes }), null);
    assert.equal(await ask(client, adoptStructure, { uri: `${FOLDER}/docs/closed.md` }), null);
    client.end();
  });
});
