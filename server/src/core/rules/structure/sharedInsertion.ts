import type { Postmortem, Section } from '../../model/postmortem.ts';
import type { DocumentTemplate, TemplateSection } from '../../model/template.ts';
import { isSatisfied, sectionsFor } from '../../model/templateFit.ts';
import { parseMarkdown } from '../../parse/markdown.ts';
import { applyEdits, insert, type TextEdit } from '../../text/edit.ts';
import { SourceText } from '../../text/source.ts';

/** A section that the template requires and the document does not have, with the siblings it stands among. */
export interface MissingSection {
  readonly wanted: TemplateSection;
  readonly siblings: readonly TemplateSection[];
  readonly template: DocumentTemplate;
  /** The document's section that the template nests it in. */
  readonly parent: Section | undefined;
}

/** What the document lacks of its template, in the template's order. Of a section that is missing as a whole its parts are not listed. */
export function missingSections(postmortem: Postmortem, template: DocumentTemplate): MissingSection[] {
  const missing: MissingSection[] = [];
  const look = (siblings: readonly TemplateSection[], parent: Section | undefined) => {
    for (const wanted of siblings) {
      if (wanted.optional) continue;
      const held = sectionsFor(wanted, postmortem, template);
      if (held.length === 0 && !isSatisfied(wanted, postmortem, template))
        missing.push({ wanted, siblings, template, parent });
      else if (wanted.children.length > 0 && held[0] && isDivided(held[0], wanted)) look(wanted.children, held[0]);
    }
  };
  look(template.sections, undefined);
  return missing;
}

/** A section told in one piece needs no parts; one that has some of them needs the others, too. */
function isDivided(section: Section, wanted: TemplateSection): boolean {
  const prose = section.blocks.some((block) => block.kind === 'paragraph' || block.kind === 'list');
  const parts = section.children.some((child) =>
    wanted.children.some((part) => part.kind !== undefined && part.kind === child.kind),
  );
  return parts || !prose;
}

/** Inserts a missing section at the template's place, in the document's own level and style of headings. */
export function insertSection(missing: MissingSection, postmortem: Postmortem): TextEdit {
  const { wanted, siblings, template, parent } = missing;
  const { source } = postmortem;
  const place = siblings.indexOf(wanted);
  const held = (section: TemplateSection) =>
    sectionsFor(section, postmortem, template).filter((found) => isAmong(found, parent))[0];

  const before = siblings
    .slice(0, place)
    .reverse()
    .map(held)
    .find((found) => found !== undefined);
  const after = siblings
    .slice(place + 1)
    .map(held)
    .find((found) => found !== undefined);
  const like =
    before ??
    after ??
    siblings.map(held).find((found) => found !== undefined) ??
    (parent ? undefined : postmortem.sections[0]);
  const level = like ? levelOf(like, parent) : parent ? parent.level + 1 : 2;
  const text = render(wanted, level, like, postmortem);

  const behind = before ?? (after || !parent ? undefined : parent);
  if (behind) return behindText(contentEnd(behind, postmortem), text, source);
  if (after) return insert(after.heading.start, `${lines(text, source.eol)}${source.eol}${source.eol}`);
  const first = like?.heading.start;
  if (first !== undefined && postmortem.sections[0] === like && place === 0)
    return insert(first, `${lines(text, source.eol)}${source.eol}${source.eol}`);
  const last = postmortem.sections.filter((section) => !section.parent).at(-1);
  return behindText(last ? contentEnd(last, postmortem) : source.text.trimEnd().length, text, source);
}

/** Whether the headings of inserted sections are headings: behind a comment or code that is never closed they are part of it. */
export function isReadAsInserted(edits: readonly TextEdit[], { source }: Postmortem): boolean {
  const headings = (text: string) =>
    parseMarkdown(new SourceText(text)).blocks.filter(({ kind }) => kind === 'heading').length;
  return headings(applyEdits(source.text, edits)) >= headings(source.text) + edits.length;
}

function behindText(at: number, text: string, source: Postmortem['source']): TextEdit {
  const gap = at === 0 ? '' : source.eol + source.eol;
  const rest = source.text.slice(at, at + 2);
  const close = at >= source.text.length || !/^\r?\n/.test(rest) ? source.eol : '';
  return insert(at, gap + lines(text, source.eol) + close);
}

function isAmong(section: Section, parent: Section | undefined): boolean {
  for (let at: Section | undefined = section; at; at = at.parent)
    if (at.parent === parent) return at === section || !parent;
  return !parent;
}

/** A section deep inside another one tells nothing of the level of its template's siblings. */
function levelOf(section: Section, parent: Section | undefined): number {
  let at = section;
  while (at.parent && at.parent !== parent) at = at.parent;
  return at.level;
}

/** End of what a section holds: in front of the rule that sets off the footer, and of blank lines. */
export function contentEnd(section: Section, postmortem: Postmortem): number {
  const last = postmortem.sections.at(-1);
  let holder: Section | undefined = last;
  while (holder && holder !== section) holder = holder.parent;
  if (last && holder) {
    const rule = last.blocks.findLastIndex((block) => block.kind === 'rule');
    const footer = last.blocks.slice(rule + 1);
    if (rule >= 0 && footer.every((block) => block.kind === 'paragraph' || block.kind === 'comment')) {
      const end = rule > 0 ? last.blocks[rule - 1]!.end : last.heading.end;
      return trimmedEnd(postmortem, Math.max(end, last.heading.end));
    }
  }
  return trimmedEnd(postmortem, section.span.end);
}

function trimmedEnd(postmortem: Postmortem, end: number): number {
  const { text } = postmortem.source;
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1]!)) at--;
  return at;
}

function render(section: TemplateSection, level: number, like: Section | undefined, postmortem: Postmortem): string {
  const parts = [heading(section.title, level, like, postmortem)];
  if (section.body !== '') parts.push(section.body);
  for (const child of section.children)
    if (!child.optional) parts.push(render(child, level + 1, undefined, postmortem));
  return parts.join('\n\n');
}

function heading(title: string, level: number, like: Section | undefined, postmortem: Postmortem): string {
  const sample = like ? postmortem.source.text.slice(like.heading.start, like.heading.end) : '#';
  if (/^(?:\*\*|__)/.test(sample)) return `**${title}**`;
  if (/\n[^\S\n]*(?:-{2,}|={2,})\s*$/.test(sample))
    return `${title}\n${(level === 1 ? '=' : '-').repeat(Math.max(3, title.length))}`;
  return `${'#'.repeat(Math.min(level, 6))} ${title}`;
}

/** The text with the document's line endings. */
export function lines(text: string, eol: string): string {
  return eol === '\n' ? text.replace(/\r\n/g, '\n') : text.replace(/\r?\n/g, eol);
}
