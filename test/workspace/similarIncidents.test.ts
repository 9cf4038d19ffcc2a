import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  PostmortemIndex,
  type PostmortemRecord,
  SAME_CAUSE,
  SimilarIncidents,
} from '../../server/src/workspace/index.ts';
import { HELD_OUT_OTHER, HELD_OUT_SAME } from './heldOutPairs.ts';
import { record } from './records.ts';
import { OTHER_CAUSE_PAIRS, SAME_CAUSE_PAIRS, type Told } from './similarPairs.ts';

function recordOf(path: string, { title, summary, cause, factors = '', services = [] }: Told): PostmortemRecord {
  return record(path, { title, symptoms: `${title}\n${summary}`, cause, factors, services });
}

const pairs = [
  ...SAME_CAUSE_PAIRS.map((pair) => ({ ...pair, same: true })),
  ...OTHER_CAUSE_PAIRS.map((pair) => ({ ...pair, same: false })),
].map(({ name, same, one, other }, index) => ({
  name,
  same,
  one: recordOf(`${index}-one.md`, one),
  other: recordOf(`${index}-other.md`, other),
}));

const all = new SimilarIncidents();
for (const { one, other } of pairs) for (const side of [one, other]) all.update(side);

describe('40 pairs of incidents: 20 with the same cause in other words, 20 with the same symptom and another cause', () => {
  const judged = pairs.map((pair) => ({ ...pair, score: all.compare(pair.one, pair.other) }));
  const called = judged.filter(({ score }) => score >= SAME_CAUSE);
  const right = called.filter(({ same }) => same);

  it('are told apart with a precision of 0.9 at a recall of 0.8 at least', (context) => {
    const precision = right.length / called.length;
    const recall = right.length / SAME_CAUSE_PAIRS.length;
    context.diagnostic(`precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`);
    const missed = judged.filter(({ same, score }) => same && score < SAME_CAUSE).map(({ name }) => name);
    assert.ok(recall >= 0.8, `recall ${recall}, missed: ${missed.join(', ')}`);
    assert.ok(
      precision >= 0.9,
      `precision ${precision}, wrongly called: ${called.filter(({ same }) => !same).map(({ name }) => name)}`,
    );
  });

  it('are found among all 80 documents: the other one of a pair is in the first three', () => {
    const found = right.filter(({ one, other }) => all.find(one).some((hit) => hit.record === other));
    assert.equal(found.length, right.length);
  });

  it('it does not matter from which side one looks', () => {
    for (const { one, other } of pairs) assert.ok(Math.abs(all.compare(one, other) - all.compare(other, one)) < 1e-9);
  });
});

describe('similar incidents', () => {
  it('say what tells', () => {
    const { one, other } = pairs.find(({ name }) => name === 'certificate not renewed')!;
    const hit = all.find(one).find((candidate) => candidate.record === other)!;
    assert.ok(hit.sharedTerms.includes('certificate'));
    assert.ok(hit.sharedTerms.includes('expire'));
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

describe('20 more pairs, written by somebody who had not seen the vocabulary', () => {
  const others = [
    ...HELD_OUT_SAME.map((pair) => ({ ...pair, same: true })),
    ...HELD_OUT_OTHER.map((pair) => ({ ...pair, same: false })),
  ].map(({ name, same, one, other }, at) => ({
    name,
    same,
    one: recordOf(`held-${at}-one.md`, one),
    other: recordOf(`held-${at}-other.md`, other),
  }));
  const known = new SimilarIncidents();
  for (const { one, other } of others) for (const side of [one, other]) known.update(side);
  const called = others.filter(({ one, other }) => known.compare(one, other) >= SAME_CAUSE);

  it('are told apart, too', (context) => {
    const right = called.filter(({ same }) => same).length;
    const recall = right / HELD_OUT_SAME.length;
    context.diagnostic(`precision ${(right / called.length).toFixed(2)}, recall ${recall.toFixed(2)}`);
    assert.ok(right / called.length >= 0.9);
    assert.ok(recall >= 0.8);
  });
});
