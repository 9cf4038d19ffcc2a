import { contentEnd } from '../../edits/listEdits.ts';
import { takesEntries } from '../../edits/timelineEdits.ts';
import { MINUTES_PER_DAY } from '../../model/calendar.ts';
import { milestonesOf } from '../../model/milestones.ts';
import { isPlaceholder } from '../../model/placeholders.ts';
import type { Postmortem, Timeline, TimelineEntry } from '../../model/postmortem.ts';
import type { DocumentTemplate } from '../../model/template.ts';
import { builtinTemplates } from '../../model/templates.ts';
import { offsetAt, wallToUtc } from '../../model/zones.ts';
import { findSecrets } from '../../rules/privacy/sharedSecrets.ts';
import type { TextEdit } from '../../text/edit.ts';
import { insert, replace } from '../../text/edit.ts';
import type { SourceText } from '../../text/source.ts';
import { formOf, standardForm, zoneOf } from '../entryForm.ts';
import { escapeMarkdown } from '../markdownText.ts';
import { capitalized, rolesOf } from '../roles.ts';
import { oneLine, type PastedEvent } from './pastedEvent.ts';

export interface MergeOptions {
  /** Where the text was pasted, a UTF-16 offset into the document. */
  readonly offset: number;
  /** `timeline` merges into the document's timeline wherever it stands; `here` writes a list at the offset unless a timeline is there. */
  readonly into: 'timeline' | 'here';
  /** Write roles instead of names. */
  readonly peopleAsRoles: boolean;
  /** What the document may have been begun from: their lines are nobody's words. */
  readonly templates?: readonly DocumentTemplate[] | undefined;
}

/** The edits that put the events into the document, in the form and zone of its own timeline, and how many entries they add. */
export interface Merge {
  readonly edits: readonly TextEdit[];
  readonly added: number;
  /** Names that roles stand for now, each once. */
  readonly renamed: readonly string[];
  /** How many keys, tokens and passwords the events hold: nothing is masked, somebody has to look. */
  readonly secrets: number;
}

/**
 * Puts events into the timeline of a postmortem: sorted, each before the first later entry that is there already; what is there
 * twice is left out. Without a timeline they become a list at the offset, in UTC. A timeline that holds nothing but the unfilled
 * entries of its template gives way to them. From one that somebody has begun those go that say nothing (with neither time nor event,
 * and the one at the offset), and those of the template whose milestone is told now. Where none tells the end, "HH:MM - Incident
 * resolved" stays, and asks for its time behind the new ones.
 */
export function mergeIntoTimeline(
  postmortem: Postmortem,
  events: readonly PastedEvent[],
  options: MergeOptions,
): Merge {
  const { source } = postmortem;
  const timeline = chooseTimeline(postmortem, options);
  const zone = timeline ? zoneOf(timeline) : 'UTC';
  const { lines, renamed } = namePeople(postmortem, events, options.peopleAsRoles);
  lines.sort((a, b) => a.at - b.at);
  const first = lines[0];
  const last = lines.at(-1);
  const said = { renamed, secrets: secretsIn(lines) };
  if (!first || !last) return { edits: [], added: 0, ...said };
  const severalDays = dayOfWall(wallOf(first.at, zone)) !== dayOfWall(wallOf(last.at, zone));
  const form = (timeline && formOf(timeline, source)) ?? standardForm(severalDays);

  const write = ({ at, actor, text }: Line) =>
    form.write({ wall: wallOf(at, zone), actor, event: form.code ? text : escapeMarkdown(text) });
  const between = form.lineBreak + source.eol.repeat(form.spaced ? 2 : 1);
  if (!timeline) {
    const list = freshList(source, lines.map(write).join(between), options.offset);
    return { edits: [list], added: lines.length, ...said };
  }

  if (!takesEntries(timeline, source)) {
    const list = source.eol.repeat(2) + lines.map(write).join(between);
    return { edits: [insert(contentEnd(timeline.blocks.at(-1)!.span, source), list)], added: lines.length, ...said };
  }

  const begun = begunAt(options.offset, timeline, source);
  const filled = timeline.entries.filter((entry) => entry.problem !== 'placeholder' && entry !== begun);
  const isTold = toldBy(lines, filled);
  const templates = options.templates ?? builtinTemplates;
  const templateLines = new Set(templates.flatMap(({ text }) => text.split('\n').map((line) => line.trim())));
  const unwritten = timeline.entries.filter(
    (entry) =>
      entry === begun ||
      (isUnfilledLine(entry, source) &&
        (isPlaceholder(entry.event.text) || (isTold(entry) && templateLines.has(lineOf(entry, source))))),
  );
  if (filled.length === 0) {
    const start = source.lineStart(source.lineOf(timeline.entries[0]!.span.start));
    const end = source.lineEnd(source.lineOf(timeline.entries.at(-1)!.span.end));
    return { edits: [replace({ start, end }, lines.map(write).join(between))], added: lines.length, ...said };
  }
  const { edits, added } = insertInOrder(lines, filled, { write, between, lineBreak: form.lineBreak, zone, source });
  const taken = added === 0 ? [] : unwritten;
  return { edits: taken.reduce((all, entry) => withoutLineOf(entry, all, source), edits), added, ...said };
}

