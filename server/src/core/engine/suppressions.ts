import type { Section } from '../model/postmortem.ts';
import type { MarkdownDocument } from '../parse/markdown.ts';
import type { Finding } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';

/** One suppression comment: which rules it silences where, and why. */
export interface Suppression {
  readonly comment: Span;
  readonly range: Span;
  /** Rule ids or categories (`blame`); empty for all rules. */
  readonly rules: readonly string[];
  readonly reason: string | undefined;
}

/** Reads the suppression comments of a document. */
export function readSuppressions(_document: MarkdownDocument, _sections: readonly Section[]): Suppression[] {
  return [];
}

/** The findings that no suppression covers. */
export function suppress(findings: readonly Finding[], suppressions: readonly Suppression[]): Finding[] {
  return findings.filter(
    (finding) =>
      !suppressions.some(
        (s) =>
          s.range.start <= finding.span.start &&
          finding.span.start <= s.range.end &&
          (s.rules.length === 0 ||
            s.rules.some((rule) => rule === finding.ruleId || finding.ruleId.startsWith(`${rule}/`))),
      ),
  );
}
