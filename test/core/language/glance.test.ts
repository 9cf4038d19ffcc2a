import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DETECTORS, placeOf, READERS } from '../../../server/src/core/language/analyze.ts';
import { DocumentContext } from '../../../server/src/core/language/context.ts';
import { Glance } from '../../../server/src/core/language/glance.ts';
import { Passage, type Sentence } from '../../../server/src/core/language/sentence.ts';
import { settleSomebody } from '../../../server/src/core/language/somebody.ts';
import type { SectionKind } from '../../../server/src/core/model/postmortem.ts';

const CORPUS = join(import.meta.dirname, '../../corpus');
const FILES = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
const SECTIONS: readonly SectionKind[] = ['root-cause', 'timeline', 'lessons', 'action-items', 'went-well'];
const context = new DocumentContext({});

/** A glance to which every word is a clue: what a detector still says no to, it says no to because of the place. */
function allClues(glance: Glance): Glance {
  const all = { flags: -1, further: -1, classes: -1, blamable: true, somebody: true };
  return Object.assign(Object.create(Glance.prototype), glance, all);
}

/** The detectors that would find blame in a sentence which they say, at a glance, they cannot find any in. */
function overlooked(s: Sentence, section: SectionKind): string[] {
  const place = placeOf(section);
  const everything = allClues(s.glance);
  return [...DETECTORS, ...READERS].flatMap((detector) => {
    if (detector.mayFind(s.glance, place) || !detector.mayFind(everything, place)) return [];
    return [...detector.find(s, place)].map(({ rule }) => `${rule} in ${section}`);
  });
}

describe('a sentence at a glance', () => {
  for (const file of FILES)
    it(`overlooks no blame of ${file}`, () => {
      const lines = readFileSync(join(CORPUS, file), 'utf8').split('\n').filter(Boolean);
      const wrong: string[] = [];
      for (const [line, json] of lines.entries()) {
        const { text, section } = JSON.parse(json) as { text: string; section: SectionKind };
        const passage = new Passage(text.replaceAll('\n', ' '), [], context);
        // Its own section, and another, for what is read differently there.
        const sections = new Set([section, SECTIONS[line % SECTIONS.length]!]);
        for (const number of passage.glances.keys()) {
          const s = passage.sentence(number)!;
          for (const one of sections) wrong.push(...overlooked(s, one).map((what) => `line ${line + 1}: ${what}`));
          settleSomebody(s);
          for (const one of sections)
            wrong.push(...overlooked(s, one).map((what) => `line ${line + 1}, tagged: ${what}`));
        }
      }
      assert.deepEqual(wrong, []);
    });

  it('is all that most sentences about machines are given', () => {
    const machines = [
      'The pods were evicted at 14:02 and rescheduled within two minutes.',
      'Replication lag rose to 40 seconds before the queue drained.',
      'Disk usage crossed 80 % on three nodes of the cluster.',
    ];
    for (const text of machines) {
      const { glances } = new Passage(text, [], context);
      const asked = [...DETECTORS, ...READERS].filter((detector) =>
        detector.mayFind(glances[0]!, placeOf('root-cause')),
      );
      assert.equal(asked.length, 0, text);
    }
  });
});
