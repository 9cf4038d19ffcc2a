import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits, type CompletionChoice, check, completionsAt } from '../../../server/src/core/index.ts';

const FACTS = {
  now: Date.parse('2026-02-11T08:30:00Z'), // a Wednesday
  people: ['mei', 'ana'],
  incidents: [{ id: 'INC-031', title: 'Mail stuck' }],
  templates: [{ id: 'short', name: 'Short', description: 'For small incidents' }],
};

/** A postmortem around a part that is being written; `▮` is the cursor. */
function around(part: string): string {
  return `---\ntemplate: short\n---\n# Postmortem: INC-7 - Mail stuck\n\n**Date:** 2026-02-10\n**Incident Commander:** @ana\n**Status:** Draft\n\n## Summary\n\nMail waited.\n\n${part}\n`;
}

function choicesAt(marked: string): { choices: CompletionChoice[]; text: string } {
  const offset = marked.indexOf('▮');
  const text = marked.replace('▮', '');
  return { choices: completionsAt(check({ text, path: 'postmortems/a.md' }), offset, FACTS), text };
}

const labels = (marked: string) => choicesAt(marked).choices.map(({ label }) => label);

function chosen(marked: string, label: string): string {
  const { choices, text } = choicesAt(marked);
  const choice = choices.find((one) => one.label === label);
  assert.ok(choice, `${label} is not among ${choices.map((one) => one.label).join(', ')}`);
  return applyEdits(text, [{ span: choice.replace, text: choice.text }]);
}

describe('completions', () => {
  it('offer the sections that are missing, with their bodies', () => {
    const found = labels(around('##▮'));
    assert.ok(found.includes('## Timeline') && found.includes('## Action Items'));
    assert.ok(!found.includes('## Summary'), 'it is there');
    assert.match(chosen(around('##▮'), '## Root Cause'), /\n## Root Cause\n\n\[/);
    assert.match(chosen(around('### Ro▮'), '### Root Cause'), /\n### Root Cause\n\n\[/);
  });

  it('offer the fields that the header lacks', () => {
    const header = around('').replace('**Status:** Draft\n', '**▮\n');
    const found = labels(header);
    assert.ok(found.includes('Severity') && !found.includes('Date'), found.join(', '));
    assert.match(chosen(header, 'Severity'), /^\*\*Severity:\*\* /m);
  });

  it('offer the next why with a question about the last answer, on a line below the chain', () => {
    const chain = (line: string) =>
      around(
        `## Five Whys\n\n1. **Why did mail wait?** The queue was full.\n${line}\n\n## Lessons Learned\n\n- Caps help`,
      );
    for (const line of ['2. ▮', '▮'])
      assert.match(
        chosen(chain(line), 'Why was the queue full?'),
        /full\.\n2\. \*\*Why was the queue full\?\*\* \[what made that possible\]\n/,
        line,
      );
    assert.deepEqual(labels(chain('2. Because▮')), []);
    assert.deepEqual(labels(chain('').replace('- Caps', '- ▮Caps')), []);
  });

  it('offer values of fields, in the place of what is there', () => {
    assert.match(chosen(around('').replace('Draft', 'Dr▮'), 'In Review'), /^\*\*Status:\*\* In Review$/m);
    assert.deepEqual(labels(around('').replace('2026-02-10', '▮')), ['2026-02-11']);
    assert.match(chosen(around('').replace('@ana', '@▮'), '@mei'), /^\*\*Incident Commander:\*\* @mei$/m);
  });

  const table = (row: string) =>
    around(
      `## Action Items\n\n| ID | Action | Owner | Priority | Due Date | Status |\n| --- | --- | --- | --- | --- | --- |\n| AI-009 | Cap the queue | @bo | P1 | 2026-02-20 | ⏳ |\n${row}`,
    );

  it('offer what a cell of the action items can hold', () => {
    assert.deepEqual(labels(table('| ▮ | x |  |  |  |  |')), ['AI-010']);
    assert.deepEqual(labels(table('| AI-010 | x | @▮ |  |  |  |')), ['@ana', '@bo', '@mei'].sort());
    assert.deepEqual(labels(table('| AI-010 | x |  | ▮ |  |  |')), ['P0', 'P1', 'P2', 'P3']);
    assert.ok(labels(table('| AI-010 | x |  |  |  | ▮ |')).includes('✅'));
    assert.deepEqual(labels(table('| AI-010 | some words ▮ |  |  |  |  |')), []);
  });

  it('turn deadlines as people say them into dates', () => {
    const due = (typed: string) => labels(table(`| AI-010 | x |  |  | ${typed}▮ |  |`));
    assert.deepEqual(due('+2w'), ['2026-02-25']);
    assert.deepEqual(due('in 3 days'), ['2026-02-14']);
    assert.deepEqual(due('+1m'), ['2026-03-11']);
    assert.deepEqual(due('next friday'), ['2026-02-13']);
    assert.deepEqual(due('wed'), ['2026-02-18'], 'the next one, not today');
    assert.equal(due('')[1], '2026-02-18');
  });

  it('offer the next entry of the timeline, with the time now and the milestones that are not told', () => {
    const timeline = around(
      '## Timeline\n\n- **2026-02-11 08:00 UTC** - Impact began: mail waits\n- **2026-02-11 08:10 UTC** - Alert fired\n- ▮',
    );
    const found = labels(timeline);
    assert.equal(found[0], 'Entry with the time now');
    assert.ok(found.includes('Incident resolved') && !found.includes('Impact began'), found.join(', '));
    assert.match(chosen(timeline, 'Incident resolved'), /^- \*\*2026-02-11 08:30 UTC\*\* - Incident resolved$/m);
  });

  it('complete suppressions and the rules that they name', () => {
    assert.ok(labels(around('<!-- ▮')).includes('postmortem-disable-next-line'));
    assert.match(
      chosen(around('<!-- post▮'), 'postmortem-disable-line'),
      /<!-- postmortem-disable-line \[rule\] -- \[.*\] -->/,
    );
    assert.ok(labels(around('<!-- postmortem-disable-line struct▮ -->')).includes('structure/placeholder'));
    assert.deepEqual(labels(around('<!-- postmortem-disable-line structure/title -- because ▮ -->')), []);
  });

  it('complete people, incidents and templates where they are named', () => {
    assert.ok(labels(around('Restarted by @▮')).includes('@mei'));
    assert.deepEqual(labels(around('This is like INC-▮')), ['INC-031']);
    assert.deepEqual(labels(around('').replace('template: short', 'template: ▮')), ['short']);
  });

  it('keep quiet in running text, code and other Markdown', () => {
    assert.deepEqual(labels(around('The queue ▮')), []);
    assert.deepEqual(labels(around('```\n#▮\n```')), []);
    const text = '# How to cook\n\n##';
    assert.deepEqual(completionsAt(check({ text, path: 'docs/cooking.md' }), text.length, FACTS), []);
  });
});
