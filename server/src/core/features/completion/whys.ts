import type { Checked } from '../../engine/check.ts';
import { t } from '../../l10n.ts';
import { nextLine } from '../nextLine.ts';
import type { CompletionChoice, CompletionPlace } from './item.ts';

/** The next why below a chain, on a line that is started and empty: its question is built from the last answer. */
export function whyChoices(checked: Checked, place: CompletionPlace, now: number): CompletionChoice[] {
  const { postmortem } = checked;
  const section = postmortem?.sections.findLast(({ heading }) => heading.end <= place.lineStart);
  if (!postmortem?.whyChains.some((chain) => chain.section === section)) return [];
  const edit = nextLine(checked, place.offset, now);
  // A chain that ends here is ended by Enter.
  if (edit?.span.start !== place.lineStart || edit.text === '') return [];
  const question = edit.text.slice(0, edit.text.indexOf('?') + 1).replace(/^[^\p{L}]+/u, '');
  const label = question || edit.text.trim();
  return [
    {
      label,
      kind: 'entry',
      detail: t('next why, built from the last answer'),
      replace: { start: place.lineStart, end: place.offset },
      text: edit.text,
      filter: `${place.before}${label}`,
    },
  ];
}
