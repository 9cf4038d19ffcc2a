import type { Block } from '../parse/block.ts';
import type { MarkdownDocument } from '../parse/markdown.ts';
import type { ProseRun } from '../parse/prose.ts';
import type { SourceText } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Instant, ZonedDate } from './time.ts';

/** The canonical meaning of a heading; found through the alias table (sectionKinds.ts), never by the literal words. */
export type SectionKind =
  | 'summary'
  | 'impact'
  | 'timeline'
  | 'background'
  | 'root-cause'
  | 'trigger'
  | 'contributing-factors'
  | 'five-whys'
  | 'detection'
  | 'response'
  | 'went-well'
  | 'went-poorly'
  | 'got-lucky'
  | 'lessons'
  | 'action-items'
  | 'prevention'
  | 'related-incidents'
  | 'people'
  | 'stats'
  | 'supporting'
  | 'external'
  | 'review';

/** A value as it stands in the document. `text` is the visible text, trimmed. */
export interface Value {
  readonly text: string;
  readonly span: Span;
}

/** A heading (or a bold line that serves as one) and everything below it up to the next heading of its level or higher. */
export interface Section {
  /** Undefined for a heading that no alias knows. */
  readonly kind: SectionKind | undefined;
  /** Distinguishes sections of one kind that a template lists separately ("what-happened", "short-term", "recovery"). */
  readonly subKind: string | undefined;
  /** Heading text without numbering, emoji and trailing colon. */
  readonly title: string;
  readonly level: number;
  /** The heading line itself, marks included. */
  readonly heading: Span;
  /** The heading's visible text. */
  readonly headingText: Span;
  /** From the heading to the end of the last block of the section, subsections included. */
  readonly span: Span;
  /**
   * Blocks directly in this section, those of subsections left out. A heading that is a time, a date or a person opens no section:
   * it stands among these blocks.
   */
  readonly blocks: readonly Block[];
  readonly parent: Section | undefined;
  readonly children: readonly Section[];
}

export interface Title {
  readonly span: Span;
  readonly text: string;
  readonly incidentId: Value | undefined;
  /** The title without "Postmortem:" and the incident id; undefined where nothing is left. */
  readonly name: Value | undefined;
}

/** Fields a header can have; `other` for keys that no alias knows. */
export type FieldKind =
  | 'incident-id'
  | 'date'
  | 'start'
  | 'end'
  | 'detected'
  | 'duration'
  | 'severity'
  | 'status'
  | 'incident-commander'
  | 'attendees'
  | 'authors'
  | 'owner'
  | 'services'
  | 'team'
  | 'trigger'
  | 'meeting'
  | 'time-to-detect'
  | 'time-to-mitigate'
  | 'time-to-recover'
  | 'users-affected'
  | 'services-down'
  | 'revenue-loss'
  | 'data-loss'
  | 'customer-complaints'
  | 'completed-by'
  | 'reviewed-by'
  | 'completed-date'
  | 'category'
  | 'on-call'
  | 'responders'
  | 'manager'
  | 'other';

/** `key: value` in any dress: bold, bullet, table row, heading with a paragraph, front matter. */
export interface Field {
  readonly kind: FieldKind;
  readonly name: Value;
  /** An empty value has an empty span where it would be written. */
  readonly value: Value;
  readonly form: 'bold' | 'plain' | 'bullet' | 'table' | 'heading' | 'front-matter' | 'quote';
  /** The line, row or item that holds the field. */
  readonly line: Span;
  /** Where the field stands: the header, the impact section, the stats, the footer. */
  readonly place: 'header' | 'impact' | 'stats' | 'footer' | 'front-matter' | 'body';
}

export type Milestone =
  | 'start'
  | 'detection'
  | 'assignment'
  | 'hypothesis'
  | 'fix-attempt'
  | 'mitigation'
  | 'verification'
  | 'monitoring'
  | 'resolution';

/** One entry of the timeline. */
export interface TimelineEntry {
  /** The whole row, item or line. */
  readonly span: Span;
  /** The time as written, or undefined where the entry has none. */
  readonly time: Value | undefined;
  /** The time understood; undefined where there is none or it cannot be read. */
  readonly at: Instant | undefined;
  /** End of a range ("10:01 – 10:20"). */
  readonly until: Instant | undefined;
  readonly problem: 'no-time' | 'invalid-time' | 'placeholder' | 'unknown-time' | 'unlikely-date' | undefined;
  /** What happened. */
  readonly event: Value;
  readonly prose: ProseRun | undefined;
  readonly milestones: readonly Milestone[];
  /** Number of the list, table or run of headings that holds the entry; entries are only sorted among those with the same number. */
  readonly block: number;
  /** What `at` rests on: a time of day, a date alone, or minutes since the start ("T+12m"). Only entries of one basis compare. */
  readonly basis: 'clock' | 'day' | 'relative' | undefined;
  /** "~14:00", "around noon". */
  readonly approximate: boolean;
  /** Whether the entry writes its own date; otherwise it is that of an entry or a heading above, or of the document. */
  readonly dateStated: boolean;
  /** Zone written with this very time, as in `Instant.zone`; undefined where it is stated elsewhere or nowhere. */
  readonly ownZone: string | undefined;
  /** ISO date that was probably meant by an `unlikely-date`. */
  readonly likelyDate: string | undefined;
}

