import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { frontCoded } from '../../server/src/core/language/lexicon/frontCoded.ts';

const root = new URL('../../', import.meta.url);

/** What the build does with the list. */
async function encoded(list: string): Promise<string> {
  const { encode } = await import(new URL('scripts/bundle/frontCoded.mjs', root).href);
  return encode(list);
}

test('the first names come back from their front-coded form', async () => {
  const source = readFileSync(new URL('server/src/core/language/lexicon/firstNames.ts', root), 'utf8');
  const names = (/words\(`([^`]*)`\)/.exec(source)?.[1] ?? '').split(/\s+/).filter(Boolean);
  assert.ok(names.length > 5000);
  assert.deepEqual([...frontCoded(await encoded(names.join(' ')))], [...new Set(names)].sort());
});

test('a name may begin with another one, or share more letters than a digit can say', async () => {
  assert.deepEqual(
    [...frontCoded(await encoded('annabella-maria ann anna annabella-marie åsa'))],
    ['ann', 'anna', 'annabella-maria', 'annabella-marie', 'åsa'],
  );
});
