import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import { ACTION_HIERARCHY_SOURCES, actionStrength } from '../model/actionStrength.ts';
import { isPlaceholder } from '../model/placeholders.ts';
import type { ActionStrength, Derived, Postmortem, TimelineEntry } from '../model/postmortem.ts';
import { type CauseLevel, rootCauseLevel } from '../model/rootCauseLevel.ts';
import { offsetAt } from '../model/zones.ts';
import type { ProseRun } from '../parse/prose.ts';
import type { Span } from '../text/span.ts';
import { milestoneName } from './milestoneName.ts';
import { minutesInWords } from './minutes.ts';

/** What each severity means, as Markdown. */
export const severityMeanings = (): Readonly<Record<string, string>> => ({
  P0: t('**P0** — complete outage, data loss or a security breach: everybody who can help is called at once'),
  P1: t('**P1** — a main function is down or badly degraded for many users: on-call responds at once'),
  P2: t('**P2** — degraded, with a workaround, or few users affected: handled within the working day'),
  P3: t('**P3** — minor, hardly noticed: planned like other work'),
  P4: t('**P4** — cosmetic, or found before anyone was affected'),
});

/** What each status of a document means, as Markdown. */
export const lifecycleMeanings = (): Readonly<Record<Postmortem['lifecycle'], string>> => ({
  draft: t(
    '**Draft** — what is still missing shows as hints; blaming language shows at its full severity from the first sentence',
  ),
  'in-review': t('**In review** — every rule shows at its own severity'),
  final: t('**Final** — what would block publishing fails the command line, too'),
});

/** Facts about the value at an offset: what a severity or status means, when a timeline entry was, how an action item stands. */
export function factsAt(
  { postmortem, input }: Checked,
  offset: number,
  timeZone?: string,
): { markdown: string; span: Span } | undefined {
  if (!postmortem) return undefined;
  const at = (span: Span | undefined) => span !== undefined && span.start <= offset && offset <= span.end;

  const severity = postmortem.severity;
  if (severity && at(severity.value.span)) {
    const meaning = severityMeanings()[severity.normalized ?? ''];
    if (meaning) return { markdown: meaning, span: severity.value.span };
  }
  const status = postmortem.fields.find((field) => field.kind === 'status');
  if (status && at(status.value.span))
    return { markdown: lifecycleMeanings()[postmortem.lifecycle], span: status.value.span };

  for (const { entries } of postmortem.timelines) {
    const entry = entries.find((candidate) => at(candidate.time?.span));
    if (entry?.time && entry.at && entry.basis === 'clock')
      return { markdown: timeFacts(entry, postmortem.derived, timeZone), span: entry.time.span };
  }
  for (const { whys, rootCause } of postmortem.whyChains) {
    const cause = [rootCause, whys.at(-1)?.answer].find((value) => at(value?.span));
    if (cause && !isPlaceholder(cause.text)) return { markdown: causeFacts(cause.text), span: cause.span };
  }
  const told = causesTold(postmortem).find((run) => at(run.span));
  if (told && rootCauseLevel(told.text).level !== 'unknown')
    return { markdown: causeFacts(told.text), span: told.span };
  const action = postmortem.actionItems.items.find((candidate) => at(candidate.action.span));
  if (action && !action.placeholder) {
    const markdown = strengthFacts(action.action.text);
    if (markdown) return { markdown, span: action.action.span };
  }
  const item = postmortem.actionItems.items.find((candidate) => at(candidate.due?.span));
  if (item?.due && item.dueDate && input.now !== undefined) {
    const days = Math.ceil((item.dueDate.minutes * 60_000 - input.now) / 86_400_000);
    if (item.state !== 'done' && item.state !== 'cancelled')
      return {
        markdown: dueText(days),
        span: item.due.span,
      };
  }
  return undefined;
}

/** A longer paragraph tells more than one cause. */
const LONGEST_CAUSE = 400;

