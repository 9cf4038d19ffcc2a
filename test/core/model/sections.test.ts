import assert from 'node:assert/strict';
import test from 'node:test';
import type { Section } from '../../../server/src/core/index.ts';
import { normalizeHeading } from '../../../server/src/core/model/headingText.ts';
import { ALIASES } from '../../../server/src/core/model/sectionKinds.ts';
import { read } from './read.ts';

const kinds = (sections: readonly Section[]) =>
  sections.map((section) => (section.subKind ? `${section.kind}/${section.subKind}` : (section.kind ?? '-')));

test('plain lines are headings of a form in plain text', () => {
  const { sections } = read(
    'REASON FOR OUTAGE\n\nSummary of Fault:\n\na\n\ntimeline\n- 14:02 Alert\n\nPreventative Action:\n\nb\n\nSee the impact\n',
  );
  assert.deepEqual(kinds(sections), ['summary', 'timeline', 'prevention']);
});

test('the headings of the table are written as headings are looked up', () => {
  const names = Object.values(ALIASES).flat();
  assert.deepEqual(names.map(normalizeHeading), names);
});

test('questions name sections, too', () => {
  const asked: Readonly<Record<string, string | undefined>> = {
    'What are we doing to keep this from happening again in the future?': 'action-items',
    "What we're going to do about it": 'action-items',
    'How will we make sure that this cannot happen again?': 'action-items',
    'What was the customer impact?': 'impact/customer',
    'Section F – Actions': 'action-items',
    '5 Recommendations': 'action-items',
    '5 Whys': 'five-whys',
    'Where do we go from here?': 'action-items',
    'What are we doing well?': undefined,
  };
  for (const [heading, kind] of Object.entries(asked))
    if (kind)
      assert.match(
        kind,
        new RegExp(`^${kinds(read(`# Postmortem: queue stalled\n\n## ${heading}\n\na\n`).sections)[0]}`),
        heading,
      );
    else
      assert.notEqual(kinds(read(`# Postmortem: queue stalled\n\n## ${heading}\n\na\n`).sections)[0], 'action-items');
});

test('headings are understood in any dress', () => {
  const { sections } = read(`# Postmortem: queue stalled

## 1. Executive Summary
a
## 🚨 Customer Impact:
b
### III. Chronology of Events
c
Root Cause(s)
-------------
d
## What didn't go so well?
e

**Where we got lucky**

f

## Follow-ups & Action Items (owners TBC)
g
## 5-Whys Analysis
h
## Our favourite dashboards
i
`);
  assert.deepEqual(kinds(sections), [
    'summary',
    'impact/customer',
    'timeline',
    'root-cause',
    'went-poorly',
    'got-lucky',
    'action-items',
    'five-whys',
    '-',
  ]);
  assert.equal(sections[0]!.title, 'Executive Summary');
});

test('times, dates and persons as sub-headings open no section: they belong to the timeline around them', () => {
  const { sections } = read(`# 2024-03-01, hub down

## Timeline

## March 1

### 14:02 - Alert

Paged.

### ~15:10

Fixed.

### @carol

Wrote the notes.

## Action Items
- Add a probe
`);
  assert.deepEqual(kinds(sections), ['timeline', 'action-items']);
  assert.equal(sections[0]!.blocks.filter((block) => block.kind === 'heading').length, 4);
  assert.equal(sections[0]!.blocks.filter((block) => block.kind === 'paragraph').length, 3);
});

test('classes of action items and phases of a timeline are no sections of another kind', () => {
  const { sections } = read(`# Postmortem: x

## Timeline
### Detection
- 10:00 paged
## Action items
### Prevention
- a
### Detection
- b
`);
  assert.deepEqual(kinds(sections), ['timeline', '-', 'action-items', '-', '-']);
  assert.equal(sections[3]!.parent, sections[2]);
});

test('a line of text can be the title, and labels in bold can be the sections', () => {
  const { title, sections } = read(`Postmortem: INC-77 - Mail stuck

**Summary:** Mail waited
for an hour.

**Timeline**

- 10:00 first report

**Action Items:**

- add an alert
`);
  assert.equal(title?.incidentId?.text, 'INC-77');
  assert.equal(title?.name?.text, 'Mail stuck');
  assert.deepEqual(kinds(sections), ['summary', 'timeline', 'action-items']);
});

test('the configuration adds headings to a kind', () => {
  const text = '# Postmortem: x\n\n## Ouch\n\nb\n';
  assert.deepEqual(kinds(read(text).sections), ['-']);
  assert.deepEqual(kinds(read(text, { sections: { 'went-poorly': ['Ouch!'] } }).sections), ['went-poorly']);
});

test('titles give away the incident and its name', () => {
  const titles = {
    '# Postmortem: [INC-ID] - [Title]': ['[INC-ID]', '[Title]'],
    '# PM2019-009 - Address pool used up': ['PM2019-009', 'Address pool used up'],
    '# Incident report INC-7: Checkout slow': ['INC-7', 'Checkout slow'],
    '# Post-mortem of the SEV1 on TLS 13 handshakes': [undefined, 'the SEV1 on TLS 13 handshakes'],
    '# Incident #4711': ['#4711', undefined],
    '# Postmortem': [undefined, undefined],
  };
  for (const [heading, [id, name]] of Object.entries(titles)) {
    const { title } = read(`${heading}\n\n## Summary\n\nx\n`);
    assert.deepEqual([title?.incidentId?.text, title?.name?.text], [id, name], heading);
  }
});
