import { normalizeHeading } from './headingText.ts';
import type { Postmortem, Section, SectionKind } from './postmortem.ts';
import type { DocumentTemplate, TemplateSection } from './template.ts';

/** Kinds that tell one template from another. Lists of people, figures, links and comments stand in all of them. */
const UNTELLING: ReadonlySet<SectionKind> = new Set(['people', 'stats', 'supporting', 'external', 'review']);

/** Sections in whose place a template's section may stand under another name, by the template's kind. */
const INSTEAD: Partial<Record<SectionKind, readonly SectionKind[]>> = {
  summary: ['background'],
  'root-cause': ['contributing-factors', 'five-whys', 'trigger'],
  'contributing-factors': ['root-cause'],
  response: ['response'],
  background: ['background'],
};

/**
 * The sections of a document that stand for a section of its template, best first: the same kind and sub-kind, the same kind, or
 * a kind that does the same work. A section of no known kind is found by its words.
 */
export function sectionsFor(wanted: TemplateSection, postmortem: Postmortem): Section[] {
  const { sections } = postmortem;
  if (!wanted.kind) {
    const words = normalizeHeading(wanted.title);
    return sections.filter((section) => normalizeHeading(section.title) === words);
  }
  const same = sections.filter((section) => section.kind === wanted.kind && section.subKind === wanted.subKind);
  if (same.length > 0) return same;
  const kind = sections.filter((section) => section.kind === wanted.kind);
  if (kind.length > 0 && !isListedApart(wanted)) return kind;
  const instead = INSTEAD[wanted.kind] ?? [];
  return sections.filter((section) => section.kind && section.kind !== wanted.kind && instead.includes(section.kind));
}

/** "Short-term" and "Recovery" are something else than "Prevention" and "Response". */
function isListedApart(wanted: TemplateSection): boolean {
  return (
    wanted.subKind !== undefined &&
    wanted.kind !== 'root-cause' &&
    wanted.kind !== 'response' &&
    wanted.kind !== 'impact'
  );
}

/** Whether the document has what a section of its template asks for, in a section of its own or in another form. */
export function isSatisfied(wanted: TemplateSection, postmortem: Postmortem): boolean {
  if (sectionsFor(wanted, postmortem).length > 0) return true;
  const has = (...kinds: SectionKind[]) =>
    postmortem.sections.some((section) => section.kind && kinds.includes(section.kind));
  switch (wanted.kind) {
    case 'lessons':
      return has('went-well') && has('went-poorly');
    case 'people':
      return postmortem.fields.some((field) => field.kind === 'attendees' || field.kind === 'responders');
    case 'stats':
      return postmortem.fields.some((field) => field.place === 'stats');
    case 'trigger':
      return postmortem.sections.some((section) => /trigger/i.test(section.title));
    case 'contributing-factors':
      return postmortem.sections.some((section) => /contributing/i.test(section.title));
    case 'five-whys':
      return postmortem.whyChains.length > 0;
    case 'prevention':
      return postmortem.sections.some((section) => /\bprevent|\b(?:short|long)[- ]term\b/i.test(section.title));
    case 'related-incidents':
      return has('related-incidents');
    default:
      return false;
  }
}

/** Part of the template's required top-level sections that the document has, 0–1; 1 for a template that requires none. */
export function coverage(postmortem: Postmortem, template: DocumentTemplate): number {
  const required = template.sections.filter((section) => !section.optional);
  if (required.length === 0) return 1;
  return required.filter((section) => isSatisfied(section, postmortem)).length / required.length;
}

/** How alike the sections of a document and those a template asks for are, 0–1: what both have over what either has. */
export function similarity(postmortem: Postmortem, template: DocumentTemplate): number {
  const wanted = new Map<string, boolean>();
  const collect = (sections: readonly TemplateSection[], optional: boolean, depth: number) => {
    for (const section of sections) {
      if (section.kind && !UNTELLING.has(section.kind)) {
        const key = keyOf(section);
        const must = !optional && !section.optional && depth === 0;
        wanted.set(key, (wanted.get(key) ?? false) || must);
      }
      collect(section.children, optional || section.optional, depth + 1);
    }
  };
  collect(template.sections, false, 0);

  const held = new Set<string>();
  for (const section of postmortem.sections) if (section.kind && !UNTELLING.has(section.kind)) held.add(keyOf(section));
  let both = 0;
  let required = 0;
  for (const [key, must] of wanted) {
    if (held.has(key)) both++;
    else if (must) required++;
  }
  const foreign = [...held].filter((key) => !wanted.has(key)).length;
  return both / Math.max(1, both + required + foreign);
}

/** Kinds that templates split tell apart by their sub-kinds, too. */
function keyOf(section: { readonly kind: SectionKind | undefined; readonly subKind: string | undefined }): string {
  return section.kind === 'response' || section.kind === 'related-incidents' || section.subKind === 'fault'
    ? `${section.kind}/${section.subKind ?? ''}`
    : `${section.kind}`;
}
