import { t } from '../l10n.ts';
import type { Rule, RuleExample } from '../rules/rule.ts';

/** Where the pages of the rules are published. */
const RULE_PAGES = 'https://github.com/blameless-postmortem/blameless-postmortem/blob/main/docs/rules/';

/** File name of a rule's page: `blame/human-error` → `blame-human-error.md`. */
export function rulePageName(ruleId: string): string {
  return `${ruleId.replace('/', '-')}.md`;
}

/** Address of a rule's page. */
export function ruleUrl(ruleId: string): string {
  return RULE_PAGES + rulePageName(ruleId);
}

/** What a rule says in a hover, as Markdown: why, what instead, and one example with the text after its fix. */
export function ruleHelp(rule: Rule): string {
  const parts = [`**${t(rule.title)}**`, t(rule.docs.why), t(rule.docs.instead)];
  const example = shortestPair(rule.examples);
  if (example) parts.push(`❌ ${quote(example.bad)}\n\n✅ ${quote(example.fixed)}`);
  parts.push(`[${rule.id}](${ruleUrl(rule.id)})`);
  return parts.join('\n\n');
}

/** The shortest bad example of a line that shows its fixed text: a hover has little room. */
function shortestPair(examples: readonly RuleExample[]): { bad: string; fixed: string } | undefined {
  let best: { bad: string; fixed: string } | undefined;
  for (const example of examples) {
    if (!('bad' in example) || example.fixed === undefined || example.whole) continue;
    const bad = example.bad.replace(/[⟦⟧]/g, '').trim();
    const fixed = example.fixed.trim();
    if (bad.includes('\n') || fixed.includes('\n')) continue;
    if (!best || bad.length + fixed.length < best.bad.length + best.fixed.length) best = { bad, fixed };
  }
  return best;
}

function quote(text: string): string {
  return text.startsWith('|') ? `\`${text}\`` : text.replace(/^(?:[-*+]|\d+[.)]) /, '');
}
