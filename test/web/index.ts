// Loaded by VS Code inside the web extension host: one bundle, Mocha's browser build, no Node modules.
import 'mocha/mocha.js';
import { extensionAnswers } from '../vscode/support.ts';

/** Mocha's browser build puts this on the global object; its types describe the build for Node only. */
declare const mocha: {
  setup(options: object): void;
  run(done: (failed: number) => void): Mocha.Runner;
};

const say = (text: string) => {
  for (const line of text.split('\n')) {
    console.log(`[test] ${line}`);
  }
};

/** The build's own reporters want a page. */
function reporter(runner: Mocha.Runner): void {
  runner.on('pass', (test) => say(`  ✔ ${test.fullTitle()}`));
  runner.on('fail', (test, error: Error) => say(`  ✖ ${test.fullTitle()}\n${error.stack ?? error.message}`));
}

export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter });
  // after the setup, which defines `describe` and `it`
  before('the extension answers', extensionAnswers);
  await import('./worker.test.ts');
  await import('../vscode/language.test.ts');
  await import('../vscode/configuration.test.ts');
  await import('../vscode/commands.test.ts');
  await new Promise<void>((resolve, reject) => {
    let passed = 0;
    const runner = mocha.run((failed) => {
      say(`${passed} passed, ${failed} failed`);
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
