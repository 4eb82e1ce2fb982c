import type { DryRun, VoteBatch } from '@buurtstem/contract';

/** Builders for the specs of the desks: one valid thing each, of which a spec changes what it is about. */
export function aBatch(changes: Partial<VoteBatch> = {}): VoteBatch {
  return {
    number: 3,
    proposal: { number: 5, title: 'Veilig oversteken bij de Sluisbrug' },
    state: 'held',
    votes: 62,
    votesFor: 60,
    votesAgainst: 2,
    criteria: { network: 'x'.repeat(43) },
    note: 'Alle stemmen uit één kantoor.',
    heldBy: 'Bram Visser',
    heldAt: '2026-11-28T14:00:00Z',
    reason: '',
    proposedBy: null,
    proposedAt: null,
    decidedBy: null,
    decidedAt: null,
    endedBy: null,
    endedAt: null,
    endReason: '',
    mayDecide: false,
    ...changes,
  };
}

export function aProposedBatch(changes: Partial<VoteBatch> = {}): VoteBatch {
  return aBatch({
    state: 'proposed',
    reason: 'Deze stemmen kwamen uit één kantoor buiten West.',
    proposedBy: 'Bram Visser',
    proposedAt: '2026-11-28T14:10:00Z',
    ...changes,
  });
}

export function aDryRun(changes: Partial<DryRun> = {}): DryRun {
  return {
    votes: 62,
    before: { votesFor: 187, votesAgainst: 12, rank: 1 },
    after: { votesFor: 127, votesAgainst: 10, rank: 4 },
    leaderBefore: { number: 5, title: 'Veilig oversteken bij de Sluisbrug' },
    leaderAfter: { number: 8, title: 'Bankjes langs het Molenpad' },
    recount: null,
    ...changes,
  };
}
