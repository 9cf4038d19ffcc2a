// The commands, as the palette runs them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CHECKOUT, finding, findingsOf, open, replaceText, revert, until } from './support.ts';

const EXTENSION = 'blameless-postmortem.blameless-postmortem';

describe('commands', () => {
  let editor: vscode.TextEditor;
  let document: vscode.TextDocument;
  const run = (command: string, ...args: unknown[]) => vscode.commands.executeCommand(`postmortem.${command}`, ...args);
  const putCursor = (text: string) => {
    const position = document.positionAt(document.getText().indexOf(text));
    editor.selection = new vscode.Selection(position, position);
  };

  beforeEach(async () => {
    editor = await open(CHECKOUT);
    document = editor.document;
    await finding(document, 'blame/individual-fault');
  });
  afterEach(async () => {
    await vscode.window.showTextDocument(document);
    await revert();
  });

  it('are all there', async () => {
    const contributed: { command: string }[] =
      vscode.extensions.getExtension(EXTENSION)?.packageJSON.contributes.commands ?? [];
    assert.ok(contributed.length >= 6, `${contributed.length} commands`);
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(
      contributed.map((each) => each.command).filter((command) => !registered.includes(command)),
      [],
    );
  });

  it('insert the sections that the template asks for and the document lacks', async () => {
    const without = document
      .getText()
      .replace(/\n## Prevention[\s\S]*?(?=\n## )/, '')
      .replace(/\n## Impact[\s\S]*?(?=\n## )/, '');
    await replaceText(document, without);
    await until('the missing sections', () => findingsOf(document, 'structure/missing-section').length === 2);
    await run('insertMissingSections');
    await until('the sections', () => /## Impact[\s\S]*## Timeline[\s\S]*## Prevention/.test(document.getText()));
    await until('no missing section', () => findingsOf(document, 'structure/missing-section').length === 0);
  });

  it('insert Five Whys with a tab stop at the first', async () => {
    putCursor('### Contributing Factors');
    await run('insertFiveWhys');
    await until('the whys', () => (document.getText().match(/why/gi) ?? []).length >= 5);
    assert.match(document.getText(), /Five Whys/);
  });

  it('add a timeline entry for now, in UTC, as the document writes its entries', async () => {
    const clock = () => new Date().toISOString().slice(11, 16);
    const from = clock();
    await run('addTimelineEntry');
    await until('an entry', () => {
      const times = [...document.getText().matchAll(/^- \*\*(?:\d{4}-\d\d-\d\d )?(\d\d:\d\d)\*\* - /gm)].map(
        (match) => match[1],
      );
      return times.length === 6 && times.some((time) => time === from || time === clock());
    });
    assert.ok(document.getText().indexOf('Incident resolved') < document.getText().indexOf('## Root Cause Analysis'));
  });

  it('show a rule', async () => {
    await run('showRule', 'blame/individual-fault');
    await until('the rule in an editor', () => {
      const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
      return tab && /individual-fault/.test(`${tab.label} ${JSON.stringify(tab.input)}`);
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
