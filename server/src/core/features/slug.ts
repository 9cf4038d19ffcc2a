/** Letters and digits of any script in lower case with single dashes between them, at most 60 characters, cut between words. */
export function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  let name = '';
  for (const word of words) {
    const longer = name ? `${name}-${word}` : word;
    if (longer.length > 60) return name || [...word].slice(0, 60).join('');
    name = longer;
  }
  return name;
}
