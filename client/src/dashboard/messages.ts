import type { Dashboard, TeamQuestion } from '../../../server/src/lsp/protocol.ts';

/** What the page says to the extension. */
export type FromPage =
  | { readonly type: 'ask'; readonly question: TeamQuestion }
  | { readonly type: 'open'; readonly document: string }
  | { readonly type: 'export'; readonly format: 'html' | 'csv'; readonly question: TeamQuestion }
  | { readonly type: 'savePng'; readonly name: string; readonly base64: string };

/** What the extension says to the page. */
export type ToPage =
  | { readonly type: 'dashboard'; readonly dashboard: Dashboard }
  | { readonly type: 'failed'; readonly message: string }
  /** A document or the register was saved: ask again. */
  | { readonly type: 'changed' };

/** What the page shows beside the figures, in the language of the editor. */
export interface Labels {
  readonly title: string;
  readonly loading: string;
  readonly from: string;
  readonly to: string;
  readonly service: string;
  readonly team: string;
  readonly severity: string;
  readonly all: string;
  readonly exportHtml: string;
  readonly exportCsv: string;
  readonly savePng: string;
  readonly target: string;
  readonly table: string;
  readonly unknown: string;
  readonly met: string;
  readonly missed: string;
  readonly open: string;
  readonly quarter: string;
  readonly value: string;
  readonly figure: string;
  readonly basis: string;
  readonly day: string;
  readonly incident: string;
  readonly minutes: string;
  readonly countedAs: string;
  readonly missedAs: string;
  readonly unknownAs: string;
  readonly burnDown: string;
  readonly openItems: string;
  readonly overdueItems: string;
  readonly recovery: string;
  readonly clusters: string;
  readonly noClusters: string;
  readonly nothing: string;
  readonly beside: string;
}
