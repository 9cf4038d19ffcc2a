// The language server in Neovim: over stdio, with a client that is pushed its diagnostics.
import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { runEditor } from './support.mjs';

describe('Neovim', () => {
  let said;
  const about = (key) => said.find((line) => key in line)?.[key];
  before(() => {
    const script = path.join(import.meta.dirname, 'neovim.lua');
    said = runEditor('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '--cmd', `luafile ${script}`]);
  });

  it('shows the findings', () => {
    const found = about('diagnostics').find((diagnostic) => diagnostic.code === 'blame/individual-fault');
    assert.ok(found, JSON.stringify(said));
    assert.equal(found.line, 38);
    assert.equal(found.source, 'postmortem');
  });

  it('shows the rule on hover', () => {
    assert.match(JSON.stringify(about('hover') ?? null), /individual-fault/);
  });

  it('applies a rewrite, after which the finding is gone', () => {
    assert.match(said.find((line) => line.action)?.kind ?? '', /^quickfix/);
    assert.doesNotMatch(about('text'), /The engineer ran a bad script/);
    assert.equal(about('gone'), true);
  });
});
