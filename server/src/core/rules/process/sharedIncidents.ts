import type { Postmortem, Value } from '../../model/postmortem.ts';

/** The id of the incident that a document is about: from its title, else from its header. */
export function ownIncident({ title, fields }: Postmortem): Value | undefined {
  if (title?.incidentId) return title.incidentId;
  return fields.find(({ kind, value }) => kind === 'incident-id' && value.text !== '')?.value;
}

/** Whether the text names the id as a word of its own. */
export function mentions(text: string, id: string): boolean {
  const at = text.toUpperCase().indexOf(id.toUpperCase());
  return at >= 0 && !/[\w-]/.test(text[at - 1] ?? '') && !/\w/.test(text[at + id.length] ?? '');
}
