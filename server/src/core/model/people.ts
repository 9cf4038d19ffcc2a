import { remembered } from '../text/remembered.ts';
import { PEOPLE_FIELDS } from './fieldKinds.ts';
import type { ActionItems, Field, People, Section } from './postmortem.ts';

/**
 * The persons a document names in its header, its footer, its lists of people and its owner columns. A name that carries its role
 * ("Ana Ruiz (scribe)", "IC: Ana Ruiz") is told apart from it.
 */
export function readPeople(fields: readonly Field[], sections: readonly Section[], actionItems: ActionItems): People {
  const names = new Set<string>();
  const roles = new Map<string, string>();
  const add = (text: string, role: string | undefined) => {
    for (const { name, role: own } of splitNames(text)) {
      names.add(name);
      const known = own ?? role;
      if (known && !roles.has(known)) roles.set(known, name);
    }
  };
  for (const field of fields) if (PEOPLE_FIELDS.has(field.kind)) add(field.value.text, ROLE_OF[field.kind]);
  for (const section of sections) {
    if (section.kind !== 'people') continue;
    for (const block of section.blocks) {
      if (block.kind === 'paragraph') add(block.text, undefined);
      for (const item of block.kind === 'list' ? block.children : []) add(item.children[0]?.text ?? '', undefined);
      for (const row of block.kind === 'table' ? block.children.slice(1) : [])
        add(row.children[0]?.text ?? '', undefined);
    }
  }
  for (const item of actionItems.items) if (item.owner) add(item.owner.text, undefined);
  return { names: [...names], roles };
}

const ROLE_OF: Partial<Record<Field['kind'], string>> = {
  'incident-commander': 'incident-commander',
  'on-call': 'on-call',
  manager: 'manager',
  owner: 'owner',
  authors: 'author',
  'reviewed-by': 'reviewer',
  responders: 'responder',
};

/** Roles by the words that name them. */
const ROLE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bincident (?:commander|lead|manager|coordinator)\b|^IC$/i, 'incident-commander'],
  [/\bon-?[ -]?call\b/i, 'on-call'],
  [/\b(?:engineering|eng) (?:manager|lead|director)\b|\b(?:CTO|VPE?|EM)\b|\bmanager\b|\bhead of\b/i, 'manager'],
  [/\bscribe\b/i, 'scribe'],
  [/\bengineers?\b|\bdevelopers?\b|\bSRE\b|\bresponders?\b|\b(?:subject matter expert|SME)\b/i, 'responder'],
];

/** The role that a text names, or undefined. */
export function roleIn(text: string): string | undefined {
  return ROLE_WORDS.find(([words]) => words.test(text))?.[1];
}

const splitNames = remembered((text): readonly { name: string; role: string | undefined }[] => {
  const people: { name: string; role: string | undefined }[] = [];
  for (const piece of text.slice(0, 2000).split(/[,;\n\u2028]|\s(?:and|und|e|y)\s|\s[&/+|]\s/)) {
    const inner = /[([]([^()[\]]*)[)\]]/.exec(piece)?.[1];
    const labelled = /^\s*([\p{L} /-]{2,40}):\s+/u.exec(piece);
    const outer = (labelled ? piece.slice(labelled[0].length) : piece).replace(/[([][^()[\]]*[)\]]?/g, ' ').trim();
    const dashed = /^(.{2,40}?)\s[-–—]\s(.+)$/.exec(outer);
    const role = roleIn(labelled?.[1] ?? '') ?? roleIn(inner ?? '') ?? roleIn(dashed?.[2] ?? '');
    const handle = inner && /^@[\w.-]{2,40}$/.test(inner) ? inner.slice(1) : undefined;
    for (const candidate of [dashed?.[1] ?? outer, handle ?? '']) {
      for (const name of initials(candidate.trim()))
        if (isName(name)) people.push({ name: name.replace(/^@/, ''), role });
    }
  }
  return people;
}, 300);

/** "RF AN SC" are three people. */
function initials(text: string): string[] {
  return /^(?:[A-Z]{2,3}[ \t]+)+[A-Z]{2,3}$/.test(text) ? text.split(/\s+/) : [text];
}

const NO_NAME =
  /\b(?:tbd|todo|n\/a|none|unknown|team|teams|everyone|all|engineering|platform|infra|infrastructure|ops|operations|security|support|sre|devops|org|department|group|squad|name|list|date|engineers?|manager|cto)\b/i;

function isName(text: string): boolean {
  if (/^@[\w.-]{2,40}$/.test(text)) return !NO_NAME.test(text) || text.includes('.');
  if (text.length < 2 || text.length > 40 || NO_NAME.test(text)) return false;
  if (!/^[\p{L}][\p{L}\p{M}.'’\- ]*$/u.test(text)) return /^[a-z][a-z0-9_-]{2,30}$/.test(text);
  const words = text.split(/\s+/);
  return words.length <= 4 && (words.length === 1 || words.some((word) => /^\p{Lu}/u.test(word)));
}