export interface Timeline {
  readonly section: Section;
  readonly form: 'table' | 'bullets' | 'numbered' | 'lines' | 'headings' | 'code' | 'prose' | 'mixed';
  readonly entries: readonly TimelineEntry[];
  /** Zone stated for the whole timeline (heading, lead-in line, column); undefined where none is stated anywhere. */
  readonly zone: Value | undefined;
  /** That zone as understood: IANA name or fixed offset. */
  readonly zoneName: string | undefined;
  /** The blocks that hold the entries. */
  readonly blocks: readonly Block[];
}

/** Times that can be told from the timeline, and the minutes between them; undefined where a milestone is missing. */
export interface Derived {
  readonly start: Instant | undefined;
  readonly detection: Instant | undefined;
  readonly assignment: Instant | undefined;
  readonly mitigation: Instant | undefined;
  readonly resolution: Instant | undefined;
  /** Minutes. */
  readonly timeToDetect: number | undefined;
  readonly timeToMitigate: number | undefined;
  readonly timeToRecover: number | undefined;
  readonly duration: number | undefined;
}

export type ActionStatus = 'open' | 'in-progress' | 'done' | 'cancelled';
export type ActionStrength = 'strong' | 'intermediate' | 'weak';

export interface ActionItem {
  readonly span: Span;
  readonly id: Value | undefined;
  readonly action: Value;
  readonly prose: ProseRun | undefined;
  readonly owner: Value | undefined;
  readonly priority: Value | undefined;
  readonly due: Value | undefined;
  readonly dueDate: ZonedDate | undefined;
  readonly status: Value | undefined;
  /** The status understood; undefined where the text is outside the known set. No status at all is `open`. */
  readonly state: ActionStatus | undefined;
  readonly ticket: Value | undefined;
  readonly placeholder: boolean;
  /** Index into `ActionItems.groups`. */
  readonly group: number;
  /** The table row or list item that holds it; the paragraph where it is written as one. */
  readonly block: Block;
}

export type ActionColumn = 'id' | 'action' | 'owner' | 'priority' | 'due' | 'status' | 'ticket' | 'type';

/** One table or list of action items. Column positions are 0-based; undefined where the table has no such column. */
export interface ActionGroup {
  readonly form: 'table' | 'list' | 'paragraph';
  readonly block: Block;
  readonly section: Section;
  readonly columns: Partial<Record<ActionColumn, number>>;
  readonly items: readonly ActionItem[];
}

export interface ActionItems {
  readonly groups: readonly ActionGroup[];
  readonly items: readonly ActionItem[];
}

export interface Why {
  /** The whole item, row or pair of lines. */
  readonly span: Span;
  readonly question: Value | undefined;
  readonly answer: Value;
  readonly prose: ProseRun | undefined;
  readonly placeholder: boolean;
  /** Index of the why whose answer this one asks on; undefined for the first. A chain with branches has several with one parent. */
  readonly parent: number | undefined;
}

export interface WhyChain {
  readonly section: Section;
  readonly form: 'numbered' | 'bullets' | 'bold' | 'table' | 'headings' | 'because' | 'arrows';
  readonly whys: readonly Why[];
  /** "Root Cause:" behind the chain. */
  readonly rootCause: Value | undefined;
  readonly fix: Value | undefined;
  readonly span: Span;
}

export type Lifecycle = 'draft' | 'in-review' | 'final';

/** A piece of text a person wrote, with what a checker needs to know of the place it stands in. */
export interface ProseUnit {
  readonly run: ProseRun;
  readonly section: Section | undefined;
  /** Kind of the section or, where it has none, of the nearest section above that has one. */
  readonly kind: SectionKind | undefined;
  readonly role: 'paragraph' | 'item' | 'cell' | 'heading';
  /** In a table: what the column holds, where that is known. */
  readonly column:
    | 'time'
    | 'event'
    | 'action'
    | 'owner'
    | 'status'
    | 'id'
    | 'priority'
    | 'due'
    | 'actor'
    | 'other'
    | undefined;
  /** Inside a block quote. */
  readonly quoted: boolean;
  /** Under a "Bad:" or ❌ example label. */
  readonly badExample: boolean;
  /** A metadata line ("**Attendees:** …"): names in it are nobody's fault. */
  readonly metadata: boolean;
}

/** Persons the document itself names, by where it names them. Names are as written, without `@`. */
export interface People {
  readonly names: readonly string[];
  readonly roles: ReadonlyMap<string, string>;
}

/** What the checks read: a document understood as a postmortem, every value with its span. */
export interface Postmortem {
  readonly document: MarkdownDocument;
  readonly source: SourceText;
  readonly title: Title | undefined;
  /** All sections in the order of the text, those within others included; `parent` and `children` link them. The title is none of them. */
  readonly sections: readonly Section[];
  readonly fields: readonly Field[];
  readonly timelines: readonly Timeline[];
  readonly derived: Derived;
  readonly actionItems: ActionItems;
  readonly whyChains: readonly WhyChain[];
  readonly prose: readonly ProseUnit[];
  readonly people: People;
  readonly lifecycle: Lifecycle;
  /** When the incident happened, as far as the document says. */
  readonly date: ZonedDate | undefined;
  readonly severity: { readonly value: Value; readonly normalized: string | undefined } | undefined;
}
