// alex 11 (retext-equality + retext-profanities over remark), as `alex.markdown`, the call the CLI makes.
export const package_ = 'alex';
export async function init() {
  const { markdown } = await import('alex');
  return (text) => markdown(text).messages;
}
export const toDiagnostic = (m) => ({
  line: (m.line ?? 1) - 1,
  character: (m.column ?? 1) - 1,
  endLine: (m.position?.end?.line ?? m.line ?? 1) - 1,
  endCharacter: (m.position?.end?.column ?? m.column ?? 1) - 1,
  message: m.reason,
  code: m.ruleId,
});
