import {
  type Connection,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type SelectionRange,
  type SelectionRangeParams,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import {
  foldingRegions,
  type OutlineNode,
  outlineOf,
  type SourceText,
  type Span,
  selectionSpans,
} from '../../core/index.ts';
import { toRange } from '../convert.ts';
import type { Services } from '../services.ts';

const KINDS: Readonly<Record<OutlineNode['is'], SymbolKind>> = {
  document: SymbolKind.File,
  section: SymbolKind.String,
  timeline: SymbolKind.Array,
  entry: SymbolKind.Event,
  whys: SymbolKind.Array,
  why: SymbolKind.Key,
  actions: SymbolKind.Array,
  action: SymbolKind.Boolean,
};

/** Answers for the outline, the foldable regions of a document, and what a growing selection takes. */
export function registerOutline(connection: Connection, { documents, guard, features }: Services): void {
  connection.onDocumentSymbol(
    guard('documentSymbol', [], async (params: DocumentSymbolParams, token) => {
      const document = await documents.check(params.textDocument.uri, token);
      if (!document) return [];
      const { source } = document.checked.document;
      const nodes = outlineOf(document.checked);
      return features().hierarchicalSymbols
        ? nodes.map((node) => toSymbol(source, node))
        : flatten(document.uri, source, nodes);
    }) as Parameters<typeof connection.onDocumentSymbol>[0],
  );

  connection.onFoldingRanges(
    guard('foldingRange', [], async (params: FoldingRangeParams, token): Promise<FoldingRange[]> => {
      const document = await documents.check(params.textDocument.uri, token);
      if (!document) return [];
      const { source } = document.checked.document;
      return foldingRegions(document.checked)
        .map(({ span }) => ({
          startLine: source.lineOf(span.start),
          endLine: source.lineOf(Math.max(span.start, span.end - 1)),
          kind: FoldingRangeKind.Region,
        }))
        .filter((range) => range.endLine > range.startLine);
    }) as Parameters<typeof connection.onFoldingRanges>[0],
  );

  connection.onSelectionRanges(
    guard('selectionRange', null, async (params: SelectionRangeParams, token): Promise<SelectionRange[] | null> => {
      const document = await documents.check(params.textDocument.uri, token);
      if (!document?.checked.postmortem) return null;
      const { source } = document.checked.document;
      return params.positions.map((position) =>
        toSelection(source, selectionSpans(document.checked, source.offsetAt(position))),
      );
    }) as Parameters<typeof connection.onSelectionRanges>[0],
  );
}

function toSelection(source: SourceText, [innermost, ...wider]: readonly Span[]): SelectionRange {
  const range = toRange(source, innermost ?? { start: 0, end: source.text.length });
  return wider.length === 0 ? { range } : { range, parent: toSelection(source, wider) };
}

function toSymbol(source: SourceText, node: OutlineNode): DocumentSymbol {
  return {
    name: node.name,
    detail: node.detail,
    kind: KINDS[node.is],
    range: toRange(source, node.span),
    selectionRange: toRange(source, node.selection),
    children: node.children.map((child) => toSymbol(source, child)),
  };
}

function flatten(uri: string, source: SourceText, nodes: readonly OutlineNode[], parent?: string): SymbolInformation[] {
  return nodes.flatMap((node) => [
    {
      name: node.name,
      kind: KINDS[node.is],
      location: { uri, range: toRange(source, node.span) },
      ...(parent ? { containerName: parent } : {}),
    },
    ...flatten(uri, source, node.children, node.name),
  ]);
}
