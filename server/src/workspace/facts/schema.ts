/** Version of the fact tables. It grows by one when a column is renamed, removed or changes its meaning; new columns at the end do not count. */
export const FACTS_VERSION = 1;

export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'timestamp';

export interface FactColumn {
  readonly type: ColumnType;
  readonly description: string;
}

/** The document's part of a row key: every table can be joined on it. */
const document = {
  type: 'string',
  description: 'Path of the postmortem, relative to the workspace; the key that joins all tables.',
} as const satisfies FactColumn;
const incidentDay = { type: 'date', description: 'Day of the incident (UTC).' } as const satisfies FactColumn;
const services = { type: 'string', description: 'Affected services, joined with `;`.' } as const satisfies FactColumn;
const severity = {
  type: 'string',
  description: 'Severity: `P0` to `P4` where it can be normalised, else as written.',
} as const satisfies FactColumn;
const team = { type: 'string', description: 'Team that owns the incident.' } as const satisfies FactColumn;

/** Every fact table with its columns in order: export, documentation and tests are made of this. */
export const FACT_TABLES = {
  export: {
    description: 'One row about the export itself.',
    columns: {
      schema_version: { type: 'integer', description: 'Version of these tables.' },
      as_of: { type: 'date', description: 'The day that "today" was: what is overdue depends on it.' },
      register: {
        type: 'boolean',
        description: 'Whether there is an incident register; without one, incidents are those the documents name.',
      },
    },
  },
  incidents: {
    description: 'One row an incident: those of the register and those that only documents know.',
    columns: {
      incident_id: { type: 'string', description: 'Incident id, or the path of its document where it has none. Key.' },
      source: {
        type: 'string',
        description:
          '`register`, `document` (a postmortem whose incident is in no register) or `mention` (named under related incidents).',
      },
      title: { type: 'string', description: 'Title of the incident.' },
      day: incidentDay,
      started_at: { type: 'string', description: 'Start as the register has it: ISO date, or date and time.' },
      resolved_at: { type: 'string', description: 'End as the register has it.' },
      severity,
      services,
      team,
      needs_postmortem: {
        type: 'boolean',
        description: 'Whether a postmortem is expected; false only where the register says no.',
      },
      document: { type: 'string', description: 'Path of its postmortem; null where there is none.' },
      completion: {
        type: 'string',
        description:
          '`complete` (status final, or a dated completed-by footer), `incomplete`, `unknown` (the document states no status), `none` (no document).',
      },
      completed_on: { type: 'date', description: 'Day on which the postmortem was completed, as its footer says.' },
      repeat_known: {
        type: 'boolean',
        description:
          'Whether it can be told if the incident is a repeat: the register says it, or the document has a cause to compare.',
      },
      repeat_of: { type: 'string', description: 'Incident id of the earlier incident with the same root cause.' },
      repeat_basis: { type: 'string', description: '`register` or `similarity`.' },
    },
  },
  postmortems: {
    description: 'One row a postmortem document.',
    columns: {
      document,
      incident_id: { type: 'string', description: 'Incident id as the document has it.' },
      title: { type: 'string', description: 'Title without the incident id.' },
      day: incidentDay,
      lifecycle: { type: 'string', description: '`draft`, `in-review` or `final`.' },
      completion: { type: 'string', description: '`complete`, `incomplete` or `unknown`, as in incidents.' },
      completed_on: { type: 'date', description: 'Day on which it was completed.' },
      severity,
      services,
      team,
      minutes_to_detect: { type: 'number', description: 'Start of impact to detection, from the timeline.' },
      minutes_to_mitigate: { type: 'number', description: 'Start of impact to mitigation.' },
      minutes_to_recover: { type: 'number', description: 'Start of impact to resolution.' },
      blame_findings: { type: 'integer', description: 'Findings of the blame rules at warning or above.' },
    },
  },
  action_items: {
    description: 'One row an action item; template rows are left out.',
    columns: {
      document,
      position: {
        type: 'integer',
        description: 'Place among the action items of the document, from 1. Key together with the document.',
      },
      id: { type: 'string', description: 'Id as written (`AI-001`).' },
      action: { type: 'string', description: 'What is to be done.' },
      owner: { type: 'string', description: 'Owner as written.' },
      priority: { type: 'string', description: 'Priority as written.' },
      state: {
        type: 'string',
        description: '`open`, `in-progress`, `done`, `cancelled`; null where the status is a word nobody knows.',
      },
      due_on: { type: 'date', description: 'Due date.' },
      done_on: { type: 'date', description: 'Day on which it was done, as its status says (`✅ 2026-03-01`).' },
      strength: { type: 'string', description: '`strong`, `intermediate` or `weak` in the action hierarchy.' },
      ticket: { type: 'string', description: 'Ticket as written.' },
      incident_day: incidentDay,
    },
  },
  timeline: {
    description: 'One row an entry of a timeline.',
    columns: {
      document,
      position: { type: 'integer', description: 'Place among the timeline entries of the document, from 1.' },
      time: { type: 'string', description: 'Time as written.' },
      at: { type: 'timestamp', description: 'The moment in UTC, where the date is known.' },
      event: { type: 'string', description: 'What happened.' },
      milestones: { type: 'string', description: 'What the entry marks (`detection;mitigation`).' },
    },
  },
  findings: {
    description: 'One row a finding, hints included.',
    columns: {
      document,
      rule: { type: 'string', description: 'Rule id.' },
      severity: { type: 'string', description: '`error`, `warning`, `information` or `hint`.' },
      line: { type: 'integer', description: '1-based line.' },
      message: { type: 'string', description: 'What was found.' },
    },
  },
  surveys: {
    description: 'One row a quarter with at least four answers; fewer are never exported.',
    columns: {
      quarter: { type: 'string', description: '`2026-Q3`.' },
      answers: { type: 'integer', description: 'Number of answers.' },
      score_sum: {
        type: 'number',
        description: 'Sum of the scores from 1 to 10; divided by the answers it is the psychological safety score.',
      },
    },
  },
} as const satisfies Record<string, { description: string; columns: Record<string, FactColumn> }>;

export type FactTableName = keyof typeof FACT_TABLES;

interface TypeScriptOf {
  string: string;
  integer: number;
  number: number;
  boolean: boolean;
  date: string;
  timestamp: string;
}

/** A row of a fact table; null stands for what is not known. */
export type FactRow<Name extends FactTableName> = {
  readonly [Column in keyof (typeof FACT_TABLES)[Name]['columns']]: (typeof FACT_TABLES)[Name]['columns'][Column] extends {
    type: infer Type extends ColumnType;
  }
    ? TypeScriptOf[Type] | null
    : never;
};

/** All fact tables of a workspace. */
export type Facts = { readonly [Name in FactTableName]: readonly FactRow<Name>[] };
