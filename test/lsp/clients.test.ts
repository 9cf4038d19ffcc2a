// Editors differ in what they can do. Each gets the whole story by what it has: findings, a fix, the text after it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClientCapabilities, Diagnostic, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { applied, FOLDER, PLAIN, rangeOf, TestClient, VSCODE } from './client.ts';
import { MAIL } from './documents.ts';

const uri = `${FOLDER}/postmortems/inc-7.md`;
const CONFIG = '# of the team\nsystems: [Jenkins]\n';

/** VS Code without one of its capabilities. */
function without(...path: string[]): ClientCapabilities {
  const capabilities = structuredClone(VSCODE) as Record<string, unknown>;
  let at = capabilities;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>;
  assert.ok(path.at(-1)! in at, `${path.join('.')} is something that VS Code says`);
  delete at[path.at(-1)!];
  return capabilities;
}

const CLIENTS: Readonly<Record<string, ClientCapabilities>> = {
  'VS Code': VSCODE,
  'an editor of the older kind': PLAIN,
  'one that asks for no diagnostics': without('textDocument', 'diagnostic'),
  'one without tab stops in edits': without('workspace', 'workspaceEdit', 'snippetEditSupport'),
  'one without versions in edits': without('workspace', 'workspaceEdit', 'documentChanges'),
  'one that creates no files': without('workspace', 'workspaceEdit', 'resourceOperations'),
  'one without edits of any kind but changes': without('workspace', 'workspaceEdit'),
  'one that asks for edits at once': without('textDocument', 'codeAction', 'resolveSupport'),
  'one that cannot be told what to watch': without('workspace', 'didChangeWatchedFiles'),
  'one that registers no settings': without('workspace', 'didChangeConfiguration'),
  'one without settings': without('workspace', 'configuration'),
  'one without folders': without('workspace', 'workspaceFolders'),
  'one without refreshes': without('workspace', 'diagnostics'),
  'one without completions with tab stops': without('textDocument', 'completion'),
  'one with a flat outline': without('textDocument', 'documentSymbol'),
};

/** What a client may be sent, by what it said. */
function assertUnderstood(edit: WorkspaceEdit | undefined, { workspace }: ClientCapabilities): void {
  assert.ok(edit, 'there is an edit');
  const can = workspace?.workspaceEdit;
  assert.equal(edit.documentChanges !== undefined, can?.documentChanges === true, 'edits have versions where they may');
  for (const change of edit.documentChanges ?? []) {
    if (!('edits' in change)) {
      assert.ok(can?.resourceOperations?.includes('create'), 'files are created where they may be');
      continue;
    }
    const snippets = change.edits.filter((one) => 'snippet' in one);
    assert.ok(snippets.length === 0 || can?.snippetEditSupport, 'tab stops are sent where they may be');
  }
}

for (const [name, capabilities] of Object.entries(CLIENTS))
  describe(name, () => {
    const registered: string[] = [];
    const start = () =>
      TestClient.inMemory({
        capabilities,
        files: { '.postmortem/config.yaml': CONFIG },
        onStart: (connection) =>
          connection.onRequest('client/registerCapability', (params: { registrations: { method: string }[] }) => {
            registered.push(...params.registrations.map(({ method }) => method));
            return null;
          }),
      });
    const asks = capabilities.textDocument?.diagnostic !== undefined;
    const found = async (client: TestClient): Promise<readonly Diagnostic[]> => {
      if (asks) return client.findings(uri);
      return client.until(
        'diagnostics',
        () => client.published.findLast((one) => one.uri === uri && one.diagnostics.length > 0)?.diagnostics,
      );
    };

    it('hears of findings and mends them', async () => {
      const client = await start();
      client.open(uri, MAIL);
      const missing = (await found(client)).find(({ code }) => code === 'structure/missing-section');
      assert.ok(missing);
      if (asks)
        assert.deepEqual(
          client.published.filter((one) => one.uri === uri),
          [],
          'who asks is not told as well',
        );
      const [fix] = await client.actions(uri, missing.range, { diagnostics: [missing], only: ['quickfix'] });
      const edit = fix!.edit ?? (await client.resolve(fix!)).edit;
      assertUnderstood(edit, capabilities);
      assert.match(applied(MAIL, uri, edit), /^## Root Cause/m);
      client.end();
    });

    it('is sent edits of other files as it understands them', async () => {
      const client = await start();
      client.open(uri, MAIL);
      await found(client);
      const actions = await client.actions(uri, rangeOf(MAIL, 'Alert'), { only: ['refactor'] });
      const treat = actions.find(({ title }) => title.includes('a system'));
      assert.ok(treat);
      const edit = treat.edit ?? (await client.resolve(treat)).edit;
      assertUnderstood(edit, capabilities);
      assert.match(applied(CONFIG, `${FOLDER}/.postmortem/config.yaml`, edit), /Jenkins, Alert/);
      client.end();
    });

    it('is asked to register only what it said it would', async () => {
      registered.length = 0;
      const client = await start();
      client.open(uri, MAIL);
      await found(client);
      const { workspace, textDocument } = capabilities;
      for (const method of registered) {
        const may =
          method === 'workspace/didChangeConfiguration'
            ? workspace?.didChangeConfiguration?.dynamicRegistration
            : method === 'workspace/didChangeWatchedFiles'
              ? workspace?.didChangeWatchedFiles?.dynamicRegistration
              : method === 'workspace/didChangeWorkspaceFolders'
                ? workspace?.workspaceFolders
                : textDocument?.formatting?.dynamicRegistration;
        assert.ok(may, method);
      }
      client.end();
    });
  });
