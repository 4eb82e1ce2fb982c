import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import type { Rulebook } from '@buurtstem/districts-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { ProposalEntity, Proposals } from '@buurtstem/proposals-api';
import { afterLosing, isOpen } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { countRound, mayCount, roundTransition, takesPart, type DecidedBy } from '@buurtstem/voting-domain';
import { CountLineEntity, RoundCountEntity, RoundEntity } from './entities';
import { Promotion } from './promotion';
import { Rounds } from './rounds';
import { TallyRound, type RoundTally } from './tally-round';

type Counted = ReturnType<typeof rank>;

/**
 * Counts a round that is due: result, chances, the winner's agenda item, the messages and the opening of the next
 * round are one transaction. However many workers try, one of them counts; a late or repeated run changes nothing.
 */
@Injectable()
export class CountRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly districts: Districts,
    private readonly proposals: Proposals,
    private readonly rounds: Rounds,
    private readonly tallyRound: TallyRound,
    private readonly promotion: Promotion,
  ) {}

  /** Throws `round-not-due` or `round-not-open` where there is nothing to count. `at` is for imports and demos. */
  execute(districtId: number, roundNumber: number, at?: Date): Promise<DecidedBy> {
    return this.transaction.run(async (em) => {
      await this.rounds.lockForCounting(em, districtId);
      const round = await this.rounds.byNumber(em, districtId, roundNumber);
      const now = at ?? (await this.clock.now(em));
      const due = mayCount(round, now);
      if (!due.ok) throw new Refusal(due.refusal);

      const rules = await this.districts.rulebook(districtId, round.rulebookVersion, em);
      const candidates = await this.candidates(em, round, rules);
      const scope = {
        districtId,
        closesAt: round.closesAt,
        identityLevel: rules.identityLevel,
        proposalIds: candidates.map((proposal) => proposal.id),
      };
      await this.tallyRound.refuseMismatch(em, scope);
      const tally = await this.tallyRound.tally(em, scope);
      const result = rank(candidates, tally, round.seed, rules);

      await this.publishCount(em, round, rules, result, tally.residents, now);
      await this.changeProposals(em, result, rules, now);
      await this.closeRound(em, round, now);
      if (result.winner)
        await this.promotion.promote(em, { round, proposal: result.winner.proposal, at: now });
      return result.decidedBy;
    });
  }

  private async candidates(
    em: EntityManager,
    round: RoundEntity,
    rules: Rulebook,
  ): Promise<ProposalEntity[]> {
    const open = await em.find(ProposalEntity, {
      where: { districtId: round.districtId, state: 'open' },
      // Holds submitters who edit or withdraw back; votes are held back by the round's lock alone.
      lock: { mode: 'for_no_key_update' },
    });
    return open.filter((proposal) =>
      takesPart(
        { ...proposal, isOpen: isOpen(proposal) },
        { closesAt: round.closesAt, chances: rules.chances },
      ),
    );
  }

  private async publishCount(
    em: EntityManager,
    round: RoundEntity,
    rules: Rulebook,
    result: Counted,
    residents: number,
    now: Date,
  ): Promise<void> {
    const key = { districtId: round.districtId, roundId: round.id, version: 1 };
    const [last] = await em.query<{ number: number }[]>(
      'select coalesce(max(report_number), 0)::integer as number from round_count where district_id = $1',
      [round.districtId],
    );
    await em.insert(RoundCountEntity, {
      ...key,
      id: randomUUID(),
      reportNumber: (last?.number ?? 0) + 1,
      reason: '',
      document: '{}',
      countedAt: now,
      rulebookVersion: rules.version,
      threshold: rules.threshold,
      winnerId: result.winner?.proposal.id ?? null,
      decidedBy: result.decidedBy,
      residents,
    });
    const lines = result.ranking.map(
      ({ proposal, votesFor, votesAgainst, onPaper, waiting, held, invalid }, index) => ({
        ...key,
        proposalId: proposal.id,
        rank: index + 1,
        votesFor,
        votesAgainst,
        onPaper,
        waiting,
        held,
        invalid,
        chancesLeft:
          proposal.id === result.winner?.proposal.id ? 0 : rules.chances - proposal.chancesUsed - 1,
      }),
    );
    await em.insert(CountLineEntity, lines);
  }

  /** The winner leaves the pool; everyone else has a chance less, and leaves after the last. */
  private async changeProposals(
    em: EntityManager,
    result: Counted,
    rules: Rulebook,
    at: Date,
  ): Promise<void> {
    for (const { proposal } of result.ranking) {
      if (proposal.id === result.winner?.proposal.id) {
        const alongside = { chancesUsed: proposal.chancesUsed + 1 };
        await this.proposals.changeState(em, proposal, { verb: 'win', actorId: null, at, alongside });
        continue;
      }
      const after = afterLosing(proposal, rules.chances);
      if (!after.ok) throw new Refusal(after.refusal);
      const { chancesUsed, state } = after.value;
      if (state === 'closed') {
        await this.proposals.changeState(em, proposal, {
          verb: 'close',
          actorId: null,
          at,
          alongside: { chancesUsed },
        });
      } else {
        await em.update(
          ProposalEntity,
          { districtId: proposal.districtId, id: proposal.id },
          { chancesUsed },
        );
      }
    }
  }

  private async closeRound(em: EntityManager, round: RoundEntity, now: Date): Promise<void> {
    const counted = roundTransition(round.state, 'count');
    if (!counted.ok) throw new Refusal(counted.refusal);
    const { districtId, id } = round;
    await em.update(RoundEntity, { districtId, id }, { state: counted.value });
    const { version } = await this.districts.rulebook(districtId, undefined, em);
    await this.rounds.openNext(em, districtId, version, now);
  }
}

function rank(candidates: readonly ProposalEntity[], { tallies }: RoundTally, seed: string, rules: Rulebook) {
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
