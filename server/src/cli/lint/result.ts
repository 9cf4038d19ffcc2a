import type { Finding, Fix, Position, Recognition, Span } from '../../core/index.ts';

/** A finding as reports tell it: plain data, so that it may come out of another thread or of the cache. */
export interface ReportedFinding {
  readonly ruleId: string;
  readonly severity: Finding['severity'];
  readonly message: string;
  readonly span: Span;
  readonly start: Position;
  readonly end: Position;
  /** The text it marks; undefined where nothing asks for it (`ReportNeeds`). */
  readonly text?: string;
  /** Whether `--fix` would answer it. */
  readonly fixable: boolean;
  /** How it may be fixed, best first; undefined where nothing asks for it. */
  readonly fixes?: readonly ReportedFix[];
}

/** A fix as other tools want it. */
export interface ReportedFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly SingleEdit[];
  /** All edits as one: what lies between them is carried along. */
  readonly whole: SingleEdit;
}

/** One text in place of one range. */
export interface SingleEdit {
  /** 0-based UTF-16 offsets, the second one exclusive. */
  readonly range: readonly [number, number];
  readonly text: string;
}

/** What the check of one text came to. */
export interface FileReport {
  readonly recognition: Recognition;
  /** In the order of the text. */
  readonly findings: readonly ReportedFinding[];
}

/** What a report is asked to hold beyond the findings: it costs something. */
export interface ReportNeeds {
  readonly texts: boolean;
  readonly fixes: boolean;
}

/** What is printed for one file. */
export interface FileResult extends FileReport {
  /** Absolute path, or what stands for it (`<stdin>`). */
  readonly path: string;
  /** The path as people in the working directory write it. */
  readonly shownPath: string;
  /** Named by itself on the command line. */
  readonly explicit: boolean;
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

/** A fix of a text, as reports tell it. */
export function reportedFix(text: string, fix: Fix): ReportedFix {
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
  return {
    title: fix.title,
    safe: fix.kind === 'safe',
    edits: fix.edits.map((edit) => ({ range: [edit.span.start, edit.span.end], text: edit.text })),
    whole: { range: [start, end], text: merged },
  };
}
