import { DEFAULT_SETTINGS } from '../config/settings.ts';
import type { Checked } from '../engine/check.ts';
import { t } from '../l10n.ts';
import type { BlameFinding, BlameRule } from '../language/analyze.ts';
import { TITLES } from '../language/lexicon/people.ts';
import type { ProseUnit } from '../model/postmortem.ts';
import { findAgain } from '../rules/blame/sharedBlame.ts';
import type { Finding } from '../rules/rule.ts';
import { replace, type TextEdit } from '../text/edit.ts';
import { contains, type Span } from '../text/span.ts';
import type { DocumentChange } from './documentChange.ts';
import { bareName, isSamePerson, rolesOf } from './roles.ts';

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

/** The name of a person in one sentence, the role in its place, and the edits. */
export interface NameToRole {
  readonly name: string;
  readonly role: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Puts the role in the place of the person whom a blame finding names as its agent, wherever its sentence names them: "Bob's push"
 * becomes "the on-call engineer's push", "our DBA Ana" "our DBA" where no role of Ana's is known. Undefined where the agent has no name.
 */
export function nameToRole({ postmortem, input }: Checked, finding: Finding): NameToRole | undefined {
  if (!postmortem || !finding.ruleId.startsWith('blame/')) return undefined;
  const rule = finding.ruleId.slice('blame/'.length) as BlameRule;
  const found = findAgain(rule, finding.span, { postmortem, settings: input.settings ?? DEFAULT_SETTINGS });
  const agent = found && namedAgent(found.finding);
  if (!found || !agent) return undefined;
  const { run } = found.unit;
  const { sentence } = found.finding;
  const [first, last] = [sentence.tokens[sentence.from]!.start, sentence.tokens[sentence.to - 1]!.end];
  const roles = rolesOf(postmortem.people, { others: [agent.name], anybody: UNKNOWN, unknownHandles: false });
  const role = roles.of(agent.name);
  // "the DBA Ana": where no role of hers is known, the words in front say who it was.
  const told = role === UNKNOWN ? run.text.slice(agent.start, agent.from).trimEnd() : '';
  const edits: TextEdit[] = [];
  for (const { start, end, role } of roles.places(run.text)) {
    if (start < first || end > last || !isSamePerson(bareName(run.text.slice(start, end)), agent.name)) continue;
    if (run.data.opaque.some((opaque) => contains(opaque, { start, end }))) continue;
    const inPhrase = start > agent.start && start <= agent.from;
    if (inPhrase && told !== '') edits.push(replace(run.toSource({ start: agent.start + told.length, end }), ''));
    else edits.push(replace(run.toSource({ start: inPhrase ? agent.start : start, end }), role));
  }
  if (edits.length === 0) return undefined;
  return told === '' ? { name: agent.name, role, edits } : { name: `${told} ${agent.name}`, role: told, edits };
}

/** Whether the document itself names somebody so. */
export function isKnownPerson({ postmortem }: Checked, name: string): boolean {
  return [...(postmortem?.people.names ?? [])].some((known) => isSamePerson(known, name));
}

/** A person named in a text: the name, where it begins, and where the phrase around it begins. */
interface NamedAgent {
  readonly name: string;
  readonly start: number;
  readonly from: number;
}

/** The agent of a finding, if it is a person with a name. */
function namedAgent({ candidate, sentence }: BlameFinding): NamedAgent | undefined {
  const agent = candidate.agent?.possessor ?? candidate.agent;
  if (!agent || sentence.actor(agent, true).kind !== 'person') return undefined;
  const { tokens } = sentence;
  const isName = (at: number) =>
    (tokens[at]!.tag === 'name' && !TITLES.has(tokens[at]!.low)) || tokens[at]!.kind === 'handle';
  let { to } = agent;
  while (to > agent.from && !isName(to - 1)) to--;
  let from = to;
  while (from > agent.from && isName(from - 1)) from--;
  if (from === to) return undefined;
  const name = sentence.text.slice(tokens[from]!.start, tokens[to - 1]!.end);
  return { name: bareName(name), start: tokens[agent.from]!.start, from: tokens[from]!.start };
}

function tellsWhatHappened(unit: Omit<ProseUnit, 'run'>): boolean {
  if (unit.metadata || unit.quoted || unit.badExample) return false;
  if (unit.kind !== undefined && NAMES_BELONG.has(unit.kind)) return false;
  return unit.column === undefined || !NAME_COLUMNS.has(unit.column);
}
