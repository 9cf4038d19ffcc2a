/** The words of a front-coded list: of each, a digit says how many letters it shares with the one before it. */
export function frontCoded(list: string): ReadonlySet<string> {
  const set = new Set<string>();
  let word = '';
  for (const [, shared, rest] of list.matchAll(/(\d)(\D*)/g)) {
    word = word.slice(0, Number(shared)) + rest;
    set.add(word);
  }
  return set;
}
