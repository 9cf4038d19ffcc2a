import { withoutOverlaps } from '../../text/span.ts';

/** A stretch of text that does not belong into a document many people read. Offsets are UTF-16 offsets into the text. */
export interface SecretReading {
  readonly start: number;
  readonly end: number;
  readonly what: 'key' | 'token' | 'password' | 'email' | 'address';
  /** False for an address that may just as well be a colleague's or a list's. */
  readonly sure: boolean;
}

/**
 * Credentials that their form gives away, as their issuers document it, each behind what a text with one must hold: to look for that is
 * quick, and nearly all texts hold none of it.
 */
const FORMS: readonly (readonly [readonly string[], RegExp, SecretReading['what']])[] = [
  [['AKIA', 'ASIA', 'AGPA', 'AIDA', 'AROA', 'ANPA'], /\b(?:AKIA|ASIA|AGPA|AIDA|AROA|ANPA)[A-Z0-9]{16}\b/g, 'key'],
  [
    ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_'],
    /\bgh[pousr]_[A-Za-z0-9]{36,255}\b|\bgithub_pat_[A-Za-z0-9_]{22,255}\b/g,
    'token',
  ],
  [['glpat-'], /\bglpat-[A-Za-z0-9_-]{20,64}\b/g, 'token'],
  [['xox'], /\bxox[abposr]-[A-Za-z0-9-]{10,255}\b/g, 'token'],
  [['hooks.slack'], /https:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9/]{20,80}/g, 'token'],
  [['AIza'], /\bAIza[A-Za-z0-9_-]{35}\b/g, 'key'],
  [['_live_'], /\b(?:sk|rk|pk)_live_[A-Za-z0-9]{16,128}\b/g, 'key'],
  [['sk-'], /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,200}\b/g, 'key'],
  [['npm_'], /\bnpm_[A-Za-z0-9]{36}\b/g, 'token'],
  [['pypi-'], /\bpypi-[A-Za-z0-9_-]{40,200}\b/g, 'token'],
  [['SG.'], /\bSG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{32,64}\b/g, 'key'],
  [['eyJ'], /\beyJ[A-Za-z0-9_-]{10,1000}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,1000}/g, 'token'],
  [['-----BEGIN'], /-----BEGIN (?:[A-Z]{2,10} )?PRIVATE KEY-----/g, 'key'],
];

const BEARER = /\b(?:bearer|basic)\s+([A-Za-z0-9+/_=.-]{20,500})/gi;
const URL_LOGIN = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{1,64}:([^\s:/@]{3,128})@[^\s/]/gi;
const ASSIGNED =
  /\b(?:[a-z0-9]{1,20}[_-])?(?:password|passwd|pwd|passphrase|secret|api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key|auth[_-]?token|access[_-]?token|token)["']?\s{0,3}(?:=|:|\bis\b|\bwas\b)\s{0,3}["'`]?([^\s"'`,;<>]{6,256})/gi;
/** One of these is in each of the names. */
const ASSIGNED_TO = ['pass', 'pwd', 'secret', 'key', 'token'];
const EMAIL = /\b[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@((?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24})\b/g;
const IPV4 = /(?<![\d.\w-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d\w-]|\.\d)/g;

/** Parts of an address by which it is nobody's own. */
const ROLE_MAILBOX =
  /^(?:no-?reply|do-?not-?reply|support|help(?:desk)?|info|contact|admin|administrator|root|postmaster|webmaster|hostmaster|abuse|security|noc|sre|ops|oncall|on-call|alerts?|notifications?|billing|sales|press|team|hello|office|git|hg|svn|mailer-daemon|service|jobs|legal|privacy|status|bot|ci|build|dev|test|example|user|name|someone|you|me|foo|bar)$/i;
/** Lists and groups, by their name or their host. */
const LIST =
  /(?:^|[._-])(?:teams?|list|group|users|devs?|announce|all|staff|crew|oncall|ops|tsc|wg|sig)(?:$|[._-])|@(?:googlegroups\.com|groups\.|lists?\.)/i;
const PRIVATE_MAILBOX =
  /^(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|me|aol|gmx|web|qq|163|126|proton|protonmail|mail|yandex|naver|uol|bol)\.(?:com|net|de|ru|me|br|fr|it|es|co\.uk|com\.br)$/i;
const CUSTOMER =
  /\b(?:customers?|clients?|users?|subscribers?|tenants?|patients?|visitors?|account|reported by|reporter)\b/i;
const MACHINE_DOMAIN =
  /(?:^|\.)(?:gserviceaccount\.com|amazonses\.com|users\.noreply\.github\.com|internal|local|localhost|invalid|test|example|cluster\.local)$/i;
const RESERVED_DOMAIN =
  /(?:^|\.)(?:example\.(?:com|org|net)|example|test|invalid|localhost|domain\.com|company\.com|yourcompany\.com|acme\.com|email\.com)$/i;

/**
 * Everything in a text that looks like a credential or like a customer's address. `isOwn` says whether an e-mail domain is the
 * organisation's.
 */
export function findSecrets(text: string, isOwn: (domain: string) => boolean): SecretReading[] {
  const found: SecretReading[] = [];
  const add = (start: number, end: number, what: SecretReading['what'], sure = true) => {
    found.push({ start, end, what, sure });
  };
  const low = text.toLowerCase();
  for (const [parts, form, what] of FORMS)
    if (parts.some((part) => text.includes(part)))
      for (const match of text.matchAll(form))
        if (!isDummy(match[0]))
          add(
            match.index,
            what === 'key' && match[0].startsWith('-----')
              ? endOfKey(text, match.index)
              : match.index + match[0].length,
            what,
          );
  if (low.includes('bearer') || low.includes('basic'))
    for (const match of text.matchAll(BEARER)) addGroup(match, 'token', isRandom);
  if (text.includes('://'))
    for (const match of text.matchAll(URL_LOGIN)) addGroup(match, 'password', (value) => !isDummy(value));
  if (ASSIGNED_TO.some((word) => low.includes(word)))
    for (const match of text.matchAll(ASSIGNED))
      addGroup(match, /pass|pwd/i.test(match[0]) ? 'password' : 'token', isRandom);
  if (text.includes('@'))
    for (const match of text.matchAll(EMAIL)) {
      const domain = match[1]!;
      const local = match[0].slice(0, match[0].indexOf('@'));
      if (
        ROLE_MAILBOX.test(local) ||
        LIST.test(match[0]) ||
        MACHINE_DOMAIN.test(domain) ||
        RESERVED_DOMAIN.test(domain) ||
        isOwn(domain.toLowerCase())
      )
        continue;
      // `user@host.example.com:path`, `postgres://user@host` and `pkg@1.2.com/…` are addresses of machines.
      if (
        /[:/]/.test(text[match.index + match[0].length] ?? '') &&
        /\S/.test(text[match.index + match[0].length + 1] ?? ' ')
      )
        continue;
      if (/[/:@]/.test(text[match.index - 1] ?? '') && text[match.index - 2] !== 'o') continue;
      const around = text.slice(Math.max(0, match.index - 80), match.index + match[0].length + 80);
      add(match.index, match.index + match[0].length, 'email', PRIVATE_MAILBOX.test(domain) || CUSTOMER.test(around));
    }
  if (/\d\.\d{1,3}\.\d/.test(text))
    for (const match of text.matchAll(IPV4))
      if (isCustomerAddress(text, match.index, match[0])) add(match.index, match.index + match[0].length, 'address');
  return withoutOverlaps(found);

  function addGroup(
    match: RegExpMatchArray & { index: number },
    what: SecretReading['what'],
    accept: (value: string) => boolean,
  ): void {
    const value = match[1]!.replace(/(?<![.)\]])[.)\]]+$/, '');
    if (!accept(value) || isDummy(value)) return;
    // The group ends the match, but for the character behind a login.
    const start = match.index + match[0].lastIndexOf(match[1]!);
    add(start, start + value.length, what);
  }
}

