import type { Span } from '../../text/span.ts';

/** One completion. `text` takes the place of `replace`; its fill-ins become tab stops where the editor has those. */
export interface CompletionChoice {
  readonly label: string;
  readonly kind: 'section' | 'field' | 'value' | 'person' | 'date' | 'entry' | 'incident' | 'rule' | 'keyword';
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** A rule whose help is the documentation, to be looked up when the choice is shown. */
  readonly rule?: string;
  /** The id of an incident or the name of a person: what other postmortems say about it is the documentation, looked up like that. */
  readonly about?: string;
  readonly replace: Span;
  readonly text: string;
  /** What typed text is compared with, where that is not the label. */
  readonly filter?: string;
}

/** What completions know besides the document. */
export interface CompletionFacts {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** People of other documents, without `@`. */
  readonly people: readonly string[];
  readonly incidents: readonly { readonly id: string; readonly title: string }[];
  readonly templates: readonly { readonly id: string; readonly name: string; readonly description: string }[];
}

/** The place of the cursor, as completions look at it. */
export interface CompletionPlace {
  readonly offset: number;
  readonly lineStart: number;
  /** The line up to the cursor. */
  readonly before: string;
  /** The line behind the cursor. */
  readonly after: string;
}
