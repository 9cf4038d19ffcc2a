import { languageOfTexts, t } from '../../core/index.ts';
import type { Typical } from './companions.ts';
import { METRICS } from './definitions.ts';
import type { Figure } from './figure.ts';

const ONE_DECIMAL = { maximumFractionDigits: 1, useGrouping: false };

/** The value of a figure as people read it: "67 %", "3 days", "8.1"; "unknown" where it is not known. */
export function valueText({ metric, value, p90 }: Figure): string {
  if (value === undefined) return t('unknown');
  switch (METRICS[metric].unit) {
    case 'ratio':
      return percentText(value);
    case 'count':
      return String(value);
    case 'days':
      return `${daysText(value)}${p90 === undefined ? '' : ` (p90 ${rounded(p90)})`}`;
    case 'score':
      return `${rounded(value)}/10`;
  }
}

/** "of 12", with what could not be told: "of 12, 3 unknown". */
export function basisText({ denominator, unknown }: Figure): string {
  return unknown.length > 0 ? t('of {0}, {1} unknown', denominator, unknown.length) : t('of {0}', denominator);
}

/** Whether the target is met; "open" where unknown cases decide. */
export function verdictText({ met }: Figure): 'met' | 'missed' | 'open' {
  return met === undefined ? 'open' : met ? 'met' : 'missed';
}

/** "1 day", "3.5 days". */
export function daysText(days: number): string {
  return days.toLocaleString(languageOfTexts(), { ...ONE_DECIMAL, style: 'unit', unit: 'day', unitDisplay: 'long' });
}

/** "17.5 min", "2.5 h", "3.1 days"; "unknown" for none. */
export function durationText(minutes: number | undefined): string {
  if (minutes === undefined) return t('unknown');
  if (minutes < 120) return `${rounded(minutes)} min`;
  return minutes < 48 * 60 ? `${rounded(minutes / 60)} h` : daysText(minutes / 60 / 24);
}

export function typicalText({ median, known, unknown }: Typical): string {
  return median === undefined ? t('unknown') : t('{0} ({1} of {2})', durationText(median), known, known + unknown);
}

/** One decimal where there is one: "8.1", "3"; "8,1" in German. */
export function rounded(value: number): string {
  return value.toLocaleString(languageOfTexts(), ONE_DECIMAL);
}

function percentText(share: number): string {
  const percent = share * 100;
  // 99.96 % is not all, and 0.04 % is not nothing.
  const shown = share < 1 && percent > 99.9 ? 99.9 : share > 0 && percent < 0.1 ? 0.1 : percent;
  return `${rounded(shown)} %`;
}
