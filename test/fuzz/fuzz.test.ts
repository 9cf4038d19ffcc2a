// A few texts of the fuzzer for every change, the same ones on every machine; `npm run fuzz` looks at as many as there is time for.
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { documents, edits, keys, pastes } from './documents.ts';
import {
  changesApply,
  editorFeaturesAnswer,
  exportsAreInert,
  fixesApply,
  formattingIsTidy,
  incrementalIsFromScratch,
  isChecked,
  pastesMerge,
  quickCheckAgrees,
  safeFixesAreSafe,
} from './properties.ts';

const seed = 2026;
const sequences = fc.array(edits, { minLength: 1, maxLength: 6 });
const places = fc.array(fc.nat(), { minLength: 1, maxLength: 8 });

describe('any postmortem', () => {
  it('is checked by every rule, and all that is found lies within it', () => {
    fc.assert(fc.property(documents, isChecked), { seed, numRuns: 80 });
  });

  it('has fixes that can be applied', () => {
    fc.assert(fc.property(documents, fixesApply), { seed, numRuns: 15 });
  });

  it('has safe fixes that come to an end and lose nothing', () => {
    fc.assert(fc.property(documents, safeFixesAreSafe), { seed, numRuns: 30 });
  });

  it('is read after any edits as it would be read alone', () => {
    fc.assert(fc.property(documents, sequences, incrementalIsFromScratch), { seed, numRuns: 30 });
  });

  it('is checked quickly for what a check finds', () => {
    fc.assert(fc.property(documents, fc.nat(), keys, quickCheckAgrees), { seed, numRuns: 60 });
  });

  it('has an answer for everything that an editor asks', () => {
    fc.assert(fc.property(documents, places, editorFeaturesAnswer), { seed, numRuns: 40 });
  });

  it('is formatted once and for all, and nothing but blanks changes', () => {
    fc.assert(fc.property(documents, formattingIsTidy), { seed, numRuns: 40 });
  });

  it('is changed by commands into another postmortem', () => {
    fc.assert(fc.property(documents, changesApply), { seed, numRuns: 20 });
  });

  it('takes up what is pasted', () => {
    fc.assert(fc.property(documents, pastes, fc.nat(), pastesMerge), { seed, numRuns: 20 });
  });

  it('is exported without anything that runs', async () => {
    await fc.assert(fc.asyncProperty(documents, exportsAreInert), { seed, numRuns: 10 });
  });
});
