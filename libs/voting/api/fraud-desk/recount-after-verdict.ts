import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recountReason } from '@buurtstem/voting-domain';
import { RecountRound } from '../recount/recount-round';
import type { Recountable } from '../recount/recounts';
import type { LockedBatch } from './vote-batches';

export type Verdict =
  { readonly kind: 'invalidated' | 'reinstated'; readonly reason: string } | { readonly kind: 'released' };

/** Repeats the latest count where what was decided about a batch changes it; nobody has to think of it. */
@Injectable()
export class RecountAfterVerdict {
  constructor(private readonly recountRound: RecountRound) {}

  /** After the verdict is written, in its transaction. */
  async within(em: EntityManager, locked: LockedBatch, verdict: Verdict): Promise<void> {
    const { batch, recountable, at } = locked;
    if (recountable === null) return;
    const votes = await votesAtCount(em, locked, recountable);
    if (votes === 0) return;
    // Held after the count and then let go: the count took them as valid, and they are.
    if (verdict.kind === 'released' && !(await leftOut(em, locked, recountable))) return;
    const proposal = recountable.candidates.find(({ id }) => id === batch.proposalId);
    if (!proposal) throw new Error(`Batch ${batch.number} is about no candidate of its count`);
    const reason = recountReason({ ...verdict, votes, proposalNumber: proposal.number });
    await this.recountRound.within(em, recountable, reason, at);
  }
}

/** How many ballots of the batch said for or against at the count date. */
async function votesAtCount(
  em: EntityManager,
  { batch }: LockedBatch,
  { round }: Recountable,
): Promise<number> {
  const [found] = await em.query<{ votes: number }[]>(
    `select count(*)::integer as votes from (
       select distinct on (l.resident_id) l.choice
       from vote_batch_member m
       join ballot_ledger l on l.district_id = m.district_id and l.proposal_id = m.proposal_id
         and l.resident_id = m.resident_id
       where m.district_id = $1 and m.batch_number = $2 and l.entry in ('cast', 'changed', 'withdrawn')
         and l.recorded_at < $3
       order by l.resident_id, l.position desc
     ) last_choice where choice <> 'none'`,
    [batch.districtId, batch.number, round.closesAt],
  );
  return found?.votes ?? 0;
}

async function leftOut(em: EntityManager, { batch }: LockedBatch, { count }: Recountable): Promise<boolean> {
  const found = await em.query<unknown[]>(
    `select from count_exclusion
     where district_id = $1 and round_id = $2 and version = $3 and batch_number = $4`,
    [batch.districtId, count.roundId, count.version, batch.number],
  );
  return found.length > 0;
}
