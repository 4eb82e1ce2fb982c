import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import type { Rulebook } from '@buurtstem/districts-domain';
import { Proposals, type ProposalEntity } from '@buurtstem/proposals-api';
import { Refusal } from '@buurtstem/shared-domain';
import { roundTransition, takesPartAgain } from '@buurtstem/voting-domain';
import type { RoundCountEntity } from '../entities';
import { Promotion } from '../promotion';
import { rankCandidates } from '../ranking';
import { PublishReport } from '../reports/publish-report';
import { TallyRound } from '../tally-round';
import type { Recountable } from './recounts';

/** Every ballot and every line there is: the two books are held against each other as they are now. */
const EVER = new Date('9999-12-31T00:00:00Z');

/**
 * Counts a round again after votes were taken out or put back: a new report takes the place of the one before, and the
 * agenda follows by the same rule. Part of the transaction that decided about the votes, so that neither is without
 * the other. Votes go on meanwhile: what is cast now does not touch what was cast before the count date.
 */
@Injectable()
export class RecountRound {
  constructor(
    private readonly districts: Districts,
    private readonly proposals: Proposals,
    private readonly tallyRound: TallyRound,
    private readonly publishReport: PublishReport,
    private readonly promotion: Promotion,
  ) {}

  /** Under the locks of `Recounts.lock`. Answers the new count. */
  async within(
    em: EntityManager,
    { round, count: before, candidates }: Recountable,
    reason: string,
    at: Date,
  ): Promise<RoundCountEntity> {
    const again = roundTransition(round.state, 'recount');
    if (!again.ok) throw new Refusal(again.refusal);
    const { districtId } = round;
    const rules = await this.districts.rulebook(districtId, round.rulebookVersion, em);
    const still = candidates.filter(takesPartAgain);
    const scope = {
      districtId,
      closesAt: round.closesAt,
      identityLevel: rules.identityLevel,
      proposalIds: still.map((proposal) => proposal.id),
    };
    await this.tallyRound.refuseMismatch(em, { ...scope, closesAt: EVER });
    const tally = await this.tallyRound.tally(em, scope);
    const result = rankCandidates(still, tally, round.seed, rules);
    const count = await this.publishReport.within(em, {
      round,
      rules,
      scope,
      result,
      residents: tally.residents,
      ledger: await this.tallyRound.reach(em, scope),
      at,
      chancesLeft: ({ chancesUsed }) => rules.chances - chancesUsed,
      supersedes: { version: before.version, reportNumber: before.reportNumber, reason },
    });
    if (count.winnerId === before.winnerId) return count;
    const lost = candidates.find(({ id }) => id === before.winnerId);
    if (lost) {
      const winner = result.winner?.proposal ?? null;
      await this.promotion.supersede(em, { round, count, proposal: lost, winner, at });
      await this.backIntoThePool(em, lost, rules, count);
    }
    if (result.winner) {
      await this.win(em, result.winner.proposal, count);
      await this.promotion.promote(em, { round, count, proposal: result.winner.proposal, at });
    }
    return count;
  }

  /** It did not win after all: it goes on as what a count without the prize leaves. */
  private async backIntoThePool(
    em: EntityManager,
    proposal: ProposalEntity,
    rules: Rulebook,
    { countedAt: at, reason }: RoundCountEntity,
  ): Promise<void> {
    const change = { actorId: null, at, reason };
    await this.proposals.changeState(em, proposal, { verb: 'reopen', ...change });
    if (proposal.chancesUsed >= rules.chances)
      await this.proposals.changeState(em, proposal, { verb: 'close', ...change });
  }

  private async win(
    em: EntityManager,
    proposal: ProposalEntity,
    { countedAt: at, reason }: RoundCountEntity,
  ): Promise<void> {
    const change = { actorId: null, at, reason };
    if (proposal.state === 'closed')
      await this.proposals.changeState(em, proposal, { verb: 'reopen', ...change });
    await this.proposals.changeState(em, proposal, { verb: 'win', ...change });
  }
}
