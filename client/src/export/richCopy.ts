import * as vscode from 'vscode';

/**
 * Shows rendered HTML with a button that copies it as rich text. An extension can only write plain text to the clipboard; a page can
 * write both, when somebody presses a button in it. `html` comes without scripts; its images are not fetched, because that would tell
 * their servers who reads what.
 */
export function showForCopying(html: string): void {
  const title = vscode.l10n.t('Copy as Rich Text');
  const panel = vscode.window.createWebviewPanel('postmortem.richCopy', title, vscode.ViewColumn.Beside, {
    enableScripts: true,
    localResourceRoots: [],
  });
  const nonce = crypto.randomUUID();
  const copy = vscode.l10n.t('Copy');
  const copied = vscode.l10n.t('Copied. Paste it where you need it.');
  panel.webview.html = `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'">
<title>${title}</title>
<style>
  header { position: sticky; top: 0; padding: 8px 0; background: var(--vscode-editor-background); display: flex; gap: 12px; align-items: center }
  button { color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 1px solid var(--vscode-contrastBorder, transparent); padding: 6px 14px; cursor: pointer }
  button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px }
</style>
</head>
<body>
<header><button id="copy">${copy}</button><span id="said" role="status"></span></header>
<main id="content">${html}</main>
<script nonce="${nonce}">
  const content = document.getElementById('content');
  document.getElementById('copy').addEventListener('click', async () => {
    const html = new Blob([content.innerHTML], { type: 'text/html' });
    const text = new Blob([content.innerText], { type: 'text/plain' });
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })]);
    document.getElementById('said').textContent = ${JSON.stringify(copied)};
  });
  document.getElementById('copy').focus();
</script>
</body>
</html>`;
}
