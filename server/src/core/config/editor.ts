import { type ValidatedSettings, validateSettings } from './validate.ts';

/**
 * The settings an editor sends, read as a layer over the repository's: an editor answers with a value for every setting it offers,
 * so empty texts, lists and maps say nothing, and settings that only concern the editor are left to it.
 */
export function readEditorSettings(raw: unknown): ValidatedSettings {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { settings: {}, problems: [] };
  const said = Object.entries(raw).filter(([name, value]) => !EDITOR_ONLY.has(name) && !isEmpty(value));
  return validateSettings(Object.fromEntries(said));
}

/** First parts of the names in `EditorOnlySchema`: editors send dotted names as nested objects. */
const EDITOR_ONLY: ReadonlySet<string> = new Set(['enable', 'codeLens', 'inlayHints', 'trace']);

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
