import type { Connection } from 'vscode-languageserver';
import {
  builtinTemplates,
  escapeSnippet,
  fileNameOf,
  POLICIES,
  POSTMORTEM_FOLDER,
  rulePageName,
  rules,
  TRIGGER_NAMES,
  type Trigger,
  t,
  templateForSeverity,
  textOf,
  toSnippet,
} from '../../core/index.ts';
import { nextIncidentId } from '../../workspace/index.ts';
import { peopleOf } from '../people.ts';
import { listPeople, listRules, newPostmortem, newPostmortemChoices } from '../protocol.ts';
import type { Services } from '../services.ts';
import { joinUri, parentOf } from '../uris.ts';

const SEVERITIES = ['P0', 'P1', 'P2', 'P3'];

/** Answers what New Postmortem asks for: what it can start with, and the text in the end. */
export function registerNewPostmortem(connection: Connection, services: Services): void {
  const { guard, settings } = services;
  const placeOf = async (folder: string | undefined) => {
    const directory = folder ?? settings.folders[0];
    return { directory, scope: await settings.of(directory ? joinUri(directory, 'new.md') : 'untitled:new.md') };
  };

  connection.onRequest(
    newPostmortemChoices.method,
    guard('newPostmortemChoices', null, async (params: { folder?: string }) => {
      const { directory, scope } = await placeOf(params.folder);
      const templates = templatesOf(scope);
      const severities = [...SEVERITIES, ...scope.settings.severities];
      const proposed = (severity: string) => templateForSeverity(severity, templates, scope.settings.template).id;
      const home = homeOf(directory, services);
      const ids = [...services.index.records].flatMap((record) => record.incidentId ?? []);
      const names = home === undefined ? [] : await services.files.readNames(home);
      return {
        incidentId: nextIncidentId([...ids, ...names.flatMap(idsInFileName)], `${scope.settings.incidentId}-000`),
        severities,
        templates: templates.map(({ id, name, description }) => ({ id, name, description: t(description) })),
        templateFor: Object.fromEntries(severities.map((severity) => [severity, proposed(severity)])),
        triggers: Object.entries(TRIGGER_NAMES).map(([id, name]) => ({ id, name: t(name) })),
        directory: home,
      };
    }),
  );

  connection.onRequest(
    listPeople.method,
    guard('listPeople', [], async (params: { folder?: string }) =>
      peopleOf((await placeOf(params.folder)).scope.root, services),
    ),
  );

  connection.onRequest(
    newPostmortem.method,
    guard('newPostmortem', null, async (params: Parameters<NonNullable<typeof newPostmortem.types>>[0]) => {
      const { scope } = await placeOf(params.folder);
      const templates = templatesOf(scope);
      const template = templates.find(({ id }) => id === params.template) ?? templates[0]!;
      const isDefault = template.id === 'standard' || template.id === scope.settings.template;
      const { trigger, ...known } = params;
      const text = textOf({
        ...known,
        ...(trigger !== undefined && trigger in TRIGGER_NAMES ? { trigger: trigger as Trigger } : {}),
        policy: POLICIES[scope.settings.policy],
        template,
        namesTemplate: !isDefault,
      });
      return { fileName: fileNameOf(params), text, snippet: toSnippet(text) ?? escapeSnippet(text) };
    }),
  );

  connection.onRequest(
    listRules.method,
    guard('listRules', [], () => rules.map(({ id, title }) => ({ id, title: t(title), page: rulePageName(id) }))),
  );
}

function templatesOf(scope: { readonly templates: typeof builtinTemplates }): typeof builtinTemplates {
  return scope.templates.length > 0 ? scope.templates : builtinTemplates;
}

/**
 * Where the document goes: into the folder that was chosen or, for a whole workspace folder, to the postmortems that are there
 * already, else to `postmortems` in it.
 */
function homeOf(directory: string | undefined, { settings, index }: Services): string | undefined {
  if (directory === undefined || !settings.folders.includes(directory)) return directory;
  const counts = new Map<string, number>();
  for (const { uri } of index.records) {
    const home = uri.startsWith(`${directory}/`) ? parentOf(uri) : undefined;
    if (home !== undefined) counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? joinUri(directory, POSTMORTEM_FOLDER);
}

/** `2026-02-10-inc-041-checkout.md` → `INC-041` */
function idsInFileName(name: string): string[] {
  const match = /(?:^|[-_])([a-z]{2,10})-(\d{2,6})(?=[-_.])/i.exec(name.replace(/^\d{4}-\d{2}-\d{2}-?/, '-'));
  return match ? [`${match[1]!.toUpperCase()}-${match[2]}`] : [];
}
