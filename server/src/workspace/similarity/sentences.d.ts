/** The sentences of a text, as many as count, each by the stems of its words. */
export declare function stemsOf(text: string): string[][];
