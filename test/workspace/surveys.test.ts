import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addAnswers, parseSurveys, SURVEY_STATEMENTS } from '../../server/src/workspace/index.ts';

describe('psychological safety surveys', () => {
  const answer = (score: number) => SURVEY_STATEMENTS.map(() => score);

  it('four answers are shown, three are not', () => {
    const three = addAnswers('', '2026-Q3', [answer(9), answer(4), answer(7)]);
    assert.deepEqual(parseSurveys(three).quarters, [{ quarter: '2026-Q3', answers: 3, scoreSum: undefined }]);
    const four = addAnswers(three, '2026-Q3', [answer(10)]);
    assert.deepEqual(parseSurveys(four).quarters, [{ quarter: '2026-Q3', answers: 4, scoreSum: 30 }]);
  });

  it('neither the order of answers nor the order of recording can be told from the file', () => {
    const together = addAnswers('', '2026-Q3', [answer(2), answer(10), answer(7), answer(8)]);
    const oneByOne = [answer(10), answer(8), answer(2), answer(7)].reduce(
      (text, one) => addAnswers(text, '2026-Q3', [one]),
      '',
    );
    assert.equal(together, oneByOne);
  });

  it('a score outside 1 to 10 is refused when written and a problem when read', () => {
    assert.throws(() => addAnswers('', '2026-Q3', [answer(11)]), RangeError);
    assert.throws(() => addAnswers('', '2026-Q3', [[5]]), RangeError);
    const { quarters, problems } = parseSurveys('quarter,score\n2026-Q3,11\nsummer,5\n2026-Q3,\n2026-Q3,5\n');
    assert.deepEqual(
      problems.map((problem) => problem.line),
      [2, 3, 4],
    );
    assert.equal(quarters[0]?.answers, 1);
  });

  it('keeps columns that a team has added', () => {
    const text = addAnswers('quarter,our_question\n2026-Q2,6\n', '2026-Q3', [answer(5)]);
    assert.match(text, /^quarter,.*,our_question\n/);
    assert.deepEqual(
      parseSurveys(text).quarters.map((survey) => [survey.quarter, survey.answers]),
      [
        ['2026-Q2', 1],
        ['2026-Q3', 1],
      ],
    );
  });
});
