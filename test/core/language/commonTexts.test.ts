import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from '../../../server/src/core/index.ts';
import { DocumentContext } from '../../../server/src/core/language/context.ts';
import { LastTexts } from '../../../server/src/core/text/lastTexts.ts';

function blameIn(author: string, text: string): string[] {
  const document = `# Postmortem: Mail stuck\n\n**Authors:** ${author}\n\n## Root cause\n\n${text}\n`;
  const { findings } = check({ text: document, path: 'postmortems/mail.md' });
  return findings.map(({ ruleId }) => ruleId).filter((id) => id.startsWith('blame/'));
}

describe('a text that many documents have', () => {
  const text = 'kestrel did not check the queue before the release.';

  it('is read anew where the document knows a name in it', () => {
    for (let again = 0; again < 2; again++) {
      assert.deepEqual(blameIn('Ada Lovelace', text), []);
      assert.deepEqual(blameIn('Kestrel Jones', text), ['blame/individual-fault']);
    }
  });

  it('may speak of a name that is only in what its words are short for', () => {
    const will = new DocumentContext({ people: ['Will Smith'] });
    assert.equal(will.mayConcern("The job won't start again."), true);
    const ada = new DocumentContext({ people: ['Ada Lovelace'], declaredSystems: new Set(['bob']) });
    assert.equal(ada.mayConcern("The job won't start again."), false);
    assert.equal(ada.mayConcern('Bob restarted it.'), true);
  });
});

describe('the texts met lately', () => {
  it('are known by all of their letters and by what they belong to', () => {
    const texts = new LastTexts();
    texts.add('No message was lost.', 'timeline');
    assert.equal(texts.has('No message was lost.', 'timeline'), true);
    assert.equal(texts.has('No message was lost.', 'lessons'), false);
    assert.equal(texts.has('No message was lost!', 'timeline'), false);
  });

  it('are bounded: each takes the place of another', () => {
    const texts = new LastTexts();
    const lines = Array.from({ length: 20_000 }, (_, line) => `Step ${line} went well.`);
    for (const line of lines) texts.add(line, 'timeline');
    const kept = lines.filter((line) => texts.has(line, 'timeline')).length;
    assert.ok(kept > 500 && kept <= 4096, `${kept} texts are kept`);
  });
});
