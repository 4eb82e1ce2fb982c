import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import type { Rulebook } from '@buurtstem/districts-domain';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { ProposalEntity, Proposals } from '@buurtstem/proposals-api';
import { afterLosing } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import { mayCount, roundTransition, type DecidedBy } from '@buurtstem/voting-domain';
import { RoundEntity } from './entities';
import { Promotion } from './promotion';
import { rankCandidates, type Ranked } from './ranking';
import { PublishReport } from './reports/publish-report';
import { Rounds } from './rounds';
import { AddUpAhead, isSameScope } from './tally/add-up-ahead';
import { isCandidate } from './tally/candidates';
import { TallyAhead, type LedgerSums, type TallyNow } from './tally/tally-ahead';
import { TallyRound, type TallyScope } from './tally-round';

/**
 * Counts a round that is due: result, chances, the winner's agenda item, the messages and the opening of the next
 * round are one transaction. However many workers try, one of them counts; a late or repeated run changes nothing.
 * The ledger is added up before the lock that holds votes back; under it only what changed since is read.
 */
@Injectable()
export class CountRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly districts: Districts,
    private readonly proposals: Proposals,
    private readonly rounds: Rounds,
    private readonly addUpAhead: AddUpAhead,
    private readonly tallyAhead: TallyAhead,
    private readonly tallyRound: TallyRound,
    private readonly publishReport: PublishReport,
    private readonly promotion: Promotion,
  ) {}

  /**
   * Throws `round-not-due` or `round-not-open` where there is nothing to count. `at` is for imports and demos; sums from
   * before the count date save the time of adding up at it.
   */
  async execute(
    districtId: number,
    roundNumber: number,
    at?: Date,
    addedUp?: LedgerSums,
  ): Promise<DecidedBy> {
    await this.transaction.run((em) => this.due(em, districtId, roundNumber, at));
    const ahead = addedUp
      ? await this.addUpAhead.renew(districtId, roundNumber, addedUp)
      : await this.addUpAhead.execute(districtId, roundNumber);

    return this.transaction.run(async (em) => {
      await this.rounds.lockForCounting(em, districtId);
      const { round, now } = await this.due(em, districtId, roundNumber, at);
      const rules = await this.districts.rulebook(districtId, round.rulebookVersion, em);
      const candidates = await this.candidates(em, round, rules);
      const scope = {
        districtId,
        closesAt: round.closesAt,
        identityLevel: rules.identityLevel,
        proposalIds: candidates.map((proposal) => proposal.id),
      };
      const tally = await this.tally(em, scope, ahead);
      const result = rankCandidates(candidates, tally, round.seed, rules);

      const count = await this.publishReport.within(em, {
        round,
        rules,
        scope,
        result,
        residents: tally.residents,
        ledger: tally.reach,
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

  private async due(
    em: EntityManager,
    districtId: number,
    roundNumber: number,
    at: Date | undefined,
  ): Promise<{ round: RoundEntity; now: Date }> {
    const round = await this.rounds.byNumber(em, districtId, roundNumber);
    const now = at ?? (await this.clock.now(em));
    const due = mayCount(round, now);
    if (!due.ok) throw new Refusal(due.refusal);
    return { round, now };
  }

  /** Where plans came or went in the last moment, everything is added up once more, under the lock. */
  private async tally(em: EntityManager, scope: TallyScope, ahead: LedgerSums): Promise<TallyNow> {
    const sums = isSameScope(scope, ahead.scope)
      ? ahead
      : await this.tallyAhead.upTo(em, scope, await this.tallyAhead.endOfLedger(em, scope.districtId));
    const tally = await this.tallyAhead.now(em, sums, scope.identityLevel);
    this.tallyRound.refuseDiffering(scope.districtId, tally.differing);
    return tally;
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
    return open.filter((proposal) => isCandidate(proposal, round, rules));
  }

  /** The winner leaves the pool; everyone else has a chance less, and leaves after the last. */
  private async changeProposals(em: EntityManager, result: Ranked, rules: Rulebook, at: Date): Promise<void> {
    const { winner } = result;
    if (winner) {
      const alongside = { chancesUsed: winner.proposal.chancesUsed + 1 };
      await this.proposals.changeState(em, winner.proposal, { verb: 'win', actorId: null, at, alongside });
    }
    const losers = result.ranking
      .filter(({ proposal }) => proposal.id !== winner?.proposal.id)
      .map(({ proposal }) => {
        const after = afterLosing(proposal, rules.chances);
        if (!after.ok) throw new Refusal(after.refusal);
        return { proposal, ...after.value };
      });
    const closing = losers.filter(({ state }) => state === 'closed').map(({ proposal }) => proposal);
    // Thousands may lose together, while votes wait.
    for (const some of inPortions(losers))
      await em.query(TAKE_CHANCES, [
        some[0]?.proposal.districtId,
        some.map(({ proposal }) => proposal.id),
        some.map(({ chancesUsed }) => chancesUsed),
      ]);
    for (const some of inPortions(closing))
      await this.proposals.changeStates(em, some, { verb: 'close', actorId: null, at });
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

/**
 * What follows a change of proposals compares every row before with every row after: one statement for all would take a
 * minute for six thousand, and one for each a quarter of that.
 */
const PORTION = 200;

function* inPortions<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += PORTION) yield all.slice(from, from + PORTION);
}

const TAKE_CHANCES = `
  update proposal p set chances_used = l.chances_used
  from unnest($2::uuid[], $3::integer[]) as l (id, chances_used)
  where p.district_id = $1 and p.id = l.id`;
