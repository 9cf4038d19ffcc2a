import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import { categoryOf, type Finding, type RuleCategory } from '../rules/rule.ts';
import { blocksFinal } from './codeLenses.ts';

/** One line of the checklist: a matter that is settled, or the findings that are left about it. */
export interface ReadinessCheck {
  readonly label: string;
  readonly ready: boolean;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
}

const checks = (): readonly (readonly [string, readonly RuleCategory[]])[] => [
  [t('No one is blamed'), ['blame']],
  [t('Every section is there and filled in'), ['structure']],
  [t('The header is complete'), ['metadata']],
  [t('The impact is measured'), ['impact']],
  [t('The timeline is in order'), ['timeline']],
  [t('The whys end in the system'), ['five-whys']],
  [t('Every action item has an owner and a date'), ['action-items']],
  [t('Facts agree, and nothing private is told'), ['facts', 'privacy']],
  [t('It stands well among the other postmortems'), ['process', 'balance']],
];

/** What a postmortem has and lacks before it can be final; empty for other documents. */
export function readinessOf({ postmortem, findings }: Checked): ReadinessCheck[] {
  if (!postmortem) return [];
  const blocking = findings.filter(blocksFinal);
  return checks().map(([label, categories]) => {
    const left = blocking.filter(({ ruleId }) => categories.includes(categoryOf(ruleId)));
    return { label, ready: left.length === 0, findings: left };
  });
}
