import type { Checked } from '../../engine/check.ts';
import type { CompletionChoice, CompletionFacts, CompletionPlace } from './item.ts';
import { sectionChoices } from './sections.ts';
import { suppressionChoices } from './suppressions.ts';
import { timelineChoices } from './timeline.ts';
import { actionCells, fieldValues, missingFields, people, word } from './values.ts';
import { whyChoices } from './whys.ts';

export type { CompletionChoice, CompletionFacts } from './item.ts';

/** What can stand at an offset of a postmortem, best first; nothing in running text. */
export function completionsAt(checked: Checked, offset: number, facts: CompletionFacts): CompletionChoice[] {
  const { postmortem, document } = checked;
  if (!postmortem) return [];
  const { source } = document;
  const line = source.lineOf(offset);
  const lineStart = source.lineStart(line);
  const place: CompletionPlace = {
    offset,
    lineStart,
    before: source.text.slice(lineStart, offset),
    after: source.text.slice(offset, source.lineEnd(line)),
  };
  if (place.before.length > 500 || isCode(checked, offset)) return [];
  const { frontMatter } = document;
  if (frontMatter && offset < frontMatter.span.end) return frontMatterChoices(place, facts);
  if (place.before.includes('<!--')) return suppressionChoices(place);
  for (const choices of [
    () => actionCells(checked, place, facts),
    () => timelineChoices(checked, place, facts.now),
    () => whyChoices(checked, place, facts.now),
    () => fieldValues(checked, place, facts),
    () => (place.before.startsWith('#') ? sectionChoices(checked, place) : []),
    () => mentions(checked, place, facts),
    () => missingFields(checked, place),
    () => (place.before === '' ? sectionChoices(checked, place) : []),
  ]) {
    const found = choices();
    if (found.length > 0) return found;
  }
  return [];
}

function isCode({ document }: Checked, offset: number): boolean {
  return document.blocks.some((block) => block.kind === 'code' && block.start < offset && offset < block.end);
}

function frontMatterChoices(place: CompletionPlace, { templates }: CompletionFacts): CompletionChoice[] {
  const typed = /^template:[ \t]*([\w-]*)$/.exec(place.before)?.[1];
  if (typed === undefined) return [];
  const replace = { start: place.offset - typed.length, end: place.offset };
  const gap = /[ \t]$/.test(place.before) || typed !== '' ? '' : ' ';
  return templates.map(({ id, name, description }) => ({
    label: id,
    kind: 'value',
    detail: name,
    documentation: description,
    replace,
    text: `${gap}${id}`,
  }));
}

/** `@ana`, `INC-041`. */
function mentions(checked: Checked, place: CompletionPlace, facts: CompletionFacts): CompletionChoice[] {
  const handle = word(place, /(?<![\w@])@[\w.-]*$/);
  if (handle !== '') return people(checked, handle, place, facts);
  const id = word(place, /(?<![\w-])[A-Z]{2,10}-\d*$/);
  if (id === '') return [];
  const prefix = id.replace(/(?<!\d)\d*$/, '');
  const replace = { start: place.offset - id.length, end: place.offset };
  return facts.incidents
    .filter((incident) => incident.id.startsWith(prefix))
    .map((incident) => ({
      label: incident.id,
      kind: 'incident',
      detail: incident.title,
      about: incident.id,
      replace,
      text: incident.id,
    }));
}
