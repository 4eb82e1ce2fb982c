import { createHash } from 'node:crypto';
import type { Rulebook } from '@buurtstem/districts-domain';
import type { ProposalEntity } from '@buurtstem/proposals-api';
import { countRound } from '@buurtstem/voting-domain';
import type { RoundTally } from './tally-round';

export type Ranked = ReturnType<typeof rankCandidates>;

/** The rule's ranking of the candidates, by sums that the database added up. */
export function rankCandidates(
  candidates: readonly ProposalEntity[],
  { tallies }: RoundTally,
  seed: string,
  rules: Rulebook,
) {
  const counted = candidates.map((proposal) => {
    const tally = tallies.get(proposal.id);
    if (!tally || !proposal.publishedAt) throw new Error(`No tally of candidate ${proposal.id}`);
    return { proposal, proposalId: proposal.id, publishedAt: proposal.publishedAt, ...tally };
  });
  return countRound(counted, { threshold: rules.threshold, lotOf: (proposalId) => lotOf(seed, proposalId) });
}

/** The lot of a proposal in a round: SHA-256 over the published seed and the proposal's id, in hexadecimal. */
export function lotOf(seed: string, proposalId: string): string {
  return createHash('sha256').update(`${seed} ${proposalId}`).digest('hex');
}
