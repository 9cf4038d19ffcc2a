import type { Postmortem, SectionKind, Value } from './postmortem.ts';

/** What makes a postmortem mandatory. */
export type Trigger = 'downtime' | 'data-loss' | 'security' | 'manual-intervention' | 'monitoring-failure';

export const TRIGGER_NAMES: Readonly<Record<Trigger, string>> = {
  downtime: 'user-visible downtime or degradation',
  'data-loss': 'data loss',
  security: 'security incident',
  'manual-intervention': 'manual on-call intervention',
  'monitoring-failure': 'found by a person, not by monitoring',
};

const WORDS: readonly (readonly [Trigger, RegExp])[] = [
  [
    'downtime',
    /\b(?:down(?:time)?|outages?|unavailab\w+|unreachable|unresponsive|degrad\w+|disrupt\w+|interrupt\w+|slow\w*|latency|time-?outs?|timed out|5\d\ds?|4\d\ds?|fail(?:s|ed|ing|ures?)|errors?|broke(?:n)?|crash\w*|stall\w*|stuck|hung|unable to|could not|couldn't|cannot|can't|were not able|delay(?:s|ed)?|lost access|no access|stopp?ed|users? affected|affected users?|impact(?:ed|ing)? (?:\w+ )?(?:users?|customers?))\b/i,
  ],
  [
    'data-loss',
    /(?<!\bno )\b(?:data[- ]loss|data (?:was |were )?(?:lost|deleted|corrupt\w*)|lost (?:\w+ ){0,3}(?:data|rows?|records?|orders?|messages?|events?|logs?|files?)|(?:rows?|records?|orders?|messages?|files?|tables?) (?:\w+ )?(?:lost|dropped|deleted|corrupt\w*)|corrupt(?:ed|ion))\b/i,
  ],
  [
    'security',
    /\b(?:security|breach\w*|vulnerab\w+|unauthori[sz]ed|leak(?:ed|s|age)?|expos(?:ed|ure)|compromis\w+|malicious|attack(?:er|s|ed)?|exploit\w*|credential|exfiltrat\w+|phishing|malware|CVE)\b/i,
  ],
  [
    'manual-intervention',
    /\b(?:roll(?:ed|ing)?[ -]?back|rollback|revert(?:ed|ing)?|manual(?:ly)?|by hand|hot-?fix\w*|fail(?:ed)?[ -]?over|restart(?:ed|ing)?|on-?call|emergency|paged)\b/i,
  ],
  [
    'monitoring-failure',
    /\b(?:(?:users?|customers?|clients?|students?|support|developers?|someone|a colleague|staff|partners?) (?:\w+ )?(?:report(?:s|ed)?|notic(?:ed|es)|complain(?:s|ed)?|told)|reported by|no alerts?|not alert\w*|without (?:an )?alert|noticed (?:manually|by chance)|discovered (?:manually|by chance))\b/i,
  ],
];

const READ: ReadonlySet<SectionKind | undefined> = new Set([
  'summary',
  'impact',
  'detection',
  'background',
  'trigger',
  'timeline',
  'response',
  'root-cause',
]);

/** The triggers that the document tells by its words, each with the text that tells it. */
export function triggersOf(postmortem: Postmortem): ReadonlyMap<Trigger, Value> {
  const found = new Map<Trigger, Value>();
  const look = (text: string, toValue: (start: number, end: number) => Value) => {
    for (const [trigger, words] of WORDS) {
      if (found.has(trigger)) continue;
      const match = words.exec(text);
      if (match) found.set(trigger, toValue(match.index, match.index + match[0].length));
    }
  };
  const { title } = postmortem;
  if (title) look(title.text, () => ({ text: title.text, span: title.span }));
  for (const { run, kind, role } of postmortem.prose) {
    if (found.size === WORDS.length) break;
    if (!READ.has(kind) || role === 'heading') continue;
    const text = run.text.slice(0, 3000);
    look(text, (start, end) => ({ text: text.slice(start, end), span: run.toSource({ start, end }) }));
  }
  return found;
}
