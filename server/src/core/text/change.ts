/** The one stretch in which two versions of a text differ: `fromA` to `toA` of the first stands as `fromB` to `toB` in the second. */
export interface ChangedRange {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** Texts are compared by so many units at once, the last ones by fewer: much faster than one by one. */
const STRETCHES = [4096, 256, 16, 1];

/** The one stretch in which two texts differ, found from both ends; undefined when they are equal. */
export function changedRange(before: string, after: string): ChangedRange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  for (const length of STRETCHES)
    while (start + length <= shorter && before.slice(start, start + length) === after.slice(start, start + length))
      start += length;
  let toA = before.length;
  let toB = after.length;
  const isSame = (length: number) => before.slice(toA - length, toA) === after.slice(toB - length, toB);
  for (const length of STRETCHES)
    while (toA - start >= length && toB - start >= length && isSame(length)) {
      toA -= length;
      toB -= length;
    }
  return { fromA: start, toA, fromB: start, toB };
}
