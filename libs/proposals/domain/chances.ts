import { accept, type Result } from '@buurtstem/shared-domain';
import { transition, type ProposalState } from './lifecycle';

export interface ProposalWithChances {
  readonly state: ProposalState;
  /** Count dates in which it took part already. */
  readonly chancesUsed: number;
}

/** Count dates still ahead of it, never negative. Votes carry over from one to the next. */
export function chancesLeft(proposal: ProposalWithChances, chances: number): number {
  return proposal.state === 'open' ? Math.max(0, chances - proposal.chancesUsed) : 0;
}

/**
 * What a count without the prize leaves of a proposal: one chance less, and closed with thanks after the last
 * (Stem van West: three count dates). Its votes and discussion stay readable.
 */
export function afterLosing(
  proposal: ProposalWithChances,
  chances: number,
): Result<ProposalWithChances, 'proposal-transition-not-possible'> {
  const chancesUsed = proposal.chancesUsed + 1;
  if (chancesUsed < chances) return accept({ state: proposal.state, chancesUsed });
  const closed = transition(proposal.state, 'close');
  return closed.ok ? accept({ state: closed.value, chancesUsed }) : closed;
}
