import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import type { ProseUnit } from '../model/postmortem.ts';
import { replace, type TextEdit } from '../text/edit.ts';
import { contains, type Span } from '../text/span.ts';
import type { DocumentChange } from './documentChange.ts';
import { isSamePerson, rolesOf } from './roles.ts';

/** Sections in which a name is an assignment, not an actor. */
const NAMES_BELONG: ReadonlySet<string> = new Set(['action-items', 'people', 'review', 'prevention']);
const NAME_COLUMNS: ReadonlySet<string> = new Set(['owner', 'actor', 'id', 'status', 'due', 'priority']);

const UNKNOWN = '[role]';

/**
 * Puts roles in the place of people's names wherever the document tells what happened. The header, owners, attendees and quotations
 * keep their names. A person without a known role becomes the fill-in `[role]`, or `[role 1]`, `[role 2]` where there are several.
 */
export function namesToRoles({ postmortem }: Checked): DocumentChange {
  const names = postmortem?.people.names ?? [];
  if (!postmortem || names.length === 0) return { nothing: t('This document names no people in its header or lists') };
  const roles = rolesOf(postmortem.people, { anybody: UNKNOWN, unknownHandles: false });
  const found: { readonly span: Span; readonly role: string; readonly name: string }[] = [];
  for (const { run, ...unit } of postmortem.prose) {
    if (!tellsWhatHappened(unit)) continue;
    for (const { start, end, role } of roles.places(run.text)) {
      if (run.data.opaque.some((opaque) => contains(opaque, { start, end }))) continue;
      found.push({ span: run.toSource({ start, end }), role, name: run.text.slice(start, end) });
    }
  }
  found.sort((a, b) => a.span.start - b.span.start);
  const unknown: string[] = [];
  for (const { role, name } of found)
    if (role === UNKNOWN && !unknown.some((other) => isSamePerson(other, name))) unknown.push(name);
  const numbered = (name: string) => `[role ${unknown.findIndex((other) => isSamePerson(other, name)) + 1}]`;
  const edits = found.map(
    ({ span, role, name }): TextEdit => replace(span, role === UNKNOWN && unknown.length > 1 ? numbered(name) : role),
  );
  return edits.length > 0 ? { edits } : { nothing: t('No name is left where this document tells what happened') };
}

function tellsWhatHappened(unit: Omit<ProseUnit, 'run'>): boolean {
  if (unit.metadata || unit.quoted || unit.badExample) return false;
  if (unit.kind !== undefined && NAMES_BELONG.has(unit.kind)) return false;
  return unit.column === undefined || !NAME_COLUMNS.has(unit.column);
}