/** Letters and digits without a word in them. */
function isRandom(value: string): boolean {
  if (value.length < 8 || value.length > 256) return false;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value))
    return /[!#$%&?*^]/.test(value) && /[A-Za-z]{3}/.test(value) && !/[()[\]{}]/.test(value);
  if (/^(?:https?:|\/|\.\/|[a-z]+:\/\/)/i.test(value) || /[()[\]{}|]/.test(value)) return false;
  if (/^[a-z]+(?:[-_.][a-z]+)*[-_.]?v?\d{1,3}$/i.test(value) || /^\d+(?:\.\d+)*[a-z]{0,3}$/i.test(value)) return false;
  return !/^\d{4}-\d{2}-\d{2}/.test(value);
}

/** Stand-ins that people write on purpose. */
function isDummy(value: string): boolean {
  return (
    /(?:x{4,}|\*{3,}|\.{3,}|…|redacted|example|placeholder|changeme|change-me|dummy|sample|your[-_]|<|\$\{|\$\(|\{\{|\[)/i.test(
      value,
    ) ||
    /^(.)\1*$/.test(value) ||
    value.startsWith('$') ||
    value.startsWith('%')
  );
}

function endOfKey(text: string, start: number): number {
  const end = /-----END (?:[A-Z]{2,10} )?PRIVATE KEY-----/.exec(text.slice(start, start + 10_000));
  return end ? start + end.index + end[0].length : Math.min(text.length, start + 40);
}

const VERSIONED =
  /\b(?:versions?|releases?[ds]?|upgrad\w+|updat\w+|downgrad\w+|images?|containers?|charts?|packages?|librar(?:y|ies)|drivers?|firmware|kernels?|patch(?:ed)?|bump\w*|pinn\w+)\b/i;

/** A public address that the words around it ascribe to a person or a customer. */
function isCustomerAddress(text: string, at: number, address: string): boolean {
  const [a, b] = address.split('.').map(Number) as [number, number];
  const isPrivate =
    a === 10 ||
    a === 127 ||
    a === 0 ||
    a >= 224 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127);
  const isReserved = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./.test(address) || (a === 198 && (b === 18 || b === 19));
  const isNobodys = /^(?:1\.2\.3\.4|8\.8\.[48]\.[48]|1\.[01]\.[01]\.1|9\.9\.9\.9|208\.67\.22[02]\.22[02])$/.test(
    address,
  );
  if (isPrivate || isReserved || isNobodys) return false;
  const around = text.slice(Math.max(0, at - 60), at + address.length + 40);
  if (/\bv(?:ersion)?\s?[\d.]*$/i.test(text.slice(Math.max(0, at - 12), at))) return false;
  // "updated their container from 2.3.17.0 to 2.3.19.1"
  if (VERSIONED.test(around) && !/\bips?\b|\baddress/i.test(around)) return false;
  return /\b(?:customer|client|user|visitor|subscriber|caller|his|her|their)(?:'s|s|s')?\b[^.\n]{0,40}(?:\bips?\b|\baddress|\bfrom\b|\bat\b|\d)|\bips?\b[^.\n]{0,20}\b(?:customer|client|user|visitor)/i.test(
    around,
  );
}
