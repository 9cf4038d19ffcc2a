import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Checked, check, checkSteps } from '../../../server/src/core/index.ts';

const FOLDER = join(import.meta.dirname, '../../../examples/postmortems');
const TEXTS = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'));
const NOW = Date.UTC(2026, 7, 1);

/** What a person types in a postmortem, a letter or a line at a time. */
const PIECES = [
  '',
  'e',
  ' ',
  '\n',
  '\n\n',
  'Priya forgot to check the disk.',
  'Hermes, our mail relay, ',
  '@priya ',
  '- 10:05 UTC: Priya should have known\n',
  '| 2026-01-12 10:05 | Bob broke it |\n',
  '**Attendees:** Priya, Bob\n',
  '## Action Items\n',
  '[what]',
  '`code`',
  '~~',
  '> ',
];

const edits = fc.array(
  fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), piece: fc.constantFrom(...PIECES), steps: fc.nat(90) }),
  { minLength: 1, maxLength: 8 },
);

function edited(text: string, { at, length, piece }: { at: number; length: number; piece: string }): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + piece + text.slice(start + length);
}

function assertAsFromScratch(checked: Checked): void {
  const { text, path } = checked.input;
  const alone = check({ text, path, now: NOW });
  assert.deepEqual(checked.failures, []);
  assert.deepEqual(checked.findings, alone.findings);
  const prose = ({ postmortem }: Checked) =>
    postmortem?.prose.map(({ run, kind, role }) => [run.text, run.span, kind, role]);
  assert.deepEqual(prose(checked), prose(alone));
  assert.deepEqual(checked.postmortem?.timelines, alone.postmortem?.timelines);
  assert.deepEqual(checked.postmortem?.actionItems.items, alone.postmortem?.actionItems.items);
}

describe('a check with the version before', () => {
  it('finds after every edit what a check of the text alone finds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), edits, (original, sequence) => {
        const path = 'postmortems/a.md';
        let checked = check({ text: original, path, now: NOW });
        for (const edit of sequence) {
          checked = check({ text: edited(checked.input.text, edit), path, now: NOW, previous: checked });
          assertAsFromScratch(checked);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('finds the same where checks in between were given up', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), edits, (original, sequence) => {
        const path = 'postmortems/a.md';
        const first = check({ text: original, path, now: NOW });
        let { text } = first.input;
        for (const edit of sequence) {
          text = edited(text, edit);
          const steps = checkSteps({ text, path, now: NOW, previous: first });
          for (let step = 0; step < edit.steps && !steps.next().done; step++);
        }
        assertAsFromScratch(check({ text, path, now: NOW, previous: first }));
      }),
      { numRuns: 25 },
    );
  });

  it('does not keep the version before, nor all before that', () => {
    const path = 'postmortems/a.md';
    const first = check({ text: TEXTS[0]!, path, now: NOW });
    const second = check({ text: `${TEXTS[0]!}\nMore.\n`, path, now: NOW, previous: first });
    assert.deepEqual(Object.keys(second.input).sort(), ['now', 'path', 'text']);
  });

  it('does not keep the text of a version for the sake of the paragraph that was written in it', () => {
    // In a process of its own, whose memory can be asked for: thirty paragraphs of a text of half a megabyte are changed.
    const program = `
      const { check } = require(${JSON.stringify(join(import.meta.dirname, '../../../server/src/core/index.ts'))});
      const paragraph = (i) => 'The pool of host ' + i + ' ran dry. '.repeat(60) + '\\n\\n';
      const texts = Array.from({ length: 31 }, (_, version) => {
        const prose = Array.from({ length: 800 }, (_, i) => paragraph(i < version * 20 && i % 20 === 0 ? 'A' + i : i));
        return Buffer.from('# Postmortem: INC-1 - Pools\\n\\n## Summary\\n\\n' + prose.join(''));
      });
      const heap = () => (gc(), process.memoryUsage().heapUsed);
      let checked = check({ text: texts[0].toString(), path: 'postmortems/a.md' });
      const before = heap();
      for (const text of texts) checked = check({ text: text.toString(), path: 'postmortems/a.md', previous: checked });
      console.log((heap() - before) / texts[0].length, checked.postmortem.prose.length);`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', '--input-type=commonjs', '--eval', program],
      { encoding: 'utf8' },
    );
    const [texts = Number.NaN, units] = stdout.split(' ').map(Number);
    assert.equal(units, 802, stderr);
    assert.ok(texts < 10, `${texts} texts`);
  });
});

describe('the steps of a check', () => {
  const stepsFor = (paragraphs: number) => {
    const prose = Array.from(
      { length: paragraphs },
      (_, i) => `The pool of host ${i} ran dry, and nobody was paged.\n\n`,
    );
    const text = `# Postmortem: INC-1 - Pools\n\n## Summary\n\n${prose.join('')}\n## Timeline\n\n- 10:00 UTC: It began.\n`;
    const steps = checkSteps({ text, path: 'postmortems/a.md' });
    let count = 0;
    while (!steps.next().done) count++;
    return count;
  };

  it('are the more the more there is to read, so that a check of a long text can be given up', () => {
    assert.ok(stepsFor(1000) > stepsFor(10) + 20);
  });
});
