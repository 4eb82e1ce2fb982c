import type { Rulebook } from '@buurtstem/districts-domain';
import type { ProposalEntity } from '@buurtstem/proposals-api';
import { isOpen } from '@buurtstem/proposals-domain';
import { takesPart } from '@buurtstem/voting-domain';
import type { RoundEntity } from '../entities';

/** Whether the count of this round ranks the proposal. */
export function isCandidate(
  proposal: Pick<ProposalEntity, 'state' | 'hidden' | 'publishedAt' | 'chancesUsed'>,
  { closesAt }: RoundEntity,
  { chances }: Rulebook,
): boolean {
  return takesPart({ ...proposal, isOpen: isOpen(proposal) }, { closesAt, chances });
}
