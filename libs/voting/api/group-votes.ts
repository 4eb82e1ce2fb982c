import { Injectable } from '@nestjs/common';
import { Gather } from '@buurtstem/platform-api';
import { CastVotes, type VoteOutcome, type VoteWish } from './cast-votes';

/** A transaction of this size is short; as many as wait are cast well within the time that a reader waits. */
const BOUNDS = { atOnce: 200, waiting: 2_000 };

/**
 * Casts together, in one transaction with one commit, the votes of a district that come while the ones before them are
 * being written. Each has its own answer, and has it only when the commit is on disk; votes of one district are written
 * one group after the other, so wishes about the same ballot take effect in the order in which they came.
 */
@Injectable()
export class GroupVotes {
  private readonly districts = new Map<number, Gather<VoteWish, VoteOutcome>>();

  constructor(private readonly castVotes: CastVotes) {}

  cast(districtId: number, wish: VoteWish): Promise<VoteOutcome> {
    const known = this.districts.get(districtId);
    if (known) return known.ask(wish);
    const gather = new Gather(
      (wishes: readonly VoteWish[]) => this.castVotes.outcomes(districtId, wishes),
      BOUNDS,
    );
    this.districts.set(districtId, gather);
    return gather.ask(wish);
  }
}
