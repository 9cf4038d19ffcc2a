import {
  DEFAULT_SETTINGS,
  type Postmortem,
  parseMarkdown,
  type Settings,
  SourceText,
} from '../../../server/src/core/index.ts';
import { buildPostmortem } from '../../../server/src/core/model/build.ts';

/** The postmortem in a Markdown text. */
export function read(text: string, settings: Partial<Settings> = {}, path = 'notes.md'): Postmortem {
  return buildPostmortem(parseMarkdown(new SourceText(text)), { ...DEFAULT_SETTINGS, ...settings }, path);
}
