import { dirname, join, relative, sep } from 'node:path';
import {
  type Checked,
  check,
  type Finding,
  type Fix,
  fixAll,
  fixesFor,
  safeFixFor,
  type WorkspaceFacts,
} from '../../core/index.ts';
import type { Configurations, FileConfiguration } from '../configuration.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { FoundFile } from '../files/find.ts';
import { readTextFile, type TextFile } from '../files/read.ts';
import { reasonOf } from '../files/reason.ts';
import { printable, type Terminal } from '../terminal.ts';
import type { Baseline } from './baseline.ts';
import type { Format } from './formats/format.ts';
import type { Neighbours } from './neighbours.ts';
import { LEVELS, type LintOptions } from './options.ts';
import type { FileResult, Summary } from './result.ts';

/** What a run has counted, to be added to another one. */
export interface Tally extends Summary {
  /** Whether something did not work. */
  readonly trouble: boolean;
}

/** One run of `lint`: checks texts one after the other, prints what comes out and keeps nothing of them but numbers. */
export class LintRun {
  readonly #options: LintOptions;
  readonly #configurations: Configurations;
  readonly #terminal: Terminal;
  readonly #format: Format;
  readonly #baseline: Baseline | undefined;
  readonly #counts = { error: 0, warning: 0, information: 0, hint: 0 };
  readonly #told = new Set<unknown>();
  /** By the directory they lie in. */
  readonly #neighbours = new Map<string, Neighbours | undefined>();
  #files = 0;
  #postmortems = 0;
  #fixable = 0;
  #fixedFiles = 0;
  #known = 0;
  #trouble = false;

  constructor(
    options: LintOptions,
    configurations: Configurations,
    terminal: Terminal,
    format: Format,
    baseline: Baseline | undefined,
  ) {
    this.#options = options;
    this.#configurations = configurations;
    this.#terminal = terminal;
    this.#format = format;
    this.#baseline = baseline;
  }

  /** Tells something that makes the run end with 2, whatever is found. */
  trouble(message: string): void {
    this.#trouble = true;
    this.#terminal.err(`${this.#terminal.paint('red', 'postmortem:')} ${printable(message)}\n`);
  }

  /** Reads and checks a file; with `--fix`, writes it. */
  async file({ path, explicit }: FoundFile): Promise<void> {
    const shownPath = this.#shown(path);
    let file: TextFile;
    try {
      file = readTextFile(path);
    } catch (error) {
      this.trouble(`${shownPath}: cannot be checked: ${reasonOf(error)}`);
      return;
    }
    const { text, changed } = await this.text(path, shownPath, file, explicit);
    if (!changed) return;
    try {
      const { writeTextFile } = await import('../files/write.ts');
      writeTextFile(path, text, file);
      this.#fixedFiles++;
    } catch (error) {
      this.trouble(`${shownPath}: not fixed: ${reasonOf(error)}`);
    }
  }

