import type { Postmortem } from '../model/postmortem.ts';
import type { TextEdit } from '../text/edit.ts';
import { itemAfter } from './listEdits.ts';
import { atEndOf, newSection } from './sectionEdits.ts';

/** Lists an incident under “Related Incidents”, which is made where there is none. The title may start with the id. */
export function listRelated(id: string | undefined, title: string, postmortem: Postmortem): TextEdit {
  const line = id ? `${id}: ${title.replace(new RegExp(`^\\W*${escaped(id)}\\W*`, 'i'), '')}` : title;
  const section = postmortem.sections.find(({ kind }) => kind === 'related-incidents');
  const list = section?.blocks.find((block) => block.kind === 'list');
  if (list) return itemAfter(list, undefined, line, postmortem.source);
  return section
    ? atEndOf(section, `- ${line}`, postmortem)
    : newSection('Related Incidents', `- ${line}`, ['supporting'], postmortem);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
