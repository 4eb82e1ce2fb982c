import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { askWithin, Clock, ofAnyLength, Prepared, Transaction, type Ask } from '@buurtstem/platform-api';
import { isOpen, isPublic, type ProposalState } from '@buurtstem/proposals-domain';
import { refuse, type Result } from '@buurtstem/shared-domain';
import {
  requestVote,
  type BallotChange,
  type Channel,
  type Choice,
  type VoteRefusal,
} from '@buurtstem/voting-domain';
import {
  Ballots,
  keyOf,
  type BallotKey,
  type BallotWrite,
  type KeptBallot,
  type RecordedChange,
  type VoteOrigin,
} from './ballots';
import { Rounds } from './rounds';

/** A resident's wish about one proposal; `none` withdraws. */
export interface VoteWish {
  readonly proposalNumber: number;
  readonly residentId: string;
  readonly choice: Choice | 'none';
  /** How it came in; online unless it says otherwise. */
  readonly channel?: Channel;
  /** Where it came from, where somebody cast it over the net. */
  readonly origin?: VoteOrigin;
}

export type VoteAnswer = Result<BallotChange, VoteRefusal | 'proposal-not-found'>;

/** What became of a wish, with the ballot as it is since then. */
export interface VoteOutcome {
  readonly answer: VoteAnswer;
  /** Null where there is none, and after a refusal. */
  readonly ballot: KeptBallot | null;
  /** The count date of the open round. */
  readonly closesAt: Date | null;
}

interface Asked {
  readonly index: number;
  readonly wish: VoteWish;
  readonly proposal: VotableProposal;
}

interface VotableProposal {
  readonly id: string;
  readonly number: number;
  readonly state: ProposalState;
  readonly hidden: boolean;
  readonly publishedAt: Date | null;
}

interface OpenBox {
  readonly round: OpenRound | null;
  readonly proposals: ReadonlyMap<number, VotableProposal>;
  readonly ballots: ReadonlyMap<string, KeptBallot>;
  readonly now: Date;
}

/** A row whose time is text. */
type InJson<Row, Time extends keyof Row> = Omit<Row, Time> & {
  readonly [T in Time]: null extends Row[T] ? string | null : string;
};

interface BoxRow {
  readonly roundId: string | null;
  readonly closesAt: Date;
  readonly proposals: readonly InJson<VotableProposal, 'publishedAt'>[];
  readonly ballots: readonly InJson<BallotKey & KeptBallot, 'changedAt'>[];
  readonly now: Date;
}

interface OpenRound {
  readonly id: string;
  readonly closesAt: Date;
}

const NOT_FOUND: VoteOutcome = { answer: refuse('proposal-not-found'), ballot: null, closesAt: null };

/**
 * Casts, changes and withdraws votes of one district: many wishes in one transaction, each with its own answer, so
 * that a refusal of one never hurts another. A single vote is a list of one. Wishes about the same ballot take effect
 * in their order.
 */
@Injectable()
export class CastVotes {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly rounds: Rounds,
    private readonly ballots: Ballots,
    private readonly prepared: Prepared,
  ) {}

  async execute(districtId: number, wishes: readonly VoteWish[]): Promise<VoteAnswer[]> {
    return answersOf(await this.outcomes(districtId, wishes));
  }

  /** The same, for who wants to see the ballots. */
  outcomes(districtId: number, wishes: readonly VoteWish[]): Promise<VoteOutcome[]> {
    return untilNoneIsLost(wishes, (some) =>
      this.transaction.runAfter(this.rounds.lockingForVoting(districtId), (em, last) =>
        this.cast(em, districtId, some, last),
      ),
    );
  }

  /** `at` is for imports that bring their own times; else a vote is received now, by the database's clock. */
  async within(
    em: EntityManager,
    districtId: number,
    wishes: readonly VoteWish[],
    at?: Date,
  ): Promise<VoteAnswer[]> {
    await this.rounds.lockForVoting(em, districtId);
    const write = askWithin(em);
    return answersOf(await untilNoneIsLost(wishes, (some) => this.cast(em, districtId, some, write, at)));
  }

  /** Under the round's lock. Null where somebody else cast that very ballot in between; nothing was written of it. */
  private async cast(
    em: EntityManager,
    districtId: number,
    wishes: readonly VoteWish[],
    write: Ask,
    at?: Date,
  ): Promise<(VoteOutcome | null)[]> {
    const { round, proposals, ballots, now } = await this.openBox(em, districtId, wishes);
    const stamp = at ?? now;
    const outcomes: (VoteOutcome | null)[] = wishes.map(() => NOT_FOUND);
    const open = wishes.flatMap((wish, index): Asked[] => {
      const proposal = proposals.get(wish.proposalNumber);
      return proposal && isPublic(proposal) ? [{ index, wish, proposal }] : [];
    });
    const writes = askTheRules(open, ballots, round, stamp, outcomes);
    if (round === null) return outcomes;
    const lost = await this.ballots.write(write, districtId, writes, { roundId: round.id, at: stamp });
    for (const asked of open) if (lost.has(keyOf(ballotOf(asked)))) outcomes[asked.index] = null;
    return outcomes;
  }

  private async openBox(
    em: EntityManager,
    districtId: number,
    wishes: readonly VoteWish[],
  ): Promise<OpenBox> {
    const [row] = await this.prepared.query<BoxRow>(
      'open-box',
      openBoxAt(this.clock.expression),
      [
        districtId,
        wishes.map(({ proposalNumber }) => proposalNumber),
        wishes.map(({ residentId }) => residentId),
      ],
      em,
    );
    if (!row) throw new Error('The database did not open the box.');
    const ballots = row.ballots.map((ballot) => ({ ...ballot, changedAt: new Date(ballot.changedAt) }));
    return {
      round: row.roundId === null ? null : { id: row.roundId, closesAt: row.closesAt },
      proposals: new Map(
        row.proposals.map((proposal) => [
          proposal.number,
          { ...proposal, publishedAt: timeOf(proposal.publishedAt) },
        ]),
      ),
      ballots: new Map(ballots.map((ballot) => [keyOf(ballot), ballot])),
      now: row.now,
    };
  }
}

