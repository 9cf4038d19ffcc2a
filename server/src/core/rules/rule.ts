import type { BaseIssue, BaseSchema } from 'valibot';
import type { Settings } from '../config/settings.ts';
import type { Postmortem } from '../model/postmortem.ts';
import type { DocumentTemplate } from '../model/template.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Confidence = 'high' | 'medium' | 'low';

export type RuleCategory =
  | 'blame'
  | 'structure'
  | 'metadata'
  | 'impact'
  | 'timeline'
  | 'five-whys'
  | 'action-items'
  | 'process'
  | 'balance'
  | 'facts'
  | 'privacy';

/** Another place that a finding is about, in the same document or (with `uri`) in another one. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
  readonly uri?: string;
}

/** What a rule's `check` yields: what was found where. The engine adds the rule, the severity and the text. */
export interface RuleFinding {
  readonly span: Span;
  /** Key of the rule's `messages`. */
  readonly message: string;
  readonly args?: Readonly<Record<string, string | number>>;
  /** Where it differs from the rule's own, e.g. information for "we". */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  readonly related?: readonly RelatedPlace[];
  /** What `fixes` needs to know again; plain data. */
  readonly data?: unknown;
}

/** A finding ready to be shown. Offsets are absolute UTF-16 offsets into the document. */
export interface Finding {
  readonly ruleId: string;
  readonly span: Span;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly related: readonly RelatedPlace[];
  readonly data: unknown;
}

/**
 * A change that answers a finding.
 * - `safe`: mechanical, changes no meaning, idempotent; may run unattended (fix all).
 * - `rewrite`: a sentence rewritten; a person chooses it.
 * - `template`: text to fill in.
 *
 * Fill-ins stand as `[what to write]` in the text of an edit; editors make tab stops of them.
 */
export interface Fix {
  readonly kind: 'safe' | 'rewrite' | 'template';
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly preferred?: boolean;
}

/** Facts from the other documents of the workspace; absent where only one document is known. */
export interface WorkspaceFacts {
  /** Where an incident id is documented, by normalised id (upper case). The document being checked is left out. */
  documentsOf(incidentId: string): readonly { readonly uri: string; readonly title: string; readonly span: Span }[];
  /** The next incident id that no document has, in the style of the given one. */
  nextIncidentId(like?: string): string;
  /** All incident ids known, for "did you mean". */
  readonly incidentIds: readonly string[];
  /** Documents whose root cause is much like this one's, best first. */
  similar(postmortem: Postmortem): readonly {
    readonly uri: string;
    readonly incidentId: string | undefined;
    readonly title: string;
    readonly reason: string;
    readonly score: number;
    /** Whether that document's incident is older than this one's. */
    readonly earlier: boolean;
  }[];
}

export interface RuleContext<Options = unknown> {
  readonly postmortem: Postmortem;
  readonly template: DocumentTemplate;
  readonly settings: Settings;
  readonly options: Options;
  /** The clock, injected: milliseconds since 1970. Undefined where no clock is given; rules about deadlines are then silent. */
  readonly now: number | undefined;
  readonly workspace: WorkspaceFacts | undefined;
}

/** A document beside the one in an example. */
export interface OtherDocument {
  readonly incidentId: string;
  readonly title: string;
  /** How much its root cause is like this one's, 0 to 1; 0 where it is left out. It is older than this document. */
  readonly likeness?: number;
}

/**
 * One example of a rule: test, documentation and hover at once. `⟦` and `⟧` mark the spans that must be found, completely.
 * A text without a heading is put under the rule's `exampleSection` in a small postmortem.
 */
export type RuleExample = {
  readonly name: string;
  /** ISO date and time that "now" is in this example. */
  readonly now?: string;
  /** A whole document: nothing is put around it. */
  readonly whole?: boolean;
  readonly options?: Readonly<Record<string, unknown>>;
  /** The other documents of the workspace, for rules that look at them; none where it is left out. */
  readonly others?: readonly OtherDocument[];
} & (
  | { readonly good: string }
  | {
      readonly bad: string;
      /** The text after the fix with the title `fix` (the first fix where none is named). */
      readonly fixed?: string;
      readonly fix?: string;
      readonly severity?: Severity;
    }
);

export interface RuleDocs {
  /** Why it matters, one to three sentences. */
  readonly why: string;
  /** What to write instead. */
  readonly instead: string;
  /** What is left alone on purpose. */
  readonly notFlagged: string;
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

type OptionsSchema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;

export interface Rule<Options = unknown> {
  /** `category/name`; permanent once released. */
  readonly id: string;
  readonly title: string;
  /** Severity in a document in review; `off` for rules a team turns on. */
  readonly severity: Severity | 'off';
  /** Completeness findings are hints while the document is a draft. */
  readonly completeness: boolean;
  /** What makes the findings change: `prose` rules look at one run of text at a time and offer no safe fixes, `document` rules look at the whole. */
  readonly scope: 'prose' | 'document';
  readonly docs: RuleDocs;
  readonly options?: OptionsSchema;
  readonly messages: Readonly<Record<string, string>>;
  /** Section heading that examples without one are put under, e.g. "Timeline". */
  readonly exampleSection: string;
  readonly examples: readonly RuleExample[];
  check(context: RuleContext<Options>): Iterable<RuleFinding>;
  fixes?(finding: Finding, context: RuleContext<Options>): Iterable<Fix>;
}

/** Declares a rule. Its file must lie at `rules/<category>/<name>.ts` and export it as default; the registry is generated. */
export function defineRule<Options = unknown>(
  rule: Omit<Rule<Options>, 'completeness' | 'scope'> & Partial<Pick<Rule<Options>, 'completeness' | 'scope'>>,
): Rule<Options> {
  // Not copied: in a bundle the texts of a rule are getters, which load them.
  return Object.assign(rule, { completeness: rule.completeness ?? false, scope: rule.scope ?? ('document' as const) });
}

/** The category of a rule id: what stands before its slash. */
export function categoryOf(ruleId: string): RuleCategory {
  return ruleId.slice(0, ruleId.indexOf('/')) as RuleCategory;
}
