import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Connection,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  addConfigWord,
  type Finding,
  type Fix,
  fixesFor,
  isKnownPerson,
  nameToRole,
  overlaps,
  rules,
  SourceText,
  type Span,
  safeEdits,
  suppressionsFor,
  t,
  type WordList,
} from '../../core/index.ts';
import { isRule, keyOf, placeOf, toCodeAction, toDiagnostic, toFileEdit, toSpan, toWorkspaceEdit } from '../convert.ts';
import type { CheckedDocument } from '../documents.ts';
import { cancelled, outdated, reasonOf, refused } from '../guard.ts';
import { type ChangeName, Command } from '../protocol.ts';
import type { Services } from '../services.ts';
import { configFileOf } from '../settings.ts';
import { changeTitles, documentChangeEdits } from './documentChange.ts';

/** All safe fixes of a document; `source.fixAll` asks for it by prefix. */
const FIX_ALL: CodeActionKind = `${CodeActionKind.SourceFixAll}.postmortem`;
const CHANGE: CodeActionKind = 'source.postmortem';

export const codeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL, CHANGE];

/** Fixes of one finding that are shown; the first are the best. */
const MOST_FIXES = 4;

/** Entries for one finding: more would have to be read before one is chosen. */
const MOST_OFFERS = 6;

/**
 * What stays where not all has room, the lowest first. The page of a rule is linked from the finding as well, a third rewrite is the
 * least of three, and what silences a section can be moved there from its line.
 */
const KEEP = {
  'first-rewrite': 0,
  line: 1,
  safe: 1,
  'second-rewrite': 2,
  'fix-kind': 2,
  role: 3,
  template: 3,
  treat: 4,
  file: 5,
  rule: 6,
  section: 7,
  'third-rewrite': 8,
} as const;

/** What the edit of an action is made from when it is chosen. Small, and all of it is looked up again. */
type ActionData = { readonly uri: string; readonly version: number } & (
  | { readonly action: 'fix' | 'suppress'; readonly ruleId: string; readonly key: string; readonly index: number }
  | { readonly action: 'role'; readonly ruleId: string; readonly key: string }
  | { readonly action: 'fix-kind'; readonly ruleId: string }
  | { readonly action: 'treat'; readonly list: WordList; readonly word: string }
  | { readonly action: 'change'; readonly change: ChangeName }
);

interface Offer {
  readonly title: string;
  readonly kind: CodeActionKind;
  readonly data?: ActionData;
  readonly preferred?: boolean;
  readonly diagnostic?: Diagnostic;
  readonly command?: { readonly title: string; readonly command: string; readonly arguments: unknown[] };
}

/** Answers `textDocument/codeAction` and, when one is chosen, `codeAction/resolve`. */
export function registerCodeActions(connection: Connection, services: Services): void {
  const { documents, guard } = services;

  connection.onCodeAction(
    guard('codeAction', [], async (params: CodeActionParams, token) => {
      if (!services.features().codeActionLiterals) return [];
      const document = await documents.check(params.textDocument.uri, token);
      if (!document?.checked.postmortem) return [];
      const offersOf = (finding: Finding): readonly Offer[] => {
        try {
          return offersFor(finding, document, services);
        } catch (error) {
          connection.console.error(
            `The fixes of ${finding.ruleId} failed; those of the other rules are offered. ${reasonOf(error)}`,
          );
          return [];
        }
      };
      const offers = [...sourceOffers(document, params.context.only), ...quickOffers(document, params, offersOf)];
      if (token.isCancellationRequested) throw cancelled();
      return Promise.all(offers.map((offer) => toAction(offer, services)));
    }),
  );

  connection.onCodeActionResolve(
    guard('codeAction/resolve', undefined as unknown as CodeAction, async (action: CodeAction) => {
      const data = action.data as ActionData | undefined;
      if (!data) return action;
      const edit = await editFor(data, services);
      return edit ? { ...action, edit } : outdated();
    }) as (action: CodeAction) => Promise<CodeAction>,
  );
}

/** Whether an action of this kind was asked for: kinds are asked for by prefix, and without a wish everything is meant. */
function wants(only: readonly CodeActionKind[] | undefined, kind: CodeActionKind): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** Actions on the whole document; only shown where a client asks for source actions. */
function sourceOffers(document: CheckedDocument, only: readonly CodeActionKind[] | undefined): Offer[] {
  if (!only) return [];
  const at = { uri: document.uri, version: document.version };
  const offers: Offer[] = [];
  if (wants(only, FIX_ALL) && safeEdits(document.checked).length > 0)
    offers.push({
      title: t('Apply all safe fixes of Blameless Postmortem'),
      kind: FIX_ALL,
      data: { ...at, action: 'change', change: 'fix-all' },
    });
  if (wants(only, CHANGE))
    for (const [change, title] of changeTitles())
      offers.push({ title, kind: CHANGE, data: { ...at, action: 'change', change } });
  return offers;
}

