import * as vscode from 'vscode';
import type { Server } from './server.ts';

/** Views ask this context key whether there is a postmortem to tell of. */
const SHOWS_POSTMORTEM = 'postmortem.showsPostmortem';

/** The postmortem that a view beside the editors tells of. */
export interface ShownPostmortem extends vscode.Disposable {
  readonly uri: vscode.Uri | undefined;
  /** It is another one, or it was checked again. */
  readonly onDidChange: vscode.Event<void>;
}

/**
 * The active postmortem. While its preview, a dashboard or the settings have the focus it stays the one that was active before, and
 * also beside an editor of something else that does not cover it.
 */
export function trackShownPostmortem(server: Server): ShownPostmortem {
  const changed = new vscode.EventEmitter<void>();
  const isPostmortem = new Map<string, boolean>();
  let shown: vscode.Uri | undefined;

  const show = (uri: vscode.Uri | undefined) => {
    if (uri?.toString() === shown?.toString()) return;
    shown = uri;
    void vscode.commands.executeCommand('setContext', SHOWS_POSTMORTEM, uri !== undefined);
    changed.fire();
  };
  const update = () => {
    const active = vscode.window.activeTextEditor?.document.uri;
    if (active && isPostmortem.get(active.toString())) return show(active);
    if (shown && !(active ? isVisible(shown) : hasTab(shown))) show(undefined);
  };

  const listening = vscode.Disposable.from(
    changed,
    server.onStatus((status) => {
      isPostmortem.set(status.uri, status.isPostmortem);
      if (!status.isPostmortem && status.uri === shown?.toString()) show(undefined);
      update();
      if (status.uri === shown?.toString()) changed.fire();
    }),
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeVisibleTextEditors(update),
    vscode.window.tabGroups.onDidChangeTabs(update),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => isPostmortem.delete(uri.toString())),
  );
  return {
    get uri() {
      return shown;
    },
    onDidChange: changed.event,
    dispose: () => listening.dispose(),
  };
}

function isVisible(uri: vscode.Uri): boolean {
  return vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());
}

function hasTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
}
