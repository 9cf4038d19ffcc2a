declare module '@vscode/l10n/dist/browser.js' {
  export * from '@vscode/l10n';
}
