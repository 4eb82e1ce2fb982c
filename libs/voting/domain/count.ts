/** A proposal that takes part in a count, with the sums that decide. */
export interface Candidate {
  readonly proposalId: string;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly publishedAt: Date;
}

/** The step that told the winner from the runner-up; `none` where nobody reached the threshold. */
export type DecidedBy = 'votes' | 'fewer-against' | 'published-earlier' | 'lot' | 'none';

export interface CountResult<C extends Candidate> {
  /** Every candidate, first place first. */
  readonly ranking: readonly C[];
  readonly winner: C | null;
  readonly decidedBy: DecidedBy;
}

export interface CountRules {
  /** Votes for that a winner needs at least. */
  readonly threshold: number;
  /** Lower-case hexadecimal SHA-256 of the round's published seed and the proposal's id; the lowest wins the lot. */
  readonly lotOf: (proposalId: string) => string;
}

/**
 * Counts a round: most votes for, then fewer against, then published earlier, then the lot. The balance of for and
 * against never decides (Stem van West's own words; its code ranked otherwise). The same candidates in any order
 * give the same result.
 */
export function countRound<C extends Candidate>(candidates: readonly C[], rules: CountRules): CountResult<C> {
  const ranking = [...candidates].sort((a, b) => compare(a, b, rules)[0]);
  const [first, second] = ranking;
  if (first === undefined || first.votesFor < rules.threshold)
    return { ranking, winner: null, decidedBy: 'none' };
  return {
    ranking,
    winner: first,
    decidedBy: second === undefined ? 'votes' : compare(first, second, rules)[1],
  };
}

/** Negative where `a` comes first, with the step that says so. */
function compare(a: Candidate, b: Candidate, rules: CountRules): [number, Exclude<DecidedBy, 'none'>] {
  if (a.votesFor !== b.votesFor) return [b.votesFor - a.votesFor, 'votes'];
  if (a.votesAgainst !== b.votesAgainst) return [a.votesAgainst - b.votesAgainst, 'fewer-against'];
  const earlier = a.publishedAt.getTime() - b.publishedAt.getTime();
  if (earlier !== 0) return [earlier, 'published-earlier'];
  return [rules.lotOf(a.proposalId) < rules.lotOf(b.proposalId) ? -1 : 1, 'lot'];
}

/** Whether an open proposal takes part in the count: in public before the count date, with a chance left. */
export function takesPart(
  proposal: { readonly isOpen: boolean; readonly publishedAt: Date | null; readonly chancesUsed: number },
  round: { readonly closesAt: Date; readonly chances: number },
): boolean {
  return (
    proposal.isOpen &&
    proposal.publishedAt !== null &&
    proposal.publishedAt < round.closesAt &&
    proposal.chancesUsed < round.chances
  );
}
