import type { Checked, Finding, QuickCheck, SourceText, Span } from '../../../server/src/core/index.ts';

/** All findings of a quick check as they stand in the new text: those above and below are at the lines and columns that they were at. */
export function findingsOf({ source, above, here, below }: QuickCheck, base: Checked): Finding[] {
  const kept = (findings: readonly Finding[]) =>
    findings.map((finding) => shown(finding, base.document.source, source));
  return [...kept(above), ...here, ...kept(below)];
}

function shown(finding: Finding, before: SourceText, after: SourceText): Finding {
  const at = (offset: number) => {
    const { line, character } = before.positionAt(offset);
    return after.lineStart(line) + character;
  };
  const place = ({ start, end }: Span) => ({ start: at(start), end: at(end) });
  const related = finding.related.map((other) => ({ ...other, ...(other.uri ? {} : { span: place(other.span) }) }));
  return { ...finding, span: place(finding.span), related };
}
