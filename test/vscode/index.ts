// Loaded by VS Code inside the extension host, whatever started it. Runs every *.test.cjs beside it.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { extensionAnswers } from './support.ts';

/** The mark tells the runner which of the window's many log lines are the suite's. */
function say(...args: unknown[]): void {
  for (const line of format(...args).split('\n')) {
    console.log(`[test] ${line}`);
  }
}

export function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = say;
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 60_000, reporter: 'spec' });
  mocha.suite.beforeAll('the extension answers', extensionAnswers);
  for (const file of fs.readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs')) {
      mocha.addFile(path.join(__dirname, file));
    }
  }
  return new Promise((resolve, reject) => {
    let passed = 0;
    const runner = mocha.run((failed) => {
      say(`${passed} passed, ${failed} failed`);
      // a desktop VS Code prints to a terminal that nobody reads line by line
      const resultFile = process.env.POSTMORTEM_TEST_RESULT;
      if (resultFile) {
        fs.writeFileSync(resultFile, JSON.stringify({ passed, failed }));
      }
      if (failed > 0) {
        reject(new Error(`${failed} tests failed`));
      } else {
        resolve();
      }
    });
    runner.on('pass', () => {
      passed += 1;
    });
  });
}
