import type { CastBallot } from './ledger';

/** The sums of one proposal. `votesFor` and `votesAgainst` are the valid ones; the rest is shown with its reason. */
export interface Tally {
  readonly votesFor: number;
  readonly votesAgainst: number;
  /** How many of those two came in on paper. */
  readonly onPaper: number;
  /** Of residents who do not meet the district's identity level yet. */
  readonly waiting: number;
  readonly held: number;
  readonly invalid: number;
}

export const EMPTY_TALLY: Tally = {
  votesFor: 0,
  votesAgainst: 0,
  onPaper: 0,
  waiting: 0,
  held: 0,
  invalid: 0,
};

/** What is known of a voter and a ballot beside the ledger. */
export interface BallotChecks {
  readonly meetsIdentityLevel: (residentId: string) => boolean;
  readonly isHeld: (ballot: CastBallot) => boolean;
}

/**
 * Adds the ballots up per proposal. Every ballot with a choice falls into exactly one of the five sums; `onPaper` says
 * of the first two how many came in on paper.
 */
export function tallyBallots(ballots: Iterable<CastBallot>, checks: BallotChecks): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const ballot of ballots) {
    if (ballot.choice === 'none') continue;
    const sums = tallies.get(ballot.proposalId) ?? EMPTY_TALLY;
    const sum = sumOf(ballot, checks);
    const isOnPaper = ballot.channel === 'paper' && (sum === 'votesFor' || sum === 'votesAgainst');
    tallies.set(ballot.proposalId, {
      ...sums,
      [sum]: sums[sum] + 1,
      onPaper: sums.onPaper + (isOnPaper ? 1 : 0),
    });
  }
  return tallies;
}

function sumOf(ballot: CastBallot, checks: BallotChecks): Exclude<keyof Tally, 'onPaper'> {
  if (ballot.invalidated) return 'invalid';
  if (checks.isHeld(ballot)) return 'held';
  if (!checks.meetsIdentityLevel(ballot.residentId)) return 'waiting';
  return ballot.choice === 'for' ? 'votesFor' : 'votesAgainst';
}

/**
 * A tally brought up to date: without what some ballots were in it `before`, and with what they are `after`. Sums of ballots
 * do not depend on their order, so all ballots that were not named stay in the sum that they are in.
 */
export function carriedForward(
  tally: Tally,
  { before, after }: { readonly before: Tally; readonly after: Tally },
): Tally {
  const sum = (key: keyof Tally): number => tally[key] - before[key] + after[key];
  return {
    votesFor: sum('votesFor'),
    votesAgainst: sum('votesAgainst'),
    onPaper: sum('onPaper'),
    waiting: sum('waiting'),
    held: sum('held'),
    invalid: sum('invalid'),
  };
}
