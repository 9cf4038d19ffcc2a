import * as vscode from 'vscode';
import { pasteTimeline, type TimelinePaste } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';

/** A text somebody wants in a timeline. */
export interface Pasted {
  readonly text: string;
  readonly html?: string;
}

/** The entries that a text makes in a document's timeline; undefined where it is no conversation, log or alert, or the document no postmortem. */
export async function askForTimeline(
  server: Server,
  document: vscode.TextDocument,
  position: vscode.Position,
  pasted: Pasted,
  into: 'timeline' | 'here',
  token?: vscode.CancellationToken,
): Promise<TimelinePaste | undefined> {
  // Every format has a time or an age in it.
  if (!/\d/.test(pasted.text) && !pasted.html) return undefined;
  const { client } = server;
  const answer = await server.ask(
    pasteTimeline,
    {
      uri: client.code2ProtocolConverter.asUri(document.uri),
      position: client.code2ProtocolConverter.asPosition(position),
      ...pasted,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      into,
    },
    token,
  );
  return answer ?? undefined;
}

/** The answer's edits as an edit of the document. */
export function editOf(
  { client }: Server,
  document: vscode.TextDocument,
  { edits }: TimelinePaste,
): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits)
    edit.replace(document.uri, client.protocol2CodeConverter.asRange(range), newText);
  return edit;
}
