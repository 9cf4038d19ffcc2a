/** A value as JSON for other programs: two spaces, null for what is not known, a line end behind it. */
export function formatJson(value: unknown): string {
  return `${JSON.stringify(value, (_, part) => part ?? null, 2)}\n`;
}
