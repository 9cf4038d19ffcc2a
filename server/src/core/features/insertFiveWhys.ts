import type { Checked } from '../engine/check.ts';
import type { Section } from '../model/postmortem.ts';
import type { TemplateSection } from '../model/template.ts';
import { builtinTemplates } from '../model/templates.ts';
import { insert } from '../text/edit.ts';
import type { DocumentChange } from './documentChange.ts';

/**
 * A Five Whys section as the document's template has it (the standard one where it has none): at the end of the root cause
 * analysis, else before the action items, else at the end.
 */
export function insertFiveWhys({ postmortem, template, document }: Checked): DocumentChange {
  if (!postmortem) return { nothing: 'This document is no postmortem' };
  const there = postmortem.sections.find((section) => section.kind === 'five-whys');
  if (there || postmortem.whyChains.length > 0)
    return { nothing: 'This document has a Five Whys already. Its quick fixes and lenses add the next why' };
  const model = [template, ...builtinTemplates]
    .map((candidate) => candidate && findWhys(candidate.sections))
    .find(Boolean);
  if (!model) return { nothing: 'No template has a Five Whys section' };

  const { source } = document;
  const cause = postmortem.sections.find((section) => section.kind === 'root-cause' && !section.parent?.kind);
  const follower = postmortem.sections.find((section) => section.kind === 'action-items');
  const level = cause ? cause.level + 1 : (follower?.level ?? topLevel(postmortem.sections));
  const heading = `${'#'.repeat(Math.min(level, 6))} ${model.title}`;
  const body = model.body.replace(/\r?\n/g, source.eol);
  const text = `${heading}${source.eol}${source.eol}${body}`;
  const blank = `${source.eol}${source.eol}`;
  if (!cause && follower) return { edits: [insert(follower.heading.start, `${text}${blank}`)] };
  const after = cause ? cause.span.end : source.text.trimEnd().length;
  return { edits: [insert(source.text.slice(0, after).trimEnd().length, `${blank}${text}`)] };
}

function findWhys(sections: readonly TemplateSection[]): TemplateSection | undefined {
  for (const section of sections) {
    if (section.kind === 'five-whys' && section.body !== '') return section;
    const below = findWhys(section.children);
    if (below) return below;
  }
  return undefined;
}

function topLevel(sections: readonly Section[]): number {
  return Math.max(2, Math.min(...sections.map((section) => section.level), 6));
}
