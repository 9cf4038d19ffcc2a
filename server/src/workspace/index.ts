/** The door to everything that is known of all postmortems of a workspace together. Host-free: files arrive through the caller. */

export { contentHash } from './contentHash.ts';
export {
  type Dashboard,
  type DashboardCell,
  type DashboardMetric,
  dashboardOf,
  lastFourQuarters,
} from './dashboard.ts';
export { type Deadline, deadlinesOf } from './deadlines.ts';
export { collectFacts, type FactSources } from './facts/collectFacts.ts';
export {
  allFactsToNdjson,
  FACT_TABLE_NAMES,
  factsDocumentation,
  factsToCsv,
  factsToNdjson,
  SQL_TYPES,
} from './facts/export.ts';
export {
  FACT_TABLES,
  FACTS_VERSION,
  type FactColumn,
  type FactRow,
  type Facts,
  type FactTableName,
} from './facts/schema.ts';
export { type FailureFriday, prepareFailureFriday, SHARED_PATH } from './failureFriday.ts';
export { nextIncidentId } from './incidentIds.ts';
export type { Companions, Typical } from './metrics/companions.ts';
export { METRIC_IDS, METRICS, type MetricDefinition, type MetricId } from './metrics/definitions.ts';
export type { Evidence, Figure } from './metrics/figure.ts';
export { formatReport, REPORT_FORMATS, REPORT_VERSION, type ReportFormat } from './metrics/formats.ts';
export { isOpen, isOverdue } from './metrics/metrics.ts';
export { type Report, type ReportColumn, type ReportFilter, reportOf } from './metrics/report.ts';
export { addDays, dayOf, daysBetween, type IsoDay, type Period, parsePeriod, quarterOf, quartersOf } from './period.ts';
export { type BrokenFile, PostmortemIndex } from './postmortemIndex.ts';
export {
  formatCache,
  type IndexCache,
  parseCache,
  type ReadResult,
  type Remembered,
  readFile,
  readWorkspace,
  type WorkspaceFile,
  type WorkspaceHost,
} from './readWorkspace.ts';
export { type ActionRecord, type Mention, type PostmortemRecord, recordOf } from './record.ts';
export { type ImportResult, importIncidents } from './register/importIncidents.ts';
export {
  type MergeResult,
  mergeIntoRegister,
  parseRegister,
  REGISTER_PATH,
  type Register,
  type RegisteredIncident,
} from './register/register.ts';
export { SAME_CAUSE, SimilarIncidents, type SimilarPostmortem, WORTH_A_LOOK } from './similarity/similarIncidents.ts';
export { addAnswers, FEWEST_ANSWERS, parseSurveys, SURVEY_STATEMENTS, SURVEYS_PATH, type Surveys } from './surveys.ts';
