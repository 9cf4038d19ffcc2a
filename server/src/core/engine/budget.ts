import { t } from '../l10n.ts';

/** How long one rule may take over one document, in milliseconds: many times what the slowest one takes over a megabyte. */
const RULE_BUDGET = 4000;

/** A rule took longer than it may. */
export class OverBudget extends Error {
  override readonly name = 'OverBudget';
}

/**
 * The same in the same order, as long as it comes in time.
 * @param elapsed milliseconds since any moment; without it there is no limit
 * @throws OverBudget when all of it together took too long
 */
export function withinBudget<T>(produced: Iterable<T>, elapsed: (() => number) | undefined): Iterable<T> {
  return elapsed ? inTime(produced, elapsed) : produced;
}

function* inTime<T>(produced: Iterable<T>, elapsed: () => number): Generator<T> {
  const start = elapsed();
  const spent = () => {
    if (elapsed() - start > RULE_BUDGET)
      throw new OverBudget(t('it took more than {0} seconds over this document', RULE_BUDGET / 1000));
  };
  for (const one of produced) {
    spent();
    yield one;
  }
  spent();
}
