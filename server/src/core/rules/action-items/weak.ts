import { t } from '../../l10n.ts';
import { ACTION_HIERARCHY_SOURCES, actionStrength } from '../../model/actionStrength.ts';
import { defineRule } from '../rule.ts';
import { addItem } from './sharedFill.ts';

/** Actions one step stronger than reminding and writing down, by what they do. */
const stronger = () => [
  {
    title: t('Add an action that makes it impossible'),
    text: 'Block [what must not happen] automatically in [pipeline, tool or service]',
  },
  { title: t('Add an action that shows it at once'), text: 'Alert when [metric] crosses [threshold] for [minutes]' },
];

export default defineRule({
  id: 'action-items/weak',
  title: 'Only weak actions',
  severity: 'information',
  exampleSection: 'Action Items',
  docs: {
    why: 'Training, reminders and documents ask people to remember. By the action hierarchy they are the weakest remedies: the system stays as it was.',
    instead: 'Add one action that makes the failure impossible, or at least visible without anyone having to remember.',
    notFlagged:
      'Weak actions beside a stronger one: training and documents are fine in company. What no word grades is not called weak.',
    sources: [...ACTION_HIERARCHY_SOURCES],
  },
  messages: { weak: 'All actions ask people to know or remember ({what}): add one that changes the system' },
  examples: [
    {
      name: 'remind, train, document',
      bad: '## ⟦Action Items⟧\n\n- Remind everyone to check the queue (@alice)\n- Train the on-call rotation (@bob)\n- Document the failover (@carla)',
      fixed:
        '## Action Items\n\n- Remind everyone to check the queue (@alice)\n- Train the on-call rotation (@bob)\n- Document the failover (@carla)\n- Block [what must not happen] automatically in [pipeline, tool or service]',
    },
    {
      name: 'in a table',
      bad: '## ⟦Action Items⟧\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| AI-001 | Be more careful with migrations | @bob |',
      fix: 'Add an action that shows it at once',
      fixed:
        '## Action Items\n\n| ID | Action | Owner |\n| --- | --- | --- |\n| AI-001 | Be more careful with migrations | @bob |\n|  | Alert when [metric] crosses [threshold] for [minutes] |  |',
    },
    {
      name: 'one that changes the system',
      good: '- Train the on-call rotation (@bob)\n- Block untested migrations in CI (@carla)',
    },
    {
      name: 'an alert',
      good: '- Document the failover (@carla)\n- Alert when the queue is older than 5 minutes (@alice)',
    },
  ],
  *check({ postmortem }) {
    const items = postmortem.actionItems.items.filter(
      (item) => !item.placeholder && item.state !== 'cancelled' && item.action.text !== '',
    );
    if (items.length === 0) return;
    const graded = items.map((item) => actionStrength(item.action.text));
    if (!graded.every(({ strength }) => strength === 'weak')) return;
    const section = postmortem.actionItems.groups[0]!.section;
    const root = postmortem.sections.find(({ kind }) => kind === 'action-items') ?? section;
    yield {
      span: root.headingText,
      message: 'weak',
      args: { what: [...new Set(graded.map(({ reason }) => reason.toLowerCase()))].slice(0, 3).join(', ') },
      data: {},
    };
  },
  *fixes(_finding, { postmortem }) {
    const group = postmortem.actionItems.groups.at(-1);
    if (!group) return;
    for (const { title, text } of stronger()) {
      const edit = addItem(group, text, postmortem);
      if (edit) yield { kind: 'template', title, edits: [edit] };
    }
  },
});
