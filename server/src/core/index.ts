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
  safeFixFor,
} from './engine/check.ts';
export { type QuickCheck, quickCheck } from './engine/quickCheck.ts';
export { addConfigWord, type WordList } from './features/addConfigWord.ts';
export { addTimelineEntry } from './features/addTimelineEntry.ts';
export { blocksFinal, codeLenses, isOverdue, type Lens } from './features/codeLenses.ts';
export {
  type CompletionChoice,
  type CompletionFacts,
  completionsAt,
} from './features/completion/index.ts';
export type { DocumentChange } from './features/documentChange.ts';
export {
  ADOPTED_DESCRIPTION,
  adoptStructure,
  type ExportFormat,
  type ExportScope,
  type ExternalVersion,
  exportPostmortem,
  type Leak,
  leakName,
  type Removed,
  writeExternalVersion,
} from './features/export/index.ts';
export { facilitatorSheet } from './features/facilitator/index.ts';
export { escapeSnippet, findFillIns, toSnippet } from './features/fillIns.ts';
export { type FoldingRegion, foldingRegions } from './features/folding.ts';
export { formatEdits } from './features/format.ts';
export { type Help, type HoverReader, hoverAt } from './features/hover.ts';
export { type Neighbours, neighbourHelp } from './features/hoverNeighbours.ts';
export { idAt, isId, type NamedId, placesOfId } from './features/ids.ts';
export { type InlayRemark, inlayRemarks } from './features/inlayHints.ts';
export { addWhy, insertFiveWhys } from './features/insertFiveWhys.ts';
export { insertMissingSections } from './features/insertMissingSections.ts';
export { markAction } from './features/markAction.ts';
export { isKnownPerson, namesToRoles, nameToRole } from './features/namesToRoles.ts';
export {
  fileNameOf,
  isDate,
  type NewPostmortem,
  POSTMORTEM_FOLDER,
  templateForSeverity,
  textOf,
} from './features/newPostmortem.ts';
export { nextLine } from './features/nextLine.ts';
export { type OutlineNode, outlineOf } from './features/outline.ts';
export {
  type Merge,
  mergeIntoTimeline,
  type PasteContext,
  type PasteFormat,
  readPaste,
} from './features/pasteTimeline/index.ts';
export {
  type LineMarks,
  type PreviewOutline,
  previewOutline,
  type Tick,
  type TimelineDrawing,
} from './features/preview/index.ts';
export { type ReadinessCheck, readinessOf } from './features/readiness.ts';
export { addRelatedIncident, namesIncident, relatedIncidentsPlace } from './features/relatedIncidents.ts';
export { ruleHelp, rulePageName, ruleUrl } from './features/ruleHelp.ts';
export { safeChange } from './features/safeChange.ts';
export { selectionSpans } from './features/selectionRanges.ts';
export { type Suppressing, suppressionsFor } from './features/suppress.ts';
export { proposedTemplateName, TEMPLATES_FOLDER, templateFileName } from './features/templateName.ts';
export { languageOfTexts, type Translations, t, useTranslations } from './l10n.ts';
export { actionStrength } from './model/actionStrength.ts';
export { type DateReading, parseDate } from './model/dates.ts';
export { completeDeadline, dueBy, isPast, POLICIES } from './model/policy.ts';
export type * from './model/postmortem.ts';
export { includedFolders, isPostmortemPath, type Recognition } from './model/recognition.ts';
export type { DocumentTemplate, TemplateField, TemplateSection } from './model/template.ts';
export { builtinTemplates, parseTemplate } from './model/templates.ts';
export type { Instant, ZonedDate } from './model/time.ts';
export { TRIGGER_NAMES, type Trigger } from './model/triggers.ts';
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
export { shorten } from './text/shorten.ts';
export { type Lines, type Position, SourceText } from './text/source.ts';
export { overlaps, type Span } from './text/span.ts';
