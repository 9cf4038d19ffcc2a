import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { check, fixAll, type Rule, rules } from '../../../server/src/core/index.ts';

const TEXT = `# Postmortem: INC-1 - Disk full

**Status:** In Review

## Summary

Bob forgot to check the disk. [what happened then]
`;
const input = { text: TEXT, path: 'postmortems/a.md', now: Date.UTC(2026, 2, 1) };

function ruleNamed(id: string): Rule {
  const rule = rules.find((candidate) => candidate.id === id);
  assert.ok(rule, id);
  return rule;
}

function findingsWithout(id: string) {
  return check(input).findings.filter(({ ruleId }) => ruleId !== id);
}

/** Lets a rule be written anew for one test. */
function rewrite(t: TestContext, id: string, wrong: Rule['check']): void {
  t.mock.method(ruleNamed(id) as { check: Rule['check'] }, 'check', wrong);
}

describe('a rule that throws', () => {
  it('is named, and all other rules say what they would have said', (t) => {
    const others = findingsWithout('structure/placeholder');
    assert.ok(others.length < check(input).findings.length, 'it had something to say');
    rewrite(t, 'structure/placeholder', () => {
      throw new TypeError('cannot read the end of nothing');
    });
    const { findings, failures } = check(input);
    assert.deepEqual(
      failures.map(({ ruleId, tooSlow }) => [ruleId, tooSlow]),
      [['structure/placeholder', undefined]],
    );
    assert.match(failures[0]!.message, /cannot read the end of nothing/);
    assert.deepEqual(findings, others);
  });

  it('in the middle takes back what it had said, for half of the truth misleads', (t) => {
    const others = findingsWithout('structure/placeholder');
    rewrite(t, 'structure/placeholder', function* () {
      yield { span: { start: 0, end: 5 }, message: 'text' };
      throw new Error('no more');
    });
    assert.deepEqual(check(input).findings, others);
  });

  it('is asked again with the next version, where it may not throw', (t) => {
    rewrite(t, 'structure/placeholder', () => {
      throw new Error('only once');
    });
    const previous = check(input);
    t.mock.restoreAll();
    const { failures, findings } = check({ ...input, previous });
    assert.deepEqual(failures, []);
    assert.deepEqual(findings, check(input).findings);
  });
});

describe('a rule that hangs', () => {
  /** A clock that goes on by a second with each look at it. */
  const hurrying = () => {
    let seconds = 0;
    return () => seconds++ * 1000;
  };
  const endless: Rule['check'] = function* () {
    for (;;) yield { span: { start: 0, end: 5 }, message: 'text' };
  };

  it('is stopped when its time is over, and the others go on', (t) => {
    const others = findingsWithout('structure/placeholder');
    rewrite(t, 'structure/placeholder', endless);
    // Time passes only for this rule: the others look at the clock, too, and have little to say.
    const { findings, failures } = check({ ...input, elapsed: hurrying() });
    assert.deepEqual(
      failures.map(({ ruleId, tooSlow }) => [ruleId, tooSlow]),
      [['structure/placeholder', true]],
    );
    assert.deepEqual(findings, others);
  });

  it('is not asked again for the next versions of the document, but for other documents', (t) => {
    rewrite(t, 'structure/placeholder', endless);
    const previous = check({ ...input, elapsed: hurrying() });
    t.mock.restoreAll();
    let asked = 0;
    rewrite(t, 'structure/placeholder', () => {
      asked++;
      return [];
    });
    const { failures } = check({ ...input, text: `${TEXT}\nMore.\n`, previous, elapsed: hurrying() });
    assert.deepEqual(
      failures.map(({ ruleId }) => ruleId),
      ['structure/placeholder'],
    );
    assert.equal(asked, 0);
    check({ ...input, path: 'postmortems/b.md', elapsed: hurrying() });
    assert.equal(asked, 1);
  });
});

describe('a clock that jumps', () => {
  it('back to 1970, or on by a thousand years, makes no rule fail', () => {
    for (const now of [0, -1, Date.UTC(3026, 0, 1), 8.64e15, Number.NaN]) {
      const { failures } = check({ ...input, now });
      assert.deepEqual(failures, [], String(now));
      assert.doesNotThrow(() => fixAll({ ...input, now }));
    }
  });
});
