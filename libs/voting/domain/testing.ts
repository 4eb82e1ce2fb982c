import fc from 'fast-check';
import type { Candidate } from './count';
import type { LedgerEntry } from './ledger';
import { requestVote, type Ballot, type Channel } from './ballot';

export const CLOSES_AT = new Date('2026-12-08T15:00:00Z');

/** Candidates with few different sums and dates, so that ties are common. */
export const candidates = fc
  .uniqueArray(
    fc.record({
      proposalId: fc.uuid(),
      votesFor: fc.integer({ min: 0, max: 4 }),
      votesAgainst: fc.integer({ min: 0, max: 2 }),
      publishedAt: fc.constantFrom('2026-11-01', '2026-11-02').map((day) => new Date(day)),
    }),
    { selector: (c) => c.proposalId, maxLength: 12 },
  )
  .map((list): Candidate[] => list);

/** What residents ask for, one after the other: a vote or its withdrawal. */
export const requests = fc.array(
  fc.record({
    proposalId: fc.constantFrom('bench', 'bridge', 'tree'),
    residentId: fc.constantFrom('amina', 'bob', 'charlie', 'laura'),
    choice: fc.constantFrom('for', 'against', 'none'),
    channel: fc.constantFrom('online', 'paper'),
  }),
  { maxLength: 60 },
);

/** The ledger that the rules write for these requests, one a second, all before the count date. */
export function ledgerOf(
  asked: readonly {
    proposalId: string;
    residentId: string;
    choice: Ballot['choice'];
    channel?: Channel;
  }[],
): LedgerEntry[] {
  const ballots = new Map<string, Ballot>();
  const ledger: LedgerEntry[] = [];
  asked.forEach(({ proposalId, residentId, choice, channel = 'online' }, second) => {
    const at = new Date(CLOSES_AT.getTime() - 3_600_000 + second * 1000);
    const key = `${proposalId} ${residentId}`;
    const change = requestVote({
      round: { closesAt: CLOSES_AT },
      proposalIsOpen: true,
      previous: ballots.get(key) ?? null,
      choice,
      at,
    });
    if (!change.ok || change.value.kind === 'unchanged') return;
    ballots.set(key, { choice: change.value.choice, status: 'valid' });
    ledger.push({
      proposalId,
      residentId,
      entry: change.value.kind,
      choice: change.value.choice,
      channel,
      position: second,
      recordedAt: at,
    });
  });
  return ledger;
}
