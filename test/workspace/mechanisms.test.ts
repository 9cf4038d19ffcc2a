import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { countsOf, storiesIn } from '../../scripts/train/mechanismStories.ts';
import { LEARNED } from '../../server/src/workspace/similarity/learned.generated.ts';
import { mechanismsOf } from '../../server/src/workspace/similarity/mechanisms.ts';
import { MECHANISMS } from '../../server/src/workspace/similarity/mechanismVocabulary.ts';

const stories = storiesIn(readFileSync(new URL('../corpus/mechanisms.txt', import.meta.url), 'utf8'));

describe('the mechanisms of failure', () => {
  it('each have stories', () => {
    for (const name of Object.keys(MECHANISMS))
      assert.ok(stories.filter(({ mechanism }) => mechanism === name).length >= 5, name);
  });

  it('were counted in the stories as they are: otherwise run `npm run train`', () => {
    assert.equal(LEARNED.stories, stories.length);
    assert.equal(LEARNED.features, countsOf(stories));
  });

  it('are told by other words than the stories have', () => {
    const [likeliest] = mechanismsOf(
      'Proof of who the kiosk server is had been good until the 30th. No one had it in a diary, and after that day terminals declined to talk TLS to it.',
    ).keys();
    assert.equal(likeliest, 'certificate or key expired');
  });

  it('are probabilities', () => {
    const probabilities = [
      ...mechanismsOf('Clients tried again at once, and the flood of attempts kept the server down.').values(),
    ];
    assert.ok(probabilities.every((probability) => probability > 0 && probability <= 1));
    assert.ok(probabilities.reduce((sum, probability) => sum + probability, 0) <= 1);
    assert.ok(probabilities[0]! > 0.5);
  });

  it('are none where nothing is told', () => {
    assert.equal(mechanismsOf('').size, 0);
    assert.equal(mechanismsOf('To be written.').size, 0);
  });
});
