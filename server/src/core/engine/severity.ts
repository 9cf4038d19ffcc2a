import * as v from 'valibot';
import type { Settings } from '../config/settings.ts';
import type { Lifecycle } from '../model/postmortem.ts';
import type { Rule, RuleFinding, Severity } from '../rules/rule.ts';

type Configured = Settings['rules'][string] | undefined;

/**
 * Severity of a rule's finding: what the configuration says for the rule, else what the finding itself says, else the rule's own.
 * Completeness findings are hints while the document is a draft. Low confidence is one step lower, never below a hint.
 */
export function severityOf(
  rule: Rule,
  configured: Configured,
  lifecycle: Lifecycle,
  finding?: RuleFinding,
): Severity | 'off' {
  const explicit = typeof configured === 'string' ? configured : configured?.severity;
  if (explicit === 'off') return 'off';
  let severity: Severity | 'off' = explicit ?? finding?.severity ?? rule.severity;
  // A finding may only be milder than what the team asked for.
  if (
    explicit &&
    finding?.severity &&
    rank(finding.severity) < rank(rule.severity) &&
    rank(finding.severity) < rank(explicit)
  )
    severity = finding.severity;
  if (severity === 'off') return 'off';
  if (rule.completeness && lifecycle === 'draft' && !explicit) return 'hint';
  if (finding?.confidence === 'low') severity = LOWER[severity];
  return severity;
}

const RANK = { off: 0, hint: 1, information: 2, warning: 3, error: 4 } as const;
const LOWER: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'information',
  information: 'hint',
  hint: 'hint',
};

function rank(severity: Severity | 'off'): number {
  return RANK[severity];
}

const defaults = new WeakMap<Rule, unknown>();

/** The options a rule runs with: the configured ones over its defaults. Bad values fall back to the defaults; the configuration file carries the finding about them. */
export function optionsOf(rule: Rule, configured: Configured): unknown {
  if (!rule.options) return {};
  if (configured && typeof configured === 'object') {
    const { severity: _, ...own } = configured;
    const parsed = v.safeParse(rule.options, own);
    if (parsed.success) return parsed.output;
  }
  if (!defaults.has(rule)) defaults.set(rule, v.parse(rule.options, {}));
  return defaults.get(rule);
}
