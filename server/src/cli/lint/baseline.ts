import { existsSync } from 'node:fs';
import * as v from 'valibot';
import { UsageError } from '../exit.ts';
import { readTextFile } from '../files/read.ts';
import { reasonOf } from '../files/reason.ts';
import { replaceFile } from '../files/replace.ts';
import type { ReportedFinding } from './result.ts';

const BaselineSchema = v.object({
  version: v.literal(1),
  files: v.record(
    v.string(),
    v.array(v.object({ rule: v.string(), text: v.string(), count: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
  ),
});

/** Findings that are known and shall not fail a run. Each is told by its rule and the text it marks, so that it may move. */
export class Baseline {
  readonly #known = new Map<string, number>();
  readonly #current = new Map<string, Map<string, { rule: string; text: string; count: number }>>();

  /**
   * Reads a baseline; with `fresh`, one that is not there yet is empty.
   * @throws UsageError when the file is not there or is no baseline
   */
  static read(path: string, fresh: boolean): Baseline {
    const baseline = new Baseline();
    if (!existsSync(path)) {
      if (fresh) return baseline;
      throw new UsageError(`--baseline ${path}: there is no such file; --update-baseline writes it`);
    }
    let files: v.InferOutput<typeof BaselineSchema>['files'];
    try {
      ({ files } = v.parse(BaselineSchema, JSON.parse(readTextFile(path).text)));
    } catch (error) {
      throw new UsageError(
        `--baseline ${path}: it is no baseline: ${reasonOf(error)}. --update-baseline on another file writes a new one`,
      );
    }
    for (const [file, findings] of Object.entries(files))
      for (const { rule, text, count } of findings) baseline.#known.set(keyOf(file, rule, text), count);
    return baseline;
  }

  /** Parts the findings of a file into those that are new and the number of known ones. `file` is its path from the baseline. */
  compare(
    file: string,
    findings: readonly ReportedFinding[],
  ): { readonly fresh: ReportedFinding[]; readonly known: number } {
    const fresh: ReportedFinding[] = [];
    const left = new Map<string, number>();
    for (const finding of findings) {
      const text = markedText(finding);
      this.#note(file, finding.ruleId, text);
      const key = keyOf(file, finding.ruleId, text);
      const remaining = left.get(key) ?? this.#known.get(key) ?? 0;
      left.set(key, remaining - 1);
      if (remaining <= 0) fresh.push(finding);
    }
    return { fresh, known: findings.length - fresh.length };
  }

  /** Writes what was compared as the new baseline. */
  write(path: string): void {
    const files: Record<string, unknown> = {};
    for (const file of [...this.#current.keys()].sort()) files[file] = [...(this.#current.get(file)?.values() ?? [])];
    replaceFile(path, `${JSON.stringify({ version: 1, files }, null, 2)}\n`);
  }

  #note(file: string, rule: string, text: string): void {
    const findings = this.#current.get(file) ?? new Map();
    this.#current.set(file, findings);
    const key = keyOf(file, rule, text);
    findings.set(key, { rule, text, count: (findings.get(key)?.count ?? 0) + 1 });
  }
}

function keyOf(file: string, rule: string, text: string): string {
  return `${file}\0${rule}\0${text}`;
}

/** The marked text with its white space evened out, so that line ends and wrapping make no difference. */
function markedText({ text = '' }: ReportedFinding): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}
