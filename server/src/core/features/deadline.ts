import { DEFAULT_SETTINGS } from '../config/settings.ts';
import type { Checked } from '../engine/check.ts';
import { incidentEnd } from '../model/incidentEnd.ts';
import { completeDeadline, dueBy, POLICIES } from '../model/policy.ts';

/** Minutes that are left to complete an unfinished postmortem by its policy, negative once it is late; undefined where nothing is due. */
export function minutesToComplete({ postmortem, input }: Checked): number | undefined {
  if (!postmortem?.date || postmortem.lifecycle === 'final' || input.now === undefined) return undefined;
  if (postmortem.fields.some((field) => field.kind === 'completed-date' && /\d{4}/.test(field.value.text)))
    return undefined;
  const policy = POLICIES[(input.settings ?? DEFAULT_SETTINGS).policy];
  const deadline = completeDeadline(policy, postmortem.severity?.normalized);
  const from = incidentEnd(postmortem);
  if (!deadline || from === undefined) return undefined;
  return dueBy(deadline, from) - input.now / 60_000;
}
