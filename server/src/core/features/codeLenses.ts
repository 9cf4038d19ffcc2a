import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import { isPlaceholder } from '../model/placeholders.ts';
import type { Derived, Postmortem } from '../model/postmortem.ts';
import { rules } from '../rules/registry.generated.ts';
import { categoryOf, type Finding } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { minutesToComplete } from './deadline.ts';
import { minutesInWords } from './minutes.ts';

/** A line of figures above a part of a document. */
export interface Lens {
  /** Each kind can be switched off. */
  readonly kind: 'readiness' | 'deadline' | 'timeline' | 'whys' | 'actionItems';
  /** What it stands above. */
  readonly span: Span;
  readonly title: string;
  /** What choosing it leads to: the next finding, or a change. */
  readonly leadsTo: 'findings' | 'timeline-entry' | 'add-why' | undefined;
  /** Which chain of whys, where there are several. */
  readonly chain?: number;
}

/** Figures of a postmortem where they belong: what is left before it can be final, the times of the response, whys, action items. */
export function codeLenses(checked: Checked): Lens[] {
  const { postmortem } = checked;
  if (!postmortem) return [];
  return [
    ...titleLens(checked, postmortem),
    ...timelineLenses(postmortem),
    ...whyLenses(postmortem),
    ...actionLenses(postmortem, checked.input.now),
  ];
}

/** Findings that keep a document from being final: warnings and errors, and what is missing whatever the draft makes of it. */
export function blocksFinal(finding: Finding): boolean {
  if (finding.severity === 'error' || finding.severity === 'warning') return true;
  const rule = rules.find(({ id }) => id === finding.ruleId);
  const isMissing = rule !== undefined && (rule.completeness || categoryOf(rule.id) === 'structure');
  return isMissing && (rule.severity === 'error' || rule.severity === 'warning');
}

function titleLens(checked: Checked, postmortem: Postmortem): Lens[] {
  if (!postmortem.title) return [];
  const left = checked.findings.filter(blocksFinal).length;
  const title =
    left === 0
      ? postmortem.lifecycle === 'final'
        ? t('Final')
        : t('Nothing blocks Final')
      : left === 1
        ? t('1 finding before Final')
        : t('{0} findings before Final', left);
  const { span } = postmortem.title;
  const lenses: Lens[] = [{ kind: 'readiness', span, title, leadsTo: left > 0 ? 'findings' : undefined }];
  const due = minutesToComplete(checked);
  if (due !== undefined) {
    const countdown = due < 0 ? t('{0} late', minutesInWords(-due)) : t('{0} left', minutesInWords(due));
    lenses.push({ kind: 'deadline', span, title: countdown, leadsTo: undefined });
  }
  return lenses;
}

function timelineLenses({ timelines, derived }: Postmortem): Lens[] {
  const [timeline] = timelines;
  if (!timeline) return [];
  const figures = responseFigures(derived);
  return [
    ...(figures === ''
      ? []
      : [{ kind: 'timeline' as const, span: timeline.section.headingText, title: figures, leadsTo: undefined }]),
    {
      kind: 'timeline' as const,
      span: timeline.section.headingText,
      title: t('Add entry'),
      leadsTo: 'timeline-entry' as const,
    },
  ];
}

/** `42 min · detected after 6 min · mitigated after 35 min` */
function responseFigures({ duration, timeToDetect, timeToMitigate }: Derived): string {
  const parts = duration === undefined ? [] : [minutesInWords(duration)];
  if (timeToDetect !== undefined) parts.push(t('detected after {0}', minutesInWords(timeToDetect)));
  if (timeToMitigate !== undefined && timeToMitigate !== duration)
    parts.push(t('mitigated after {0}', minutesInWords(timeToMitigate)));
  return parts.join(' · ');
}

function whyLenses({ whyChains }: Postmortem): Lens[] {
  return whyChains.flatMap((chain, index): Lens[] => {
    const span = chain.section.headingText;
    const answered = chain.whys.filter((why) => !why.placeholder && why.answer.text !== '').length;
    const ended = chain.rootCause !== undefined && !isPlaceholder(chain.rootCause.text);
    const wanted = Math.max(5, chain.whys.length);
    const title = [t('{0} of {1} whys', answered, wanted), ...(ended ? [t('root cause named')] : [])].join(' · ');
    const lenses: Lens[] = [{ kind: 'whys', span, title, leadsTo: undefined }];
    if (answered === chain.whys.length && answered < wanted && !ended)
      lenses.push({ kind: 'whys', span, title: t('Add the next why'), leadsTo: 'add-why', chain: index });
    return lenses;
  });
}

function actionLenses({ actionItems }: Postmortem, now: number | undefined): Lens[] {
  const sections = new Set(actionItems.groups.map((group) => group.section));
  return [...sections].flatMap((section) => {
    const items = actionItems.groups
      .filter((group) => group.section === section)
      .flatMap((group) => group.items)
      .filter((item) => !item.placeholder);
    if (items.length === 0) return [];
    const done = items.filter((item) => item.state === 'done').length;
    const overdue = items.filter((item) => isOverdue(item, now)).length;
    const title = [t('{0} of {1} done', done, items.length), overdue > 0 ? t('{0} overdue', overdue) : '']
      .filter(Boolean)
      .join(' · ');
    return [{ kind: 'actionItems' as const, span: section.headingText, title, leadsTo: undefined }];
  });
}

/** Whether an action item is open and its day has passed everywhere on earth. */
export function isOverdue(
  item: Pick<Postmortem['actionItems']['items'][number], 'dueDate' | 'state'>,
  now: number | undefined,
): boolean {
  if (now === undefined || !item.dueDate || item.state === 'done' || item.state === 'cancelled') return false;
  return now - item.dueDate.minutes * 60_000 > 36 * 3_600_000;
}
