import type { Settings } from '../config/settings.ts';
import type { MarkdownDocument } from '../parse/markdown.ts';
import type { Postmortem } from './postmortem.ts';

/** Reads a Markdown document as a postmortem. Never throws: what cannot be read is left out. */
export function buildPostmortem(document: MarkdownDocument, _settings: Settings, _path: string): Postmortem {
  return {
    document,
    source: document.source,
    title: undefined,
    sections: [],
    fields: [],
    timelines: [],
    derived: {
      start: undefined,
      detection: undefined,
      assignment: undefined,
      mitigation: undefined,
      resolution: undefined,
      timeToDetect: undefined,
      timeToMitigate: undefined,
      timeToRecover: undefined,
      duration: undefined,
    },
    actionItems: { groups: [], items: [] },
    whyChains: [],
    prose: [],
    people: { names: [], roles: new Map() },
    lifecycle: 'draft',
    date: undefined,
    severity: undefined,
  };
}
