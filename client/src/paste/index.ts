import * as vscode from 'vscode';
import type { Server } from '../server.ts';
import { askForTimeline, editOf, type Pasted } from './askForTimeline.ts';

const KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('text', 'timeline', 'postmortem');
/** No kind of text: links yield to those, and these entries yield to links. */
const DROP_KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('timeline', 'postmortem');
/** What Markdown makes of a dropped file. */
const LINKS = [['markdown'], ['uri']].map((parts) => vscode.DocumentDropOrPasteEditKind.Empty.append(...parts));
const SELECTOR: vscode.DocumentSelector = { language: 'markdown' };
/** Files that are read when they are dropped; larger ones are no conversation. Bytes. */
const LARGEST_FILE = 2_000_000;
const TEXT_FILE = /\.(?:txt|log|json|jsonl|ndjson|md|html?|out)$|\/[^./]+$/i;

/** Offers what is pasted or dropped as entries of the timeline; the plain text or the link to the file stays the default. */
export function offerTimelinePaste(server: Server): vscode.Disposable {
  const pasting: vscode.DocumentPasteEditProvider = {
    async provideDocumentPasteEdits(document, ranges, dataTransfer, context, token) {
      if (context.only && !context.only.intersects(KIND)) return undefined;
      const pasted = await textOf(dataTransfer);
      const position = ranges[0]?.start;
      if (!pasted || !position) return undefined;
      const paste = await askForTimeline(server, document, position, pasted, 'here', token);
      if (!paste || paste.added === 0) return undefined;
      const edit = new vscode.DocumentPasteEdit('', title(paste.added), KIND);
      edit.additionalEdit = editOf(server, document, paste);
      edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
      return [edit];
    },
  };
  const dropping: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, dataTransfer, token) {
      const pasted = (await fileOf(dataTransfer)) ?? (await textOf(dataTransfer));
      if (!pasted) return undefined;
      const paste = await askForTimeline(server, document, position, pasted, 'here', token);
      if (!paste || paste.added === 0) return undefined;
      const edit = new vscode.DocumentDropEdit('', title(paste.added), DROP_KIND);
      edit.additionalEdit = editOf(server, document, paste);
      edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text, ...LINKS];
      return edit;
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerDocumentPasteEditProvider(SELECTOR, pasting, {
      providedPasteEditKinds: [KIND],
      pasteMimeTypes: ['text/plain', 'text/html'],
    }),
    vscode.languages.registerDocumentDropEditProvider(SELECTOR, dropping, {
      providedDropEditKinds: [DROP_KIND],
      dropMimeTypes: ['text/plain', 'text/html', 'text/uri-list', 'files'],
    }),
  );
}

function title(added: number): string {
  return added === 1
    ? vscode.l10n.t('Insert as Timeline Entry')
    : vscode.l10n.t('Insert as {0} Timeline Entries', added);
}

async function textOf(dataTransfer: vscode.DataTransfer): Promise<Pasted | undefined> {
  const text = await dataTransfer.get('text/plain')?.asString();
  if (!text) return undefined;
  const html = await dataTransfer.get('text/html')?.asString();
  return html ? { text, html } : { text };
}

/** The text of a single file that was dropped; undefined for other drops, pictures and large files. */
async function fileOf(dataTransfer: vscode.DataTransfer): Promise<Pasted | undefined> {
  for (const [, item] of dataTransfer) {
    const file = item.asFile();
    if (!file || !TEXT_FILE.test(`/${file.name}`)) continue;
    return decode(await file.data());
  }
  const list = await dataTransfer.get('text/uri-list')?.asString();
  const uris = (list ?? '').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  if (uris.length !== 1 || !TEXT_FILE.test(uris[0]!)) return undefined;
  const uri = vscode.Uri.parse(uris[0]!);
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    return size > LARGEST_FILE ? undefined : decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    // A link, or a file of a system that this window cannot read: dropped as it is.
    return undefined;
  }
}

function decode(data: Uint8Array): Pasted | undefined {
  if (data.byteLength > LARGEST_FILE) return undefined;
  const text = new TextDecoder().decode(data);
  return text.includes('\0') ? undefined : { text };
}