/** An entry without its time that has nothing below it. */
function isUnfilledLine({ problem, span }: TimelineEntry, source: SourceText): boolean {
  return problem === 'placeholder' && source.lineOf(span.start) === source.lineOf(span.end);
}

function lineOf({ span }: TimelineEntry, source: SourceText): string {
  const line = source.lineOf(span.start);
  return source.text.slice(source.lineStart(line), source.lineEnd(line)).trim();
}

/** Whether new entries or those with a time tell each milestone of an entry. */
function toldBy(lines: readonly Line[], filled: readonly TimelineEntry[]): (entry: TimelineEntry) => boolean {
  const told = new Set([
    ...lines.flatMap(({ text }) => milestonesOf(text)),
    ...filled.flatMap(({ milestones }) => milestones),
  ]);
  return ({ milestones }) => milestones.every((milestone) => told.has(milestone));
}

/** The entry that Enter began on the line of the offset, while nobody has written what happened. */
function begunAt(offset: number, timeline: Timeline, source: SourceText): TimelineEntry | undefined {
  const line = source.lineOf(offset);
  const entry = timeline.entries.find(({ span }) => source.lineOf(span.start) === line);
  const event = entry?.event.text.trim();
  return event === '' || (event && isPlaceholder(event)) ? entry : undefined;
}

/** The edits, and the line of an entry taken away. */
function withoutLineOf(entry: TimelineEntry, edits: readonly TextEdit[], source: SourceText): TextEdit[] {
  const line = source.lineOf(entry.span.start);
  const start = source.lineEnd(line - 1);
  const inserted = edits.filter(({ span }) => span.start === start);
  // What is inserted where the line begins takes its place: editors do not agree on the order of edits that touch.
  const taken = replace({ start, end: source.lineEnd(line) }, inserted.map(({ text }) => text).join(''));
  return [...edits.filter((edit) => !inserted.includes(edit)), taken];
}

function secretsIn(lines: readonly Line[]): number {
  const found = lines.flatMap(({ text }) => findSecrets(text, () => true));
  return found.filter(({ what }) => what === 'key' || what === 'token' || what === 'password').length;
}

interface Line {
  /** Minutes since 1970 in UTC. */
  readonly at: number;
  readonly actor: string | undefined;
  readonly text: string;
}

function namePeople(postmortem: Postmortem, events: readonly PastedEvent[], peopleAsRoles: boolean) {
  if (!peopleAsRoles) {
    const lines = events.map(({ at, actor, text }): Line => ({ at: at.minutes, actor, text }));
    return { lines, renamed: [] };
  }
  const actors = new Set(events.flatMap((event) => (event.actor && !event.bot ? [event.actor] : [])));
  const roles = rolesOf(postmortem.people, { others: actors });
  const renamed = new Set<string>(actors);
  const lines = events.map(({ at, actor, bot, text }): Line => {
    const replaced = roles.replace(text);
    for (const name of replaced.replaced) renamed.add(name);
    return { at: at.minutes, actor: actor && !bot ? withoutArticle(roles.of(actor)) : actor, text: replaced.text };
  });
  return { lines, renamed: [...renamed] };
}

