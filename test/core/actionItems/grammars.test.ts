import assert from 'node:assert/strict';
import test from 'node:test';
import type { ActionItem } from '../../../server/src/core/index.ts';
import { actionStrength } from '../../../server/src/core/model/actionStrength.ts';
import { read } from '../model/read.ts';

function itemsOf(body: string): readonly ActionItem[] {
  return read(`# Postmortem: INC-1 - Example\n\n${/^#/m.test(body) ? '' : '## Action Items\n\n'}${body}\n`).actionItems
    .items;
}

function shown(item: ActionItem | undefined): Record<string, string | undefined> {
  assert.ok(item);
  const { action, owner, due, priority, id, ticket, status } = item;
  const all = { action, owner, due, priority, id, ticket, status };
  return Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value ? [[key, value.text]] : [])));
}

test('list items in every dress', () => {
  const cases: Readonly<Record<string, Record<string, string>>> = {
    '- [ ] Add an alert - Owner: Ana - Due: 2026-03-05': { action: 'Add an alert', owner: 'Ana', due: '2026-03-05' },
    '- [ ] Add an alert @Ewa Kos @November 13, 2026': {
      action: 'Add an alert @Ewa Kos',
      owner: '@Ewa Kos',
      due: 'November 13, 2026',
    },
    '- Bug 1867 - [Rick] Add an alert': { action: 'Add an alert', owner: 'Rick', ticket: 'Bug 1867' },
    '- T334461 - Add an alert': { action: 'Add an alert', ticket: 'T334461' },
    '- [ ] **[P1]** Add an alert _(ana)_ - Due: 5 March': {
      action: 'Add an alert _(ana)_'.replace(/_/g, ''),
      priority: 'P1',
      due: '5 March',
    },
    '- [ ] [Ana] — Add an alert': { action: 'Add an alert', owner: 'Ana' },
    '- Add an alert [Rick]': { action: 'Add an alert', owner: 'Rick' },
    '- Add an alert (@ana, 2026-03-05)': { action: 'Add an alert', owner: '@ana', due: '2026-03-05' },
    '- Add an alert (Ana Ruiz, in 2 weeks)': { action: 'Add an alert', owner: 'Ana Ruiz', due: 'in 2 weeks' },
    '- @ana: add an alert': { action: 'add an alert', owner: '@ana' },
    '- @ana will add an alert': { action: 'add an alert', owner: '@ana' },
    '- AI-003: Add an alert': { action: 'Add an alert', id: 'AI-003' },
    '- Add an alert (OPS-12)': { action: 'Add an alert', ticket: 'OPS-12' },
    '- Add an alert (DONE)': { action: 'Add an alert', status: 'DONE' },
    '- [x] Add an alert (owner: Ana Ruiz, due 2026-03-05)': {
      action: 'Add an alert',
      owner: 'Ana Ruiz',
      due: '2026-03-05',
    },
    '- [ ] [SEV-2][20260309] Add an alert - MSG-812 - Mai Tran - due 2026-03-27': {
      action: 'Add an alert',
      ticket: 'MSG-812',
      owner: 'Mai Tran',
      due: '2026-03-27',
    },
    '1. Add an alert - Owner: T. Alvarez - Due: 06/30/2026': {
      action: 'Add an alert',
      owner: 'T. Alvarez',
      due: '06/30/2026',
    },
    '- [ ] @tolu: add an alert (#4411), before 2026-03-05': {
      action: 'add an alert',
      owner: '@tolu',
      due: '2026-03-05',
      ticket: '#4411',
    },
    '- P2 - Add an alert': { action: 'Add an alert', priority: 'P2' },
  };
  for (const [line, expected] of Object.entries(cases)) assert.deepEqual(shown(itemsOf(line)[0]), expected, line);
});

test('names in brackets are owners where every line ends with one', () => {
  const owners = (text: string) => itemsOf(text).map(({ owner, action }) => [action.text, owner?.text]);
  assert.deepEqual(owners('- Renew the certificate (Ana)\n- Do not retry TLS errors (Sam, Quinn)'), [
    ['Renew the certificate', 'Ana'],
    ['Do not retry TLS errors', 'Sam, Quinn'],
  ]);
  assert.deepEqual(owners('- Renew the certificate (Vault)\n- Do not retry TLS errors'), [
    ['Renew the certificate (Vault)', undefined],
    ['Do not retry TLS errors', undefined],
  ]);
});

