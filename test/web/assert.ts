// What the suites use of node:assert/strict, for the web extension host, which has no Node modules.

class AssertionError extends Error {
  override name = 'AssertionError';
}

const show = (value: unknown) => (value instanceof RegExp ? String(value) : JSON.stringify(value));

function ok(value: unknown, message = 'expected a truthy value'): asserts value {
  if (!value) {
    throw new AssertionError(message);
  }
}

function equal(actual: unknown, expected: unknown, message?: string): void {
  ok(Object.is(actual, expected), message ?? `${show(actual)} is not ${show(expected)}`);
}

/** Compares by what JSON keeps, which is enough for the plain values of these suites. */
function deepEqual(actual: unknown, expected: unknown, message?: string): void {
  ok(show(actual) === show(expected), message ?? `${show(actual)} is not ${show(expected)}`);
}

function match(actual: string, expected: RegExp, message?: string): void {
  ok(expected.test(actual), message ?? `${show(actual)} does not match ${show(expected)}`);
}

function doesNotMatch(actual: string, unexpected: RegExp, message?: string): void {
  ok(!unexpected.test(actual), message ?? `${show(actual)} matches ${show(unexpected)}`);
}

export default Object.assign(ok, { ok, equal, deepEqual, match, doesNotMatch });
