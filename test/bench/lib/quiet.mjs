import fs from 'node:fs';
import os from 'node:os';

/** CPU seconds the whole machine has been busy (all cores, all processes). */
export function busySeconds() {
  const f = fs.readFileSync('/proc/stat', 'utf8').split('\n')[0].trim().split(/\s+/).slice(1).map(Number);
  return (f[0] + f[1] + f[2] + f[5] + f[6] + (f[7] ?? 0)) / 100;
}
/** A meter of what OTHER processes use: `const m = meter(); …; m.foreign(ownCpuSeconds)` gives cores. */
export function meter() {
  const b0 = busySeconds();
  const t0 = performance.now();
  return {
    foreign: (own) => Math.max(0, (busySeconds() - b0 - own) / Math.max(0.05, (performance.now() - t0) / 1000)),
  };
}
/** Waits until the machine is quiet (< `cores` busy over `windowMs`), at most `maxMs`. Blocks the thread. */
export function waitQuiet({ cores = 0.5, windowMs = 120, maxMs = Number(process.env.BENCH_QUIET_MS ?? 3_000) } = {}) {
  const stop = performance.now() + maxMs;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  while (performance.now() < stop) {
    const b0 = busySeconds();
    const t0 = performance.now();
    Atomics.wait(cell, 0, 0, windowMs);
    if ((busySeconds() - b0) / ((performance.now() - t0) / 1000) < cores) return true;
  }
  return false;
}
/** Keeps the undisturbed runs if there are at least `least`, else the least disturbed ones. */
export function undisturbed(runs, { limit = 0.5, least = 3 } = {}) {
  const ok = runs.filter((r) => r.foreign <= limit);
  if (ok.length >= least) return { runs: ok, dropped: runs.length - ok.length };
  const sorted = [...runs]
    .sort((a, b) => a.foreign - b.foreign)
    .slice(0, Math.max(ok.length, Math.min(least, runs.length)));
  return { runs: sorted, dropped: runs.length - sorted.length, disturbed: sorted.some((r) => r.foreign > limit) };
}
export const cores = os.availableParallelism();
