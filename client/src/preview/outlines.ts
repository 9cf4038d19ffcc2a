import * as vscode from 'vscode';
import { type PreviewOutline, previewOutline } from '../../../server/src/lsp/protocol.ts';
import type { Server } from '../server.ts';

interface Known {
  /** Version of the document that the outline was asked for. */
  readonly version: number;
  readonly outline: PreviewOutline | undefined;
}

/**
 * The outlines of the documents that are previewed. Markdown is rendered at once and the server answers later: until then the outline
 * of the version before is used, whose marks hold for every line that is still the same; then the preview is refreshed.
 */
export class Outlines implements vscode.Disposable {
  readonly #server: Server;
  readonly #known = new Map<string, Known>();
  readonly #asking = new Set<string>();
  readonly #closing: vscode.Disposable;

  constructor(server: Server) {
    this.#server = server;
    this.#closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#known.delete(uri.toString()));
  }

  /** The outline to draw into a text. The preview does not say which document it renders: it is the one with this text. */
  of(text: string): PreviewOutline | undefined {
    const document = vscode.workspace.textDocuments.find(
      (candidate) => candidate.languageId === 'markdown' && candidate.getText() === text,
    );
    if (!document) return undefined;
    const known = this.#known.get(document.uri.toString());
    if (known?.version !== document.version) void this.#ask(document);
    return known?.outline;
  }

  async #ask(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const { version } = document;
    if (this.#asking.has(key)) return;
    this.#asking.add(key);
    try {
      const uri = this.#server.client.code2ProtocolConverter.asUri(document.uri);
      const outline = (await this.#server.ask(previewOutline, { uri })) ?? undefined;
      const before = this.#known.get(key)?.outline;
      this.#known.set(key, { version, outline });
      // Rendering the same once more would only cost time; a newer text is rendered and asked for anyway.
      if (JSON.stringify(outline) !== JSON.stringify(before))
        await vscode.commands.executeCommand('markdown.preview.refresh');
    } catch {
      // Without its server the preview stays plain Markdown.
    } finally {
      this.#asking.delete(key);
    }
  }

  dispose(): void {
    this.#closing.dispose();
    this.#known.clear();
  }
}
