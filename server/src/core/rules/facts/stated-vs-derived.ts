import { t } from '../../l10n.ts';
import { parseDate } from '../../model/dates.ts';
import { contradicts, parseDuration, writeDuration } from '../../model/durations.ts';
import type { Field, Postmortem } from '../../model/postmortem.ts';
import { normalizeSeverity } from '../../model/severityLevel.ts';
import type { Instant } from '../../model/time.ts';
import { replace } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { fieldsOf, isOpen } from '../metadata/sharedFields.ts';
import { defineRule, type RelatedPlace, type RuleContext } from '../rule.ts';

/** Two places that cannot both be right. */
interface Contradiction {
  readonly span: Span;
  readonly message: 'date' | 'severity' | 'time' | 'amount';
  readonly args: Readonly<Record<string, string>>;
  readonly related: readonly RelatedPlace[];
  /** What to write in place of `span`, where one of the two is more likely. */
  readonly likely: string | undefined;
}

const DAY = 1440;

/** The days that the timelines tell, by the dates they write themselves. */
function timelineDays(
  postmortem: Postmortem,
): { readonly first: number; readonly last: number; readonly place: Span } | undefined {
  const dated = postmortem.timelines
    .flatMap((timeline) => timeline.entries)
    .filter((entry) => entry.at?.dated && entry.problem === undefined);
  const first = dated.find((entry) => entry.dateStated);
  if (!first) return undefined;
  const minutes = dated.map((entry) => entry.at!.minutes);
  return { first: Math.min(...minutes.slice(0, 1000)), last: Math.max(...minutes.slice(0, 1000)), place: first.span };
}

/** The date in header or title lies outside the days of the timeline. */
function* dates(postmortem: Postmortem, settings: RuleContext['settings']): Generator<Contradiction> {
  const days = timelineDays(postmortem);
  if (!days) return;
  const stated: { text: string; span: Span; certain: boolean }[] = [];
  for (const field of fieldsOf(postmortem, 'date', 'start'))
    if (field.place !== 'body' && field.place !== 'footer' && !isOpen(field))
      stated.push({
        text: field.value.text,
        span: field.value.span,
        certain: field.kind === 'start' || /incident|outage|occurred|event/i.test(field.name.text),
      });
  if (postmortem.title) stated.push({ text: postmortem.title.text, span: postmortem.title.span, certain: false });
  for (const { text, span, certain } of stated) {
    const reading = parseDate(text.slice(0, 300), { date: undefined, settings });
    if (!reading?.date || !reading.yearStated || reading.relative || reading.precision !== 'day') continue;
    const day = reading.date.minutes;
    const early = day + DAY < days.first - DAY;
    const late = day > days.last + DAY;
    // A date that follows the incident may be the day of the document.
    if (!early && !(late && (certain || day - days.last > 60 * DAY))) continue;
    const raw = postmortem.source.text.slice(span.start, span.end);
    const at = raw === text ? { start: span.start + reading.start, end: span.start + reading.end } : span;
    const iso = new Date(days.first * 60_000).toISOString().slice(0, 10);
    yield {
      span: at,
      message: 'date',
      args: { stated: text.slice(reading.start, reading.end), derived: iso },
      related: [{ span: days.place, message: t('The first dated entry') }],
      likely: at === span ? undefined : iso,
    };
  }
}

/** Header, figures, title and summary name different severities of one scale. */
function* severities(postmortem: Postmortem, settings: RuleContext['settings']): Generator<Contradiction> {
  const fields = fieldsOf(postmortem, 'severity').filter((field) => !isOpen(field));
  const first = fields[0];
  const level = first && normalizeSeverity(first.value.text, settings);
  if (
    !first ||
    !level ||
    /(?:→|->|\bto\b|from|raised|lowered|downgraded|upgraded|initially|,|\/)/i.test(first.value.text)
  )
    return;
  const told = (span: Span, stated: string): Contradiction => ({
    span,
    message: 'severity',
    args: { stated, derived: first.value.text.slice(0, 40) },
    related: [{ span: first.value.span, message: t('The severity stated first') }],
    likely: level,
  });
  for (const field of fields.slice(1)) {
    const other = normalizeSeverity(field.value.text, settings);
    if (other && scaleOf(other) === scaleOf(level) && other !== level)
      yield told(field.value.span, field.value.text.slice(0, 40));
  }
  const named = postmortem.prose.filter((unit) => unit.kind === 'summary' && !unit.quoted && unit.role !== 'heading');
  const mentions = named.flatMap((unit) =>
    [...unit.run.text.slice(0, 4000).matchAll(/\bSEV[- ]?([0-5])\b|\bseverity[: ]+(?:level )?([0-5])\b/gi)].map(
      (match) => ({
        span: unit.run.toSource({ start: match.index, end: match.index + match[0].length }),
        text: match[0],
        level: normalizeSeverity(match[0], settings),
      }),
    ),
  );
  // A summary that names two tells how the severity changed.
  if (new Set(mentions.map((mention) => mention.level)).size !== 1) return;
  const mention = mentions[0]!;
  if (mention.level && scaleOf(mention.level) === scaleOf(level) && mention.level !== level)
    yield told(mention.span, mention.text);
}

