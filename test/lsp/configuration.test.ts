// What a click writes into the configuration goes on from what its editor shows.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applied, FOLDER, rangeOf, TestClient } from './client.ts';
import { MAIL } from './documents.ts';

const uri = `${FOLDER}/postmortems/inc-7.md`;
const config = `${FOLDER}/.postmortem/config.yaml`;
const SAVED = '# of the team\nsystems: [Jenkins]\n';
const EDITED = '# of the team\nsystems: [Jenkins]\npeople: [Ada]\n';
const TEXT = MAIL.replace('Mail waited', 'Oscar restarted. Mail waited');

async function treatOscar(client: TestClient): Promise<ReturnType<TestClient['resolve']>> {
  client.open(uri, TEXT);
  const actions = await client.actions(uri, rangeOf(TEXT, 'Oscar'), { only: ['refactor'] });
  return client.resolve(actions.find(({ title }) => title === 'Treat “Oscar” as a system')!);
}

describe('a word for the configuration', () => {
  it('is added to what the editor shows, saved or not', async () => {
    const files = { '.postmortem/config.yaml': SAVED };
    const client = await TestClient.inMemory({ files, initializationOptions: { files: true } });
    client.connection.onRequest('postmortem/readFile', ({ edited }: { edited?: boolean }) => ({
      text: edited ? EDITED : SAVED,
    }));
    const { edit } = await treatOscar(client);
    const after = applied(EDITED, config, edit);
    assert.match(after, /^# of the team\nsystems: \[\s*Jenkins, Oscar\s*\]\npeople: \[\s*Ada\s*\]\n$/);
    client.end();
  });

  it('is added to the file where a client cannot tell', async () => {
    const client = await TestClient.inMemory({ files: { '.postmortem/config.yaml': SAVED } });
    const { edit } = await treatOscar(client);
    assert.match(applied(SAVED, config, edit), /Jenkins, Oscar/);
    client.end();
  });
});
