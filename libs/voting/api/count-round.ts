import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import type { Rulebook } from '@buurtstem/districts-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { ProposalEntity, Proposals } from '@buurtstem/proposals-api';
import { afterLosing, isOpen } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { mayCount, roundTransition, takesPart, type DecidedBy } from '@buurtstem/voting-domain';
import { RoundEntity } from './entities';
import { Promotion } from './promotion';
import { rankCandidates, type Ranked } from './ranking';
import { PublishReport } from './reports/publish-report';
import { Rounds } from './rounds';
import { TallyRound } from './tally-round';

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
    private readonly publishReport: PublishReport,
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
      const result = rankCandidates(candidates, tally, round.seed, rules);

      const count = await this.publishReport.within(em, {
        round,
        rules,
        scope,
        result,
        residents: tally.residents,
        at: now,
        chancesLeft: ({ chancesUsed }) => rules.chances - chancesUsed - 1,
        supersedes: null,
      });
      await this.changeProposals(em, result, rules, now);
      await this.closeRound(em, round, now);
      if (result.winner)
        await this.promotion.promote(em, { round, count, proposal: result.winner.proposal, at: now });
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

  /** The winner leaves the pool; everyone else has a chance less, and leaves after the last. */
  private async changeProposals(em: EntityManager, result: Ranked, rules: Rulebook, at: Date): Promise<void> {
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
