import MiniSearch from 'minisearch';
import type { PostmortemRecord } from './record.ts';

/** Another postmortem with much the same cause. */
export interface SimilarPostmortem {
  readonly record: PostmortemRecord;
  /** 0 to 1: the share of this document's cause, weighted by rarity, that the other one explains; 1 for a copy of itself. */
  readonly score: number;
  /** The words that tell: rare in the workspace, common to both. */
  readonly sharedTerms: readonly string[];
}

/** Words that every postmortem has: they say nothing about the cause. */
const COMMON = new Set(
  (
    'a about after again all also an and any are as at be because been before being both but by can could day did do does due during each ' +
    'few for from further had has have having he her here him his how i if in into is it its just made make more most no nor not now of off ' +
    'on once only or other our out over own same she so some such than that the their them then there these they this those through to too ' +
    'under until up us very was we were what when where which while who whom why will with would you your ' +
    'incident incidents postmortem issue issues problem problems root cause causes caused impact users user customers customer service services ' +
    'system systems team time times minutes hours production outage failure failed fail error errors resolved resolution detected detection alert alerts'
  ).split(' '),
);

/** Cause and contributing factors decide; symptoms and services only help to tell apart what has the same words. */
const BOOST = { cause: 3, factors: 2, services: 1.5, symptoms: 0.5 };

/** Finds postmortems whose incidents have much the same cause, by BM25 over cause, factors, services and symptoms. */
export class SimilarIncidents {
  readonly #search = new MiniSearch<{ id: string; cause: string; factors: string; services: string; symptoms: string }>(
    {
      fields: ['cause', 'factors', 'services', 'symptoms'],
      processTerm: stem,
      searchOptions: { boost: BOOST, combineWith: 'OR' },
    },
  );
  readonly #records = new Map<string, PostmortemRecord>();

  /** Adds the record, or puts it in the place of the older one of its document. */
  update(record: PostmortemRecord): void {
    this.remove(record.uri);
    this.#records.set(record.uri, record);
    this.#search.add(documentOf(record));
  }

  remove(uri: string): void {
    if (!this.#records.delete(uri)) return;
    this.#search.discard(uri);
  }

  /** The most similar other postmortems, best first, those with a score of at least `minimum` (0 to 1). */
  find(record: PostmortemRecord, minimum = 0.3, limit = 3): SimilarPostmortem[] {
    const query = [record.cause, record.factors].join('\n');
    if (query.trim() === '') return [];
    // The document itself sets the scale: its own score is what a perfect match would reach.
    const known = this.#records.has(record.uri);
    if (!known) this.#search.add(documentOf(record));
    const hits = this.#search.search(query);
    if (!known) this.#search.discard(record.uri);
    const own = hits.find((hit) => hit.id === record.uri)?.score ?? 0;
    if (own === 0) return [];
    const found: SimilarPostmortem[] = [];
    for (const hit of hits) {
      const other = this.#records.get(hit.id as string);
      if (!other || other.uri === record.uri) continue;
      const score = Math.min(1, hit.score / own);
      if (score < minimum) break;
      found.push({ record: other, score, sharedTerms: hit.queryTerms.slice(0, 5) });
      if (found.length === limit) break;
    }
    return found;
  }
}

function documentOf(record: PostmortemRecord) {
  return {
    id: record.uri,
    cause: record.cause,
    factors: record.factors,
    services: record.services.join(' '),
    symptoms: record.symptoms,
  };
}

/** A term of the index: lower case, common words left out, plural and verb endings cut so that "evicted" meets "eviction". */
function stem(term: string): string | null {
  const word = term.toLowerCase();
  if (word.length < 3 || COMMON.has(word) || /^\d+$/.test(word)) return null;
  return word.replace(/(?:ations?|ions?|ings?|ers?|ed|es|s)$/, (ending) =>
    word.length - ending.length >= 4 ? '' : ending,
  );
}
