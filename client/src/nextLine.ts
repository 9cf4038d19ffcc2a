import * as vscode from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import { type NextLine, nextLine } from '../../server/src/lsp/protocol.ts';

/** What Enter starts in a list comes with tab stops: it is inserted as a snippet, which formatting as one types cannot do. */
export function nextLineMiddleware(client: () => BaseLanguageClient): Pick<Middleware, 'provideOnTypeFormattingEdits'> {
  return {
    async provideOnTypeFormattingEdits(document, position, typed, _options, token) {
      const editor = vscode.window.activeTextEditor;
      if (typed !== '\n' || editor?.document !== document || editor.selections.length > 1) return [];
      const { version } = document;
      const { code2ProtocolConverter, protocol2CodeConverter } = client();
      const uri = code2ProtocolConverter.asUri(document.uri);
      const answer = await client().sendRequest<NextLine | null>(
        nextLine.method,
        { uri, position: code2ProtocolConverter.asPosition(position) },
        token,
      );
      if (!answer || token.isCancellationRequested || document.version !== version || answer.version !== version)
        return [];
      await editor.insertSnippet(
        new vscode.SnippetString(answer.snippet),
        protocol2CodeConverter.asRange(answer.range),
        { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true },
      );
      return [];
    },
  };
}
