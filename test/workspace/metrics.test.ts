import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { useTranslations } from '../../server/src/core/index.ts';
import {
  collectFacts,
  dashboardOf,
  type Facts,
  formatReport,
  type PostmortemRecord,
  parsePeriod,
  parseRegister,
  parseSurveys,
  type Report,
  reportOf,
} from '../../server/src/workspace/index.ts';
import { action, record } from './records.ts';

/** A quarter of a small team, today being 15 September 2026. Every figure below is counted by hand in the comments. */
const REGISTER = `incident_id,title,started_at,resolved_at,severity,services,team,postmortem,repeat_of,source
INC-101,Checkout timeouts,2026-07-03T10:00:00Z,2026-07-03T11:00:00Z,P1,checkout,payments,,none,
INC-102,Search index stale,2026-07-20,,P2,search,discovery,,INC-090,
INC-103,Mail delayed,2026-08-05,,P3,mail,platform,no,,
INC-104,Login loop,2026-08-11,,P1,login;checkout,identity,,,
INC-105,Exports empty,2026-09-01,,P2,exports,platform,,,
INC-106,Cache cold,2026-09-14,,P2,checkout,payments,,,
INC-090,Search index stale,2026-05-02,,P2,search,discovery,,none,
`;

const RECORDS: PostmortemRecord[] = [
  record('pm/inc-101.md', {
    incidentId: 'INC-101',
    date: '2026-07-03',
    completedOn: '2026-07-04',
    timeToDetect: 5,
    timeToRecover: 60,
    blameFindings: 1,
    actions: [
      action({ id: 'AI-1', due: '2026-07-10', state: 'done', doneOn: '2026-07-09', strength: 'strong' }),
      action({ id: 'AI-2', due: '2026-07-10', state: 'done', doneOn: '2026-07-12', strength: 'weak' }),
      action({ id: 'AI-3', due: '2026-07-31', state: 'done', strength: 'intermediate' }),
      action({ id: 'AI-4', due: '2026-08-01', state: 'cancelled' }),
    ],
  }),
  record('pm/inc-102.md', {
    incidentId: 'inc-102',
    date: '2026-07-20',
    completedOn: '2026-07-25',
    timeToDetect: 30,
    timeToRecover: 240,
    actions: [
      action({ id: 'AI-1', due: '2026-08-20', state: 'in-progress' }),
      action({ id: 'AI-2', due: '2026-09-15', state: 'open' }),
      action({ id: 'AI-3', due: '2026-08-20', state: 'done', doneOn: '2026-08-20' }),
    ],
  }),
  record('pm/inc-104.md', {
    incidentId: 'INC-104',
    date: '2026-08-11',
    lifecycle: 'in-review',
    completion: 'unknown',
    blameFindings: 4,
    actions: [action({ id: 'AI-1' })],
  }),
  record('pm/inc-106.md', { incidentId: 'INC-106', date: '2026-09-14', lifecycle: 'draft', completion: 'incomplete' }),
];

const SURVEYS = `quarter,raise_problems,admit_mistakes
2026-Q3,8,9
2026-Q3,7,8
2026-Q3,9,10
2026-Q3,6,8
2026-Q2,9,9
2026-Q2,8,8
2026-Q2,10,10
`;

const TODAY = '2026-09-15';

function facts(register: string | 'none' = REGISTER, records = RECORDS): Facts {
  return collectFacts({
    records,
    register: register === 'none' ? undefined : parseRegister(register),
    surveys: parseSurveys(SURVEYS),
    asOf: TODAY,
    repeated: () => undefined,
  });
}

function report(period: string, from = facts()): Report {
  return reportOf(from, parsePeriod(period)!);
}

