import { formatCsv, headerKey, parseCsv } from './csv.ts';
import { parsePeriod } from './period.ts';

/** Where the psychological safety surveys lie in a workspace. */
export const SURVEYS_PATH = '.postmortem/surveys.csv';

/** Fewer answers than this could be told apart by who knows the team: they are never shown, not as a mean either. */
export const FEWEST_ANSWERS = 4;

/** What people answer, each from 1 (not at all) to 10 (completely). The column of the file is the key. */
export const SURVEY_STATEMENTS = [
  { key: 'raise_problems', text: 'I can bring up a problem or a risk here, also one of my own making.' },
  {
    key: 'admit_mistakes',
    text: 'When something I did goes wrong, people ask what made it possible, not why I did it.',
  },
  { key: 'ask_for_help', text: 'Asking for help during an incident costs me nothing.' },
  { key: 'disagree', text: 'I can disagree with anyone in a postmortem meeting, whatever their role.' },
  { key: 'follow_up', text: 'What we learn from incidents changes how we work.' },
] as const;

/** The answers of one quarter together. */
export interface Survey {
  /** "2026-Q3" */
  readonly quarter: string;
  readonly answers: number;
  /** Sum of the answers' scores, each the mean of one person's statements; undefined where there are too few answers to show. */
  readonly scoreSum: number | undefined;
}

export interface Surveys {
  readonly quarters: readonly Survey[];
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

/** Reads the surveys: a column `quarter`, every other column a score from 1 to 10. Never throws. */
export function parseSurveys(text: string): Surveys {
  const table = parseCsv(text);
  const quarterHeader = table.headers.find((header) => headerKey(header) === 'quarter');
  if (quarterHeader === undefined)
    return { quarters: [], problems: text.trim() === '' ? [] : [{ line: 1, message: 'There is no column quarter' }] };
  const scores = new Map<string, number[]>();
  const problems: { line: number; message: string }[] = [];
  for (const { line, cells } of table.rows) {
    const quarter = parsePeriod(cells[quarterHeader] ?? '')?.label;
    if (!quarter?.includes('-Q')) {
      problems.push({ line, message: `No quarter such as 2026-Q3: "${cells[quarterHeader] ?? ''}"` });
      continue;
    }
    const given = table.headers.filter((header) => header !== quarterHeader && cells[header]);
    const values = given.map((header) => Number(cells[header]));
    const wrong = given.find((_, index) => !isScore(values[index]!));
    if (wrong !== undefined) problems.push({ line, message: `No score from 1 to 10 in ${wrong}: "${cells[wrong]}"` });
    else if (values.length === 0) problems.push({ line, message: 'The row has no score' });
    else scores.set(quarter, [...(scores.get(quarter) ?? []), mean(values)]);
  }
  const quarters = [...scores].map(([quarter, values]) => ({
    quarter,
    answers: values.length,
    // Summed in order of size: the sum then does not depend on the order of the rows.
    scoreSum: values.length < FEWEST_ANSWERS ? undefined : exactSum(values.sort((a, b) => a - b)),
  }));
  return { quarters: quarters.sort((a, b) => (a.quarter < b.quarter ? -1 : 1)), problems };
}

/**
 * The surveys file with more answers in it, each a list of scores in the order of SURVEY_STATEMENTS. All rows of the quarter are sorted by their scores: neither
 * the place of a row nor the order of writing tells whose it is.
 *
 * @throws RangeError where a score is not between 1 and 10, or an answer has another number of scores.
 */
export function addAnswers(text: string, quarter: string, answers: readonly (readonly number[])[]): string {
  for (const answer of answers)
    if (answer.length !== SURVEY_STATEMENTS.length || !answer.every(isScore))
      throw new RangeError(`An answer is ${SURVEY_STATEMENTS.length} scores from 1 to 10`);
  const table = parseCsv(text);
  const keys = SURVEY_STATEMENTS.map((statement) => statement.key);
  const headers = [
    'quarter',
    ...new Set([...keys, ...table.headers.filter((header) => header !== 'quarter' && header !== '')]),
  ];
  const added = answers.map((answer) => ({
    quarter,
    ...Object.fromEntries(keys.map((key, index) => [key, String(answer[index])])),
  }));
  const rows: Record<string, string>[] = [...table.rows.map((row) => ({ ...row.cells })), ...added];
  const order = (row: Record<string, string>) =>
    [row.quarter ?? '', ...headers.slice(1).map((header) => (row[header] ?? '').padStart(5, '0'))].join(' ');
  rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return formatCsv(headers, rows);
}

function isScore(value: number): boolean {
  return Number.isFinite(value) && value >= 1 && value <= 10;
}

/** The sum without the residue of binary fractions: 84, not 83.99999999999999, which a table would show. */
function exactSum(values: readonly number[]): number {
  return Number(values.reduce((a, b) => a + b, 0).toFixed(9));
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
