import {
  type CancellationToken,
  type Connection,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type TextDocumentsConfiguration,
} from 'vscode-languageserver';
import { type Checked, checkSteps, type QuickCheck, quickCheck, t, type WorkspaceFacts } from '../core/index.ts';
import { cancelled, sendUnasked } from './guard.ts';
import type { ServerHost } from './host.ts';
import type { DocumentScope, SettingsStore } from './settings.ts';
import { TypedDocument } from './typedDocument.ts';

/** One version of an open document, checked. */
export interface CheckedDocument {
  readonly uri: string;
  readonly version: number;
  readonly checked: Checked;
  readonly scope: DocumentScope;
  /** Names this result among all results of this server. */
  readonly resultId: string;
}

/** One version of an open document as far as it can be told at once. */
export interface QuicklyChecked extends QuickCheck {
  readonly uri: string;
  readonly version: number;
  /** The version that was checked last. */
  readonly base: CheckedDocument;
}

export interface OpenDocuments {
  readonly uris: readonly string[];
  versionOf(uri: string): number | undefined;
  /**
   * The newest version of an open Markdown document, checked; undefined where it is not open, no Markdown or switched off.
   * Requests for one version share one check. Rejects with `cancelled` when the token is cancelled meanwhile.
   */
  check(uri: string, token?: CancellationToken): Promise<CheckedDocument | undefined>;
  /**
   * What can be told at once of the newest version: undefined where it is checked already, or where the change since the version that
   * was checked is more than typing within a line of prose.
   */
  quickCheck(uri: string): Promise<QuicklyChecked | undefined>;
  /** The same as `check`, once nobody has typed in the document for a moment: who types on is not made to wait for it. */
  checkAtPause(uri: string): Promise<CheckedDocument | undefined>;
  /** The result of the newest version, if it is there already. */
  peek(uri: string): CheckedDocument | undefined;
  /** Makes the next request check again: what the rules know besides the text has changed. */
  forget(): void;
  /** Resolves once nobody types and nobody waits for a check: what is done in the background waits for it. */
  idle(): Promise<void>;
  onOpenOrChange(listener: (uri: string) => void): void;
  onClose(listener: (uri: string) => void): void;
  onChecked(listener: (document: CheckedDocument) => void): void;
}

/** Text that is checked in one go, before waiting messages have their turn: milliseconds. */
const SLICE = 8;
/** So many milliseconds without a change make a pause of a typist. */
const PAUSE = 250;
/** So many milliseconds without a change, and what was told at once is looked at as a whole. */
const MOMENT = 150;
/** Deadlines pass while a text stays as it is: after this many milliseconds a result is looked at anew. */
const FRESH = 3_600_000;

interface Run {
  readonly version: number;
  readonly scope: DocumentScope;
  readonly epoch: number;
  readonly result: Promise<CheckedDocument | undefined>;
  interested: number;
}

