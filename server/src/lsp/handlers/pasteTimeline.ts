import type { Connection } from 'vscode-languageserver';
import { mergeIntoTimeline, readPaste } from '../../core/index.ts';
import { toTextEdit } from '../convert.ts';
import { type Message, pasteTimeline, type TimelinePaste } from '../protocol.ts';
import type { Services } from '../services.ts';

type Params<M> = M extends Message<infer P, unknown> ? P : never;

/** Answers with the edits that put a pasted text into a document's timeline. */
export function registerPasteTimeline(connection: Connection, { documents, guard, host }: Services): void {
  connection.onRequest(
    pasteTimeline.method,
    guard('pasteTimeline', null, async (params: Params<typeof pasteTimeline>, token): Promise<TimelinePaste | null> => {
      const document = await documents.check(params.uri, token);
      const postmortem = document?.checked.postmortem;
      if (!document || !postmortem) return null;
      const { settings } = document.scope;
      const pasted = params.html === undefined ? { text: params.text } : { text: params.text, html: params.html };
      const reading = readPaste(pasted, {
        now: host.now() / 60_000,
        localZone: params.timeZone,
        logZone: settings.timeZone,
        date: postmortem.date,
      });
      if (!reading) return null;
      const { source } = postmortem;
      const merge = mergeIntoTimeline(postmortem, reading.events, {
        offset: source.offsetAt(params.position),
        into: params.into,
        peopleAsRoles: settings.timelineNames === 'roles',
        templates: document.checked.input.templates,
      });
      return {
        format: reading.format,
        edits: merge.edits.map((edit) => toTextEdit(source, edit)),
        added: merge.added,
        secrets: merge.secrets > 0,
      };
    }),
  );
}
