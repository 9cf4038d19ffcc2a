import type { SectionKind } from '../../../model/postmortem.ts';
import type { DocumentTemplate, TemplateSection } from '../../../model/template.ts';

/** What stands where no template of ours has a text for the section. */
const ANYTHING = '[what to write]';

const FILL_IN = /\[[^[\]\n]*\]/g;
/** The marker of a list, and a sign behind it. */
const ITEM = /^(?:[-*]|\d+\.)\s+(?:\p{Extended_Pictographic}\ufe0f?\s+)?/u;

/** What our own templates ask for in a section of a kind: the texts that a template made from a document asks with, too. */
export class Hints {
  readonly #sections: readonly TemplateSection[];

  constructor(templates: readonly DocumentTemplate[]) {
    const below = (sections: readonly TemplateSection[]): TemplateSection[] =>
      sections.flatMap((section) => [section, ...below(section.children)]);
    this.#sections = templates.flatMap(({ sections }) => below(sections));
  }

  /** Fill-ins for a section, at least one: those of a list, or the one of a paragraph. */
  of(kind: SectionKind | undefined, subKind: string | undefined, isList: boolean): readonly string[] {
    if (!kind) return [ANYTHING];
    if (kind === 'action-items') return [this.action()];
    const bodies = this.#bodies(kind, subKind);
    // Labelled lines and tables are a shape of their own.
    const plain = bodies.filter((body) => !/\*\*|^\||HH:MM/m.test(body));
    const fitting = plain.find((body) => ITEM.test(body) === isList) ?? plain[0] ?? bodies[0];
    const lines = fitting?.split('\n').flatMap((line) => (line.includes('[') ? line.replace(ITEM, '') : []));
    return lines && lines.length > 0 ? lines : [ANYTHING];
  }

  /** What happened, entry by entry. */
  entries(): readonly string[] {
    const lines = this.#bodies('timeline', undefined).map((body) =>
      body.split('\n').filter((line) => /HH:MM/.test(line)),
    );
    const open = lines.find((found) => found.length > 0 && found.every((line) => /HH:MM\W+\[[^[\]]+\]\W*$/.test(line)));
    return open?.flatMap((line) => line.match(FILL_IN) ?? []) ?? [ANYTHING];
  }

  /** The answers of a chain of whys, and what stands behind "Root cause:" and "Fix:". */
  whys(): { readonly answers: readonly string[]; readonly rootCause: string; readonly fix: string } {
    const found = this.#bodies('five-whys', undefined)[0]?.match(FILL_IN) ?? [];
    const [rootCause = ANYTHING, fix = ANYTHING] = found.slice(5);
    return { answers: found.slice(0, 5), rootCause, fix };
  }

  /** What an action item says. */
  action(): string {
    return (
      this.#bodies('action-items', undefined)[0]
        ?.match(FILL_IN)
        ?.find((found) => found.includes(' ')) ?? ANYTHING
    );
  }

  /** The whole text that the first of our templates has for a kind. */
  body(kind: SectionKind): string | undefined {
    return this.#bodies(kind, undefined)[0];
  }

  /** A title for a kind in our own words. */
  title(kind: SectionKind): string | undefined {
    return this.#sections.find((section) => section.kind === kind && !section.subKind)?.title;
  }

  #bodies(kind: SectionKind, subKind: string | undefined): string[] {
    const ofKind = this.#sections.filter((section) => section.kind === kind && section.body !== '');
    const same = ofKind.filter((section) => section.subKind === subKind);
    return [...same, ...ofKind].map(({ body }) => body);
  }
}
