import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { inGerman } from '../../../../server/src/core/features/export/template/german.ts';
import { Hints } from '../../../../server/src/core/features/export/template/hints.ts';
import {
  adoptStructure,
  builtinTemplates,
  check,
  type DocumentTemplate,
  parseTemplate,
  textOf,
} from '../../../../server/src/core/index.ts';
import { isPlaceholder } from '../../../../server/src/core/model/placeholders.ts';
import { documents } from '../../../fuzz/documents.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const NOW = Date.parse('2026-03-04T12:00Z');

async function adopted(text: string): Promise<string> {
  const template = await adoptStructure({ text, path: 'payments/postmortems/a.md' }, 'Ours');
  assert.ok(template !== undefined, 'there is a structure to adopt');
  return template;
}

/** What is below the front matter and the title. */
const bodyOf = (template: string) => template.replace(/^[\s\S]*?\n---\n(?:# [^\n]*\n\n)?/, '');

const read = (template: string) => parseTemplate('ours', template);

/** A document made from the template by New Postmortem, for an incident that is not the adopted one. */
const freshFrom = (template: DocumentTemplate) =>
  textOf({
    title: 'Search returns nothing',
    incidentId: 'INC-900',
    date: '2026-03-04',
    severity: 'P1',
    detectedAt: '09:18',
    commander: 'kim',
    template,
    namesTemplate: true,
  });

/** What a check warns of in a text that follows the template. */
function warningsIn(text: string, template: DocumentTemplate): string[] {
  const checked = check({ text, path: 'postmortems/new.md', templates: [...builtinTemplates, template], now: NOW });
  assert.deepEqual(checked.failures, []);
  assert.equal(checked.template?.id, 'ours', 'the document names its template');
  return checked.findings
    .filter(({ severity }) => severity === 'warning' || severity === 'error')
    .map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

/** Headings and fields: what has to stay the same when the structure is adopted once more. */
function skeleton(template: string): unknown {
  const { sections, fields } = read(template);
  const titles = (all: typeof sections): unknown[] => all.map(({ title, children }) => [title, titles(children)]);
  return [titles(sections), fields.map(({ name }) => name)];
}

/** The template can be used at once: its new documents lack nothing, and it has the structure of its own documents. */
async function isUsable(template: string): Promise<void> {
  const own = read(template);
  assert.deepEqual(warningsIn(freshFrom(own), own), []);
  assert.deepEqual(skeleton(await adopted(freshFrom(own).replace('template: ours\n', ''))), skeleton(template));
}

const GERMAN = `---
title: Ausfall der Bestellannahme
datum: 2026-02-14
tags: [postmortem, bestellungen]
---

# Postmortem: Ausfall der Bestellannahme (INC-2041)

<!-- Bitte alle Abschnitte ausfüllen. Was nicht zutrifft: "entfällt". -->

| Feld | Wert |
|:-----|-----:|
| **Schweregrad** | P1 |
| **Dauer** | 92 Minuten |
| **Teilnehmer** | Jana Kowalski, Mehmet Öz |

## 1. Zusammenfassung

> Beschreibe in zwei Sätzen, was passiert ist.

Am 14.02. nahm shop-db-03 ab 09:12 keine Bestellungen mehr an. Jana bemerkte es.

## 2. Auswirkungen

- **Betroffene Kunden:** 4.200
- **Dauer:** 92 Minuten

## 3. 🕑 Zeitverlauf (14.02.2026, MEZ)

1. 09:12 – Migration auf shop-db-03 gestartet
2. 10:44 – Wiederhergestellt

## 4. Ursache

Die Migration sperrte die Tabelle \`orders\`.

### Fünf Warum

1. **Warum?** Die Migration sperrte die Tabelle.
2. **Warum?** Die Sperre galt für alle Zeilen.

## 5. Datenschutz

Keine Kundendaten verloren.

## 6. Maßnahmen

| Nr. | Maßnahme | Verantwortlich | Frist | Status |
|:---:|----------|----------------|------:|--------|
| M-01 | Migrationen online ausführen | Mehmet Öz | 01.03.2026 | offen |
`;

describe('the structure of a document as a template', () => {
  it('has the team’s own dress and nothing of the incident', async () => {
    const template = await adopted(`Outage Report: INC-77 - Checkout rejects cards (2026-02-11)
===========================================================

*Describe the incident for people who were not there.*

- **Severity:** SEV-2
- **Incident Commander:** Ana Ruiz
- **War Room:** https://meet.example.com/abc
- **Status:** Final

**Summary**

Checkout rejected 12 % of the cards after the deploy of pay-gw-7.

## 2) Impact on ACME & Co

- **Users Affected:** 4,200
- **Checkout API:** 12 % errors

<!-- State numbers, not adjectives. -->

## 🕑 Timeline (2026-02-11, PST)

| Who | Time (PST) | Event |
| :-- | :--: | --- |
| Ana Ruiz | 14:02 | Alert fired on pay-gw-7 |
| Bob | 14:31 | Rolled back |

## The night the gateway died

It died.

### Root Cause: the pool of pay-gw-7 was too small

The pool held 10 connections.

## How'd we do?

### What went well ###

* ✅ The alert
* ✅ The rollback

## Follow-ups

- [x] **AI-003** Limit retries (@ana, 2026-03-05)
`);
    assert.equal(
      template,
      `---
name: "Ours"
description: The structure of a postmortem of this team.
---
Outage Report: [INC-ID] - [Title] ([YYYY-MM-DD])
===========================================================

*Describe the incident for people who were not there.*

- **Severity:** SEV-1 | SEV-2 | SEV-3
- **Incident Commander:** [@name]
- **War Room:** [link]
- **Status:** Draft

**Summary**

[2-3 sentences: what happened, who noticed it, how it ended]

## 2) Impact

- **Users Affected:** [number or %]

<!-- State numbers, not adjectives. -->

## 🕑 Timeline (PST)

| Who | Time (PST) | Event |
| :--- | :---: | --- |
|  | HH:MM | [what started the impact] |
|  | HH:MM | [how it was detected] |
|  | HH:MM | [what was done to mitigate it] |
|  | HH:MM | [how it was resolved] |

## Root Cause

[the conditions in the system, the process or the architecture that let it happen]

## How'd we do?

### What went well ###

* ✅ [what worked, and why it worked]
* ✅ [what limited the damage]

## Follow-ups

- [ ] **AI-001** [what changes, and how one can tell that it has] ([@name], [YYYY-MM-DD])
`,
    );
    await isUsable(template);
  });

  it('speaks the language of the team in all that it keeps', async () => {
    const template = await adopted(GERMAN);
    assert.match(
      template,
      /^---\nname: "Ours"\ndescription: [^\n]+\ntitle: "\[Title\]"\ndatum: "\[YYYY-MM-DD\]"\ntags: \[postmortem\]\n---\n# Postmortem: \[Title\] \(\[INC-ID\]\)\n\n<!-- Bitte alle/,
    );
    assert.deepEqual(template.match(/^#.*/gm), [
      '# Postmortem: [Title] ([INC-ID])',
      '## 1. Zusammenfassung',
      '## 2. Auswirkungen',
      '## 3. 🕑 Zeitverlauf (MEZ)',
      '## 4. Ursache',
      '### Fünf Warum',
      '## 5. Datenschutz',
      '## 6. Maßnahmen',
    ]);
    assert.match(template, /\n> Beschreibe in zwei Sätzen, was passiert ist\.\n/);
    assert.match(template, /\n1\. HH:MM – \[[^\]]+\]\n2\. HH:MM – \[/);
    assert.match(template, /\n1\. \*\*Warum\?\*\* \[/);
    assert.match(
      template,
      /\n\| :---: \| --- \| --- \| ---: \| --- \|\n\| M-01 \| \[[^\]]+\] \| \[@name\] \| \[YYYY-MM-DD\] \| offen \|\n/,
    );
    await isUsable(template);
    assert.match(
      freshFrom(read(template)),
      /^---\ntemplate: ours\ntitle: Search returns nothing\ndatum: 2026-03-04\ntags: \[postmortem\]\n---\n\n# Postmortem: Search returns nothing \(INC-900\)\n/,
    );
  });

  it('asks in German where the team writes German, in all that our templates ask', async () => {
    const template = await adopted(GERMAN);
    assert.match(template, /\n\[in 2-3 Sätzen: was passiert ist, wer es bemerkt hat, wie es endete\]\n/);
    assert.match(freshFrom(read(template)), /\n2\. 09:18 – \[wie sie entdeckt wurde\]\n/);
    const hints = new Hints(builtinTemplates);
    const below = (sections: DocumentTemplate['sections']): DocumentTemplate['sections'] =>
      sections.flatMap((section) => [section, ...below(section.children)]);
    const sections = builtinTemplates.flatMap((template) => below(template.sections));
    const asked = sections.flatMap(({ kind, subKind }) => [
      ...hints.of(kind, subKind, true).slice(0, 2),
      ...hints.of(kind, subKind, false).slice(0, 1),
    ]);
    const { answers, rootCause, fix } = hints.whys();
    const fillIns = [...asked, ...hints.entries(), ...answers, rootCause, fix, hints.action()].flatMap(
      (text) => text.match(/\[[^\]]* [^\]]*\]/g) ?? [],
    );
    for (const text of new Set(fillIns)) {
      const german = inGerman(text);
      assert.notEqual(german, text);
      assert.ok(isPlaceholder(german), `${german} is still to be filled in`);
    }
  });

  it('has the line endings of the document', async () => {
    assert.doesNotMatch(await adopted(GERMAN.replaceAll('\n', '\r\n')), /[^\r]\n/);
  });

  it('is nothing where no heading could stand in another postmortem', async () => {
    const text = '# The day the disk filled up\n\nIt did.\n';
    assert.equal(await adoptStructure({ text, path: 'a.md' }, 'Ours'), undefined);
  });

  it('is chosen for the documents that are like it', async () => {
    const own = read(
      await adopted(
        '# Postmortem: INC-1 - A\n\n## Trigger\n\na\n\n## Got lucky\n\n- b\n\n## Detection\n\nc\n\n## Prevention\n\nd\n',
      ),
    );
    const text =
      '# Postmortem: INC-2 - B\n\n## Trigger\n\nA deploy.\n\n## Got lucky\n\n- It was night\n\n## Detection\n\nAn alert.\n\n## Prevention\n\nA limit.\n';
    const checked = check({ text, path: 'postmortems/b.md', templates: [...builtinTemplates, own], now: NOW });
    assert.equal(checked.template?.id, 'ours');
  });
});

const shapes = (heading: string, all: Readonly<Record<string, readonly [string, string]>>) => {
  for (const [name, [written, open]] of Object.entries(all))
    it(name, async () => {
      const template = await adopted(
        `# Postmortem: INC-1 - Queue stuck\n\n${heading}${written}\n\n## Lessons learned\n\n- Queues fill up\n`,
      );
      const body = bodyOf(template).replace(heading, '').split('\n\n## Lessons learned')[0]!;
      assert.equal(body.slice(0, open.length), open);
      await isUsable(template);
    });
};

describe('the shape of a timeline', () => {
  shapes('## Timeline\n\n', {
    'bullets with bold times': [
      'All times in UTC:\n\n- **14:02** - Alert fired',
      'All times in UTC:\n\n- **HH:MM** - [what started the impact]\n',
    ],
    'numbers and dashes': [
      'UTC times\n\n1. 14:02 – Alert fired\n2. 14:31 – Back',
      'UTC times\n\n1. HH:MM – [what started the impact]\n2. HH:MM – [',
    ],
    'dates and zones in each entry': ['* 2026-02-11 14:02 UTC: Alert fired', '* YYYY-MM-DD HH:MM UTC: [what started'],
    'columns for day and time': [
      '| Date | Time (UTC) | What |\n| --- | ---: | --- |\n| 2026-02-11 | 14:02 | Alert fired |',
      '| Date | Time (UTC) | What |\n| --- | ---: | --- |\n| YYYY-MM-DD | HH:MM | [what started the impact] |\n',
    ],
    'a table in HTML becomes one of pipes': [
      '<table>\n<tr><th>Time (UTC)</th><th>Event</th></tr>\n<tr><td>14:02</td><td>Alert fired</td></tr>\n</table>',
      '| Time (UTC) | Event |\n| --- | --- |\n| HH:MM | [what started the impact] |\n',
    ],
    'headings for entries': [
      'All times in UTC\n\n### 14:02 Alert\n\nIt fired.\n\n### 14:31 Back',
      'All times in UTC\n\n### HH:MM - [what started the impact]\n\n### HH:MM - [',
    ],
    'paragraphs for entries': [
      'Times in UTC.\n\n**14:02** - Alert fired\n\n**14:31** - Back',
      'Times in UTC.\n\n**HH:MM** - [what started the impact]\n\n**HH:MM** - [',
    ],
    'phases with an entry each': [
      'All times in UTC.\n\n### Detection\n\n- 14:02 Alert fired\n\n### Recovery\n\n- 14:31 Back',
      'All times in UTC.\n\n### Detection\n\n- **HH:MM** - [what started the impact]\n\n### Recovery\n\n- **HH:MM** - [how it was detected]',
    ],
    'a log becomes a list': [
      '```\n14:02 Alert fired\n14:31 Back\n```',
      'All times in UTC:\n\n- **HH:MM** - [what started the impact]\n',
    ],
    'a timeline that says no zone gets one': [
      '- 14:02 - Alert fired',
      'All times in UTC:\n\n- HH:MM - [what started the impact]\n',
    ],
    'a timeline that only links elsewhere': [
      'See [the status page](https://status.example.com/1).',
      'All times in UTC:\n\n- **HH:MM** - [what started the impact]\n',
    ],
  });
});

describe('the shape of a header', () => {
  const facts = { Date: '2026-02-11', Severity: 'SEV2', Status: 'Final', Owner: 'Ana Ruiz' };
  const values = { Date: '[YYYY-MM-DD]', Severity: 'SEV1 | SEV2 | SEV3', Status: 'Draft', Owner: '[@name]' };
  const as = (form: (name: string, value: string) => string, by = '\n') =>
    [facts, values].map((all) =>
      Object.entries(all)
        .map(([name, value]) => form(name, value))
        .join(by),
    ) as [string, string];
  shapes('', {
    'bold, the colon inside': as((name, value) => `**${name}:** ${value}`),
    'bold, the colon outside, with hard breaks': as((name, value) => `**${name}**: ${value}  `).map((text) =>
      text.trim(),
    ) as [string, string],
    bullets: as((name, value) => `* ${name}: ${value}`),
    'a block quote': as((name, value) => `> **${name}**: ${value}`),
    paragraphs: as((name, value) => `**${name}:** ${value}`, '\n\n'),
    'one line': [
      '**Date:** 2026-02-11 | **Severity:** SEV2',
      '**Date:** [YYYY-MM-DD] | **Severity:** SEV1 / SEV2 / SEV3',
    ],
    'a table of pairs': [
      '| Date | 2026-02-11 | Severity | SEV2 |\n|---|:-:|---|---|\n| Status | Final | Owner | Ana Ruiz |',
      '| Date | [YYYY-MM-DD] | Severity | SEV1 / SEV2 / SEV3 |\n| --- | --- | --- | --- |\n| Status | Draft | Owner | [@name] |',
    ],
    'a table of columns': [
      '| Date | Severity | Owner |\n| --- | :---: | --- |\n| 2026-02-11 | SEV2 | Ana Ruiz |',
      '| Date | Severity | Owner |\n| --- | :---: | --- |\n| [YYYY-MM-DD] | SEV1 / SEV2 / SEV3 | [@name] |',
    ],
    headings: [
      '## Date: February 11, 2026\n\n### Owner\n\nAna Ruiz',
      '## Date: [YYYY-MM-DD]\n\n<!-- optional -->\n\n### Owner\n\n<!-- optional -->\n\n[@name]',
    ],
  });
});

describe('the shape of action items', () => {
  shapes('## Action Items\n\n', {
    'a table with its order of columns, its alignment and its numbers': [
      '| # | Due | Task | Owner | Theme |\n| ---: | --- | :---: | --- | --- |\n| 1 | 2026-03-05 | Add an alert | Ana | Alerts |',
      '| # | Due | Task | Owner | Theme |\n| ---: | --- | :---: | --- | --- |\n| 1 | [YYYY-MM-DD] | [what changes, and how one can tell that it has] | [@name] | [type] |',
    ],
    'tasks with labels': [
      '- [x] Add an alert - Owner: Ana - Due: 2026-03-05',
      '- [ ] [what changes, and how one can tell that it has] - Owner: [@name] - Due: [YYYY-MM-DD]',
    ],
    'owners in brackets': [
      '* [Ana] Add an alert\n* [Bob] Add a limit',
      '* [@name] [what changes, and how one can tell that it has]',
    ],
    'tickets in front': ['- OPS-4711: Add an alert to db-prod-03', '- '],
  });

  it('keeps no ticket', async () => {
    assert.doesNotMatch(
      await adopted('# Postmortem: INC-1 - A\n\n## Action Items\n\n- OPS-4711: Add an alert to db-prod-03\n'),
      /4711|OPS|db-prod/,
    );
  });
});

describe('the shape of the whys', () => {
  shapes('## Five Whys\n\n', {
    'numbered labels': [
      '1. **Why?** The pool was small\n2. **Why?** Nobody sized it',
      '1. **Why?** [what failed, answering the impact]\n2. **Why?** [',
    ],
    'bold questions': [
      '**Why did it fail?**\n\nThe pool\n\n**Why was it small?**\n\nNo default',
      '**Why 1?** [what failed, answering the impact]\n\n**Why 2?** [',
    ],
    'nested bullets': [
      '- It failed\n  - The pool was small\n    - The library has no default',
      '- Why? [what failed, answering the impact]\n  - Why? [',
    ],
    'a table': [
      '| # | Why | Answer |\n| --- | --- | --- |\n| 1 | Why did it fail? | The pool |\n| 2 | Why? | No default |',
      '| # | Why | Answer |\n| --- | --- | --- |\n| 1 | Why? | [what failed, answering the impact] |\n',
    ],
    headings: [
      '### Why 1: Why did it fail?\n\nThe pool\n\n### Why 2: Why was it small?\n\nNo default',
      '### Why 1?\n\n<!-- optional -->\n\n[what failed, answering the impact]\n\n### Why 2?',
    ],
    'with root cause and fix': [
      '1. **Why?** The pool\n2. **Why?** No default\n\n**Root Cause:** no default\n**Fix:** a default',
      '1. **Why?** [',
    ],
  });
});

/** Four words in a row that documents tell, each in small letters; the texts of our templates are not theirs. */
function shingles(text: string): Set<string> {
  const found = new Set<string>();
  for (const line of text.split('\n')) {
    const words = line.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? [];
    for (let at = 0; at + 4 <= words.length; at++) found.add(words.slice(at, at + 4).join(' '));
  }
  return found;
}

const ours = shingles(builtinTemplates.map(({ text }) => text).join('\n'));

/** Prose, names and numbers of a document that its template still tells. Headings and guidance may stay, so they are left out. */
function leaksOf(text: string, template: string): string[] {
  const { postmortem } = check({ text, path: 'postmortems/a.md', now: NOW });
  const lines = text.split('\n');
  const prose = lines.filter(
    (line, index) => !/^(?:#|<!--|>|---|\*\*[^*]+\*\*$)/.test(line) && !/^\|[ :|-]+$/.test(lines[index + 1] ?? ''),
  );
  const told = shingles(prose.join('\n'));
  const names = [...(postmortem?.people.names ?? []), postmortem?.title?.incidentId?.text ?? ''].filter(
    (name) => name.length > 3 && !/\[/.test(name),
  );
  return [
    ...[...shingles(template)].filter((words) => told.has(words) && !ours.has(words)),
    ...names.filter((name) => template.includes(name)),
    ...(
      template
        .replace(/^---[\s\S]*?\n---\n/, '')
        .match(/\b(?:19|20)\d{2}\b|\b\d{1,2}:\d{2}\b|https?:\/\/|\b[A-Z]{2,5}-(?!ID\b|0*1\b)\d+\b/g) ?? []
    ).filter((found) => !/^SEV-/.test(found)),
  ];
}

describe('documents of this repository', () => {
  const files = ['examples/postmortems', 'test/fixtures/templates', 'server/src/core/templates'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  );
  for (const file of files)
    it(`${file} makes a template that can be used and tells nothing`, async () => {
      const text = readFileSync(join(ROOT, file), 'utf8');
      const template = await adopted(text);
      assert.deepEqual(leaksOf(text, template), []);
      await isUsable(template);
    });

  for (const { id, text } of builtinTemplates)
    it(`a fresh document of the template ${id} has the structure of that template`, async () => {
      const own = read(await adopted(text));
      const titles = (sections: DocumentTemplate['sections']): unknown =>
        sections.map(({ title, level, children }) => [level, title, titles(children)]);
      const builtin = builtinTemplates.find((template) => template.id === id)!;
      assert.deepEqual(titles(own.sections), titles(builtin.sections));
      assert.deepEqual(
        own.fields.map(({ line }) => line),
        builtin.fields.map(({ line }) => line),
      );
    });
});

const pick = (...all: string[]) => fc.constantFrom(...all);

/** Postmortems as teams write them: a title, a header and sections in any order, level, dress and shape. */
const plausible = fc
  .record({
    title: pick(
      '# Postmortem: INC-41 - Mail stuck',
      'Incident Review: Mail stuck (2026-02-11)\n====',
      '**Postmortem: Mail stuck**',
      '',
    ),
    header: pick(
      '**Date:** 2026-02-11\n**Owner:** Ana Ruiz',
      '| Date | Severity |\n| --- | --- |\n| 2026-02-11 | SEV-2 |',
      '- Severity: P1\n- Status: In Review',
      '',
    ),
    sections: fc.uniqueArray(
      fc.tuple(
        pick(
          'Summary',
          '2. Impact',
          '🕑 Timeline (UTC)',
          'Root Cause: the mailer',
          'Five Whys',
          'What went well?',
          'Maßnahmen',
          'Glossary',
          'The mailer fell over',
          '10:04 - Mail stuck',
          'Lessons learned',
        ),
        pick(
          'Mail from mailer-7 waited 40 minutes, and nobody was told.',
          '- 10:00 - Mail from mailer-7 waited\n- 10:40 - The mailer was restarted',
          '| Time | Event |\n| --- | --- |\n| 10:00 | Mail waited |',
          '1. **Why?** The mailer ran out of memory\n2. **Why?** No limit was set',
          '| ID | Action | Owner | Due |\n| --- | --- | --- | --- |\n| AI-1 | Set a limit | @ana | 2026-03-01 |',
          '- [x] Set a limit (@ana, 2026-03-01)',
          '**Users Affected:** 120\n**Duration:** 40 minutes',
          '<!-- Describe what happened. -->\n\n> What did customers see?',
          '',
        ),
      ),
      { minLength: 1, maxLength: 8, selector: ([heading]) => heading },
    ),
  })
  .map(({ title, header, sections }) =>
    [title, header, ...sections.map(([heading, body]) => `## ${heading}\n\n${body}`)].join('\n\n'),
  );

describe('any document', () => {
  it('makes a template that tells nothing, lacks nothing, and stays what it is when it is adopted again', async () => {
    await fc.assert(
      fc.asyncProperty(plausible, async (text) => {
        const template = await adoptStructure({ text, path: 'a.md' }, 'Ours');
        if (template === undefined) return;
        assert.deepEqual(leaksOf(text, template), []);
        assert.doesNotMatch(template, /mailer|Mail stuck|@ana|Ana Ruiz/);
        await isUsable(template);
      }),
      { numRuns: 200 },
    );
  });

  it('makes a template or none, however broken it is', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (text) => {
        const template = await adoptStructure({ text, path: 'a.md' }, 'Ours');
        if (template !== undefined) assert.equal(read(template).name, 'Ours');
      }),
      { numRuns: 300 },
    );
  });
});
