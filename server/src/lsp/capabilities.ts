import type { InitializeParams } from 'vscode-languageserver';
import type { ClientOptions } from './protocol.ts';

/** Everything the server wants to know about its client, answered once. */
export interface ClientFeatures {
  /** It asks for diagnostics (LSP 3.17); all others are told. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly answersConfiguration: boolean;
  readonly watchesConfiguration: boolean;
  readonly watchesFiles: boolean;
  /** Its edits can say for which version of a document they were made. */
  readonly versionedEdits: boolean;
  /** Its edits can have tab stops (LSP 3.18). */
  readonly snippetEdits: boolean;
  readonly createsFiles: boolean;
  /** It understands code actions that are no commands. */
  readonly codeActionLiterals: boolean;
  /** It asks for the edit of a code action when the action is chosen. */
  readonly resolvesCodeActions: boolean;
  /** It takes formatting for single documents. */
  readonly registersFormatting: boolean;
  readonly snippetCompletions: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly relatedInformation: boolean;
  readonly workspaceFolders: boolean;
  /** It reads files for the server. */
  readonly files: boolean;
  /** It asks git for the server. */
  readonly gitAuthors: boolean;
  readonly status: boolean;
  readonly commands: boolean;
  readonly showsProgress: boolean;
  /** Where the server may keep what it knows between two starts: a folder, as a URI. */
  readonly storage: string | undefined;
  readonly timeZone: string | undefined;
  readonly translations: Readonly<Record<string, string>> | undefined;
}

/** Reads what a client says about itself; whatever is missing or malformed is a no. */
export function readClientFeatures(params: InitializeParams): ClientFeatures {
  const { workspace, textDocument } = params.capabilities ?? {};
  const own: ClientOptions = isRecord(params.initializationOptions) ? params.initializationOptions : {};
  const resolvable = textDocument?.codeAction?.resolveSupport?.properties;
  const edits = workspace?.workspaceEdit;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    watchesConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    versionedEdits: edits?.documentChanges === true,
    snippetEdits: edits?.documentChanges === true && edits.snippetEditSupport === true,
    createsFiles: edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true,
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesCodeActions: textDocument?.codeAction?.dataSupport === true && resolvable?.includes('edit') === true,
    registersFormatting:
      textDocument?.formatting?.dynamicRegistration === true &&
      textDocument.rangeFormatting?.dynamicRegistration === true &&
      textDocument.onTypeFormatting?.dynamicRegistration === true,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    relatedInformation:
      textDocument?.diagnostic?.relatedInformation === true ||
      textDocument?.publishDiagnostics?.relatedInformation === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    files: own.files === true,
    gitAuthors: own.gitAuthors === true,
    status: own.status === true,
    commands: own.commands === true,
    showsProgress: params.capabilities?.window?.workDoneProgress === true,
    storage: typeof own.storage === 'string' ? own.storage : undefined,
    translations: isRecord(own.translations) ? textsOf(own.translations) : undefined,
    timeZone: typeof own.timeZone === 'string' ? own.timeZone : undefined,
  };
}

/** What is text of it. */
function textsOf(translations: object): Record<string, string> {
  return Object.fromEntries(Object.entries(translations).filter(([, text]) => typeof text === 'string'));
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
