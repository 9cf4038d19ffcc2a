import { t } from '../../l10n.ts';
import { choiceOf, isBinding } from '../../model/templates.ts';
import { defineRule } from '../rule.ts';
import { titlePlace } from '../structure/sharedPlaces.ts';
import { insertField, missingFields } from './sharedFields.ts';

export default defineRule({
  id: 'metadata/missing-field',
  title: 'A field of the template’s header is missing',
  severity: 'warning',
  completeness: true,
  exampleSection: 'Summary',
  docs: {
    why: 'Date, severity, duration and who was there make a postmortem findable, countable and comparable with others.',
    instead: 'Add the field to the header. "Unknown" is an answer.',
    notFlagged:
      'Fields stated elsewhere: in front matter, a table, the stats, a list of attendees, the date in the title. A document whose team keeps no such header gets one information for all of them.',
    sources: [
      {
        title: 'AWS: Creating a Correction of Errors document',
        url: 'https://aws.amazon.com/blogs/mt/creating-a-correction-of-errors-document/',
      },
      {
        title: 'PagerDuty: Postmortem Template',
        url: 'https://postmortems.pagerduty.com/resources/post_mortem_template/',
      },
    ],
  },
  messages: {
    missing: 'The header has no “{name}”: the template “{template}” asks for it',
    several: 'The document does not state: {names}. The template “{template}” asks for it',
  },
  examples: [
    {
      name: 'a header without severity',
      whole: true,
      bad: '---\ntemplate: short\n---\n# ⟦Postmortem: INC-7 - Mail stuck⟧\n\n**Date:** 2026-01-12\n**Status:** In Review\n\n## Summary\n\nMail waited.\n',
      fixed:
        '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-01-12\n**Severity:** P2 | P3\n**Status:** In Review\n\n## Summary\n\nMail waited.\n',
      severity: 'warning',
    },
    {
      name: 'bullets stay bullets',
      whole: true,
      bad: '---\ntemplate: short\n---\n# ⟦Postmortem: INC-7 - Mail stuck⟧\n\n- **Severity**: P2\n- **Status**: In Review\n\n## Summary\n\nMail waited.\n',
      fixed:
        '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n- **Date**: [YYYY-MM-DD]\n- **Severity**: P2\n- **Status**: In Review\n\n## Summary\n\nMail waited.\n',
    },
    {
      name: 'a table stays a table',
      whole: true,
      bad: '---\ntemplate: short\n---\n# ⟦Postmortem: INC-7 - Mail stuck⟧\n\n| Field | Value |\n| --- | --- |\n| Date | 2026-01-12 |\n| Status | In Review |\n\n## Summary\n\nMail waited.\n',
      fixed:
        '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n| Field | Value |\n| --- | --- |\n| Date | 2026-01-12 |\n| Severity | P2 / P3 |\n| Status | In Review |\n\n## Summary\n\nMail waited.\n',
    },
    {
      name: 'stated in front matter and title',
      whole: true,
      good: '---\ntemplate: short\nseverity: SEV2\n---\n# 2026-01-12 - INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n',
    },
    {
      name: 'stated in a table',
      whole: true,
      good: '---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n| Incident date | 2026-01-12 | Severity | P2 |\n| --- | --- | --- | --- |\n| Status | In Review | Owner | Ana |\n\n## Summary\n\nMail waited.\n',
    },
  ],
  *check({ postmortem, template, settings }) {
    const missing = missingFields(postmortem, template.fields);
    if (missing.length === 0) return;
    const choice = choiceOf(postmortem, template, settings);
    const required = template.fields.filter((field) => !field.optional);
    const header = new Set(
      postmortem.fields.filter(({ place }) => place !== 'body' && place !== 'impact').map(({ kind }) => kind),
    );
    const held = required.filter(({ kind }) => header.has(kind)).length;
    // A header that has most of the fields is meant to have the others; one of another make is the team's own.
    const meant = choice.by !== 'closest' || (isBinding(choice) && held * 3 >= required.length * 2);
    const span = titlePlace(postmortem);
    if (meant) {
      for (const field of missing)
        yield { span, message: 'missing', args: { name: field.name, template: template.name }, data: [field.name] };
    } else
      yield {
        span,
        message: 'several',
        args: { names: missing.map((field) => field.name).join(', '), template: template.name },
        severity: 'information',
        data: missing.map((field) => field.name),
      };
  },
  *fixes(finding, { postmortem, template }) {
    const names = finding.data as string[];
    const missing = missingFields(postmortem, template.fields).filter((field) => names.includes(field.name));
    if (missing.length === 0) return;
    yield {
      kind: 'template',
      title: t('Insert {0}', missing.map((field) => `“${field.name}”`).join(', ')),
      edits: missing.map((field) => insertField(field, template.fields, postmortem)),
      preferred: true,
    };
  },
});
