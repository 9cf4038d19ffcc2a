import type { Checked } from '../../engine/check.ts';
import { t } from '../../l10n.ts';
import type { Postmortem } from '../../model/postmortem.ts';
import type { TemplateSection } from '../../model/template.ts';
import type { CompletionChoice, CompletionPlace } from './item.ts';

/** Sections of the template that the document does not have yet, with their bodies. */
export function sectionChoices({ postmortem, template }: Checked, place: CompletionPlace): CompletionChoice[] {
  const typed = /^(#{0,6})[^#\n]*$/.exec(place.before);
  if (!postmortem || !template || !typed || place.after.trim() !== '') return [];
  const replace = { start: place.lineStart, end: place.offset };
  const wanted = typed[1]!.length;
  const levels = postmortem.sections.filter((section) => !section.parent).map((section) => section.level);
  const top = levels.length > 0 ? Math.min(...levels) : 2;
  const choices: CompletionChoice[] = [];
  const look = (sections: readonly TemplateSection[], level: number) => {
    for (const section of sections) {
      if (!has(postmortem, section)) {
        const marks = '#'.repeat(wanted || level);
        choices.push({
          label: `${marks} ${section.title}`,
          kind: 'section',
          detail: section.optional ? t('optional section') : t('section'),
          documentation: section.body,
          replace,
          text: whole(section, wanted || level),
          filter: `${place.before}${marks} ${section.title}`,
        });
      } else look(section.children, level + 1);
    }
  };
  look(template.sections, top);
  return choices;
}

function has(postmortem: Postmortem, wanted: TemplateSection): boolean {
  return postmortem.sections.some(
    (section) =>
      section.title.toLowerCase() === wanted.title.toLowerCase() ||
      (wanted.kind !== undefined && section.kind === wanted.kind && section.subKind === wanted.subKind),
  );
}

function whole(section: TemplateSection, level: number): string {
  const parts = [`${'#'.repeat(Math.min(level, 6))} ${section.title}`];
  if (section.body !== '') parts.push(section.body);
  for (const child of section.children) parts.push(whole(child, level + 1));
  return parts.join('\n\n');
}
