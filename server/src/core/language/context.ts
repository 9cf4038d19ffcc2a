import type { Settings } from '../config/settings.ts';
import type { People } from '../model/postmortem.ts';
import type { ProseData } from '../parse/prose.ts';

export type Role = 'person' | 'system' | 'team';

/** What the document and the configuration say about names, for the analysis of its sentences. */
export class DocumentContext {
  /** Two contexts with the same key give the same analysis. */
  readonly key: string;
  readonly checkQuotes: boolean;
  readonly #roles = new Map<string, Role>();
  /** The words that the names are made of. */
  readonly #words = new Set<string>();
  readonly #declared: ReadonlySet<string>;
  /** All of them, once they were asked for. */
  #known: readonly string[] | undefined;

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
    for (const name of this.#roles.keys()) for (const word of name.split(/[^\p{L}\p{N}_-]+/u)) this.#words.add(word);
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

  /** Whether a word is, or may be a part of, a name that something is known about. */
  isPartOfName(low: string): boolean {
    return this.#words.has(low);
  }

  isDeclaredSystem(low: string): boolean {
    return this.#declared.has(low);
  }

  /** Whether a text may speak of a name that something is known about. Of any other, all contexts say the same. */
  mayConcern(text: string): boolean {
    this.#known ??= [...this.#words, ...this.#declared].filter((word) => word !== '');
    const low = text.toLowerCase();
    return this.#known.some((word) => low.includes(word) || SPELT_OUT.has(word));
  }
}

/** Words that are read where others are written: "won't", "shan't". */
const SPELT_OUT = new Set(['will', 'shall', 'not']);

/** Contexts of late, by their keys: versions of a document that say the same about names share one. */
const recent = new Map<string, DocumentContext>();
const MOST_RECENT = 32;

/**
 * The context of a document: its people, the configured names, and the systems that it introduces with a person's name. The same
 * object comes back as long as nothing of that changes, so analyses may be kept by it.
 */
export function documentContext(people: People, settings: Settings, prose: Iterable<ProseData>): DocumentContext {
  const declared = new Set<string>();
  for (const data of prose) for (const name of declaredIn(data)) declared.add(name);
  const context = new DocumentContext({
    people: [...people.names, ...settings.people],
    systems: settings.systems,
    teams: settings.teams,
    declaredSystems: declared,
    checkQuotes: settings.checkQuotes,
  });
  const known = recent.get(context.key);
  if (known) return known;
  if (recent.size >= MOST_RECENT) recent.delete(recent.keys().next().value!);
  recent.set(context.key, context);
  return context;
}

const declarations = new WeakMap<ProseData, readonly string[]>();

/** Names, lower case, that a text introduces as systems; kept for the text. */
function declaredIn(data: ProseData): readonly string[] {
  let names = declarations.get(data);
  if (!names) {
    names = MAY_DECLARE.test(data.text)
      ? [...data.text.matchAll(DECLARATION)].map((match) => match[1]!.toLowerCase())
      : NONE;
    declarations.set(data, names);
  }
  return names;
}

const NONE: readonly string[] = [];
/** A quick look before: few texts explain a name. */
const MAY_DECLARE = /(?:,| \(| –) ?(?:our|the|an?) /;

/** "Bob, our build bot", "Hermes (the mail relay)". */
const DECLARATION =
  /\b(\p{Lu}[\p{L}-]{1,30})(?:,| \(| –) ?(?:our|the|an?) (?:[\w-]{1,30} ){0,3}(?:bot|robot|service|server|daemon|job|pipeline|scheduler|relay|gateway|proxy|cluster|tool|script|autoscaler|balancer|system|agent|controller|database|queue|cache|app|application|assistant|crawler|runner|monitor|worker|instance|model)\b/gu;
