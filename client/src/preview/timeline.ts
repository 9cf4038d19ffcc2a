import type { Tick, TimelineDrawing } from '../../../server/src/lsp/protocol.ts';

/** Gives a text in the reader's language; `{0}` stands for the first argument. */
export type Translate = (text: string, ...args: string[]) => string;

const milestoneNames = (t: Translate): Readonly<Record<NonNullable<Tick['milestone']>, string>> => ({
  start: t('Began'),
  detection: t('Detected'),
  assignment: t('Response began'),
  mitigation: t('Mitigated'),
  resolution: t('Resolved'),
});

/** A timeline to scale as HTML: a track with phases and ticks, the milestones in words below. Without scripts; everything is escaped. */
export function drawTimeline(drawing: TimelineDrawing, escapeHtml: (text: string) => string, t: Translate): string {
  const milestones = drawing.ticks.filter((tick) => tick.milestone);
  const names = milestoneNames(t);
  const name = (tick: Tick) => names[tick.milestone!];
  const label = [
    t('Timeline of {0}, from {1} to {2}', drawing.duration, drawing.from, drawing.to),
    ...milestones.map((tick) => `${name(tick)} ${tick.time} (${tick.elapsed})`),
  ].join('. ');
  const phases = drawing.phases.map(
    ({ phase, start, end }) =>
      `<span class="pm-phase pm-${phase}" style="left:${start}%;width:${Math.round((end - start) * 10) / 10}%"></span>`,
  );
  const ticks = drawing.ticks.map((tick) => {
    const title = escapeHtml(`${tick.time} (${tick.elapsed}) ${tick.event}`);
    return `<span class="pm-tick${tick.milestone ? ` pm-milestone pm-${tick.milestone}` : ''}" style="left:${tick.place}%" title="${title}"></span>`;
  });
  const keys = milestones.map(
    (tick) =>
      `<li class="pm-key pm-${tick.milestone}"><strong>${escapeHtml(name(tick))}</strong> ${escapeHtml(tick.time)} <small>${escapeHtml(tick.elapsed)}</small></li>`,
  );
  const later = drawing.later > 0 ? `<li>${escapeHtml(t('{0} later', String(drawing.later)))}</li>` : '';
  return [
    `<figure class="pm-timeline"><div class="pm-track" role="img" aria-label="${escapeHtml(label)}">`,
    ...phases,
    ...ticks,
    `</div><div class="pm-scale" aria-hidden="true"><span>${escapeHtml(drawing.from)}</span><span>${escapeHtml(drawing.duration)}</span><span>${escapeHtml(drawing.to)}</span></div>`,
    keys.length > 0 || later ? `<ul class="pm-keys">${keys.join('')}${later}</ul>` : '',
    '</figure>\n',
  ].join('');
}
