// Runs an editor with a script that prints one JSON object a line.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../host/install.mjs';

/** @returns {object[]} what the script said about a copy of the fixture; SERVER and FILE tell the script what to open */
export function runEditor(program, args) {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-editor-'));
  try {
    fs.cpSync(path.join(root, 'test/host/fixtures/workspace'), temp, { recursive: true });
    const run = spawnSync(program, args, {
      encoding: 'utf8',
      timeout: 90_000,
      env: {
        ...process.env,
        FILE: path.join(temp, 'postmortems/2026-02-10-inc-041-checkout-errors.md'),
        SERVER: `${process.execPath} ${path.join(root, 'dist/cli.cjs')} lsp --stdio`,
        // nothing of the user's configuration, nothing into it
        HOME: temp,
        XDG_CONFIG_HOME: path.join(temp, '.config'),
        XDG_STATE_HOME: path.join(temp, '.state'),
        XDG_CACHE_HOME: path.join(temp, '.cache'),
      },
    });
    assert.equal(run.status, 0, `${run.error ?? ''}${run.stderr}`);
    return run.stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
  } finally {
    fs.rmSync(temp, { recursive: true, force: true });
  }
}