function quickOffers(
  document: CheckedDocument,
  params: CodeActionParams,
  offersOf: (finding: Finding) => readonly Offer[],
): Offer[] {
  const { only, diagnostics } = params.context;
  const { source } = document.checked.document;
  const range = toSpan(source, params.range);
  const offers: Offer[] = [];
  if (wants(only, CodeActionKind.QuickFix)) {
    const here = document.checked.findings.filter((finding) => overlaps(finding.span, range));
    const asked = here.filter((finding) => diagnostics.some((diagnostic) => isOf(diagnostic, finding, source)));
    for (const finding of asked.length > 0 ? asked : here) offers.push(...offersOf(finding));
  }
  if (wants(only, CodeActionKind.Refactor)) offers.push(...wordOffers(document, range, params));
  return offers;
}

/** What a selected name is, for the configuration; only where someone asked for actions, not with every selection. */
function wordOffers(document: CheckedDocument, range: Span, { context }: CodeActionParams): Offer[] {
  const { source } = document.checked.document;
  const word = source.text.slice(range.start, range.end).trim();
  const asked = context.triggerKind !== CodeActionTriggerKind.Automatic;
  const isFinding = document.checked.findings.some(({ span }) => span.start === range.start && span.end === range.end);
  if (!asked || isFinding || !isName(word) || configFileOf(document.scope) === undefined) return [];
  const at = { uri: document.uri, version: document.version };
  return WORD_LISTS.map((list) => ({
    title: list === 'systems' ? t('Treat “{0}” as a system', word) : t('Treat “{0}” as a person', word),
    kind: CodeActionKind.Refactor,
    data: { ...at, action: 'treat', list, word },
  }));
}

const WORD_LISTS = ['systems', 'people'] as const;

/** Whether a diagnostic tells a finding: editors move diagnostics along with the text, so its place is that of this version. */
function isOf({ code, range }: Diagnostic, { ruleId, span }: Finding, source: SourceText): boolean {
  if (code !== ruleId) return false;
  const { start, end } = toSpan(source, range);
  return start === span.start && end === span.end;
}

/** A selection of one to three words that could be a name. */
function isName(text: string): boolean {
  return (
    text.length > 1 &&
    text.length <= 40 &&
    /\p{L}/u.test(text) &&
    /^[\p{L}\p{N}@_.-]+(?: [\p{L}\p{N}@_.-]+){0,2}$/u.test(text)
  );
}

/** What can be done about one finding: rewrites, the role for a name, other fixes, all of its kind, silence, the word list, the rule. */
function offersFor(finding: Finding, document: CheckedDocument, services: Services): Offer[] {
  const { checked } = document;
  const features = services.features();
  const { ruleId } = finding;
  const at = { uri: document.uri, version: document.version, ruleId, key: keyOf(finding) };
  const diagnostic = toDiagnostic(finding, placeOf(document), features);
  const kind = CodeActionKind.QuickFix;
  const found: { readonly keep: number; readonly offer: Offer }[] = [];
  const add = (keep: keyof typeof KEEP, offer: Omit<Offer, 'kind' | 'diagnostic'>): unknown =>
    found.push({ keep: KEEP[keep], offer: { kind, diagnostic, ...offer } });

  const fixes = orderedFixes(fixesFor(checked, finding)).slice(0, MOST_FIXES);
  const safe = fixes.filter(({ fix }) => fix.kind === 'safe');
  const named = nameToRole(checked, finding);
  let rewrites = 0;
  const addRole = (): void => {
    if (named)
      add('role', {
        title: t('Write “{0}” instead of “{1}”', named.role, named.name),
        data: { ...at, action: 'role' },
      });
  };
  const asked = fixes.findIndex(({ fix }) => fix.kind === 'template');
  for (const [place, { fix, index }] of fixes.entries()) {
    if (place === asked) addRole();
    add(fix.kind === 'rewrite' ? REWRITES[rewrites++]! : fix.kind, {
      title: fix.title,
      // A rewrite is chosen by a person, never by a key that takes the first one.
      preferred: fix.kind !== 'rewrite' && (fix.preferred === true || (fix.kind === 'safe' && safe.length === 1)),
      data: { ...at, action: 'fix', index },
    });
  }
  if (asked < 0) addRole();
  const title = t(rules.find((rule) => rule.id === ruleId)?.title ?? ruleId);
  if (safe.length > 0 && checked.findings.filter((other) => other.ruleId === ruleId).length > 1)
    add('fix-kind', {
      title: t('Fix all: {0}', title),
      data: { uri: document.uri, version: document.version, action: 'fix-kind', ruleId },
    });
  if (isRule(ruleId)) {
    for (const [index, { title, scope }] of suppressionsFor(checked, finding).entries())
      add(scope, { title, data: { ...at, action: 'suppress', index } });
    const agent = agentOf(finding);
    if (agent !== undefined && !isKnownPerson(checked, agent) && configFileOf(document.scope) !== undefined)
      add('treat', {
        title: t('Treat “{0}” as a system', agent),
        data: { uri: document.uri, version: document.version, action: 'treat', list: 'systems', word: agent },
      });
    if (features.commands) {
      const command = { title: t('Show rule {0}', ruleId), command: Command.showRule, arguments: [ruleId] };
      add('rule', { title: command.title, command });
    }
  }
  const kept = new Set([...found].sort((a, b) => a.keep - b.keep).slice(0, MOST_OFFERS));
  return found.filter((one) => kept.has(one)).map(({ offer }) => offer);
}