/** The causes that stand outside of a chain of whys, and so without a question: paragraphs and list items of their sections. */
function causesTold({ sections }: Postmortem): ProseRun[] {
  return sections
    .filter(({ kind }) => kind === 'root-cause' || kind === 'contributing-factors')
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'list' ? block.children.flatMap((item) => item.children[0] ?? []) : [block]))
    .flatMap(({ kind, prose }) => (kind === 'paragraph' && prose ? [prose] : []))
    .filter(({ text }) => text !== '' && text.length <= LONGEST_CAUSE && !text.includes('?') && !isPlaceholder(text));
}

const causeLevels = (): Partial<Record<CauseLevel, string>> => ({
  system: t('A cause in the **system**: a tool or a pipeline let it happen'),
  process: t('A cause in the **process**: a step was missing'),
  architecture: t('A cause in the **architecture**: the design let it spread'),
  person: t('This ends at a **person**; the chain goes on from here'),
  knowledge: t('This ends at what somebody **knew**; the chain goes on from here'),
});

function causeFacts(text: string): string {
  const { level, action } = rootCauseLevel(text);
  return [causeLevels()[level], `${t(action)}.`].filter(Boolean).join('.  \n');
}

const strengthMeanings = (): Readonly<Record<ActionStrength, string>> => ({
  strong: t('**Strong action** — it works without anybody thinking of it'),
  intermediate: t('**Intermediate action** — it helps people to do the right thing'),
  weak: t('**Weak action** — it relies on people to remember it'),
});

function strengthFacts(text: string): string | undefined {
  const { strength, does } = actionStrength(text);
  const [source] = ACTION_HIERARCHY_SOURCES;
  if (!strength) return undefined;
  return `${strengthMeanings()[strength]}: ${t(does)}.\n\n[${t('Action hierarchy')}](${source.url})`;
}

function timeFacts(entry: TimelineEntry, derived: Derived, timeZone: string | undefined): string {
  const at = entry.at!;
  const parts: string[] = [];
  const moment = new Date(at.minutes * 60_000).toISOString();
  parts.push(at.dated ? `**${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC**` : `**${moment.slice(11, 16)}**`);
  const local = at.dated ? localTime(at.minutes, timeZone) : undefined;
  if (local) parts.push(local);
  const since = (origin: Derived['start'], at0: string, after: (words: string) => string, before: typeof after) => {
    if (!origin || origin.dated !== at.dated) return;
    const minutes = Math.round(at.minutes - origin.minutes);
    const words = minutesInWords(Math.abs(minutes));
    parts.push(minutes === 0 ? at0 : minutes > 0 ? after(words) : before(words));
  };
  since(
    derived.start,
    t('At the start of the impact'),
    (words) => t('{0} after the start of the impact', words),
    (words) => t('{0} before the start of the impact', words),
  );
  since(
    derived.detection,
    t('At detection'),
    (words) => t('{0} after detection', words),
    (words) => t('{0} before detection', words),
  );
  if (entry.milestones.length > 0) parts.push(t('Milestone: {0}', entry.milestones.map(milestoneName).join(', ')));
  return parts.join('  \n');
}

/** A moment by the reader's own clock; undefined where that is the clock of UTC, or not known. */
function localTime(minutes: number, timeZone: string | undefined): string | undefined {
  const offset = timeZone === undefined ? 0 : offsetAt(timeZone, minutes);
  if (offset === 0) return undefined;
  const wall = new Date((minutes + offset) * 60_000).toISOString();
  return `${wall.slice(0, 10)} ${wall.slice(11, 16)} ${timeZone}`;
}

function dueText(days: number): string {
  if (days === 0) return t('Due today');
  if (days > 0) return days === 1 ? t('Due in 1 day') : t('Due in {0} days', days);
  return days === -1 ? t('Overdue by 1 day') : t('Overdue by {0} days', -days);
}
