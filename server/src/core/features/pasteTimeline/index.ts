export { type Merge, type MergeOptions, mergeIntoTimeline } from './merge.ts';
export type { PasteContext, PastedEvent, PasteFormat, PasteReading } from './pastedEvent.ts';
export { readPaste } from './read.ts';
