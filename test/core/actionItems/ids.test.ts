import assert from 'node:assert/strict';
import test from 'node:test';
import { read } from '../model/read.ts';

test('what looks like an id at the head of an item', () => {
  const cases: Readonly<Record<string, string | undefined>> = {
    'AI-001 Add an alert': 'AI-001',
    'AI-001: Add an alert': 'AI-001',
    '[AI-2] Add an alert': 'AI-2',
    'Action 3: Add an alert': 'Action 3',
    'A1) Add an alert': 'A1',
    'A 5 minute timeout for the client': undefined,
    'T5 instances are too small': undefined,
    'Item 3 of the review is open': undefined,
    'Task runners need a limit': undefined,
  };
  for (const [text, id] of Object.entries(cases)) {
    const { items } = read(`# Postmortem: INC-1\n\n## Action Items\n\n- ${text}\n`).actionItems;
    assert.equal(items[0]?.id?.text, id, text);
  }
});
