import { listRelated } from '../edits/relatedEdits.ts';
import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import { mentions } from '../rules/process/sharedIncidents.ts';
import type { Span } from '../text/span.ts';
import type { DocumentChange } from './documentChange.ts';

/** Where similar incidents are shown: above “Related Incidents”, else above the title. */
export function relatedIncidentsPlace({ postmortem }: Checked): Span | undefined {
  const section = postmortem?.sections.find(({ kind }) => kind === 'related-incidents');
  return section?.headingText ?? postmortem?.title?.span;
}

/** Whether the document names an incident, anywhere. */
export function namesIncident({ postmortem }: Checked, id: string): boolean {
  return postmortem !== undefined && mentions(postmortem.source.text, id);
}

/** Lists another incident under “Related Incidents”. */
export function addRelatedIncident(
  { postmortem }: Checked,
  { incidentId, title }: { readonly incidentId: string | undefined; readonly title: string },
): DocumentChange {
  if (!postmortem) return { nothing: t('This document is no postmortem') };
  const related = postmortem.sections.find(({ kind }) => kind === 'related-incidents');
  const text = related
    ? related.blocks.map(({ start, end }) => postmortem.source.text.slice(start, end)).join('\n')
    : '';
  if (mentions(text, incidentId ?? title)) return { nothing: t('{0} is listed already', incidentId ?? title) };
  return { edits: [listRelated(incidentId, title, postmortem)] };
}
