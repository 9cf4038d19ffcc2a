interface Phrase {
  readonly text: string;
  /** The stems that follow the first one. */
  readonly rest: readonly string[];
}

/** What words and phrases, given by their stems with a space between, stand for. */
export class PhraseBook<T> {
  readonly #values = new Map<string, T[]>();
  readonly #phrasesByFirst = new Map<string, Phrase[]>();

  add(text: string, value: T): void {
    const values = this.#values.get(text);
    if (values) {
      values.push(value);
      return;
    }
    this.#values.set(text, [value]);
    const [first, ...rest] = text.split(' ');
    if (rest.length === 0) return;
    const phrases = this.#phrasesByFirst.get(first!);
    if (phrases) phrases.push({ text, rest });
    else this.#phrasesByFirst.set(first!, [{ text, rest }]);
  }

  entries(): Iterable<[string, readonly T[]]> {
    return this.#values;
  }

  /** What the words and phrases of a sentence stand for, each with the index of its first word. */
  *in(stems: readonly string[]): Iterable<{ readonly index: number; readonly values: readonly T[] }> {
    for (let index = 0; index < stems.length; index++) {
      const values = this.#values.get(stems[index]!);
      if (values) yield { index, values };
      for (const { text, rest } of this.#phrasesByFirst.get(stems[index]!) ?? [])
        if (rest.every((next, offset) => stems[index + 1 + offset] === next))
          yield { index, values: this.#values.get(text)! };
    }
  }
}
