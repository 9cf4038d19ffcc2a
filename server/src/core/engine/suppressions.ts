import { didYouMean } from '../config/suggest.ts';
import { t } from '../l10n.ts';
import { readFrontMatter } from '../model/frontMatterFields.ts';
import type { MarkdownDocument } from '../parse/markdown.ts';
import { rules } from '../rules/registry.generated.ts';
import type { Finding, Fix } from '../rules/rule.ts';
import { replace } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** One suppression: which rules it silences where, and why. */
export interface Suppression {
  /** The comment, or the entry in the front matter. */
  readonly comment: Span;
  readonly range: Span;
  /** Rule ids or categories (`blame`); empty for all rules. */
  readonly rules: readonly string[];
  readonly reason: string | undefined;
}

/**
 * Findings about suppressions themselves. They belong to no rule file: only the engine knows what a suppression did, and they
 * cannot be suppressed.
 */
export const UNKNOWN_SUPPRESSION = 'suppressions/unknown';
export const UNUSED_SUPPRESSION = 'suppressions/unused';

const DIRECTIVE = /^<!--\s*postmortem-(disable-next-line|disable-line|disable-file|disable|enable)\b([\s\S]*?)-->$/;

/** No one reads a document that needs more suppressions than this. */
const MOST = 1000;

interface Directive {
  readonly name: string;
  readonly comment: Span;
  readonly rules: readonly string[];
  readonly reason: string | undefined;
}

/**
 * Reads the suppressions of a document: `<!-- postmortem-disable-next-line rule -- reason -->`, `-disable-line`,
 * `-disable … -enable` and `-disable-file` in comments, wherever a comment may stand, and `postmortem: {disable: [rule]}` in the
 * front matter.
 */
export function readSuppressions(document: MarkdownDocument): Suppression[] {
  const { source } = document;
  const whole = { start: 0, end: source.text.length };
  const found: Suppression[] = readFrontMatter(document).disabled.map((entry) => ({
    comment: entry.span,
    range: whole,
    rules: [entry.text],
    reason: undefined,
  }));
  const open: Directive[] = [];
  const close = (directive: Directive, end: number) => {
    const { comment, rules: silenced, reason } = directive;
    found.push({ comment, range: { start: comment.end, end }, rules: silenced, reason });
  };
  for (const directive of readDirectives(document)) {
    const { name, comment, rules: silenced, reason } = directive;
    if (name === 'disable') open.push(directive);
    else if (name === 'enable') {
      for (let index = open.length - 1; index >= 0; index--) {
        const opened = open[index]!;
        if (silenced.length > 0 && !sameRules(opened.rules, silenced)) continue;
        close(opened, comment.start);
        open.splice(index, 1);
        if (silenced.length > 0) break;
      }
    } else {
      const range = name === 'disable-file' ? whole : lineRange(document, comment, name === 'disable-next-line');
      found.push({ comment, range, rules: silenced, reason });
    }
  }
  for (const directive of open) close(directive, source.text.length);
  return found.sort((a, b) => a.comment.start - b.comment.start);
}

function sameRules(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((rule) => b.includes(rule));
}

function readDirectives(document: MarkdownDocument): Directive[] {
  const { text } = document.source;
  const found: Directive[] = [];
  for (const comment of document.comments) {
    if (found.length === MOST) break;
    if (comment.end - comment.start > 2000) continue;
    // The span of a block of HTML may hold the line ending, or the comment and more.
    const raw = text.slice(comment.start, comment.end).trimEnd();
    const match = DIRECTIVE.exec(raw);
    if (!match) continue;
    const body = match[2]!;
    const dashes = /(?:^|\s)--\s/.exec(body);
    const ids = (dashes ? body.slice(0, dashes.index) : body).split(/[\s,]+/).filter((id) => id !== '');
    const reason = dashes ? body.slice(dashes.index + dashes[0].length).trim() : '';
    found.push({
      name: match[1]!,
      comment: { start: comment.start, end: comment.start + raw.length },
      rules: ids,
      reason: reason === '' ? undefined : reason,
    });
  }
  return found;
}

