import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const root = join(__dirname, '../..');
const resolveFrom = createRequire(__filename);
const INJECTION = 'postmortem.injection';

/** VS Code's Markdown grammar with ours injected, as the editor puts them together. */
export async function loadGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(resolveFrom.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const files: Readonly<Record<string, string>> = {
    'text.html.markdown': resolveFrom.resolve('tm-grammars/grammars/markdown.json'),
    'text.html.basic': resolveFrom.resolve('tm-grammars/grammars/html.json'),
    'source.yaml': resolveFrom.resolve('tm-grammars/grammars/yaml.json'),
    [INJECTION]: join(root, 'syntaxes/postmortem.injection.tmLanguage.json'),
  };
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const file = files[scope];
      return file ? parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
    getInjections: (scope) => (scope === 'text.html.markdown' ? [INJECTION] : undefined),
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('the Markdown grammar is not there');
  return grammar;
}

/** Every stretch of the text that one of our scopes names: `[text, scope]`, the innermost one. */
export function ours(grammar: IGrammar, text: string): [string, string][] {
  const found: [string, string][] = [];
  let stack = INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    for (const { startIndex, endIndex, scopes } of tokens) {
      const scope = scopes.findLast((name) => name.endsWith('.postmortem'));
      if (scope) found.push([line.slice(startIndex, endIndex), scope.slice(0, -'.postmortem'.length)]);
    }
    stack = ruleStack;
  }
  return found;
}
