import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CancellationTokenSource, type SelectionRange } from 'vscode-languageserver-protocol/node';
import { applied, FOLDER, PLAIN, rangeOf, TestClient, VSCODE } from './client.ts';
import { MAIL, RUNBOOK } from './documents.ts';

const uri = `${FOLDER}/postmortems/inc-7.md`;
const codes = (items: readonly { code?: unknown }[]) => items.map((item) => item.code);

describe('pull diagnostics', () => {
  it('names the rule and links its page', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    const found = (await client.findings(uri)).find(({ code }) => code === 'structure/missing-section');
    assert.ok(found);
    assert.equal(found.source, 'postmortem');
    assert.match(found.codeDescription?.href ?? '', /\/docs\/rules\/structure-missing-section\.md$/);
    client.end();
  });

  it('counts columns in UTF-16 units', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL.replace('Mail waited', '📮 Mail waited'));
    const found = (await client.findings(uri)).find(({ code }) => code === 'structure/placeholder');
    assert.deepEqual(found?.range, rangeOf(MAIL.replace('Mail waited', '📮 Mail waited'), '[what the users saw]'));
    client.end();
  });

  it('answers “unchanged” as long as neither text nor settings change', async () => {
    const settings = { postmortem: {} as unknown };
    const client = await TestClient.inMemory({ settings });
    client.open(uri, MAIL);
    const first = await client.pull(uri);
    assert.equal(first.kind, 'full');
    assert.deepEqual(await client.pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });

    client.change(uri, `${MAIL}\n`, 2);
    const second = await client.pull(uri, first.resultId);
    assert.equal(second.kind, 'full');

    settings.postmortem = { rules: { 'structure/missing-section': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until('a refresh', () => client.refreshes > 0);
    const third = await client.pull(uri, second.resultId);
    assert.ok(third.kind === 'full' && !codes(third.items).includes('structure/missing-section'));
    client.end();
  });

  it('leaves Markdown alone that is no postmortem, and what is no Markdown', async () => {
    const client = await TestClient.inMemory();
    client.open(`${FOLDER}/docs/mail.md`, RUNBOOK);
    client.open(`${FOLDER}/postmortems/inc-7.txt`, MAIL, 1, 'plaintext');
    assert.deepEqual(await client.findings(`${FOLDER}/docs/mail.md`), []);
    assert.deepEqual(await client.findings(`${FOLDER}/postmortems/inc-7.txt`), []);
    // The other side of a comparison is nobody's document.
    client.open('git:/repo/postmortems/inc-7.md?HEAD', MAIL);
    assert.deepEqual(await client.findings('git:/repo/postmortems/inc-7.md?HEAD'), []);
    assert.deepEqual(await client.actions(`${FOLDER}/docs/mail.md`, rangeOf(RUNBOOK, 'engineer')), []);
    client.end();
  });

  it('checks documents that are not saved yet or lie on no disk', async () => {
    const client = await TestClient.inMemory();
    for (const place of ['untitled:Untitled-1', 'vscode-vfs://github/acme/repo/postmortems/inc-7.md']) {
      client.open(place, MAIL);
      assert.ok((await client.findings(place)).length > 0, place);
    }
    client.end();
  });

  it('is empty for a document that is not open, and after closing', async () => {
    const client = await TestClient.inMemory();
    assert.deepEqual(await client.findings(uri), []);
    client.open(uri, MAIL);
    client.close(uri);
    assert.deepEqual(await client.findings(uri), []);
    client.end();
  });

  it('is silent when it is switched off', async () => {
    const client = await TestClient.inMemory({ settings: { postmortem: { enable: false } } });
    client.open(uri, MAIL);
    assert.deepEqual(await client.findings(uri), []);
    client.end();
  });
});

describe('push diagnostics, for clients that do not ask', () => {
  it('says for which version they are, and takes them back on closing', async () => {
    const client = await TestClient.inMemory({ capabilities: PLAIN });
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    client.open(uri, MAIL);
    const told = await client.until('diagnostics', () => client.published.find((one) => one.diagnostics.length > 0));
    assert.equal(told.version, 1);
    client.close(uri);
    await client.until('no diagnostics', () => client.published.at(-1)?.diagnostics.length === 0);
    client.end();
  });

  it('leaves out versions that were superseded before they were checked', async () => {
    const client = await TestClient.inMemory({ capabilities: PLAIN });
    client.open(uri, MAIL, 1);
    for (let version = 2; version <= 40; version++) client.change(uri, `${MAIL}${'x'.repeat(version)}\n`, version);
    await client.until('the last version', () => client.published.some((one) => one.version === 40));
    const versions = client.published.map((one) => one.version ?? 0);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
      'never an older one after a newer one',
    );
    assert.ok(versions.length < 40, `${versions.length} of 40 versions were published`);
    client.end();
  });
});

