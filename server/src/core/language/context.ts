import type { Settings } from '../config/settings.ts';
import type { People } from '../model/postmortem.ts';

export type Role = 'person' | 'system' | 'team';

/** What the document and the configuration say about names, for the analysis of its sentences. */
export class DocumentContext {
  /** Two contexts with the same key give the same analysis. */
  readonly key: string;
  readonly checkQuotes: boolean;
  readonly #roles = new Map<string, Role>();
  readonly #declared: ReadonlySet<string>;

  constructor(options: {
    readonly people?: readonly string[];
    readonly systems?: readonly string[];
    readonly teams?: readonly string[];
    readonly declaredSystems?: ReadonlySet<string>;
    readonly checkQuotes?: boolean;
  }) {
    for (const name of options.people ?? []) {
      const low = name.toLowerCase().replace(/^@/, '').trim();
      if (!low) continue;
      this.#roles.set(low, 'person');
      this.#roles.set(`@${low}`, 'person');
      const first = low.split(/\s+/)[0]!;
      if (first !== low && first.length > 1 && !this.#roles.has(first)) this.#roles.set(first, 'person');
      const last = low.split(/\s+/).at(-1)!;
      if (last !== low && last.length > 2 && !this.#roles.has(last)) this.#roles.set(last, 'person');
    }
    for (const name of options.teams ?? []) this.#roles.set(name.toLowerCase(), 'team');
    for (const name of options.systems ?? []) this.#roles.set(name.toLowerCase(), 'system');
    this.#declared = options.declaredSystems ?? new Set();
    this.checkQuotes = options.checkQuotes ?? false;
    this.key = [
      [...this.#roles]
        .map(([name, role]) => `${name}:${role}`)
        .sort()
        .join(','),
      [...this.#declared].sort().join(','),
      this.checkQuotes,
    ].join('|');
  }

  roleOf(low: string): Role | undefined {
    return this.#roles.get(low);
  }

  isDeclaredSystem(low: string): boolean {
    return this.#declared.has(low);
  }
}

/** The context of a document: its people, the configured names, and the systems that it introduces with a person's name. */
export function documentContext(
  people: People,
  settings: Settings,
  prose: Iterable<{ readonly text: string }>,
): DocumentContext {
  const declared = new Set<string>();
  for (const { text } of prose) {
    for (const match of text.matchAll(DECLARATION)) declared.add(match[1]!.toLowerCase());
  }
  return new DocumentContext({
    people: [...people.names, ...settings.people],
    systems: settings.systems,
    teams: settings.teams,
    declaredSystems: declared,
    checkQuotes: settings.checkQuotes,
  });
}

/** "Bob, our build bot", "Hermes (the mail relay)". */
const DECLARATION =
  /\b(\p{Lu}[\p{L}-]{1,30})(?:,| \(| –) ?(?:our|the|an?) (?:[\w-]{1,30} ){0,3}(?:bot|robot|service|server|daemon|job|pipeline|scheduler|relay|gateway|proxy|cluster|tool|script|autoscaler|balancer|system|agent|controller|database|queue|cache|app|application|assistant|crawler|runner|monitor|worker|instance|model)\b/gu;
