/**
 * Words that stand for one another in the stories of incidents, whatever the mechanism: "erased", "tidied up" and "dropped" are all removal. Compared by their
 * stems, so one form of each word is enough.
 */
export declare const WORD_CLASSES: Readonly<Record<string, string>>;
/** Words that causes have whatever the mechanism: they tell less. */
export declare const COMMON_WORDS: string;
/**
 * How systems fail: the failure classes of incident literature, each with what its stories have in common. A story has facets (what it happened to, what
 * happened, what made it possible); each facet is a list of words and phrases that different people use for it. `~name` stands for the words of that class.
 * The more facets a cause has words for, and the fewer mechanisms these words belong to, the likelier it tells of the mechanism.
 *
 * Names are shown to people as the reason why two incidents are similar.
 */
export declare const MECHANISMS: Readonly<Record<string, string>>;
