import assert from 'node:assert/strict';
import test from 'node:test';
import { read } from './read.ts';

const units = (text: string) => read(text).prose;
const unit = (text: string, words: string) => {
  const found = units(text).find(({ run }) => run.text.includes(words));
  assert.ok(found, `no unit with "${words}"`);
  return found;
};

const DOCUMENT = `# Postmortem: INC-7 - Mail stuck

**Attendees:** Ana, Raj

## Root Cause Analysis

### What broke first

The queue filled up.

> Ana: it was my change

## Timeline

| Time (UTC) | What happened | Who |
| --- | --- | --- |
| 10:02 | Alert fired | Raj |

### 10:30

Restarted the consumer.

## Notes on language

Bad: the engineer forgot the limit.

Good: the limit was not checked.

After that.
`;

test('every unit knows its section, its role and its column', () => {
  assert.equal(unit(DOCUMENT, 'queue filled').kind, 'root-cause');
  assert.equal(unit(DOCUMENT, 'queue filled').section?.title, 'What broke first');
  assert.equal(unit(DOCUMENT, 'What broke first').role, 'heading');
  assert.equal(unit(DOCUMENT, 'Alert fired').column, 'event');
  assert.equal(unit(DOCUMENT, 'Raj').metadata, true);
  assert.equal(units(DOCUMENT).find(({ run, role }) => role === 'cell' && run.text === 'Raj')?.column, 'actor');
  assert.equal(unit(DOCUMENT, 'Restarted').kind, 'timeline');
});

test('quotes, metadata and examples of bad language are marked', () => {
  assert.equal(unit(DOCUMENT, 'my change').quoted, true);
  assert.equal(unit(DOCUMENT, 'Attendees').metadata, true);
  assert.equal(unit(DOCUMENT, 'engineer forgot').badExample, true);
  assert.equal(unit(DOCUMENT, 'was not checked').badExample, false);
  assert.equal(unit(DOCUMENT, 'After that').badExample, false);
});

test('marks in front of what went well and poorly are no examples', () => {
  const text =
    '# Postmortem: x\n\n## What Went Poorly\n\n- ❌ No rollback plan\n\n## ❌ Bad Root Cause\n\n"Bob forgot it."\n';
  assert.equal(unit(text, 'No rollback plan').badExample, false);
  assert.equal(unit(text, 'Bob forgot').badExample, true);
});
