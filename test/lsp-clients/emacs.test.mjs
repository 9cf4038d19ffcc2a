// The language server in Emacs with Eglot.
import assert from 'node:assert/strict';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { runEditor } from './support.mjs';

describe('Emacs with Eglot', () => {
  let said;
  before(() => {
    said = runEditor('emacs', ['--batch', '-Q', '-l', path.join(import.meta.dirname, 'eglot.el')]);
  });

  it('shows the findings', () => {
    const found = said.find((line) => line.text?.includes('individual-fault'));
    assert.ok(found, JSON.stringify(said));
    assert.equal(found.line, 38);
  });

  it('applies a rewrite', () => {
    assert.match(said.find((line) => line.action)?.kind ?? '', /^quickfix/);
    assert.doesNotMatch(said.find((line) => line.after)?.after, /The engineer ran a bad script/);
  });
});