function scaleOf(level: string): string {
  return level.replace(/(?<!\d)\d+$/, '');
}

/** Stated times to detect and to recover against the timeline: contradictions that no way of counting explains. */
function* times(postmortem: Postmortem): Generator<Contradiction> {
  const { derived, timelines } = postmortem;
  const moments = timelines
    .flatMap((timeline) => timeline.entries)
    .filter((entry) => entry.at && entry.problem === undefined && entry.basis !== 'day')
    .slice(0, 2000)
    .map((entry) => entry.at!.minutes);
  for (const [kind, minutes] of [
    ['time-to-detect', derived.timeToDetect],
    ['time-to-mitigate', derived.timeToMitigate],
    ['time-to-recover', derived.timeToRecover],
  ] as const) {
    if (minutes === undefined) continue;
    for (const field of fieldsOf(postmortem, kind)) {
      if (field.place === 'body' || isOpen(field)) continue;
      const reading = parseDuration(field.value.text, true);
      if (!reading || !contradicts(reading, minutes)) continue;
      // Where no entry marks the start of the impact, only a time longer than the whole timeline is certainly wrong.
      if (!derived.start && isBetween(moments, (gap) => gap >= reading.minutes)) continue;
      // Teams count from the change, the impact, the detection, to the fix or to its confirmation: any two entries may be meant.
      if (isBetween(moments, (gap) => !contradicts(reading, gap))) continue;
      const raw = postmortem.source.text.slice(field.value.span.start, field.value.span.end);
      const { start } = field.value.span;
      const at =
        raw === field.value.text ? { start: start + reading.start, end: start + reading.end } : field.value.span;
      const stated = field.value.text.slice(reading.start, reading.end);
      const value = writeDuration(minutes, stated);
      yield {
        span: at,
        message: 'time',
        args: { name: field.name.text, stated, derived: value },
        related: timelinePlaces(postmortem),
        likely: value,
      };
    }
  }
}

function isBetween(moments: readonly number[], fits: (minutes: number) => boolean): boolean {
  const few = moments.length > 150 ? [...moments.slice(0, 75), ...moments.slice(-75)] : moments;
  return few.some((from) => few.some((to) => to >= from && fits(to - from)));
}

function timelinePlaces({ timelines, derived }: Postmortem): RelatedPlace[] {
  const entries = timelines.flatMap((timeline) => timeline.entries);
  const place = (at: Instant | undefined, message: string): RelatedPlace[] => {
    const entry = at && entries.find((candidate) => candidate.at === at);
    return entry ? [{ span: entry.span, message }] : [];
  };
  return [
    ...place(derived.start ?? derived.detection, t('The impact starts here')),
    ...place(derived.resolution, t('Resolved here')),
  ];
}

/** One figure told twice: users, duration, complaints in header, impact and stats. */
function* amounts(postmortem: Postmortem): Generator<Contradiction> {
  for (const kind of ['users-affected', 'customer-complaints', 'revenue-loss', 'duration'] as const) {
    if (kind === 'duration' && postmortem.derived.duration !== undefined) continue;
    const fields = fieldsOf(postmortem, kind).filter((field) => field.place !== 'body' && !isOpen(field));
    const first = fields[0];
    if (!first) continue;
    for (const field of fields.slice(1)) if (differ(first, field, kind)) yield amount(first, field);
  }
}

function differ(a: Field, b: Field, kind: string): boolean {
  if (a.name.text.toLowerCase() !== b.name.text.toLowerCase()) return false;
  if (kind === 'duration') {
    const [one, other] = [parseDuration(a.value.text, true), parseDuration(b.value.text, true)];
    return (
      one !== undefined && other !== undefined && contradicts(one, other.minutes) && contradicts(other, one.minutes)
    );
  }
  const [one, other] = [figure(a.value.text), figure(b.value.text)];
  return (
    one !== undefined &&
    other !== undefined &&
    one.unit === other.unit &&
    Math.abs(one.value - other.value) > 0.1 * Math.max(one.value, other.value)
  );
}

/** The only number of a text, with what it counts. */
function figure(text: string): { readonly value: number; readonly unit: string } | undefined {
  const found = [
    ...text.slice(0, 200).matchAll(/([$€£])?\s?(\d[\d,]*(?:\.\d+)?)\s?(%|k\b|m\b|million\b|thousand\b)?/gi),
  ];
  if (found.length !== 1) return undefined;
  const [, money, digits, unit = ''] = found[0]!;
  const scale = /^(?:k|thousand)$/i.test(unit) ? 1000 : /^m/i.test(unit) ? 1_000_000 : 1;
  return { value: Number(digits!.replace(/,/g, '')) * scale, unit: unit === '%' ? '%' : (money ?? '') };
}

