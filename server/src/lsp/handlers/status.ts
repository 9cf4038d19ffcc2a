import type { Connection } from 'vscode-languageserver';
import type { CheckedDocument } from '../documents.ts';
import { sendUnasked } from '../guard.ts';
import { type DocumentStatus, documentStatus, statusChanged } from '../protocol.ts';
import type { Services } from '../services.ts';

/** Tells the client what the status of a document shows, after each check and when asked. */
export function registerStatus(connection: Connection, { documents, guard, features }: Services): void {
  documents.onChecked((document) => {
    if (features().status)
      sendUnasked(connection, 'A status', connection.sendNotification(statusChanged.method, statusOf(document)));
  });
  connection.onRequest(
    documentStatus.method,
    guard('documentStatus', null, async (params: { uri: string }, token): Promise<DocumentStatus | null> => {
      const document = await documents.check(params.uri, token);
      return document ? statusOf(document) : null;
    }),
  );
}

function statusOf({ uri, version, checked }: CheckedDocument): DocumentStatus {
  const { postmortem, template, findings, failures } = checked;
  if (!postmortem) return { uri, version, isPostmortem: false };
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return {
    uri,
    version,
    isPostmortem: true,
    ...(template ? { template: template.name } : {}),
    lifecycle: postmortem.lifecycle,
    counts,
    failedRules: failures.map((failure) => failure.ruleId),
  };
}
