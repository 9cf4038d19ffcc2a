import type { Checked, Finding, Fix } from '../../core/index.ts';

/** What came out for one file. */
export interface FileResult {
  /** Absolute path, or what stands for it (`<stdin>`). */
  readonly path: string;
  /** The path as people in the working directory write it. */
  readonly shownPath: string;
  /** Named by itself on the command line. */
  readonly explicit: boolean;
  readonly checked: Checked;
  /** The findings that count: what a baseline knows already is left out. */
  readonly findings: readonly Finding[];
  /** The fixes for a finding, best first. */
  fixesOf(finding: Finding): readonly Fix[];
  /** Whether `--fix` would answer a finding. */
  isFixable(finding: Finding): boolean;
}

export type Counts = Readonly<Record<Finding['severity'], number>>;

/** What came out over all files. */
export interface Summary {
  readonly files: number;
  readonly postmortems: number;
  readonly counts: Counts;
  /** Findings that `--fix` would answer. */
  readonly fixable: number;
  readonly fixedFiles: number;
  /** Findings that the baseline knows. */
  readonly known: number;
}

/** One text in place of one range, as other tools want a fix. */
export interface SingleEdit {
  /** 0-based UTF-16 offsets, the second one exclusive. */
  readonly range: readonly [number, number];
  readonly text: string;
}

/** A fix as one edit: what lies between its edits is carried along. */
export function singleEdit(text: string, fix: Fix): SingleEdit {
  const edits = fix.edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index)
    .map(({ edit }) => edit);
  const start = edits[0]?.span.start ?? 0;
  let end = start;
  let merged = '';
  for (const edit of edits) {
    if (edit.span.start < end) continue;
    merged += text.slice(end, edit.span.start) + edit.text;
    end = edit.span.end;
  }
  return { range: [start, end], text: merged };
}
