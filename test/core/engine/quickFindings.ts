import {
  type Checked,
  type Finding,
  type QuickCheck,
  quickCheck,
  SourceText,
  type Span,
} from '../../../server/src/core/index.ts';

/** A quick check of a text that took the place of one that was checked. */
export function checkQuickly(base: Checked, text: string): QuickCheck | undefined {
  return quickCheck(base, { span: { start: 0, end: base.input.text.length }, text });
}

/** All findings of a quick check as they stand in the new text: those above and below are at the lines and columns that they were at. */
export function findingsOf({ above, here, below }: QuickCheck, base: Checked, text: string): Finding[] {
  const after = new SourceText(text);
  const kept = (findings: readonly Finding[]) => findings.map((finding) => shown(finding, base.document.source, after));
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
