import type { Settings } from '../config/settings.ts';
import type { Postmortem } from './postmortem.ts';
import type { DocumentTemplate } from './template.ts';

/** The templates that come with the product. */
export const builtinTemplates: readonly DocumentTemplate[] = [];

/** Reads a template file. `id` is its file name without extension. */
export function parseTemplate(id: string, text: string): DocumentTemplate {
  return { id, name: id, description: '', text, fields: [], sections: [] };
}

/** The template a document follows: the one it names, else the configured one, else the one with the closest sections. */
export function chooseTemplate(
  _postmortem: Postmortem,
  _settings: Settings,
  templates: readonly DocumentTemplate[] = builtinTemplates,
): DocumentTemplate {
  return templates[0] ?? parseTemplate('standard', '');
}
