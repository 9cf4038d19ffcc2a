import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from '../exit.ts';
import { reasonOf } from '../files/reason.ts';
import { replaceFile } from '../files/replace.ts';

/** Writes a file of `.postmortem`, all of it or nothing. @throws UsageError */
export function writeTeamFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    replaceFile(path, text);
  } catch (error) {
    throw new UsageError(`${path}: ${reasonOf(error)}`);
  }
}
