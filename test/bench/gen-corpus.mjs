#!/usr/bin/env node
/**
 * Makes the benchmark corpora, deterministically (same seed + same sources = same bytes).
 *
 *   node gen-corpus.mjs --out DIR [--sources DIR_OR_FILE]... [--small FILE.md]
 *                       [--files 10000] [--bytes 5000] [--seed 1]
 *
 * Writes  DIR/S/S.md  one typical postmortem (~8 KB; --small FILE is copied if given)
 *         DIR/M/M.md  ~60 KB, DIR/L/L.md 1 MB: whole source documents joined, topped up with generated ones
 *         DIR/C/NNN/pm-NNNNN.md  --files files of ~--bytes bytes
 * Without --sources only the built-in sentence pool is used, so it runs anywhere.
 * Every generated postmortem has front matter (1 in 3), summary, impact, timeline (list or table),
 * root cause, Five Whys, action items (check list or table), lessons; sentences are drawn from the
 * source pool, numbers and names are replaced at random, and ~4 % of sentences blame somebody.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { rng } from './lib/rng.mjs';

const { values: o } = parseArgs({
  options: {
    out: { type: 'string' },
    sources: { type: 'string', multiple: true, default: [] },
    small: { type: 'string' },
    files: { type: 'string', default: '10000' },
    bytes: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
  },
});
if (!o.out) {
  console.error('usage: gen-corpus.mjs --out DIR [--sources DIR]... [--small FILE] [--files N] [--bytes N] [--seed N]');
  process.exit(2);
}

const PEOPLE =
  'Alice,Bob,Carol,Dmitri,Elena,Farid,Grace,Hiro,Ines,Jonas,Kofi,Lena,Mateo,Nadia,Omar,Priya,Quentin,Rosa,Sven,Tomas,Uma,Viktor,Wanda,Xin,Yara,Zoltan'.split(
    ',',
  );
const TEAMS =
  'platform,payments,search,identity,data,mobile,networking,storage,checkout,observability,release,security'.split(',');
const SERVICES =
  'api-gateway,auth,billing,ledger,orders,catalog,session-store,event-bus,mailer,image-proxy,rate-limiter,search-index,config-service,edge-cache,feature-flags,scheduler'.split(
    ',',
  );
const BUILTIN = [
  'At {time} UTC the {svc} service began to return HTTP 503 for about {n} percent of requests.',
  'The deploy of {svc} version {n}.{n} removed a database index that the hot query relied on.',
  'Connection pools on {svc} were exhausted within {n} minutes, and callers started to queue.',
  'Alerts for error rate fired after {n} minutes because the threshold was tuned for a larger fleet.',
  'The {team} team rolled the change back and traffic recovered at {time}.',
  'Roughly {n} thousand customers saw failed checkouts while the {svc} service was degraded.',
  'The runbook for {svc} did not describe how to drain a single availability zone.',
  'Retries from mobile clients amplified the load, so recovery was slower than expected.',
  'A certificate used between {svc} and {svc} expired, and nothing watched its expiry date.',
  'Disk usage on the primary grew past {n} percent because log rotation had been disabled during a migration.',
  'The canary stage passed since it only sees {n} requests a minute, too few to show the regression.',
  'Configuration for {svc} is duplicated in {n} repositories, and one copy was left unchanged.',
  'Dashboards showed averages only, so the tail latency of {svc} went unnoticed for {n} hours.',
  'The failover completed, but replicas lagged by {n} seconds and served stale reads.',
  'Support received {n} tickets before the status page was updated.',
  'The load balancer marked all instances of {svc} unhealthy at the same moment.',
];
const BLAME = [
  '{who} forgot to run the migration before the deploy.',
  '{who} should have noticed that the alert was muted.',
  'The outage was caused by human error: {who} typed the wrong command.',
  'If {who} had been more careful, the {svc} service would not have gone down.',
  'The {team} team failed to test the rollback and ignored the warning.',
  'It was careless of {who} to merge without a second review.',
  'The on-call engineer did not follow the procedure and obviously made a mistake.',
  'Frankly, {who} was negligent and broke production.',
];
const ACTIONS = [
  'Add an alert on',
  'Document the rollback of',
  'Remove the manual step from',
  'Add a canary analysis for',
  'Set connection limits on',
  'Test the failover of',
  'Automate certificate renewal for',
  'Rate-limit retries to',
];
const LINKS = ['https://example.com/dash/', 'https://wiki.example.com/runbook/', 'https://git.example.com/pr/'];

function walk(p) {
  const st = fs.statSync(p);
  if (st.isFile()) return p.endsWith('.md') ? [p] : [];
  return fs
    .readdirSync(p)
    .sort()
    .filter((n) => n !== 'node_modules' && !n.startsWith('.'))
    .flatMap((n) => walk(path.join(p, n)));
}
const stripFrontMatter = (t) => t.replace(/^---\n[\s\S]*?\n---\n/, '');
const sourceFiles = o.sources.flatMap(walk);
const sourceDocs = sourceFiles
  .map((f) => stripFrontMatter(fs.readFileSync(f, 'utf8').replace(/\r\n/g, '\n')).trim())
  .filter((t) => t.length > 500);

/** Prose sentences of the sources (paragraph lines only). */
const pool = [];
for (const doc of sourceDocs) {
  for (const para of doc.split(/\n{2,}/)) {
    if (/^([#>|`~<]|\s{4}|[-*+] |\d+[.)] |!\[)/.test(para) || para.includes('|')) continue;
    for (const s of para.replace(/\s+/g, ' ').split(/(?<=[.!?])\s+(?=[A-Z])/)) {
      if (s.length >= 30 && s.length <= 320 && /[.!?]$/.test(s)) pool.push(s);
    }
  }
}
const sentences = pool.length ? pool : BUILTIN;

const p2 = (n) => String(n).padStart(2, '0');
function fill(r, t) {
  return t.replace(/\{(who|team|svc|n|time)\}/g, (_, k) =>
    k === 'who'
      ? r.pick(PEOPLE)
      : k === 'team'
        ? r.pick(TEAMS)
        : k === 'svc'
          ? r.pick(SERVICES)
          : k === 'n'
            ? String(r.int(2, 97))
            : `${p2(r.int(0, 23))}:${p2(r.int(0, 59))}`,
  );
}
/** A sentence; its numbers are redrawn so that no two documents repeat each other word for word. */
function sentence(r) {
  const x = r();
  if (x < 0.04) return fill(r, r.pick(BLAME));
  if (x < 0.25) return fill(r, r.pick(BUILTIN));
  return fill(r, r.pick(sentences)).replace(/\b\d{1,3}\b/g, () => String(r.int(1, 999)));
}
const paragraph = (r, n) => Array.from({ length: n }, () => sentence(r)).join(' ');

export function postmortem(r, bytes) {
  const day = `20${r.int(19, 25)}-${p2(r.int(1, 12))}-${p2(r.int(1, 28))}`;
  const svc = r.pick(SERVICES);
  const k = Math.max(1, bytes / 5000);
  const many = (lo, hi) => Math.round(r.int(lo, hi) * k);
  const out = [];
  if (r() < 0.33)
    out.push(
      `---\ntitle: ${svc} outage\ndate: ${day}\nseverity: ${r.int(1, 3)}\nauthors: [${r.pick(PEOPLE)}, ${r.pick(PEOPLE)}]\n---`,
    );
  out.push(
    `# Postmortem: ${svc} outage on ${day}`,
    '## Summary',
    paragraph(r, many(2, 4)),
    '## Impact',
    paragraph(r, many(1, 3)),
    '## Timeline',
    'All times in UTC.',
  );
  let min = r.int(0, 900);
  const rows = Array.from({ length: many(6, 10) }, () => {
    min += r.int(1, 25);
    return [`${p2(Math.floor(min / 60) % 24)}:${p2(min % 60)}`, sentence(r).replace(/\|/g, '/')];
  });
  out.push(
    r() < 0.5
      ? `| Time | Event |\n| --- | --- |\n${rows.map((x) => `| ${x[0]} | ${x[1]} |`).join('\n')}`
      : rows.map((x) => `- **${x[0]}** ${x[1]}`).join('\n'),
  );
  out.push(
    '## Root cause',
    paragraph(r, many(2, 3)),
    '### Five Whys',
    Array.from({ length: 5 }, (_, i) => `${i + 1}. Why? ${sentence(r)}`).join('\n'),
  );
  if (r() < 0.4)
    out.push(`\`\`\`sh\nkubectl -n ${svc} rollout undo deployment/${svc} --to-revision=${r.int(2, 80)}\n\`\`\``);
  out.push('## Action items');
  const acts = Array.from({ length: many(3, 6) }, () => [
    `${r.pick(ACTIONS)} \`${r.pick(SERVICES)}\``,
    r.pick(PEOPLE),
    `20${r.int(19, 26)}-${p2(r.int(1, 12))}-${p2(r.int(1, 28))}`,
    `${r.pick(LINKS)}${r.int(100, 9999)}`,
  ]);
  out.push(
    r() < 0.5
      ? `| Action | Owner | Due | Ticket |\n| --- | --- | --- | --- |\n${acts.map((a) => `| ${a[0]} | ${a[1]} | ${a[2]} | [link](${a[3]}) |`).join('\n')}`
      : acts
          .map((a) => `- [${r() < 0.5 ? 'x' : ' '}] ${a[0]} (@${a[1].toLowerCase()}, due ${a[2]}, [ticket](${a[3]}))`)
          .join('\n'),
  );
  out.push('## Lessons learned', '### What went well', `- ${sentence(r)}\n- ${sentence(r)}`, '### What went wrong');
  let text = `${out.join('\n\n')}\n\n`;
  while (Buffer.byteLength(text) < bytes * 0.93) text += `- ${sentence(r)}\n`;
  return text;
}

/** Joins whole documents until `bytes` are reached, then cuts at the last line. */
function joined(r, docs, bytes) {
  let text = '';
  for (const d of docs) {
    if (text.length >= bytes) break;
    text += `${d}\n\n`;
  }
  while (text.length < bytes) text += postmortem(r, 5000).replace(/^---\n[\s\S]*?\n---\n\n/, '');
  text = Buffer.from(text).subarray(0, bytes).toString('utf8').replace(/�+$/, '');
  return text.slice(0, text.lastIndexOf('\n') + 1);
}

if (process.argv[1] && path.resolve(process.argv[1]) === import.meta.filename) {
  const seed = Number(o.seed);
  const files = Number(o.files);
  const bytes = Number(o.bytes);
  fs.mkdirSync(o.out, { recursive: true });
  const S = o.small ? fs.readFileSync(o.small, 'utf8').replace(/\r\n/g, '\n') : postmortem(rng(seed), 8000);
  const M = joined(rng(seed + 1), sourceDocs, 60_000);
  const L = joined(rng(seed + 2), sourceDocs, 1_000_000);
  for (const [n, t] of Object.entries({ S, M, L })) {
    fs.mkdirSync(path.join(o.out, n), { recursive: true });
    fs.writeFileSync(path.join(o.out, n, `${n}.md`), t);
  }
  let total = 0;
  for (let i = 0; i < files; i++) {
    const dir = path.join(o.out, 'C', String(Math.floor(i / 100)).padStart(3, '0'));
    if (i % 100 === 0) fs.mkdirSync(dir, { recursive: true });
    const t = postmortem(rng(seed * 1_000_003 + i), bytes);
    total += Buffer.byteLength(t);
    fs.writeFileSync(path.join(dir, `pm-${String(i).padStart(5, '0')}.md`), t);
  }
  console.log(
    JSON.stringify({
      sources: sourceDocs.length,
      sentences: sentences.length,
      S: Buffer.byteLength(S),
      M: Buffer.byteLength(M),
      L: Buffer.byteLength(L),
      C: { files, bytes: total },
    }),
  );
}
