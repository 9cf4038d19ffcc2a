import { t } from '../../l10n.ts';
import { replace } from '../../text/edit.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { ownIncident } from './sharedIncidents.ts';

const INCIDENT = /(?<![\w-])[A-Z][A-Z]{1,9}-?\d[\d-]{1,15}(?![\w-])/g;

export default defineRule({
  id: 'process/unknown-incident',
  title: 'A related incident that no document tells of',
  severity: 'information',
  exampleSection: 'Related Incidents',
  docs: {
    why: 'A reference that leads nowhere cannot be learned from: it is a slip, or a postmortem nobody wrote.',
    instead: 'Correct the id, or write the postmortem.',
    notFlagged:
      'Ids in another style than those of the workspace: tickets, vulnerabilities, pull requests. Without a workspace the rule is silent.',
    sources: [
      {
        title: 'Google SRE Workbook: Postmortem Culture, share widely',
        url: 'https://sre.google/workbook/postmortem-culture/',
      },
    ],
  },
  messages: { unknown: 'No postmortem here is about {id}: correct the id, or write the postmortem' },
  examples: [
    {
      name: 'a slip',
      others: [{ incidentId: 'INC-042', title: 'Queue stalled' }],
      bad: '- ⟦INC-024⟧: a stalled queue, too',
      fixed: '- INC-042: a stalled queue, too',
    },
    {
      name: 'known',
      others: [{ incidentId: 'INC-042', title: 'Queue stalled' }],
      good: '- INC-042: a stalled queue, too',
    },
    {
      name: 'another tracker',
      others: [{ incidentId: 'INC-042', title: 'Queue stalled' }],
      good: '- OPS-77: the ticket of that time',
    },
    { name: 'no workspace', good: '- INC-024: a stalled queue, too' },
  ],
  *check(context) {
    const { postmortem, workspace } = context;
    if (!workspace) return;
    const own = ownIncident(postmortem)?.text.toUpperCase();
    const styles = new Set([...workspace.incidentIds, ...(own ? [own] : [])].map(styleOf));
    for (const { run, kind } of postmortem.prose) {
      if (kind !== 'related-incidents') continue;
      for (const match of run.text.slice(0, 4000).matchAll(INCIDENT)) {
        const id = match[0].toUpperCase();
        if (id === own || !styles.has(styleOf(id)) || workspace.documentsOf(id).length > 0) continue;
        yield {
          span: run.toSource({ start: match.index, end: match.index + match[0].length }),
          message: 'unknown',
          args: { id: match[0] },
          data: { id },
        };
      }
    }
  },
  *fixes(finding, context) {
    const { id } = finding.data as { id: string };
    for (const near of nearest(id, context))
      yield { kind: 'rewrite', title: t('Change to {0}', near), edits: [replace(finding.span, near)] };
  },
});

/** What ids of one kind have in common: the letters in front of the number. */
function styleOf(id: string): string {
  return /^[A-Za-z]+/.exec(id)?.[0].toUpperCase() ?? '';
}

function nearest(id: string, { workspace, postmortem }: RuleContext): string[] {
  const own = ownIncident(postmortem)?.text.toUpperCase();
  return (workspace?.incidentIds ?? [])
    .filter((other) => styleOf(other) === styleOf(id) && other.toUpperCase() !== own)
    .map((other) => ({ other, distance: distance(id, other.toUpperCase()) }))
    .filter((candidate) => candidate.distance <= 2)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ other }) => other);
}

/** Letters to change, add or leave out to come from one id to another; ids are short. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
