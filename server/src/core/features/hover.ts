import type { Checked } from '../engine/check.ts';
import { rules } from '../rules/registry.generated.ts';
import type { Span } from '../text/span.ts';
import { factsAt } from './hoverFacts.ts';
import { ruleHelp } from './ruleHelp.ts';

/** What a hover shows, as Markdown, and what it is about. */
export interface Help {
  readonly markdown: string;
  readonly span: Span;
}

/** Two rules at one place are explained; more would fill the screen. */
const MOST_RULES = 2;

/** What there is to know about an offset of the text: the facts of the value that stands there and the rules that found something. */
export function hoverAt(checked: Checked, offset: number): Help | undefined {
  const facts = factsAt(checked, offset);
  const found = checked.findings
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const explained = [...new Set(found.map((finding) => finding.ruleId))]
    .slice(0, MOST_RULES)
    .flatMap((id) => rules.find((rule) => rule.id === id) ?? [])
    .map(ruleHelp);
  const parts = [...(facts ? [facts.markdown] : []), ...explained];
  const span = found[0]?.span ?? facts?.span;
  return parts.length > 0 && span ? { markdown: parts.join('\n\n---\n\n'), span } : undefined;
}
