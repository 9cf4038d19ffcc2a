import { DEFAULT_SETTINGS } from '../../config/settings.ts';
import type { CheckInput } from '../../engine/check.ts';
import { buildPostmortem } from '../../model/build.ts';
import { firstDate, NO_HINTS } from '../../model/dates.ts';
import { isPlaceholder } from '../../model/placeholders.ts';
import type { Postmortem } from '../../model/postmortem.ts';
import { meaningOf } from '../../model/sectionKinds.ts';
import { builtinTemplates } from '../../model/templates.ts';
import { isZoneStatement, statedZone } from '../../model/zones.ts';
import { parseMarkdown } from '../../parse/markdown.ts';
import { SourceText } from '../../text/source.ts';
import type { ExternalText } from './external.ts';
import { findLeaks, type Leak } from './leaks.ts';
import type { ExportFormat, ExportScope } from './render.ts';

export { type Leak, leakName } from './leaks.ts';
export type { Removed } from './redact.ts';
export type { ExportFormat, ExportScope } from './render.ts';

/** A draft for readers outside of the organisation. */
export interface ExternalVersion extends ExternalText {
  /** What an outsider could still learn from it; a person decides. */
  readonly leaks: readonly Leak[];
}

// The full syntax tree and its libraries are only loaded when something is exported.

/**
 * A postmortem for another tool: rich HTML for a clipboard, Confluence's storage format, the wiki markup of Confluence and Jira,
 * Slack's mrkdwn, or CSV for Jira's importer (action items only). Undefined where there is nothing to export.
 */
export async function exportPostmortem(
  postmortem: Postmortem,
  format: ExportFormat,
  scope: ExportScope = 'document',
): Promise<string | undefined> {
  const { render } = await import('./render.ts');
  return render(postmortem, format, scope);
}

/** A draft for customers in three parts, with what was taken out and what it could still tell them. */
export async function writeExternalVersion(postmortem: Postmortem): Promise<ExternalVersion> {
  const { externalVersion } = await import('./render.ts');
  const text = externalVersion(postmortem);
  return { ...text, leaks: findLeaks(text.markdown, postmortem) };
}

/** What an adopted template says of itself, until its team says more. Translated where it is shown. */
export const ADOPTED_DESCRIPTION = 'The structure of a postmortem of this team.';

/**
 * A template with the structure of a document and nothing of what it tells, as the text of a file in `.postmortem/templates`. Any
 * Markdown document has a structure; undefined for one without a heading that another postmortem could have.
 */
export async function adoptStructure(
  { text, path, settings = DEFAULT_SETTINGS }: Pick<CheckInput, 'text' | 'path' | 'settings'>,
  name: string,
): Promise<string | undefined> {
  const { structureOf } = await import('./render.ts');
  const postmortem = buildPostmortem(parseMarkdown(new SourceText(text)), settings, path);
  const { frontMatter, body, sections } = structureOf(postmortem, builtinTemplates, {
    meaningOf: (heading) => meaningOf(heading, settings),
    isPlaceholder,
    isZoneStatement,
    dayIn(within) {
      const date = firstDate(within, NO_HINTS);
      return date?.precision === 'day' ? date : undefined;
    },
    zoneIn(within) {
      const zone = statedZone(within);
      return zone && within.slice(zone.start, zone.end);
    },
  });
  if (sections === 0) return undefined;
  const template = `---\nname: ${JSON.stringify(name)}\ndescription: ${ADOPTED_DESCRIPTION}\n${frontMatter}---\n${body}`;
  return template.replaceAll('\n', postmortem.source.eol);
}
