import { cellOf, formatCsv, parseCsv } from './csv.ts';
import { addDays, type IsoDay } from './period.ts';
import type { PostmortemRecord } from './record.ts';

/** Where it is kept what was shared. */
export const SHARED_PATH = '.postmortem/shared.csv';

/** What a Failure Friday shares. */
export interface FailureFriday {
  /** One page, Markdown. */
  readonly digest: string;
  readonly chosen: readonly PostmortemRecord[];
  /** The file at SHARED_PATH after it was shared. */
  readonly shared: string;
}

/** How far back a failure is still worth telling. */
const DAYS_BACK = 120;

/** What fits on a page. */
const LINES_EACH = 3;

/**
 * The digest for the weekly share: of each team the latest completed postmortem that was not shared before. One with blaming language in it is not read out;
 * neither is one that has nothing to tell. Undefined where there is none to share.
 */
export function prepareFailureFriday(
  records: Iterable<PostmortemRecord>,
  shared: string,
  today: IsoDay,
): FailureFriday | undefined {
  const table = parseCsv(shared);
  const told = new Set(table.rows.map((row) => cellOf(row.cells, 'document')));
  const oldest = addDays(today, -DAYS_BACK);
  const byTeam = new Map<string, PostmortemRecord>();
  for (const record of records) {
    const { date, completion, blameFindings, lessons, summary } = record;
    if (date === undefined || date < oldest || date > today || told.has(record.path)) continue;
    if (completion === 'incomplete' || blameFindings > 0 || (lessons.length === 0 && summary === '')) continue;
    const team = record.team ?? '';
    const other = byTeam.get(team)?.date;
    if (other === undefined || other < date) byTeam.set(team, record);
  }
  if (byTeam.size === 0) return undefined;
  const chosen = [...byTeam].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record);
  const rows = [
    ...table.rows.map((row) => row.cells),
    ...chosen.map((record) => ({
      shared_on: today,
      document: record.path,
      incident_id: record.incidentId ?? '',
      team: record.team ?? '',
    })),
  ];
  const headers = [
    ...new Set([...table.headers.filter((header) => header !== ''), 'shared_on', 'document', 'incident_id', 'team']),
  ];
  return { digest: digestOf(chosen, today), chosen, shared: formatCsv(headers, rows) };
}

function digestOf(records: readonly PostmortemRecord[], today: IsoDay): string {
  const parts = records.map((record) => {
    const heading = [record.team, [record.incidentId, record.title].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(': ');
    const changes = record.actions.filter((action) => action.state !== 'cancelled');
    return [
      `## ${oneLine(heading)}`,
      part('What happened', [firstSentences(record.summary)]),
      part('What was learned', record.lessons.map(oneLine)),
      part(
        'What changes',
        changes.map(
          ({ action, state, due }) => `${oneLine(action)}${state === 'done' ? ' (done)' : due ? ` (by ${due})` : ''}`,
        ),
      ),
      record.people.length > 0 ? `**Thank you:** ${record.people.map(oneLine).join(', ')}` : '',
      `[Read it all](${encodeURI(record.path)})`,
    ]
      .filter((text) => text !== '')
      .join('\n\n');
  });
  return `# Failure Friday, ${today}\n\nEveryone involved did what made sense with what they knew at that moment. Here is what their systems taught us.\n\n${parts.join('\n\n')}\n`;
}

function part(title: string, lines: readonly string[]): string {
  const told = lines.filter((line) => line !== '').slice(0, LINES_EACH);
  if (told.length === 0) return '';
  return told.length === 1
    ? `**${title}:** ${told[0]}`
    : `**${title}:**\n\n${told.map((line) => `- ${line}`).join('\n')}`;
}

function firstSentences(text: string): string {
  const sentences = oneLine(text).split(/(?<=[.!?]) /);
  return sentences.slice(0, LINES_EACH).join(' ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
