import type { CastBallot } from './ledger';

/** The sums of one proposal. `votesFor` and `votesAgainst` are the valid ones; the rest is shown with its reason. */
export interface Tally {
  readonly votesFor: number;
  readonly votesAgainst: number;
  /** Of residents who do not meet the district's identity level yet. */
  readonly waiting: number;
  readonly held: number;
  readonly invalid: number;
}

export const EMPTY_TALLY: Tally = { votesFor: 0, votesAgainst: 0, waiting: 0, held: 0, invalid: 0 };

/** What is known of a voter and a ballot beside the ledger. */
export interface BallotChecks {
  readonly meetsIdentityLevel: (residentId: string) => boolean;
  readonly isHeld: (ballot: CastBallot) => boolean;
}

/** Adds the ballots up per proposal. Every ballot with a choice falls into exactly one of the five sums. */
export function tallyBallots(ballots: Iterable<CastBallot>, checks: BallotChecks): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const ballot of ballots) {
    if (ballot.choice === 'none') continue;
    const sums = tallies.get(ballot.proposalId) ?? EMPTY_TALLY;
    const sum = sumOf(ballot, checks);
    tallies.set(ballot.proposalId, { ...sums, [sum]: sums[sum] + 1 });
  }
  return tallies;
}

function sumOf(ballot: CastBallot, checks: BallotChecks): keyof Tally {
  if (ballot.invalidated) return 'invalid';
  if (checks.isHeld(ballot)) return 'held';
  if (!checks.meetsIdentityLevel(ballot.residentId)) return 'waiting';
  return ballot.choice === 'for' ? 'votesFor' : 'votesAgainst';
}
