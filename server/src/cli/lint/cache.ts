import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Configurations, FileConfiguration } from '../configuration.ts';
import type { FoundFile } from '../files/find.ts';
import { reasonOf } from '../files/reason.ts';
import { VERSION } from '../version.ts';
import { type Checker, digestOf, needsOf, type Outcome, problemsOf } from './checker.ts';
import type { LintOptions } from './options.ts';
import type { FileReport } from './result.ts';

/** The first line of a cache file; another one is of another program, or of another version of this one. */
const HEAD = `blameless-postmortem lint cache ${VERSION} ${builtAt()}`;

/** One file's line: `KEY CHECKSUM "PATH" REPORT`, tabs between. The key names all that the report follows from. */
interface Line {
  readonly key: string;
  readonly text: string;
}

/**
 * What earlier runs found out, by what it follows from: the program, the bytes of the file, its configuration, the flags, the
 * documents around it and the day. What is damaged or from elsewhere is as good as not there.
 */
export class LintCache {
  readonly #location: string;
  readonly #cwd: string;
  readonly #configurations: Configurations;
  readonly #checker: Checker;
  readonly #fix: boolean;
  /** What all files of the run have in common. */
  readonly #run: string;
  readonly #known: Map<string, Line>;
  readonly #fingerprints = new WeakMap<FileConfiguration, string>();
  #changed = false;

  constructor(location: string, options: LintOptions, configurations: Configurations, checker: Checker, cwd: string) {
    this.#location = location;
    this.#cwd = cwd;
    this.#configurations = configurations;
    this.#checker = checker;
    this.#fix = options.fix;
    this.#run = JSON.stringify([Math.floor(options.now / 86_400_000), needsOf(options)]);
    this.#known = linesOf(location);
  }

  /** What came out for the file when it was checked last, if it would come out again. */
  async find(found: FoundFile): Promise<Outcome | undefined> {
    const line = this.#known.get(found.path);
    if (!line) return undefined;
    let digest: string;
    try {
      digest = digestOf(readFileSync(found.path));
    } catch {
      return undefined; // the check tells why
    }
    if (line.key !== (await this.#keyOf(found, digest))) return undefined;
    const report = reportIn(line);
    // A file with something to fix is read as a whole anyway.
    if (!report || (this.#fix && report.findings.some(({ fixable }) => fixable))) return undefined;
    return { report, troubles: problemsOf(await this.#configurations.for(found.path), this.#cwd) };
  }

  /** Remembers what came out for a file, if it would come out again. */
  async keep(found: FoundFile, { report, digest, fixed }: Outcome): Promise<void> {
    if (!report || digest === undefined || fixed !== undefined) {
      this.#changed = this.#known.delete(found.path) || this.#changed;
      return;
    }
    const key = await this.#keyOf(found, digest);
    const json = JSON.stringify(report);
    this.#known.set(found.path, { key, text: [key, checksum(json), JSON.stringify(found.path), json].join('\t') });
    this.#changed = true;
  }

  /**
   * Writes what is known, whole or not at all; readable to nobody else, as postmortems are. Files that are gone are forgotten.
   * @returns why it could not be written
   */
  close(): string | undefined {
    for (const path of this.#known.keys())
      if (!existsSync(path)) this.#changed = this.#known.delete(path) || this.#changed;
    if (!this.#changed) return undefined;
    const temporary = `${this.#location}.${process.pid}`;
    try {
      mkdirSync(dirname(this.#location), { recursive: true, mode: 0o700 });
      writeFileSync(temporary, `${HEAD}\n`, { mode: 0o600 });
      for (const { text } of this.#known.values()) writeFileSync(temporary, `${text}\n`, { flag: 'a' });
      renameSync(temporary, this.#location);
      return undefined;
    } catch (error) {
      if (existsSync(temporary)) rmSync(temporary);
      return `${this.#location}: the cache cannot be written: ${reasonOf(error)}`;
    }
  }

  async #keyOf({ path, explicit }: FoundFile, digest: string): Promise<string> {
    const configuration = await this.#configurations.for(path);
    let fingerprint = this.#fingerprints.get(configuration);
    if (fingerprint === undefined) {
      const { settings, repository } = configuration;
      fingerprint = digestOf(Buffer.from(JSON.stringify([settings, repository.templates])));
      this.#fingerprints.set(configuration, fingerprint);
    }
    const neighbours = await this.#checker.neighboursOf(path, explicit, configuration);
    const place = this.#configurations.pathFor(path, configuration);
    const parts = [this.#run, digest, fingerprint, place, neighbours?.digest ?? null];
    return digestOf(Buffer.from(JSON.stringify(parts)));
  }
}

/** Tells builds of one version apart: who works on this program runs many. */
function builtAt(): number {
  return statSync(fileURLToPath(import.meta.url)).mtimeMs;
}

function checksum(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

/** The lines of a cache file by the file they are about. */
function linesOf(location: string): Map<string, Line> {
  const lines = new Map<string, Line>();
  let content: string;
  try {
    content = readFileSync(location, 'utf8');
  } catch {
    return lines;
  }
  if (!content.startsWith(`${HEAD}\n`)) return lines;
  for (const text of content.slice(HEAD.length + 1).split('\n')) {
    const [key, , path] = text.split('\t', 3);
    if (key === undefined || path === undefined) continue;
    try {
      lines.set(JSON.parse(path), { key, text });
    } catch {
      // Half a line: the others are whole.
    }
  }
  return lines;
}

function reportIn({ text }: Line): FileReport | undefined {
  const [, sum, , json] = text.split('\t');
  return json !== undefined && checksum(json) === sum ? JSON.parse(json) : undefined;
}
