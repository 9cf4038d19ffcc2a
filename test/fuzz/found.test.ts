// What the fuzzer found once, as small as it got.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseMarkdown, SourceText } from '../../server/src/core/index.ts';
import {
  changesApply,
  editorFeaturesAnswer,
  exportsAreInert,
  formattingIsTidy,
  safeFixesAreSafe,
} from './properties.ts';

describe('found once', () => {
  it('names with a hyphen are names: roles take their place', async () => {
    const text =
      '# Postmortem: INC-1 - Example\n\n**Attendees:** Anne-Marie Roux, Bob\n\n## Summary\n\nAnne-Marie restarted it.\n';
    changesApply(text);
    await exportsAreInert(text);
  });

  it('a carriage return alone ends a line, and a row of a table with it', () => {
    const rows = ['| ID | Action |', '| --- | --- |', '| AI-1 | Add an alert |\r| AI-2 | Split the pool |'];
    formattingIsTidy(`# Postmortem: INC-1 - Example\n\n## Action Items\n\n${rows.join('\n')}\n`);
    const kinds = (text: string) => parseMarkdown(new SourceText(text)).blocks.map(({ kind, start }) => [kind, start]);
    const text = '# Title\n\nA line\nand one\n\n- a\n- b\n\n| a | b |\n| - | - |\n| 1 | 2 |\n';
    assert.deepEqual(kinds(text.replaceAll('\n', '\r')), kinds(text));
  });

  it('no section is inserted where it would be part of a comment or code that is never closed', () => {
    for (const opening of ['<!--', '```'])
      safeFixesAreSafe(
        `---\ntemplate: short\n---\n${opening}\n# Postmortem: INC-1 - Example\n\n## Summary\n\nIt stopped.\n`,
      );
  });

  it('the outline of a document holds a section in front of its title', () => {
    const text =
      '__proto__# Postmortem\n\n\n\n**Summary**\n\n# Postmortem: INC-7 - Mail stuck\n\n## Timeline\n\n- 09:50 - Deploy\n';
    editorFeaturesAnswer(text, [0]);
  });

  it('a paragraph of many lines is read without reading its beginning again for each of them', () => {
    const { blocks } = parseMarkdown(new SourceText('one &amp; two\n'.repeat(20_000)));
    assert.equal(blocks.length, 1);
    assert.equal(blocks[0]!.text.split('\n').length, 20_000);
  });
});
