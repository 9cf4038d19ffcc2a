import type { Checked, Postmortem, WorkspaceFacts } from '../core/index.ts';
import { nextIncidentId } from './incidentIds.ts';
import { type CauseRecord, causeOf, type PostmortemRecord, recordOf } from './record.ts';
import { SAME_CAUSE, SimilarIncidents, type SimilarPostmortem, WORTH_A_LOOK } from './similarity/similarIncidents.ts';

/** A file that could not be taken in. */
export interface BrokenFile {
  readonly uri: string;
  readonly path: string;
  readonly reason: string;
}

type SimilarFacts = ReturnType<WorkspaceFacts['similar']>;

/** All postmortems of a workspace, as records. Knows no files: whoever reads them tells it what changed. */
export class PostmortemIndex {
  readonly #records = new Map<string, PostmortemRecord>();
  readonly #byIncident = new Map<string, Set<string>>();
  readonly #broken = new Map<string, BrokenFile>();
  readonly #similar = new SimilarIncidents();
  #asked: { readonly uri: string; readonly key: string; readonly answer: SimilarFacts } | undefined;

  get records(): Iterable<PostmortemRecord> {
    return this.#records.values();
  }

  get size(): number {
    return this.#records.size;
  }

  /** Files that should be here and could not be read or checked. */
  get broken(): Iterable<BrokenFile> {
    return this.#broken.values();
  }

  /** Takes in a checked document; one that is no postmortem is forgotten. Returns whether the index changed. */
  update(uri: string, checked: Checked): boolean {
    if (!checked.postmortem) return this.remove(uri);
    const { path, settings } = checked.input;
    this.add(recordOf(uri, checked.postmortem, checked.findings, path, settings));
    return true;
  }

  add(record: PostmortemRecord): void {
    this.#forget(record.uri);
    this.#records.set(record.uri, record);
    this.#similar.update(record);
    if (record.incidentId === undefined) return;
    const key = record.incidentId.toUpperCase();
    const uris = this.#byIncident.get(key);
    if (uris) uris.add(record.uri);
    else this.#byIncident.set(key, new Set([record.uri]));
  }

  /** Remembers that a file could not be taken in, and why. What was known of it is forgotten. */
  addBroken(file: BrokenFile): void {
    this.remove(file.uri);
    this.#broken.set(file.uri, file);
  }

  /** Forgets a document. Returns whether it was known. */
  remove(uri: string): boolean {
    const known = this.#forget(uri);
    this.#similar.remove(uri);
    return known;
  }

  get(uri: string): PostmortemRecord | undefined {
    return this.#records.get(uri);
  }

  /** The documents of an incident, by its id in any case. */
  documentsOf(incidentId: string): PostmortemRecord[] {
    return [...(this.#byIncident.get(incidentId.toUpperCase()) ?? [])].map((uri) => this.#records.get(uri)!);
  }

  /** Documents that share their incident id with another one, or name an incident that no document is about. */
  *suspects(): Iterable<PostmortemRecord> {
    for (const record of this.#records.values()) {
      const { incidentId, mentions } = record;
      const isShared = incidentId !== undefined && (this.#byIncident.get(incidentId.toUpperCase())?.size ?? 0) > 1;
      const isLost = mentions.some(
        (mention) => mention.related && !this.#byIncident.has(mention.incidentId.toUpperCase()),
      );
      if (isShared || isLost) yield record;
    }
  }

  /** The next incident id that no document has, in the style of the given one. */
  nextIncidentId(like?: string): string {
    return nextIncidentId(this.#byIncident.keys(), like);
  }

  /** The most similar other postmortems, best first: for the one who writes this one. */
  similarTo(record: CauseRecord, limit = 3): SimilarPostmortem[] {
    return this.#similar.find(record, WORTH_A_LOOK, limit);
  }

  /** The earlier postmortem with the same root cause, the most similar one where there are several; undefined where there is none. */
  repeated(record: PostmortemRecord): PostmortemRecord | undefined {
    const { date } = record;
    if (date === undefined) return undefined;
    return this.#similar
      .find(record, SAME_CAUSE, 10)
      .find(({ record: other }) => other.date !== undefined && other.date < date && isOtherIncident(record, other))
      ?.record;
  }

  /** What the rules may know of the other documents when they check the one at `uri`. */
  factsFor(uri: string): WorkspaceFacts {
    const index = this;
    return {
      documentsOf: (incidentId) =>
        index
          .documentsOf(incidentId)
          .filter((record) => record.uri !== uri)
          .map((record) => ({ uri: record.uri, title: record.title, span: record.titleSpan })),
      get incidentIds() {
        const ids: string[] = [];
        for (const record of index.records) if (record.uri !== uri && record.incidentId) ids.push(record.incidentId);
        return ids;
      },
      nextIncidentId: (like) => index.nextIncidentId(like),
      similar: (postmortem) => this.similarFor(uri, postmortem).filter(({ score }) => score >= SAME_CAUSE),
    };
  }

  /** What is similar to the document at `uri` as it is written, best first; looked up again only when its cause or the index has changed. */
  similarFor(uri: string, postmortem: Postmortem): SimilarFacts {
    const record = causeOf(uri, postmortem);
    const { cause, factors, symptoms, services, date, incidentId } = record;
    const key = JSON.stringify([this.#similar.version, cause, factors, symptoms, services, date, incidentId]);
    if (this.#asked?.uri !== uri || this.#asked.key !== key)
      this.#asked = { uri, key, answer: this.#lookUpSimilar(record) };
    return this.#asked.answer;
  }

  #lookUpSimilar(record: CauseRecord): SimilarFacts {
    return this.similarTo(record)
      .filter(({ record: other }) => isOtherIncident(record, other))
      .map(({ record: other, sharedTerms, score }) => ({
        uri: other.uri,
        incidentId: other.incidentId,
        title: other.title,
        reason: sharedTerms.join(', '),
        score,
        earlier: other.date !== undefined && record.date !== undefined && other.date < record.date,
      }));
  }

  #forget(uri: string): boolean {
    const broken = this.#broken.delete(uri);
    const record = this.#records.get(uri);
    if (!record) return broken;
    this.#records.delete(uri);
    const key = record.incidentId?.toUpperCase();
    const uris = key === undefined ? undefined : this.#byIncident.get(key);
    uris?.delete(uri);
    if (key !== undefined && uris?.size === 0) this.#byIncident.delete(key);
    return true;
  }
}

/** Two documents about one incident do not repeat each other. */
function isOtherIncident(one: CauseRecord, other: CauseRecord): boolean {
  return one.incidentId === undefined || one.incidentId.toUpperCase() !== other.incidentId?.toUpperCase();
}
