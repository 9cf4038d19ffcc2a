import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  type Connection,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import {
  builtinTemplates,
  type CompletionChoice,
  type CompletionFacts,
  completionsAt,
  neighbourHelp,
  ruleHelp,
  rules,
  toSnippet,
} from '../../core/index.ts';
import { toRange } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import { peopleOf } from '../people.ts';
import type { Services } from '../services.ts';
import { neighboursOf } from './hover.ts';

const KINDS: Readonly<Record<CompletionChoice['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Module,
  field: CompletionItemKind.Field,
  value: CompletionItemKind.EnumMember,
  person: CompletionItemKind.Variable,
  date: CompletionItemKind.Value,
  entry: CompletionItemKind.Event,
  incident: CompletionItemKind.Reference,
  rule: CompletionItemKind.Constant,
  keyword: CompletionItemKind.Keyword,
};

/** Answers `textDocument/completion`, and `completionItem/resolve` for what is long. */
export function registerCompletion(connection: Connection, services: Services): void {
  const { documents, guard } = services;
  connection.onCompletion(
    guard('completion', [], async (params: CompletionParams, token): Promise<CompletionItem[]> => {
      const document = await documents.check(params.textDocument.uri, token);
      if (!document?.checked.postmortem) return [];
      const { source } = document.checked.document;
      const choices = completionsAt(
        document.checked,
        source.offsetAt(params.position),
        await factsFor(document, services),
      );
      return choices.map((choice, index) => toItem(choice, index, document, services));
    }) as Parameters<typeof connection.onCompletion>[0],
  );
  connection.onCompletionResolve((item) => {
    const { rule: ruleId, about, uri } = (item.data ?? {}) as ItemData;
    const rule = rules.find(({ id }) => id === ruleId);
    const value = rule
      ? ruleHelp(rule)
      : about && neighbourHelp(about, neighboursOf(uri ?? '', services), services.host.now());
    return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
  });
}

/** What an item is documented from when it is shown. */
interface ItemData {
  readonly rule?: string;
  readonly about?: string;
  readonly uri?: string;
}

function toItem(
  choice: CompletionChoice,
  index: number,
  { uri, checked }: CheckedDocument,
  services: Services,
): CompletionItem {
  const { source } = checked.document;
  const snippet = services.features().snippetCompletions ? toSnippet(choice.text) : undefined;
  return {
    label: choice.label,
    kind: KINDS[choice.kind],
    sortText: String(index).padStart(4, '0'),
    textEdit: { range: toRange(source, choice.replace), newText: snippet ?? choice.text },
    insertTextFormat: snippet === undefined ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
    ...(choice.detail === undefined ? {} : { detail: choice.detail }),
    ...(choice.documentation ? { documentation: { kind: MarkupKind.Markdown, value: choice.documentation } } : {}),
    ...(choice.filter === undefined ? {} : { filterText: choice.filter }),
    ...(choice.rule === undefined ? {} : { data: { rule: choice.rule } satisfies ItemData }),
    ...(choice.about === undefined ? {} : { data: { about: choice.about, uri } satisfies ItemData }),
  };
}

/** What other postmortems of the workspace know. */
async function factsFor({ uri, scope }: CheckedDocument, services: Services): Promise<CompletionFacts> {
  const incidents: { id: string; title: string }[] = [];
  for (const record of services.index.records) {
    if (record.incidentId && record.uri !== uri) incidents.push({ id: record.incidentId, title: record.title });
  }
  const templates = scope.templates.length > 0 ? scope.templates : builtinTemplates;
  return {
    now: services.host.now(),
    people: await peopleOf(scope.root, services),
    incidents: incidents.reverse(),
    templates,
  };
}