test('names behind an arrow or in brackets in front are owners where every line has one', () => {
  const owners = (text: string) => itemsOf(text).map(({ owner, action }) => [action.text, owner?.text]);
  assert.deepEqual(
    owners('- Renew the certificate -> jp\n- Do not retry TLS errors → Ana Ruiz\n- [kats] Raise the limit'),
    [
      ['Renew the certificate', 'jp'],
      ['Do not retry TLS errors', 'Ana Ruiz'],
      ['Raise the limit', 'kats'],
    ],
  );
  assert.deepEqual(owners('- Move the job from cron -> systemd\n- Do not retry TLS errors'), [
    ['Move the job from cron -> systemd', undefined],
    ['Do not retry TLS errors', undefined],
  ]);
  assert.deepEqual(owners('- [api] Raise the limit\n- [database] Add an index'), [
    ['[api] Raise the limit', undefined],
    ['[database] Add an index', undefined],
  ]);
});

test('lines that begin with a ticket or a number are items', () => {
  const text =
    '# Postmortem\n\n## Follow-ups\n\nMAIL-81 Alert when the queue *doubles*  \nMAIL-82 Second consumer (Ana, 1 November 2026)\n';
  const { items } = read(text).actionItems;
  assert.deepEqual(
    items.map(({ ticket, owner, due, span }) => [
      ticket?.text,
      owner?.text,
      due?.text,
      text.slice(span.start, span.end),
    ]),
    [
      ['MAIL-81', undefined, undefined, 'MAIL-81 Alert when the queue *doubles'],
      ['MAIL-82', 'Ana', '1 November 2026', 'MAIL-82 Second consumer (Ana, 1 November 2026)'],
    ],
  );
  const numbered = itemsOf(
    'R1. The office enters its dates. (Study office, 1 November 2026)\nR2. The supplier caches the catalogue.',
  );
  assert.deepEqual(
    numbered.map(({ owner }) => owner?.text),
    ['Study office', undefined],
  );
  assert.equal(itemsOf('We will add a second consumer\nand an alert.').length, 1);
});

test('boxes to tick are action items under any name, where no section is called so', () => {
  const fixes = '## Fixes\n\n- [x] Second consumer (Ana)\n- [ ] Alert (Sam)\n';
  assert.equal(itemsOf(fixes).length, 2);
  assert.equal(itemsOf(`${fixes}\n## Action Items\n\n- Block untested migrations\n`).length, 1);
});

test('who stands beside when', () => {
  const items = itemsOf(
    '- Audit of all racks (datacenter team, until end of February 2026)\n- Check the cabling (datacenter team, done)\n- Hourly reconciliation — Finance (Dinesh) — 2026-10-15',
  );
  assert.deepEqual(
    items.map(({ owner, due, state }) => [owner?.text, due?.text, state]),
    [
      ['datacenter team', 'until end of February 2026', 'open'],
      ['datacenter team', undefined, 'done'],
      ['Finance (Dinesh)', '2026-10-15', 'open'],
    ],
  );
});

test('two owners, and a time from which', () => {
  const [item] = itemsOf('- Test the start-up after patching (Gábor / Éva, from April)');
  assert.deepEqual([item!.owner?.text, item!.due?.text], ['Gábor', 'from April']);
});

test('the date column of a table may be called Fix by', () => {
  const [item] = itemsOf('| Summary | Assignee | Fix by |\n| --- | --- | --- |\n| Add an alert | Ana | 2026-06-15 |');
  assert.equal(item!.due?.text, '2026-06-15');
});

test('a team or a desk between dashes, beside when or how far', () => {
  const items = itemsOf(
    '- Install the key file – NOC – done 11/05/2026\n- Licences in monitoring – Tools team – 30/06/2026',
  );
  assert.deepEqual(
    items.map(({ owner, state, action }) => [action.text, owner?.text, state]),
    [
      ['Install the key file', 'NOC', 'done'],
      ['Licences in monitoring', 'Tools team', 'open'],
    ],
  );
});

