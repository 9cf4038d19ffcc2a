import type { WorkspaceFacts } from '../../server/src/core/index.ts';
import type { OtherDocument } from '../../server/src/core/rules/rule.ts';

/** What a rule may know of the other documents that an example names. */
export function workspaceOf(others: readonly OtherDocument[]): WorkspaceFacts {
  const placeOf = ({ incidentId, title }: OtherDocument) => ({
    uri: `file:///postmortems/${incidentId.toLowerCase()}.md`,
    title,
    span: { start: 0, end: 0 },
  });
  return {
    incidentIds: others.map(({ incidentId }) => incidentId),
    documentsOf: (id) => others.filter(({ incidentId }) => incidentId.toUpperCase() === id.toUpperCase()).map(placeOf),
    nextIncidentId: (like = 'INC-0') => {
      const numbers = [like, ...others.map(({ incidentId }) => incidentId)].map((id) =>
        Number(/\d+$/.exec(id)?.[0] ?? 0),
      );
      return `${like.replace(/\d+$/, '')}${Math.max(...numbers) + 1}`;
    },
    similar: () =>
      others
        .filter(({ likeness }) => likeness !== undefined)
        .map((other) => ({
          ...placeOf(other),
          incidentId: other.incidentId,
          reason: 'the same words in the root cause',
          score: other.likeness!,
          earlier: true,
        })),
  };
}
