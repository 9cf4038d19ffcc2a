/** The door to everything that is known of all postmortems of a workspace together. Host-free: files arrive through the caller. */

export { nextIncidentId, PostmortemIndex } from './postmortemIndex.ts';
export { type ActionRecord, type PostmortemRecord, recordOf } from './record.ts';
export { SimilarIncidents, type SimilarPostmortem } from './similarity.ts';
