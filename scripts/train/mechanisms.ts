// Counts the words of the stories by which mechanisms of failure are recognised: a part of `npm run train`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { featuresOf } from '../../server/src/workspace/similarity/learned.ts';
import { MECHANISMS } from '../../server/src/workspace/similarity/mechanismVocabulary.ts';
import { stemsOf } from '../../server/src/workspace/similarity/sentences.ts';

const ROOT = join(import.meta.dirname, '../..');
const STORIES = join(ROOT, 'test/corpus/mechanisms.txt');
const WRITTEN = join(ROOT, 'server/src/workspace/similarity/learned.generated.ts');

/** Words that so large a share of the stories has tell nothing. */
const COMMON = 0.2;

const names = Object.keys(MECHANISMS);
const mechanismsOf = new Map<string, number[]>();
let stories = 0;
let mechanism = -1;
for (const line of readFileSync(STORIES, 'utf8').split('\n')) {
  if (line.startsWith('# ')) {
    mechanism = names.indexOf(line.slice(2));
    if (mechanism < 0) throw new Error(`${STORIES}: "${line.slice(2)}" is no mechanism of mechanismVocabulary.ts`);
  } else if (line !== '') {
    stories++;
    for (const feature of featuresOf(stemsOf(line)))
      mechanismsOf.set(feature, [...(mechanismsOf.get(feature) ?? []), mechanism]);
  }
}
const lines = [...mechanismsOf]
  .filter(([, of]) => of.length < stories * COMMON)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([feature, of]) =>
      `${feature} ${of
        .sort((a, b) => a - b)
        .map((at) => at.toString(36).padStart(2, '0'))
        .join('')}`,
  );
writeFileSync(
  WRITTEN,
  `// Written by \`npm run train\` from ${stories} stories.
/** The words and classes of words of the stories, each with the mechanisms of the stories that have it: their numbers in base 36, two digits each. */
export const LEARNED = {
  stories: ${stories},
  features:
    \`${lines.join('\n')}\`,
};
`,
);
console.log(`${stories} stories, ${lines.length} words -> ${WRITTEN}`);
