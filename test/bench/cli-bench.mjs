#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
/**
 * Times whole processes round-robin (A B C … A B C …), so that every command meets the same machine noise.
 *
 *   node cli-bench.mjs --set peers/cli.json --case small --vars '{"file":"/tmp/S.md"}' [--rounds 5] [--warmup 1]
 *       [--only alex,rumdl] [--extra 'ours=node dist/cli.js {file}'] [--timeout 300] [--bytes N --files N] [--json out.json]
 * The set is { name: { case: "shell command with {var}" } }; {peers} and {node} are filled in.
 * Needs /usr/bin/time (Debian package `time`). Prints wall, user+sys, peak memory (largest single process), MB/s, files/s
 * and how many times our command line's wall and CPU time it took (the fastest row's, where ours does not run).
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { meter, undisturbed, waitQuiet } from './lib/quiet.mjs';
import { round, summary } from './lib/stats.mjs';

const { values: o } = parseArgs({
  options: {
    set: { type: 'string' },
    case: { type: 'string' },
    vars: { type: 'string', default: '{}' },
    rounds: { type: 'string', default: '5' },
    warmup: { type: 'string', default: '1' },
    only: { type: 'string' },
    skip: { type: 'string' },
    extra: { type: 'string', multiple: true, default: [] },
    timeout: { type: 'string', default: '300' },
    bytes: { type: 'string' },
    files: { type: 'string' },
    json: { type: 'string' },
    cwd: { type: 'string' },
  },
});
const peers = path.join(import.meta.dirname, 'peers');
const vars = { peers, bin: path.join(peers, 'node_modules/.bin'), node: process.execPath, ...JSON.parse(o.vars) };
const fill = (s) => s.replace(/\{(\w+)\}/g, (m, k) => vars[k] ?? m);
let list = Object.entries(o.set ? JSON.parse(fs.readFileSync(o.set, 'utf8')) : {})
  .filter(([, c]) => c[o.case])
  .map(([name, c]) => ({ name, cmd: fill(c[o.case]) }));
if (o.only) list = list.filter((x) => o.only.split(',').includes(x.name));
if (o.skip) list = list.filter((x) => !o.skip.split(',').includes(x.name));
for (const e of o.extra) list.push({ name: e.slice(0, e.indexOf('=')), cmd: fill(e.slice(e.indexOf('=') + 1)) });

function run(cmd) {
  const tmp = `/tmp/cli-bench.${process.pid}.time`;
  const env = { ...process.env, PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`, NO_COLOR: '1' };
  const p = spawnSync(
    '/usr/bin/time',
    ['-o', tmp, '-f', '%e %U %S %M', 'timeout', '-s', 'KILL', o.timeout, 'sh', '-c', `${cmd} >/dev/null 2>&1`],
    { cwd: o.cwd, env, stdio: 'ignore' },
  );
  const wall = fs.readFileSync(tmp, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  return { wall: wall[0], cpu: wall[1] + wall[2], mem: wall[3] / 1000, code: p.status };
}
const hr = () => Number(process.hrtime.bigint()) / 1e9;
const rows = new Map(list.map((x) => [x.name, []]));
const dead = new Set();
for (let r = -Number(o.warmup); r < Number(o.rounds); r++) {
  for (const x of list) {
    if (dead.has(x.name)) continue;
    waitQuiet();
    const m = meter();
    const t = hr();
    const v = run(x.cmd);
    v.wall = hr() - t;
    v.foreign = m.foreign(v.cpu);
    if (v.code === 137) dead.add(x.name);
    if (r >= 0 || v.code === 137) rows.get(x.name).push(v);
    console.error(
      `round ${r + 1} ${x.name}: ${round(v.wall, 3)} s, ${round(v.mem, 0)} MB, exit ${v.code}, others ${round(v.foreign, 2)} cores`,
    );
  }
}
const out = list.map((x) => {
  const { runs: rs, dropped, disturbed } = undisturbed(rows.get(x.name));
  const wall = summary(
    rs.map((r) => r.wall),
    4,
  );
  return {
    name: x.name,
    case: o.case,
    cmd: x.cmd,
    killed: dead.has(x.name),
    n: rs.length,
    dropped,
    disturbed: disturbed ?? false,
    exit: rs[0]?.code,
    wall_s: wall,
    cpu_s: summary(
      rs.map((r) => r.cpu),
      3,
    ),
    peak_mb: summary(
      rs.map((r) => r.mem),
      0,
    ),
    MBps: o.bytes ? round(Number(o.bytes) / 1e6 / wall.median, 3) : null,
    files_per_s: o.files ? round(Number(o.files) / wall.median, 1) : null,
  };
});
const done = out.filter((r) => !r.killed);
const base =
  done.find((r) => r.name === 'blameless-postmortem') ?? done.toSorted((a, b) => a.wall_s.median - b.wall_s.median)[0];
if (o.json) fs.writeFileSync(o.json, JSON.stringify(out, null, 1));
console.log(
  `| command | wall s median (min–max) | CPU s | peak MB |${o.bytes ? ' MB/s |' : ''}${o.files ? ' files/s |' : ''} wall × | CPU × | exit |\n| --- | ---: | ---: | ---: |${o.bytes ? ' ---: |' : ''}${o.files ? ' ---: |' : ''} ---: | ---: | ---: |`,
);
for (const r of out)
  console.log(
    `| ${r.name} | ${r.killed ? `> ${o.timeout} (killed)` : `${r.wall_s.median} (${r.wall_s.min}–${r.wall_s.max})`}${r.disturbed ? ' (disturbed)' : ''} | ${r.cpu_s.median} | ${r.peak_mb.median} |${o.bytes ? ` ${r.MBps} |` : ''}${o.files ? ` ${r.files_per_s} |` : ''} ${round(r.wall_s.median / base.wall_s.median, 2)} | ${round(r.cpu_s.median / base.cpu_s.median, 2)} | ${r.exit} |`,
  );
