import type { Connection } from 'vscode-languageserver';
import {
  addTimelineEntry,
  addWhy,
  type DocumentChange,
  insertFiveWhys,
  insertMissingSections,
  namesToRoles,
  safeChange,
  t,
} from '../../core/index.ts';
import { toWorkspaceEdit } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import { FAILED } from '../guard.ts';
import { type ChangeAnswer, type ChangeName, documentChange } from '../protocol.ts';
import type { Services } from '../services.ts';

/** The changes that every editor offers as source actions, in the order of a first use. */
export const changeTitles = (): readonly (readonly [Exclude<ChangeName, 'fix-all'>, string])[] => [
  ['missing-sections', t('Insert missing sections')],
  ['five-whys', t('Insert Five Whys')],
  ['add-why', t('Add the next why')],
  ['timeline-entry', t('Add timeline entry')],
  ['roles', t('Replace names by roles')],
];

/** The edits of a change to a document, or why there are none. */
export function documentChangeEdits(
  { checked }: CheckedDocument,
  change: ChangeName,
  now: number,
  chain?: number,
): DocumentChange {
  switch (change) {
    case 'missing-sections':
      return insertMissingSections(checked);
    case 'five-whys':
      return insertFiveWhys(checked);
    case 'add-why':
      return addWhy(checked, chain);
    case 'timeline-entry':
      return addTimelineEntry(checked, now);
    case 'roles':
      return namesToRoles(checked);
    case 'fix-all': {
      const edits = safeChange(checked.input);
      return edits.length > 0 ? { edits } : { nothing: t('Nothing in this document can be fixed without a person') };
    }
  }
}

/** Answers the client's commands with edits. */
export function registerDocumentChange(connection: Connection, { documents, guard, features, host }: Services): void {
  connection.onRequest(
    documentChange.method,
    guard(
      'documentChange',
      FAILED,
      async (params: { uri: string; change: ChangeName; chain?: number }, token): Promise<ChangeAnswer> => {
        const document = await documents.check(params.uri, token);
        if (!document) return { nothing: t('This document is not open, or checks are switched off for it') };
        if (!document.checked.postmortem) return { nothing: t('This document is not recognised as a postmortem') };
        const { edits, nothing } = documentChangeEdits(document, params.change, host.now(), params.chain);
        if (!edits) return { nothing };
        const snippetEdits = features().snippetEdits && params.change !== 'fix-all';
        return { edit: toWorkspaceEdit(document, edits, { ...features(), snippetEdits }) };
      },
    ),
  );
}
