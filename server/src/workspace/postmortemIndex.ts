import type { Checked, Postmortem, WorkspaceFacts } from '../core/index.ts';
import { type PostmortemRecord, recordOf } from './record.ts';
import { SimilarIncidents } from './similarity.ts';

/** All postmortems of a workspace, as records. Knows no files: whoever reads them tells it what changed. */
export class PostmortemIndex {
  readonly #records = new Map<string, PostmortemRecord>();
  readonly #similar = new SimilarIncidents();

  get records(): Iterable<PostmortemRecord> {
    return this.#records.values();
  }

  get size(): number {
    return this.#records.size;
  }

  /** Takes in a checked document; one that is no postmortem is forgotten. Returns whether the index changed. */
  update(uri: string, checked: Checked): boolean {
    if (!checked.postmortem) return this.remove(uri);
    this.add(recordOf(uri, checked.postmortem, checked.findings));
    return true;
  }

  add(record: PostmortemRecord): void {
    this.#records.set(record.uri, record);
    this.#similar.update(record);
  }

  remove(uri: string): boolean {
    this.#similar.remove(uri);
    return this.#records.delete(uri);
  }

  get(uri: string): PostmortemRecord | undefined {
    return this.#records.get(uri);
  }

  /** What the rules may know of the other documents when they check the one at `uri`. */
  factsFor(uri: string): WorkspaceFacts {
    const others = () => [...this.#records.values()].filter((record) => record.uri !== uri);
    return {
      documentsOf: (incidentId) =>
        others()
          .filter((record) => record.incidentId?.toUpperCase() === incidentId.toUpperCase())
          .map((record) => ({ uri: record.uri, title: record.title, span: record.titleSpan })),
      get incidentIds() {
        return others().flatMap((record) => (record.incidentId ? [record.incidentId] : []));
      },
      nextIncidentId: (like) => nextIncidentId(this.#incidentIds(), like),
      similar: (postmortem) => this.#similarTo(uri, postmortem),
    };
  }

  #incidentIds(): string[] {
    return [...this.#records.values()].flatMap((record) => (record.incidentId ? [record.incidentId] : []));
  }

  #similarTo(uri: string, postmortem: Postmortem): ReturnType<WorkspaceFacts['similar']> {
    const record = recordOf(uri, postmortem, []);
    return this.#similar.find(record).map((found) => ({
      uri: found.record.uri,
      incidentId: found.record.incidentId,
      title: found.record.title,
      reason: found.sharedTerms.join(', '),
      score: found.score,
      earlier: (found.record.date ?? '') < (record.date ?? ''),
    }));
  }
}

/** The id after the highest one with the same prefix: "INC-042" after "INC-041", as many digits as the ids have. */
export function nextIncidentId(ids: readonly string[], like = 'INC-000'): string {
  const prefix = like.replace(/\d+$/, '');
  let highest = 0;
  let digits = /\d+$/.exec(like)?.[0].length ?? 3;
  for (const id of ids) {
    if (!id.toUpperCase().startsWith(prefix.toUpperCase())) continue;
    const number = /^\d+$/.exec(id.slice(prefix.length))?.[0];
    if (!number) continue;
    highest = Math.max(highest, Number(number));
    digits = Math.max(digits, number.length);
  }
  return `${prefix}${String(highest + 1).padStart(digits, '0')}`;
}
