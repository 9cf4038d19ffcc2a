import type { SourceText } from '../text/source.ts';
import { settle } from './chronology.ts';
import type { ReadContext } from './context.ts';
import type { Section, SectionKind, Timeline } from './postmortem.ts';
import { type RawEntry, type RawTimeline, readRawTimeline } from './timelineReader.ts';
import { looksLikeTimeline } from './timelineStamps.ts';
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
export function readTimelines(sections: readonly Section[], context: ReadContext): Timeline[] {
  const roots = timelineSections(sections);
  const stated = documentZone(context.source);
  return roots.map((section) => {
    const raw = readRawTimeline(section, context.source);
    const own = raw.zone && resolveZone(raw.zone.mention, context.source.text);
    const zoneName = own ?? stated;
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
  const holding = sections.find((section) => MAY_HOLD.has(section.kind) && section.blocks.some(looksLikeTimeline));
  return holding ? [holding] : [];
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

function formOf(raw: RawTimeline): Timeline['form'] {
  const forms = new Set<RawEntry['form']>(raw.entries.map((entry) => entry.form));
  const [first] = forms;
  return forms.size > 1 ? 'mixed' : (first ?? 'bullets');
}
