/** Plain text as Markdown that shows it: what would be a mark, a tag or a fill-in is escaped; code between backticks stays. */
export function escapeMarkdown(text: string): string {
  const pieces = text.split('`');
  if (pieces.length % 2 === 0) return escapePlain(text).replaceAll('`', '\\`');
  return pieces.map((piece, index) => (index % 2 === 0 ? escapePlain(piece) : piece)).join('`');
}

function escapePlain(text: string): string {
  return text.replace(/[*[\]]|<(?=[\p{L}/!?])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~~/gu, '\\$&');
}
