import { resolve } from 'node:path';
import { type Finding, isDate, type PartialSettings, unknownRule, validateSettings } from '../../core/index.ts';
import { COMMON_FLAGS, type Flags, readArguments } from '../arguments.ts';
import { UsageError } from '../exit.ts';
import type { Terminal } from '../terminal.ts';
import { FORMATS, type FormatName } from './formats/format.ts';

export type Level = Finding['severity'];

/** Severities, the gravest first. */
export const LEVELS = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Level[];

export const LINT_FLAGS = {
  format: { type: 'string', short: 'f', choices: FORMATS, help: 'how findings are printed (stylish)' },
  fix: { type: 'boolean', help: 'apply the safe fixes; with --stdin, print the fixed text' },
  'fail-on': { type: 'string', choices: LEVELS, help: 'the mildest finding that makes the exit code 1 (warning)' },
  'max-warnings': { type: 'string', value: 'N', help: 'only more than N warnings fail' },
  quiet: { type: 'boolean', short: 'q', help: 'print only findings that fail' },
  stdin: { type: 'boolean', help: 'read the text from standard input' },
  'stdin-filename': { type: 'string', value: 'FILE', help: 'where the text of --stdin belongs' },
  config: { type: 'string', short: 'c', value: 'FILE', help: 'use this configuration file' },
  rule: { type: 'string', multiple: true, value: 'RULE=LEVEL', help: 'set the severity of a rule; may be repeated' },
  template: { type: 'string', value: 'NAME', help: 'template of documents that name none' },
  baseline: { type: 'string', value: 'FILE', help: 'leave out the findings that this file knows' },
  'update-baseline': { type: 'boolean', help: 'write the findings there are to the baseline' },
  since: { type: 'string', value: 'REF', help: 'only files changed since this commit, branch or tag' },
  cache: { type: 'boolean', help: 'check only what changed since the last run with --cache' },
  'cache-location': { type: 'string', value: 'FILE', help: 'where the results of the last run lie' },
  now: { type: 'string', value: 'DATE', help: 'the date that deadlines are reckoned from (today)' },
  'print-config': { type: 'boolean', help: 'print the settings for a file and where each comes from' },
} as const satisfies Flags;

/** What `lint` was asked to do. Paths are absolute, but for the inputs. */
export interface LintOptions {
  readonly inputs: readonly string[];
  readonly format: FormatName;
  readonly fix: boolean;
  readonly failOn: Level;
  /** Warnings up to this number do not fail; undefined where `failOn` alone decides. */
  readonly maxWarnings: number | undefined;
  readonly quiet: boolean;
  readonly stdin: boolean;
  readonly stdinPath: string | undefined;
  readonly config: string | undefined;
  /** What the command line says of the settings. */
  readonly settings: PartialSettings;
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  readonly since: string | undefined;
  /** The file that holds what the last run found out, true for where it lies if nothing is said; undefined where everything is checked. */
  readonly cache: string | true | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly printConfig: boolean;
}

/**
 * Reads the arguments of `lint`.
 * @throws UsageError
 */
export function lintOptionsOf(args: readonly string[], { cwd }: Pick<Terminal, 'cwd'>): LintOptions {
  const { values, positionals } = readArguments(args, { ...LINT_FLAGS, ...COMMON_FLAGS });
  const stdin = values.stdin === true || (positionals.length === 1 && positionals[0] === '-');
  if (stdin && positionals.some((input) => input !== '-'))
    throw new UsageError('--stdin reads one text; leave the files out, --stdin-filename says where the text belongs');
  if (values['stdin-filename'] !== undefined && !stdin)
    throw new UsageError('--stdin-filename says where the text of --stdin belongs; --stdin is missing');
  if (values['update-baseline'] && values.baseline === undefined)
    throw new UsageError('--update-baseline needs --baseline FILE, the file that it writes');
  if (values.since !== undefined && stdin)
    throw new UsageError('--since chooses among files; it means nothing with --stdin');
  if (values.cache && stdin) throw new UsageError('--cache is about files; it means nothing with --stdin');
  if (values['cache-location'] !== undefined && !values.cache)
    throw new UsageError('--cache-location says where the cache lies; --cache is missing');
  if (values['print-config'] && positionals.length > 1)
    throw new UsageError('--print-config takes one file or directory, whose settings are printed');
  return {
    inputs: positionals.length === 0 ? ['.'] : positionals,
    format: (values.format ?? 'stylish') as FormatName,
    fix: values.fix === true,
    failOn: (values['fail-on'] ?? 'warning') as Level,
    maxWarnings: countOf(values['max-warnings']),
    quiet: values.quiet === true,
    stdin,
    stdinPath: values['stdin-filename'] === undefined ? undefined : resolve(cwd, values['stdin-filename']),
    config: values.config,
    settings: settingsOf(values.rule ?? [], values.template),
    baseline: values.baseline === undefined ? undefined : resolve(cwd, values.baseline),
    updateBaseline: values['update-baseline'] === true,
    since: values.since,
    cache: values.cache ? cacheAt(values['cache-location'], cwd) : undefined,
    now: timeOf(values.now),
    printConfig: values['print-config'] === true,
  };
}

function cacheAt(location: string | undefined, cwd: string): string | true {
  return location === undefined ? true : resolve(cwd, location);
}

function countOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`--max-warnings is a number from 0, not "${text}"`);
  return Number(text);
}

/** The moment that --now names, in milliseconds since 1970; the clock where it names none. @throws UsageError */
export function timeOf(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const time = isDate(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time))
    throw new UsageError(`--now is a date such as 2026-11-23 or 2026-11-23T14:00Z, not "${text}"`);
  return time;
}

function settingsOf(ruleFlags: readonly string[], template: string | undefined): PartialSettings {
  const rules: Record<string, string> = {};
  for (const flag of ruleFlags) {
    const [id = '', level] = flag.split('=', 2);
    if (level === undefined)
      throw new UsageError(`--rule ${flag}: RULE=LEVEL is expected, such as blame/human-error=off`);
    rules[id] = level;
  }
  const { settings, problems } = validateSettings({
    ...(ruleFlags.length > 0 ? { rules } : {}),
    ...(template === undefined ? {} : { template }),
  });
  const [problem] = problems;
  if (problem) throw new UsageError(problem.at === 'key' ? unknownRule(String(problem.path[1])) : problem.message);
  return settings;
}