  /** Checks a text that was read from `path`. Returns it after its safe fixes, where they were asked for. */
  async text(
    path: string,
    shownPath: string,
    file: TextFile,
    explicit: boolean,
  ): Promise<{ readonly text: string; readonly changed: boolean }> {
    if (file.invalidByte !== undefined) {
      const line = 1 + file.bytes.subarray(0, file.invalidByte).filter((byte) => byte === 10).length;
      this.trouble(
        `${shownPath}:${line}: not valid UTF-8 at byte ${file.invalidByte}; checked with \uFFFD in its place. Save the file as UTF-8`,
      );
    }
    const configuration = await this.#configurations.for(path);
    this.#tellProblems(configuration);
    const input = {
      text: file.text,
      path: this.#configurations.pathFor(path, configuration),
      settings: configuration.settings,
      templates: configuration.repository.templates,
      now: this.#options.now,
      ...(await this.#workspaceFor(path, explicit, configuration)),
    };
    const fixing = this.#options.fix && file.invalidByte === undefined;
    try {
      const { text, checked } = fixing ? fixAll(input) : { text: file.text, checked: check(input) };
      this.#tellFailures(checked, shownPath);
      this.#report(path, shownPath, explicit, checked);
      return { text, changed: text !== file.text };
    } catch (error) {
      this.#tellBug(`${shownPath}: the check failed; the other files are checked. Please report it:`, error);
      return { text: file.text, changed: false };
    }
  }

  get tally(): Tally {
    return { ...this.#summary(), trouble: this.#trouble };
  }

  /** Counts what another run, over other files, has counted. */
  add(tally: Tally): void {
    for (const level of LEVELS) this.#counts[level] += tally.counts[level];
    this.#files += tally.files;
    this.#postmortems += tally.postmortems;
    this.#fixable += tally.fixable;
    this.#fixedFiles += tally.fixedFiles;
    this.#known += tally.known;
    this.#trouble ||= tally.trouble;
  }

  /** Prints the end of the report, and says how the program ends. */
  end(): ExitCode {
    const { failOn, maxWarnings } = this.#options;
    this.#terminal.out(this.#format.end?.(this.#summary()) ?? '');
    if (this.#trouble) return EXIT.trouble;
    const failing = LEVELS.filter((level) => LEVELS.indexOf(level) <= LEVELS.indexOf(failOn));
    // A number of warnings that is allowed replaces the rule that any of them fails.
    const fails = failing.some((level) => this.#counts[level] > (level === 'warning' ? (maxWarnings ?? 0) : 0));
    const tooMany = maxWarnings !== undefined && this.#counts.warning > maxWarnings;
    return fails || tooMany ? EXIT.findings : EXIT.clean;
  }

  /** The other postmortems of the collection; nothing where there is none. A run over single files looks only at few. */
  async #workspaceFor(
    path: string,
    explicit: boolean,
    { repository }: FileConfiguration,
  ): Promise<{ workspace?: WorkspaceFacts }> {
    const { home } = repository;
    if (home === undefined || relative(home, path).startsWith('..')) return {};
    const key = `${explicit ? 'few' : 'all'}:${home}`;
    if (!this.#neighbours.has(key)) {
      const { Neighbours } = await import('./neighbours.ts');
      this.#neighbours.set(key, Neighbours.of(home, await this.#configurations.for(join(home, '_')), explicit));
    }
    const workspace = this.#neighbours.get(key)?.factsFor(path);
    return workspace ? { workspace } : {};
  }

  #report(path: string, shownPath: string, explicit: boolean, checked: Checked): void {
    this.#files++;
    if (checked.postmortem) this.#postmortems++;
    const place = this.#options.baseline && relative(dirname(this.#options.baseline), path).split(sep).join('/');
    const { fresh, known } =
      this.#baseline && place !== undefined
        ? this.#baseline.compare(place, checked.document.source.text, checked.findings)
        : { fresh: checked.findings, known: 0 };
    const fixes = this.#remembering<readonly Fix[]>(shownPath, [], (finding) => fixesFor(checked, finding));
    const safe = this.#remembering(shownPath, undefined, (finding) => safeFixFor(checked, finding));
    const isFixable = (finding: Finding) => safe(finding) !== undefined;
    for (const finding of fresh) {
      this.#counts[finding.severity]++;
      if (isFixable(finding)) this.#fixable++;
    }
    this.#known += known;
    const findings = this.#shownOf(fresh);
    const result: FileResult = { path, shownPath, explicit, checked, findings, fixesOf: fixes, isFixable };
    this.#terminal.out(this.#format.file(result));
  }

  /** Fixes are asked for by the count and by the format, and a rule may fail to make them. */
  #remembering<T>(shownPath: string, none: T, make: (finding: Finding) => T): (finding: Finding) => T {
    const known = new Map<Finding, T>();
    return (finding) => {
      if (known.has(finding)) return known.get(finding)!;
      let made = none;
      try {
        made = make(finding);
      } catch (error) {
        this.#tellBug(`the fixes of ${finding.ruleId} failed on ${shownPath}. Please report it:`, error);
      }
      known.set(finding, made);
      return made;
    };
  }

  #shownOf(findings: readonly Finding[]): readonly Finding[] {
    const { quiet, failOn } = this.#options;
    if (!quiet) return findings;
    return findings.filter(({ severity }) => LEVELS.indexOf(severity) <= LEVELS.indexOf(failOn));
  }

  #summary(): Summary {
    return {
      files: this.#files,
      postmortems: this.#postmortems,
      counts: this.#counts,
      fixable: this.#fixable,
      fixedFiles: this.#fixedFiles,
      known: this.#known,
    };
  }

  #tellProblems({ repository }: FileConfiguration): void {
    if (this.#told.has(repository)) return;
    this.#told.add(repository);
    for (const { file, position, message } of repository.problems)
      this.trouble(`${this.#shown(file)}:${position.line + 1}:${position.character + 1}: ${message}`);
  }

  #tellFailures({ failures }: Checked, shownPath: string): void {
    for (const { ruleId, message } of failures) {
      this.#trouble = true;
      if (this.#told.has(ruleId)) continue;
      this.#told.add(ruleId);
      this.#tellBug(
        `the rule ${ruleId} failed, first on ${shownPath}; the other rules went on. Please report it:`,
        message,
      );
    }
  }

  /** Tells something that is our mistake, with what is needed to find it. */
  #tellBug(message: string, cause: unknown): void {
    this.trouble(message);
    const trace = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    this.#terminal.err(`${trace.split('\n').map(printable).join('\n')}\n`);
  }

  #shown(path: string): string {
    const inside = relative(this.#terminal.cwd, path);
    return inside === '' || inside.startsWith(`..${sep}..${sep}..`) ? path : inside;
  }
}
