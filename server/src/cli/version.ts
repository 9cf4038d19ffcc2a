declare const POSTMORTEM_VERSION: string | undefined;

/** The version in package.json, put in by the build; runs from source say so. */
export const VERSION = typeof POSTMORTEM_VERSION === 'string' ? POSTMORTEM_VERSION : 'source';
