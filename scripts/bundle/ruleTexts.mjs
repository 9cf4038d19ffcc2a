// What rules say about themselves: read by people who ask for it, not by the check.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';

const TEXTS = new Set(['docs', 'examples']);

/**
 * Takes the documentation and the examples out of the rules; a rule asks `file` for them when they are read. For the bundle `file`
 * itself see `ruleTextsBundle`.
 *
 * @returns {import('esbuild').Plugin}
 */
export function ruleTextsApart(rulesFolder, file) {
  return {
    name: 'rule-texts-apart',
    setup(build) {
      build.onLoad({ filter: /[\\/]core[\\/]rules[\\/][\w-]+[\\/][\w-]+\.ts$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        const texts = textsOf(path, source);
        if (!texts) return undefined;
        const key = keyOf(rulesFolder, path);
        let contents = source;
        for (const { name, start, end } of texts.reverse())
          contents = `${contents.slice(0, start)}get ${name}() { return require(${JSON.stringify(file)})[${JSON.stringify(key)}].${name}; }${contents.slice(end)}`;
        return { contents, loader: 'ts' };
      });
      build.onResolve({ filter: new RegExp(`^${file.replaceAll('.', '\\.')}$`) }, () => ({
        path: file,
        external: true,
      }));
    },
  };
}

/** The plugin that builds the bundle of all texts: the entry point is the folder of the rules. */
export function ruleTextsBundle(rulesFolder) {
  return {
    name: 'rule-texts',
    setup(build) {
      build.onResolve({ filter: /./ }, ({ path, kind }) =>
        kind === 'entry-point' ? { path, namespace: 'rule-texts' } : undefined,
      );
      build.onLoad({ filter: /./, namespace: 'rule-texts' }, () => {
        const lines = [];
        const files = readdirSync(rulesFolder, { recursive: true }).map((name) => join(rulesFolder, String(name)));
        for (const path of files.filter((name) => name.endsWith('.ts')).sort()) {
          const source = readFileSync(path, 'utf8');
          const texts = textsOf(path, source);
          if (!texts) continue;
          const constants = new Set(texts.flatMap((text) => text.constants));
          const members = texts.map(({ start, end }) => source.slice(start, end));
          lines.push(
            `{ ${[...constants].join('\n')}`,
            `exports[${JSON.stringify(keyOf(rulesFolder, path))}] = { ${members.join(', ')} }; }`,
          );
        }
        return { contents: lines.join('\n'), loader: 'ts', watchFiles: files };
      });
    },
  };
}

function keyOf(rulesFolder, path) {
  return relative(rulesFolder, path).split(sep).join('/').replace(/\.ts$/, '');
}

/**
 * Where `docs` and `examples` stand in the `defineRule({…})` of a file, and the constants of the file that they use; undefined where
 * it declares no rule. A text that uses anything else of the file cannot stand alone and stays.
 */
function textsOf(path, source) {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const exported = file.statements.find(ts.isExportAssignment)?.expression;
  const rule = exported && ts.isCallExpression(exported) ? exported.arguments[0] : undefined;
  if (!rule || !ts.isObjectLiteralExpression(rule)) return undefined;
  const texts = [];
  for (const property of rule.properties) {
    if (!ts.isPropertyAssignment(property) || !TEXTS.has(property.name.getText())) continue;
    const constants = constantsFor(property.initializer, file);
    if (constants)
      texts.push({ name: property.name.getText(), start: property.getStart(), end: property.getEnd(), constants });
  }
  return texts;
}

/** The declarations that an expression needs, in their order; undefined where it needs something that is no constant of the file. */
function constantsFor(expression, file) {
  const needed = new Set();
  const waiting = [expression];
  for (let node = waiting.pop(); node; node = waiting.pop())
    for (const name of namesIn(node)) {
      const statement = file.statements.find(
        (candidate) =>
          ts.isVariableStatement(candidate) &&
          candidate.declarationList.declarations.some((declaration) => declaration.name.getText() === name),
      );
      if (!statement || !(statement.declarationList.flags & ts.NodeFlags.Const)) return undefined;
      if (needed.has(statement)) continue;
      needed.add(statement);
      waiting.push(...statement.declarationList.declarations.map((declaration) => declaration.initializer));
    }
  return file.statements.filter((statement) => needed.has(statement)).map((statement) => statement.getText());
}

/** Names that an expression takes from around it. */
function namesIn(expression) {
  const names = [];
  const visit = (node) => {
    if (ts.isPropertyAssignment(node)) visit(node.initializer);
    else if (ts.isPropertyAccessExpression(node)) visit(node.expression);
    else if (ts.isIdentifier(node)) names.push(node.text);
    else ts.forEachChild(node, visit);
  };
  visit(expression);
  return names;
}
