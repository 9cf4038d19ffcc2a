import { t } from '../../l10n.ts';
import type { Postmortem, Value } from '../../model/postmortem.ts';
import { replace } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { ownIncident } from './sharedIncidents.ts';

export default defineRule({
  id: 'process/duplicate-incident',
  title: 'Two documents with one incident id',
  severity: 'error',
  exampleSection: 'Summary',
  docs: {
    why: 'Whoever follows the id finds one of two documents, and the metrics count one incident twice or two as one.',
    instead: 'Give one of them the next free id, or merge them.',
    notFlagged: 'Ids not filled in yet. Without a workspace the rule is silent.',
    sources: [
      {
        title: 'Google SRE Workbook: Postmortem Culture, share widely',
        url: 'https://sre.google/workbook/postmortem-culture/',
      },
    ],
  },
  messages: { twice: '{id} is the id of “{title}”, too: take the next free one, or merge the two' },
  examples: [
    {
      name: 'the same id',
      others: [{ incidentId: 'INC-7', title: 'Queue stalled' }],
      whole: true,
      bad: '# Postmortem: ⟦INC-7⟧ - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## Action Items\n\n- Add a consumer (@alice)\n',
      fixed:
        '# Postmortem: INC-8 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## Action Items\n\n- Add a consumer (@alice)\n',
    },
    {
      name: 'another id',
      others: [{ incidentId: 'INC-6', title: 'Queue stalled' }],
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## Action Items\n\n- Add a consumer (@alice)\n',
    },
    {
      name: 'no workspace',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## Action Items\n\n- Add a consumer (@alice)\n',
    },
  ],
  *check({ postmortem, workspace }) {
    const own = ownIncident(postmortem);
    const others = own && /\d/.test(own.text) ? (workspace?.documentsOf(own.text.toUpperCase()) ?? []) : [];
    if (!own || others.length === 0) return;
    yield {
      span: own.span,
      message: 'twice',
      args: { id: own.text, title: others[0]!.title },
      related: others.map(({ uri, span, title }) => ({ uri, span, message: t('The other document: {0}', title) })),
      data: {},
    };
  },
  *fixes(_finding, { postmortem, workspace }) {
    const own = ownIncident(postmortem);
    if (!own || !workspace) return;
    const free = workspace.nextIncidentId(own.text);
    yield {
      kind: 'rewrite',
      title: t('Change to {0}', free),
      edits: places(own, postmortem).map(({ span }) => replace(span, free)),
      preferred: true,
    };
  },
});

/** Every place in title and header that writes the id. */
function places(own: Value, { fields }: Postmortem): Value[] {
  const same = fields
    .filter(
      ({ kind, value }) => kind === 'incident-id' && value.text === own.text && value.span.start !== own.span.start,
    )
    .map(({ value }) => value);
  return [own, ...same];
}
