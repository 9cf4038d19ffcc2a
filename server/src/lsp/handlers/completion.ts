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
  ruleHelp,
  rules,
  type SourceText,
  toSnippet,
} from '../../core/index.ts';
import { toRange } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import { peopleOf } from '../people.ts';
import type { Services } from '../services.ts';

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
      return choices.map((choice, index) => toItem(choice, index, source, services));
    }) as Parameters<typeof connection.onCompletion>[0],
  );
  connection.onCompletionResolve((item) => {
    const rule = rules.find(({ id }) => id === (item.data as { rule?: unknown } | undefined)?.rule);
    return rule ? { ...item, documentation: { kind: MarkupKind.Markdown, value: ruleHelp(rule) } } : item;
  });
}

function toItem(choice: CompletionChoice, index: number, source: SourceText, services: Services): CompletionItem {
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
    ...(choice.rule === undefined ? {} : { data: { rule: choice.rule } }),
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
