/** The id after the highest one with the same prefix: "INC-042" after "INC-041", as many digits as the ids have. */
export function nextIncidentId(ids: Iterable<string>, like = 'INC-000'): string {
  const prefix = like.replace(/(?<!\d)\d+$/, '');
  let highest = 0;
  let digits = /(?<!\d)\d+$/.exec(like)?.[0].length ?? 3;
  for (const id of ids) {
    if (!id.toUpperCase().startsWith(prefix.toUpperCase())) continue;
    const number = /^\d+$/.exec(id.slice(prefix.length))?.[0];
    if (!number) continue;
    highest = Math.max(highest, Number(number));
    digits = Math.max(digits, number.length);
  }
  return `${prefix}${String(highest + 1).padStart(digits, '0')}`;
}
