import { slug } from './slug.ts';

/** Where a team keeps its own templates, relative to the folder that has its configuration. */
export const TEMPLATES_FOLDER = '.postmortem/templates';

/**
 * File name of a template: `Payments & Billing` → `payments-billing.md`. Undefined for a name without a letter or digit, and for `auto`,
 * by which the configuration means the closest template.
 */
export function templateFileName(name: string): string | undefined {
  const id = slug(name);
  return id === '' || id === 'auto' ? undefined : `${id}.md`;
}

/** Folders that say what they hold, not whose it is. */
const OF_ANYBODY =
  /^(?:\.|_?(?:post-?mortems?|incidents?|incident-?(?:reports?|reviews?|postmortems?)|docs?|documentation|reports?|reviews?|retro(?:spective)?s?|outages?|content|posts?|blog|wiki|pages?|src|main|master|workspace|home|tmp|\d{1,4}))$/i;

/** The name that a template is given unless a person says otherwise: that of the folder which tells whose documents these are. */
export function proposedTemplateName(path: string): string {
  const folders = path.split(/[/\\]/).slice(0, -1);
  return folders.findLast((folder) => slug(folder) !== '' && !OF_ANYBODY.test(folder)) ?? 'team';
}
