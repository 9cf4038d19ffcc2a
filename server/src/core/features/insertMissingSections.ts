import { DEFAULT_SETTINGS } from '../config/settings.ts';
import { type Checked, check, fixesFor } from '../engine/check.ts';
import { t } from '../l10n.ts';
import type { TextEdit } from '../text/edit.ts';
import type { DocumentChange } from './documentChange.ts';

const RULE = 'structure/missing-section';

/** Every section that the template requires and the document lacks, with the template's own body, at the template's places. */
export function insertMissingSections(checked: Checked): DocumentChange {
  const settings = checked.input.settings ?? DEFAULT_SETTINGS;
  // Asked for by hand, so it does not matter what the configuration makes of the rule.
  const rules: typeof settings.rules = { ...settings.rules, [RULE]: 'warning' };
  const asked = check({ ...checked.input, settings: { ...settings, rules }, previous: checked });
  const edits: TextEdit[] = [];
  for (const finding of asked.findings) {
    if (finding.ruleId !== RULE) continue;
    const fix = fixesFor(asked, finding).find(({ kind }) => kind !== 'rewrite');
    edits.push(...(fix?.edits ?? []));
  }
  if (edits.length > 0) return { edits };
  return { nothing: t('Every section that the template “{0}” requires is there', checked.template?.name ?? '') };
}