const REWRITES = ['first-rewrite', 'second-rewrite', 'third-rewrite', 'third-rewrite'] as const;

const ORDER: Readonly<Record<Fix['kind'], number>> = { rewrite: 0, safe: 1, template: 2 };

/** Rewrites first, each with its place among the rule's fixes. */
function orderedFixes(fixes: readonly Fix[]): { readonly fix: Fix; readonly index: number }[] {
  return fixes.map((fix, index) => ({ fix, index })).sort((a, b) => ORDER[a.fix.kind] - ORDER[b.fix.kind]);
}

/** Words that stand for a person and are no name of one. */
const NO_NAME =
  /^(?:the|an?|our|my|your|his|her|their|this|that|these|those|we|i|you|he|she|they|it|who|one|some\w*|any\w*|no\w*|every\w*)\b/i;

/** The name that a finding takes for a person, where its rule says so and it is a name: "the engineer" is none. */
function agentOf(finding: Finding): string | undefined {
  const agent = (finding.data as { agent?: unknown } | undefined)?.agent;
  if (typeof agent !== 'string' || !isName(agent) || NO_NAME.test(agent)) return undefined;
  return agent.split(' ').every((word) => /^[@\p{Lu}]/u.test(word)) ? agent : undefined;
}

async function toAction(offer: Offer, services: Services): Promise<CodeAction> {
  const { title, kind, data, ...more } = offer;
  if (!data) return toCodeAction(title, kind, more);
  if (services.features().resolvesCodeActions) return toCodeAction(title, kind, { ...more, data });
  const edit = await editFor(data, services);
  return toCodeAction(title, kind, { ...more, ...(edit ? { edit } : {}) });
}

/** The edit of an action, undefined where the document is no longer the one that the action was offered for. */
async function editFor(data: ActionData, services: Services): Promise<WorkspaceEdit | undefined> {
  const document = await services.documents.check(data.uri);
  if (!document || document.version !== data.version) return undefined;
  const { checked } = document;
  const features = services.features();
  const edit = (edits: Fix['edits'] | undefined) => edits && toWorkspaceEdit(document, edits, features);
  // What fixes many places, perhaps on saving, leaves the cursor where it is.
  const unattended = (edits: Fix['edits'] | undefined) =>
    edits && toWorkspaceEdit(document, edits, { ...features, snippetEdits: false });
  const finding = () =>
    'key' in data
      ? checked.findings.find((other) => other.ruleId === data.ruleId && keyOf(other) === data.key)
      : undefined;
  switch (data.action) {
    case 'fix': {
      const found = finding();
      return edit(found && fixesFor(checked, found)[data.index]?.edits);
    }
    case 'suppress': {
      const found = finding();
      return edit(found && suppressionsFor(checked, found)[data.index]?.edits);
    }
    case 'role': {
      const found = finding();
      return edit(found && nameToRole(checked, found)?.edits);
    }
    case 'fix-kind':
      return unattended(safeEdits(checked, (other) => other.ruleId === data.ruleId));
    case 'change': {
      const { edits, nothing } = documentChangeEdits(document, data.change, services.host.now());
      if (!edits && nothing !== undefined) throw refused(nothing);
      return data.change === 'fix-all' ? unattended(edits) : edit(edits);
    }
    case 'treat':
      return treat(document, data.list, data.word, services);
  }
}

/** The edit that puts a word into the configuration of the document's repository. */
async function treat(
  document: CheckedDocument,
  list: WordList,
  word: string,
  { files, features }: Services,
): Promise<WorkspaceEdit | undefined> {
  const uri = configFileOf(document.scope);
  if (uri === undefined) return undefined;
  const text = await files.readEdited(uri);
  if (text === undefined && !features().createsFiles) throw new Error(t('There is no {0} to write to', uri));
  const after = await addConfigWord(text ?? '', uri.endsWith('.json') ? 'json' : 'yaml', list, word.replace(/^@/, ''));
  const before = text === undefined ? undefined : { source: new SourceText(text), version: null };
  return toFileEdit(uri, before, after, features());
}
