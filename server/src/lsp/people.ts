import type { Services } from './services.ts';
import { joinUri } from './uris.ts';

/** Where code hosts look for the owners of code. */
const OWNERS = ['CODEOWNERS', '.github/CODEOWNERS', '.gitlab/CODEOWNERS', 'docs/CODEOWNERS'];
/** What git wrote down itself, where the client cannot ask it. */
const GIT_NAMES = ['.mailmap', '.git/logs/HEAD'];
/** Names that are programs. */
const BOT = /\[bot\]|\bbot\b|^(?:github|gitlab|dependabot|renovate)\b/i;

/**
 * The people of a repository, each once: those that its postmortems name, the most often named first, then the owners of its code
 * (teams are left out), then the authors of its latest commits and those that git has written down.
 */
export async function peopleOf(root: string | undefined, services: Services): Promise<string[]> {
  const counts = new Map<string, number>();
  for (const { people, actions } of services.index.records)
    for (const name of [...people, ...actions.flatMap(({ owner }) => owner?.replace(/^@/, '') ?? [])])
      counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
  if (root === undefined) return names;
  const known = new Set(names.map((name) => name.toLowerCase()));
  for (const name of await writtenDown(root, services)) {
    if (known.has(name.toLowerCase()) || BOT.test(name)) continue;
    known.add(name.toLowerCase());
    names.push(name);
  }
  return names;
}

/** The names in the files of a repository by its root: they are read again after a while, not with every key. */
const remembered = new WeakMap<Services, Map<string, { readonly at: number; readonly names: Promise<string[]> }>>();
const MINUTE = 60_000;

function writtenDown(root: string, services: Services): Promise<string[]> {
  const roots = remembered.get(services) ?? new Map();
  remembered.set(services, roots);
  const now = services.host.now();
  const known = roots.get(root);
  if (known && now - known.at < MINUTE) return known.names;
  const read = async (paths: readonly string[]) => {
    const texts = paths.map((path) => services.files.readText(joinUri(root, path)).catch(() => undefined));
    return (await Promise.all(texts)).join('\n');
  };
  const sources = [read(OWNERS), services.authorsOf(root), read(GIT_NAMES)] as const;
  const names = Promise.all(sources).then(([owners, authors, git]) => {
    // Asked again, the client may have them.
    if (!authors) roots.delete(root);
    return [...namesOfOwners(owners), ...(authors ?? []), ...namesOfGit(git)];
  });
  roots.set(root, { at: now, names });
  return names;
}

/** `*.ts @ana @org/team bo@example.com` → ana */
function namesOfOwners(text: string): string[] {
  const lines = text.split(/\r?\n/).filter((line) => !line.trimStart().startsWith('#'));
  return lines.flatMap((line) => [...line.matchAll(/\s@([\w.-]+)(?=\s|$)/g)].map((match) => match[1]!));
}

/** `Ana Ruiz <ana@example.com>` at the start of a line or behind two hashes. */
function namesOfGit(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => /^(?:[0-9a-f]{40,64} [0-9a-f]{40,64} )?([^<>\t]{2,60}?) </.exec(line)?.[1] ?? []);
}
