import { join, relative, sep } from 'node:path';
import { type Checked, check, type Finding, fixAll, fixesFor, safeFixFor } from '../../core/index.ts';
import type { Configurations, FileConfiguration } from '../configuration.ts';
import type { FoundFile } from '../files/find.ts';
import { readTextFile, type TextFile } from '../files/read.ts';
import { reasonOf } from '../files/reason.ts';
import type { Neighbours } from './neighbours.ts';
import type { LintOptions } from './options.ts';
import { type FileReport, type ReportedFinding, type ReportNeeds, reportedFix } from './result.ts';

/** Something that does not work, in words. */
export interface Trouble {
  readonly message: string;
  /** What is needed to find a mistake of ours. */
  readonly trace?: string;
  /** Troubles with the same are told once. */
  readonly once?: string;
}

/** What checking one file came to: plain data, which a thread can send. */
export interface Outcome {
  /** Undefined where the file could not be checked. */
  readonly report: FileReport | undefined;
  readonly troubles: readonly Trouble[];
  /** The text after its safe fixes, where they were asked for and changed it. */
  readonly fixed?: string;
  /** Names the bytes that were checked; undefined where the outcome may be another one for the same bytes later today. */
  readonly digest?: string;
}

/** The deadlines of an incident pass in this time, within days of its end at any minute: longer than every policy allows. */
const DEADLINES_PASS = 120 * 86_400_000;

/** Checks files one after the other. What it finds is told by `LintRun`, which may be in another thread. */
export class Checker {
  readonly #options: LintOptions;
  readonly #configurations: Configurations;
  readonly #cwd: string;
  /** By the directory they lie in. */
  readonly #neighbours = new Map<string, Neighbours | undefined>();

  constructor(options: LintOptions, configurations: Configurations, cwd: string) {
    this.#options = options;
    this.#configurations = configurations;
    this.#cwd = cwd;
  }

  /** Reads and checks a file. */
  async file({ path, explicit }: FoundFile): Promise<Outcome & { readonly file?: TextFile }> {
    let file: TextFile;
    try {
      file = readTextFile(path);
    } catch (error) {
      const message = `${shownPath(path, this.#cwd)}: cannot be checked: ${reasonOf(error)}`;
      return { report: undefined, troubles: [{ message }] };
    }
    return { ...(await this.text(path, shownPath(path, this.#cwd), file, explicit)), file };
  }

  /** Checks a text that was read from `path`. */
  async text(path: string, shown: string, file: TextFile, explicit: boolean): Promise<Outcome> {
    const troubles: Trouble[] = [];
    if (file.invalidByte !== undefined) {
      const line = 1 + file.bytes.subarray(0, file.invalidByte).filter((byte) => byte === 10).length;
      troubles.push({
        message: `${shown}:${line}: not valid UTF-8 at byte ${file.invalidByte}; checked with \uFFFD in its place. Save the file as UTF-8`,
      });
    }
    const configuration = await this.#configurations.for(path);
    const workspace = (await this.neighboursOf(path, explicit, configuration))?.factsFor(path);
    const input = {
      text: file.text,
      path: this.#configurations.pathFor(path, configuration),
      settings: configuration.settings,
      templates: configuration.repository.templates,
      now: this.#options.now,
      ...(workspace ? { workspace } : {}),
    };
    const fixing = this.#options.fix && file.invalidByte === undefined;
    try {
      const { text, checked } = fixing ? fixAll(input) : { text: file.text, checked: check(input) };
      troubles.push(...failuresOf(checked, shown));
      const report = reportOf(checked, shown, needsOf(this.#options), troubles);
      const isKept = this.#options.cache !== undefined && troubles.length === 0 && !this.#mayChangeToday(checked);
      return {
        report,
        troubles: [...problemsOf(configuration, this.#cwd), ...troubles],
        ...(text === file.text ? {} : { fixed: text }),
        ...(isKept ? { digest: (await import('./digest.ts')).digestOf(file.bytes) } : {}),
      };
    } catch (error) {
      troubles.push({
        message: `${shown}: the check failed; the other files are checked. Please report it:`,
        trace: traceOf(error),
      });
      return { report: undefined, troubles: [...problemsOf(configuration, this.#cwd), ...troubles] };
    }
  }

  /** The other postmortems of the collection; undefined where there is none. A run over single files looks only at few. */
  async neighboursOf(
    path: string,
    explicit: boolean,
    { repository: { home } }: FileConfiguration,
  ): Promise<Neighbours | undefined> {
    if (home === undefined || relative(home, path).startsWith('..')) return undefined;
    const key = `${explicit ? 'few' : 'all'}:${home}`;
    if (!this.#neighbours.has(key)) {
      const { Neighbours } = await import('./neighbours.ts');
      this.#neighbours.set(key, Neighbours.of(home, await this.#configurations.for(join(home, '_')), explicit));
    }
    return this.#neighbours.get(key);
  }

  /** Whether a deadline may pass before the day ends; other dates pass at midnight. */
  #mayChangeToday({ postmortem }: Checked): boolean {
    if (!postmortem?.date) return false;
    return postmortem.date.minutes * 60_000 > this.#options.now - DEADLINES_PASS;
  }
}

/** The path as people in the working directory write it. */
export function shownPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  return inside === '' || inside.startsWith(`..${sep}..${sep}..`) ? path : inside;
}

/** What is wrong with the configuration of a file; told once for all files that it holds for. */
export function problemsOf({ repository }: FileConfiguration, cwd: string): Trouble[] {
  return repository.problems.map(({ file, position, message }) => {
    const told = `${shownPath(file, cwd)}:${position.line + 1}:${position.character + 1}: ${message}`;
    return { message: told, once: told };
  });
}

/** What the reports of a run have to hold. */
export function needsOf({ format, baseline }: LintOptions): ReportNeeds {
  return { texts: format === 'sarif' || baseline !== undefined, fixes: format === 'sarif' || format === 'json' };
}

function failuresOf({ failures }: Checked, shown: string): Trouble[] {
  return failures.map(({ ruleId, message }) => ({
    message: `the rule ${ruleId} failed, first on ${shown}; the other rules went on. Please report it:`,
    trace: message,
    once: ruleId,
  }));
}

/** A rule may fail to make its fixes: `troubles` then says so. */
function reportOf(checked: Checked, shown: string, needs: ReportNeeds, troubles: Trouble[]): FileReport {
  const { source } = checked.document;
  const orTrouble = <T>({ ruleId }: Finding, none: T, make: () => T): T => {
    try {
      return make();
    } catch (error) {
      const message = `the fixes of ${ruleId} failed on ${shown}. Please report it:`;
      if (!troubles.some((trouble) => trouble.message === message)) troubles.push({ message, trace: traceOf(error) });
      return none;
    }
  };
  const findings = checked.findings.map((finding): ReportedFinding => {
    const { ruleId, severity, message, span } = finding;
    return {
      ruleId,
      severity,
      message,
      span,
      start: source.positionAt(span.start),
      end: source.positionAt(span.end),
      fixable: orTrouble(finding, false, () => safeFixFor(checked, finding) !== undefined),
      ...(needs.texts ? { text: source.text.slice(span.start, span.end) } : {}),
      ...(needs.fixes
        ? {
            fixes: orTrouble(finding, [], () => fixesFor(checked, finding).map((fix) => reportedFix(source.text, fix))),
          }
        : {}),
    };
  });
  return { recognition: checked.recognition, findings };
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
