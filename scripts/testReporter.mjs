// A reporter for node:test: a line for each file, failures in full, and the numbers as one line of JSON at the end, for test.mjs.
import path from 'node:path';
import { inspect } from 'node:util';

/** The line by which test.mjs knows the numbers. */
export const RESULT_MARK = 'postmortem-test-result ';

export default async function* report(source) {
  const files = new Map();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const of = (file) => {
    const entry = files.get(file) ?? { passed: 0, failed: 0, skipped: 0, ms: 0 };
    files.set(file, entry);
    return entry;
  };
  for await (const event of source) {
    if (event.type === 'test:stderr' || event.type === 'test:stdout') {
      yield event.data.message;
    } else if (event.type === 'test:pass' || event.type === 'test:fail') {
      const { data } = event;
      const file = data.file ?? data.name;
      const isFile = data.nesting === 0 && path.resolve(data.name) === path.resolve(file);
      const entry = of(file);
      if (data.nesting === 0) {
        entry.ms += data.details.duration_ms;
      }
      const outcome = outcomeOf(event, isFile);
      if (!outcome) {
        continue;
      }
      entry[outcome] += 1;
      total[outcome] += 1;
      if (outcome === 'failed') {
        yield `✖ ${path.relative(process.cwd(), file)}: ${isFile ? explainFile(event) : data.name}\n${indent(errorOf(data))}\n`;
      } else if (process.env.VERBOSE) {
        yield `  ${outcome === 'passed' ? '✔' : '−'} ${data.name}\n`;
      }
    }
  }
  for (const [file, { passed, failed, skipped, ms }] of [...files].sort(([a], [b]) => a.localeCompare(b))) {
    const numbers = [`${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(Boolean);
    yield `${failed ? '✖' : '✔'} ${path.relative(process.cwd(), file)}: ${numbers.join(', ')}, ${(ms / 1000).toFixed(1)} s\n`;
  }
  yield `${RESULT_MARK}${JSON.stringify(total)}\n`;
}

/** @returns {'passed' | 'failed' | 'skipped' | undefined} nothing for what only holds tests */
function outcomeOf({ type, data }, isFile) {
  const failure = data.details.error?.failureType;
  if (type === 'test:fail') {
    // a describe or a file fails with its tests, which are counted; for a reason of its own (a hook, a crash) it counts itself
    return failure === 'subtestsFailed' ? undefined : 'failed';
  }
  if (isFile) {
    // node:test passes a file that defines no test at all
    return 'failed';
  }
  if (data.details.type === 'suite') {
    return undefined;
  }
  return data.skip !== undefined || data.todo !== undefined ? 'skipped' : 'passed';
}

const explainFile = ({ type }) => (type === 'test:pass' ? 'the file defines no test' : 'the file failed as a whole');

function errorOf({ details }) {
  const error = details.error;
  if (!error) {
    return '';
  }
  const cause = error.cause ?? error;
  const text = cause instanceof Error ? inspect(cause, { depth: 4 }) : String(cause);
  // frames of the test runner say nothing about the failure
  return text.replace(/^ +at .*\(?node:internal\/.*\n?/gm, '');
}

const indent = (text) => text.replace(/^/gm, '    ');