describe('the five metrics of a quarter', () => {
  const { figures, companions } = report('2026-Q3').total;

  it('completion: incidents of the register, those that need none left out, yesterday’s not yet counted', () => {
    // Needed: 101, 102, 104, 105, 106 (103 needs none). Complete: 101, 102. Missing: 105 (none at all). 104 states no status: unknown.
    // 106 happened yesterday: not counted yet. 2 of 3; with 104 between 2/4 and 3/4: missed either way.
    const { value, numerator, denominator, met, unknown, missed } = figures.completion;
    assert.deepEqual([value, numerator, denominator, met], [2 / 3, 2, 3, false]);
    assert.deepEqual(
      unknown.map((evidence) => evidence.document),
      ['pm/inc-104.md'],
    );
    assert.deepEqual(missed, [{ document: undefined, label: 'INC-105 Exports empty', detail: 'no postmortem' }]);
  });

  it('action items on time: by due date, unknown where the day of completion is not written', () => {
    // Due in the quarter and not cancelled: on time 101/1, 102/3; late 101/2 (two days), 102/1 (open, 26 days overdue).
    // Not due: 102/2 (due today). Unknown: 101/3 (done, no day), 104/1 (no due date, incident in the quarter). 2 of 4.
    const { value, numerator, denominator, met, unknown, missed, toKnow } = figures['actions-on-time'];
    assert.deepEqual([value, numerator, denominator, met], [0.5, 2, 4, false]);
    assert.deepEqual(
      missed.map((evidence) => evidence.detail),
      ['due 2026-07-10, done 2026-07-12', 'due 2026-08-20, 26 days overdue'],
    );
    assert.equal(unknown.length, 2);
    assert.equal(toKnow.length, 2);
  });

  it('repeat incidents: what the register says; without a cause it cannot be told', () => {
    // 101 is none, 102 repeats 090. 103 to 106 have no cause anywhere: unknown. One repeat is one too many already.
    const { value, denominator, met, unknown, counted } = figures['repeat-incidents'];
    assert.deepEqual([value, denominator, met, unknown.length], [1, 2, false, 4]);
    assert.equal(counted[0]?.detail, 'same root cause as INC-090');
  });

  it('time to postmortem: median and 90th percentile of whole days', () => {
    // 101 took 1 day, 102 took 5: median 3, 90th percentile 1 * 0.1 + 5 * 0.9 = 4.6.
    // Not known: 104 (no day), 105 (none after 14 days), 106 (draft after 1 day). Sorted with those at their least: 0 1 1 5 14, median 1;
    // at their most: 1 5 ∞ ∞ ∞, median ∞. So whether the target is met cannot be told.
    const { value, p90, denominator, met, unknown } = figures['time-to-postmortem'];
    assert.deepEqual([value, p90, denominator, met, unknown.length], [3, 1 * (1 - 0.9) + 5 * 0.9, 2, undefined, 3]);
  });

  it('psychological safety: mean of the answers', () => {
    // Answers 8.5, 7.5, 9.5, 7: 32.5 / 4 = 8.125, above 8.
    const { value, numerator, denominator, met } = figures['psychological-safety'];
    assert.deepEqual([value, numerator, denominator, met], [8.125, 32.5, 4, true]);
  });

  it('beside them: detection, recovery, open and overdue actions, strength, blame', () => {
    // Detection 5 and 30: median 17.5; recovery 60 and 240: 150; both known in 2 of 4 documents.
    assert.deepEqual(companions.timeToDetect, { median: 17.5, p90: 5 * (1 - 0.9) + 30 * 0.9, known: 2, unknown: 2 });
    assert.equal(companions.timeToRecover.median, 150);
    assert.equal(companions.timeToMitigate.median, undefined);
    // 8 items; open 102/1, 102/2, 104/1; overdue 102/1.
    assert.deepEqual(companions.actions, { all: 8, open: 3, overdue: 1 });
    assert.deepEqual(companions.strength, { strong: 1, intermediate: 1, weak: 1, unknown: 5 });
    // 5 findings in 4 documents.
    assert.equal(companions.blamePerDocument, 1.25);
  });
});

describe('what is not known', () => {
  it('three answers are no survey', () => {
    const figure = report('2026-Q2').total.figures['psychological-safety'];
    assert.equal(figure.value, undefined);
    assert.equal(figure.met, undefined);
    assert.match(figure.toKnow[0]!, /at least 4 answers/);
    assert.deepEqual(
      facts().surveys.map((survey) => survey.quarter),
      ['2026-Q3'],
    );
  });

  it('a quarter without incidents has no completion rate: neither 0 nor 100 %', () => {
    const { figures } = report('2025-Q1').total;
    assert.deepEqual(
      Object.values(figures).map(({ value, met }) => [value, met]),
      [0, 1, 2, 3, 4].map(() => [undefined, undefined]),
    );
  });

  it('a target is met only if the unknown cases cannot undo it', () => {
    const complete = record('a.md', { date: '2026-07-01', completedOn: '2026-07-02' });
    const met = (records: PostmortemRecord[]) =>
      reportOf(
        collectFacts({ records, register: undefined, surveys: undefined, asOf: TODAY, repeated: () => undefined }),
        parsePeriod('2026-Q3')!,
      ).total.figures.completion.met;
    assert.equal(met([complete]), true);
    assert.equal(met([complete, record('b.md', { date: '2026-07-05', completion: 'unknown' })]), undefined);
  });
});

