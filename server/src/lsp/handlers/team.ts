import type { Connection } from 'vscode-languageserver';
import { t } from '../../core/index.ts';
import {
  addAnswers,
  collectFacts,
  dashboardOf,
  dayOf,
  type Facts,
  FEWEST_ANSWERS,
  formatReport,
  importIncidents as importFrom,
  lastFourQuarters,
  mergeIntoRegister,
  type Period,
  type PostmortemRecord,
  parsePeriod,
  parseRegister,
  parseSurveys,
  prepareFailureFriday,
  quarterOf,
  REGISTER_PATH,
  type ReportFormat,
  reportOf,
  SHARED_PATH,
  SURVEY_STATEMENTS,
  SURVEYS_PATH,
} from '../../workspace/index.ts';
import {
  failureFriday,
  importIncidents,
  recordSurvey,
  surveyForm,
  type TeamQuestion,
  teamDashboard,
  teamReport,
} from '../protocol.ts';
import type { Services } from '../services.ts';
import { joinUri } from '../uris.ts';

/** Files that the dashboard names as not counted. */
const MOST_NOTES = 10;

/** Answers what is asked of all postmortems together. It writes nothing: the client gets each file as it will be. */
export function registerTeam(connection: Connection, services: Services): void {
  const { guard, host, settings } = services;
  const today = () => dayOf(host.now());

  connection.onRequest(
    teamDashboard.method,
    guard('teamDashboard', null, async (question: TeamQuestion) => {
      await services.workspace.settled();
      const records = recordsOf(services);
      const period = periodOf(question, today());
      const facts = await factsOf(records, period, services);
      const uris = Object.fromEntries(records.map(({ path, uri }) => [path, uri]));
      const dashboard = dashboardOf(facts, period, question.filter);
      return { dashboard: { ...dashboard, notes: [...dashboard.notes, ...notCounted(services)] }, uris };
    }),
  );

  connection.onRequest(
    teamReport.method,
    guard('teamReport', null, async ({ format, ...question }: TeamQuestion & { format: ReportFormat }) => {
      await services.workspace.settled();
      const period = periodOf(question, today());
      const facts = await factsOf(recordsOf(services), period, services);
      return { text: formatReport(reportOf(facts, period, question.filter), format) };
    }),
  );

  connection.onRequest(
    importIncidents.method,
    guard('importIncidents', null, async ({ text }: { text: string }) => {
      const file = await teamFile(REGISTER_PATH, services);
      if (!file) return null;
      const scope = await settings.of(file.uri);
      const { tool, incidents, skipped } = importFrom(text, { prefix: scope.settings.incidentId });
      const merged = mergeIntoRegister(file.text, incidents);
      const { added, completed, unchanged } = merged;
      return { tool: tool ?? null, added, completed, unchanged, skipped, file: { uri: file.uri, text: merged.text } };
    }),
  );

  connection.onRequest(
    surveyForm.method,
    guard('surveyForm', { statements: [], quarter: '', fewest: FEWEST_ANSWERS }, () => ({
      statements: SURVEY_STATEMENTS.map(({ text }) => t(text)),
      quarter: quarterOf(today()),
      fewest: FEWEST_ANSWERS,
    })),
  );

  connection.onRequest(
    recordSurvey.method,
    guard('recordSurvey', null, async ({ quarter, answers }: { quarter: string; answers: number[][] }) => {
      const file = await teamFile(SURVEYS_PATH, services);
      if (!file) return null;
      const text = addAnswers(file.text, quarter, answers);
      const survey = parseSurveys(text).quarters.find((candidate) => candidate.quarter === quarter);
      const score = survey?.scoreSum === undefined ? null : survey.scoreSum / survey.answers;
      return { file: { uri: file.uri, text }, answers: survey?.answers ?? 0, score };
    }),
  );

  connection.onRequest(
    failureFriday.method,
    guard('failureFriday', null, async () => {
      await services.workspace.settled();
      const file = await teamFile(SHARED_PATH, services);
      const friday = file && prepareFailureFriday(services.index.records, file.text, today());
      if (!friday) return null;
      const { digest, chosen, shared } = friday;
      return { digest, documents: chosen.length, file: { uri: file.uri, text: shared } };
    }),
  );
}

/** Files that are left out of every figure, each with its reason. */
function notCounted({ index }: Services): string[] {
  const notes = [...index.broken].map(({ path, reason }) => t('{0} is not counted: {1}', path, reason));
  const more = notes.length - MOST_NOTES;
  return more > 0 ? [...notes.slice(0, MOST_NOTES), t('and {0} more files', more)] : notes;
}

function periodOf({ period }: TeamQuestion, today: string): Period {
  return (period === undefined ? undefined : parsePeriod(period)) ?? lastFourQuarters(today);
}

/** The records; where there are several folders, the name of each stands before its paths, which are then different. */
function recordsOf({ index, settings }: Services): PostmortemRecord[] {
  const records = [...index.records];
  if (settings.folders.length < 2) return records;
  return records.map((record) => {
    const folder = settings.folders.find((candidate) => record.uri.startsWith(`${candidate}/`));
    const name = folder === undefined ? undefined : decodeURIComponent(folder.slice(folder.lastIndexOf('/') + 1));
    return name === undefined ? record : { ...record, path: `${name}/${record.path}` };
  });
}

async function factsOf(records: readonly PostmortemRecord[], period: Period, services: Services): Promise<Facts> {
  const { host, index, settings } = services;
  const texts = async (path: string) => {
    const read = await Promise.all(settings.folders.map((folder) => textOf(joinUri(folder, path), services)));
    return read.filter((text) => text !== undefined);
  };
  const registers = (await texts(REGISTER_PATH)).map(parseRegister);
  const surveys = (await texts(SURVEYS_PATH)).map(parseSurveys);
  return collectFacts({
    records,
    register:
      registers.length === 0
        ? undefined
        : {
            incidents: registers.flatMap(({ incidents }) => incidents),
            problems: registers.flatMap(({ problems }) => problems),
          },
    // Folders of one team keep one survey; the first one counts.
    surveys: surveys[0],
    asOf: dayOf(host.now()),
    period,
    repeated: (record) => index.repeated(record),
  });
}

/** A file of `.postmortem` in the folder that has it, else in the first folder; undefined where no folder is open. */
async function teamFile(path: string, services: Services): Promise<{ uri: string; text: string } | undefined> {
  const [first] = services.settings.folders;
  if (first === undefined) return undefined;
  for (const folder of services.settings.folders) {
    const uri = joinUri(folder, path);
    const text = await textOf(uri, services);
    if (text !== undefined) return { uri, text };
  }
  return { uri: joinUri(first, path), text: '' };
}

async function textOf(uri: string, { files }: Services): Promise<string | undefined> {
  return files.readText(uri).catch(() => undefined);
}
