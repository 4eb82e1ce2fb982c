import { accept, refuse, unreachable, type Result } from '@buurtstem/shared-domain';

/** Votes under suspicion; drawn in docs/lifecycles/vote-batch.md. */
export const VOTE_BATCH_STATES = ['held', 'proposed', 'invalidated', 'released', 'reinstated'] as const;
export type VoteBatchState = (typeof VOTE_BATCH_STATES)[number];
export type VoteBatchVerb = 'propose' | 'invalidate' | 'release' | 'reinstate';

const stay = refuse('vote-batch-transition-not-possible');

/** Where a verb leads a batch from a state. */
export function voteBatchTransition(
  state: VoteBatchState,
  verb: VoteBatchVerb,
): Result<VoteBatchState, 'vote-batch-transition-not-possible'> {
  switch (verb) {
    case 'propose':
      return state === 'held' ? accept('proposed') : stay;
    case 'invalidate':
      return state === 'proposed' ? accept('invalidated') : stay;
    case 'release':
      return state === 'held' || state === 'proposed' ? accept('released') : stay;
    case 'reinstate':
      return state === 'invalidated' ? accept('reinstated') : stay;
    default:
      return unreachable(verb);
  }
}

export interface ProposedBatch {
  readonly state: VoteBatchState;
  readonly proposedBy: string | null;
}

export interface Decision {
  readonly deciderId: string;
  /** Votes that the decider saw in the dry run. */
  readonly votesSeen: number;
  /** Votes that it holds now. */
  readonly votesNow: number;
}

/**
 * Whether somebody may take the votes of a batch out: it is proposed, by somebody else, and what the decider looked at
 * is what would be taken out now. What the proposer looked at does not count here: else whoever withdraws one held vote
 * would hold up the decision about all.
 */
export function mayInvalidate(
  batch: ProposedBatch,
  decision: Decision,
): Result<
  VoteBatchState,
  'vote-batch-transition-not-possible' | 'second-person-needed' | 'vote-batch-changed'
> {
  const next = voteBatchTransition(batch.state, 'invalidate');
  if (!next.ok) return next;
  if (batch.proposedBy === decision.deciderId) return refuse('second-person-needed');
  const { votesNow, votesSeen } = decision;
  return votesNow === votesSeen ? next : refuse('vote-batch-changed');
}
