import { accept, refuse, unreachable, type Result } from '@buurtstem/shared-domain';

/** A request to two submitters to make one proposal of two; drawn in docs/lifecycles/merge-request.md. */
export const MERGE_STATES = ['asked', 'merged', 'declined', 'cancelled'] as const;
export type MergeState = (typeof MERGE_STATES)[number];
export type MergeVerb = 'merge' | 'decline' | 'cancel';

const stay = refuse('merge-transition-not-possible');

/** Where a verb leads a request from a state; every verb ends it. */
export function mergeTransition(
  state: MergeState,
  verb: MergeVerb,
): Result<MergeState, 'merge-transition-not-possible'> {
  if (state !== 'asked') return stay;
  switch (verb) {
    case 'merge':
      return accept('merged');
    case 'decline':
      return accept('declined');
    case 'cancel':
      return accept('cancelled');
    default:
      return unreachable(verb);
  }
}

export interface MergeableProposal {
  readonly id: string;
  readonly submitterId: string;
  readonly coSubmitterIds: readonly string[];
  readonly isPublic: boolean;
  /** Whether it takes votes. */
  readonly isOpen: boolean;
}

/** Whether a moderator may ask to make one of these two: two public, open ones, neither of them their own. */
export function mayAskMerge(
  duplicate: MergeableProposal,
  target: MergeableProposal,
  moderatorId: string,
): Result<true, 'proposal-not-found' | 'merge-with-itself' | 'moderator-has-interest' | 'proposal-not-open'> {
  const both = [duplicate, target];
  if (both.some(({ isPublic }) => !isPublic)) return refuse('proposal-not-found');
  if (duplicate.id === target.id) return refuse('merge-with-itself');
  if (both.some(({ submitterId, coSubmitterIds }) => [submitterId, ...coSubmitterIds].includes(moderatorId)))
    return refuse('moderator-has-interest');
  return both.every(({ isOpen }) => isOpen) ? accept(true) : refuse('proposal-not-open');
}

/** What submitters have answered so far. */
export interface MergeAnswers {
  readonly state: MergeState;
  readonly duplicateAgreedAt: Date | null;
  readonly targetAgreedAt: Date | null;
}

export interface MergeAnswer {
  /** Whether they submitted the duplicate, the target, or both: then one answer counts for both. */
  readonly forDuplicate: boolean;
  readonly forTarget: boolean;
  readonly agrees: boolean;
  /** Whether both proposals take votes now. */
  readonly areOpen: boolean;
  readonly at: Date;
}

/**
 * The answer of a submitter. One who declines ends it; whoever agreed may still decline, as long as the other has not
 * agreed. With both agreed it is merged. Whose request it is not, for them it does not exist.
 */
export function answerMerge(
  request: MergeAnswers,
  answer: MergeAnswer,
): Result<MergeAnswers, 'merge-not-found' | 'merge-transition-not-possible' | 'proposal-not-open'> {
  if (!answer.forDuplicate && !answer.forTarget) return refuse('merge-not-found');
  const next = mergeTransition(request.state, answer.agrees ? 'merge' : 'decline');
  if (!next.ok) return next;
  if (!answer.agrees) return accept({ ...request, state: next.value });
  if (!answer.areOpen) return refuse('proposal-not-open');
  const duplicateAgreedAt = request.duplicateAgreedAt ?? (answer.forDuplicate ? answer.at : null);
  const targetAgreedAt = request.targetAgreedAt ?? (answer.forTarget ? answer.at : null);
  const state = duplicateAgreedAt && targetAgreedAt ? next.value : request.state;
  return accept({ state, duplicateAgreedAt, targetAgreedAt });
}
