import type { Settings } from '../../config/settings.ts';
import { t } from '../../l10n.ts';
import type { Postmortem } from '../../model/postmortem.ts';
import type { BlockData } from '../../parse/block.ts';
import { replace } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { findSecrets, type SecretReading } from './sharedSecrets.ts';

const spoken = (): Readonly<Record<SecretReading['what'], string>> => ({
  key: t('a key'),
  token: t('a token'),
  password: t('a password'),
  email: t('somebody’s e-mail address'),
  address: t('a customer’s IP address'),
});

/** Domains whose addresses are colleagues': the configured ones, and those of owners, authors and attendees. */
function ownDomains(postmortem: Postmortem, settings: Settings): string[] {
  const domains = settings.domains.map((domain) => domain.toLowerCase());
  const people = [
    ...postmortem.fields.filter((field) => PEOPLE.has(field.kind)).map((field) => field.value.text),
    ...postmortem.actionItems.items.map((item) => item.owner?.text ?? ''),
    ...postmortem.prose.filter((unit) => unit.kind === 'people').map((unit) => unit.run.text),
  ];
  for (const text of people) {
    if (!text.includes('@')) continue;
    for (const match of text.slice(0, 4000).matchAll(/@((?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24})\b/gi))
      domains.push(match[1]!.toLowerCase());
  }
  return [...new Set(domains)].sort();
}

const PEOPLE = new Set([
  'authors',
  'owner',
  'attendees',
  'incident-commander',
  'completed-by',
  'reviewed-by',
  'responders',
  'on-call',
  'manager',
]);

const cache = new WeakMap<BlockData, { readonly own: string; readonly found: readonly SecretReading[] }>();

export default defineRule({
  id: 'privacy/secret',
  title: 'A secret or a customer’s address in the text',
  severity: 'warning',
  exampleSection: 'Timeline',
  docs: {
    why: 'Postmortems are shared, indexed and sometimes published. A pasted log line is how credentials and customers’ addresses get there.',
    instead: 'Redact it, and rotate a credential that was written down.',
    notFlagged:
      'Addresses at your own domains (setting `domains`, or those of the owners and authors), mailboxes of roles, example domains, private and documentation IP ranges, stand-ins such as `***` or `<token>`. Code is searched, too.',
    sources: [
      { title: 'PagerDuty: Postmortem Publishing', url: 'https://postmortems.pagerduty.com/' },
      {
        title: 'OWASP: Secrets Management Cheat Sheet',
        url: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      },
    ],
  },
  messages: { secret: 'This looks like {what}: redact it, and rotate it if it is a credential' },
  examples: [
    {
      name: 'a key in prose',
      bad: `- 10:02 UTC - Rotated ⟦AKIA${'IOSFODNN7QWERTYU'}⟧ and redeployed`,
      fixed: '- 10:02 UTC - Rotated [REDACTED] and redeployed',
      severity: 'warning',
    },
    {
      name: 'a password in code',
      bad: '```\nmysql://app:⟦s3cr3t-Pa55⟧@db.internal/orders\nDB_PASSWORD=⟦hunter2hunter2⟧\n```',
    },
    {
      name: 'a customer’s address',
      bad: '- 10:04 UTC - ⟦maria.lopez@gmail.com⟧ reported errors from client IP ⟦81.2.69.142⟧',
    },
    {
      name: 'colleagues, roles, examples, machines',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n**Owner:** ana@shop.io\n\n## Timeline\n\n- 10:00 UTC - raj@shop.io paged support@vendor.com\n- 10:02 UTC - cloned git@github.com:shop/mail.git to 10.0.0.12, 192.0.2.7 and 8.8.8.8\n- 10:04 UTC - deploy-bot@prod.iam.gserviceaccount.com wrote to a@example.com\n',
    },
    {
      name: 'stand-ins',
      good: '- 10:02 UTC - Set `API_KEY=$API_KEY`, `password: ********` and `token=<token>`\n- 10:04 UTC - The token: expired. Version 4.18.0.2 was out.',
    },
  ],
  *check({ postmortem, settings }) {
    const domains = ownDomains(postmortem, settings);
    const own = domains.join(' ');
    const isOwn = (domain: string) => domains.some((known) => domain === known || domain.endsWith(`.${known}`));
    const { document, source } = postmortem;
    for (const block of document.blocks) {
      let known = cache.get(block.data);
      if (known?.own !== own) {
        known = { own, found: findSecrets(source.text.slice(block.start, block.end), isOwn) };
        cache.set(block.data, known);
      }
      for (const { start, end, what, sure } of known.found)
        yield {
          span: { start: block.start + start, end: block.start + end },
          message: 'secret',
          args: { what: spoken()[what] },
          ...(sure ? {} : { confidence: 'low' as const }),
        };
    }
  },
  *fixes(finding) {
    yield { kind: 'rewrite', title: t('Redact it'), edits: [replace(finding.span, '[REDACTED]')], preferred: true };
  },
});
