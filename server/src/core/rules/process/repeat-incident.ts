import { listRelated } from '../../edits/relatedEdits.ts';
import { t } from '../../l10n.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { mentions } from './sharedIncidents.ts';

export default defineRule({
  id: 'process/repeat-incident',
  title: 'An earlier incident with a very similar root cause is not mentioned',
  severity: 'information',
  exampleSection: 'Summary',
  docs: {
    why: 'An incident that comes back means that what was agreed last time did not help, or was not done. That is the most important thing to find out.',
    instead: 'List the earlier incident under “Related Incidents”, and say what became of its action items.',
    notFlagged: 'Later incidents, and earlier ones that the document mentions. Without a workspace the rule is silent.',
    sources: [
      {
        title: 'Google SRE Book: Postmortem Culture, repeated incidents',
        url: 'https://sre.google/sre-book/postmortem-culture/',
      },
      {
        title: 'Atlassian incident handbook: postmortems',
        url: 'https://www.atlassian.com/incident-management/handbook/postmortems',
      },
    ],
  },
  messages: { repeat: '{id} “{title}” has a very similar root cause ({reason}): list it under related incidents' },
  examples: [
    {
      name: 'not mentioned',
      others: [{ incidentId: 'INC-3', title: 'Consumer stuck', likeness: 0.8 }],
      whole: true,
      bad: '# ⟦Postmortem: INC-7 - Mail stuck⟧\n\n## Summary\n\nMail waited.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a consumer (@alice)\n',
      fixed:
        '# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a consumer (@alice)\n\n## Related Incidents\n\n- INC-3: Consumer stuck\n',
    },
    {
      name: 'a list to go on with',
      others: [{ incidentId: 'INC-3', title: 'Consumer stuck', likeness: 0.8 }],
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a consumer (@alice)\n\n## ⟦Related Incidents⟧\n\n- INC-1: Disk full\n',
      fixed:
        '# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a consumer (@alice)\n\n## Related Incidents\n\n- INC-1: Disk full\n- INC-3: Consumer stuck\n',
    },
    {
      name: 'mentioned',
      others: [{ incidentId: 'INC-3', title: 'Consumer stuck', likeness: 0.8 }],
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited, as in INC-3.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a consumer (@alice)\n',
    },
    {
      name: 'not alike',
      others: [{ incidentId: 'INC-3', title: 'Disk full' }],
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Root Cause\n\nOne consumer.\n\n## Action Items\n\n- Add a consumer (@alice)\n',
    },
  ],
  *check(context) {
    const { postmortem } = context;
    const section = postmortem.sections.find(({ kind }) => kind === 'related-incidents');
    const span = section?.headingText ?? postmortem.title?.span;
    if (!span) return;
    for (const other of repeats(context))
      yield {
        span,
        message: 'repeat',
        args: { id: other.incidentId ?? '', title: other.title, reason: other.reason },
        related: [{ uri: other.uri, span: { start: 0, end: 0 }, message: other.title }],
        data: { id: other.incidentId, title: other.title },
      };
  },
  *fixes(finding, { postmortem }) {
    const { id, title } = finding.data as { id: string | undefined; title: string };
    yield {
      kind: 'rewrite',
      title: t('List {0} under related incidents', id ?? title),
      edits: [listRelated(id, title, postmortem)],
      preferred: true,
    };
  },
});

/** At most three earlier incidents that the document does not name. */
function repeats({ postmortem, workspace }: RuleContext) {
  const { text } = postmortem.source;
  return (workspace?.similar(postmortem) ?? [])
    .filter(({ earlier, incidentId }) => earlier && incidentId !== undefined && !mentions(text, incidentId))
    .slice(0, 3);
}
