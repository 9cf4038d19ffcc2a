import type { CodeLens, Connection } from 'vscode-languageserver';
import { addRelatedIncident, type Help, namesIncident, relatedIncidentsPlace, shorten, t } from '../../core/index.ts';
import { toRange, toWorkspaceEdit } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import { FAILED } from '../guard.ts';
import {
  addRelatedIncident as addRelatedIncidentRequest,
  type ChangeAnswer,
  Command,
  type SimilarIncident,
  similarIncidents,
} from '../protocol.ts';
import type { Services } from '../services.ts';
import { normalizeUri } from '../uris.ts';

/** Action items that a hover lists for each incident. */
const MOST_ACTIONS = 5;
/** Characters of a name and of a reason in a row that others share. */
const LONGEST = 34;

/** Answers which incidents are like the one that is written, and lists one of them in the document. */
export function registerSimilarIncidents(connection: Connection, services: Services): void {
  const { documents, guard, features } = services;

  connection.onRequest(
    similarIncidents.method,
    guard('similarIncidents', [], async ({ uri }: { uri: string }, token): Promise<SimilarIncident[]> => {
      const document = await documents.check(uri, token);
      return document ? similarTo(document, services) : [];
    }),
  );

  connection.onRequest(
    addRelatedIncidentRequest.method,
    guard(
      'addRelatedIncident',
      FAILED,
      async (params: { uri: string; related: string }, token): Promise<ChangeAnswer> => {
        const document = await documents.check(params.uri, token);
        if (!document) return { nothing: t('This document is not open, or checks are switched off for it') };
        const related = services.index.get(normalizeUri(params.related));
        if (!related) return { nothing: t('That postmortem is not there any more') };
        const { edits, nothing } = addRelatedIncident(document.checked, related);
        return edits ? { edit: toWorkspaceEdit(document, edits, { ...features(), snippetEdits: false }) } : { nothing };
      },
    ),
  );
}

/**
 * A line for each similar incident above the related incidents; choosing it lists the incident there. They share one row, which is cut
 * at the edge of the editor: the most similar one says why, and a hover says it of all.
 */
export function similarIncidentLenses(document: CheckedDocument, services: Services): CodeLens[] {
  const place = relatedIncidentsPlace(document.checked);
  if (!place) return [];
  const range = toRange(document.checked.document.source, place);
  return similarTo(document, services).map(({ uri, incidentId, title, reason, openActions }, index) => {
    const open = openActions.length === 0 ? '' : ` · ${t('{0} of its actions open', openActions.length)}`;
    const text =
      index === 0
        ? t('{0} is similar ({1})', shorten(nameOf(incidentId, title), LONGEST), shorten(reason, LONGEST)) + open
        : shorten(incidentId ?? title, LONGEST);
    const command = services.features().commands
      ? { title: `$(add) ${text}`, command: Command.addRelatedIncident, arguments: [document.uri, uri] }
      : { title: text, command: '' };
    return { range, command };
  });
}

/** The similar incidents with what is still to be done about them, for a hover over the place where they are shown. */
export function similarIncidentHelp(document: CheckedDocument, offset: number, services: Services): Help | undefined {
  const place = relatedIncidentsPlace(document.checked);
  if (!place || offset < place.start || offset > place.end) return undefined;
  const similar = similarTo(document, services);
  if (similar.length === 0) return undefined;
  const parts = similar.map(({ uri, incidentId, title, reason, openActions }) => {
    const actions = openActions.slice(0, MOST_ACTIONS).map(({ action, owner, due }) => {
      const details = [owner ?? t('no owner'), due ? t('due {0}', due) : t('no due date')].join(', ');
      return `  - ${plain(action)} (${plain(details)})`;
    });
    const more = openActions.length - actions.length;
    const head = `- [${plain(nameOf(incidentId, title))}](${uri}): ${t('both have {0}', plain(reason))}`;
    return [
      openActions.length === 0 ? head : `${head}. ${t('Still open:')}`,
      ...actions,
      ...(more > 0 ? [`  - ${t('… and {0} more', more)}`] : []),
    ].join('\n');
  });
  return { markdown: `**${t('Incidents with a similar cause')}**\n\n${parts.join('\n')}`, span: place };
}

/** The most similar incidents that the document does not name yet. */
function similarTo({ uri, checked }: CheckedDocument, { workspace }: Services): SimilarIncident[] {
  const { postmortem } = checked;
  if (!postmortem) return [];
  const { index } = workspace;
  return index
    .similarFor(normalizeUri(uri), postmortem)
    .filter(({ incidentId, title }) => !namesIncident(checked, incidentId ?? title))
    .map(({ uri: other, incidentId, title, reason }) => ({
      uri: other,
      incidentId,
      title,
      reason,
      openActions: (index.get(other)?.actions ?? [])
        .filter(({ state }) => state !== 'done' && state !== 'cancelled')
        .map(({ action, owner, due }) => ({ action, owner, due })),
    }));
}

function nameOf(incidentId: string | undefined, title: string): string {
  return [incidentId, title].filter(Boolean).join(' ');
}

/** Text of a document as text in Markdown: nothing in it becomes a link or a picture. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>()#!|~]/g, '\\$&');
}
