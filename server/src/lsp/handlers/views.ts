import type { Connection } from 'vscode-languageserver';
import { completeDeadline, includedFolders, isPast, markAction, POLICIES, readinessOf, t } from '../../core/index.ts';
import type { PostmortemRecord } from '../../workspace/index.ts';
import { toRange, toWorkspaceEdit } from '../convert.ts';
import { FAILED, sendUnasked } from '../guard.ts';
import {
  type ActionEntry,
  type ChangeAnswer,
  listActions,
  listPostmortems,
  type PostmortemEntry,
  postmortemFolders,
  type ReadinessItem,
  readiness,
  setActionDone,
  workspaceChanged,
} from '../protocol.ts';
import type { Services } from '../services.ts';
import { joinUri, parentOf } from '../uris.ts';

const DAY = 86_400_000;

/** Answers what the views show: the postmortems, their action items, and what blocks Final. */
export function registerViews(connection: Connection, services: Services): { refresh(): void } {
  const { documents, guard, workspace, host, features } = services;

  documents.onChecked(({ uri, checked }) => workspace.note(uri, checked));

  connection.onRequest(
    listPostmortems.method,
    guard('listPostmortems', [], async (): Promise<PostmortemEntry[]> => {
      const entries = await Promise.all([...services.index.records].map((record) => entryOf(record, services)));
      return entries.sort((a, b) => compare(b.date ?? '', a.date ?? '') || compare(a.title, b.title));
    }),
  );

  connection.onRequest(
    postmortemFolders.method,
    guard('postmortemFolders', [], async (): Promise<string[]> => {
      const holding = [...services.index.records].flatMap(({ uri }) => parentOf(uri) ?? []);
      const configured = services.settings.folders.map(async (folder) => {
        const { root = folder, settings } = await services.settings.of(joinUri(folder, 'new.md'));
        return includedFolders(settings).map((path) => joinUri(root, path));
      });
      return [...new Set([...holding, ...(await Promise.all(configured)).flat()])];
    }),
  );

  connection.onRequest(
    listActions.method,
    guard('listActions', [], (): ActionEntry[] => {
      const today = Math.floor(host.now() / DAY);
      const entries: ActionEntry[] = [];
      for (const record of services.index.records)
        for (const { span, id, action, owner, due, state } of record.actions) {
          if (state === 'cancelled') continue;
          const daysLeft = due === undefined ? undefined : Math.floor(Date.parse(due) / DAY) - today;
          const postmortem = record.incidentId ?? record.title;
          const when = whenOf(state === 'done', daysLeft);
          entries.push({ uri: record.uri, offset: span.start, id, action, owner, due, when, daysLeft, postmortem });
        }
      return entries.sort((a, b) => (a.daysLeft ?? Infinity) - (b.daysLeft ?? Infinity));
    }),
  );

  connection.onRequest(
    setActionDone.method,
    guard(
      'setActionDone',
      FAILED,
      async (params: { uri: string; offset: number; done: boolean }, token): Promise<ChangeAnswer> => {
        const document = await documents.check(params.uri, token);
        if (!document) return { nothing: t('This document is not open') };
        const { edits, nothing } = markAction(document.checked, params.offset, params.done);
        return edits ? { edit: toWorkspaceEdit(document, edits, { ...features(), snippetEdits: false }) } : { nothing };
      },
    ),
  );

  connection.onRequest(
    readiness.method,
    guard('readiness', null, async (params: { uri: string }, token): Promise<ReadinessItem[] | null> => {
      const document = await documents.check(params.uri, token);
      if (!document?.checked.postmortem) return null;
      const { source } = document.checked.document;
      return readinessOf(document.checked).map(({ label, ready, findings }) => ({
        label,
        ready,
        findings: findings.map(({ message, ruleId, span }) => ({ message, ruleId, range: toRange(source, span) })),
      }));
    }),
  );

  return {
    refresh() {
      if (features().status)
        sendUnasked(connection, 'A change', connection.sendNotification(workspaceChanged.method, {}));
    },
  };
}

async function entryOf(record: PostmortemRecord, { host, settings }: Services): Promise<PostmortemEntry> {
  const { uri, title, incidentId, date, lifecycle, severity } = record;
  const deadline = completeDeadline(POLICIES[(await settings.of(uri)).settings.policy], severity);
  const unfinished = lifecycle !== 'final' && record.completion !== 'complete';
  const from = date === undefined ? undefined : Date.parse(date) / 60_000;
  const late =
    unfinished && deadline !== undefined && from !== undefined && isPast(deadline, from, host.now() / 60_000);
  return {
    uri,
    offset: record.titleSpan.start,
    title,
    incidentId,
    date,
    lifecycle,
    severity,
    services: record.services,
    late,
  };
}

function whenOf(done: boolean, daysLeft: number | undefined): ActionEntry['when'] {
  if (done) return 'done';
  if (daysLeft === undefined || daysLeft > 7) return 'open';
  return daysLeft < 0 ? 'overdue' : 'this-week';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
