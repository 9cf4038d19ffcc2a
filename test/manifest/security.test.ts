// What SECURITY.md promises, held against the sources and the manifest. The bundles are looked at in test/cli/process.test.ts.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';

const root = join(__dirname, '../..');
const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));

function sources(...folders: string[]): { readonly path: string; readonly text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') })),
  );
}

/** The files among the sources that have it. */
function having(pattern: RegExp, files = sources('server/src', 'client/src')): string[] {
  return files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}

/** An import, of any kind, of one of Node's modules. */
function loading(modules: string): RegExp {
  return new RegExp(`(?:from|import\\(|require\\()\\s*['"](?:node:)?(?:${modules})(?:/\\w+)?['"]`);
}

test('nothing speaks to a network', () => {
  assert.deepEqual(having(loading('http|https|http2|net|tls|dgram|dns|inspector')), []);
  assert.deepEqual(
    having(/\b(?:fetch|sendBeacon|importScripts)\(|\bnew (?:WebSocket|XMLHttpRequest|EventSource)\b/),
    [],
  );
});

test('one program is run, by one command: git, for `lint --since`', () => {
  assert.deepEqual(having(loading('child_process|cluster')), ['server/src/cli/lint/git.ts']);
});

test('no text is ever run as code', () => {
  assert.deepEqual(having(/\beval\(|\bnew Function\b|\bsetTimeout\(\s*['"`]/), []);
  assert.deepEqual(having(loading('vm|repl|wasi')), []);
});

test('no text of a document is trusted in the editor: no command links, no HTML', () => {
  assert.deepEqual(having(/\bisTrusted\b|\bsupportHtml\b|\benableCommandUris\b/), []);
});

test('every page in the editor lets in its own script alone, and loads nothing from elsewhere', () => {
  const pages = sources('client/src', 'server/src').filter(({ text }) => /<!doctype html>/i.test(text));
  assert.ok(pages.length >= 3);
  for (const { path, text } of pages) {
    const policy = /Content-Security-Policy" content="([^>]*)">/.exec(text)?.[1];
    assert.ok(policy, `${path} has a policy`);
    assert.match(policy, /^default-src 'none'/, path);
    assert.doesNotMatch(policy, /https?:|unsafe-eval|script-src [^;]*unsafe-inline|\*/, path);
    for (const script of text.match(/<script\b[^>]*>/g) ?? []) assert.match(script, /nonce="\$\{nonce\}"/, path);
    assert.doesNotMatch(text, /\son\w+="/, `${path} has no handler in its HTML`);
  }
  // Each panel gets such a page.
  const panels = having(/createWebviewPanel\(/);
  assert.deepEqual(panels, ['client/src/dashboard/dashboard.ts', 'client/src/export/richCopy.ts']);
});

test('untrusted and virtual workspaces are welcome, and no setting names a program or a file to load', () => {
  const { capabilities, contributes } = read('package.json');
  assert.deepEqual(capabilities, {
    untrustedWorkspaces: { supported: true },
    virtualWorkspaces: { supported: true },
  });
  const names = contributes.configuration.flatMap((group: { properties: object }) => Object.keys(group.properties));
  assert.ok(names.length > 10);
  assert.deepEqual(
    names.filter((name: string) => /path|exec|command|binary|shell|program|module|plugin/i.test(name)),
    [],
  );
});

test('each dependency is pinned to what was looked at, from the registry', () => {
  const { packages } = read('package-lock.json') as {
    packages: Record<string, { integrity?: string; link?: boolean }>;
  };
  for (const [path, { integrity, link }] of Object.entries(packages))
    if (path !== '' && !link) assert.match(integrity ?? '', /^sha512-/, path);
});
