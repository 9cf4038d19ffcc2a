import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { check } from '../../server/src/core/index.ts';

/** A labelled sentence; the labels are those of GUIDELINE.md. */
interface Labelled {
  readonly text: string;
  readonly section: string;
  readonly label: 'blame' | 'soft' | 'ok';
}

const HEADINGS: Readonly<Record<string, string>> = {
  summary: 'Executive Summary',
  timeline: 'Timeline',
  'root-cause': 'Root Cause Analysis',
  'went-well': 'What Went Well',
  'went-poorly': 'What Went Poorly',
  'action-items': 'Action Items',
  lessons: 'Lessons Learned',
  review: 'Review Notes',
};

const read = (path: string): Labelled[] =>
  readFileSync(join(import.meta.dirname, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Labelled);

/** Whether a sentence, alone under the heading of its section, is warned about as blaming. */
function isWarned({ text, section }: Labelled): boolean {
  const document = `# Postmortem: INC-1 - Labelled sentence\n\n## ${HEADINGS[section]}\n\n${text}\n`;
  const { findings, failures } = check({ text: document, path: 'postmortems/labelled.md' });
  assert.deepEqual(failures, []);
  return findings.some(
    ({ ruleId, severity }) => ruleId.startsWith('blame/') && (severity === 'warning' || severity === 'error'),
  );
}

/** Sentences in the order they were given, each with the verdict. */
function judge(sentences: readonly Labelled[]) {
  const judged = sentences.map((sentence) => ({ sentence, warned: isWarned(sentence) }));
  const blame = judged.filter(({ sentence }) => sentence.label === 'blame');
  const caught = blame.filter(({ warned }) => warned).length;
  const falseAlarms = judged.filter(({ sentence, warned }) => sentence.label === 'ok' && warned);
  return {
    falseAlarms: falseAlarms.map(({ sentence }) => sentence.text),
    precision: caught / (caught + falseAlarms.length),
    recall: caught / blame.length,
  };
}

describe('blame in labelled sentences', () => {
  it('is found, and nothing else is, in the labelled set', () => {
    const { falseAlarms, recall } = judge(read('labelled.jsonl'));
    assert.deepEqual(falseAlarms, []);
    assert.ok(recall >= 0.97, `recall ${recall.toFixed(3)}`);
  });

  it('is found in the rounds that were written blind', () => {
    const rounds = readdirSync(join(import.meta.dirname, 'blind')).flatMap((file) => read(`blind/${file}`));
    const { precision, recall } = judge(rounds);
    assert.ok(precision >= 0.985, `precision ${precision.toFixed(3)}`);
    assert.ok(recall >= 0.9, `recall ${recall.toFixed(3)}`);
  });

  it('is seen in a doubtful sentence only where the document blames elsewhere', () => {
    const doubtful = 'Two spare routers were on the shelf at Peterborough but no one on the desk checked.';
    const section = 'root-cause';
    const warned = (before: readonly string[]) => {
      const text = `# Postmortem: INC-1 - Routers\n\n## ${HEADINGS[section]}\n\n${[...before, doubtful].join('\n\n')}\n`;
      const { findings } = check({ text, path: 'postmortems/routers.md' });
      return findings.some(({ ruleId, span }) => ruleId.startsWith('blame/') && span.start > text.indexOf(doubtful));
    };
    assert.equal(warned([]), false);
    assert.equal(warned(['The link failed at 14:02.', 'Both routers were out of memory.']), false);
    assert.equal(warned(['Bob forgot to renew the lease.', 'The careless operator broke the link.']), true);
  });

  it('is hardly ever seen in ordinary sentences', () => {
    const sentences = read('ordinary.jsonl');
    const { falseAlarms } = judge(sentences);
    assert.ok(falseAlarms.length <= sentences.length / 100, falseAlarms.join('\n'));
  });
});
