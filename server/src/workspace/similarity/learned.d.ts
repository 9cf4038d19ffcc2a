/** The words and classes of words that sentences, given by their stems, have. */
export declare function featuresOf(sentences: readonly (readonly string[])[]): Set<string>;
/** How likely sentences with these words tell of each of `MECHANISMS`, in their order: a logarithm, up to a sum that all have in common (naive Bayes). */
export declare function likelihoodsOf(features: ReadonlySet<string>): Float64Array;
