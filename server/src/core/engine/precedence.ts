import type { Finding } from '../rules/rule.ts';
import { overlaps } from '../text/span.ts';

/**
 * One finding for one problem: where the rule on the left found something, findings of the rules on the right about the same
 * place are left out (RULES: "the more specific wins"). `anywhere` drops them wherever they stand.
 */
const PRECEDENCE: readonly { readonly winner: string; readonly loser: string; readonly anywhere?: boolean }[] = [
  { winner: 'structure/placeholder', loser: 'metadata/invalid-date' },
  { winner: 'structure/placeholder', loser: 'metadata/invalid-severity' },
  { winner: 'structure/placeholder', loser: 'action-items/invalid-date' },
  { winner: 'action-items/invalid-date', loser: 'action-items/overdue' },
  { winner: 'metadata/invalid-date', loser: 'facts/stated-vs-derived', anywhere: true },
];

/** Leaves out findings that a more specific one at the same place already tells. */
export function keepMostSpecific(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding) =>
      !PRECEDENCE.some(
        ({ winner, loser, anywhere }) =>
          loser === finding.ruleId &&
          findings.some((other) => other.ruleId === winner && (anywhere || overlaps(other.span, finding.span))),
      ),
  );
}
