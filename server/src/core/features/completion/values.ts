import type { Checked } from '../../engine/check.ts';
import { t } from '../../l10n.ts';
import { PEOPLE_FIELDS } from '../../model/fieldKinds.ts';
import type { ActionGroup, FieldKind, Postmortem } from '../../model/postmortem.ts';
import { lifecycleMeanings, severityMeanings } from '../hoverFacts.ts';
import { dateChoices } from './dates.ts';
import type { CompletionChoice, CompletionFacts, CompletionPlace } from './item.ts';

/** A value, what it stands for in a word or two, and in Markdown where there is more to say. */
type Choice = readonly [value: string, detail: string, documentation?: string | undefined];

const severities = (): readonly Choice[] => [
  ['P0', t('complete outage, data loss, security breach')],
  ['P1', t('a main function down or badly degraded')],
  ['P2', t('degraded, or few users affected')],
  ['P3', t('minor')],
];
const lifecycles = (): readonly Choice[] => [
  ['Draft', t('what is missing shows as hints'), lifecycleMeanings().draft],
  ['In Review', t('every rule at its own severity'), lifecycleMeanings()['in-review']],
  ['Final', t('what blocks publishing fails the command line'), lifecycleMeanings().final],
];
const statuses = (): readonly Choice[] => [
  ['⏳', t('open')],
  ['🔄', t('in progress')],
  ['✅', t('done')],
  ['❌', t('cancelled')],
];

const DATES: ReadonlySet<FieldKind> = new Set(['date', 'completed-date', 'meeting']);

/** Values of a field of the header. */
export function fieldValues(checked: Checked, place: CompletionPlace, facts: CompletionFacts): CompletionChoice[] {
  const field = checked.postmortem?.fields.find(
    ({ line, value }) => line.start <= place.offset && place.offset <= line.end + 1 && place.offset >= value.span.start,
  );
  if (!field) return [];
  if (PEOPLE_FIELDS.has(field.kind)) return people(checked, word(place, /(?:@|(?<![\w.-]))[\w.-]*$/), place, facts);
  // What is there, all of it, gives way to the value that is chosen.
  const typed = word(place, /(?<![^:*|])[^:*|]*$/).trimStart();
  if (field.kind === 'severity') {
    const meanings = severityMeanings();
    const known = severities().map(([value, detail]): Choice => [value, detail, meanings[value]]);
    return listed([...known, ...own(checked.input.settings?.severities)], typed, place);
  }
  if (field.kind === 'status') return listed(lifecycles(), typed, place);
  if (DATES.has(field.kind)) return dateChoices(typed, place, facts.now).slice(0, 1);
  return [];
}

/** Fields of the template's header that the document does not have, on a line of the header. */
export function missingFields({ postmortem, template }: Checked, place: CompletionPlace): CompletionChoice[] {
  if (!postmortem || !template || !/^\*{0,2}[A-Za-z ]*$/.test(place.before) || place.after.trim() !== '') return [];
  const first = postmortem.sections.find((section) => !section.parent && section.kind !== undefined);
  if (place.lineStart >= (first?.heading.start ?? postmortem.source.text.length)) return [];
  return template.fields
    .filter(
      ({ kind, name }) =>
        !postmortem.fields.some((field) => (kind === 'other' ? field.name.text === name : field.kind === kind)),
    )
    .map(({ name, line }) => ({
      label: name,
      kind: 'field' as const,
      detail: t('field of the header'),
      replace: { start: place.lineStart, end: place.offset },
      text: line,
      filter: `${place.before}${name}`,
    }));
}

/** Cells of a table of action items. */
export function actionCells(checked: Checked, place: CompletionPlace, facts: CompletionFacts): CompletionChoice[] {
  const { postmortem } = checked;
  if (!postmortem || !place.before.trimStart().startsWith('|')) return [];
  const group = postmortem.actionItems.groups.find(
    ({ block }) => block.start <= place.lineStart && place.lineStart <= block.end + 1,
  );
  if (group?.form !== 'table') return [];
  const column = place.before.replace(/\\\|/g, '').split('|').length - 2;
  const typed = word(place, /(?<![^|])[^|]*$/).trimStart();
  switch (nameOf(group, column)) {
    case 'owner':
      return people(checked, typed, place, facts);
    case 'due':
      return dateChoices(typed, place, facts.now);
    case 'status':
      return listed([...statuses(), ...own(checked.input.settings?.statuses)], typed, place);
    case 'priority':
      return listed(priorities(checked, group), typed, place);
    case 'id':
      return listed([[nextActionId(postmortem), t('next action item')]], typed, place);
    default:
      return [];
  }
}

/** People of the document first, then those of the others. */
export function people(
  { postmortem }: Checked,
  typed: string,
  place: CompletionPlace,
  facts: CompletionFacts,
): CompletionChoice[] {
  const here = postmortem?.people.names ?? [];
  const names = [...new Set([...here, ...facts.people])].slice(0, 200);
  const replace = { start: place.offset - typed.length, end: place.offset };
  return names.map((name) => {
    const text = /\s/.test(name) ? name : `@${name}`;
    return {
      label: text,
      kind: 'person',
      detail: here.includes(name) ? t('in this document') : t('in this repository'),
      about: name,
      replace,
      text,
      filter: `${typed.startsWith('@') ? '@' : ''}${name}`,
    };
  });
}

/** What stands before the cursor and fits the pattern. */
export function word(place: CompletionPlace, pattern: RegExp): string {
  return pattern.exec(place.before)?.[0] ?? '';
}

function listed(values: readonly Choice[], typed: string, place: CompletionPlace): CompletionChoice[] {
  const replace = { start: place.offset - typed.length, end: place.offset };
  // A value may be chosen by its sign or by its name, and over one that is there.
  return values.map(([text, detail, documentation]) => ({
    label: text,
    kind: 'value',
    detail,
    ...(documentation === undefined ? {} : { documentation }),
    replace,
    text,
    filter: `${typed} ${text} ${detail}`,
  }));
}

function own(words: readonly string[] | undefined): Choice[] {
  return (words ?? []).map((text) => [text, t('of your organisation')] as const);
}

/** The scale that the table uses already, else P0–P3. */
function priorities(checked: Checked, group: ActionGroup): Choice[] {
  const used = group.items.flatMap(({ priority }) => priority?.text || []);
  const scale = /^(?:high|medium|low)$/i.test(used[0] ?? '')
    ? ['High', 'Medium', 'Low']
    : /^(?:must|should|could)$/i.test(used[0] ?? '')
      ? ['Must', 'Should', 'Could']
      : ['P0', 'P1', 'P2', 'P3'];
  return [...scale.map((text) => [text, t('priority')] as const), ...own(checked.input.settings?.priorities)];
}

function nameOf(group: ActionGroup, column: number): string | undefined {
  return Object.entries(group.columns).find(([, index]) => index === column)?.[0];
}

/** The id after the highest of the document, with as many digits. */
export function nextActionId(postmortem: Postmortem): string {
  let best = { prefix: 'AI-', number: 0, digits: 3 };
  for (const { id } of postmortem.actionItems.items) {
    const match = /^([A-Za-z]+-?)(\d{1,6})$/.exec(id?.text ?? '');
    if (match && Number(match[2]) >= best.number)
      best = { prefix: match[1]!, number: Number(match[2]), digits: match[2]!.length };
  }
  return `${best.prefix}${String(best.number + 1).padStart(best.digits, '0')}`;
}
