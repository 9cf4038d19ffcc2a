import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { t } from '../core/index.ts';

/** So many files are checked before anybody is told: most workspaces are read before a person could look. */
const UNTOLD = 100;
/** Reported after so many files each. */
const STEP = 25;

/** How far the reading of a workspace is, and whether somebody wants it to end. */
export interface ReadingProgress {
  readonly isCancelled: boolean;
  /** A file had to be checked, not only looked up. */
  checked(): void;
  report(done: number, all: number): void;
  end(): void;
}

/** Progress that the client shows, with a way to cancel; silent where the client shows none. */
export function createReadingProgress(connection: Connection, isShown: boolean): ReadingProgress {
  let checked = 0;
  let ended = false;
  let cancelled = false;
  let reporter: WorkDoneProgressServerReporter | undefined;

  async function begin(): Promise<void> {
    const created = await connection.window.createWorkDoneProgress();
    if (ended) return;
    created.token.onCancellationRequested(() => {
      cancelled = true;
    });
    created.begin(t('Reading postmortems'), 0, undefined, true);
    reporter = created;
  }

  return {
    get isCancelled() {
      return cancelled;
    },
    checked() {
      if (++checked === UNTOLD && isShown)
        begin().catch((error) => connection.console.warn(`Progress is not shown: ${String(error)}`));
    },
    report(done, all) {
      if (done % STEP === 0) reporter?.report(Math.floor((100 * done) / all), t('{0} of {1} files', done, all));
    },
    end() {
      ended = true;
      reporter?.done();
    },
  };
}
