import { Injectable } from '@nestjs/common';
import { Config, Prepared, ShortMemory } from '@buurtstem/platform-api';
import { AMONG_EQUALS, type AmongEquals, LADDER, type Rung } from './rank-query';

const MOST_LADDERS = 500;
const MOST_RUNGS = 200_000;

/**
 * Where proposals stand among the open ones of their district, in the order of the count. How many have more votes is counted
 * once a second for all who ask, and may be a second old; the votes of the proposal itself, and its place among its
 * equals, are of this moment.
 */
@Injectable()
export class Places {
  private readonly ladders = new ShortMemory<readonly Rung[]>({
    things: MOST_LADDERS,
    size: MOST_RUNGS,
    sizeOf: (rungs) => rungs.length,
    isKept: () => true,
  });
  private readonly isKept: boolean;

  constructor(
    private readonly prepared: Prepared,
    { keepsAnswers }: Config,
  ) {
    this.isKept = keepsAnswers;
  }

  /** `rank` counts from one; null for a proposal that is not open. */
  async of(
    districtId: number,
    identityLevel: number,
    proposalId: string,
  ): Promise<{ rank: number | null; openCount: number }> {
    const [rungs, [here]] = await Promise.all([
      this.ladder(districtId, identityLevel),
      this.prepared.query<AmongEquals>('place among equals', AMONG_EQUALS, [
        districtId,
        identityLevel,
        proposalId,
      ]),
    ]);
    const open = sum(rungs);
    if (!here) return { rank: null, openCount: open };
    const rank = sum(rungs.filter(({ votesFor }) => votesFor > here.votesFor)) + here.before + 1;
    // A proposal that was published in this second is not in the count of all yet: nobody is the third of two.
    return { rank, openCount: Math.max(open, rank) };
  }

  private ladder(districtId: number, identityLevel: number): Promise<readonly Rung[]> {
    const read = (): Promise<readonly Rung[]> =>
      this.prepared.query<Rung>('open proposals by votes', LADDER, [districtId, identityLevel]);
    return this.isKept ? this.ladders.of(`${districtId} ${identityLevel}`, read) : read();
  }
}

function sum(rungs: readonly Rung[]): number {
  return rungs.reduce((proposals, rung) => proposals + rung.proposals, 0);
}
