import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DocumentContext } from '../../../server/src/core/language/context.ts';
import { Phrases } from '../../../server/src/core/language/phrases.ts';
import { Passage } from '../../../server/src/core/language/sentence.ts';

const phrases = new Phrases(`
  drop|drops the ball
  take * eye off
  be asleep
`);

function found(text: string): string | undefined {
  const s = new Passage(text, [], new DocumentContext({})).sentence(0)!;
  const match = phrases.find(s);
  return match && s.textOf(match.from, match.to);
}

describe('phrases', () => {
  it('are found as written and by the lemma of a word', () => {
    assert.equal(found('They drop the ball again.'), 'drop the ball');
    assert.equal(found('The reviewer dropped the ball.'), 'dropped the ball');
    assert.equal(found('The reviewer was asleep.'), 'was asleep');
  });

  it('skip up to three words at a gap, and adverbs anywhere', () => {
    assert.equal(found('He took his one good eye off the graph.'), 'took his one good eye off');
    assert.equal(found('He took his one and only good eye off the graph.'), undefined);
    assert.equal(found('The operator was evidently asleep.'), 'was evidently asleep');
  });

  it('want their words in order', () => {
    assert.equal(found('The ball did drop.'), undefined);
    assert.equal(found('Asleep she was.'), undefined);
  });

  it('are told of one sentence though another was looked at in between', () => {
    const context = new DocumentContext({});
    const first = new Passage('He dropped the ball.', [], context).sentence(0)!;
    const second = new Passage('Nothing happened.', [], context).sentence(0)!;
    assert.equal(phrases.isIn(first.glance), true);
    assert.equal(phrases.isIn(second.glance), false);
    assert.deepEqual(phrases.find(first), { from: 1, to: 4 });
  });
});
