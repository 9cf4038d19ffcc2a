import type { FactRow, Facts } from '../facts/schema.ts';
import { contains, type Period } from '../period.ts';
import { asOfDay, isOpen, isOverdue } from './metrics.ts';
import { quantile } from './quantile.ts';

/** Median of the documents that have the figure, and how many have it. */
export interface Typical {
  readonly median: number | undefined;
  readonly p90: number | undefined;
  readonly known: number;
  readonly unknown: number;
}

/** What stands beside the five metrics and has no target. */
export interface Companions {
  readonly documents: number;
  readonly incidents: number;
  /** Minutes. */
  readonly timeToDetect: Typical;
  readonly timeToMitigate: Typical;
  readonly timeToRecover: Typical;
  /** Action items of the period's incidents, as of today. */
  readonly actions: { readonly all: number; readonly open: number; readonly overdue: number };
  readonly strength: {
    readonly strong: number;
    readonly intermediate: number;
    readonly weak: number;
    readonly unknown: number;
  };
  /** Blame findings a document; undefined without documents. */
  readonly blamePerDocument: number | undefined;
}

export function companionsOf(facts: Facts, period: Period): Companions {
  const documents = facts.postmortems.filter((document) => contains(period, document.day ?? undefined));
  const actions = facts.action_items.filter((action) => contains(period, action.incident_day ?? undefined));
  const asOf = asOfDay(facts);
  const withStrength = (strength: string | null) => actions.filter((action) => action.strength === strength).length;
  const blame = documents.reduce((sum, document) => sum + (document.blame_findings ?? 0), 0);
  return {
    documents: documents.length,
    incidents: facts.incidents.filter((incident) => contains(period, incident.day ?? undefined)).length,
    timeToDetect: typical(documents, 'minutes_to_detect'),
    timeToMitigate: typical(documents, 'minutes_to_mitigate'),
    timeToRecover: typical(documents, 'minutes_to_recover'),
    actions: {
      all: actions.length,
      open: actions.filter(isOpen).length,
      overdue: actions.filter((action) => isOverdue(action, asOf)).length,
    },
    strength: {
      strong: withStrength('strong'),
      intermediate: withStrength('intermediate'),
      weak: withStrength('weak'),
      unknown: withStrength(null),
    },
    blamePerDocument: documents.length === 0 ? undefined : blame / documents.length,
  };
}

function typical(
  documents: readonly FactRow<'postmortems'>[],
  column: 'minutes_to_detect' | 'minutes_to_mitigate' | 'minutes_to_recover',
): Typical {
  const values = documents.map((document) => document[column]).filter((value) => value !== null);
  return {
    median: quantile(values, 0.5),
    p90: quantile(values, 0.9),
    known: values.length,
    unknown: documents.length - values.length,
  };
}
