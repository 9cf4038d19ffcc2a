import { featuresOf } from '../../server/src/workspace/similarity/learned.ts';
import { MECHANISMS } from '../../server/src/workspace/similarity/mechanismVocabulary.ts';
import { stemsOf } from '../../server/src/workspace/similarity/sentences.ts';

/** What one cause was, told in a few sentences. */
export interface Story {
  readonly mechanism: string;
  readonly text: string;
}

/** Words that so large a share of the stories has tell nothing. */
const COMMON = 0.1;

/** The stories of a file: a heading `# mechanism`, then one story a line. */
export function storiesIn(text: string): Story[] {
  const stories: Story[] = [];
  let mechanism = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) mechanism = line.slice(2);
    else if (line !== '') stories.push({ mechanism, text: line });
  }
  return stories;
}

/**
 * The words and classes of words of the stories, one a line, each with the mechanisms of the stories that have it: their numbers in base 36, two digits
 * each, and a capital for how many stories of the mechanism it is, where it is several: B for two. Throws where a story is about a mechanism that the vocabulary does not have.
 */
export function countsOf(stories: readonly Story[]): string {
  const names = Object.keys(MECHANISMS);
  const countsOfFeature = new Map<string, number[]>();
  for (const { mechanism, text } of stories) {
    const number = names.indexOf(mechanism);
    if (number < 0) throw new Error(`"${mechanism}" is no mechanism of mechanismVocabulary.ts`);
    for (const feature of featuresOf(stemsOf(text))) {
      const counts = countsOfFeature.get(feature) ?? new Array<number>(names.length).fill(0);
      counts[number]!++;
      countsOfFeature.set(feature, counts);
    }
  }
  const written = (count: number, mechanism: number) => {
    if (count === 0) return '';
    return mechanism.toString(36).padStart(2, '0') + (count === 1 ? '' : String.fromCharCode(64 + Math.min(count, 26)));
  };
  return [...countsOfFeature]
    .filter(([, counts]) => counts.reduce((a, b) => a + b) < stories.length * COMMON)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, counts]) => `${feature} ${counts.map(written).join('')}`)
    .join('\n');
}
