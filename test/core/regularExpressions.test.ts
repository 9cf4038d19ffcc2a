import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { analyse } from 'scslre';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');

/** Every regular expression written in a folder's TypeScript, with the place it stands at. */
function* regularExpressions(folder: string): Generator<{ readonly place: string; readonly regex: RegExp }> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const path = join(entry.parentPath, entry.name);
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    const found: { readonly place: string; readonly regex: RegExp }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const text = node.getText();
        const close = text.lastIndexOf('/');
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        found.push({
          place: `${relative(ROOT, path)}:${line} ${text}`,
          regex: new RegExp(text.slice(1, close), text.slice(close + 1)),
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    yield* found;
  }
}

describe('regular expressions', () => {
  // A document can be hostile: one expression that backtracks, or looks for the end of a run from each of its characters, would stop an
  // editor. A look behind keeps a search from beginning within a run: `(?<!\s)\s+$`.
  for (const folder of ['server/src/core', 'server/src/workspace', 'server/src/lsp', 'server/src/cli', 'client/src'])
    it(`are linear in ${folder}`, () => {
      const slow: string[] = [];
      for (const { place, regex } of regularExpressions(folder)) {
        const { reports } = analyse(regex, { reportTypes: { Self: true, Trade: true, Move: true }, maxReports: 1 });
        if (reports.length > 0) slow.push(place);
      }
      assert.deepEqual(slow, []);
    });
});
