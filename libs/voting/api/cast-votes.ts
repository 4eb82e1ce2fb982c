import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { isOpen, isPublic, type ProposalState } from '@buurtstem/proposals-domain';
import { refuse, type Result } from '@buurtstem/shared-domain';
import {
  requestVote,
  type Ballot,
  type BallotChange,
  type Channel,
  type Choice,
  type VoteRefusal,
} from '@buurtstem/voting-domain';
import { Ballots, isEffective, keyOf, type BallotWrite, type RecordedChange } from './ballots';
import { Rounds } from './rounds';
import { VoteOrigins, type VoteOrigin } from './vote-origins';

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
    private readonly origins: VoteOrigins,
  ) {}

  execute(districtId: number, wishes: readonly VoteWish[]): Promise<VoteAnswer[]> {
    return this.transaction.run((em) => this.within(em, districtId, wishes));
  }

  /** `at` is for imports that bring their own times; else a vote is received now, by the database's clock. */
  async within(
    em: EntityManager,
    districtId: number,
    wishes: readonly VoteWish[],
    at?: Date,
  ): Promise<VoteAnswer[]> {
    await this.rounds.lockForVoting(em, districtId);
    const round = await this.rounds.open(em, districtId);
    const proposals = await lockProposals(em, districtId, wishes);
    // Read after the locks: a vote that waited for them is received when it gets through.
    const now = at ?? (await this.clock.now(em));
    const answers = wishes.map((): VoteAnswer => refuse('proposal-not-found'));
    let open = wishes.flatMap((wish, index): Asked[] => {
      const proposal = proposals.get(wish.proposalNumber);
      return proposal && isPublic(proposal) ? [{ index, wish, proposal }] : [];
    });
    // A second pass only for ballots that somebody else cast in between; those then exist and are locked.
    while (open.length > 0) {
      const keys = open.map(({ wish, proposal }) => ({
        proposalId: proposal.id,
        residentId: wish.residentId,
      }));
      const known = await this.ballots.lock(em, districtId, keys);
      const writes = askTheRules(open, known, round, now, answers);
      const lost =
        round === null
          ? new Set<string>()
          : await this.ballots.write(em, districtId, writes, { roundId: round.id, at: now });
      await this.origins.keep(em, districtId, originsOf(writes, lost), now);
      open = open.filter((asked) =>
        lost.has(keyOf({ proposalId: asked.proposal.id, residentId: asked.wish.residentId })),
      );
    }
    return answers;
  }
}

interface AskedWrite extends BallotWrite {
  readonly changes: RecordedChange[];
  /** Of the last change. */
  origin: VoteOrigin | undefined;
}

/** Where the ballots that were written came from. */
function originsOf(writes: readonly AskedWrite[], lost: ReadonlySet<string>) {
  return writes.flatMap(({ origin, ...write }) =>
    origin && isEffective(write) && !lost.has(keyOf(write)) ? [{ ...write, origin }] : [],
  );
}

/** Fills in the answers, and collects what is to be written, in the order of the wishes. */
function askTheRules(
  open: readonly Asked[],
  known: ReadonlyMap<string, Ballot>,
  round: { readonly closesAt: Date } | null,
  at: Date,
  answers: VoteAnswer[],
): AskedWrite[] {
  const writes = new Map<string, AskedWrite>();
  for (const { index, wish, proposal } of open) {
    const id = { proposalId: proposal.id, residentId: wish.residentId };
    const write: AskedWrite = writes.get(keyOf(id)) ?? {
      ...id,
      previous: known.get(keyOf(id)) ?? null,
      changes: [],
      origin: undefined,
    };
    const choiceNow = write.changes.at(-1)?.choice ?? write.previous?.choice;
    const status = write.previous?.status ?? 'valid';
    const previous = choiceNow === undefined ? null : { choice: choiceNow, status };
    const answer = requestVote({
      round,
      proposalIsOpen: isOpen(proposal),
      previous,
      choice: wish.choice,
      at,
    });
    answers[index] = answer;
    if (answer.ok) {
      write.changes.push({ ...answer.value, channel: wish.channel ?? 'online' });
      if (answer.value.kind !== 'unchanged') write.origin = wish.origin;
    }
    writes.set(keyOf(id), write);
  }
  return [...writes.values()];
}

/** Shared, so that votes do not wait for each other, but a submitter who edits or withdraws waits for them. */
async function lockProposals(
  em: EntityManager,
  districtId: number,
  wishes: readonly VoteWish[],
): Promise<Map<number, VotableProposal>> {
  const numbers = [...new Set(wishes.map((wish) => wish.proposalNumber))];
  const rows = await em.query<VotableProposal[]>(
    `select id, number, state, hidden, published_at as "publishedAt" from proposal
     where district_id = $1 and number = any($2::integer[]) order by number for key share`,
    [districtId, numbers],
  );
  return new Map(rows.map((row) => [row.number, row]));
}
