import type { Field, FieldKind } from '../../../model/postmortem.ts';
import type { TextReader } from './textReader.ts';

const FILL_INS: Partial<Record<FieldKind, string>> = {
  'incident-id': '[INC-ID]',
  date: '[YYYY-MM-DD]',
  duration: '[minutes]',
  status: 'Draft',
  'incident-commander': '[@name]',
  attendees: '[@list]',
  authors: '[@list]',
  owner: '[@name]',
  services: '[list]',
  team: '[team]',
  trigger: '[the event that set the failure off]',
  meeting: '[YYYY-MM-DD]',
  'time-to-detect': '[minutes]',
  'time-to-mitigate': '[minutes]',
  'time-to-recover': '[minutes]',
  'users-affected': '[number or %]',
  'services-down': '[list]',
  'revenue-loss': '[amount]',
  'data-loss': 'Yes/No - [details]',
  'customer-complaints': '[number]',
  'completed-by': '[@name]',
  'reviewed-by': '[@name]',
  'completed-date': '[YYYY-MM-DD]',
  category: '[category]',
  'on-call': '[@name]',
  responders: '[@list]',
  manager: '[@name]',
};

/** What stands in a template for the value of a field: the fill-in of our templates, or one for what the value looks like. */
export function fillInFor(
  { kind, name, value: { text } }: Pick<Field, 'kind' | 'name' | 'value'>,
  reader: TextReader,
): string {
  if (kind === 'severity') return scaleOf(text, reader);
  const known = FILL_INS[kind];
  // An amount of money keeps its currency.
  if (kind === 'revenue-loss') return `${/^[$€£¥]/.exec(text)?.[0] ?? ''}${known}`;
  if (known) return known;
  if (kind === 'start' || kind === 'end' || kind === 'detected')
    return text !== '' && !/\d{4}|[-/.]\d{1,2}[-/.]/.test(text) ? '[HH:MM]' : '[YYYY-MM-DD HH:MM]';
  if (/time ?zone|zeitzone/i.test(name.text) && reader.zoneIn(text)) return reader.zoneIn(text)!;
  if (/^(?:\[?https?:|<https?:)/.test(text)) return '[link]';
  if (/^@/.test(text)) return text.includes(',') ? '[@list]' : '[@name]';
  if (/^\d{4}-\d{2}-\d{2}$|^YYYY-MM-DD$/.test(text)) return '[YYYY-MM-DD]';
  if (/^\W?[\d.,]+\s?\S{0,3}$/.test(text)) return '[number]';
  if (/^(?:yes|no)$/i.test(text)) return 'Yes/No';
  return reader.isPlaceholder(text) && /^\[[^[\]|]{2,40}\]$/.test(text) ? text : '[details]';
}

/** The scale a severity was chosen from, as it was written: `P0 | P1 | P2 | P3` for "P1". */
function scaleOf(text: string, reader: TextReader): string {
  if (reader.isPlaceholder(text)) return text;
  const [, word = '', gap = '', digit] = /^\W*(P|S|SEV|Sev|sev)([- ]?)(\d)(?!\d)/.exec(text) ?? [];
  if (digit === undefined) return '[severity]';
  const first = word.length > 1 || word === 'S' ? 1 : 0;
  return Array.from({ length: word.length > 1 ? 3 : 4 }, (_, index) => `${word}${gap}${first + index}`).join(' | ');
}
