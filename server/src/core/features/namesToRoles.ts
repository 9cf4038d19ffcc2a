import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import type { ProseUnit } from '../model/postmortem.ts';
import { replace, type TextEdit } from '../text/edit.ts';
import { contains } from '../text/span.ts';
import type { DocumentChange } from './documentChange.ts';
import { rolesOf } from './roles.ts';

/** Sections in which a name is an assignment, not an actor. */
const NAMES_BELONG: ReadonlySet<string> = new Set(['action-items', 'people', 'review', 'prevention']);
const NAME_COLUMNS: ReadonlySet<string> = new Set(['owner', 'actor', 'id', 'status', 'due', 'priority']);

/**
 * Puts roles in the place of people's names wherever the document tells what happened. The header, owners, attendees and quotations
 * keep their names. A person without a known role becomes the fill-in `[role]`.
 */
export function namesToRoles({ postmortem }: Checked): DocumentChange {
  const names = postmortem?.people.names ?? [];
  if (!postmortem || names.length === 0) return { nothing: t('This document names no people in its header or lists') };
  const roles = rolesOf(postmortem.people, { anybody: '[role]', unknownHandles: false });
  const edits: TextEdit[] = [];
  for (const { run, ...unit } of postmortem.prose) {
    if (!tellsWhatHappened(unit)) continue;
    for (const { start, end, role } of roles.places(run.text)) {
      if (run.data.opaque.some((opaque) => contains(opaque, { start, end }))) continue;
      edits.push(replace(run.toSource({ start, end }), role));
    }
  }
  edits.sort((a, b) => a.span.start - b.span.start);
  return edits.length > 0 ? { edits } : { nothing: t('No name is left where this document tells what happened') };
}

function tellsWhatHappened(unit: Omit<ProseUnit, 'run'>): boolean {
  if (unit.metadata || unit.quoted || unit.badExample) return false;
  if (unit.kind !== undefined && NAMES_BELONG.has(unit.kind)) return false;
  return unit.column === undefined || !NAME_COLUMNS.has(unit.column);
}
