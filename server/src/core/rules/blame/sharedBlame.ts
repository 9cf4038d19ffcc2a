import { t } from '../../l10n.ts';
import {
  type AnalyzedSentence,
  analyzeText,
  analyzeTyped,
  analyzeUnit,
  type BlameFinding,
  type BlameRule,
  isAnalyzed,
} from '../../language/analyze.ts';
import { type DocumentContext, documentContext } from '../../language/context.ts';
import type { Postmortem, ProseUnit } from '../../model/postmortem.ts';
import { Kept } from '../../parse/kept.ts';
import { parseMarkdown } from '../../parse/markdown.ts';
import type { ProseRun } from '../../parse/prose.ts';
import { askInstead, type Rewrite, rewritesOf } from '../../rewrites/rewrite.ts';
import { finish, type Steps } from '../../steps.ts';
import { insert, replace } from '../../text/edit.ts';
import { SourceText } from '../../text/source.ts';
import type { Finding, Fix, RuleContext, RuleFinding } from '../rule.ts';

const contexts = new WeakMap<Postmortem, DocumentContext>();

/** What blame is read in. */
type BlameContext = Pick<RuleContext, 'postmortem' | 'settings'>;

/** What the document and the settings say about names, read once a version. */
function contextOf({ postmortem, settings }: BlameContext): DocumentContext {
  let known = contexts.get(postmortem);
  if (!known) {
    known = documentContext(
      postmortem.people,
      settings,
      postmortem.prose.map((unit) => unit.run.data),
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

/** The blame in a document: what is told of it, by rule. */
interface Blame {
  readonly byRule: ReadonlyMap<BlameRule, readonly PlacedFinding[]>;
  /** Whether doubtful findings are told as well. */
  readonly often: boolean;
}

const blameOfDocuments = new Kept<Blame>();

/** Characters that are analysed in one step, a few milliseconds where nothing of them is known. */
const STEP = 2000;

/** Reads the blame in all prose of a document, in steps. The blame rules, which come after it, only look up what it found. */
export function* readBlame(context: BlameContext): Steps<Blame> {
  const { postmortem, settings } = context;
  const known = blameOfDocuments.get(postmortem.document);
  if (known) return known;
  const document = contextOf(context);
  const placed: PlacedFinding[] = [];
  let units = 0;
  let analysed = 0;
  for (const unit of postmortem.prose) {
    if (!isProse(unit, settings.checkQuotes)) continue;
    if (!isAnalyzed(unit, document)) {
      analysed += unit.run.text.length;
      if (analysed > STEP) {
        analysed = 0;
        yield;
      }
    }
    units++;
    for (const finding of analyzeUnit(unit, document)) placed.push({ unit, finding });
  }
  const often = blamesOften(placed, units);
  const byRule = new Map<BlameRule, PlacedFinding[]>();
  for (const one of placed) {
    const { rule, doubtful } = one.finding.candidate;
    if (doubtful && !often) continue;
    const same = byRule.get(rule);
    if (same) same.push(one);
    else byRule.set(rule, [one]);
  }
  const blame = { byRule, often };
  blameOfDocuments.set(postmortem.document, blame);
  return blame;
}

/** Warnings, and warnings among the units of prose, from which a document is one that blames. */
const SEVERAL = 2;
const OFTEN = 0.1;

/**
 * Whether a document blames so often that doubtful sentences of it are likely to blame as well. Few sentences of a postmortem blame, so
 * a doubtful one is more likely a false alarm; who blames in one sentence of ten does so in others.
 */
function blamesOften(placed: readonly PlacedFinding[], units: number): boolean {
  const sure = placed.filter(({ finding }) => isWarning(finding) && !finding.candidate.doubtful).length;
  return sure >= SEVERAL && sure >= OFTEN * units;
}

function isWarning({ candidate }: BlameFinding): boolean {
  return candidate.severity === 'warning' && candidate.confidence !== 'low';
}

function wholeBlame(context: BlameContext): Blame {
  return finish(readBlame(context));
}

function blameOf(rule: BlameRule, context: BlameContext): readonly PlacedFinding[] {
  return wholeBlame(context).byRule.get(rule) ?? [];
}

/** The findings of one blame rule in a document; all ten share one analysis of it. */
export function* blameIn(rule: BlameRule, context: RuleContext): Generator<RuleFinding> {
  for (const placed of blameOf(rule, context)) yield toRuleFinding(placed);
}

/**
 * The blame in one unit of prose of a document as it reads after some typing in it, everything else being as it is: the id of its rule
 * with each finding.
 */
export function blameInTyped(
  unit: ProseUnit,
  run: ProseRun,
  context: BlameContext,
): readonly (readonly [string, RuleFinding])[] {
  if (!isProse(unit, context.settings.checkQuotes)) return [];
  const document = contextOf(context);
  const typed = { ...unit, run };
  const sentences = analyzeTyped(typed, document, lastTyped.get(unit));
  lastTyped.set(unit, sentences);
  const { often } = wholeBlame(context);
  return sentences
    .flatMap(({ findings }) => findings)
    .filter(({ candidate }) => often || !candidate.doubtful)
    .map((finding) => [`blame/${finding.candidate.rule}`, toRuleFinding({ unit: typed, finding })]);
}

/** What was typed last in a unit of a version that was checked, as it was read. */
const lastTyped = new WeakMap<ProseUnit, readonly AnalyzedSentence[]>();

function toRuleFinding({ unit, finding }: PlacedFinding): RuleFinding {
  const { candidate, agent } = finding;
  return {
    span: unit.run.toSource(finding.span),
    message: agent ? 'named' : 'unnamed',
    args: { agent: shorten(agent ?? SOMEBODY) },
    severity: candidate.severity,
    confidence: candidate.confidence,
    data: { agent },
  };
}

/** The analysis behind a finding that `blameIn` yielded, found again by its place. */
export function findAgain(
  rule: BlameRule,
  span: { readonly start: number; readonly end: number },
  context: BlameContext,
): PlacedFinding | undefined {
  return blameOf(rule, context).find(({ unit, finding }) => {
    const source = unit.run.toSource(finding.span);
    return source.start === span.start && source.end === span.end;
  });
}

function shorten(agent: string): string {
  const flat = agent.replace(/\s+/g, ' ');
  return flat.length > 40 ? `${flat.slice(0, 39)}…` : flat;
}

/** How many rewrites are offered: more would have to be read before one is chosen. */
const MOST_REWRITES = 3;

/** With so many, no frame is offered that keeps nothing of the sentence. */
const ENOUGH = 2;

/** The rewrites of a finding that no longer blame, best first, and the facilitator's question to ask instead. */
export function* blameFixes(finding: Finding, context: RuleContext): Generator<Fix> {
  const rule = finding.ruleId.slice('blame/'.length) as BlameRule;
  const placed = findAgain(rule, finding.span, context);
  if (!placed) return;
  const { unit, finding: found } = placed;
  const { text } = context.postmortem.source;
  const source = (start: number, end: number) => {
    const span = unit.run.toSource({ start, end });
    return text.slice(span.start, span.end);
  };
  let offered = 0;
  for (const rewrite of rewritesOf(found.candidate, found.sentence, source)) {
    if (offered === MOST_REWRITES) break;
    if (rewrite.general && offered >= ENOUGH) continue;
    if (stillBlames(rewrite, placed, context)) continue;
    yield {
      kind: 'rewrite',
      title: rewrite.title,
      edits: [replace(unit.run.toSource(rewrite.span), rewrite.text)],
      ...(offered === 0 ? { preferred: true } : {}),
    };
    offered++;
  }
  if (unit.role === 'cell' || unit.role === 'heading') return;
  const { source: document } = context.postmortem;
  const line = document.lineOf(unit.run.span.start);
  const indent = /^\s*/.exec(text.slice(document.lineStart(line), document.lineEnd(line)))![0];
  const question = askInstead(found.candidate, found.sentence);
  const at = Math.max(document.contentStart, document.lineStart(line) - document.eol.length);
  yield {
    kind: 'template',
    title: t('Ask instead: “{0}”', question),
    edits: [
      insert(at, line === 0 ? `<!-- ${question} -->${document.eol}` : `${document.eol}${indent}<!-- ${question} -->`),
    ],
  };
}

/** Whether the sentence would still be warned about after the rewrite. */
function stillBlames(rewrite: Rewrite, { unit, finding }: PlacedFinding, context: RuleContext): boolean {
  const whole = unit.run.span;
  const { text } = context.postmortem.source;
  const target = unit.run.toSource(rewrite.span);
  const rewritten = text.slice(whole.start, target.start) + rewrite.text + text.slice(target.end, whole.end);
  const document = contextOf(context);
  const warnings = (findings: readonly BlameFinding[]) => findings.filter(isWarning).length;
  const elsewhere = warnings(analyzeUnit(unit, document).filter((other) => other.sentence !== finding.sentence));
  let after = 0;
  for (const block of parseMarkdown(new SourceText(rewritten)).blocks)
    if (block.data.prose)
      after += warnings(analyzeText(block.data.prose.text, block.data.prose.opaque, unit.kind, document));
  return after > elsewhere;
}
