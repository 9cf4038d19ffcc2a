import type { SourceText } from '../text/source.ts';
import { settle } from './chronology.ts';
import type { ReadContext } from './context.ts';
import type { Field, FieldKind, Section, SectionKind, Timeline } from './postmortem.ts';
import { momentsIn } from './timelineProse.ts';
import { type RawEntry, type RawTimeline, readRawTimeline } from './timelineReader.ts';
import { holdTimeline } from './timelineStamps.ts';
import { resolveZone, statedZone } from './zones.ts';

/** Kinds of sections that may hold a timeline where no section is called one. */
const MAY_HOLD: ReadonlySet<SectionKind | undefined> = new Set([
  undefined,
  'background',
  'summary',
  'detection',
  'response',
  'root-cause',
  'impact',
]);

/** The timelines of a document, one for each section that holds one, in the order of the text. */
export function readTimelines(
  sections: readonly Section[],
  fields: readonly Field[],
  context: ReadContext,
): Timeline[] {
  const roots = timelineSections(sections);
  const stated = documentZone(context.source);
  let texts: readonly string[] | undefined;
  return roots.map((section) => {
    const raw = readRawTimeline(section, context.source);
    const own = raw.zone && resolveZone(raw.zone.mention, context.source.text);
    if (!own && !stated) texts ??= tellingTexts(sections, fields);
    const zoneName = own ?? stated ?? (texts && zoneToldElsewhere(raw, texts, context.source));
    const entries = settle(raw.entries, {
      date: raw.date ?? context.date,
      zone: zoneName,
      fallbackZone: context.settings.timeZone,
      document: context.source.text,
    });
    return { section, form: formOf(raw), entries, zone: raw.zone?.value, zoneName, blocks: raw.blocks };
  });
}

function timelineSections(sections: readonly Section[]): Section[] {
  const named = sections.filter((section) => section.kind === 'timeline' && !within(section.parent, 'timeline'));
  if (named.length > 0) return named;
  const holding =
    sections.find((section) => MAY_HOLD.has(section.kind) && holdTimeline(section.blocks)) ??
    sections.find((section) => MAY_TELL.has(`${section.kind}/${section.subKind ?? ''}`) && tellsTimes(section));
  return holding ? [holding] : [];
}

/** Kinds of sections whose story, told by the clock, is the timeline where the document has no other. */
const MAY_TELL: ReadonlySet<string> = new Set(['background/what-happened', 'response/']);

/** A story has a beginning, an end and something between them; fewer times are remarks. */
function tellsTimes({ blocks }: Section): boolean {
  const told = blocks.flatMap(({ kind, prose }) => (kind === 'paragraph' && prose ? momentsIn(prose.text) : []));
  return told.length >= 4;
}

function within(section: Section | undefined, kind: SectionKind): boolean {
  for (let at = section; at; at = at.parent) if (at.kind === kind) return true;
  return false;
}

const DOCUMENT_ZONE = /^[^\n\p{L}]{0,12}(?:time ?zone|all (?:the )?times|times (?:are )?in)\b[^\n]{0,80}/imu;

/** A zone stated for the whole document: in its front matter, its header or the text before the timeline. */
function documentZone(source: SourceText): string | undefined {
  const line = DOCUMENT_ZONE.exec(source.text.slice(0, 6000))?.[0];
  const mention = line === undefined ? undefined : statedZone(line);
  return mention && resolveZone(mention, source.text);
}

const TELLING_FIELDS: ReadonlySet<FieldKind> = new Set<FieldKind>(['date', 'start', 'detected', 'end', 'duration']);
const TELLING_SECTIONS: ReadonlySet<SectionKind | undefined> = new Set(['summary', 'impact']);

/** The header's times, and the text that tells the incident in short. */
function tellingTexts(sections: readonly Section[], fields: readonly Field[]): string[] {
  return [
    ...fields
      .filter(({ kind, name }) => TELLING_FIELDS.has(kind) || /\btime\b/i.test(name.text))
      .map(({ value }) => value.text),
    ...sections
      .filter(({ kind }) => TELLING_SECTIONS.has(kind))
      .flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'paragraph').map(({ text }) => text)),
  ];
}

/** The zone in which another place tells a moment that the timeline tells, too: "Start: 10:03 EDT", and an entry at 10:03. */
function zoneToldElsewhere(raw: RawTimeline, texts: readonly string[], source: SourceText): string | undefined {
  const clocks = new Set(raw.entries.map(({ stamp }) => stamp?.clock?.minutes));
  for (const text of texts) {
    const told = momentsIn(text.slice(0, 1000)).find(({ stamp }) => stamp.zone && clocks.has(stamp.clock?.minutes));
    if (told?.stamp.zone) return resolveZone(told.stamp.zone, source.text);
  }
  return undefined;
}

function formOf(raw: RawTimeline): Timeline['form'] {
  const forms = new Set<RawEntry['form']>(raw.entries.map((entry) => entry.form));
  const [first] = forms;
  return forms.size > 1 ? 'mixed' : (first ?? 'bullets');
}
