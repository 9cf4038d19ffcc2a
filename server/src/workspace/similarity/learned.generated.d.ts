/** The words and classes of words of the stories, each with the mechanisms of the stories that have it: their numbers in base 36, two digits each. */
export declare const LEARNED: {
  stories: number;
  features: string;
};
