import { t } from '../../l10n.ts';
import { roleIn } from '../../model/people.ts';
import type { Field, Postmortem } from '../../model/postmortem.ts';
import { choiceOf, isBinding } from '../../model/templates.ts';
import { insert } from '../../text/edit.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { fieldsOf, isOpen } from './sharedFields.ts';

/** Who has to be there, by the role as `readPeople` names it. */
const REQUIRED: readonly (readonly [string, string])[] = [
  ['incident-commander', 'Incident Commander'],
  ['on-call', 'on-call engineer'],
  ['responder', 'engineer involved'],
  ['manager', 'Engineering Manager or CTO'],
];

interface Absent {
  readonly field: Field;
  readonly roles: readonly string[];
}

function absentRoles({
  postmortem,
  template,
  settings,
}: Pick<RuleContext, 'postmortem' | 'template' | 'settings'>): Absent | undefined {
  if (!template.fields.some((field) => field.kind === 'attendees')) return undefined;
  if (!isBinding(choiceOf(postmortem, template, settings))) return undefined;
  const field = fieldsOf(postmortem, 'attendees').find((candidate) => !isOpen(candidate));
  if (!field) return undefined;
  const said = `${field.value.text}\n${peopleText(postmortem)}`.slice(0, 4000);
  const roles = REQUIRED.filter(([role, words]) => {
    if (postmortem.people.roles.has(role)) return false;
    if (said.split(/[,;\n]/).some((piece) => roleIn(piece) === role)) return false;
    return !said.toLowerCase().includes(words.toLowerCase());
  });
  // People whose role nobody wrote down were, as far as one can tell, involved.
  const unlabelled = field.value.text
    .split(/[,;\n]/)
    .some((piece) => piece.trim() !== '' && roleIn(piece) === undefined);
  const absent = roles.filter(([role]) => role !== 'responder' || !unlabelled).map(([, words]) => words);
  return absent.length > 0 ? { field, roles: absent } : undefined;
}

function peopleText(postmortem: Postmortem): string {
  return postmortem.prose
    .filter((unit) => unit.kind === 'people')
    .map((unit) => unit.run.text)
    .join('\n');
}

export default defineRule({
  id: 'metadata/missing-participant',
  title: 'A required role does not appear among the participants',
  severity: 'information',
  completeness: true,
  exampleSection: 'Summary',
  docs: {
    why: 'Whoever commanded, was paged, did the work and decides on priorities each saw another part of the incident. Without one of them a part is guessed.',
    instead: 'Name the roles behind the names: "@ana (on-call), @raj (Engineering Manager)".',
    notFlagged:
      'Documents whose template asks for no attendees, and lists that are not filled in yet. A role in a field of its own counts.',
    sources: [{ title: 'PagerDuty: Postmortem Meetings', url: 'https://postmortems.pagerduty.com/meeting/who/' }],
  },
  messages: { absent: 'The attendees do not show: {roles}. Add the role behind a name' },
  examples: [
    {
      name: 'nobody who decides',
      whole: true,
      bad: '---\ntemplate: standard\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Status:** In Review\n**Incident Commander:** @ana\n**Attendees:** ⟦@ana, @raj (on-call), @lee⟧\n\n## Executive Summary\n\nMail waited.\n',
      fixed:
        '---\ntemplate: standard\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Status:** In Review\n**Incident Commander:** @ana\n**Attendees:** @ana, @raj (on-call), @lee, [@name] (Engineering Manager or CTO)\n\n## Executive Summary\n\nMail waited.\n',
      severity: 'information',
    },
    {
      name: 'no roles at all',
      whole: true,
      bad: '---\ntemplate: standard\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Attendees:** ⟦@ana, @raj, @lee⟧\n\n## Executive Summary\n\nMail waited.\n',
    },
    {
      name: 'all four',
      whole: true,
      good: '---\ntemplate: standard\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Incident Commander:** @ana\n**On-call:** @raj\n**Attendees:** @ana, @raj, @lee, @kim (CTO)\n\n## Executive Summary\n\nMail waited.\n',
    },
    {
      name: 'a template that asks for no attendees',
      whole: true,
      good: '---\ntemplate: google-sre\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Authors:** Ana Ruiz\n\n## Summary\n\nMail waited.\n',
    },
  ],
  *check(context) {
    const absent = absentRoles(context);
    if (absent) yield { span: absent.field.value.span, message: 'absent', args: { roles: absent.roles.join(', ') } };
  },
  *fixes(_finding, context) {
    const absent = absentRoles(context);
    if (!absent) return;
    const text = absent.roles.map((role) => `, [@name] (${role})`).join('');
    yield {
      kind: 'template',
      title: absent.roles.length === 1 ? t('Add {0}', absent.roles[0]!) : t('Add the roles'),
      edits: [insert(absent.field.value.span.end, text)],
      preferred: true,
    };
  },
});
