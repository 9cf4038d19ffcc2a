import type { Settings } from '../config/settings.ts';

/** Scales of priority that teams use; a table keeps to one of them. */
const SCALES = {
  p: /^(?:p|prio(?:rity)?[ -]?)[0-5]$/i,
  word: /^(?:critical|blocker|urgent|highest|high|med(?:ium)?|moderate|normal|low|lowest|minor|major|trivial|alta?|média|media|baixa|baja|hoch|mittel|niedrig)$/i,
  moscow: /^(?:must|should|could|won'?t)(?:[ -]have)?$/i,
  number: /^[1-5]$/,
  severity: /^(?:s|sev)[ -]?[0-5]$/i,
} as const;

type PriorityScale = keyof typeof SCALES;

/** The scale that a priority belongs to; undefined for a text that is no priority known or configured. */
export function priorityScale(text: string, settings: Settings): PriorityScale | 'own' | undefined {
  const plain = text
    .replace(/[^\p{L}\p{N}' -]+/gu, ' ')
    .replace(/\b(?:priority|prio)\b[: ]+(?=\S)/i, '')
    .trim();
  for (const [scale, pattern] of Object.entries(SCALES)) if (pattern.test(plain)) return scale as PriorityScale;
  const first = /^(\S+)\s*(?:-|$|\s)/.exec(plain)?.[1] ?? '';
  for (const scale of ['p', 'word', 'severity'] as const) if (SCALES[scale].test(first)) return scale;
  return settings.priorities.some((own) => own.toLowerCase() === plain.toLowerCase()) ? 'own' : undefined;
}
