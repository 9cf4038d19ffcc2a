import { t } from '../../l10n.ts';
import { isFirstName } from '../../language/lexicon/firstNames.ts';
import type { Postmortem } from '../../model/postmortem.ts';
import { findSecrets } from '../../rules/privacy/sharedSecrets.ts';
import type { Span } from '../../text/span.ts';
import { isSamePerson } from '../roles.ts';
import { findSensitive, type SensitiveKind } from './sensitive.ts';

/** Something in a text for outsiders that they may not be meant to learn. */
export interface Leak {
  readonly kind: SensitiveKind | 'person' | 'secret' | 'internal name' | 'money' | 'unfilled';
  /** UTF-16 offsets into the text. */
  readonly span: Span;
  readonly text: string;
  /** What to do about it, in one sentence without a full stop. */
  readonly advice: string;
}

/** Fields whose values name what only insiders know. */
const INSIDE_FIELDS = new Set(['services', 'team', 'incident-id', 'services-down']);

/**
 * What a text could still tell outsiders: names known from the document and names of any first name, internal services and teams,
 * code, sums of money, everything the redaction knows and fill-ins left open. In the order of the text, one for a place.
 */
export function findLeaks(text: string, postmortem: Postmortem): Leak[] {
  const leaks: Leak[] = [];
  const add = (kind: Leak['kind'], start: number, end: number, advice: string) => {
    if (end > start && !leaks.some(({ span }) => start < span.end && span.start < end))
      leaks.push({ kind, span: { start, end }, text: text.slice(start, end), advice });
  };
  for (const { what, start, end } of findSecrets(text, () => true))
    if (what !== 'email' && what !== 'address')
      add('secret', start, end, t('Take it out, and change it: it may have been read'));
  for (const { kind, start, end } of findSensitive(text))
    add(kind, start, end, t('Say what it is, not which one: this is {0}', leakName(kind)));
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_@.-])@?(\p{Lu}\p{Ll}+)(?: \p{Lu}[\p{L}'’-]+)?(?![\p{L}\p{N}_])/gu))
    if (isName(match[0], match[1]!, postmortem))
      add('person', match.index, match.index + match[0].length, t('Write the role instead of the name'));
  for (const match of text.matchAll(/(?<![\w.])@[\p{L}_][\p{L}\p{N}_.-]{1,40}/gu))
    add('person', match.index, match.index + match[0].length, t('Write the role instead of the handle'));
  for (const name of insideNames(postmortem))
    for (const at of occurrences(text, name))
      add('internal name', at, at + name.length, t('Use the name customers know it by, or what it does for them'));
  for (const match of text.matchAll(/`([^`\n]{1,200})`/g))
    add(
      'internal name',
      match.index,
      match.index + match[0].length,
      t('Code and configuration names mean nothing outside: say what it does'),
    );
  for (const match of text.matchAll(/[$€£]\s?\d[\d.,]{0,20}(?:\s?(?:k|m|bn|million|thousand))?/gi))
    add('money', match.index, match.index + match[0].length, t('Sums are for the inside unless finance has agreed'));
  for (const match of text.matchAll(/\\?\[[^[\]\n]{2,120}\\?\]/g))
    add(
      'unfilled',
      match.index,
      match.index + match[0].length,
      t('The document did not say this: write it before it goes out'),
    );
  return leaks.sort((a, b) => a.span.start - b.span.start);
}

function isName(written: string, first: string, { people }: Postmortem): boolean {
  if (people.names.some((name) => isSamePerson(name, written))) return true;
  // Alone, many a first name is a word: two capitals in a row are a name.
  return written.includes(' ') && isFirstName(first.toLowerCase());
}

/** Names of services, teams and the incident as the header gives them. */
function insideNames({ fields, title }: Postmortem): string[] {
  const values = fields.filter((field) => INSIDE_FIELDS.has(field.kind)).map((field) => field.value.text);
  if (title?.incidentId) values.push(title.incidentId.text);
  return values
    .flatMap((value) => value.split(/[,;/]|\band\b/))
    .map((value) => value.trim())
    .filter(
      (value) =>
        /^[\p{L}\p{N}][\p{L}\p{N} ._-]{2,40}$/u.test(value) && !/^(?:none|unknown|n\/a|all|yes|no)$/i.test(value),
    );
}

function* occurrences(text: string, name: string): Generator<number> {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + name.length);
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) yield at;
  }
}

/** What kind of thing outsiders would learn, as people call it. */
export function leakName(kind: Leak['kind']): string {
  const names: Readonly<Record<Leak['kind'], string>> = {
    person: t('a person'),
    secret: t('a secret'),
    'internal name': t('an internal name'),
    money: t('a sum of money'),
    unfilled: t('not filled in'),
    'e-mail address': t('an e-mail address'),
    'internal address': t('an internal address'),
    link: t('a link'),
    host: t('a host'),
    ticket: t('a ticket'),
    channel: t('a channel'),
    commit: t('a commit'),
    identifier: t('an identifier'),
    'file path': t('a file path'),
  };
  return names[kind];
}
