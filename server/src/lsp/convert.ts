// The only place that knows both what the engine finds and what the Language Server Protocol says.
import {
  type CodeAction,
  type CodeActionKind,
  type Command,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Range,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type ConfigProblem,
  type TextEdit as EngineEdit,
  type Finding,
  findFillIns,
  type Lines,
  rules,
  ruleUrl,
  type Severity,
  type SourceText,
  type Span,
  t,
  toSnippet,
} from '../core/index.ts';
import type { ClientFeatures } from './capabilities.ts';
import type { CheckedDocument, QuicklyChecked } from './documents.ts';

/** Shown as the origin of every diagnostic. */
export const SOURCE = 'postmortem';

/** More findings than anyone reads are cut off, and the last one says how many more there are. */
const MOST_DIAGNOSTICS = 500;

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Names a finding within one version of a document. */
export function keyOf(finding: Finding): string {
  return `${finding.span.start}-${finding.span.end}`;
}

/** Lines and UTF-16 columns of a span. */
export function toRange(lines: Lines, span: Span): Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

/** The span of a range. Ranges that reach outside the text are cut to it; nothing but numbers is needed of them. */
export function toSpan(source: SourceText, range: Range): Span {
  const start = source.offsetAt(range.start);
  return { start, end: Math.max(start, source.offsetAt(range.end)) };
}

/** The text that findings are about. */
export interface Place {
  readonly uri: string;
  readonly lines: Lines;
}

export function placeOf({ uri, checked }: CheckedDocument): Place {
  return { uri, lines: checked.document.source };
}

/** Findings as diagnostics, in the order of the text. */
export function toDiagnostics(findings: readonly Finding[], place: Place, features: ClientFeatures): Diagnostic[] {
  return cutOff(firstDiagnostics(findings, place, features), findings.length);
}

/** What a quick check told, as diagnostics: those of lines where nothing was typed are the same objects each time. */
export function toQuickDiagnostics(quick: QuicklyChecked, features: ClientFeatures): Diagnostic[] {
  const { above, here, below } = quick;
  const before = placeOf(quick.base);
  return cutOff(
    [
      ...firstDiagnostics(above, before, features),
      ...firstDiagnostics(here, quick, features),
      ...firstDiagnostics(below, before, features),
    ],
    above.length + here.length + below.length,
  );
}

/** As many as are shown at most; of `count` findings in all. */
function cutOff(diagnostics: readonly Diagnostic[], count: number): Diagnostic[] {
  const shown = diagnostics.slice(0, MOST_DIAGNOSTICS);
  const more = count - shown.length;
  const last = shown.at(-1);
  if (more > 0 && last)
    shown.push({
      range: last.range,
      severity: DiagnosticSeverity.Information,
      source: SOURCE,
      message: t('{0} more findings below are not shown', more),
    });
  return shown;
}

/** Diagnostics by the list of their findings, all of which belong to one version of one document. */
const told = new WeakMap<readonly Finding[], readonly Diagnostic[]>();

function firstDiagnostics(findings: readonly Finding[], place: Place, features: ClientFeatures): readonly Diagnostic[] {
  let diagnostics = told.get(findings);
  if (!diagnostics) {
    diagnostics = findings.slice(0, MOST_DIAGNOSTICS).map((finding) => toDiagnostic(finding, place, features));
    told.set(findings, diagnostics);
  }
  return diagnostics;
}

