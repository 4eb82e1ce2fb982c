import type { ResidentId } from '@buurtstem/shared-domain';
import {
  CastVotes,
  CountRound,
  DryRun,
  EndVoteBatch,
  HoldVotes,
  InvalidateVotes,
  ProposeInvalidation,
} from '@buurtstem/voting-api';
import type { DecidedBy } from '@buurtstem/voting-domain';
import type { West } from './west';

export const REASON = 'Alles tegelijk van één adres.';

/** The fraud desk of West with its two colleagues, and voters who come from one mail domain or another. */
export class FraudScene {
  private constructor(
    readonly west: West,
    readonly clara: ResidentId,
    readonly dewi: ResidentId,
  ) {}

  static async of(west: West): Promise<FraudScene> {
    const [clara, dewi] = (await west.residents(2)) as [ResidentId, ResidentId];
    return new FraudScene(west, clara, dewi);
  }

  /** Fresh residents on one mail domain. */
  async votesFrom(mailDomain: string, count: number, proposalNumber: number): Promise<ResidentId[]> {
    const residents = await this.west.residents(count);
    await this.vote(mailDomain, residents, proposalNumber, 'for');
    return residents;
  }

  async vote(
    mailDomain: string,
    residents: readonly ResidentId[],
    proposalNumber: number,
    choice: 'for' | 'against' | 'none',
  ): Promise<void> {
    const origin = { network: Buffer.alloc(32, mailDomain), mailDomain };
    await this.west.app.get(CastVotes).execute(
      this.west.districtId,
      residents.map((residentId) => ({ proposalNumber, residentId, choice, origin })),
    );
  }

  hold(mailDomain: string, proposalNumber: number): Promise<number> {
    return this.west.app
      .get(HoldVotes, { strict: false })
      .execute(this.west.districtId, { proposalNumber, criteria: { mailDomain }, note: '' }, this.clara);
  }

  propose(batch: number): Promise<void> {
    return this.west.app
      .get(ProposeInvalidation, { strict: false })
      .execute(this.west.districtId, batch, REASON, this.clara);
  }

  invalidate(batch: number, votes: number): Promise<void> {
    return this.west.app
      .get(InvalidateVotes, { strict: false })
      .execute(this.west.districtId, batch, votes, this.dewi);
  }

  end(batch: number, verb: 'release' | 'reinstate', reason = 'Het was een buurtfeest.'): Promise<void> {
    return this.west.app
      .get(EndVoteBatch, { strict: false })
      .execute(this.west.districtId, batch, { verb, reason, actorId: this.clara });
  }

  dryRun(batch: number): ReturnType<DryRun['of']> {
    return this.west.app.get(DryRun, { strict: false }).of(this.west.districtId, batch);
  }

  /** Holds, proposes and decides; answers the batch. */
  async takeOut(mailDomain: string, proposalNumber: number, votes: number): Promise<number> {
    const batch = await this.hold(mailDomain, proposalNumber);
    await this.propose(batch);
    await this.invalidate(batch, votes);
    return batch;
  }

  /** Counts the open round at its count date, as if that were now. */
  async count(): Promise<{ number: number; decidedBy: DecidedBy }> {
    const { number, closesAt } = await this.west.openRound();
    await this.west.moveClockTo(closesAt);
    return {
      number,
      decidedBy: await this.west.app.get(CountRound).execute(this.west.districtId, number),
    };
  }
}
