/** A request to two submitters to make one proposal of two; drawn in docs/lifecycles/merge-request.md. */
export const MERGE_STATES = ['asked', 'merged', 'declined', 'cancelled'] as const;
export type MergeState = (typeof MERGE_STATES)[number];