test('a date in the column Done says that it is', () => {
  const [item] = itemsOf(
    '| Action | Responsible | Planned | Done |\n| --- | --- | --- | --- |\n| Add an alert | Ana | 2026-06-15 | 2026-06-14 |',
  );
  assert.deepEqual([item!.due?.text, item!.state], ['2026-06-15', 'done']);
});

test('what is told as deployed is done, a staged rollout is to come', () => {
  const items = itemsOf(
    '- Introduce a limit of prefixes. It would have cut one site only. Deployed on Monday, July 20.\n- Staged rollout of policies',
  );
  assert.deepEqual(
    items.map(({ state }) => state),
    ['done', 'open'],
  );
});

test('a status behind the ticket, and none where there is no ticket', () => {
  const items = itemsOf(
    '| Action Item | Owner | Bug |\n| --- | --- | --- |\n| Add an alert | ana | Bug 55 **TODO** |\n| Update the playbook | sam | n/a **DONE** |',
  );
  assert.deepEqual(
    items.map(({ ticket, state }) => [ticket?.text, state]),
    [
      ['Bug 55', 'open'],
      [undefined, 'done'],
    ],
  );
});

test('the date column of a table may be called Until', () => {
  const [item] = itemsOf('| Measure | Responsible | Until |\n| --- | --- | --- |\n| Add an alert | Ana | 31.08.2026 |');
  assert.deepEqual(shown(item), { action: 'Add an alert', owner: 'Ana', due: '31.08.2026' });
});

test('tables by their headers, in any order', () => {
  const [item] = itemsOf(
    '| Priority | Task | Who | Tracking Bug | ETA | State |\n| --- | --- | --- | --- | --- | --- |\n| P1 | Add an alert | ana | #12 | 2026-03-05 | 🔄 |',
  );
  assert.deepEqual(shown(item), {
    action: 'Add an alert',
    owner: 'ana',
    due: '2026-03-05',
    priority: 'P1',
    ticket: '#12',
    status: '🔄',
  });
  assert.equal(item!.state, 'in-progress');
});

test('a table in Portuguese', () => {
  const [item] = itemsOf('| Ação | Responsável | Prazo |\n| --- | --- | --- |\n| Criar alerta | Ana | 2026-03-05 |');
  assert.deepEqual(shown(item), { action: 'Criar alerta', owner: 'Ana', due: '2026-03-05' });
});

test('groups are no items, details are no items', () => {
  const items = itemsOf(
    '## Action Items\n\n- **Prevention**\n  - Block untested migrations\n    - see the design\n- **Detection**\n  - Add an alert\n\n### Process\n\n1. Rehearse the failover\n   - with the new runbook\n\n### Documentation\n\nNone.',
  );
  assert.deepEqual(
    items.map((item) => item.action.text),
    ['Block untested migrations', 'Add an alert', 'Rehearse the failover'],
  );
});

test('a paragraph below its own heading is an item', () => {
  const items = itemsOf(
    '## Action Items\n\nEvery item needs a ticket.\n\n### Builder\n\nLimit the memory of build pods.',
  );
  assert.deepEqual(
    items.map((item) => item.action.text),
    ['Limit the memory of build pods.'],
  );
});

test('a line with a name above a list says whose it is', () => {
  const items = itemsOf(
    '## Actions\n\n**JP**\n- Add an alert\n- Split the pool\n\n**The vendor via ML**\n\n- Count blocked requests\n\n**DNS**\n- Lower the TTL\n\nAfter that:\n- Raise the limit',
  );
  assert.deepEqual(
    items.map(({ owner }) => owner?.text),
    ['JP', 'JP', 'The vendor via ML', undefined, undefined],
  );
});

test('a line above a list says that it is done', () => {
  const items = itemsOf('## Remediation\n\nCompleted:\n\n- Pool halted\n\nOpen:\n\n- Add an alert');
  assert.deepEqual(
    items.map(({ state }) => state),
    ['done', 'open'],
  );
});

test('a table that calls itself action items needs no section of that name', () => {
  const items = itemsOf(
    '##\n\n**Trigger**: a release\n\n| Action Item | Owner | Bug |\n| --- | --- | --- |\n| Add an alert | Search team | TODO |\n\n## Lessons Learned\n\nMany.',
  );
  assert.deepEqual(items.map(shown), [{ action: 'Add an alert', owner: 'Search team' }]);
});

