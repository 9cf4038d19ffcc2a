// The language server in a second editor: over stdio, and with a client that is pushed its diagnostics.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../host/install.mjs';

describe('Neovim', () => {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'postmortem-nvim-'));
  after(() => fs.rmSync(temp, { recursive: true, force: true }));
  let said;
  const last = (key) => said.find((line) => key in line)?.[key];

  before(() => {
    fs.cpSync(path.join(root, 'test/host/fixtures/workspace'), temp, { recursive: true });
    const run = spawnSync(
      'nvim',
      ['--headless', '-u', 'NONE', '-i', 'NONE', '--cmd', `luafile ${path.join(import.meta.dirname, 'neovim.lua')}`],
      {
        encoding: 'utf8',
        timeout: 90_000,
        env: {
          ...process.env,
          FILE: path.join(temp, 'postmortems/2026-02-10-inc-041-checkout-errors.md'),
          SERVER: `${process.execPath} ${path.join(root, 'dist/cli.cjs')} lsp --stdio`,
          XDG_STATE_HOME: path.join(temp, 'state'),
          XDG_CACHE_HOME: path.join(temp, 'cache'),
        },
      },
    );
    assert.equal(run.status, 0, `${run.error ?? ''}${run.stderr}`);
    said = run.stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line));
  });

  it('shows the findings', () => {
    const found = last('diagnostics').find((diagnostic) => diagnostic.code === 'blame/individual-fault');
    assert.ok(found, JSON.stringify(said));
    assert.equal(found.line, 38);
    assert.equal(found.source, 'postmortem');
  });

  it('shows the rule on hover', () => {
    assert.match(JSON.stringify(last('hover') ?? null), /individual-fault/);
  });

  it('applies a rewrite, after which the finding is gone', () => {
    assert.match(said.find((line) => line.action?.startsWith('Rewrite'))?.kind ?? '', /^quickfix/);
    assert.doesNotMatch(last('text'), /The engineer ran a bad script/);
    assert.equal(last('gone'), true);
  });
});
