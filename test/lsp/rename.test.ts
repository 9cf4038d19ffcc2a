// An id that changes, changes wherever it is named.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { applied, type Files, FOLDER, PLAIN, rangeOf, TestClient } from './client.ts';
import { MAIL as DOCUMENT } from './documents.ts';

const MAIL = DOCUMENT.replace('INC-7', 'INC-77');
const uri = `${FOLDER}/postmortems/inc-7.md`;
const other = `${FOLDER}/postmortems/inc-6.md`;
const register = `${FOLDER}/.postmortem/incidents.csv`;
const OTHER = `# Postmortem: INC-6 - Mail lost

**Date:** 2026-01-10

## Summary

Like INC-77 (see [INC-77](2026-INC-77-mail.md) and https://example.org/INC-77/log), but not INC-770. Fixed in fix/INC-77.
`;
const REGISTER = 'incident_id,started_at\nINC-6,2026-01-10\nINC-77,2026-02-10\n';
const FILES: Files = {
  'postmortems/inc-6.md': OTHER,
  'postmortems/inc-7.md': MAIL,
  '.postmortem/incidents.csv': REGISTER,
};

async function inWorkspace(capabilities?: typeof PLAIN) {
  const client = await TestClient.inMemory({ files: FILES, ...(capabilities ? { capabilities } : {}) });
  client.open(uri, MAIL);
  await client.request('postmortem/teamReport', { format: 'text' });
  return client;
}

const at = (words: string, textDocument = { uri }, text = MAIL) => ({
  textDocument,
  position: rangeOf(text, words).start,
});

describe('renaming', () => {
  it('an incident changes its own document, all that name it, and the register; paths and longer ids stay', async () => {
    const client = await inWorkspace();
    assert.deepEqual(await client.request('textDocument/prepareRename', at('INC-77')), {
      range: rangeOf(MAIL, 'INC-77'),
      placeholder: 'INC-77',
    });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at('INC-77'), newName: 'INC-107' });
    assert.match(applied(MAIL, uri, edit), /^# Postmortem: INC-107 - Mail stuck/m);
    assert.match(
      applied(OTHER, other, edit),
      /Like INC-107 \(see \[INC-107\]\(2026-INC-77-mail\.md\) and https:\/\/example\.org\/INC-77\/log\), but not INC-770\. Fixed in fix\/INC-77\./,
    );
    assert.equal(applied(REGISTER, register, edit), REGISTER.replace('INC-77', 'INC-107'));
    const versions = edit.documentChanges?.map((change) => 'textDocument' in change && change.textDocument.version);
    assert.deepEqual(versions, [1, null, null]);
    client.end();
  });

  it('works from a document that only names the incident, and for editors without versions', async () => {
    const client = await inWorkspace(PLAIN);
    client.open(other, OTHER);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at('INC-77 (see', { uri: other }, OTHER),
      newName: 'SEV-1',
    });
    assert.match(applied(MAIL, uri, edit), /SEV-1 - Mail stuck/);
    assert.match(applied(OTHER, other, edit), /Like SEV-1 /);
    client.end();
  });

  it('an action item changes every place of its document', async () => {
    const client = await inWorkspace();
    const text = `${MAIL}\nAI-001 comes first, then AI-0010.\n`;
    client.change(uri, text, 2);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...at('AI-001 comes', { uri }, text),
      newName: 'AI-100',
    });
    const after = applied(text, uri, edit);
    assert.match(after, /\| AI-100 \| Add a second consumer/);
    assert.match(after, /AI-100 comes first, then AI-0010\./);
    client.end();
  });

  it('is refused in words: for what is no id, and for ids that are taken', async () => {
    const client = await inWorkspace();
    const rename = (newName: string) => client.request('textDocument/rename', { ...at('INC-77'), newName });
    await assert.rejects(rename('two words'), /is no id/);
    await assert.rejects(rename('INC-6'), /INC-6 is the incident of “Mail lost” already/);
    assert.equal(await client.request('textDocument/prepareRename', at('Mail waited')), null);
    assert.equal(await client.request('textDocument/prepareRename', at('P1')), null);
    client.end();
  });
});
