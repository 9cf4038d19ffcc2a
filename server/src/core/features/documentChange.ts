import type { TextEdit } from '../text/edit.ts';

/** What a command does to a document: edits, or in a sentence for people why there is nothing to do. */
export type DocumentChange =
  | { readonly edits: readonly TextEdit[]; readonly nothing?: undefined }
  | { readonly edits?: undefined; readonly nothing: string };
