import * as vscode from 'vscode';
import { Command as Names } from '../../../server/src/lsp/protocol.ts';
import type { Command } from './command.ts';

/** Opens the list of findings. Only lenses lead here. */
const showFindings: Command = {
  id: Names.showFindings,
  run: async () => {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  },
};
export default showFindings;