describe('cancellation', () => {
  /** Long enough that a check gives way to other messages many times. */
  const long = `${MAIL}\n${'## Notes\n\nThe queue [grew] and grew. It was seen by nobody for a long time.\n\n'.repeat(4000)}`;

  it('ends a running check and answers that the request was cancelled', async () => {
    let yields = 0;
    const client = await TestClient.inMemory({ onYield: () => yields++ });
    client.open(uri, long);
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
    source.cancel();
    await assert.rejects(answer, (error: { code?: number }) => error.code === -32800);
    // The check gives up at its next turn, and takes no further ones.
    await client.request('postmortem/listRules', {});
    const before = yields;
    for (let turn = 0; turn < 20; turn++) await client.request('postmortem/listRules', {});
    assert.equal(yields, before);
    assert.ok((await client.findings(uri)).length > 0, 'the next request is answered');
    client.end();
  });

  it('drops the check of a version that was superseded, and answers with the newest', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, long, 1);
    const answer = client.pull(uri);
    client.change(uri, MAIL, 2);
    const report = await answer;
    assert.ok(report.kind === 'full');
    const alone = await TestClient.inMemory();
    alone.open(uri, MAIL);
    assert.deepEqual(report.items, await alone.findings(uri));
    alone.end();
    client.end();
  });
});

