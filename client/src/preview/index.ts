import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { Outlines } from './outlines.ts';
import { postmortemPreview } from './plugin.ts';

/** What the built-in Markdown preview asks an extension for (`markdown.markdownItPlugins`). */
export interface PreviewExtension {
  extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

/** Draws postmortems into the built-in Markdown preview. */
export function extendPreview(server: Server, context: vscode.ExtensionContext): PreviewExtension {
  const outlines = new Outlines(server);
  context.subscriptions.push(outlines);
  return {
    extendMarkdownIt: (md) =>
      postmortemPreview(
        md,
        (text) => outlines.of(text),
        (text, ...args) => vscode.l10n.t(text, ...args),
      ),
  };
}