function amount(first: Field, field: Field): Contradiction {
  return {
    span: field.value.span,
    message: 'amount',
    args: { name: field.name.text, stated: field.value.text.slice(0, 40), derived: first.value.text.slice(0, 40) },
    related: [{ span: first.value.span, message: t('The figure stated first') }],
    likely: first.value.text,
  };
}

function* contradictions({
  postmortem,
  settings,
}: Pick<RuleContext, 'postmortem' | 'settings'>): Generator<Contradiction> {
  yield* dates(postmortem, settings);
  yield* severities(postmortem, settings);
  yield* times(postmortem);
  yield* amounts(postmortem);
}

export default defineRule({
  id: 'facts/stated-vs-derived',
  title: 'Two places of the document contradict each other',
  severity: 'warning',
  exampleSection: 'Stats',
  docs: {
    why: 'Header, summary and figures are what gets copied into metrics and mails; the timeline is what happened. Where they differ, one of them misleads.',
    instead: 'Take the value of the timeline, or correct the timeline.',
    notFlagged:
      'Figures that any two entries of the timeline explain, rounded and approximate ones, a severity that was changed during the incident, and a date after the incident that may be the day of the document.',
    sources: [
      { title: 'Mentimeter: morty, an incident report tool', url: 'https://github.com/mentimeter/morty' },
      { title: 'Google SRE Workbook: Postmortem Culture', url: 'https://sre.google/workbook/postmortem-culture/' },
    ],
  },
  messages: {
    date: 'The timeline begins on {derived}, not on {stated}: correct one of them',
    severity: '“{stated}” here, “{derived}” elsewhere: correct one of them',
    time: '{name}: the timeline tells {derived}, and no two entries are {stated} apart',
    amount: '{name}: “{stated}” here, “{derived}” elsewhere: correct one of them',
  },
  examples: [
    {
      name: 'a time to detection that no two entries are apart',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n## Timeline\n\nAll times in UTC:\n\n- 10:00 - Outage begins\n- 10:04 - Alert fires\n- 11:05 - Incident resolved\n\n## Stats\n\n- Time to detection: ⟦25 minutes⟧\n- Time to recovery: 65 minutes\n',
      fixed:
        '# Postmortem: INC-7 - Mail stuck\n\n## Timeline\n\nAll times in UTC:\n\n- 10:00 - Outage begins\n- 10:04 - Alert fires\n- 11:05 - Incident resolved\n\n## Stats\n\n- Time to detection: 4 minutes\n- Time to recovery: 65 minutes\n',
      severity: 'warning',
    },
    {
      name: 'a title of another year',
      whole: true,
      bad: '# ⟦2025-01-12⟧, INC-7 mail stuck\n\n## Timeline\n\n- 2026-01-12 10:00 UTC - Outage begins\n- 2026-01-12 11:05 UTC - Incident resolved\n',
      fixed:
        '# 2026-01-12, INC-7 mail stuck\n\n## Timeline\n\n- 2026-01-12 10:00 UTC - Outage begins\n- 2026-01-12 11:05 UTC - Incident resolved\n',
    },
    {
      name: 'two severities',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n**Severity:** SEV2\n\n## Summary\n\nA ⟦SEV1⟧ incident: mail waited for an hour.\n',
      fixed:
        '# Postmortem: INC-7 - Mail stuck\n\n**Severity:** SEV2\n\n## Summary\n\nA SEV2 incident: mail waited for an hour.\n',
    },
    {
      name: 'counted from another entry, rounded',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n## Timeline\n\nAll times in UTC:\n\n- 09:50 - Deploy\n- 10:00 - Outage begins\n- 10:04 - Alert fires\n- 11:05 - Incident resolved\n\n## Stats\n\n- Time to detection: 14 minutes\n- Time to recovery: about an hour\n',
    },
    {
      name: 'a severity that changed, a day of the document',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n**Severity:** SEV1\n**Date:** 2026-01-15\n\n## Summary\n\nOpened as SEV3, raised to SEV1.\n\n## Timeline\n\n- 2026-01-12 10:00 UTC - Outage begins\n- 2026-01-12 11:05 UTC - Incident resolved\n',
    },
  ],
  *check(context) {
    for (const { span, message, args, related, likely } of contradictions(context))
      yield { span, message, args, related, data: { likely } };
  },
  *fixes(finding) {
    const { likely } = finding.data as { likely: string | undefined };
    if (likely)
      yield { kind: 'rewrite', title: t('Write {0}', likely), edits: [replace(finding.span, likely)], preferred: true };
  },
});