/** What was cast by somebody else in between exists now, so those who lost ask again and are answered by what is there. */
async function untilNoneIsLost(
  wishes: readonly VoteWish[],
  cast: (some: readonly VoteWish[]) => Promise<(VoteOutcome | null)[]>,
): Promise<VoteOutcome[]> {
  const outcomes = await cast(wishes);
  const lost = wishes.filter((_, index) => outcomes[index] === null);
  const later = lost.length === 0 ? [] : await untilNoneIsLost(lost, cast);
  return outcomes.flatMap((outcome) => outcome ?? later.splice(0, 1));
}

const timeOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const ballotOf = ({ proposal, wish }: Asked): BallotKey => ({
  proposalId: proposal.id,
  residentId: wish.residentId,
});

const answersOf = (outcomes: readonly VoteOutcome[]): VoteAnswer[] => outcomes.map(({ answer }) => answer);

interface AskedWrite extends BallotWrite {
  readonly changes: RecordedChange[];
  origin: VoteOrigin | undefined;
}

/** Fills in the outcomes, and collects what is to be written, in the order of the wishes. */
function askTheRules(
  open: readonly Asked[],
  known: ReadonlyMap<string, KeptBallot>,
  round: OpenRound | null,
  at: Date,
  outcomes: (VoteOutcome | null)[],
): AskedWrite[] {
  const writes = new Map<string, AskedWrite>();
  for (const { index, wish, proposal } of open) {
    const id = ballotOf({ index, wish, proposal });
    const kept = known.get(keyOf(id)) ?? null;
    const write: AskedWrite = writes.get(keyOf(id)) ?? {
      ...id,
      previous: kept,
      changes: [],
      origin: undefined,
    };
    const before = ballotAfter(kept, write, at);
    const answer = requestVote({
      round,
      proposalIsOpen: isOpen(proposal),
      previous: before,
      choice: wish.choice,
      at,
    });
    if (answer.ok) {
      write.changes.push({ ...answer.value, channel: wish.channel ?? 'online' });
      if (answer.value.kind !== 'unchanged') write.origin = wish.origin;
    }
    writes.set(keyOf(id), write);
    outcomes[index] = {
      answer,
      ballot: answer.ok ? ballotAfter(kept, write, at) : null,
      closesAt: round?.closesAt ?? null,
    };
  }
  return [...writes.values()];
}

/** The ballot once the changes until now are written. */
function ballotAfter(kept: KeptBallot | null, write: AskedWrite, at: Date): KeptBallot | null {
  const last = write.changes.findLast(({ kind }) => kind !== 'unchanged');
  if (!last) return kept;
  return { choice: last.choice, status: kept?.status ?? 'valid', channel: last.channel, changedAt: at };
}

/**
 * The open round, the proposals and the ballots there are of these wishes, held until the transaction ends. Proposals are
 * shared, so that votes do not wait for each other, but a submitter who edits or withdraws waits for them; a ballot has
 * one who changes it, and is found by its whole key: joined, it would be looked for among all votes on its proposal where
 * the planner has no statistics yet. The round stays what it is as long as its lock is held. The time is read last: a vote
 * that waited for any of these is received when it gets through.
 */
const openBoxAt = (now: string): string => `
  with p as materialized (
    select id, number, state, hidden, published_at as "publishedAt" from proposal
    where district_id = $1 and number = any(${ofAnyLength('$2', 'integer[]')}) order by number for key share),
  k as materialized (
    select distinct p.id, k.resident_id from unnest(${ofAnyLength('$2', 'integer[]')}, ${ofAnyLength('$3', 'uuid[]')}) as k (number, resident_id)
    join p on p.number = k.number order by p.id, k.resident_id),
  b as materialized (
    select v.* from k cross join lateral (
      select v.proposal_id as "proposalId", v.resident_id as "residentId", v.choice, v.status, v.channel,
        v.changed_at as "changedAt"
      from vote v where v.district_id = $1 and v.proposal_id = k.id and v.resident_id = k.resident_id
      limit 1 for update) v)
  select r.id as "roundId", r.closes_at as "closesAt",
    (select coalesce(json_agg(p), '[]') from p) as proposals, (select coalesce(json_agg(b), '[]') from b) as ballots,
    case when (select count(*) from p) >= 0 and (select count(*) from b) >= 0 then ${now} end as now
  from (select) nothing left join round r on r.district_id = $1 and r.state = 'open'`;
