import { t } from '../../l10n.ts';
import type { Postmortem } from '../../model/postmortem.ts';
import { findIncidentId } from '../../model/title.ts';
import { insert, replace } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { titlePlace } from './sharedPlaces.ts';

export default defineRule({
  id: 'structure/title',
  title: 'The title names no incident or no subject',
  severity: 'information',
  completeness: true,
  exampleSection: 'Summary',
  docs: {
    why: 'The title is what search results, indexes and other postmortems show. The id links it to tickets and to later incidents; the words tell a reader whether to open it.',
    instead: 'Write both: "Postmortem: INC-042 - Checkout queue stalled".',
    notFlagged:
      'Ids in any style of ticket key, "#42", or in the front matter. A title with template text is the matter of structure/placeholder.',
    sources: [
      {
        title: 'Etsy: Debriefing Facilitation Guide',
        url: 'https://www.etsy.com/codeascraft/debriefing-facilitation-guide',
      },
    ],
  },
  messages: {
    id: 'The title has no incident id: write one, e.g. “{example}”',
    name: 'The title says no more than the id: add what happened',
    none: 'The document has no title: write one, e.g. “# Postmortem: {example} - what happened”',
  },
  examples: [
    {
      name: 'no id, but the header has one',
      whole: true,
      bad: '# ⟦Postmortem: Mail stuck⟧\n\n**Incident ID:** INC-7\n**Status:** In Review\n\n## Summary\n\nMail waited.\n',
      fixed:
        '# Postmortem: INC-7 - Mail stuck\n\n**Incident ID:** INC-7\n**Status:** In Review\n\n## Summary\n\nMail waited.\n',
    },
    {
      name: 'an id alone',
      whole: true,
      bad: '# ⟦Postmortem: INC-7⟧\n\n**Status:** In Review\n\n## Summary\n\nMail waited.\n',
      fixed: '# Postmortem: INC-7 - [what happened]\n\n**Status:** In Review\n\n## Summary\n\nMail waited.\n',
      severity: 'information',
    },
    { name: 'id and name', whole: true, good: '# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n' },
    {
      name: 'another style of id',
      whole: true,
      good: '# PM2019-009 Address pool used up\n\n## Summary\n\nMail waited.\n',
    },
  ],
  *check({ postmortem, settings }) {
    const { title } = postmortem;
    const span = titlePlace(postmortem);
    const example = `${settings.incidentId}-042`;
    if (!title) yield { span, message: 'none', args: { example } };
    else if (!title.incidentId && !isTold(postmortem)) yield { span, message: 'id', args: { example }, data: 'id' };
    else if (!title.name) yield { span, message: 'name', data: 'name' };
  },
  *fixes(finding, { postmortem, settings, workspace }) {
    const { title } = postmortem;
    const id = idElsewhere(postmortem) ?? workspace?.nextIncidentId() ?? `[${settings.incidentId}-number]`;
    if (!title) {
      const { eol } = postmortem.source;
      const at = postmortem.document.frontMatter?.span.end ?? postmortem.source.contentStart;
      yield {
        kind: 'template',
        title: t('Insert a title'),
        edits: [insert(at, `# Postmortem: ${id} - [what happened]${eol}${eol}`)],
      };
    } else if (finding.data === 'id') {
      const text = title.name ? `${id} - ` : ` ${id}`;
      yield {
        kind: 'template',
        title: t('Add {0} to the title', id),
        edits: [
          title.name
            ? insert(title.name.span.start, text)
            : replace({ start: title.span.end, end: title.span.end }, text),
        ],
        preferred: true,
      };
    } else
      yield {
        kind: 'template',
        title: t('Say what happened'),
        edits: [insert(title.span.end, ' - [what happened]')],
        preferred: true,
      };
  },
});

/** The header of a blog or wiki page keeps the id out of the title. */
function isTold(postmortem: Postmortem): boolean {
  return postmortem.fields.some(
    (field) => field.kind === 'incident-id' && field.form === 'front-matter' && field.value.text !== '',
  );
}

function idElsewhere(postmortem: Postmortem): string | undefined {
  const field = postmortem.fields.find((candidate) => candidate.kind === 'incident-id' && candidate.value.text !== '');
  if (!field) return undefined;
  const found = findIncidentId(field.value.text.slice(0, 100));
  return found ? field.value.text.slice(found.start, found.end) : undefined;
}
