import { type Connection, type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hoverAt } from '../../core/index.ts';
import { toRange } from '../convert.ts';
import type { Services } from '../services.ts';

/** Answers `textDocument/hover`. */
export function registerHover(connection: Connection, { documents, guard }: Services): void {
  connection.onHover(
    guard('hover', null, async (params: HoverParams, token): Promise<Hover | null> => {
      const document = await documents.check(params.textDocument.uri, token);
      if (!document) return null;
      const { source } = document.checked.document;
      const help = hoverAt(document.checked, source.offsetAt(params.position));
      if (!help) return null;
      return {
        contents: { kind: MarkupKind.Markdown, value: help.markdown },
        range: toRange(source, help.span),
      };
    }) as Parameters<typeof connection.onHover>[0],
  );
}
