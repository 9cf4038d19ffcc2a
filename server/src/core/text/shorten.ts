/** A text on one line, cut between words where it is longer than `longest` characters. */
export function shorten(text: string, longest: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= longest) return flat;
  const cut = flat.lastIndexOf(' ', longest);
  return `${flat.slice(0, cut > 0 ? cut : longest)} …`;
}
