// `npm run fuzz -- --minutes 30 [--seed 1]`: looks for texts that break the engine, until the time is over. What it finds is printed
// as small as it gets, to be mended and kept in `found.test.ts`. Ends with 1 where something was found.
import { parseArgs } from 'node:util';
import fc, { type IAsyncProperty, type IProperty } from 'fast-check';
import { check, parseMarkdown, SourceText } from '../../server/src/core/index.ts';
import { documents, edits, fragments, keys, pastes } from './documents.ts';
import { HOSTILE } from './hostile.ts';
import {
  changesApply,
  editorFeaturesAnswer,
  exportsAreInert,
  fixesApply,
  formattingIsTidy,
  incrementalIsFromScratch,
  inputOf,
  isChecked,
  pastesMerge,
  quickCheckAgrees,
  safeFixesAreSafe,
} from './properties.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes ${values.minutes}: a number of minutes is expected`);

const SECTIONS = ['Summary', 'Impact', 'Timeline', 'Five Whys', 'Root Cause', 'Action Items', 'Lessons Learned'];

/** Anything repeated, and what is known to be hostile. */
const texts = fc.oneof(
  fragments.map(
    (fragment) =>
      [JSON.stringify(fragment), (length: number) => fragment.repeat(Math.ceil(length / fragment.length))] as const,
  ),
  fc.constantFrom(...Object.entries(HOSTILE)),
);

const places = fc.array(fc.nat(), { minLength: 1, maxLength: 8 });

/** Each name with the property and how many texts one round of it looks at. */
const PROPERTIES: Readonly<Record<string, readonly [IProperty<never> | IAsyncProperty<never>, number]>> =
  Object.fromEntries(
    Object.entries({
      'is checked': [fc.property(documents, isChecked), 60],
      'fixes apply': [fc.property(documents, fixesApply), 25],
      'safe fixes are safe': [fc.property(documents, safeFixesAreSafe), 40],
      'incremental is from scratch': [
        fc.property(documents, fc.array(edits, { minLength: 1, maxLength: 6 }), incrementalIsFromScratch),
        40,
      ],
      'quick check agrees': [fc.property(documents, fc.nat(), keys, quickCheckAgrees), 40],
      'editor features answer': [fc.property(documents, places, editorFeaturesAnswer), 40],
      'formatting is tidy': [fc.property(documents, formattingIsTidy), 40],
      'changes apply': [fc.property(documents, changesApply), 25],
      'pastes merge': [fc.property(documents, pastes, fc.nat(), pastesMerge), 30],
      'exports are inert': [fc.asyncProperty(documents, exportsAreInert), 15],
      'time is linear': [fc.property(texts, fc.constantFrom(...SECTIONS), timeIsLinear), 4],
    }) as never,
  );

/** Milliseconds of processor time, the best of some runs. */
function cost(text: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const from = process.cpuUsage();
    parseMarkdown(new SourceText(text));
    check(inputOf(text));
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Four times the text takes about four times as long; a quadratic part would take sixteen times. */
function timeIsLinear([name, make]: readonly [string, (length: number) => string], section: string): void {
  const whole = (length: number) =>
    `# Postmortem: INC-1 - Pools\n\n**Status:** In Review\n\n## ${section}\n\n${make(length)}\n`;
  if (cost(whole(60_000), 1) < 150) return;
  const ratio = cost(whole(60_000), 2) / cost(whole(15_000), 3);
  if (ratio > 9) throw new Error(`four times the text takes ${ratio.toFixed(1)} times as long: ${name} in ${section}`);
}

/** Whether nothing was found until the time was over. */
async function survives(): Promise<boolean> {
  const start = Date.now();
  const first = values.seed === undefined ? start % 0x7fff_ffff : Number(values.seed);
  const until = start + minutes * 60_000;
  const counts = new Map<string, number>();
  const found = new Map<string, string>();
  console.log(`seed ${first}, ${minutes} minutes`);
  let seed = first;
  for (; Date.now() < until; seed++) {
    for (const [name, [property, numRuns]] of Object.entries(PROPERTIES)) {
      if (values.only && name !== values.only) continue;
      const left = until - Date.now();
      if (left <= 0) break;
      const result = await fc.check(property, {
        seed,
        numRuns,
        interruptAfterTimeLimit: left,
        markInterruptAsFailure: false,
      });
      counts.set(name, (counts.get(name) ?? 0) + result.numRuns);
      if (!result.failed) continue;
      const reason = String((result as { errorInstance?: unknown }).errorInstance).split('\n')[0]!;
      // The same cause shows again and again; its first line tells it apart well enough.
      const key = `${name}: ${reason.replace(/[\d“”].*/, '')}`;
      if (found.has(key)) continue;
      found.set(key, reason);
      console.log(`\n✖ ${name} (seed ${seed}, path ${result.counterexamplePath})\n  ${reason}`);
      console.log(`  ${JSON.stringify(result.counterexample)}`);
      const trace = (result as { errorInstance?: Error }).errorInstance?.stack?.split('\n').slice(1, 6).join('\n');
      if (trace) console.log(trace);
    }
  }
  console.log(`\nseeds ${first} to ${seed - 1}, ${((Date.now() - start) / 60_000).toFixed(1)} minutes`);
  for (const [name, count] of counts) console.log(`${String(count).padStart(8)} × ${name}`);
  console.log(found.size === 0 ? 'nothing found' : `${found.size} found`);
  return found.size === 0;
}

void survives().then((survived) => {
  process.exitCode = survived ? 0 : 1;
});