describe('without a register', () => {
  const related = (incidentId: string, day?: string) => ({
    incidentId,
    span: { start: 0, end: 0 },
    related: true,
    day,
  });
  const records = [
    record('pm/a.md', {
      incidentId: 'INC-7',
      date: '2026-07-03',
      completedOn: '2026-07-04',
      mentions: [related('INC-5', '2026-07-01'), related('INC-6')],
    }),
    record('pm/without-id.md', { date: '2026-08-01', completion: 'incomplete' }),
  ];
  const found = report('2026-Q3', facts('none', records));

  it('incidents are those that documents name', () => {
    // INC-7, the one without an id, INC-5 (named with its day); INC-6 has no day and stands in no quarter. Complete: INC-7.
    const { numerator, denominator } = found.total.figures.completion;
    assert.deepEqual([numerator, denominator], [1, 3]);
  });

  it('says what the figures are counted from', () => {
    assert.equal(found.basis, 'documents');
    assert.match(found.notes[0]!, /no incident register/);
    assert.match(found.notes[1]!, /^1 incident has no date/);
  });
});

describe('a report', () => {
  it('has a column for each quarter of its period', () => {
    assert.deepEqual(
      report('2026-Q2..2026-Q3').quarters.map((column) => column.period.label),
      ['2026-Q2', '2026-Q3'],
    );
  });

  it('can be asked of one service, team or severity', () => {
    const checkout = reportOf(facts(), parsePeriod('2026-Q3')!, { service: 'Checkout' }).total;
    // 101, 104 and 106 concern checkout; 104 is unknown, 106 too young: 1 of 1.
    assert.deepEqual([checkout.figures.completion.numerator, checkout.figures.completion.denominator], [1, 1]);
    assert.equal(checkout.companions.documents, 3);
  });
});

describe('the words of a reader', () => {
  const texts: Record<string, string> = require('../../l10n/bundle.l10n.de.json');
  after(() => useTranslations(undefined));

  // Two periods with and without a register, so that every case of every metric is told.
  const shown = () =>
    [
      dashboardOf(facts(), parsePeriod('2026-Q2..2026-Q3')!),
      dashboardOf(facts('none', []), parsePeriod('2025-Q1')!),
    ].map(({ filter, choices, burnDown, recoveries, clusters, ...told }) => told);

  it('are English for the command line', () => {
    const [{ metrics, beside } = assert.fail()] = shown();
    assert.equal(metrics[3]!.target.text, '< 2 days');
    assert.equal(metrics[3]!.total.text, '3 days (p90 4.6)');
    assert.deepEqual(beside[2], {
      name: 'Time to detect, median',
      values: ['unknown', '17.5 min (2 of 4)', '17.5 min (2 of 4)'],
    });
    assert.match(formatReport(report('2026-Q3'), 'html'), /<html lang="en">/);
  });

  describe('where there are texts for them', () => {
    before(() => useTranslations(texts));

    it('are of one language: names, definitions, figures, evidence, notes, the file of the report', () => {
      const [{ metrics, beside } = assert.fail()] = shown();
      assert.equal(metrics[3]!.target.text, '< 2 Tage');
      assert.equal(metrics[3]!.total.text, '3 Tage (p90 4,6)');
      assert.deepEqual(beside[2]!.values, ['unbekannt', '17,5 min (2 von 4)', '17,5 min (2 von 4)']);
      const page = formatReport(report('2026-Q3'), 'html');
      assert.match(page, /<html lang="de">/);
      const said = JSON.stringify(shown()) + page.replace(/<style>[\s\S]*<\/style>|<code>.*?<\/code>|<[^>]*>/g, ' ');
      const english =
        /\b(?:the|of|and|with|an?|is|not|days?|unknown|incidents?|items?|due|done|completed|answers?)\b/gi;
      // Fields as they are written into documents, and names that programs read, are no words of ours.
      const ours = said.replace(/`[^`]*`|„completed by“|"unknown":|"(?:id|unit)":"[^"]*"/g, '');
      assert.deepEqual(ours.match(english) ?? [], []);
    });

    it('leave what programs read as it is', () => {
      assert.match(formatReport(report('2026-Q3'), 'csv'), /^2026-Q3,completion,0\.6+7?,,2,3,1,100 %,missed$/m);
    });
  });
});
