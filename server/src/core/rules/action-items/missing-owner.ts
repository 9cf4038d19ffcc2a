import * as v from 'valibot';
import { t } from '../../l10n.ts';
import type { ActionItem } from '../../model/postmortem.ts';
import { defineRule } from '../rule.ts';
import { fillMissing, missingValues, saysNothing } from './sharedFindings.ts';

interface Options {
  readonly person: boolean;
}

const TEAM =
  /\b(?:team|squad|group|department|guild|tribe|everyone|all|engineering|platform|infra(?:structure)?|ops|sre|devops|security|support)\b/i;

export default defineRule<Options>({
  id: 'action-items/missing-owner',
  title: 'Nobody owns the action item',
  severity: 'warning',
  completeness: true,
  exampleSection: 'Action Items',
  options: v.object({
    person: v.optional(
      v.pipe(v.boolean(), v.description('A team is not enough: report owners that are teams.')),
      false,
    ),
  }),
  docs: {
    why: 'An action item without an owner is nobody’s. In 39 public postmortems of one organisation 128 of 131 items had none.',
    instead: 'Give every item one owner; others can help.',
    notFlagged:
      'Items that are done or cancelled, unfilled template text, and, unless configured, teams as owners. A table or list in which nobody has an owner is one finding.',
    sources: [
      { title: 'Google SRE Workbook: Postmortem Culture', url: 'https://sre.google/workbook/postmortem-culture/' },
      {
        title: 'PagerDuty Postmortem Guide: action items',
        url: 'https://postmortems.pagerduty.com/how_to_write/writing/#action-items',
      },
    ],
  },
  messages: {
    one: 'Nobody owns this action item: name one owner',
    all: 'None of the action items has an owner: name one for each',
    team: '“{owner}” is a team: name one person',
  },
  examples: [
    {
      name: 'one empty cell',
      bad: '| ID | Action | Owner | Due Date |\n| --- | --- | --- | --- |\n| AI-001 | Add an alert for queue depth | @alice | 2026-03-20 |\n| AI-002 | ⟦Block untested migrations in CI⟧ |  | 2026-03-20 |',
      fixed:
        '| ID | Action | Owner | Due Date |\n| --- | --- | --- | --- |\n| AI-001 | Add an alert for queue depth | @alice | 2026-03-20 |\n| AI-002 | Block untested migrations in CI | @[owner] | 2026-03-20 |',
      severity: 'warning',
    },
    {
      name: 'nobody in the table: one finding',
      bad: '| Action | ⟦Owner⟧ |\n| --- | --- |\n| Add an alert for queue depth |  |\n| Block untested migrations in CI | - |',
    },
    {
      name: 'no such column',
      bad: '| ⟦Action⟧ | Due |\n| --- | --- |\n| Add an alert for queue depth | 2026-03-20 |',
      fixed:
        '| Action | Due | Owner |\n| --- | --- | ----- |\n| Add an alert for queue depth | 2026-03-20 | @[owner] |',
    },
    {
      name: 'nobody in the lists: one finding',
      bad: '## ⟦Action Items⟧\n\n### Process\n\n- Rehearse the failover every quarter\n\n### Monitoring\n\n- Add an alert for queue depth',
      fixed:
        '## Action Items\n\n### Process\n\n- Rehearse the failover every quarter - Owner: @[owner]\n\n### Monitoring\n\n- Add an alert for queue depth - Owner: @[owner]',
    },
    {
      name: 'one item of a list',
      bad: '- [ ] Add an alert for queue depth - Owner: @alice\n- [ ] ⟦Block untested migrations in CI⟧',
      fixed:
        '- [ ] Add an alert for queue depth - Owner: @alice\n- [ ] Block untested migrations in CI - Owner: @[owner]',
    },
    {
      name: 'a team, where a person is asked for',
      options: { person: true },
      bad: '| Action | Owner |\n| --- | --- |\n| Add an alert for queue depth | ⟦Platform team⟧ |\n| Block untested migrations in CI | @alice |',
    },
    {
      name: 'owners in every dress',
      good: '- [ ] Add an alert for queue depth (@alice, 2026-03-20)\n- [ ] [Bob] Block untested migrations in CI\n- Remove the shared pool [Carla]\n- @dora: halve the rollout step',
    },
    {
      name: 'a finished item needs none',
      good: '| Action | Owner | Status |\n| --- | --- | --- |\n| Add an alert for queue depth | @alice | ⏳ |\n| Revert the release |  | ✅ |',
    },
    { name: 'a team', good: '| Action | Owner |\n| --- | --- |\n| Add an alert for queue depth | Platform team |' },
  ],
  *check({ postmortem, options, settings }) {
    yield* missingValues(postmortem, 'owner', lacksOwner);
    if (!options.person) return;
    for (const item of postmortem.actionItems.items) {
      const owner = item.owner;
      if (!owner || saysNothing(owner.text) || owner.text.includes('@')) continue;
      if (TEAM.test(owner.text) || settings.teams.some((team) => team.toLowerCase() === owner.text.toLowerCase()))
        yield { span: owner.span, message: 'team', args: { owner: owner.text }, data: { team: true } };
    }
  },
  *fixes(finding, { postmortem }) {
    const data = finding.data as { team?: boolean; item?: number };
    if (data.team) return;
    const edits = (value: string) => fillMissing(finding, postmortem, 'owner', lacksOwner, () => value);
    yield { kind: 'template', title: t('Insert an owner'), edits: edits('@[owner]'), preferred: true };
    if (data.item === undefined) return;
    for (const name of postmortem.people.names.slice(0, 4))
      yield { kind: 'rewrite', title: t('Owner: {0}', name), edits: edits(/^[\w.-]+$/.test(name) ? `@${name}` : name) };
  },
});

function lacksOwner(item: ActionItem): boolean {
  return saysNothing(item.owner?.text);
}
