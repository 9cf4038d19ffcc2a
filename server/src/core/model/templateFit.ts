import { normalizeHeading } from './headingText.ts';
import type { Postmortem, Section, SectionKind } from './postmortem.ts';
import type { DocumentTemplate, TemplateSection } from './template.ts';

/** Kinds that tell one template from another. Lists of people, figures, links and comments stand in all of them. */
const UNTELLING: ReadonlySet<SectionKind> = new Set(['people', 'stats', 'supporting', 'external', 'review']);

/** Kinds under whose name a template's section may stand, where the template does not ask for them, too. */
const INSTEAD: Partial<Record<SectionKind, readonly SectionKind[]>> = {
  summary: ['background'],
  'root-cause': ['contributing-factors', 'five-whys', 'trigger'],
  'contributing-factors': ['root-cause'],
};

/** What a template asks for, as `kind/sub-kind` and as `kind`. */
const asked = new WeakMap<DocumentTemplate, ReadonlySet<string>>();

function askedBy(template: DocumentTemplate): ReadonlySet<string> {
  let keys = asked.get(template);
  if (!keys) {
    const collect = (sections: readonly TemplateSection[]): string[] =>
      sections.flatMap((section) => [
        `${section.kind}`,
        `${section.kind}/${section.subKind ?? ''}`,
        ...collect(section.children),
      ]);
    keys = new Set(collect(template.sections));
    asked.set(template, keys);
  }
  return keys;
}

/**
 * The sections of a document that stand for a section of its template, best first: the same kind and sub-kind, the same kind, or
 * a kind that does the same work. What the template asks for elsewhere stands for that, and for nothing else. A section of no
 * known kind is found by its words.
 */
export function sectionsFor(wanted: TemplateSection, postmortem: Postmortem, template: DocumentTemplate): Section[] {
  const { sections } = postmortem;
  if (!wanted.kind) {
    const words = normalizeHeading(wanted.title);
    return sections.filter((section) => normalizeHeading(section.title) === words);
  }
  const same = sections.filter((section) => section.kind === wanted.kind && section.subKind === wanted.subKind);
  if (same.length > 0) return same;
  const keys = askedBy(template);
  const alike = sections.filter(
    (section) => section.kind === wanted.kind && !keys.has(`${section.kind}/${section.subKind ?? ''}`),
  );
  if (alike.length > 0) return alike;
  const instead = (INSTEAD[wanted.kind] ?? []).filter((kind) => !keys.has(kind));
  return sections.filter((section) => section.kind && instead.includes(section.kind));
}

/** "**Impact:** mail waited for 40 minutes" in the header says what a section would. */
const TOLD_IN_HEADER: Partial<Record<SectionKind, RegExp>> = {
  summary: /^(?:summary|overview|what happened)\b/i,
  impact: /^(?:user |customer )?impact\b/i,
  'root-cause': /^root[ -]causes?\b/i,
  detection: /^detection\b/i,
};

/** Whether the document has what a section of its template asks for, in a section of its own or in another form. */
export function isSatisfied(wanted: TemplateSection, postmortem: Postmortem, template: DocumentTemplate): boolean {
  if (sectionsFor(wanted, postmortem, template).length > 0) return true;
  const { sections, fields } = postmortem;
  const has = (kind: SectionKind) => sections.some((section) => section.kind === kind);
  const named = (words: RegExp) => sections.some((section) => words.test(section.title));
  switch (wanted.kind) {
    case 'lessons':
      return wanted.children.some((child) => child.kind === 'went-well') && has('went-well') && has('went-poorly');
    case 'summary':
    case 'impact':
    case 'root-cause':
    case 'detection': {
      const told = TOLD_IN_HEADER[wanted.kind];
      return fields.some(({ name, value }) => told?.test(name.text) && value.text.length >= 20);
    }
    case 'timeline':
      return postmortem.timelines.length > 0 || sections.some(tellsTimes);
    case 'people':
      return fields.some((field) => field.kind === 'attendees' || field.kind === 'responders');
    case 'stats':
      return fields.some((field) => field.place === 'stats');
    case 'trigger':
      return named(/trigger/i);
    case 'contributing-factors':
      return named(/contributing/i);
    case 'five-whys':
      return postmortem.whyChains.length > 0;
    case 'prevention':
      return wanted.subKind === undefined && named(/\bprevent|\b(?:short|long)[- ]term\b/i);
    default:
      return false;
  }
}

/** "How did we respond?" with its entries by the clock is a timeline under another name. */
function tellsTimes(section: Section): boolean {
  if (section.kind !== 'response' && section.kind !== 'background' && section.kind !== 'detection') return false;
  const items = section.blocks.flatMap((block) => (block.kind === 'list' ? block.children : []));
  return items.filter((item) => /^\W{0,3}\d{1,2}:\d{2}\b/.test(item.children[0]?.text ?? '')).length >= 3;
}

/** Part of the template's required top-level sections that the document has, 0–1; 1 for a template that requires none. */
export function coverage(postmortem: Postmortem, template: DocumentTemplate): number {
  const required = template.sections.filter((section) => !section.optional);
  if (required.length === 0) return 1;
  return required.filter((section) => isSatisfied(section, postmortem, template)).length / required.length;
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
