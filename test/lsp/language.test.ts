// The server speaks the language of its client; documents stay in theirs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FOLDER, rangeOf, TestClient } from './client.ts';
import { MAIL } from './documents.ts';

const uri = `${FOLDER}/postmortems/inc-7.md`;
const translations = JSON.parse(readFileSync(join(__dirname, '../../l10n/bundle.l10n.de.json'), 'utf8'));
const TEXT = MAIL.replace('Mail waited', 'The engineer made a mistake. Mail waited');

describe('a client in German', () => {
  it('reads messages, lenses, hovers and actions in German', async () => {
    const client = await TestClient.inMemory({ initializationOptions: { translations, commands: true } });
    client.open(uri, TEXT);
    const findings = await client.findings(uri);
    const message = String(findings.find(({ code }) => code === 'blame/individual-fault')?.message);
    assert.match(message, /als Ursache|jemandes Fehler/);
    const lenses = await client.request<{ command: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    assert.ok(lenses.some(({ command }) => /Befunde? vor der Endfassung/.test(command.title)));
    const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position: rangeOf(TEXT, 'P1').start,
    });
    assert.match(hover.contents.value, /eine Hauptfunktion/);
    const actions = await client.actions(uri, rangeOf(TEXT, 'The engineer made'));
    assert.ok(actions.some(({ title }) => title.startsWith('blame/') && title.endsWith('unterdrücken')));
    const [entry] = await client.actions(uri, rangeOf(TEXT, '# Postmortem'), { only: ['source.postmortem'] });
    assert.equal(entry?.title, 'Fehlende Abschnitte einfügen');
    client.end();
  });

  it('and one in another language reads English', async () => {
    const client = await TestClient.inMemory({ initializationOptions: { translations: 'nonsense' } });
    client.open(uri, TEXT);
    const lenses = await client.request<{ command: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    assert.ok(lenses.some(({ command }) => /findings? before Final/.test(command.title)));
    client.end();
  });
});
