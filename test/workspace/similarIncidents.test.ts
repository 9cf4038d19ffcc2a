import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import {
  PostmortemIndex,
  type PostmortemRecord,
  SAME_CAUSE,
  SimilarIncidents,
  WORTH_A_LOOK,
} from '../../server/src/workspace/index.ts';
import { record } from './records.ts';
import { OTHER_CAUSE_PAIRS, type Pair, SAME_CAUSE_PAIRS, type Told } from './similarPairs.ts';
import { BLIND_OTHER_CAUSE_PAIRS, BLIND_SAME_CAUSE_PAIRS } from './similarPairsBlind.ts';
import { LATER_OTHER_CAUSE_PAIRS, LATER_SAME_CAUSE_PAIRS } from './similarPairsLater.ts';

interface Pairs {
  readonly same: readonly Pair[];
  readonly other: readonly Pair[];
}

function recordOf(path: string, { title, summary, cause, factors = '', services = [] }: Told): PostmortemRecord {
  return record(path, { title, symptoms: `${title}\n${summary}`, cause, factors, services });
}

/** All documents of the pairs in one index, and what is said of each pair. */
function judge({ same, other }: Pairs) {
  const index = new SimilarIncidents();
  const pairs = [...same, ...other].map((pair, at) => ({
    name: pair.name,
    same: at < same.length,
    one: recordOf(`${at}-one.md`, pair.one),
    other: recordOf(`${at}-other.md`, pair.other),
  }));
  for (const pair of pairs) for (const side of [pair.one, pair.other]) index.update(side);
  const judged = pairs.map((pair) => ({ ...pair, score: index.compare(pair.one, pair.other) }));
  const quality = (minimum: number) => {
    const called = judged.filter(({ score }) => score >= minimum);
    const right = called.filter((pair) => pair.same).length;
    return { precision: right / called.length, recall: right / same.length };
  };
  return { index, pairs, judged, quality };
}

const { index: all, pairs, judged, quality } = judge({ same: SAME_CAUSE_PAIRS, other: OTHER_CAUSE_PAIRS });

describe('40 pairs of incidents: 20 with the same cause in other words, 20 with the same symptom and another cause', () => {
  it('are told apart with a precision of 0.9 at a recall of 0.8 at least', (context) => {
    const { precision, recall } = quality(SAME_CAUSE);
    context.diagnostic(`precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`);
    const missed = judged.filter(({ same, score }) => same && score < SAME_CAUSE).map(({ name }) => name);
    const wrong = judged.filter(({ same, score }) => !same && score >= SAME_CAUSE).map(({ name }) => name);
    assert.ok(recall >= 0.8, `recall ${recall}, missed: ${missed.join(', ')}`);
    assert.ok(precision >= 0.9, `precision ${precision}, wrongly called: ${wrong.join(', ')}`);
  });

  it('are found among all 80 documents: the other one of a pair is in the first three', () => {
    for (const { name, same, score, one, other } of judged)
      if (same && score >= SAME_CAUSE)
        assert.ok(
          all.find(one).some((hit) => hit.record === other),
          name,
        );
  });

  it('it does not matter from which side one looks', () => {
    for (const { one, other } of pairs) assert.ok(Math.abs(all.compare(one, other) - all.compare(other, one)) < 1e-9);
  });
});

describe('pairs written by somebody who had not seen the vocabulary, which was then widened by them', () => {
  for (const [name, later] of Object.entries({
    '20 pairs': { same: LATER_SAME_CAUSE_PAIRS, other: LATER_OTHER_CAUSE_PAIRS },
    '40 more': { same: BLIND_SAME_CAUSE_PAIRS, other: BLIND_OTHER_CAUSE_PAIRS },
  })) {
    it(`${name} are told apart with a precision of 0.9 at a recall of 0.8 at least`, (context) => {
      const { precision, recall } = judge(later).quality(SAME_CAUSE);
      context.diagnostic(`precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`);
      assert.ok(precision >= 0.9, `precision ${precision}`);
      assert.ok(recall >= 0.8, `recall ${recall}`);
    });
  }
});

// Never used for tuning: who changes the vocabulary or a weight does not read these pairs, and looks at these two numbers only. They tell what to expect of
// incidents that nobody has seen yet. Where they are read after all, other pairs have to take their place.
for (const [file, { recognised, shown }] of Object.entries({
  'heldOutPairs.json': { recognised: 0.6, shown: 0.75 },
  'heldOutPairs2.json': { recognised: 0.7, shown: 0.8 },
}))
  describe(`40 pairs held out in ${file}`, () => {
    const heldOut = judge(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Pairs);

    it('those called the same are the same, and most of them are recognised', (context) => {
      const { precision, recall } = heldOut.quality(SAME_CAUSE);
      context.diagnostic(`precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`);
      assert.ok(precision >= 0.9, `precision ${precision}`);
      assert.ok(recall >= recognised, `recall ${recall}`);
    });

    it('four of five are shown to one who writes', (context) => {
      const { precision, recall } = heldOut.quality(WORTH_A_LOOK);
      context.diagnostic(`precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`);
      assert.ok(recall >= shown, `recall ${recall}`);
    });
  });

describe('similar incidents', () => {
  it('say what tells', () => {
    const { one, other } = pairs.find(({ name }) => name === 'certificate not renewed')!;
    const hit = all.find(one).find((candidate) => candidate.record === other)!;
    assert.equal(hit.sharedTerms[0], 'certificate or key expired');
    assert.ok(hit.sharedTerms.includes('renew'), hit.sharedTerms.join());
  });

  it('a copy is the same, a document is not similar to itself, an empty one to none', () => {
    const some = pairs[0]!.one;
    assert.ok(all.compare(some, record('copy.md', { ...some, uri: 'copy' })) > 0.7);
    assert.ok(all.find(some).every((hit) => hit.record.uri !== some.uri));
    assert.deepEqual(all.find(record('empty.md')), []);
  });

  it('follow a document as it changes and goes', () => {
    const index = new SimilarIncidents();
    const { one, other } = pairs[0]!;
    index.update(one);
    index.update(other);
    assert.equal(index.find(one).length, 1);
    index.update({ ...other, cause: 'A flag for a test market was on everywhere.' });
    assert.equal(index.find(one).length, 0);
    index.update(other);
    index.remove(other.uri);
    assert.equal(index.find(one).length, 0);
  });
});

describe('a repeat incident', () => {
  const { one, other } = pairs[0]!;
  const index = new PostmortemIndex();
  const earlier = { ...one, incidentId: 'INC-1', date: '2026-01-10' };
  const later = { ...other, incidentId: 'INC-2', date: '2026-05-02' };
  index.add(earlier);
  index.add(later);

  it('is the later one', () => {
    assert.equal(index.repeated(later), earlier);
    assert.equal(index.repeated(earlier), undefined);
  });

  it('two documents about one incident are no repeat', () => {
    assert.equal(index.repeated({ ...later, incidentId: 'inc-1' }), undefined);
  });

  it('without a date nobody can tell which was first', () => {
    assert.equal(index.repeated({ ...later, date: undefined }), undefined);
  });
});
