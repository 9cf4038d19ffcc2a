import type { CauseRecord } from '../record.ts';
import { mechanismsOf } from './mechanisms.ts';

/** A sentence that gives a reason. */
const CAUSAL =
  /\b(?:because|due to|caus(?:e|ed|es|ing)|as a result|result(?:ed|ing|s)? (?:in|from)|led to|leading to|since|turned out|meant that|reason|triggered)\b/i;

/** Whether a document has a section on the cause. */
export function hasCause(record: CauseRecord): boolean {
  return record.cause.trim() !== '';
}

/** The sentences of a text that give a reason, one a line. */
export function causalSentences(text: string): string {
  return text
    .split(/(?<=[.!?])\s|\n/)
    .filter((sentence) => CAUSAL.test(sentence))
    .join('\n');
}

/** The mechanisms that the cause of a document tells of, each with its probability (0 to 1): where it has no section on the cause, those of the reasons in its summary. */
export function mechanismsToldBy(record: CauseRecord): Readonly<Record<string, number>> {
  const told = hasCause(record) ? record.cause : causalSentences(record.symptoms);
  return Object.fromEntries(mechanismsOf(`${told}\n${record.factors}`));
}
