import type { Settings } from '../config/settings.ts';
import type { MarkdownDocument } from '../parse/markdown.ts';
import { finish, type Steps } from '../steps.ts';
import { readActionItems } from './actionItems.ts';
import type { ReadContext } from './context.ts';
import { deriveTimes } from './derived.ts';
import { readWhyChains } from './fiveWhys.ts';
import { readFrontMatter } from './frontMatterFields.ts';
import { firstDay, readIncidentDate } from './incidentDate.ts';
import { readLifecycle } from './lifecycle.ts';
import { readMetadata } from './metadata.ts';
import { readPeople } from './people.ts';
import { isPlaceholder, placeholdersIn } from './placeholders.ts';
import type { Field, Postmortem, Title } from './postmortem.ts';
import { readProse } from './prose.ts';
import { type Outline, readOutline } from './sections.ts';
import { normalizeSeverity } from './severityLevel.ts';
import { readTimelines } from './timeline.ts';
import { readTitle } from './title.ts';

/** Reads a Markdown document as a postmortem. Never throws: what cannot be read is left out. */
export function buildPostmortem(document: MarkdownDocument, settings: Settings, path: string): Postmortem {
  return finish(buildSteps(document, settings, path));
}

/** The same in steps. */
export function* buildSteps(document: MarkdownDocument, settings: Settings, path: string): Steps<Postmortem> {
  const { source } = document;
  const outline = readOutline(document, settings);
  yield;
  const { sections } = outline;
  const { fields, blocks: metadata } = readMetadata(document, outline);
  const title = titleOf(document, outline);
  yield;

  const date = readIncidentDate(fields, title, path, leadOf(outline), { settings, source });
  const context: ReadContext = { date, settings, source };
  const timelines = readTimelines(sections, fields, context);
  yield;
  const actionItems = readActionItems(sections, context);
  yield;
  const whyChains = readWhyChains(sections, context);
  yield;
  const prose = readProse(document.blocks, sections, metadata);
  return {
    document,
    source,
    title,
    sections,
    fields,
    timelines,
    derived: deriveTimes(timelines),
    actionItems,
    whyChains,
    prose,
    people: readPeople(fields, sections, actionItems),
    lifecycle: readLifecycle(fields, source.text, () => prose.some(({ run }) => placeholdersIn(run.data).length > 0)),
    date: context.date ?? (hasDateField(fields) ? undefined : firstDay(timelines)),
    severity: severityOf(fields, settings),
  };
}

/** The first paragraph of the text: above the sections, or of the first one that tells what happened. */
function leadOf({ preamble, sections }: Outline): string {
  const telling = sections.find(({ kind }) => kind === 'summary' || kind === 'background');
  const first = [...preamble, ...(telling?.blocks ?? [])].find(
    ({ kind, text }) => kind === 'paragraph' && text.length > 60,
  );
  return first?.text ?? '';
}

function titleOf(document: MarkdownDocument, outline: Outline): Title | undefined {
  const block = outline.titleBlock;
  const run = block?.prose;
  if (block && run) {
    const text = block.kind === 'paragraph' ? /^[^\n\u2028]*/.exec(run.text)![0] : run.text;
    return readTitle(text, run.toSource({ start: 0, end: text.length }), (at) => run.toSource(at));
  }
  const stated = readFrontMatter(document).title;
  if (!stated || stated.text === '') return undefined;
  const { start } = stated.span;
  return readTitle(stated.text, stated.span, (at) => ({ start: start + at.start, end: start + at.end }));
}

function hasDateField(fields: readonly Field[]): boolean {
  return fields.some((field) => field.kind === 'date' && field.value.text !== '' && !isPlaceholder(field.value.text));
}

function severityOf(fields: readonly Field[], settings: Settings): Postmortem['severity'] {
  const field = fields.find((candidate) => candidate.kind === 'severity' && candidate.value.text !== '');
  return field && { value: field.value, normalized: normalizeSeverity(field.value.text, settings) };
}