test('a section that says again how far the items are adds none', () => {
  const items = itemsOf(
    '## Follow-up\n\n| Action | Owner |\n| --- | --- |\n| Add an alert | Ana |\n\n## Action Items Status\n\n- [ ] the alert',
  );
  assert.equal(items.length, 1);
});

test('boxes to tick about the document itself are no action items', () => {
  const items = itemsOf(
    '## Summary\n\nMail waited.\n\n## Notes to the owner\n\n- [x] Publish this document\n- [x] Invite everybody',
  );
  assert.equal(items.length, 0);
});

test('prose below the heading says what will be done', () => {
  const said = (body: string) => itemsOf(`## Recommendations\n\n${body}`).length;
  assert.equal(said('The proper fix is to ship the manifest with the package.'), 1);
  assert.equal(
    said('Relays should be watched around the clock.\nA second relay should be set up in another region.'),
    2,
  );
  assert.equal(said('There are none so far.'), 0);
});

test('the ticket and what is to be done in one column', () => {
  const items = itemsOf(
    '## Follow-up issues\n\n| Issue | Triggered by | Outcome |\n| --- | --- | --- |\n| #41 — no alert on caught failures | Lesson 3 | Resolved by PR #47 |\n| #46 — versioned documentation | The walk | Open, deferred |',
  );
  assert.deepEqual(
    items.map(({ action, state, ticket }) => [action.text, state, ticket?.text]),
    [
      ['#41 — no alert on caught failures', 'done', '#41'],
      ['#46 — versioned documentation', 'open', '#46'],
    ],
  );
});

test('among boxes to tick a line without one is a remark, and [N/A] is given up', () => {
  const items = itemsOf(
    '- [x] Isolate the settings\n- [ ] Pin the plugin\n- [*] Catch the error\n- [N/A] Replace the mode: it was never the cause\n- **Production:** no other mode was open',
  );
  assert.deepEqual(
    items.map(({ state }) => state),
    ['done', 'open', 'done', 'cancelled'],
  );
});

test('half a year is a due date', () => {
  const [item] = itemsOf('- Start a runbook during the H1 sprints');
  assert.equal(item?.due?.text, 'during the H1 sprints');
});

test('a list that a sentence announces as what will be done', () => {
  const items = itemsOf(
    '# Causes\n\nThe replica fell behind.\n\n- It polls\n\n# Recovery and lessons learned\n\nIt passed. Going forward, we will do the following to avoid this:\n\n- Watch the lag\n- Raise the limit',
  );
  assert.deepEqual(
    items.map(({ action }) => action.text),
    ['Watch the lag', 'Raise the limit'],
  );
});

test('an action item within other text', () => {
  const items = itemsOf('## Lessons Learned\n\n**Action item:** Declare incidents earlier. Owner: Ana');
  assert.equal(items.length, 1);
});

test('status by box, mark, word, heading and tense', () => {
  const states = itemsOf(
    '## Action Items\n\n- [x] Add an alert\n- [ ] Split the pool\n- ✅ Raise the limit\n- ~~Drop the job~~\n- Reverted the release\n- We have added a probe\n- The quota was raised\n- Automated backups for the index\n\n### Immediate (completed)\n\n- Restart the pods',
  ).map((item) => item.state);
  assert.deepEqual(states, ['done', 'open', 'done', 'done', 'done', 'done', 'done', 'open', 'done']);
});

test('actions are graded by what they do to the system', () => {
  const cases: Readonly<Record<string, string>> = {
    'Remind everyone to check the queue': 'weak',
    'Train the on-call rotation': 'weak',
    'Document how to enforce the limit': 'weak',
    'Look into blocking untested migrations': 'weak',
    'Be more careful with migrations': 'weak',
    'Block untested migrations in CI': 'strong',
    'Remove the shared connection pool': 'strong',
    'Automate the certificate renewal': 'strong',
    'Require two approvals for production': 'strong',
    'Add an alert for the queue': 'intermediate',
    'Increase the size of the pool': 'intermediate',
    'Write the runbook and add a check that rejects old keys': 'strong',
  };
  for (const [text, strength] of Object.entries(cases)) assert.equal(actionStrength(text).strength, strength, text);
});

