import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addConfigWord,
  applyEdits,
  check,
  findFillIns,
  foldingRegions,
  outlineOf,
  readConfigFile,
  safeChange,
  selectionSpans,
  toSnippet,
} from '../../../server/src/core/index.ts';

const stop = (number: number, words: string) => `\${${number}:${words}}`;

describe('fill-ins', () => {
  const found = (text: string) => findFillIns(text).map(({ start, end }) => text.slice(start, end));

  it('are what a writer is asked for, and no links, footnotes, boxes or numbers', () => {
    assert.deepEqual(found('It failed because [which check] was missing at HH:MM'), ['[which check]', 'HH:MM']);
    assert.deepEqual(found('see [the log](x) and [the log][1], note[^note], ![chart], - [ ] a, - [x] b, [42]'), []);
    assert.deepEqual(found('[YYYY-MM-DD]'), ['[YYYY-MM-DD]'], 'one, not two');
    assert.deepEqual(found('[reference]: https://example.org'), []);
  });

  it('become tab stops that keep their words, and everything else is literal', () => {
    assert.equal(toSnippet('cost $5 {x} [how much] \\'), `cost \\$5 {x\\} ${stop(1, '[how much]')} \\\\`);
    assert.equal(toSnippet('nothing to fill in'), undefined);
    assert.equal(
      toSnippet('[a thing] and [more]', 'it said [a thing]'),
      `[a thing] and ${stop(1, '[more]')}`,
      'not what was there',
    );
    assert.equal(toSnippet('[a thing]', '', 4), stop(4, '[a thing]'));
  });
});

describe('a word for the configuration', () => {
  it('goes into its list, and the rest of the file stays as it is', async () => {
    assert.equal(await addConfigWord('', 'yaml', 'systems', 'Atlas'), 'systems:\n  - Atlas\n');
    assert.equal(
      await addConfigWord(
        '# ours\nrules:\n  blame/intent: off # why\nsystems:\n  - Atlas\n',
        'yaml',
        'systems',
        'Jenkins',
      ),
      '# ours\nrules:\n  blame/intent: off # why\nsystems:\n  - Atlas\n  - Jenkins\n',
    );
    assert.equal(await addConfigWord('people: [Bo]\n', 'yaml', 'people', 'Bo'), 'people: [Bo]\n');
    assert.deepEqual(JSON.parse(await addConfigWord('{"template":"short"}', 'json', 'people', 'Bo')), {
      template: 'short',
      people: ['Bo'],
    });
  });

  it('that looks like something else is still a word', async () => {
    for (const word of ['on', '42', '@ana', 'a: b', '#1']) {
      const text = await addConfigWord('template: short\n', 'yaml', 'people', word);
      const { settings, problems } = await readConfigFile('config.yaml', text);
      assert.deepEqual([settings.people, problems], [[word], []], text);
    }
  });

  it('is refused where the file is broken, rather than breaking it more', async () => {
    await assert.rejects(addConfigWord('rules: [', 'yaml', 'people', 'Bo'), /not valid YAML/);
    await assert.rejects(addConfigWord('{', 'json', 'people', 'Bo'));
  });
});

const TEXT = `# Postmortem: INC-7 - Mail stuck

## Timeline (UTC)

- 10:00 - Impact began: mail waits
- 10:02 - First complaint arrives
- 10:06 - Alert fired: queue above 10,000
- 10:20 - Consumer restarted
- 10:40 - Incident resolved

## Action Items

- [x] Cap the queue (@ana, 2026-02-20)
- [ ] Alert on the age of the oldest mail (@bo, 2026-02-20)
`;

describe('outline and folding', () => {
  const checked = check({ text: TEXT, path: 'postmortems/inc-7.md' });

  it('tell kinds, times and states', () => {
    const all = outlineOf(checked).flatMap(function flat(node): typeof nodes {
      return [node, ...node.children.flatMap(flat)];
    });
    const nodes: ReturnType<typeof outlineOf> = all;
    assert.match(nodes.find(({ is }) => is === 'timeline')?.detail ?? '', /40 min/);
    assert.match(nodes.find(({ is }) => is === 'actions')?.detail ?? '', /1 of 2 done/);
    for (const node of nodes) assert.ok(node.span.start <= node.selection.start && node.selection.end <= node.span.end);
  });

  it('fold the phases of the response', () => {
    const folds = foldingRegions(checked).map(({ span }) => TEXT.slice(span.start, span.end));
    assert.ok(
      folds.some((fold) => fold.startsWith('- 10:00') && fold.includes('10:02') && !fold.includes('10:06')),
      folds.join('\n---\n'),
    );
  });
});

describe('a growing selection', () => {
  const grown = (words: string) =>
    selectionSpans(check({ text: TEXT, path: 'postmortems/inc-7.md' }), TEXT.indexOf(words) + 1).map(({ start, end }) =>
      TEXT.slice(start, end).trimEnd(),
    );

  it('takes a value, its entry, the list, the section and the text', () => {
    const taken = grown('10:02');
    assert.equal(taken[0], '10:02');
    assert.match(taken[1]!, /^(?:- )?10:02[^\n]*$/);
    assert.match(taken[2]!, /^(?:- )?10:00[\s\S]*10:06/);
    assert.ok(taken[3]!.startsWith('## Timeline'), taken[3]);
    assert.equal(taken.at(-1), TEXT.trimEnd());
    for (const [index, wider] of taken.slice(1).entries()) assert.ok(wider.includes(taken[index]!));
  });

  it('takes no part of a text that is no postmortem', () => {
    assert.deepEqual(selectionSpans(check({ text: '# Notes\n\n- 10:02 x\n', path: 'notes.md' }), 12), []);
  });
});

describe('all safe fixes at once', () => {
  it('are the edits of the text as it is, and nothing where nothing is left', () => {
    const input = { text: `---\ntemplate: short\n---\n${TEXT}`, path: 'postmortems/inc-7.md' };
    const fixed = applyEdits(input.text, safeChange(input));
    assert.match(fixed, /## Root Cause/);
    assert.deepEqual(safeChange({ ...input, text: fixed }), []);
  });
});
