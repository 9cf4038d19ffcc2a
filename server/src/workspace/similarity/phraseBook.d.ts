/** What words and phrases, given by their stems with a space between, stand for. */
export declare class PhraseBook<T> {
  #private;
  add(text: string, value: T): void;
  entries(): Iterable<[string, readonly T[]]>;
  /** What the words and phrases of a sentence stand for, each with the index of its first word. */
  in(stems: readonly string[]): Iterable<{
    readonly index: number;
    readonly values: readonly T[];
  }>;
}
