// Everything a change must pass but the tests in VS Code: `npm run check`, or `-- --no-tests` where `npm test` runs anyway.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkBudget } from './bundleBudget.mjs';
import { cacheDir, fail, node, tool } from './lib.mjs';
import { packageExtension } from './package.mjs';

const USAGE = 'Usage: npm run check [-- --no-tests]';

let flags;
try {
  flags = parseArgs({ options: { 'no-tests': { type: 'boolean', default: false } } }).values;
} catch (error) {
  console.error(`${error.message}\n${USAGE}`);
  process.exit(2);
}

const steps = [
  {
    name: 'generated files',
    run: () => node('--import', 'tsx', 'scripts/generate.ts', '--check') === 0,
    remedy: 'npm run generate',
  },
  { name: 'types', run: () => node(tool('typescript', 'bin/tsc'), '--build') === 0 },
  {
    name: 'lint',
    run: () => node(tool('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.') === 0,
    remedy: 'npm run format mends most of it',
  },
  ...(flags['no-tests'] ? [] : [{ name: 'unit tests', run: () => node('scripts/test.mjs', 'unit') === 0 }]),
  {
    name: 'package and budget',
    async run() {
      const problems = checkBudget({ vsix: await packageExtension(path.join(cacheDir, 'check.vsix')) });
      for (const problem of problems) {
        console.error(problem);
      }
      return problems.length === 0;
    },
  },
];

// every step runs, so that one sees all that is wrong at once
const failed = [];
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  let passed = false;
  try {
    passed = await step.run();
  } catch (error) {
    console.error(error.message);
  }
  if (!passed) {
    failed.push(`${step.name}${step.remedy ? ` (${step.remedy})` : ''}`);
  }
}
if (failed.length) {
  fail(`check failed: ${failed.join(', ')}`);
}
console.log('\ncheck passed');
