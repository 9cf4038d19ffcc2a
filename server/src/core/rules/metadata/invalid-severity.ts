import { t } from '../../l10n.ts';
import { isScaleWord, normalizeSeverity } from '../../model/severityLevel.ts';
import { replace } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { fieldsOf, isOpen } from './sharedFields.ts';

export default defineRule({
  id: 'metadata/invalid-severity',
  title: 'A severity outside the scale',
  severity: 'error',
  exampleSection: 'Summary',
  docs: {
    why: 'Severities are counted and compared; deadlines depend on them. "Big" cannot be.',
    instead: 'Use P0–P4, SEV0–SEV5 or S1–S4, or add your organisation’s words to the setting `severities`.',
    notFlagged:
      'Any spelling of these ("Sev 2", "severity::1", "SEV-1 (critical)"), configured words, "unknown", and a choice that is not made yet. Words of a common scale (critical, high, major, minor, low) can be compared by people, if not counted beside the others: an information.',
    sources: [
      { title: 'PagerDuty: Severity Levels', url: 'https://response.pagerduty.com/before/severity_levels/' },
      {
        title: 'Atlassian: Understanding incident severity levels',
        url: 'https://www.atlassian.com/incident-management/kpis/severity-levels',
      },
    ],
  },
  messages: { invalid: '“{text}” is no severity of the scale: choose one, or add it to the setting “severities”' },
  examples: [
    {
      name: 'a word of its own',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-01-12\n**Severity:** ⟦Pretty bad⟧\n\n## Summary\n\nMail waited.\n',
      fix: 'Write P1',
      fixed:
        '# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-01-12\n**Severity:** P1\n\n## Summary\n\nMail waited.\n',
      severity: 'error',
    },
    {
      name: 'a number off the scale, in front matter',
      whole: true,
      bad: '---\nseverity: ⟦P9⟧\n---\n# Postmortem: INC-7 - Mail stuck\n\n## Summary\n\nMail waited.\n',
    },
    {
      name: 'the word of another scale',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n**Severity:** ⟦Critical - nobody gets mail⟧\n\n## Summary\n\nMail waited.\n',
      severity: 'information',
    },
    {
      name: 'every spelling of the scales',
      whole: true,
      good: '---\nseverity: sev-2\n---\n# Postmortem: INC-7 - Mail stuck\n\n- **Severity:** SEV 2 (major)\n- **Incident Severity**: `severity::2`\n- **Severity level:** 2\n\n## Summary\n\nMail waited.\n',
    },
    {
      name: 'a choice that is not made yet',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n**Severity:** P0 | P1 | P2 | P3\n\n## Summary\n\nMail waited.\n',
    },
  ],
  *check({ postmortem, settings }) {
    for (const field of fieldsOf(postmortem, 'severity'))
      if (field.place !== 'body' && !isOpen(field) && normalizeSeverity(field.value.text, settings) === undefined)
        yield {
          span: field.value.span,
          message: 'invalid',
          args: { text: field.value.text.slice(0, 60) },
          ...(isScaleWord(field.value.text) ? { severity: 'information' as const } : {}),
        };
  },
  *fixes(finding, { settings }) {
    for (const severity of settings.severities.length > 0 ? settings.severities : ['P0', 'P1', 'P2', 'P3'])
      yield { kind: 'rewrite', title: t('Write {0}', severity), edits: [replace(finding.span, severity)] };
  },
});
