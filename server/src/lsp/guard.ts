import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { t } from '../core/index.ts';
import type { ChangeAnswer } from './protocol.ts';

/** What a handler answers with when its request was cancelled. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled');
}

/** What a handler answers with when the document moved on since the client asked first. */
export function outdated(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed');
}

/** What a handler answers with when a person asked for something that cannot be; the message is shown to them. */
export function refused(reason: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, reason);
}

/** What a change answers with when it failed, in the language of the client, which is known by then. */
export const FAILED: ChangeAnswer = {
  get nothing() {
    return t('The language server failed; its log says why');
  },
};

/** Wraps a handler: what it throws is logged with the request's name, and the client gets the empty answer. */
export type Guard = <Params, Result>(
  name: string,
  empty: Result,
  handle: (params: Params, token: CancellationToken) => Promise<Result> | Result,
) => (params: Params, token: CancellationToken) => Promise<Result | ResponseError<void>>;

/** A guard that logs to the connection. Answers made with `cancelled` and `outdated` pass. */
export function createGuard(connection: Connection): Guard {
  return (name, empty, handle) => async (params, token) => {
    try {
      return await handle(params, token);
    } catch (error) {
      if (error instanceof ResponseError) return error;
      connection.console.error(`${name} failed: ${reasonOf(error)}`);
      return empty;
    }
  };
}

/** For what the server says unasked: a client that refuses it, or is gone, must not end the server. */
export function sendUnasked(connection: Connection, what: string, sending: Promise<unknown>): void {
  sending.catch((error) => connection.console.warn(`${what} was not taken by the client: ${String(error)}`));
}

/** What was thrown, for the log. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
