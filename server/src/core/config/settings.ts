import * as v from 'valibot';

/** A severity as people write it in the configuration. */
export const RuleLevel = v.picklist(['off', 'hint', 'information', 'warning', 'error']);

const names = (description: string) => v.optional(v.pipe(v.array(v.string()), v.description(description)), []);

/**
 * Every setting, declared once: the parser of configuration files, the JSON schema, the VS Code manifest and docs/settings.md are
 * made of this. Descriptions are Markdown and are shown to people.
 */
export const SettingsSchema = v.strictObject({
  include: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Globs of the Markdown files that are postmortems, whatever they contain.'),
    ),
    [
      '**/{postmortem,postmortems,post-mortem,post-mortems,postmortem-report,postmortem-reports,incident,incidents,incident-report,incident-reports,retrospective,retrospectives}/**/*.md',
      '**/*.postmortem.md',
    ],
  ),
  exclude: v.optional(v.pipe(v.array(v.string()), v.description('Globs of files that are never checked.')), [
    '**/node_modules/**',
    '**/.git/**',
    '**/.postmortem/templates/**',
  ]),
  template: v.optional(
    v.pipe(
      v.string(),
      v.description(
        'Name of the template that documents follow which do not name one: a built-in one, or a file in `.postmortem/templates/`. `auto` takes the one whose sections are closest.',
      ),
    ),
    'auto',
  ),
  policy: v.optional(
    v.pipe(
      v.picklist(['standard', 'pagerduty', 'google', 'atlassian', 'azure', 'gitlab']),
      v.description(
        'Whose deadlines apply: when the meeting is scheduled, the document complete, the action items assigned.',
      ),
    ),
    'standard',
  ),
  rules: v.optional(
    v.pipe(
      v.record(v.string(), v.union([RuleLevel, v.looseObject({ severity: v.optional(RuleLevel) })])),
      v.description(
        'Severity of a rule (`off`, `hint`, `information`, `warning`, `error`), or an object with `severity` and the options of the rule.',
      ),
    ),
    {},
  ),
  severities: names('Severities your organisation uses beside P0–P4, SEV0–SEV5 and S1–S4.'),
  priorities: names('Priorities of action items beside P0–P3, High/Medium/Low and Must/Should/Could.'),
  statuses: names('Statuses of action items beside the known ones.'),
  sections: v.optional(
    v.pipe(
      v.record(v.string(), v.array(v.string())),
      v.description('More headings for a kind of section, e.g. `went-poorly: ["Ouch"]`.'),
    ),
    {},
  ),
  people: names('Names that are always people.'),
  systems: names('Names that are always systems, however much they look like people.'),
  teams: names('Names of teams of your organisation.'),
  domains: names('Domains of your organisation: e-mail addresses of these are no customer data.'),
  checkQuotes: v.optional(
    v.pipe(v.boolean(), v.description('Check block quotes and quoted speech for blaming language, too.')),
    false,
  ),
  timeZone: v.optional(
    v.pipe(
      v.string(),
      v.description('IANA zone of times that state none, for calculations only; a missing zone is still reported.'),
    ),
    'UTC',
  ),
  incidentId: v.optional(v.pipe(v.string(), v.description('Prefix of new incident ids.')), 'INC'),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

/** The settings of a repository that configures nothing. */
export const DEFAULT_SETTINGS: Settings = v.parse(SettingsSchema, {});
