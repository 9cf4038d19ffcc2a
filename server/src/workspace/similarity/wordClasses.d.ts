/** The words and phrases of a list by their stems, those of the word classes it names included. */
export declare function listed(list: string): Set<string>;
/** The classes that words and phrases of a sentence, given by its stems, belong to: `~cert`. */
export declare function classesIn(stems: readonly string[]): Set<string>;
