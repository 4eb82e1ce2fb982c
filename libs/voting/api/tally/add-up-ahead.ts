import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { Transaction } from '@buurtstem/platform-api';
import { ProposalEntity } from '@buurtstem/proposals-api';
import type { EntityManager } from 'typeorm';
import { Rounds } from '../rounds';
import type { TallyScope } from '../tally-round';
import { isCandidate } from './candidates';
import { TallyAhead, type LedgerSums } from './tally-ahead';

/** Adds the ledger of an open round up to where it stands, for a count that comes soon. Votes go on meanwhile. */
@Injectable()
export class AddUpAhead {
  constructor(
    private readonly transaction: Transaction,
    private readonly districts: Districts,
    private readonly rounds: Rounds,
    private readonly tallyAhead: TallyAhead,
  ) {}

  async execute(districtId: number, roundNumber: number): Promise<LedgerSums> {
    const position = await this.endOfLedger(districtId);
    return this.atLeisure(async (em) =>
      this.tallyAhead.upTo(em, await this.scope(em, districtId, roundNumber), position),
    );
  }

  /** These sums where they still are about what will be counted, else others. */
  async renew(districtId: number, roundNumber: number, sums: LedgerSums): Promise<LedgerSums> {
    const scope = await this.transaction.run((em) => this.scope(em, districtId, roundNumber));
    return isSameScope(scope, sums.scope) ? sums : this.execute(districtId, roundNumber);
  }

  /** These sums up to where the ledger stands now. Reads only what came since, unless plans came or went. */
  async forward(districtId: number, roundNumber: number, sums: LedgerSums): Promise<LedgerSums> {
    const renewed = await this.renew(districtId, roundNumber, sums);
    if (renewed !== sums) return renewed;
    const position = await this.endOfLedger(districtId);
    return position === sums.position
      ? sums
      : this.atLeisure((em) => this.tallyAhead.forward(em, sums, position));
  }

  /** Waits for the votes under way, as long as one of them takes: no line up to this one can come any more. */
  private endOfLedger(districtId: number): Promise<string> {
    return this.transaction.run(async (em) => {
      await this.rounds.lockForCounting(em, districtId);
      return this.tallyAhead.endOfLedger(em, districtId);
    });
  }

  /** Nobody waits for it, and ten million votes take longer than a statement may otherwise. */
  private atLeisure<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.transaction.run(async (em) => {
      await em.query(`set local statement_timeout = '15min'`);
      return work(em);
    });
  }

  private async scope(em: EntityManager, districtId: number, roundNumber: number): Promise<TallyScope> {
    const round = await this.rounds.byNumber(em, districtId, roundNumber);
    const rules = await this.districts.rulebook(districtId, round.rulebookVersion, em);
    const open = await em.find(ProposalEntity, {
      select: {
        districtId: true,
        id: true,
        state: true,
        hidden: true,
        publishedAt: true,
        chancesUsed: true,
      },
      where: { districtId, state: 'open' },
    });
    return {
      districtId,
      closesAt: round.closesAt,
      identityLevel: rules.identityLevel,
      proposalIds: open.filter((proposal) => isCandidate(proposal, round, rules)).map(({ id }) => id),
    };
  }
}

/** Whether the same ballots are asked for; what is checked of them beside the ledger may differ. */
export function isSameScope(one: TallyScope, other: TallyScope): boolean {
  const proposals = new Set(one.proposalIds);
  return (
    one.districtId === other.districtId &&
    one.closesAt.getTime() === other.closesAt.getTime() &&
    proposals.size === other.proposalIds.length &&
    other.proposalIds.every((id) => proposals.has(id))
  );
}
