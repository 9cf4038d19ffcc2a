// Writes everything that is made of the rule files, the templates and the settings: `npm run generate [-- --check]`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { GeneratedFile } from './generate/file.ts';
import { generateManifest } from './generate/manifest.ts';
import { findRuleFiles, generateRegistry, loadRules } from './generate/registry.ts';
import { generateRuleDocs } from './generate/ruleDocs.ts';
import { generateSchema } from './generate/schema.ts';
import { generateSettingsDocs } from './generate/settingsDocs.ts';
import { generateSnippets } from './generate/snippets.ts';
import { generateTemplates, readTemplates } from './generate/templates.ts';
import { languagesOf, translatorOf } from './generate/translate.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: flags } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const outdated: string[] = [];

/** Writes the files that differ, or only notes them. */
function settle(files: readonly GeneratedFile[]): void {
  for (const { path, text } of files) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    outdated.push(path);
    if (flags.check) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Takes away files of a generated folder that nothing generates any more. */
function prune(folder: string, files: readonly GeneratedFile[]): void {
  const kept = new Set(files.map((file) => file.path));
  for (const name of existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []) {
    const path = `${folder}/${name}`;
    if (kept.has(path)) continue;
    outdated.push(path);
    if (!flags.check) rmSync(join(root, path));
  }
}

async function main(): Promise<void> {
  // Rules may import what is made of the templates, so those come first.
  const templates = readTemplates(root);
  settle([generateTemplates(templates)]);
  const { rules, files, failures } = await loadRules(root, findRuleFiles(root));
  const ruleDocs = generateRuleDocs(rules);
  settle([
    generateRegistry(files),
    ...ruleDocs,
    generateSettingsDocs(rules),
    generateSchema(rules),
    ...generateManifest(root, rules),
    generateSnippets(templates),
    ...languagesOf(root).flatMap((language) => {
      const translate = translatorOf(root, language);
      return [generateSchema(rules, language, translate), generateSnippets(templates, language, translate)];
    }),
  ]);
  prune('docs/rules', ruleDocs);

  if (failures.length > 0) {
    console.error(`Left out, because they cannot be loaded:\n${failures.map((failure) => `  ${failure}\n`).join('')}`);
    process.exitCode = 1;
  }
  if (flags.check && outdated.length > 0) {
    console.error(
      `Not up to date with the rules, templates and settings:\n${outdated.map((path) => `  ${path}\n`).join('')}`,
    );
    console.error('Run `npm run generate` and commit what it writes.');
    process.exitCode = 1;
  } else {
    console.log(outdated.length === 0 ? 'generated files are up to date' : `wrote ${outdated.join(', ')}`);
  }
}

void main();
