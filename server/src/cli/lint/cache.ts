import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Configurations, FileConfiguration } from '../configuration.ts';
import type { FoundFile } from '../files/find.ts';
import { VERSION } from '../version.ts';
import { CacheFile } from './cacheFile.ts';
import { type Checker, needsOf, type Outcome, problemsOf } from './checker.ts';
import { digestOf } from './digest.ts';
import type { LintOptions } from './options.ts';
import type { FileReport } from './result.ts';

/** The first line of a cache file; another one is of another program, or of another version of this one. */
const HEAD = `blameless-postmortem lint cache ${VERSION} ${builtAt()}`;

/**
 * What earlier runs found out, by what it follows from: the program, the bytes of the file, its configuration, the flags, the
 * documents around it and the day. What is damaged or from elsewhere is as good as not there.
 */
export class LintCache {
  readonly #cwd: string;
  readonly #configurations: Configurations;
  readonly #checker: Checker;
  readonly #fix: boolean;
  /** What all files of the run have in common. */
  readonly #run: string;
  /** By path, under a key that names all that a report follows from. */
  readonly #known: CacheFile;
  readonly #fingerprints = new WeakMap<FileConfiguration, string>();

  constructor(location: string, options: LintOptions, configurations: Configurations, checker: Checker, cwd: string) {
    this.#cwd = cwd;
    this.#configurations = configurations;
    this.#checker = checker;
    this.#fix = options.fix;
    this.#run = JSON.stringify([Math.floor(options.now / 86_400_000), needsOf(options)]);
    this.#known = new CacheFile(location, HEAD);
  }

  /** What came out for the file when it was checked last, if it would come out again. */
  async find(found: FoundFile): Promise<Outcome | undefined> {
    const key = this.#known.keyOf(found.path);
    if (key === undefined) return undefined;
    let digest: string;
    try {
      digest = digestOf(readFileSync(found.path));
    } catch {
      return undefined; // the check tells why
    }
    if (key !== (await this.#keyOf(found, digest))) return undefined;
    const report = this.#reportOn(found.path);
    // A file with something to fix is read as a whole anyway.
    if (!report || (this.#fix && report.findings.some(({ fixable }) => fixable))) return undefined;
    return { report, troubles: problemsOf(await this.#configurations.for(found.path), this.#cwd) };
  }

  /** Remembers what came out for a file, if it would come out again. */
  async keep(found: FoundFile, { report, digest, fixed }: Outcome): Promise<void> {
    if (!report || digest === undefined || fixed !== undefined) {
      this.#known.forget(found.path);
      return;
    }
    const key = await this.#keyOf(found, digest);
    const json = JSON.stringify(report);
    this.#known.write(found.path, key, checksum(json), json);
  }

  /**
   * Writes what is known, whole or not at all. Files that are gone are forgotten.
   * @returns why it could not be written
   */
  close(): string | undefined {
    for (const path of this.#known.paths) if (!existsSync(path)) this.#known.forget(path);
    return this.#known.close();
  }

  #reportOn(path: string): FileReport | undefined {
    const line = this.#known.read(path);
    return line && checksum(line.report) === line.checksum ? JSON.parse(line.report) : undefined;
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
