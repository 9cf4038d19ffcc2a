import assert from 'node:assert/strict';
import test from 'node:test';
import { isPlaceholder, placeholdersIn } from '../../../server/src/core/model/placeholders.ts';

const found = (text: string) =>
  placeholdersIn({ text, segments: [], opaque: [], struck: [] }).map(({ start, end }) => text.slice(start, end));

test('fill-ins of all kinds are found', () => {
  const cases: Readonly<Record<string, string[]>> = {
    '[2-3 sentences: what happened]': ['[2-3 sentences: what happened]'],
    'The check [which check] did not run': ['[which check]'],
    'Loss: $[amount]': ['$[amount]'],
    'Postmortem: [INC-ID] - [Title]': ['[INC-ID]', '[Title]'],
    'Owner: [@name]': ['[@name]'],
    'See {link to the dashboard} or {{ summary }}': ['{link to the dashboard}', '{{ summary }}'],
    'Between <start time> and <16:00>': ['<start time>', '<16:00>'],
    'Duration: X hours Y minutes': ['X hours', 'Y minutes'],
    'INC-YYYYMMDD-XXX': ['INC-YYYYMMDD-XXX'],
    'HH:MM:SS and 20xx-MM-DD': ['HH:MM:SS', '20xx-MM-DD'],
    'Severity: SEV-1 | SEV-2 | SEV-3': ['SEV-1 | SEV-2 | SEV-3'],
    'Draft / Under Review / Final': ['Draft / Under Review / Final'],
    ____: ['____'],
    '…': ['…'],
    TBD: ['TBD'],
  };
  for (const [text, expected] of Object.entries(cases)) assert.deepEqual(found(text), expected, text);
});

test('what only looks like one is left alone', () => {
  for (const text of [
    'Fixed by [Rick] [1][2] in [#123] and [ABC-12]',
    '[10:02] [ERROR] connection lost [sic]',
    'users[0].name and map[key]',
    'a JSON body {"a": 1} and a path service-{env}/x',
    'List<String> and Map<K, V>',
    '**<START OF OUTAGE>** at 14:02'.replaceAll('*', ''),
    'dates in YYYY-MM-DD format',
    'alerts of P1/P2 and read/write paths',
    '[the cloud vendor] confirmed it',
    '3X more requests, HTTP 5XX',
    'yes or no',
    'unknown',
    'N/A',
  ])
    assert.deepEqual(found(text), [], text);
});

test('a value is unfilled only when nothing else is in it', () => {
  assert.equal(isPlaceholder('[number or %]'), true);
  assert.equal(isPlaceholder('P0 | P1 | P2 | P3'), true);
  assert.equal(isPlaceholder('120 [of how many]'), false);
  assert.equal(isPlaceholder('120'), false);
  assert.equal(isPlaceholder(''), false);
});
