import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import type { Span } from '../text/span.ts';
import { isOverdue } from './codeLenses.ts';
import { minutesInWords } from './minutes.ts';

/** A short remark behind a value. */
export interface InlayRemark {
  /** Each kind can be switched off. */
  readonly kind: 'elapsedTime' | 'overdue';
  readonly offset: number;
  readonly text: string;
  readonly tooltip: string;
}

/** Behind the times of the timeline: the minutes since the impact began. Behind due dates: how late they are. */
export function inlayRemarks({ postmortem, document, input }: Checked, range: Span): InlayRemark[] {
  if (!postmortem) return [];
  const remarks: InlayRemark[] = [];
  const isShown = (span: Span) => range.start <= span.end && span.start <= range.end;

  const { start, detection } = postmortem.derived;
  const origin = start ?? detection;
  for (const { entries } of postmortem.timelines) {
    for (const { time, at, basis, problem } of entries) {
      if (!time || !at || !origin || problem || basis !== 'clock' || !isShown(time.span)) continue;
      const minutes = at.minutes - origin.minutes;
      if (at.dated !== origin.dated || Math.round(minutes) === 0) continue;
      const sign = minutes < 0 ? '−' : '+';
      const words = minutesInWords(Math.abs(minutes));
      remarks.push({
        kind: 'elapsedTime',
        offset: behindMarks(document.source.text, time.span.end),
        text: `${sign}${words}`,
        tooltip:
          minutes < 0
            ? t('{0} before the impact began', words)
            : start
              ? t('{0} since the impact began', words)
              : t('{0} since detection', words),
      });
    }
  }
  for (const item of postmortem.actionItems.items) {
    if (!item.due || !item.dueDate || !isShown(item.due.span) || !isOverdue(item, input.now)) continue;
    const days = Math.floor((input.now! - item.dueDate.minutes * 60_000) / 86_400_000);
    remarks.push({
      kind: 'overdue',
      offset: item.due.span.end,
      text: t('{0} days late', days),
      tooltip: t('This action item is open and past its due date'),
    });
  }
  return remarks;
}

/** Behind the marks that close a bold or bracketed time, not between them. */
function behindMarks(text: string, offset: number): number {
  let end = offset;
  while (end < offset + 3 && '*_`])'.includes(text[end] ?? ' ')) end++;
  return end;
}
