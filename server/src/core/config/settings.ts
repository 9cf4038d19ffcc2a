import * as v from 'valibot';
import type { SectionKind } from '../model/postmortem.ts';

/** A severity as people write it in the configuration. */
export const RuleLevel = v.picklist(['off', 'hint', 'information', 'warning', 'error']);

/** Where a setting stands in the settings of an editor; settings without a group are for the repository's file only. */
export type EditorGroup = 'general' | 'rules' | 'words' | 'troubleshooting';

type AnySchema = v.GenericSchema;

/** One setting: its values, what people read about it (Markdown) and whether an editor offers it, too. */
function setting<const Schema extends AnySchema>(schema: Schema, description: string, editor?: EditorGroup) {
  return v.pipe(schema, v.description(description), v.metadata(editor ? { editor } : {}));
}

const words = (description: string, editor?: EditorGroup) =>
  v.optional(setting(v.array(v.pipe(v.string(), v.trim(), v.nonEmpty())), description, editor), []);

/** Whether the running host knows the IANA time zone. */
function isTimeZone(zone: string): boolean {
  // The default; asking for the first zone costs milliseconds.
  if (zone === 'UTC') return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Every kind of section; the compiler sees to it that none is forgotten. */
const SECTION_KINDS: Readonly<Record<SectionKind, true>> = {
  summary: true,
  impact: true,
  timeline: true,
  background: true,
  'root-cause': true,
  trigger: true,
  'contributing-factors': true,
  'five-whys': true,
  detection: true,
  response: true,
  'went-well': true,
  'went-poorly': true,
  'got-lucky': true,
  lessons: true,
  'action-items': true,
  prevention: true,
  'related-incidents': true,
  people: true,
  stats: true,
  supporting: true,
  external: true,
  review: true,
};

/** The kinds of section that `sections` can name. */
export const sectionKinds: readonly string[] = Object.keys(SECTION_KINDS);

/**
 * Every setting, declared once: the parser of configuration files, the JSON schema, the VS Code manifest and docs/settings.md are
 * made of this. Descriptions are Markdown and are shown to people.
 */
export const SettingsSchema = v.strictObject({
  include: v.optional(
    setting(v.array(v.string()), 'Globs of the Markdown files that are postmortems, whatever they contain.'),
    [
      '**/{postmortem,postmortems,post-mortem,post-mortems,postmortem-report,postmortem-reports,incident,incidents,incident-report,incident-reports,retrospective,retrospectives}/**/*.md',
      '**/*.postmortem.md',
    ],
  ),
  exclude: v.optional(setting(v.array(v.string()), 'Globs of files that are never checked.'), [
    '**/node_modules/**',
    '**/.git/**',
    '**/.postmortem/templates/**',
  ]),
  template: v.optional(
    setting(
      v.pipe(v.string(), v.nonEmpty()),
      'Name of the template that documents follow which do not name one: a built-in one, or a file in `.postmortem/templates/`. `auto` takes the one whose sections are closest.',
      'general',
    ),
    'auto',
  ),
  policy: v.optional(
    setting(
      v.picklist(['standard', 'pagerduty', 'google', 'atlassian', 'azure', 'gitlab']),
      'Whose deadlines apply: when the meeting is scheduled, the document complete, the action items assigned.',
      'general',
    ),
    'standard',
  ),
  rules: v.optional(
    setting(
      v.record(v.string(), v.union([RuleLevel, v.looseObject({ severity: v.optional(RuleLevel) })])),
      'Severity of a rule (`off`, `hint`, `information`, `warning`, `error`), or an object with `severity` and the options of the rule.',
      'rules',
    ),
    {},
  ),
  severities: words('Severities your organisation uses beside P0–P4, SEV0–SEV5 and S1–S4.'),
  priorities: words('Priorities of action items beside P0–P3, High/Medium/Low and Must/Should/Could.'),
  statuses: words('Statuses of action items beside the known ones.'),
  sections: v.optional(
    setting(
      v.record(v.string(), v.array(v.pipe(v.string(), v.trim(), v.nonEmpty()))),
      'More headings for a kind of section, e.g. `went-poorly: ["Ouch"]`.',
    ),
    {},
  ),
  people: words('Names that are always people.', 'words'),
  systems: words('Names that are always systems, however much they look like people.', 'words'),
  teams: words('Names of teams of your organisation.', 'words'),
  domains: words('Domains of your organisation: e-mail addresses of these are no customer data.'),
  checkQuotes: v.optional(
    setting(v.boolean(), 'Check block quotes and quoted speech for blaming language, too.'),
    false,
  ),
  timeZone: v.optional(
    setting(
      v.pipe(v.string(), v.check(isTimeZone, 'Unknown time zone: an IANA name is expected, such as Europe/Berlin')),
      'IANA zone of times that state none, for calculations only; a missing zone is still reported.',
    ),
    'UTC',
  ),
  timelineNames: v.optional(
    setting(
      v.picklist(['names', 'roles']),
      'How people appear in entries pasted into a timeline: by the names of the conversation, or by their roles in the incident.',
      'general',
    ),
    'names',
  ),
  incidentId: v.optional(
    setting(
      v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9]*$/, 'A prefix is letters and digits, such as INC')),
      'Prefix of new incident ids.',
    ),
    'INC',
  ),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

/** Things that are shown unless they are switched off one by one, each with what it is. */
function switches<Name extends string>(names: Readonly<Record<Name, string>>) {
  const entries = Object.entries<string>(names).map(([name, what]) => [
    name,
    v.optional(v.pipe(v.boolean(), v.description(what))),
  ]);
  return v.strictObject(
    Object.fromEntries(entries) as Record<Name, v.OptionalSchema<v.GenericSchema<boolean>, undefined>>,
  );
}

/** Settings that only make sense in an editor; no configuration file has them. */
export const EditorOnlySchema = v.strictObject({
  enable: v.optional(setting(v.boolean(), 'Check postmortems while they are edited.', 'general'), true),
  codeLens: v.optional(
    setting(
      switches({
        readiness: 'How many findings are left before the postmortem can be final, above the title.',
        deadline: 'How long it is until the document has to be complete, above the title.',
        timeline: 'How long detection, mitigation and recovery took, above the timeline.',
        whys: 'How many of five whys are answered, above their chain.',
        actionItems: 'How many action items are done and overdue, above them.',
        similarIncidents: 'Which incidents had a similar cause, above the root cause.',
      }),
      'Figures above the parts of a postmortem that they are about.',
      'general',
    ),
    { readiness: true, deadline: true, timeline: true, whys: true, actionItems: true, similarIncidents: true },
  ),
  inlayHints: v.optional(
    setting(
      switches({
        elapsedTime: 'Minutes since the impact began, behind the times of the timeline.',
        overdue: 'How late an open action item is, behind its due date.',
      }),
      'Remarks behind values.',
      'general',
    ),
    { elapsedTime: true, overdue: true },
  ),
  'trace.server': v.optional(
    setting(
      v.picklist(['off', 'messages', 'verbose']),
      'Log what the editor and the language server say to each other.',
      'troubleshooting',
    ),
    'off',
  ),
});

/** The settings of a repository that configures nothing. */
export const DEFAULT_SETTINGS: Settings = v.parse(SettingsSchema, {});
