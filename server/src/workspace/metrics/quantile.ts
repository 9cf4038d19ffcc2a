/**
 * The value below which that share of the values lies, interpolated between the two nearest ones, as SQL's `percentile_cont` does; undefined for no values.
 * @param share 0 to 1: 0.5 is the median
 */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)];
  const above = sorted[Math.ceil(rank)];
  if (below === undefined || above === undefined) return undefined;
  const part = rank - Math.floor(rank);
  // Two infinite neighbours, or an infinite one that has no weight, have no difference to interpolate.
  return part === 0 || below === above ? below : below * (1 - part) + above * part;
}
