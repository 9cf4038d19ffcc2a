import { t } from '../l10n.ts';
import type { Finding, Rule, RuleContext, RuleFinding } from '../rules/rule.ts';
import { severityOf } from './severity.ts';

/** What a rule found as it is shown: with its severity here and its message; undefined where the configuration turns it off. */
export function toFinding(
  rule: Rule,
  raw: RuleFinding,
  { settings, postmortem }: Pick<RuleContext, 'settings' | 'postmortem'>,
): Finding | undefined {
  const severity = severityOf(rule, settings.rules[rule.id], postmortem.lifecycle, raw);
  if (severity === 'off') return undefined;
  return {
    ruleId: rule.id,
    span: raw.span,
    message: fill(t(rule.messages[raw.message] ?? raw.message), raw.args ?? {}),
    severity,
    confidence: raw.confidence ?? 'high',
    related: raw.related ?? [],
    data: raw.data,
  };
}

/** `{name}` in a message stands for the argument of that name. */
function fill(message: string, args: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));
}

/** The order of the text, as a comparison for sorting. */
export function inOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.ruleId < b.ruleId ? -1 : 1);
}