test('who is named at the head of every line is the owner', () => {
  const items = itemsOf(
    '- Ana to write a page about the queue.\n- Developers to come up with limits - something like:\n  - how long\n  - how many\n- The storage team to add an alert',
  );
  assert.deepEqual(
    items.map(({ owner }) => owner?.text),
    ['Ana', 'Developers', 'storage team'],
  );
  const things = itemsOf('- Alerts to monitor the queue\n- Ana to write a page about it');
  assert.deepEqual(
    things.map(({ owner }) => owner),
    [undefined, undefined],
  );
});

test('a line that leads to a list of items is the name of a group', () => {
  const items = itemsOf(
    '- Delete the broken rows\n- Dashboard improvements\n  - Add the count of errors\n  - Add the age of the oldest row\n- In the future when a migration may break readers:\n  - Test the readers before',
  );
  assert.deepEqual(
    items.map(({ action }) => action.text),
    ['Delete the broken rows', 'Add the count of errors', 'Add the age of the oldest row', 'Test the readers before'],
  );
});

test('done during the incident is done', () => {
  const [first, second] = itemsOf('- Raise the limit. **(Done during this incident)**\n- Watch the limit');
  assert.deepEqual([first?.state, second?.state], ['done', 'open']);
});

test('German questions as headings', () => {
  const items = itemsOf('# Was haben wir gelernt\n\n- Viel\n\n# Was ändern wir\n\n- Grenzwert anheben (@ana)');
  assert.deepEqual(
    items.map(({ action, owner }) => [action.text, owner?.text]),
    [['Grenzwert anheben', '@ana']],
  );
});

test('what is in place already is done', () => {
  const items = itemsOf(
    '## Prevention\n\n- Ownership: the decision record\n  defines who writes the file\n- Test\n  `tests/infra.py` guards the snippet\n- Deploy-time probe now catches it\n- Raise the limit, which covers the peak\n- Pending - the review of the metrics covers the rest\n- Document who requires it',
  );
  assert.deepEqual(
    items.map(({ state }) => state),
    ['done', 'done', 'done', 'open', 'open', 'open'],
  );
  const below = itemsOf(
    '## Resolution\n\nWe reverted it.\n\n### Prevention measures\n\n1. **Alarm:** `HighWrites`\n2. **Budget:** 50 a month',
  );
  assert.deepEqual(
    below.map(({ state }) => state),
    ['done', 'done'],
  );
  const implemented = itemsOf('## Prevention measures\n\n### Already implemented\n\n1. A guard test - six cases');
  assert.deepEqual(
    implemented.map(({ state }) => state),
    ['done'],
  );
});

test('a list in Russian, boxes in every part', () => {
  const items = itemsOf(
    '## Действия\n\n### Сделано\n\n- Место освобождено\n\n### Секреты\n\n- [ ] Регулярная уборка Failed/Evicted-подов (#722)',
  );
  assert.deepEqual(
    items.map(({ state, ticket }) => [state, ticket?.text]),
    [
      ['done', undefined],
      ['open', '#722'],
    ],
  );
});

test('corrective actions, and preventive ones with boxes behind them', () => {
  const items = itemsOf(
    '## Ações corretivas\n\n- [x] Índice criado\n\n## Ações preventivas (pendentes)\n\n- [ ] Uma réplica no mínimo\n- [ ] Ping externo',
  );
  assert.deepEqual(
    items.map(({ action, state }) => [action.text, state]),
    [
      ['Índice criado', 'done'],
      ['Uma réplica no mínimo', 'open'],
      ['Ping externo', 'open'],
    ],
  );
});

test('a column for the target of the change is none for the date', () => {
  const items = itemsOf(
    '| Priority | Action | Target |\n| --- | --- | --- |\n| P0 | Run the query in a test | `QuerySpec` |\n| P1 | Document the command | the test rules |',
  );
  assert.deepEqual(
    items.map(({ due }) => due),
    [undefined, undefined],
  );
  const dated = itemsOf('| Action | Target |\n| --- | --- |\n| Document the command | 2026-03-20 |');
  assert.equal(dated[0]?.due?.text, '2026-03-20');
});
