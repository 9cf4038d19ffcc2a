/** The only door to the engine. Everything else under `core/` is its own business. */

export { readEditorSettings } from './config/editor.ts';
export { type ConfigFile, type ConfigProblem, readConfigFile } from './config/file.ts';
export { CONFIG_NAMES, type ConfigHost, loadRepositoryConfig, type RepositoryConfig } from './config/load.ts';
export {
  type ResolvedSettings,
  resolveSettings,
  type SettingsLayer,
  type SettingsSource,
} from './config/resolve.ts';
export { DEFAULT_SETTINGS, type Settings, SettingsSchema } from './config/settings.ts';
export { didYouMean, didYouMeanText } from './config/suggest.ts';
export {
  type PartialSettings,
  type SettingsProblem,
  unknownRule,
  unknownTemplate,
  type ValidatedSettings,
  validateSettings,
} from './config/validate.ts';
export {
  type Checked,
  type CheckInput,
  check,
  checkSteps,
  fixAll,
  fixesFor,
  type RuleFailure,
  safeEdits,
} from './engine/check.ts';
export { fileNameOf, isDate, type NewPostmortem, POSTMORTEM_FOLDER, textOf } from './features/newPostmortem.ts';
export { type DateReading, parseDate } from './model/dates.ts';
export type * from './model/postmortem.ts';
export type { Recognition } from './model/recognition.ts';
export type { DocumentTemplate, TemplateField, TemplateSection } from './model/template.ts';
export { builtinTemplates, parseTemplate } from './model/templates.ts';
export type { Instant, ZonedDate } from './model/time.ts';
export { Block, type BlockKind } from './parse/block.ts';
export { type MarkdownDocument, parseMarkdown } from './parse/markdown.ts';
export { rules } from './rules/registry.generated.ts';
export {
  type Confidence,
  categoryOf,
  type Finding,
  type Fix,
  type Rule,
  type RuleCategory,
  type Severity,
  type WorkspaceFacts,
} from './rules/rule.ts';
export { applyEdits, type TextEdit } from './text/edit.ts';
export { type Position, SourceText } from './text/source.ts';
export type { Span } from './text/span.ts';
