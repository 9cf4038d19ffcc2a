import { t } from '../../l10n.ts';
import type { Postmortem } from '../../model/postmortem.ts';
import type { DocumentTemplate, TemplateSection } from '../../model/template.ts';
import { TRIGGER_NAMES, triggersOf } from '../../model/triggers.ts';
import { insert } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'process/trigger',
  title: 'Why this postmortem is written cannot be told',
  severity: 'hint',
  completeness: true,
  exampleSection: 'Summary',
  docs: {
    why: 'Five things make a postmortem mandatory: user-visible downtime, data loss, a security incident, manual intervention, a failure found by a person. Which one it was decides who reads it.',
    instead: 'Tell the impact so that the trigger is evident, or add “**Trigger:**”.',
    notFlagged:
      'Triggers evident from the title, summary, impact, detection or timeline; documents whose template asks for no trigger.',
    sources: [
      {
        title: 'Google SRE Book: Postmortem Culture, triggers',
        url: 'https://sre.google/sre-book/postmortem-culture/',
      },
    ],
  },
  messages: {
    unstated:
      'Which trigger applied cannot be told: downtime, data loss, security, manual intervention, or found by a person',
  },
  examples: [
    {
      name: 'nothing tells',
      whole: true,
      bad: '---\ntemplate: standard\n---\n# ⟦Postmortem: INC-7 - A quiet afternoon⟧\n\n**Date:** 2026-02-11\n**Status:** In Review\n\n## Executive Summary\n\nThe new pool was used for the first time.\n\n## Impact\n\nNone.\n\n## Root Cause Analysis\n\nThe pool was small.\n\n## Action Items\n\n- Enlarge the pool (@alice)\n',
      fixed:
        '---\ntemplate: standard\n---\n# Postmortem: INC-7 - A quiet afternoon\n\n**Date:** 2026-02-11\n**Status:** In Review\n**Trigger:** [which one: user-visible downtime, data loss, security incident, manual intervention, found by a person]\n\n## Executive Summary\n\nThe new pool was used for the first time.\n\n## Impact\n\nNone.\n\n## Root Cause Analysis\n\nThe pool was small.\n\n## Action Items\n\n- Enlarge the pool (@alice)\n',
    },
    {
      name: 'evident from the impact',
      whole: true,
      good: '---\ntemplate: standard\n---\n# Postmortem: INC-7 - Mail\n\n**Date:** 2026-02-11\n\n## Executive Summary\n\nMail waited.\n\n## Impact\n\n- **Users Affected:** 310 users could not send mail\n\n## Root Cause Analysis\n\nOne consumer.\n\n## Action Items\n\n- Add a consumer (@alice)\n',
    },
    {
      name: 'a field says it',
      whole: true,
      good: '---\ntemplate: standard\n---\n# Postmortem: INC-7 - A quiet afternoon\n\n**Date:** 2026-02-11\n**Trigger:** manual on-call intervention\n\n## Executive Summary\n\nThe new pool was used for the first time.\n\n## Impact\n\nNone.\n\n## Action Items\n\n- Enlarge the pool (@alice)\n',
    },
  ],
  *check({ postmortem, template }) {
    if (!postmortem.title || !asks(template) || isStated(postmortem)) return;
    yield { span: postmortem.title.span, message: 'unstated', data: {} };
  },
  *fixes(_finding, { postmortem }) {
    const header = postmortem.fields.filter(({ place, form }) => place === 'header' && form !== 'table').at(-1);
    if (!header) return;
    const text = postmortem.source.text.slice(header.line.start, header.line.end);
    const open = /^(\s*(?:[-*+]\s+)?)(\*\*|__)?/.exec(text);
    const prefix = open?.[1] ?? '';
    const names = Object.values(TRIGGER_NAMES)
      .map((name) => name.replace(/ or .*|, not by monitoring|on-call /g, ''))
      .join(', ');
    const end = header.line.start + text.trimEnd().length;
    yield {
      kind: 'template',
      title: t('Insert the trigger'),
      edits: [insert(end, `${postmortem.source.eol}${prefix}**Trigger:** [which one: ${names}]`)],
      preferred: true,
    };
  },
});

/** The process with the five triggers is the standard one; other templates ask with a field or a section. */
function asks(template: DocumentTemplate): boolean {
  const section = (sections: readonly TemplateSection[]): boolean =>
    sections.some((one) => (one.kind === 'trigger' && !one.optional) || section(one.children));
  return (
    template.id === 'standard' || template.fields.some(({ kind }) => kind === 'trigger') || section(template.sections)
  );
}

function isStated(postmortem: Postmortem): boolean {
  return (
    postmortem.fields.some(({ kind, value }) => kind === 'trigger' && value.text !== '') ||
    postmortem.sections.some(({ kind }) => kind === 'trigger') ||
    postmortem.lifecycle === 'draft' ||
    triggersOf(postmortem).size > 0
  );
}
