import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the web extension host', () => {
  it('is a web worker without Node', () => {
    assert.equal(typeof (globalThis as { importScripts?: unknown }).importScripts, 'function');
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
  });
});