/** "the incident commander" at the head of an entry: "Incident commander". */
function withoutArticle(role: string): string {
  return capitalized(role.replace(/^(?:the|a|an) /, ''));
}

function chooseTimeline(postmortem: Postmortem, { offset, into }: MergeOptions): Timeline | undefined {
  const timelines = postmortem.timelines.filter((timeline) => timeline.entries.length > 0);
  // Blank lines behind a section's last block belong to it, too: everything up to the next heading.
  let at = postmortem.sections.findLast((section) => section.span.start <= offset);
  let here: Timeline | undefined;
  for (; at && !here; at = at.parent) here = timelines.find((timeline) => timeline.section === at);
  return here ?? (into === 'timeline' ? timelines[0] : undefined);
}

function wallOf(at: number, zone: string): number {
  return at + offsetAt(zone, at);
}

function dayOfWall(wall: number): number {
  return Math.floor(wall / MINUTES_PER_DAY);
}

interface Place {
  readonly write: (line: Line) => string;
  /** What stands between two entries. */
  readonly between: string;
  readonly lineBreak: string;
  readonly zone: string;
  readonly source: SourceText;
}

/** One insertion for each run of new entries between two that are there. */
function insertInOrder(lines: readonly Line[], entries: readonly TimelineEntry[], place: Place) {
  const { source, between } = place;
  const timed = entries.filter((entry) => entry.at !== undefined && entry.basis !== 'relative');
  const dated = timed.every((entry) => entry.at!.dated);
  // A timeline without any date counts from its own first midnight: so do the new entries then.
  const firstDay = dayOfWall(wallOf(lines[0]!.at, place.zone));
  const comparable = ({ at }: Line) =>
    dated ? at : wallToUtc(wallOf(at, place.zone) - firstDay * MINUTES_PER_DAY, place.zone);
  const known = new Set(timed.map((entry) => keyOf(entry.at!.minutes, entry.event.text)));

  const groups = new Map<TimelineEntry | undefined, string[]>();
  let added = 0;
  for (const line of lines) {
    const at = comparable(line);
    if (known.has(keyOf(at, line.text)) || known.has(keyOf(at, `${line.actor}: ${line.text}`))) continue;
    const later = timed.find((entry) => entry.at!.minutes > at);
    const group = groups.get(later);
    if (group) group.push(place.write(line));
    else groups.set(later, [place.write(line)]);
    added++;
  }

  const edits: TextEdit[] = [];
  for (const [later, written] of groups) {
    if (later) {
      const start = source.lineStart(source.lineOf(later.span.start));
      edits.push(insert(start, written.map((line) => line + between).join('')));
      continue;
    }
    let end = entries.at(-1)!.span.end;
    while (end > 0 && /\s/.test(source.text.charAt(end - 1))) end--;
    const line = source.lineOf(end);
    const broken = place.lineBreak !== '' && source.text.slice(0, source.lineEnd(line)).endsWith(place.lineBreak);
    const first = broken ? between.slice(place.lineBreak.length) : between;
    edits.push(insert(source.lineEnd(line), first + written.join(between)));
  }
  return { edits, added };
}

function keyOf(minutes: number, text: string): string {
  return `${Math.floor(minutes)} ${oneLine(text).toLowerCase()}`;
}

/** A list of its own on lines of its own at the offset, with the zone above it. */
function freshList(source: SourceText, list: string, offset: number): TextEdit {
  const { eol } = source;
  const line = source.lineOf(offset);
  const lineText = (index: number) => source.text.slice(source.lineStart(index), source.lineEnd(index));
  const before = source.text.slice(source.lineStart(line), offset);
  const after = source.text.slice(offset, source.lineEnd(line));
  const opening = before.trim() !== '' ? eol + eol : line > 0 && lineText(line - 1).trim() !== '' ? eol : '';
  const closing =
    after.trim() !== '' ? eol + eol : line + 1 < source.lineCount && lineText(line + 1).trim() !== '' ? eol : '';
  return insert(offset, `${opening}All times in UTC:${eol}${eol}${list}${closing}`);
}
