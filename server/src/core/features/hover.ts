import type { Checked } from '../engine/check.ts';
import { rules } from '../rules/registry.generated.ts';
import type { Span } from '../text/span.ts';
import { factsAt } from './hoverFacts.ts';
import { type Neighbours, neighboursAt } from './hoverNeighbours.ts';
import { ruleHelp } from './ruleHelp.ts';

/** What a hover shows, as Markdown, and what it is about. */
export interface Help {
  readonly markdown: string;
  readonly span: Span;
}

/** Two rules at one place are explained; more would fill the screen. */
const MOST_RULES = 2;

/** Who reads the hover: the other postmortems they have, and the IANA zone of their clock. */
export interface HoverReader {
  readonly neighbours?: Neighbours;
  readonly timeZone?: string;
}

/**
 * What there is to know about an offset of the text: the facts of the value that stands there, what other postmortems say about
 * it, and the rules that found something.
 */
export function hoverAt(checked: Checked, offset: number, reader: HoverReader = {}): Help | undefined {
  const facts =
    factsAt(checked, offset, reader.timeZone) ??
    (reader.neighbours && neighboursAt(checked, offset, reader.neighbours));
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
