import type { Postmortem } from '../../model/postmortem.ts';
import { renderConfluenceStorage, renderHtml } from './html.ts';
import { actionItemsForJira } from './jiraCsv.ts';
import { renderSlack } from './slack.ts';
import { actionItemsTree, documentTree } from './tree.ts';
import { renderWiki } from './wiki.ts';

export type ExportFormat = 'html' | 'confluence' | 'wiki' | 'slack' | 'jira-csv';
export type ExportScope = 'document' | 'action-items';

/** The postmortem, or its action items, in the format; undefined where there is nothing to export. */
export function render(postmortem: Postmortem, format: ExportFormat, scope: ExportScope): string | undefined {
  if (format === 'jira-csv') return actionItemsForJira(postmortem);
  const tree = scope === 'document' ? documentTree(postmortem) : actionItemsTree(postmortem);
  return tree && RENDERERS[format](tree);
}

const RENDERERS = {
  html: renderHtml,
  confluence: renderConfluenceStorage,
  wiki: renderWiki,
  slack: renderSlack,
};

export { externalVersion } from './external.ts';
export { structureOf } from './template/index.ts';
