import { analyzeUnit, type BlameFinding, type BlameRule } from '../../language/analyze.ts';
import { type DocumentContext, documentContext } from '../../language/context.ts';
import type { Postmortem, ProseUnit } from '../../model/postmortem.ts';
import type { RuleContext, RuleFinding } from '../rule.ts';

const contexts = new WeakMap<Postmortem, DocumentContext>();

/** What the document and the settings say about names, read once a version. */
function contextOf({ postmortem, settings }: RuleContext): DocumentContext {
  let known = contexts.get(postmortem);
  if (!known) {
    known = documentContext(
      postmortem.people,
      settings,
      postmortem.prose.map((unit) => unit.run),
    );
    contexts.set(postmortem, known);
  }
  return known;
}

/** Columns that name people, times and states: nobody is the agent of anything there. */
const NO_PROSE = new Set(['time', 'owner', 'status', 'id', 'priority', 'due', 'actor']);

/** Whether blame is looked for in a unit: block quotes, examples of bad language and metadata are left alone. */
function isProse(unit: ProseUnit, checkQuotes: boolean): boolean {
  if (unit.metadata) return false;
  if (unit.column !== undefined && NO_PROSE.has(unit.column)) return false;
  return checkQuotes || (!unit.quoted && !unit.badExample);
}

/** A finding of one blame rule at its place, and the unit it stands in. */
export interface PlacedFinding {
  readonly unit: ProseUnit;
  readonly finding: BlameFinding;
}

const SOMEBODY = 'Nobody named';

/** The findings of one blame rule in a document; all ten share one analysis of each unit. */
export function* blameIn(rule: BlameRule, context: RuleContext): Generator<RuleFinding> {
  const document = contextOf(context);
  for (const unit of context.postmortem.prose) {
    if (!isProse(unit, context.settings.checkQuotes)) continue;
    for (const finding of analyzeUnit(unit, document)) {
      const { candidate } = finding;
      if (candidate.rule !== rule) continue;
      yield {
        span: unit.run.toSource(finding.span),
        message: finding.agent ? 'named' : 'unnamed',
        args: { agent: shorten(finding.agent ?? SOMEBODY) },
        severity: candidate.severity,
        confidence: candidate.confidence,
        data: { agent: finding.agent },
      };
    }
  }
}

/** The analysis behind a finding that `blameIn` yielded, found again by its place. */
export function findAgain(
  rule: BlameRule,
  span: { readonly start: number; readonly end: number },
  context: RuleContext,
): PlacedFinding | undefined {
  const document = contextOf(context);
  for (const unit of context.postmortem.prose) {
    const { start, end } = unit.run.span;
    if (span.start < start || span.end > end || !isProse(unit, context.settings.checkQuotes)) continue;
    for (const finding of analyzeUnit(unit, document)) {
      if (finding.candidate.rule !== rule) continue;
      const source = unit.run.toSource(finding.span);
      if (source.start === span.start && source.end === span.end) return { unit, finding };
    }
  }
  return undefined;
}

function shorten(agent: string): string {
  const flat = agent.replace(/\s+/g, ' ');
  return flat.length > 40 ? `${flat.slice(0, 39)}…` : flat;
}
