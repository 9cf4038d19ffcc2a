import type { Checked } from '../engine/check.ts';
import { categoryOf, type Finding, type RuleCategory } from '../rules/rule.ts';
import { blocksFinal } from './codeLenses.ts';

/** One line of the checklist: a matter that is settled, or the findings that are left about it. */
export interface ReadinessCheck {
  readonly label: string;
  readonly ready: boolean;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

const CHECKS: readonly (readonly [string, readonly RuleCategory[]])[] = [
  ['No one is blamed', ['blame']],
  ['Every section is there and filled in', ['structure']],
  ['The header is complete', ['metadata']],
  ['The impact is measured', ['impact']],
  ['The timeline is in order', ['timeline']],
  ['The whys end in the system', ['five-whys']],
  ['Every action item has an owner and a date', ['action-items']],
  ['Facts agree, and nothing private is told', ['facts', 'privacy']],
  ['It stands well among the other postmortems', ['process', 'balance']],
];

/** What a postmortem has and lacks before it can be final; empty for other documents. */
export function readinessOf({ postmortem, findings }: Checked): ReadinessCheck[] {
  if (!postmortem) return [];
  const blocking = findings.filter(blocksFinal);
  return CHECKS.map(([label, categories]) => {
    const left = blocking.filter(({ ruleId }) => categories.includes(categoryOf(ruleId)));
    return { label, ready: left.length === 0, findings: left };
  });
}
