import { t } from '../../l10n.ts';
import { isUnfilled, placeholdersIn } from '../../model/placeholders.ts';
import type { Postmortem, Section } from '../../model/postmortem.ts';
import { nearestKind } from '../../model/sections.ts';
import type { Block } from '../../parse/block.ts';
import { insert } from '../../text/edit.ts';
import { defineRule } from '../rule.ts';

/** A number in digits or words, an amount of time, everything, or nothing. */
const QUANTITY =
  /\d|%|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?|dozens?|half|third|quarter|couple|single|both|all|every|everyone|everybody|each|entire|whole|any|anyone|majority|most|no|none|nobody|nothing|never|not|without|zero|n\/a|unknown|unclear|minimal|negligible|twice|full|fully|total|totally|complete(?:ly)?|partial(?:ly)?|only)\b|n't\b/i;

/** Things told one by one: "checkout, login and search". */
const LIST = /\S,\s+\S|\S\s(?:and|or|&|und|e|y)\s\S|\/\s?\S+\s?\/|`[^`]+`/i;

/** "Services Down: checkout" is a list of one. */
const NAMED =
  /^[^:]{0,40}?\b(?:services?|systems?|components?|regions?|products?|apis?|severity|status|scope|area|clusters?)\b[^:]{0,20}:\s*\S/i;

function unquantified(postmortem: Postmortem): Block[] {
  const found: Block[] = [];
  for (const section of postmortem.sections) {
    if (section.kind !== 'impact' && !(section.kind === undefined && nearestKind(section) === 'impact')) continue;
    for (const block of bulletsOf(section)) if (isVague(block)) found.push(block);
  }
  return found;
}

/** The innermost items of the lists of a section: an item that has a list of its own is told by that. */
function bulletsOf(section: Section): Block[] {
  const bullets: Block[] = [];
  const collect = (list: Block) => {
    for (const item of list.children) {
      const nested = item.children.filter(
        (child) => child.kind === 'list' || child.kind === 'table' || child.kind === 'code',
      );
      const first = item.children[0];
      if (nested.length === 0 && first?.kind === 'paragraph' && item.children.length === 1) bullets.push(first);
    }
  };
  for (const block of section.blocks) if (block.kind === 'list') collect(block);
  return bullets;
}

function isVague(block: Block): boolean {
  const prose = block.data.prose;
  if (!prose || prose.text.length > 1000 || prose.text === '') return false;
  if (placeholdersIn(prose).length > 0 || isUnfilled(prose)) return false;
  // Links to other places hold the numbers there.
  if (/^https?:\S+$/.test(prose.text)) return false;
  return !QUANTITY.test(prose.text) && !LIST.test(prose.text) && !NAMED.test(prose.text) && prose.opaque.length === 0;
}

export default defineRule({
  id: 'impact/unquantified',
  title: 'An impact without a number',
  severity: 'information',
  completeness: true,
  exampleSection: 'Impact',
  docs: {
    why: '"Some users saw errors" fits ten users and ten thousand. The number decides on severity, and later on what prevention may cost.',
    instead:
      'Give a number, a share or a list, if only an estimate: "about 4% of checkouts", "search and login". If nothing was affected, say "none".',
    notFlagged:
      'Numbers in words, durations, "all", "none", "unknown", lists of names, and bullets that only lead into a list of their own.',
    sources: [
      { title: 'Google SRE Book: Example Postmortem', url: 'https://sre.google/sre-book/example-postmortem/' },
      {
        title: 'Atlassian: Incident Postmortem Template',
        url: 'https://www.atlassian.com/incident-management/postmortem/templates',
      },
    ],
  },
  messages: { vague: 'No number, share or list here: say how many, how long or which, or “none”' },
  examples: [
    {
      name: 'some users',
      bad: '- ⟦Some users saw errors at checkout⟧\n- 2 regions affected',
      fixed: '- Some users saw errors at checkout ([how many, how long or which])\n- 2 regions affected',
      severity: 'information',
    },
    { name: 'a label and an adjective', bad: '- **Users Affected:** 120\n- ⟦**Revenue Loss:** significant⟧' },
    {
      name: 'numbers, shares, times',
      good: '- 78% of requests failed\n- Mail waited for two hours\n- About half of the customers in Europe',
    },
    {
      name: 'lists and explicit none',
      good: '- **Services Down:** checkout\n- Login and search were slow\n- **Data Loss:** none\n- No customer complained',
    },
  ],
  *check({ postmortem }) {
    for (const block of unquantified(postmortem)) {
      const text = postmortem.source.text.slice(block.start, block.end);
      yield { span: { start: block.start, end: block.start + text.trimEnd().length }, message: 'vague' };
    }
  },
  *fixes(finding) {
    yield {
      kind: 'template',
      title: t('Add a number to fill in'),
      edits: [insert(finding.span.end, ' ([how many, how long or which])')],
      preferred: true,
    };
  },
});
