/**
 * Front matter of a document that is made of a postmortem and is none itself: saved beside it, it would otherwise be checked as one.
 */
export const NOT_A_POSTMORTEM = '---\npostmortem: false\n---\n\n';
