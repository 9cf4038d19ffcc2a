#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
/**
 * lsp-bench over a set of servers, round-robin (every round visits every server, a fresh process each).
 *   node lsp-all.mjs --set peers/lsp.json --vars '{"rumdl":"…"}' --file S.md --file M.md [--rounds 3] [--edits 100] [--max-seconds 12]
 *       [--extra 'ours=node dist/server.js --stdio'] [--only SUBSTRING,…] [--json out.json]
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { undisturbed } from './lib/quiet.mjs';
import { round, summary } from './lib/stats.mjs';

const { values: o } = parseArgs({
  options: {
    set: { type: 'string' },
    vars: { type: 'string', default: '{}' },
    file: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '3' },
    edits: { type: 'string', default: '100' },
    'max-seconds': { type: 'string', default: '12' },
    settle: { type: 'string', default: '20' },
    burst: { type: 'string', default: '30' },
    extra: { type: 'string', multiple: true, default: [] },
    only: { type: 'string' },
    json: { type: 'string' },
    timeout: { type: 'string', default: '120' },
  },
});
const peers = path.join(import.meta.dirname, 'peers');
const vars = { peers, bin: path.join(peers, 'node_modules/.bin'), node: process.execPath, ...JSON.parse(o.vars) };
const fill = (s) => s?.replace(/\{(\w+)\}/g, (m, k) => vars[k] ?? m);
let list = Object.entries(o.set ? JSON.parse(fs.readFileSync(o.set, 'utf8')) : {}).map(([name, s]) => ({ name, ...s }));
if (o.only) list = list.filter((x) => o.only.split(',').some((k) => x.name.includes(k)));
for (const e of o.extra) list.push({ name: e.slice(0, e.indexOf('=')), server: e.slice(e.indexOf('=') + 1) });
const rows = new Map();
for (let r = 0; r < Number(o.rounds); r++) {
  for (const file of o.file) {
    for (const s of list) {
      const base = path.basename(file);
      if (s.skip?.includes(base) || (s.only && !s.only.includes(base)) || (s.few?.includes(base) && r > 0)) continue;
      const few = s.few?.includes(base);
      const args = [
        path.join(import.meta.dirname, 'lsp-bench.mjs'),
        '--name',
        s.name,
        '--server',
        fill(s.server),
        '--file',
        file,
        '--edits',
        few ? '3' : o.edits,
        '--max-seconds',
        few ? '1' : o['max-seconds'],
        '--settle',
        o.settle,
        '--burst',
        few ? '0' : o.burst,
        '--timeout',
        o.timeout,
      ];
      if (s.once) args.push('--once');
      if (s.settings) args.push('--settings', fill(s.settings));
      if (s.init) args.push('--init-options', s.init.startsWith('@') ? fill(s.init) : s.init);
      const p = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28, timeout: 400_000 });
      let v;
      try {
        v = JSON.parse(p.stdout.trim().split('\n').at(-1));
      } catch {
        v = { error: `no output: ${p.stderr?.slice(-300)}` };
      }
      const key = `${base}|${s.name}`;
      rows.set(key, [...(rows.get(key) ?? []), v]);
      if (o.json) fs.writeFileSync(`${o.json}.part`, JSON.stringify([...rows]));
      console.error(
        `round ${r + 1} ${base} ${s.name}: ${v.error ? `ERROR ${v.error.slice(0, 200)}` : `init ${v.initialize_ms.median} open ${v.open_ms.median} change ${v.change_median_ms.median} p99 ${v.change_p99_ms.median} burst ${JSON.stringify(v.burst_last_ms?.median ?? v.burst_last_ms)}/${v.burst_publishes} cpu ${v.cpu_ms_per_edit} rss ${v.rss_mb} found ${v.findings} ${v.sync} ${v.mode} others ${round(v.foreign, 2)}`}`,
      );
    }
  }
}
report();

function report() {
  const out = [];
  for (const [key, all] of rows) {
    const good = all.filter((v) => !v.error);
    const [file, name] = key.split('|');
    if (!good.length) {
      out.push({ file, name, error: all[0].error });
      continue;
    }
    const { runs, disturbed } = undisturbed(
      good.map((v) => ({ ...v, foreign: v.foreign ?? 0 })),
      { least: 2 },
    );
    const s = (f, d = 2) => summary(runs.map(f), d);
    out.push({
      file,
      name,
      rounds: runs.length,
      disturbed: disturbed ?? false,
      initialize_ms: s((v) => v.initialize_ms.median, 1),
      open_ms: s((v) => v.open_ms.median, 1),
      change_ms: s((v) => v.change_median_ms.median),
      p99_ms: s((v) => v.change_p99_ms.median),
      burst_ms:
        runs[0].burst_last_ms?.median !== undefined
          ? s((v) => v.burst_last_ms?.median ?? null, 1)
          : runs[0].burst_last_ms,
      burst_publishes: runs[0].burst_publishes,
      cpu_ms: s((v) => v.cpu_ms_per_edit),
      payload: runs[0].payload_bytes,
      rss_mb: s((v) => v.rss_mb, 0),
      peak_mb: s((v) => v.peak_mb, 0),
      findings: runs[0].findings,
      edits: runs[0].edits,
      sync: runs[0].sync,
      mode: runs[0].mode,
    });
  }
  if (o.json) fs.writeFileSync(o.json, JSON.stringify(out, null, 1));
  const mm = (x) => `${x.median} (${x.min}–${x.max})`;
  for (const file of [...new Set(out.map((r) => r.file))]) {
    console.log(
      `\n### ${file}\n\n| server | initialize ms | open→diagnostics ms | change→diagnostics ms, median (min–max of rounds) | p99 ms | burst: last ms | CPU ms/edit | bytes/edit | RSS MB | findings | sync, mode |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |`,
    );
    for (const r of out.filter((x) => x.file === file))
      console.log(
        r.error
          ? `| ${r.name} | — | — | failed: ${r.error.slice(0, 120).replace(/\n/g, ' ')} |`
          : `| ${r.name} | ${r.initialize_ms.median} | ${r.open_ms.median} | ${mm(r.change_ms)}${r.disturbed ? ' (disturbed)' : ''} | ${r.p99_ms.median} | ${r.burst_ms?.median ?? '—'} (${r.burst_publishes ?? '—'}×) | ${r.cpu_ms.median} | ${r.payload} | ${r.rss_mb.median} | ${r.findings} | ${r.sync}, ${r.mode} |`,
      );
  }
}
