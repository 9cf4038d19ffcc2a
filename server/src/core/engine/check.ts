import { DEFAULT_SETTINGS, type Settings } from '../config/settings.ts';
import { buildSteps } from '../model/build.ts';
import type { Postmortem } from '../model/postmortem.ts';
import { type Recognition, recognize } from '../model/recognition.ts';
import type { DocumentTemplate } from '../model/template.ts';
import { chooseTemplate } from '../model/templates.ts';
import type { MarkdownDocument } from '../parse/markdown.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { readBlame } from '../rules/blame/sharedBlame.ts';
import { rules } from '../rules/registry.generated.ts';
import type { Finding, Fix, Rule, RuleContext, WorkspaceFacts } from '../rules/rule.ts';
import { finish, type Steps } from '../steps.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { SourceText } from '../text/source.ts';
import { overlaps } from '../text/span.ts';
import { OverBudget, withinBudget } from './budget.ts';
import { inOrder, toFinding } from './finding.ts';
import { keepMostSpecific } from './precedence.ts';
import { optionsOf, severityOf } from './severity.ts';
import { readSuppressions, type Suppression, suppress, suppressionFixes } from './suppressions.ts';

export interface CheckInput {
  readonly text: string;
  /** Path relative to the root of its repository or workspace, `/` between the parts: globs are matched against it. */
  readonly path: string;
  readonly settings?: Settings;
  /** Templates the document may follow; the built-in ones where none are given. */
  readonly templates?: readonly DocumentTemplate[];
  /** Milliseconds since 1970. */
  readonly now?: number;
  readonly workspace?: WorkspaceFacts;
  /**
   * Milliseconds since any moment, never running backwards. With it, a rule that takes too long is switched off for the document, in
   * later versions too; without it what is found does not depend on how fast the machine is.
   */
  readonly elapsed?: () => number;
  /** The check of an earlier version of the same text, to reuse what did not change. The result is the same without it. */
  readonly previous?: Checked;
}

/** A rule that threw while it checked a document, or took too long. The other rules went on. */
export interface RuleFailure {
  readonly ruleId: string;
  readonly message: string;
  /** It took too long: it is off for this document. */
  readonly tooSlow?: true;
}

/** What a check found out. `postmortem` and `template` are there when the text is a postmortem. */
export interface Checked {
  /** What was checked. Without `previous`: a result that knew the one before would keep every version that ever was. */
  readonly input: Omit<CheckInput, 'previous'>;
  readonly document: MarkdownDocument;
  readonly recognition: Recognition;
  readonly postmortem: Postmortem | undefined;
  readonly template: DocumentTemplate | undefined;
  readonly suppressions: readonly Suppression[];
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** Checks a text. Never throws for any text: a rule that throws is reported in `failures`. */
export function check(input: CheckInput): Checked {
  return finish(checkSteps(input));
}

/** The same in steps. */
export function* checkSteps({ previous, ...input }: CheckInput): Steps<Checked> {
  const settings = input.settings ?? DEFAULT_SETTINGS;
  const document = parseMarkdown(new SourceText(input.text), previous?.document);
  yield;
  const recognition = recognize(document, input.path, settings);
  if (!recognition.isPostmortem)
    return {
      input,
      document,
      recognition,
      postmortem: undefined,
      template: undefined,
      suppressions: [],
      findings: [],
      failures: [],
    };
  yield;

  const postmortem = yield* buildSteps(document, settings, input.path);
  const template = chooseTemplate(postmortem, settings, input.templates);
  const context: Omit<RuleContext, 'options'> = {
    postmortem,
    template,
    settings,
    now: input.now,
    workspace: input.workspace,
  };
  yield;

  const found: Finding[] = [];
  const failures: RuleFailure[] = previous?.failures.filter(({ tooSlow }) => tooSlow) ?? [];
  const off = new Set(failures.map(({ ruleId }) => ruleId));
  for (const rule of rules) {
    if (off.has(rule.id)) continue;
    const before = found.length;
    try {
      if (severityOf(rule, settings.rules[rule.id], postmortem.lifecycle) === 'off') continue;
      if (rule.scope === 'prose') yield* readBlame(context);
      runRule(rule, context, found, input.elapsed);
    } catch (error) {
      found.length = before;
      failures.push(failureOf(rule, error));
    }
    yield;
  }

  const suppressions = readSuppressions(document);
  const findings = suppress(keepMostSpecific(found), suppressions);
  findings.sort(inOrder);
  return { input, document, recognition, postmortem, template, suppressions, findings, failures };
}

function failureOf({ id: ruleId }: Rule, error: unknown): RuleFailure {
  if (error instanceof OverBudget) return { ruleId, message: error.message, tooSlow: true };
  return { ruleId, message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

/** Adds what a rule finds to `found`. */
function runRule(
  rule: Rule,
  shared: Omit<RuleContext, 'options'>,
  found: Finding[],
  elapsed: (() => number) | undefined,
): void {
  const raws = rule.check({ ...shared, options: optionsOf(rule, shared.settings.rules[rule.id]) });
  for (const raw of withinBudget(raws, elapsed)) {
    const finding = toFinding(rule, raw, shared);
    if (finding) found.push(finding);
  }
}

const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** Undefined for findings about suppressions, which belong to no rule. */
function ruleOf(finding: Finding): Rule | undefined {
  return byId.get(finding.ruleId);
}

/** The fixes for one finding of a check, best first. One that finds nothing it can edit safely is none. */
export function fixesFor(checked: Checked, finding: Finding): Fix[] {
  const rule = ruleOf(finding);
  if (!rule) return suppressionFixes(finding, checked.document);
  if (!rule.fixes || !checked.postmortem || !checked.template) return [];
  const settings = checked.input.settings ?? DEFAULT_SETTINGS;
  return [
    ...rule.fixes(finding, {
      postmortem: checked.postmortem,
      template: checked.template,
      settings,
      options: optionsOf(rule, settings.rules[rule.id]),
      now: checked.input.now,
      workspace: checked.input.workspace,
    }),
  ].filter(({ edits }) => edits.length > 0);
}

/**
 * The safe fix for a finding, undefined where there is none. What rules about prose offer are rewrites, which a person chooses: they
 * are not even made.
 */
export function safeFixFor(checked: Checked, finding: Finding): Fix | undefined {
  if (ruleOf(finding)?.scope === 'prose') return undefined;
  return fixesFor(checked, finding).find((candidate) => candidate.kind === 'safe');
}

/**
 * The edits of all safe fixes that can be applied together, first come first served where two touch. What a rule fails to fix stays a
 * finding, and whoever asks for its fixes is told why.
 */
export function safeEdits(checked: Checked, only?: (finding: Finding) => boolean): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const finding of checked.findings) {
    if (only && !only(finding)) continue;
    let fix: Fix | undefined;
    try {
      fix = safeFixFor(checked, finding);
    } catch {
      continue;
    }
    if (!fix || fix.edits.some((edit) => edits.some((other) => overlaps(edit.span, other.span)))) continue;
    edits.push(...fix.edits);
  }
  return edits;
}

/** The text after all safe fixes, applied until nothing more changes (at most ten rounds: fixes converge, a text is finite). */
export function fixAll(input: CheckInput): { readonly text: string; readonly checked: Checked } {
  let checked = check(input);
  for (let round = 0; round < 10; round++) {
    const edits = safeEdits(checked);
    const text = applyEdits(checked.input.text, edits);
    if (text === checked.input.text) break;
    checked = check({ ...input, text, previous: checked });
  }
  return { text: checked.input.text, checked };
}
