import type { Channel, Choice } from './ballot';

export const LEDGER_ENTRIES = ['cast', 'changed', 'withdrawn', 'invalidated', 'reinstated'] as const;

/** One line of the append-only ledger: everything that ever happened to a vote. */
export interface LedgerEntry {
  readonly proposalId: string;
  readonly residentId: string;
  readonly entry: (typeof LEDGER_ENTRIES)[number];
  /** What the ballot says after this line; `none` after a withdrawal. */
  readonly choice: Choice | 'none';
  readonly channel: Channel;
  /** Order of recording; of two lines about one ballot the higher one is the later. */
  readonly position: number;
  readonly recordedAt: Date;
}

/** A ballot as it lies in the urn at the count. */
export interface CastBallot {
  readonly proposalId: string;
  readonly residentId: string;
  readonly choice: Choice | 'none';
  /** How the last choice came in. */
  readonly channel: Channel;
  readonly invalidated: boolean;
}

/**
 * The ballots that a ledger leaves at the count date: of each resident and proposal the last choice received
 * before it. An invalidation or its undoing counts whenever it was decided, since it speaks about the past.
 * The order in which the lines are handed in does not matter.
 */
export function ballotsAt(ledger: Iterable<LedgerEntry>, closesAt: Date): CastBallot[] {
  const ballots = new Map<string, { choice?: LedgerEntry; verdict?: LedgerEntry }>();
  for (const line of ledger) {
    const key = `${line.proposalId} ${line.residentId}`;
    const ballot = ballots.get(key) ?? {};
    if (line.entry === 'invalidated' || line.entry === 'reinstated') {
      if (isLater(line, ballot.verdict)) ballot.verdict = line;
    } else if (line.recordedAt < closesAt && isLater(line, ballot.choice)) {
      ballot.choice = line;
    }
    ballots.set(key, ballot);
  }
  return [...ballots.values()].flatMap(({ choice, verdict }) =>
    choice === undefined
      ? []
      : [
          {
            proposalId: choice.proposalId,
            residentId: choice.residentId,
            choice: choice.choice,
            channel: choice.channel,
            invalidated: verdict?.entry === 'invalidated',
          },
        ],
  );
}

function isLater(line: LedgerEntry, than: LedgerEntry | undefined): boolean {
  return than === undefined || line.position > than.position;
}
