import { type CheckInput, DEFAULT_SETTINGS, type Rule } from '../../server/src/core/index.ts';
import { workspaceOf } from './workspaceOf.ts';

export type Example = Rule['examples'][number];

/** A document in review, so that every finding has the severity of the catalogue. */
const FRAME = '# Postmortem: INC-1 - Example\n\n**Status:** In Review\n\n';

/** The document that an example stands for: its text under the heading of its rule, in a document in review. */
export function documentOf(rule: Rule, example: Example, body: string): string {
  if (example.whole) return body;
  return /^#+ /m.test(body) ? `${FRAME}${body}\n` : `${FRAME}## ${rule.exampleSection}\n\n${body}\n`;
}

/** What is checked: the text with the options, the clock and the other documents of the example. */
export function inputOf(rule: Rule, example: Example, text: string): CheckInput {
  const configured = { severity: rule.severity === 'off' ? ('hint' as const) : undefined, ...example.options };
  const turnedOn = rule.severity === 'off' || example.options;
  return {
    text,
    path: 'postmortems/example.md',
    settings: turnedOn
      ? {
          ...DEFAULT_SETTINGS,
          rules: {
            [rule.id]: Object.fromEntries(Object.entries(configured).filter(([, value]) => value !== undefined)),
          },
        }
      : DEFAULT_SETTINGS,
    now: Date.parse(example.now ?? '2026-03-01T12:00Z'),
    ...(example.others ? { workspace: workspaceOf(example.others) } : {}),
  };
}
