/** Something that what is found out about it is kept with. */
export interface Keeping {
  readonly kept: Map<object, unknown>;
}

/**
 * What is found out about one version of a document. A `WeakMap` is no place for what refers back to its key or to parts of it: until the
 * next full garbage collection its values count as alive, and with them every version.
 */
export class Kept<Value> {
  get({ kept }: Keeping): Value | undefined {
    return kept.get(this) as Value | undefined;
  }

  set({ kept }: Keeping, value: Value): void {
    kept.set(this, value);
  }
}
