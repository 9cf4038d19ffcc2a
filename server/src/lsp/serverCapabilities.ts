import type { ServerCapabilities } from 'vscode-languageserver';
import type { ClientFeatures } from './capabilities.ts';
import { documentSync } from './documents.ts';
import { codeActionKinds } from './handlers/codeActions.ts';

/** Characters behind which there may be something to complete. They stand here because the engine is not loaded yet when they are told. */
const COMPLETION_TRIGGERS = ['#', '@', '|', '*', '-', ' ', '/', '+'];

/** What the server offers a client. Diagnostics are offered for asking only to clients that ask. */
export function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
  return {
    textDocumentSync: documentSync,
    ...(client.pullsDiagnostics
      ? { diagnosticProvider: { identifier: 'postmortem', interFileDependencies: false, workspaceDiagnostics: true } }
      : {}),
    codeActionProvider: { codeActionKinds, resolveProvider: client.resolvesCodeActions },
    completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: { prepareProvider: true },
    documentLinkProvider: { resolveProvider: false },
    workspaceSymbolProvider: true,
    ...(client.registersFormatting
      ? {}
      : {
          documentFormattingProvider: true,
          documentRangeFormattingProvider: true,
          documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
        }),
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: true,
    documentSymbolProvider: { label: 'Postmortem' },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