/** The open documents and what was found in them. Everything kept here is a cache that may be dropped. */
export function createDocuments(
  connection: Connection,
  host: ServerHost,
  settings: SettingsStore,
  factsFor: (uri: string) => WorkspaceFacts | undefined,
): OpenDocuments {
  const documents = new TextDocuments<TypedDocument>(TypedDocument as TextDocumentsConfiguration<TypedDocument>);
  const results = new Map<string, CheckedDocument & { readonly epoch: number; readonly at: number }>();
  const runs = new Map<string, Run>();
  const checkedListeners: ((document: CheckedDocument) => void)[] = [];
  const toldFailures = new Set<string>();
  const start = host.now().toString(36);
  let epoch = 0;
  let serial = 0;
  let waiting = 0;
  let changes = 0;
  let changesBeforePause = 0;

  documents.listen(connection);
  documents.onDidChangeContent(() => void changes++);
  documents.onDidClose(({ document }) => {
    results.delete(document.uri);
    runs.delete(document.uri);
  });

  return {
    get uris() {
      return documents.keys();
    },
    versionOf: (uri) => documents.get(uri)?.version,
    check,
    async quickCheck(uri) {
      const scope = await settings.of(uri);
      const document = documents.get(uri);
      const known = results.get(uri);
      if (!document || !known || known.version === document.version) return undefined;
      // What other documents say now is told once the whole is checked.
      if (known.scope !== scope) return undefined;
      const { text } = known.checked.input;
      const edit = document.editSince(known.version) ?? {
        span: { start: 0, end: text.length },
        text: document.getText(),
      };
      const found = quickCheck(known.checked, edit);
      return found && { ...found, uri, version: document.version, base: known };
    },
    checkAtPause: (uri) => check(uri, undefined, () => pause(uri)),
    peek(uri) {
      const result = results.get(uri);
      return result && isCurrent(result, result.scope) ? result : undefined;
    },
    forget() {
      epoch++;
    },
    async idle() {
      while (waiting > 0 || changes !== changesBeforePause) {
        const before = changes;
        await host.wait(PAUSE);
        if (changes === before) changesBeforePause = before;
      }
    },
    onOpenOrChange: (listener) => void documents.onDidChangeContent(({ document }) => listener(document.uri)),
    onClose: (listener) => void documents.onDidClose(({ document }) => listener(document.uri)),
    onChecked: (listener) => void checkedListeners.push(listener),
  };

  function isCurrent(
    result: { version: number; epoch: number; at: number; scope: DocumentScope; uri: string },
    scope: DocumentScope,
  ): boolean {
    return (
      result.version === documents.get(result.uri)?.version &&
      result.epoch === epoch &&
      result.scope === scope &&
      host.now() - result.at < FRESH
    );
  }

  /** Before each try `ready` is waited for. A try is given up when the document changes meanwhile. */
  async function check(
    uri: string,
    token?: CancellationToken,
    ready?: () => Promise<void>,
  ): Promise<CheckedDocument | undefined> {
    for (;;) {
      await ready?.();
      const scope = await settings.of(uri);
      const document = documents.get(uri);
      if (token?.isCancellationRequested) throw cancelled();
      if (!document || !isMarkdown(document) || !scope.enabled) return undefined;
      const known = results.get(uri);
      if (known && isCurrent(known, scope)) return known;
      const result = await watch(runFor(document, scope), token);
      if (result) return result;
    }
  }

  /** Resolves once nobody has typed in a document for a moment, or it is closed. */
  async function pause(uri: string): Promise<void> {
    for (let seen: number | undefined; seen !== documents.get(uri)?.version; ) {
      seen = documents.get(uri)?.version;
      await host.wait(MOMENT);
    }
  }

  function runFor(document: TypedDocument, scope: DocumentScope): Run {
    const running = runs.get(document.uri);
    if (running && running.version === document.version && running.scope === scope && running.epoch === epoch)
      return running;
    const run: Run = {
      version: document.version,
      scope,
      epoch,
      interested: 0,
      // Started one turn later, so that the changes of a fast typist make one check.
      result: host.yieldNow().then(() => perform(document, run)),
    };
    runs.set(document.uri, run);
    return run;
  }

  /** The result of a run, undefined where it was given up. A run that nobody waits for any more gives up. */
  async function watch(run: Run, token: CancellationToken | undefined): Promise<CheckedDocument | undefined> {
    run.interested++;
    waiting++;
    let stop: { dispose(): void } | undefined;
    const cancellation = new Promise<never>((_, reject) => {
      stop = token?.onCancellationRequested(() => reject(cancelled()));
    });
    try {
      return await Promise.race([run.result, cancellation]);
    } finally {
      stop?.dispose();
      run.interested--;
      waiting--;
    }
  }

  async function perform(document: TypedDocument, run: Run): Promise<CheckedDocument | undefined> {
    const { uri, version } = document;
    const { scope } = run;
    const isWanted = () => run.interested > 0 && documents.get(uri)?.version === version && run.epoch === epoch;
    if (!isWanted()) return giveUp(uri, run);
    const previous = results.get(uri)?.checked;
    const at = host.now();
    const workspace = factsFor(uri);
    const steps = checkSteps({
      text: document.getText(),
      path: scope.path,
      settings: scope.settings,
      ...(scope.templates.length > 0 ? { templates: scope.templates } : {}),
      now: at,
      elapsed: host.elapsed,
      ...(workspace ? { workspace } : {}),
      ...(previous ? { previous } : {}),
    });
    let sliceEnd = host.elapsed() + SLICE;
    for (;;) {
      const step = steps.next();
      if (step.done) {
        const result = {
          uri,
          version,
          checked: step.value,
          scope,
          epoch: run.epoch,
          at,
          resultId: `${start}-${serial++}`,
        };
        results.set(uri, result);
        if (runs.get(uri) === run) runs.delete(uri);
        tellFailures(step.value);
        for (const listener of checkedListeners) listener(result);
        return result;
      }
      if (host.elapsed() < sliceEnd) continue;
      await host.yieldNow();
      if (!isWanted()) return giveUp(uri, run);
      sliceEnd = host.elapsed() + SLICE;
    }
  }

  function giveUp(uri: string, run: Run): undefined {
    if (runs.get(uri) === run) runs.delete(uri);
    return undefined;
  }

  /** Each failure once: one that throws into the log, one that is off from now on to the person, too. */
  function tellFailures({ failures, input }: Checked): void {
    for (const { ruleId, message, tooSlow } of failures) {
      // The trace below the first line differs with whoever asked.
      const key = `${ruleId}\n${message.split('\n', 1)}\n${tooSlow ? input.path : ''}`;
      if (toldFailures.has(key)) continue;
      toldFailures.add(key);
      connection.console.error(`Rule ${ruleId} failed on ${input.path}; the other rules were applied. ${message}`);
      if (!tooSlow) continue;
      const notice = t('The rule {0} is off for {1} until it is opened again: {2}.', ruleId, input.path, message);
      const shown = connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: notice,
      });
      sendUnasked(connection, 'A notice', shown);
    }
  }
}

/** How documents are kept in step with the client. */
export const documentSync = { openClose: true, change: TextDocumentSyncKind.Incremental } as const;

/** Views of other versions, cells and chats: nobody edits them, and findings in them would show twice. */
const NO_DOCUMENT =
  /^(?:git|gitlens|gitlens-git|pr|review|output|comment|vscode-[\w-]*(?:cell|chat|scm|local-history)[\w-]*):/;

function isMarkdown({ languageId, uri }: TypedDocument): boolean {
  if (NO_DOCUMENT.test(uri)) return false;
  return /markdown/i.test(languageId) || (/\.(?:md|markdown)$/i.test(uri) && languageId !== 'plaintext');
}