/** The line of the comment, or the next one that is not blank. */
function lineRange({ source }: MarkdownDocument, comment: Span, next: boolean): Span {
  let line = source.lineOf(comment.end);
  if (next) {
    line++;
    while (
      line < source.lineCount - 1 &&
      /^[\s>]*$/.test(source.text.slice(source.lineStart(line), source.lineEnd(line)))
    )
      line++;
  }
  return { start: source.lineStart(line), end: source.lineEnd(line) };
}

/** The findings that no suppression covers, and findings about suppressions that name no rule or silence nothing. */
export function suppress(findings: readonly Finding[], suppressions: readonly Suppression[]): Finding[] {
  if (suppressions.length === 0) return [...findings];
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    let silent = false;
    for (const suppression of suppressions) {
      if (!covers(suppression, finding.ruleId, finding.span.start)) continue;
      used.add(suppression);
      silent = true;
    }
    return !silent;
  });
  for (const suppression of suppressions) {
    const unknown = suppression.rules.filter((rule) => !isKnown(rule));
    for (const rule of unknown) kept.push(unknownFinding(suppression, rule));
    if (!used.has(suppression) && unknown.length === 0) kept.push(unusedFinding(suppression));
  }
  return kept;
}

/** Whether a suppression silences a rule at a place. */
export function isSuppressed(suppressions: readonly Suppression[], ruleId: string, start: number): boolean {
  return suppressions.some((suppression) => covers(suppression, ruleId, start));
}

function covers({ range, rules: silenced }: Suppression, ruleId: string, start: number): boolean {
  if (start < range.start || start > range.end) return false;
  return silenced.length === 0 || silenced.some((rule) => rule === ruleId || ruleId.startsWith(`${rule}/`));
}

function isKnown(id: string): boolean {
  return rules.some((rule) => rule.id === id || rule.id.startsWith(`${id}/`));
}

function unknownFinding({ comment }: Suppression, rule: string): Finding {
  const meant = didYouMean(
    rule,
    rules.map((known) => known.id),
  );
  return {
    ruleId: UNKNOWN_SUPPRESSION,
    span: comment,
    message: meant ? t('There is no rule “{0}”; did you mean “{1}”?', rule, meant) : t('There is no rule “{0}”', rule),
    severity: 'information',
    confidence: 'high',
    related: [],
    data: { rule, meant },
  };
}

function unusedFinding({ comment, rules: silenced }: Suppression): Finding {
  return {
    ruleId: UNUSED_SUPPRESSION,
    span: comment,
    message:
      silenced.length > 0
        ? t('This suppression silences no finding of {0}: take it out', silenced.join(', '))
        : t('This suppression silences no finding: take it out'),
    severity: 'hint',
    confidence: 'high',
    related: [],
    data: undefined,
  };
}

/** The fixes for a finding about a suppression. */
export function suppressionFixes(finding: Finding, document: MarkdownDocument): Fix[] {
  const { text } = document.source;
  if (finding.ruleId === UNKNOWN_SUPPRESSION) {
    const { rule, meant } = finding.data as { rule: string; meant: string | undefined };
    const at = text.indexOf(rule, finding.span.start);
    if (!meant || at < 0) return [];
    return [
      {
        kind: 'rewrite',
        title: t('Write “{0}”', meant),
        edits: [replace({ start: at, end: at + rule.length }, meant)],
        preferred: true,
      },
    ];
  }
  if (finding.ruleId !== UNUSED_SUPPRESSION || !text.startsWith('<!--', finding.span.start)) return [];
  return [
    { kind: 'safe', title: t('Take the suppression out'), edits: [replace(withLine(finding.span, document), '')] },
  ];
}

/** The comment, with its line where it stands alone on one. */
function withLine(comment: Span, { source }: MarkdownDocument): Span {
  const line = source.lineOf(comment.start);
  const start = source.lineStart(line);
  const end = source.lineEnd(source.lineOf(comment.end));
  const alone =
    source.text.slice(start, comment.start).trim() === '' && source.text.slice(comment.end, end).trim() === '';
  return alone ? { start, end: source.lineStart(source.lineOf(comment.end) + 1) } : comment;
}
