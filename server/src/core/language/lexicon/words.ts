/** A set of lower-case words from a blank-separated list; `_` stands for a blank inside an entry. */
export function words(...lists: string[]): ReadonlySet<string> {
  const set = new Set<string>();
  for (const list of lists) for (const word of list.split(/\s+/)) if (word) set.add(word.replaceAll('_', ' '));
  return set;
}

/** The union of several sets. */
export function union(...sets: ReadonlySet<string>[]): ReadonlySet<string> {
  const all = new Set<string>();
  for (const set of sets) for (const word of set) all.add(word);
  return all;
}
