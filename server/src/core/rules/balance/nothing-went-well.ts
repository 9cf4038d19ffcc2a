import { t } from '../../l10n.ts';
import { isUnfilled } from '../../model/placeholders.ts';
import type { Postmortem, Section } from '../../model/postmortem.ts';
import { walk } from '../../parse/block.ts';
import { insert } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';
import { contentEnd } from '../structure/sharedInsertion.ts';

/** Whether somebody wrote something below the heading, template text aside. */
function isWritten(section: Section): boolean {
  const own = section.blocks.some((block) =>
    [...walk(block)].some(
      ({ data }) => data.kind === 'code' || (data.prose && data.prose.text !== '' && !isUnfilled(data.prose)),
    ),
  );
  return own || section.children.some(isWritten);
}

function isBlank(section: Section): boolean {
  return (
    section.children.every(isBlank) &&
    section.blocks.every((block) =>
      [...walk(block)].every(({ data }) => !data.prose?.text && data.kind !== 'code' && data.kind !== 'html'),
    )
  );
}

interface Imbalance {
  readonly poorly: Section;
  /** The empty section; undefined where there is none at all. */
  readonly well: Section | undefined;
}

function imbalance(postmortem: Postmortem): Imbalance | undefined {
  const well = postmortem.sections.filter((section) => section.kind === 'went-well');
  const poorly = postmortem.sections.find((section) => section.kind === 'went-poorly' && isWritten(section));
  if (!poorly) return undefined;
  if (well.length === 0) return { poorly, well: undefined };
  return well.every(isBlank) ? { poorly, well: well[0] } : undefined;
}

export default defineRule({
  id: 'balance/nothing-went-well',
  title: 'Only what went poorly is told',
  severity: 'information',
  completeness: true,
  exampleSection: 'What Went Poorly',
  docs: {
    why: 'What limited the damage is worth as much as what caused it: it has to be kept, and next time it must not depend on luck. A list of failures alone reads like a charge.',
    instead: 'Write what worked and why: the alert, the rollback, the runbook, the people who helped.',
    notFlagged: 'A section with anything written in it, and documents that tell neither.',
    sources: [
      { title: 'Google SRE Book: Postmortem Culture', url: 'https://sre.google/sre-book/postmortem-culture/' },
      { title: 'Learning from Incidents: Howie guide', url: 'https://www.jeli.io/howie/welcome' },
    ],
  },
  messages: {
    empty: 'Nothing stands under “{title}”, but something did limit the damage: write what',
    none: '“{title}” has no counterpart: write what went well, too',
  },
  examples: [
    {
      name: 'an empty section',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n**Status:** In Review\n\n## ⟦What Went Well⟧\n\n## What Went Poorly\n\n- No alert on the queue\n',
      fixed:
        '# Postmortem: INC-7 - Mail stuck\n\n**Status:** In Review\n\n## What Went Well\n\n- [what worked, and why it worked]\n\n## What Went Poorly\n\n- No alert on the queue\n',
      severity: 'information',
    },
    {
      name: 'no such section',
      whole: true,
      bad: '# Postmortem: INC-7 - Mail stuck\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## ⟦What went wrong⟧\n\n* No alert on the queue\n',
      fixed:
        '# Postmortem: INC-7 - Mail stuck\n\n## Timeline\n\n- 10:00 UTC - Alert\n\n## What went well\n\n* [what worked, and why it worked]\n\n## What went wrong\n\n* No alert on the queue\n',
    },
    {
      name: 'both',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n## What went well\n\nThe rollback.\n\n## What went wrong\n\n- No alert on the queue\n',
    },
    {
      name: 'neither is written yet',
      whole: true,
      good: '# Postmortem: INC-7 - Mail stuck\n\n## What Went Well\n\n- [thing]\n\n## What Went Poorly\n\n- [thing]\n',
    },
  ],
  *check({ postmortem }) {
    const found = imbalance(postmortem);
    if (!found) return;
    const at = found.well ?? found.poorly;
    yield { span: at.headingText, message: found.well ? 'empty' : 'none', args: { title: at.title } };
  },
  *fixes(_finding, { postmortem }) {
    const found = imbalance(postmortem);
    if (!found) return;
    const { well, poorly } = found;
    const { source } = postmortem;
    const marker =
      poorly.blocks.find((block) => block.kind === 'list' && !block.data.ordered)?.children[0]?.data.marker ?? '-';
    const bullet = `${marker} [what worked, and why it worked]`;
    const gap = source.eol + source.eol;
    if (well) {
      yield {
        kind: 'template',
        title: t('Insert a bullet'),
        edits: [insert(well.children.length > 0 ? contentEnd(well, postmortem) : well.heading.end, gap + bullet)],
        preferred: true,
      };
      return;
    }
    const line = source.text.slice(poorly.heading.start, poorly.heading.end);
    const words = source.text.slice(poorly.headingText.start, poorly.headingText.end);
    const title = /^\P{Lu}*\p{Lu}\p{Ll}+ \p{Lu}/u.test(words) ? 'What Went Well' : 'What went well';
    const setext = /\n[^\S\n]*([-=])\1{2,}\s*$/.exec(line);
    const heading = setext ? `${title}${source.eol}${setext[1]!.repeat(title.length)}` : line.replace(words, title);
    yield {
      kind: 'template',
      title: t('Insert “{0}”', title),
      edits: [insert(poorly.heading.start, heading + gap + bullet + gap)],
      preferred: true,
    };
  },
});
