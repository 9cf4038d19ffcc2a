export const round = (x, d = 3) => (x == null ? null : Math.round(x * 10 ** d) / 10 ** d);
export function quantile(sorted, q) {
  if (!sorted.length) return null;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
}
/** { n, min, median, p90, p99, max } of a list of numbers. */
export function summary(xs, d = 3) {
  const s = [...xs].sort((a, b) => a - b);
  const mid = s.length ? (s.length % 2 ? s[(s.length - 1) / 2] : (s[s.length / 2 - 1] + s[s.length / 2]) / 2) : null;
  return {
    n: s.length,
    min: round(s[0], d),
    median: round(mid, d),
    p90: round(quantile(s, 0.9), d),
    p99: round(quantile(s, 0.99), d),
    max: round(s.at(-1), d),
  };
}
/** A fixed CPU task (ms): tells how fast the machine is right now, so runs can be compared. */
export function yardstick() {
  const t0 = performance.now();
  let h = 0;
  for (let i = 0; i < 5_000_000; i++) h = (Math.imul(h ^ i, 0x01000193) + (h >>> 13)) | 0;
  return { ms: round(performance.now() - t0, 2), h };
}
