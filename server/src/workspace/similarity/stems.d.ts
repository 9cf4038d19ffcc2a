/** The stem of a word in lower case: what its forms have in common. */
export declare function stemOf(word: string): string;
