import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Checked, check, type Finding, SourceText } from '../../../server/src/core/index.ts';
import { checkQuickly, findingsOf } from './quickFindings.ts';

const POSTMORTEM = `# Postmortem: INC-7 - Mail waited

## Root Cause

The disk of the relay was full. Nothing watched it.

<!-- postmortem-disable-next-line blame -- a quote of the ticket -->
The rotation was off.

## Action Items

- [ ] Watch the disk. (owner: Ada Okafor, due: 2026-09-01)

| Cause | What |
| --- | --- |
| Disk | It was small. |
`;

const path = 'postmortems/a.md';
const before = check({ text: POSTMORTEM, path });

/** The postmortem with a text typed behind a place in it. */
const typed = (behind: string, text: string) => POSTMORTEM.replace(behind, `${behind}${text}`);

const blame = (findings: readonly Finding[]) => findings.filter(({ ruleId }) => ruleId.startsWith('blame/'));

/** What is blamed in it, by the words. */
function blamed(checked: Checked, text: string): string[] {
  const quick = checkQuickly(checked, text);
  assert.ok(quick, 'only a check can tell');
  return blame(findingsOf(quick, checked, text)).map(({ span }) => text.slice(span.start, span.end));
}

describe('a quick check', () => {
  it('sees the blame that is typed in a paragraph, an item, a task and a cell', () => {
    for (const place of ['Nothing watched it.', 'Watch the disk.', 'It was small.']) {
      const text = typed(place, ' Priya forgot to check the disk');
      assert.deepEqual(blamed(before, text), ['Priya forgot to check the disk'], place);
    }
  });

  it('sees that it is gone', () => {
    const text = typed('Nothing watched it.', ' Priya forgot to check the disk.');
    assert.deepEqual(blamed(check({ text, path }), text.replace('Priya forgot', 'The job failed')), []);
  });

  it('moves all other findings along with the text, in the order of the text', () => {
    const text = typed('The disk', ' of the third relay, the one in Lisbon,');
    const quick = checkQuickly(before, text)!;
    const findings = findingsOf(quick, before, text);
    assert.deepEqual(findings, check({ text, path }).findings);
    assert.ok(findings.some(({ span }) => span.start > text.indexOf('Lisbon')));
  });

  it('gives back the findings of other lines as they are: they stay at their lines and columns', () => {
    const blames = check({ text: typed('Nothing watched it.', ' Priya forgot the disk.'), path });
    const { above, here, below } = checkQuickly(blames, blames.input.text.replace('forgot', 'really forgot'))!;
    const [blamed] = blame(blames.findings);
    assert.deepEqual(
      [...above, undefined, ...below],
      blames.findings.map((finding) => (finding === blamed ? undefined : finding)),
    );
    assert.deepEqual(blame(here), here);
  });

  it('counts lines as the new text has them', () => {
    const text = typed('The disk', ' of it');
    const { lines } = checkQuickly(before, text)!;
    const source = new SourceText(text);
    for (let at = 0; at <= text.length; at++) assert.deepEqual(lines.positionAt(at), source.positionAt(at));
  });

  it('keeps what is suppressed silent', () => {
    assert.deepEqual(blamed(before, typed('The rotation was off.', ' Priya forgot it.')), []);
  });

  it('leaves to a check what may be more than typing within a line of prose', () => {
    const more = {
      'a line': typed('Nothing watched it.', '\n'),
      'a heading': POSTMORTEM.replace('Root Cause', 'Root Causes'),
      'the start of a line, which says what the line is': POSTMORTEM.replace('The disk', '# The disk'),
      'a cell more': typed('It was small.', ' | And'),
      'a task that is none any more': POSTMORTEM.replace('- [ ] Watch', '- [] Watch'),
      'the start of a comment': typed('<!-- postmortem', '-'),
    };
    for (const [what, text] of Object.entries(more)) assert.equal(checkQuickly(before, text), undefined, what);
  });

  it('has nothing to say of what is no postmortem', () => {
    assert.equal(
      checkQuickly(check({ text: 'Shopping list: eggs', path: 'a.md' }), 'Shopping list: eggs, milk'),
      undefined,
    );
  });
});
