import type { Postmortem, Section, SectionKind } from '../model/postmortem.ts';
import { insert, type TextEdit } from '../text/edit.ts';
import { contentEnd } from './listEdits.ts';

/** Text below the heading of a section, in front of what stands there; `text` has `\n` line ends. */
export function belowHeading(section: Section, text: string, postmortem: Postmortem): TextEdit {
  const { eol } = postmortem.source;
  return insert(contentEnd(section.heading, postmortem.source), `${eol}${eol}${text.replaceAll('\n', eol)}`);
}

/** Text at the end of a section, sub-sections left behind it. */
export function atEndOf(section: Section, text: string, postmortem: Postmortem): TextEdit {
  const { source } = postmortem;
  const last = section.blocks
    .filter((block) => !section.children.some((child) => child.span.start <= block.start))
    .at(-1);
  const at = contentEnd(last ?? section.heading, source);
  return insert(at, `${source.eol}${source.eol}${text.replaceAll('\n', source.eol)}`);
}

/** A new section: in front of the first section of one of the kinds `before`, else at the end of the document. */
export function newSection(
  title: string,
  body: string,
  before: readonly SectionKind[],
  postmortem: Postmortem,
): TextEdit {
  const { source, sections } = postmortem;
  const next = sections.find((section) => section.kind && before.includes(section.kind) && !section.parent?.kind);
  const level = next?.level ?? Math.min(6, ...sections.map((section) => section.level), 2);
  const text = `${'#'.repeat(level)} ${title}\n\n${body}`.replaceAll('\n', source.eol);
  if (next) return insert(next.heading.start, `${text}${source.eol}${source.eol}`);
  const end = source.text.trimEnd().length;
  const last = end < source.text.length ? '' : source.eol;
  return insert(end, `${source.eol}${source.eol}${text}${last}`);
}
