import * as vscode from 'vscode';
import { teamDashboard, teamReport } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';
import type { FromPage, ToPage } from './messages.ts';
import { pageOf } from './page.ts';

const VIEW_TYPE = 'postmortem.dashboard';

/** The dashboard: one panel, which comes back with its filters after a reload. */
export interface DashboardPanel extends vscode.Disposable {
  show(): void;
}

export function createDashboard(server: Server, context: vscode.ExtensionContext): DashboardPanel {
  let panel: vscode.WebviewPanel | undefined;

  const webviewOptions = (): vscode.WebviewOptions => ({
    enableScripts: true,
    localResourceRoots: ['dist', 'media'].map((folder) => vscode.Uri.joinPath(context.extensionUri, folder)),
  });

  const fill = (filled: vscode.WebviewPanel) => {
    panel = filled;
    filled.onDidDispose(() => {
      if (panel === filled) panel = undefined;
    });
    filled.webview.options = webviewOptions();
    const answers = answerPage(server, (message) => filled.webview.postMessage(message));
    filled.webview.onDidReceiveMessage(answers);
    filled.webview.html = pageOf(filled.webview, context.extensionUri);
  };

  const registered = vscode.Disposable.from(
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(restored) {
        fill(restored);
      },
    }),
    vscode.workspace.onDidSaveTextDocument(({ languageId, uri }) => {
      const concerned = languageId === 'markdown' || uri.path.includes('/.postmortem/');
      if (concerned) void panel?.webview.postMessage({ type: 'changed' } satisfies ToPage);
    }),
  );
  return {
    show() {
      const title = vscode.l10n.t('Postmortem Dashboard');
      if (panel) panel.reveal();
      else fill(vscode.window.createWebviewPanel(VIEW_TYPE, title, vscode.ViewColumn.Active, webviewOptions()));
    },
    dispose() {
      registered.dispose();
      panel?.dispose();
    },
  };
}

/** Answers what the page asks; what goes wrong is told in the page. */
function answerPage(server: Server, post: (message: ToPage) => void): (message: FromPage) => Promise<void> {
  let uris: Readonly<Record<string, string>> = {};

  async function answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ask': {
        const answered = await server.ask(teamDashboard, message.question);
        if (!answered) throw new Error(vscode.l10n.t('The postmortems could not be counted. The log tells why.'));
        uris = answered.uris;
        post({ type: 'dashboard', dashboard: answered.dashboard });
        return;
      }
      case 'open': {
        const uri = uris[message.document];
        if (uri !== undefined) await vscode.window.showTextDocument(vscode.Uri.parse(uri));
        return;
      }
      case 'export': {
        const report = await server.ask(teamReport, { ...message.question, format: message.format });
        if (report) await save(`postmortems.${message.format}`, new TextEncoder().encode(report.text));
        return;
      }
      case 'savePng':
        await save(
          message.name,
          Uint8Array.from(atob(message.base64), (character) => character.charCodeAt(0)),
        );
    }
  }

  return async (message) => {
    try {
      await answer(message);
    } catch (error) {
      post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
}

async function save(name: string, bytes: Uint8Array): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {});
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, bytes);
}
