/** What an outsider has no business knowing, or could do harm with. */
export type SensitiveKind =
  | 'e-mail address'
  | 'internal address'
  | 'link'
  | 'host'
  | 'ticket'
  | 'channel'
  | 'commit'
  | 'identifier'
  | 'file path';

interface Pattern {
  readonly kind: SensitiveKind;
  readonly pattern: RegExp;
  /** What stands in its place in a sentence; nothing where it is dropped. */
  readonly instead: string;
}

/** In the order of application: what contains another comes first. Every pattern is linear. */
const PATTERNS: readonly Pattern[] = [
  { kind: 'link', pattern: /\b[a-z][a-z0-9+.-]{1,15}:\/\/[^\s<>()[\]"'`]{1,2000}/gi, instead: 'an internal page' },
  {
    kind: 'e-mail address',
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}/gi,
    instead: 'an internal contact',
  },
  { kind: 'identifier', pattern: /\barn:[a-z-]{2,12}:[^\s"'`<>]{1,300}/gi, instead: 'an internal resource' },
  {
    kind: 'identifier',
    pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
    instead: 'an internal id',
  },
  {
    kind: 'internal address',
    pattern:
      /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\/\d{1,2})?(?::\d{1,5})?(?![\d.]*\d)/g,
    instead: 'an internal address',
  },
  {
    kind: 'internal address',
    pattern:
      /(?<![:\w])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}(?![:\w])|(?<![:\w])(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?(?![:\w])/gi,
    instead: 'an internal address',
  },
  { kind: 'channel', pattern: /(?<![\w/&#])#[a-z][a-z0-9_-]{2,60}(?![\w])/g, instead: 'an internal channel' },
  // Names that only resolve inside, and fully qualified names of machines.
  {
    kind: 'host',
    pattern:
      /(?<![\w.@/-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,6}\.(?:internal|local|localdomain|lan|corp|intra|intranet|private|home|svc|consul|test)(?![\w-])(?::\d{1,5})?/gi,
    instead: 'an internal system',
  },
  {
    kind: 'host',
    pattern:
      /(?<![\w.@/-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6}\.(?:com|net|org|io|dev|cloud|app|tech|co|ai|eu|de|uk|us|info)(?![\w-])(?::\d{1,5})?/gi,
    instead: 'an internal system',
  },
  // db-prod-03, ip-10-0-0-7, checkout-7d9f8b6c5-x2x9z, prod-eu-west-1a-db2
  {
    kind: 'host',
    pattern:
      /(?<![\w.@/-])(?=[a-z0-9-]{0,60}\d)(?:[a-z][a-z0-9]{0,30})(?:-[a-z0-9]{1,30}){1,8}-?(?<=\d|-[a-z0-9]{5})(?![\w-])/g,
    instead: 'an internal system',
  },
  {
    kind: 'host',
    pattern:
      /(?<![\w.@/-])(?:db|web|app|api|node|worker|srv|host|redis|kafka|pg|mysql|vm|lb|cache|es|mongo|etcd|k8s)\d{1,4}(?![\w-])/gi,
    instead: 'an internal system',
  },
  {
    kind: 'ticket',
    pattern:
      /(?<![\w/-])(?!(?:UTF|SHA|ISO|RFC|TLS|HTTP|MD|AES|RSA|IPV|COVID|GPT|CVE|SEV|RFC|SOC|PCI|P)-)[A-Z][A-Z0-9]{1,9}-\d{1,6}(?![\w-])/g,
    instead: 'an internal ticket',
  },
  {
    kind: 'ticket',
    pattern:
      /(?<![\w/&])(?:(?:PR|MR|pull request|merge request|issue|ticket|change|bug)\s?[#!]?\d{2,8}\b|[#!]\d{2,8}(?![\w-]))/gi,
    instead: 'an internal ticket',
  },
  {
    kind: 'commit',
    pattern: /\b(?:commit |sha |revision )?(?=[0-9a-f]{0,39}\d)(?=[0-9a-f]{0,39}[a-f])[0-9a-f]{7,40}\b/g,
    instead: 'a change',
  },
  { kind: 'file path', pattern: /(?<![\w/.])(?:~?\/[\w.-]{1,80}){2,12}\/?/g, instead: 'an internal file' },
];

export interface Sensitive {
  readonly kind: SensitiveKind;
  /** UTF-16 offsets into the text searched. */
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

/** Everything of this kind in a text, in order, none overlapping another. */
export function findSensitive(text: string): Sensitive[] {
  const found: Sensitive[] = [];
  for (const { kind, pattern, instead } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const trimmed =
        kind === 'link' || kind === 'identifier' ? match[0].replace(/(?<![.,;:!?])[.,;:!?]+$/, '') : match[0];
      const end = start + trimmed.length;
      if (end > start && !found.some((other) => start < other.end && other.start < end))
        found.push({ kind, start, end, instead });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
