import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import type { PartialSettings } from './validate.ts';

/** Who said what a setting is. What stands later here wins. */
export type SettingsSource = 'default' | 'repository' | 'editor' | 'command line';

/** What one source says. */
export interface SettingsLayer {
  readonly source: SettingsSource;
  readonly settings: PartialSettings;
}

/** Settings in force, and who said so. */
export interface ResolvedSettings {
  readonly settings: Settings;
  /**
   * Sources of each value, the last one having the last word: by setting (`policy`), for `rules` and `sections` by entry
   * (`rules.blame/human-error`). Lists of words that several sources add to have them all.
   */
  readonly sources: ReadonlyMap<string, readonly SettingsSource[]>;
}

/** Settings whose entries are set one by one. */
const MAPS = ['rules', 'sections'] as const;
/** Lists that sources add to; all other lists are replaced. */
const ADDED = ['severities', 'priorities', 'statuses', 'people', 'systems', 'teams', 'domains'] as const;

/** Puts the layers over the defaults, in the order given. */
export function resolveSettings(layers: readonly SettingsLayer[]): ResolvedSettings {
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  const sources = new Map<string, readonly SettingsSource[]>(
    Object.keys(DEFAULT_SETTINGS).map((name) => [name, ['default']]),
  );
  for (const { source, settings: own } of layers) {
    for (const [name, value] of Object.entries(own)) {
      if (value === undefined) continue;
      if (isOneOf(MAPS, name)) {
        settings[name] = { ...(settings[name] as object), ...(value as object) };
        for (const key of Object.keys(value)) sources.set(`${name}.${key}`, [source]);
      } else if (isOneOf(ADDED, name)) {
        const before = settings[name] as readonly string[];
        const added = (value as readonly string[]).filter((word) => !before.includes(word));
        if (added.length === 0) continue;
        settings[name] = [...before, ...added];
        sources.set(name, [...(sources.get(name) ?? []).filter((from) => from !== 'default'), source]);
      } else {
        settings[name] = value;
        sources.set(name, [source]);
      }
    }
  }
  return { settings: settings as Settings, sources };
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name);
}
