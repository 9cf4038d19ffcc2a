// Holds what ships to its size: `node scripts/bundleBudget.mjs [FILE.vsix]`, after a production build.
//
// A bundle grows silently: one careless import brings a parser twice, or a whole rule engine into the client.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, root } from './lib.mjs';

const KB = 1024;
const BUDGETS = {
  'dist/client.cjs': 500 * KB,
  // 191 KB of it are vscode-languageserver.
  'dist/server.cjs': 345 * KB,
  'dist/cli.cjs': 190 * KB,
  // A thread of `lint` over many files: the same without the other commands.
  'dist/lint-worker.cjs': 60 * KB,
  // The engine, once for the server and the command line: 115 KB of it are the weights of the second reader.
  'dist/core.cjs': 1288 * KB,
  // Loaded when someone asks for them: rule help, mechanisms of failure, front matter, exports.
  'dist/rule-texts.cjs': 120 * KB,
  'dist/mechanisms.cjs': 115 * KB,
  'dist/yaml.cjs': 120 * KB,
  'dist/export.cjs': 250 * KB,
  'dist/web/client.js': 500 * KB,
  // All of the above in one file: a worker in a browser cannot load a part of itself while a request waits for it.
  'dist/web/server.js': 2104 * KB,
};
const VSIX_BUDGET = 1965 * KB;

/** Postmortems are confidential: nothing that ships can open a connection to another machine by these. */
const NETWORK_MODULES = ['http', 'https', 'http2', 'tls', 'dgram', 'dns'];

/** @returns {string[]} what is wrong */
export function checkBudget({ vsix } = {}) {
  const problems = [];
  const sizes = [...Object.entries(BUDGETS), ...(vsix ? [[path.relative(root, vsix), VSIX_BUDGET]] : [])];
  for (const [name, budget] of sizes) {
    const file = path.join(root, name);
    if (!fs.existsSync(file)) {
      problems.push(`${name} does not exist: run node esbuild.mjs --production first`);
      continue;
    }
    const size = fs.statSync(file).size;
    console.log(`${name.padEnd(36)} ${kilobytes(size).padStart(8)} of ${kilobytes(budget).padStart(8)}`);
    if (size > budget) {
      problems.push(`${name} is ${kilobytes(size)}, its budget is ${kilobytes(budget)}`);
    }
    if (!name.endsWith('.vsix')) {
      problems.push(...networkUse(name, fs.readFileSync(file, 'utf8')));
    }
  }
  return problems;
}

function networkUse(name, code) {
  return NETWORK_MODULES.filter((module) => new RegExp(`require\\(["'](?:node:)?${module}["']\\)`).test(code)).map(
    (module) => `${name} requires the module ${module}: nothing may leave the machine`,
  );
}

const kilobytes = (size) => `${Math.ceil(size / KB)} KB`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = checkBudget({ vsix: process.argv[2] && path.resolve(process.argv[2]) });
  if (problems.length) {
    fail(problems.join('\n'));
  }
}
