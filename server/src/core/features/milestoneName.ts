import { t } from '../l10n.ts';
import type { Milestone } from '../model/postmortem.ts';

/** What a milestone of the timeline is called. */
export function milestoneName(milestone: Milestone): string {
  const names: Readonly<Record<Milestone, string>> = {
    start: t('start'),
    detection: t('detection'),
    assignment: t('assignment'),
    hypothesis: t('hypothesis'),
    'fix-attempt': t('fix attempt'),
    mitigation: t('mitigation'),
    verification: t('verification'),
    monitoring: t('monitoring'),
    resolution: t('resolution'),
  };
  return names[milestone];
}
