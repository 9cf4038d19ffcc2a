// Settings of a person and configuration of a repository.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CHECKOUT, finding, findingsOf, noFinding, open, ruleOf, until, workspaceFile } from './support.ts';

describe('configuration', () => {
  let document: vscode.TextDocument;
  const settings = () => vscode.workspace.getConfiguration('postmortem', document.uri);
  const configFile = () => workspaceFile('.postmortem/config.yaml');
  const write = (text: string) => vscode.workspace.fs.writeFile(configFile(), new TextEncoder().encode(text));

  beforeEach(async () => {
    document = (await open(CHECKOUT)).document;
    await finding(document, 'blame/individual-fault');
    await finding(document, 'blame/human-error');
  });
  afterEach(async () => {
    await settings().update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await settings().update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.fs.delete(workspaceFile('.postmortem'), { recursive: true }).then(undefined, () => {
      // most tests write none
    });
  });

  it('turns a rule off by a setting, and on again', async () => {
    await settings().update('rules', { 'blame/individual-fault': 'off' }, vscode.ConfigurationTarget.Workspace);
    await noFinding(document, 'blame/individual-fault');
    assert.ok(findingsOf(document, 'blame/human-error').length > 0);
    await settings().update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await finding(document, 'blame/individual-fault');
  });

  it('takes the severity of a setting', async () => {
    await settings().update('rules', { 'blame/individual-fault': 'error' }, vscode.ConfigurationTarget.Workspace);
    await until('an error', () =>
      findingsOf(document, 'blame/individual-fault').some(
        (found) => found.severity === vscode.DiagnosticSeverity.Error,
      ),
    );
  });

  it('is silent when it is switched off', async () => {
    await settings().update('enable', false, vscode.ConfigurationTarget.Workspace);
    await until('no findings', () => findingsOf(document).length === 0);
    await settings().update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    await finding(document, 'blame/individual-fault');
  });

  it('reads the file of the repository, and each of its changes', async () => {
    await write('rules:\n  blame/human-error: off\n');
    await noFinding(document, 'blame/human-error');
    await write('rules:\n  blame/individual-fault: off\n');
    await noFinding(document, 'blame/individual-fault');
    await finding(document, 'blame/human-error');
    await vscode.workspace.fs.delete(configFile());
    await finding(document, 'blame/individual-fault');
  });

  it('says what is wrong in the file, at its place, and keeps the rest', async () => {
    await write('rules:\n  blame/human-eror: off\n  blame/individual-fault: off\n');
    const config = await vscode.workspace.openTextDocument(configFile());
    await vscode.window.showTextDocument(config);
    const problem = await until('a problem', () => vscode.languages.getDiagnostics(config.uri)[0]);
    assert.equal(problem.range.start.line, 1);
    assert.match(problem.message, /blame\/human-error/, 'the id that was probably meant');
    assert.equal(problem.source, 'postmortem', ruleOf(problem));
    await noFinding(document, 'blame/individual-fault');
  });
});