describe('configuration', () => {
  it('is read from the repository and again when it changes', async () => {
    const files: Record<string, string> = { '.postmortem/config.yaml': 'rules:\n  structure/missing-section: off\n' };
    const client = await TestClient.inMemory({ files });
    client.open(uri, MAIL);
    assert.ok(!codes(await client.findings(uri)).includes('structure/missing-section'));

    files['.postmortem/config.yaml'] = 'rules:\n  structure/placeholder: off\n';
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}/.postmortem/config.yaml`, type: 2 }],
    });
    await client.until('a refresh', () => client.refreshes > 0);
    const found = codes(await client.findings(uri));
    assert.ok(found.includes('structure/missing-section') && !found.includes('structure/placeholder'));
    client.end();
  });

  it('reports its problems at their place in the file, and takes them back when they are mended', async () => {
    const config = `${FOLDER}/.postmortem/config.yaml`;
    const files: Record<string, string> = { '.postmortem/config.yaml': 'rules:\n  structure/mising-section: off\n' };
    const client = await TestClient.inMemory({ files });
    client.open(uri, MAIL);
    await client.findings(uri);
    const told = await client.until('a problem', () => client.published.find((one) => one.uri === config));
    assert.deepEqual(told.diagnostics[0]?.range.start, { line: 1, character: 2 });
    assert.match(String(told.diagnostics[0]?.message), /structure\/missing-section/);

    files['.postmortem/config.yaml'] = 'rules:\n  structure/missing-section: off\n';
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: config, type: 2 }],
    });
    await client.until('a refresh', () => client.refreshes > 0);
    await client.findings(uri);
    await client.until(
      'no problem',
      () => client.published.findLast((one) => one.uri === config)?.diagnostics.length === 0,
    );
    client.end();
  });

  it('brings templates of the repository', async () => {
    const files = {
      '.postmortem/templates/ours.md': '# Postmortem: [ID] - [Title]\n\n## Summary\n\n[text]\n\n## Weather\n\n[text]\n',
    };
    const client = await TestClient.inMemory({ files });
    client.open(uri, MAIL.replace('template: short', 'template: ours'));
    assert.ok((await client.findings(uri)).some(({ message }) => String(message).includes('Weather')));
    client.end();
  });

  it('is read through the client where the document lies on no disk', async () => {
    const place = 'vscode-vfs://github/acme/repo';
    const client = await TestClient.inMemory({
      disk: undefined,
      folders: [place],
      initializationOptions: { files: true },
    });
    client.connection.onRequest('postmortem/readDirectory', (params: { uri: string }) => ({
      names:
        params.uri === place ? ['.git', '.postmortem'] : params.uri === `${place}/.postmortem` ? ['config.yaml'] : [],
    }));
    client.connection.onRequest('postmortem/readFile', () => ({ text: 'rules:\n  structure/missing-section: off\n' }));
    client.open(`${place}/postmortems/inc-7.md`, MAIL);
    assert.ok(!codes(await client.findings(`${place}/postmortems/inc-7.md`)).includes('structure/missing-section'));
    client.end();
  });
});

describe('code actions', () => {
  const titleRange = rangeOf(MAIL, 'Postmortem: INC-7');
  const isFix = ({ title }: { title: string }) => title.startsWith('Insert the section');

  it('offer the fixes of a finding and compute their edits when one is chosen', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    const actions = await client.actions(uri, titleRange);
    const fix = actions.find(isFix);
    assert.ok(fix && fix.edit === undefined && fix.kind === 'quickfix');
    assert.equal(fix.diagnostics?.[0]?.code, 'structure/missing-section');
    assert.ok(actions.length <= 8, actions.map(({ title }) => title).join('\n'));

    const { edit } = await client.resolve(fix);
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change);
    assert.deepEqual(change.textDocument, { uri, version: 1 });
    const text = applied(MAIL, uri, edit);
    assert.match(text, /## Timeline[\s\S]*## Root Cause[\s\S]*## Action Items/);
    assert.ok(
      change.edits.some((one) => 'snippet' in one && one.snippet.value.includes('${1:[')),
      'fill-ins are tab stops',
    );
    client.end();
  });

  it('give clients of the older kind plain edits at once', async () => {
    const client = await TestClient.inMemory({ capabilities: PLAIN });
    client.open(uri, MAIL);
    const fix = (await client.actions(uri, titleRange)).find(isFix);
    assert.match(applied(MAIL, uri, fix?.edit), /## Root Cause\n\n\[/);
    assert.equal(fix?.edit?.documentChanges, undefined);
    client.end();
  });

  it('are refused when the document has moved on', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    const fix = (await client.actions(uri, titleRange)).find(isFix)!;
    client.change(uri, `${MAIL}\nMore.\n`, 2);
    await assert.rejects(client.resolve(fix), (error: { code?: number }) => error.code === -32801);
    client.end();
  });

  it('honour what kinds are asked for, by prefix', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    const kinds = async (only: string[]) => [
      ...new Set((await client.actions(uri, titleRange, { only })).map(({ kind }) => kind)),
    ];
    assert.deepEqual(await kinds(['quickfix']), ['quickfix']);
    assert.deepEqual(await kinds(['source.fixAll']), ['source.fixAll.postmortem']);
    assert.deepEqual(await kinds(['source.fixAll.postmortem']), ['source.fixAll.postmortem']);
    assert.deepEqual(await kinds(['source.fixAll.eslint']), []);
    assert.deepEqual(await kinds(['source']), ['source.fixAll.postmortem', 'source.postmortem']);
    assert.deepEqual(await kinds(['refactor.extract']), []);
    assert.deepEqual(await kinds(['quick']), [], 'a part of a name is no prefix');
    client.end();
  });

  it('fix all that is safe, and nothing else', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    const [action] = await client.actions(uri, titleRange, { only: ['source.fixAll'] });
    const { edit } = await client.resolve(action!);
    const text = applied(MAIL, uri, edit);
    assert.match(text, /## Root Cause/);
    assert.doesNotMatch(JSON.stringify(edit), /snippet/, 'what runs on saving takes no cursor along');
    client.change(uri, text, 2);
    assert.deepEqual(await client.actions(uri, titleRange, { only: ['source.fixAll'] }), [], 'once is enough');
    client.end();
  });

  it('silence a rule with a reason to fill in', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    const action = (await client.actions(uri, titleRange)).find(({ title }) => title.startsWith('Suppress'));
    const text = applied(MAIL, uri, (await client.resolve(action!)).edit);
    assert.match(text, /<!-- postmortem-disable-next-line structure\/[\w-]+ -- \[[^\]]+\] -->\n# Postmortem/);
    client.end();
  });

  it('write a selected name into the configuration of the repository', async () => {
    const files: Record<string, string> = { '.postmortem/config.yaml': '# ours\nsystems: [Hellman]\n' };
    const client = await TestClient.inMemory({ files });
    client.open(uri, MAIL);
    const action = (await client.actions(uri, rangeOf(MAIL, 'Alert'))).find(({ title }) => title.includes('a system'));
    const config = `${FOLDER}/.postmortem/config.yaml`;
    const text = applied(files['.postmortem/config.yaml']!, config, (await client.resolve(action!)).edit);
    assert.equal(text, '# ours\nsystems: [ Hellman, Alert ]\n');
    client.end();
  });
});

describe('hover', () => {
  it('explains the rule: why, an example and where to read more', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    const hover = await client.request<{ contents: { kind: string; value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position: rangeOf(MAIL, '[what the users saw]').start,
    });
    assert.equal(hover.contents.kind, 'markdown');
    assert.match(hover.contents.value, /\[structure\/placeholder\]\(https:/);
    client.end();
  });

  it('tells what a severity means and when an entry was', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    const at = async (words: string) => {
      const hover = await client.request<{ contents: { value: string } } | null>('textDocument/hover', {
        textDocument: { uri },
        position: rangeOf(MAIL, words).start,
      });
      return hover?.contents.value ?? '';
    };
    assert.match(await at('P1'), /many users/);
    assert.match(await at('10:40'), /2026-02-10 10:40 UTC[\s\S]*40 min after detection/);
    assert.equal(await at('Mail waited'), '');
    client.end();
  });
});

describe('outline', () => {
  it('names kinds and counts', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    interface Symbol {
      name: string;
      detail: string;
      children: Symbol[];
    }
    const symbols = await client.request<Symbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    const flat = (nodes: Symbol[]): Symbol[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
    const all = flat(symbols);
    assert.ok(all.some(({ name, children }) => name === 'Timeline' && children.length === 2));
    assert.match(all.find(({ name }) => name === 'Action Items')?.detail ?? '', /0 of 1 done/);
    const folds = await client.request<{ startLine: number }[]>('textDocument/foldingRange', { textDocument: { uri } });
    assert.deepEqual(
      folds.map(({ startLine }) => MAIL.split('\n')[startLine]),
      ['## Summary', '## Impact', '## Timeline', '## Action Items'],
    );
    client.end();
  });

  it('grows a selection from the value at each place', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    const severity = rangeOf(MAIL, '**Severity:** ').end;
    const [selected, none] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument: { uri },
      positions: [severity, { line: 0, character: 0 }],
    });
    assert.deepEqual(selected!.range.start, severity);
    assert.deepEqual(selected!.parent?.range.start, { line: severity.line, character: 0 });
    assert.ok(none);
    client.end();
  });
});

describe('a client that refuses what it said it can', () => {
  it('is served all the same', async () => {
    const settings = { postmortem: {} as unknown };
    const client = await TestClient.inMemory({ settings });
    for (const method of ['workspace/diagnostic/refresh', 'workspace/codeLens/refresh', 'workspace/inlayHint/refresh'])
      client.connection.onRequest(method, () => {
        throw new Error('no');
      });
    client.open(uri, MAIL);
    settings.postmortem = { rules: { 'structure/missing-section': 'off' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until('a note in the log', () => client.log.some((line) => line.includes('refresh of diagnostics')));
    assert.ok(!codes(await client.findings(uri)).includes('structure/missing-section'));
    client.end();
  });
});

describe('bad input', () => {
  it('is answered, logged and survived', async () => {
    const client = await TestClient.inMemory();
    client.open(uri, MAIL);
    for (const method of [
      'textDocument/diagnostic',
      'textDocument/codeAction',
      'textDocument/hover',
      'textDocument/documentSymbol',
      'textDocument/foldingRange',
      'postmortem/documentChange',
      'postmortem/newPostmortem',
      'postmortem/documentStatus',
    ])
      for (const params of [
        {},
        { textDocument: {} },
        { textDocument: { uri: 7 } },
        { textDocument: { uri }, position: 'x' },
      ])
        await client.request(method, params).catch(() => undefined);
    for (const method of [
      'textDocument/didOpen',
      'textDocument/didChange',
      'workspace/didChangeWatchedFiles',
      'workspace/didChangeConfiguration',
    ])
      await client.connection.sendNotification(method, {});
    assert.ok((await client.findings(uri)).length > 0, 'the server still works');
    client.end();
  });

  it('of unusual texts is checked like any other', async () => {
    const client = await TestClient.inMemory();
    for (const [index, text] of [
      '',
      '\uFEFF',
      '\r\r\r',
      '\0\0',
      '#'.repeat(100_000),
      '\uD800',
      '---\n---\n',
    ].entries()) {
      const place = `${FOLDER}/postmortems/odd-${index}.md`;
      client.open(place, text);
      assert.ok(Array.isArray(await client.findings(place)));
      await client.actions(place, { start: { line: 0, character: 0 }, end: { line: 99, character: 99 } });
    }
    client.end();
  });
});

describe('over stdio', () => {
  it('serves a client, shuts down and exits with 0', async () => {
    const { client, closed } = await TestClient.overStdio({ capabilities: VSCODE, folders: [] });
    client.open('untitled:Untitled-1', MAIL);
    assert.ok((await client.findings('untitled:Untitled-1')).length > 0);
    await client.request('shutdown', undefined);
    await client.connection.sendNotification('exit');
    assert.equal(await closed, 0);
  });
});
