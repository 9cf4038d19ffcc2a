import { dirname, relative, sep } from 'node:path';
import type { Configurations } from '../configuration.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { FoundFile } from '../files/find.ts';
import type { TextFile } from '../files/read.ts';
import { reasonOf } from '../files/reason.ts';
import { printable, type Terminal } from '../terminal.ts';
import type { Baseline } from './baseline.ts';
import type { LintCache } from './cache.ts';
import { Checker, type Outcome, shownPath, type Trouble } from './checker.ts';
import type { Format } from './formats/format.ts';
import { LEVELS, type LintOptions } from './options.ts';
import type { FileReport, ReportedFinding, Summary } from './result.ts';

/** One run of `lint`: tells what came out for one file after the other, and keeps nothing of them but numbers. */
export class LintRun {
  readonly #options: LintOptions;
  /** What checks the files that are not checked in threads. */
  readonly checker: Checker;
  readonly #terminal: Terminal;
  readonly #format: Format;
  readonly #baseline: Baseline | undefined;
  readonly #counts = { error: 0, warning: 0, information: 0, hint: 0 };
  readonly #told = new Set<string>();
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
    this.checker = new Checker(options, configurations, terminal.cwd);
    this.#terminal = terminal;
    this.#format = format;
    this.#baseline = baseline;
  }

  /** Tells something that makes the run end with 2, whatever is found. */
  trouble(message: string): void {
    this.#tell({ message });
  }

  /** Reads and checks a file; with `--fix`, writes it. What the cache knows of it is told instead. */
  async file(found: FoundFile, cache?: LintCache): Promise<void> {
    const known = await cache?.find(found);
    if (known) {
      this.take(found, known);
      return;
    }
    const outcome = await this.checker.file(found);
    await cache?.keep(found, outcome);
    this.take(found, outcome);
    if (outcome.fixed !== undefined && outcome.file) await this.#write(found.path, outcome.fixed, outcome.file);
  }

  /** Checks a text that lies nowhere. Returns it after its safe fixes, where they were asked for. */
  async text(path: string, file: TextFile): Promise<string> {
    const outcome = await this.checker.text(path, path, file, true);
    this.take({ path, explicit: true }, outcome, path);
    return outcome.fixed ?? file.text;
  }

  /** Tells and counts what came out for a file. */
  take(
    { path, explicit }: FoundFile,
    { report, troubles }: Outcome,
    shown = shownPath(path, this.#terminal.cwd),
  ): void {
    for (const trouble of troubles) this.#tell(trouble);
    if (!report) return;
    this.#files++;
    if (report.recognition.isPostmortem) this.#postmortems++;
    const fresh = this.#withoutKnown(path, report);
    for (const { severity, fixable } of fresh) {
      this.#counts[severity]++;
      if (fixable) this.#fixable++;
    }
    const findings = this.#shownOf(fresh);
    const { recognition } = report;
    this.#terminal.out(this.#format.file({ path, shownPath: shown, explicit, recognition, findings }));
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

  async #write(path: string, text: string, file: TextFile): Promise<void> {
    try {
      const { writeTextFile } = await import('../files/write.ts');
      writeTextFile(path, text, file);
      this.#fixedFiles++;
    } catch (error) {
      this.trouble(`${shownPath(path, this.#terminal.cwd)}: not fixed: ${reasonOf(error)}`);
    }
  }

  #withoutKnown(path: string, { findings }: FileReport): readonly ReportedFinding[] {
    const { baseline } = this.#options;
    if (!this.#baseline || baseline === undefined) return findings;
    const place = relative(dirname(baseline), path).split(sep).join('/');
    const { fresh, known } = this.#baseline.compare(place, findings);
    this.#known += known;
    return fresh;
  }

  #shownOf(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
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

  #tell({ message, trace, once }: Trouble): void {
    this.#trouble = true;
    if (once !== undefined && this.#told.has(once)) return;
    if (once !== undefined) this.#told.add(once);
    this.#terminal.err(`${this.#terminal.paint('red', 'postmortem:')} ${printable(message)}\n`);
    if (trace !== undefined) this.#terminal.err(`${trace.split('\n').map(printable).join('\n')}\n`);
  }
}
