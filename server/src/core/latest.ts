/**
 * What is known about the object asked about last. For what refers back to its key or to parts of it, a `WeakMap` is no place: until the
 * next full garbage collection its values count as alive, and with them every version of a document.
 */
export class Latest<Key extends object, Value> {
  #key: Key | undefined;
  #value: Value | undefined;

  get(key: Key): Value | undefined {
    return this.#key === key ? this.#value : undefined;
  }

  set(key: Key, value: Value): void {
    this.#key = key;
    this.#value = value;
  }
}
