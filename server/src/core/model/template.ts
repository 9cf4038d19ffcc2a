import type { FieldKind, SectionKind } from './postmortem.ts';

/** A section that a template asks for. */
export interface TemplateSection {
  readonly kind: SectionKind | undefined;
  readonly subKind: string | undefined;
  /** Heading text as the template writes it. */
  readonly title: string;
  readonly level: number;
  readonly optional: boolean;
  /** Markdown below the heading, sub-sections left out, without blank lines at both ends. */
  readonly body: string;
  readonly children: readonly TemplateSection[];
}

/** A field of a template's header, as it writes it. */
export interface TemplateField {
  readonly kind: FieldKind;
  readonly name: string;
  /** The whole line, e.g. `**Date:** [date]`. */
  readonly line: string;
  /** Marked with `<!-- optional -->` behind its value. */
  readonly optional: boolean;
}

/**
 * A template is the schema of a document: a Markdown file whose headings say which sections a document needs and in which order,
 * whose bold fields say the metadata, and whose body is what fixes insert. `<!-- optional -->` under a heading makes it optional.
 * Behind a field it makes the field optional. `name` and `description` in its front matter are the template's own; what else stands
 * there is the front matter of its documents.
 */
export interface DocumentTemplate {
  /** File name without extension: `standard`, `google-sre`. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /**
   * What a new document starts from: the Markdown without the marks that say what is optional. Of the front matter it has what does not
   * describe the template itself.
   */
  readonly text: string;
  readonly fields: readonly TemplateField[];
  /** Top-level sections in order. */
  readonly sections: readonly TemplateSection[];
}