/** One finding as a diagnostic. */
export function toDiagnostic(finding: Finding, here: Place, features: ClientFeatures): Diagnostic {
  const related = features.relatedInformation ? finding.related.map((place) => toRelated(place, here)) : [];
  return {
    range: toRange(here.lines, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.ruleId,
    ...(isRule(finding.ruleId) ? { codeDescription: { href: ruleUrl(finding.ruleId) } } : {}),
    source: SOURCE,
    message: finding.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** Findings about suppressions belong to no rule. */
export function isRule(id: string): boolean {
  ruleIds ??= new Set(rules.map((rule) => rule.id));
  return ruleIds.has(id);
}

/** Made when it is first asked for: the engine is not there yet while this module loads. */
let ruleIds: ReadonlySet<string> | undefined;

/** Offsets into other documents cannot be told in lines here, so those places are shown at their start. */
function toRelated(place: Finding['related'][number], here: Place): DiagnosticRelatedInformation {
  const isHere = place.uri === undefined || place.uri === here.uri;
  const start = { line: 0, character: 0 };
  const range = isHere ? toRange(here.lines, place.span) : { start, end: start };
  return { location: { uri: place.uri ?? here.uri, range }, message: place.message };
}

/** Problems in configuration files as diagnostics, by file. */
export function configDiagnostics(problems: readonly ConfigProblem[]): Map<string, Diagnostic[]> {
  const byFile = new Map<string, Diagnostic[]>();
  for (const { file, span, position, message } of problems) {
    // Problems lie within a line; where one does not, clients cut the range at the line's end.
    const end = { line: position.line, character: position.character + span.end - span.start };
    const diagnostic = { range: { start: position, end }, severity: DiagnosticSeverity.Error, source: SOURCE, message };
    byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
  }
  return byFile;
}

/** A change to one version of a document, as clients understand it. Fill-ins become tab stops where the client has those. */
export function toWorkspaceEdit(
  document: CheckedDocument,
  edits: readonly EngineEdit[],
  features: ClientFeatures,
): WorkspaceEdit {
  const { source } = document.checked.document;
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start);
  if (!features.versionedEdits) return { changes: { [document.uri]: ordered.map((edit) => toTextEdit(source, edit)) } };
  return {
    documentChanges: [
      {
        textDocument: { uri: document.uri, version: document.version },
        edits: features.snippetEdits
          ? toSnippetEdits(source, ordered)
          : ordered.map((edit) => toTextEdit(source, edit)),
      },
    ],
  };
}

/** Plain changes to several files at once: of open ones to the version given, of the others (null) to what is on disk. */
export function toWorkspaceEdits(
  files: readonly {
    readonly uri: string;
    readonly version: number | null;
    readonly source: SourceText;
    readonly edits: readonly EngineEdit[];
  }[],
  features: ClientFeatures,
): WorkspaceEdit {
  const changed = files
    .filter(({ edits }) => edits.length > 0)
    .map(({ uri, version, source, edits }) => ({
      textDocument: { uri, version },
      edits: edits.map((edit) => toTextEdit(source, edit)),
    }));
  if (features.versionedEdits) return { documentChanges: changed };
  return { changes: Object.fromEntries(changed.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
}

/** One edit of the engine as one of the protocol. */
export function toTextEdit(source: SourceText, edit: EngineEdit): TextEdit {
  return { range: toRange(source, edit.span), newText: edit.text };
}

function toSnippetEdits(source: SourceText, edits: readonly EngineEdit[]): (TextEdit | SnippetTextEdit)[] {
  let first = 1;
  return edits.map((edit) => {
    const known = source.text.slice(edit.span.start, edit.span.end);
    const snippet = toSnippet(edit.text, known, first);
    if (snippet === undefined) return toTextEdit(source, edit);
    first += findFillIns(edit.text).length;
    return { range: toRange(source, edit.span), snippet: { kind: 'snippet', value: snippet } };
  });
}

/** An edit to a file that need not be open; created first where it is not there, for clients that can do that. */
export function toFileEdit(
  uri: string,
  before: { readonly source: SourceText; readonly version: number | null } | undefined,
  text: string,
  features: ClientFeatures,
): WorkspaceEdit {
  if (before) {
    const whole = { start: 0, end: before.source.text.length };
    return toWorkspaceEdits([{ uri, ...before, edits: [{ span: whole, text }] }], features);
  }
  const start = { line: 0, character: 0 };
  const edit: TextDocumentEdit = {
    textDocument: { uri, version: null },
    edits: [{ range: { start, end: start }, newText: text }],
  };
  return { documentChanges: [{ kind: 'create', uri, options: { ignoreIfExists: true } }, edit] };
}

/** A code action whose edit is asked for when it is chosen. */
export function toCodeAction(
  title: string,
  kind: CodeActionKind,
  more: {
    readonly diagnostic?: Diagnostic;
    readonly preferred?: boolean;
    readonly data?: unknown;
    readonly edit?: WorkspaceEdit;
    readonly command?: Command;
  },
): CodeAction {
  return {
    title,
    kind,
    ...(more.diagnostic ? { diagnostics: [more.diagnostic] } : {}),
    ...(more.preferred ? { isPreferred: true } : {}),
    ...(more.data === undefined ? {} : { data: more.data }),
    ...(more.edit ? { edit: more.edit } : {}),
    ...(more.command ? { command: more.command } : {}),
  };
}
