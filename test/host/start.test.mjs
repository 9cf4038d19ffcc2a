// `npm start` as a person runs it: a process with a terminal's output and Ctrl-C.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { root } from './install.mjs';

const script = path.join(root, 'scripts/start.mjs');
const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-start-'));
after(() => fs.rmSync(temp, { recursive: true, force: true }));

function start(args, env = {}) {
  return spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    timeout: 120_000,
  });
}

/** A program that stands for VS Code and writes down what it was called with. */
function stubEditor(exitCode = 0) {
  const file = path.join(temp, `code-${exitCode}`);
  const called = `${file}.json`;
  fs.writeFileSync(
    file,
    `#!${process.execPath}\nrequire('node:fs').writeFileSync(${JSON.stringify(called)}, JSON.stringify(process.argv.slice(2))); process.exit(${exitCode});\n`,
    { mode: 0o755 },
  );
  return { file, calledWith: () => JSON.parse(fs.readFileSync(called, 'utf8')) };
}

describe('npm start', () => {
  it('answers a wrong flag with its usage and code 2', () => {
    for (const args of [['--dekstop'], ['--port', 'eighty'], ['--port', '70000'], ['here']]) {
      const { status, stdout, stderr } = start(args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /Usage: npm start/);
      assert.doesNotMatch(stdout, /Building/);
    }
  });

  it('shows the findings of the examples, and stops there with --no-serve', () => {
    const { status, stdout, stderr } = start(['--no-serve']);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /blame\/[a-z-]+/);
    assert.doesNotMatch(stdout, /http:/);
  });

  it('opens the desktop VS Code with the extension and the examples', () => {
    const editor = stubEditor();
    const { status, stdout, stderr } = start(['--desktop'], { VSCODE_EXECUTABLE: editor.file });
    assert.equal(status, 0, stderr);
    assert.match(stdout, new RegExp(`Opening ${editor.file}`));
    const args = editor.calledWith();
    assert.ok(args.includes(`--extensionDevelopmentPath=${root}`));
    assert.equal(args.at(-1), path.join(root, 'examples'));
  });

  it('says so when the desktop VS Code is not there, or fails', () => {
    const missing = start(['--desktop'], { VSCODE_EXECUTABLE: path.join(temp, 'nowhere') });
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /VSCODE_EXECUTABLE names .*nowhere, which does not exist/);
    const failing = start(['--desktop'], { VSCODE_EXECUTABLE: stubEditor(7).file });
    assert.equal(failing.status, 1);
    assert.match(failing.stderr, /ended with 7/);
  });

  it('serves VS Code to whom it gave the address, until Ctrl-C', { timeout: 180_000 }, async () => {
    const child = spawn(process.execPath, [script, '--port', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const address = await new Promise((resolve, reject) => {
      const read = (chunk) => {
        output += chunk;
        const found = /http:\/\/127\.0\.0\.1:\d+\/\?\S+/.exec(output);
        if (found) {
          resolve(new URL(found[0]));
        }
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => reject(new Error(`ended with ${code}:\n${output}`)));
    });
    try {
      assert.equal(address.searchParams.get('folder'), path.join(root, 'examples'));
      // the token of the address becomes a cookie
      const entry = await fetch(address, { redirect: 'manual' });
      assert.equal(entry.status, 302);
      const page = await fetch(new URL(entry.headers.get('location'), address), {
        headers: { cookie: entry.headers.get('set-cookie').split(';')[0] },
      });
      assert.equal(page.status, 200);
      assert.match(await page.text(), /workbench/);
      assert.equal((await fetch(new URL('/', address))).status, 403, 'without the token of the address');
    } finally {
      child.kill('SIGINT');
    }
    const [code] = await once(child, 'exit');
    assert.equal(code, 0, output);
    await assert.rejects(fetch(address), 'nothing serves any more');
  });

  it('installs the package it has just built', () => {
    const installed = fs.readdirSync(path.join(root, '.vscode-test/start/extensions'));
    assert.ok(
      installed.some((name) => name.startsWith('blameless-postmortem.blameless-postmortem-')),
      installed.join(', '),
    );
  });
});
