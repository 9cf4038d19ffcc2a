import * as vscode from 'vscode';
import type { TeamFile } from '../../../server/src/lsp/protocol.ts';

/** Writes a file of `.postmortem`, also in a virtual workspace. */
export async function writeTeamFile({ uri, text }: TeamFile): Promise<void> {
  await vscode.workspace.fs.writeFile(vscode.Uri.parse(uri), new TextEncoder().encode(text));
}
