import type { Checked } from '../engine/check.ts';
import type { Postmortem, ProseUnit } from '../model/postmortem.ts';
import { replace, type TextEdit } from '../text/edit.ts';
import { contains } from '../text/span.ts';
import type { DocumentChange } from './documentChange.ts';

const ROLE_TEXT: Readonly<Record<string, string>> = {
  'incident-commander': 'the incident commander',
  'on-call': 'the on-call engineer',
  manager: 'the engineering manager',
  scribe: 'the scribe',
  responder: 'the responding engineer',
};

/** Sections in which a name is an assignment, not an actor. */
const NAMES_BELONG: ReadonlySet<string> = new Set(['action-items', 'people', 'review', 'prevention']);
const NAME_COLUMNS: ReadonlySet<string> = new Set(['owner', 'actor', 'id', 'status', 'due', 'priority']);

/**
 * Puts roles in the place of people's names wherever the document tells what happened. The header, owners, attendees and quotations
 * keep their names. A person without a known role becomes the fill-in `[role]`.
 */
export function namesToRoles({ postmortem, document }: Checked): DocumentChange {
  const names = postmortem?.people.names ?? [];
  if (!postmortem || names.length === 0) return { nothing: 'This document names no people in its header or lists' };
  const roleOf = rolesByName(postmortem);
  const pattern = namesPattern(names);
  const edits: TextEdit[] = [];
  for (const unit of postmortem.prose) {
    if (!tellsWhatHappened(unit)) continue;
    for (const match of unit.run.text.matchAll(pattern)) {
      const visible = { start: match.index, end: match.index + match[0].length };
      if (unit.run.data.opaque.some((opaque) => contains(opaque, visible))) continue;
      const role = roleOf.get(match[1]!.toLowerCase()) ?? '[role]';
      const opensSentence = /(?:^|[.!?:]\s+|[-–—]\s)$/.test(
        unit.run.text.slice(Math.max(0, match.index - 3), match.index),
      );
      const text = opensSentence && unit.role !== 'heading' ? role.replace(/^\p{Ll}/u, (c) => c.toUpperCase()) : role;
      edits.push(replace(unit.run.toSource(visible), text));
    }
  }
  edits.sort((a, b) => a.span.start - b.span.start);
  return edits.length > 0
    ? { edits }
    : {
        nothing: `No name is left where ${document.frontMatter ? 'the document' : 'this document'} tells what happened`,
      };
}

function tellsWhatHappened(unit: ProseUnit): boolean {
  if (unit.metadata || unit.quoted || unit.badExample) return false;
  if (unit.kind !== undefined && NAMES_BELONG.has(unit.kind)) return false;
  return unit.column === undefined || !NAME_COLUMNS.has(unit.column);
}

function rolesByName(postmortem: Postmortem): Map<string, string> {
  const roles = new Map<string, string>();
  for (const [role, name] of postmortem.people.roles) {
    const text = ROLE_TEXT[role];
    if (text && !roles.has(name.toLowerCase())) roles.set(name.toLowerCase(), text);
  }
  return roles;
}

/** One pattern for all names, longer ones first, with or without `@`, as whole words. */
function namesPattern(names: readonly string[]): RegExp {
  const parts = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}@._-])@?(${parts.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
}
