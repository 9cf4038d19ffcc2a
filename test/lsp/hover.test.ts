// What hovers tell of the rest of the workspace, and of times, actions and causes.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FOLDER, rangeOf, TestClient } from './client.ts';

const uri = `${FOLDER}/postmortems/inc-7.md`;
const TEXT = `# Postmortem: INC-7 - Mail stuck

**Date:** 2026-02-10
**Severity:** P1
**Incident Commander:** @ana

## Timeline

All times in UTC.

- 10:00 - Users report mail outage
- 10:05 - Alert fired
- 10:40 - Incident resolved

## Root Cause

1. **Why did mail wait?** The queue was full.
2. **Why was the queue full?** The deploy pipeline had no check for the size of the queue.

## Action Items

| ID | Action | Owner | Priority | Due Date | Status |
| --- | --- | --- | --- | --- | --- |
| AI-001 | Block deploys that shrink the queue in CI | @ana | P1 | 2026-02-20 | ⏳ |

## Related Incidents

- INC-006: mail was lost [again]
- INC-99: nobody wrote it down
`;
const OTHER = `# Postmortem: INC-006 - mail_queue lost mail

**Date:** 2026-01-10

## Root Cause

The consumer acknowledged messages before it stored them.

## Action Items

| ID | Action | Owner | Due Date | Status |
| --- | --- | --- | --- | --- |
| AI-001 | Acknowledge after storing | Ana | 2026-01-20 | ⏳ |
| AI-002 | Count lost mail | @ana | 2026-01-15 | ✅ |
| AI-003 | Tell support | @bo | 2026-01-15 | ⏳ |
`;

async function hovering(initializationOptions: object = {}) {
  const client = await TestClient.inMemory({ files: { 'postmortems/inc-6.md': OTHER }, initializationOptions });
  client.open(uri, TEXT);
  await client.until('the workspace', () => client.refreshes > 0);
  const at = async (words: string, inside = words) => {
    const { start } = rangeOf(TEXT, words);
    const position = { line: start.line, character: start.character + words.indexOf(inside) + 1 };
    const hover = await client.request<{ contents: { value: string } } | null>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    return hover?.contents.value ?? '';
  };
  return { client, at };
}

describe('a completion', () => {
  it('tells of the person or the incident it names what a hover tells, once it is looked at', async () => {
    const { client } = await hovering();
    const helpFor = async (words: string, label: string) => {
      const items = await client.request<{ label: string; documentation?: unknown }[]>('textDocument/completion', {
        textDocument: { uri },
        position: rangeOf(TEXT, words).end,
      });
      const item = items.find((one) => one.label === label);
      assert.ok(item && !item.documentation, `${label}: ${items.map((one) => one.label).join(', ')}`);
      const { documentation } = await client.request<{ documentation: { value: string } }>(
        'completionItem/resolve',
        item,
      );
      return documentation.value;
    };
    assert.match(await helpFor('Commander:** @', '@ana'), /2 open action items/);
    assert.match(await helpFor('- INC-', 'INC-006'), /Root cause: The consumer acknowledged/);
    client.end();
  });
});

describe('a hover', () => {
  it('tells title, date and root cause of the postmortem of an incident id', async () => {
    const { client, at } = await hovering();
    const text = await at('INC-006');
    assert.match(text, /mail\\_queue lost mail\]\(file:\/\/\/repo\/postmortems\/inc-6\.md\)/);
    assert.match(text, /2026-01-10/);
    assert.match(text, /Root cause: The consumer acknowledged messages before it stored them\./);
    assert.doesNotMatch(await at('INC-99'), /Root cause/);
    client.end();
  });

  it('tells what its owner has still to do, in every postmortem, the most urgent first', async () => {
    const { client, at } = await hovering();
    const text = await at('| @ana |', 'ana');
    assert.match(text, /\*\*ana\*\* — 2 open action items/);
    assert.match(text, /AI-001 Acknowledge after storing \(INC-006\) — due 2026-01-20 ⚠️\n- AI-001 Block deploys/);
    assert.doesNotMatch(text, /Count lost mail|Tell support/);
    assert.match(await at('Commander:** @ana', 'ana'), /2 open action items/);
    client.end();
  });

  it('tells a time in UTC, by the clock of the reader, and since detection', async () => {
    const { client, at } = await hovering({ timeZone: 'Asia/Tokyo' });
    const text = await at('10:40');
    assert.match(text, /2026-02-10 10:40 UTC/);
    assert.match(text, /2026-02-10 19:40 Asia\/Tokyo/);
    assert.match(text, /40 min after/);
    client.end();
  });

  it('tells the strength of an action with its source, and the level of a root cause', async () => {
    const { client, at } = await hovering();
    assert.match(await at('Block deploys'), /\*\*Strong action\*\*[\s\S]*\]\(https:/);
    assert.match(await at('The deploy pipeline'), /cause in the \*\*(?:system|process)\*\*/);
    client.end();
  });

  it('tells the level of a cause that no chain of whys leads to, and nothing where its words tell none', async () => {
    const told = `${FOLDER}/postmortems/inc-8.md`;
    const text =
      '# Postmortem: INC-8 - Search slow\n\n## Root Cause\n\nNothing in the deploy pipeline checks the size of the index.\n\n## Contributing Factors\n\n- A single point of failure in front of all shards\n- Monday\n';
    const client = await TestClient.inMemory();
    client.open(told, text);
    const at = async (words: string) => {
      const hover = await client.request<{ contents: { value: string } } | null>('textDocument/hover', {
        textDocument: { uri: told },
        position: rangeOf(text, words).start,
      });
      return hover?.contents.value;
    };
    assert.match((await at('the deploy pipeline'))!, /cause in the \*\*system\*\*/);
    assert.match((await at('point of failure'))!, /cause in the \*\*architecture\*\*/);
    assert.equal(await at('Monday'), undefined);
    client.end();
  });
});
