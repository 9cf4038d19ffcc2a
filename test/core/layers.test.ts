import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');

/** Every TypeScript file of a folder with the modules it imports. */
function* imports(folder: string): Generator<{ file: string; module: string }> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const path = join(entry.parentPath, entry.name);
    const source = readFileSync(path, 'utf8');
    for (const match of source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      const module = match[1]!;
      const target = module.startsWith('.') ? relative(ROOT, resolve(dirname(path), module)) : module;
      yield { file: relative(ROOT, path), module: target.replaceAll('\\', '/') };
    }
  }
}

/** Imports of a folder that the test `allowed` refuses. */
function violations(folder: string, allowed: (module: string, file: string) => boolean): string[] {
  return [...imports(folder)]
    .filter(({ module, file }) => !allowed(module, file))
    .map(({ file, module }) => `${file} imports ${module}`);
}

const isOwn = (module: string) => module.startsWith('server/') || module.startsWith('client/');
const door = (layer: string) => `server/src/${layer}/index.ts`;

describe('dependency direction', () => {
  it('core imports nothing of the layers around it, of Node or of VS Code', () => {
    const refused = violations('server/src/core', (module) =>
      isOwn(module) ? module.startsWith('server/src/core/') : !/^(?:node:|vscode)/.test(module),
    );
    assert.deepEqual(refused, []);
  });

  it('workspace knows core by its door alone', () => {
    const refused = violations('server/src/workspace', (module) =>
      isOwn(module)
        ? module === door('core') || module.startsWith('server/src/workspace/')
        : !/^(?:node:|vscode)/.test(module),
    );
    assert.deepEqual(refused, []);
  });

  it('lsp knows core and workspace by their doors, and no host', () => {
    const refused = violations('server/src/lsp', (module) =>
      isOwn(module)
        ? module === door('core') || module === door('workspace') || module.startsWith('server/src/lsp/')
        : !/^node:|^vscode$|vscode-languageserver\/(?:node|browser)/.test(module),
    );
    assert.deepEqual(refused, []);
  });

  it('the command line knows core and workspace by their doors, and the server by its entry', () => {
    const refused = violations('server/src/cli', (module) =>
      isOwn(module)
        ? [door('core'), door('workspace')].includes(module) ||
          module.startsWith('server/src/cli/') ||
          module.startsWith('server/src/entry/')
        : !module.startsWith('vscode'),
    );
    assert.deepEqual(refused, []);
  });

  it('the client knows of the server only the typed requests', () => {
    const refused = violations('client/src', (module) =>
      isOwn(module) ? module === 'server/src/lsp/protocol.ts' || module.startsWith('client/') : true,
    );
    assert.deepEqual(refused, []);
  });

  it('core and workspace bundle for a platform that has nothing', async () => {
    for (const layer of ['core', 'workspace']) {
      const result = await build({
        entryPoints: [join(ROOT, door(layer))],
        bundle: true,
        write: false,
        platform: 'neutral',
        mainFields: ['module', 'main'],
        logLevel: 'silent',
        loader: { '.md': 'text' },
      });
      assert.deepEqual(result.errors, []);
    }
  });
});
