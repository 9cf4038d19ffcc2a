import type { SectionKind } from '../model/postmortem.ts';
import type { Finding } from '../rules/rule.ts';
import { overlapsAny } from '../text/span.ts';

interface Precedence {
  readonly winner: string;
  readonly losers: readonly string[];
  /**
   * Where the losers are left out: `place` where they overlap the winner's finding, `document` wherever they stand, or wherever they
   * stand if the winner's finding is about a section of one of these kinds.
   */
  readonly where: 'place' | 'document' | readonly SectionKind[];
}

/** One finding for one problem, the more specific wins (RULES, "Decisions where rules meet"). */
const PRECEDENCE: readonly Precedence[] = [
  { winner: 'structure/missing-section', losers: ['action-items/none'], where: ['action-items'] },
  { winner: 'structure/missing-section', losers: ['five-whys/missing'], where: ['five-whys', 'root-cause'] },
  { winner: 'structure/missing-section', losers: ['balance/nothing-went-well'], where: ['went-well'] },
  { winner: 'structure/empty-section', losers: ['action-items/none'], where: ['action-items'] },
  { winner: 'structure/empty-section', losers: ['balance/nothing-went-well'], where: ['went-well'] },
  { winner: 'structure/empty-section', losers: ['five-whys/missing'], where: ['five-whys', 'root-cause'] },
  { winner: 'structure/empty-section', losers: ['impact/missing-measure'], where: ['impact'] },
  {
    winner: 'structure/placeholder',
    losers: [
      'metadata/invalid-date',
      'metadata/invalid-severity',
      'metadata/missing-participant',
      'impact/unquantified',
      'timeline/no-time',
      'timeline/invalid-time',
      'five-whys/empty-answer',
      'action-items/invalid-date',
      'action-items/missing-owner',
      'action-items/missing-due-date',
      'action-items/missing-priority',
      'action-items/missing-id',
      'action-items/vague',
    ],
    where: 'place',
  },
  { winner: 'action-items/invalid-date', losers: ['action-items/overdue'], where: 'place' },
  { winner: 'metadata/duration-mismatch', losers: ['facts/stated-vs-derived'], where: 'place' },
  { winner: 'metadata/invalid-date', losers: ['facts/stated-vs-derived'], where: 'document' },
];

/** Leaves out findings that a more specific one already tells. */
export function keepMostSpecific(findings: readonly Finding[]): Finding[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const same = byRule.get(finding.ruleId);
    if (same) same.push(finding);
    else byRule.set(finding.ruleId, [finding]);
  }
  const told = new Set<Finding>();
  for (const { winner, losers, where } of PRECEDENCE) {
    const winning = byRule.get(winner);
    if (!winning) continue;
    const lost = losers.flatMap((loser) => byRule.get(loser) ?? []);
    if (lost.length === 0) continue;
    if (where === 'place') for (const finding of touched(lost, winning)) told.add(finding);
    else if (where === 'document' || winning.some((finding) => kindsOf(finding).some((kind) => where.includes(kind))))
      for (const finding of lost) told.add(finding);
  }
  return findings.filter((finding) => !told.has(finding));
}

/** The section kinds that a finding about sections carries in its data. */
function kindsOf(finding: Finding): readonly SectionKind[] {
  return (finding.data as { kinds?: readonly SectionKind[] } | undefined)?.kinds ?? [];
}

/** Those of `findings` that overlap one of `places`. Places of one rule do not overlap each other. */
function touched(findings: readonly Finding[], places: readonly Finding[]): Finding[] {
  const spans = places.map((place) => place.span).sort((a, b) => a.start - b.start);
  return findings.filter((finding) => overlapsAny(finding.span, spans));
}
