// markdownlint 0.42, default rules, sync API.
export const package_ = 'markdownlint';
export async function init() {
  const { lint } = await import('markdownlint/sync');
  return (text) => lint({ strings: { doc: text } }).doc;
}
export const toDiagnostic = (m) => ({
  line: m.lineNumber - 1,
  character: (m.errorRange?.[0] ?? 1) - 1,
  endLine: m.lineNumber - 1,
  endCharacter: (m.errorRange?.[0] ?? 1) - 1 + (m.errorRange?.[1] ?? 0),
  message: m.ruleDescription,
  code: m.ruleNames[0],
});
