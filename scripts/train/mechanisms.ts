// Counts the words of the stories by which mechanisms of failure are recognised: a part of `npm run train`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countsOf, storiesIn } from './mechanismStories.ts';

const ROOT = join(import.meta.dirname, '../..');
const WRITTEN = join(ROOT, 'server/src/workspace/similarity/learned.generated.ts');

const stories = storiesIn(readFileSync(join(ROOT, 'test/corpus/mechanisms.txt'), 'utf8'));
const counts = countsOf(stories);
writeFileSync(
  WRITTEN,
  `// Written by \`npm run train\` from ${stories.length} stories.
/** What is written is told at countsOf in scripts/train/mechanismStories.ts. */
export const LEARNED = {
  stories: ${stories.length},
  features:
    \`${counts}\`,
};
`,
);
console.log(`${stories.length} stories -> ${WRITTEN}`);
