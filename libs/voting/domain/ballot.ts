import { accept, refuse, unreachable, type Result } from '@buurtstem/shared-domain';

export type Choice = 'for' | 'against';

/** How a vote came in: by its resident, or on a sheet of paper that a clerk entered. */
export const CHANNELS = ['online', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What one resident says of one proposal now. A withdrawn vote stays as a ballot without a choice. */
export interface Ballot {
  readonly choice: Choice | 'none';
  /** Held: under suspicion, does not count for now. Invalidated: does not count, with a published reason. */
  readonly status: 'valid' | 'held' | 'invalidated';
}

/** What a request to vote leads to; `unchanged` is an acknowledged vote too, and writes nothing. */
export type BallotChange =
  | { readonly kind: 'cast' | 'changed'; readonly choice: Choice }
  | { readonly kind: 'withdrawn'; readonly choice: 'none' }
  | { readonly kind: 'unchanged'; readonly choice: Choice | 'none' };

export interface VoteRequest {
  /** The district's open round, or null between seasons. */
  readonly round: { readonly closesAt: Date } | null;
  /** Whether the proposal is open and in sight. */
  readonly proposalIsOpen: boolean;
  /** The resident's ballot on this proposal, or null where there is none. */
  readonly previous: Ballot | null;
  /** `none` withdraws. */
  readonly choice: Choice | 'none';
  /** When the vote was received, by the database's clock. */
  readonly at: Date;
}

export type VoteRefusal = 'no-open-round' | 'voting-closed' | 'proposal-not-open' | 'vote-invalidated';

/**
 * Casts, changes or withdraws one resident's vote on one proposal (design: one resident, one vote, PUT and DELETE,
 * never a toggle). The same request twice is acknowledged twice and recorded once. An instant before the count
 * date counts, the count date itself does not.
 */
export function requestVote(request: VoteRequest): Result<BallotChange, VoteRefusal> {
  if (request.round === null) return refuse('no-open-round');
  if (request.at >= request.round.closesAt) return refuse('voting-closed');
  if (!request.proposalIsOpen) return refuse('proposal-not-open');
  if (request.previous?.status === 'invalidated') return refuse('vote-invalidated');
  return accept(changeOf(request.previous?.choice ?? 'none', request.choice));
}

function changeOf(previous: Choice | 'none', choice: Choice | 'none'): BallotChange {
  if (previous === choice) return { kind: 'unchanged', choice };
  if (choice === 'none') return { kind: 'withdrawn', choice };
  return { kind: previous === 'none' ? 'cast' : 'changed', choice };
}

/** Whether a ballot counts, and if not, why; what the resident reads at the vote. */
export function ballotStanding(
  ballot: Ballot | null,
  meetsIdentityLevel: boolean,
): 'none' | 'counts' | 'waiting' | 'held' | 'invalid' {
  if (ballot === null || ballot.choice === 'none') return 'none';
  switch (ballot.status) {
    case 'held':
      return 'held';
    case 'invalidated':
      return 'invalid';
    case 'valid':
      return meetsIdentityLevel ? 'counts' : 'waiting';
    default:
      return unreachable(ballot.status);
  }
}
