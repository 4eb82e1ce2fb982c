import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Refusal } from '@buurtstem/shared-domain';
import type { Ballot } from '@buurtstem/voting-domain';
import { Rounds } from '../rounds';
import type { LockedBatch } from './vote-batches';

/** Writes what staff decided about the ballots of a batch: status and ledger together, or not at all. */
@Injectable()
export class Verdicts {
  constructor(private readonly rounds: Rounds) {}

  /** Takes the ballots out, or lets them count again, with a line in the ledger for each. */
  async record(
    em: EntityManager,
    { batch, ballots, at }: LockedBatch,
    entry: 'invalidated' | 'reinstated',
  ): Promise<void> {
    const { districtId, proposalId } = batch;
    const round = await this.rounds.open(em, districtId);
    if (!round) throw new Refusal('no-open-round');
    const from = entry === 'invalidated' ? 'held' : 'invalidated';
    const changed = await setStatus(em, { batch, ballots }, from, entry === 'invalidated' ? entry : 'valid');
    await em.query(
      `insert into ballot_ledger
         (district_id, proposal_id, resident_id, entry, choice, channel, round_id, recorded_at)
       select $1, $2, v.resident_id, $4, v.choice, v.channel, $5, $6
       from vote v
       where v.district_id = $1 and v.proposal_id = $2 and v.resident_id = any($3::uuid[])
       order by v.resident_id`,
      [districtId, proposalId, changed, entry, round.id, at],
    );
  }

  /** Lets held ballots count again; nothing was decided about them, so the ledger has nothing to tell. */
  async release(em: EntityManager, locked: LockedBatch): Promise<void> {
    await setStatus(em, locked, 'held', 'valid');
  }
}

async function setStatus(
  em: EntityManager,
  { batch, ballots }: Pick<LockedBatch, 'batch' | 'ballots'>,
  from: Ballot['status'],
  to: Ballot['status'],
): Promise<string[]> {
  const residentIds = ballots.filter(({ status }) => status === from).map(({ residentId }) => residentId);
  await em.query(
    `update vote set status = $4
     where district_id = $1 and proposal_id = $2 and resident_id = any($3::uuid[])`,
    [batch.districtId, batch.proposalId, residentIds, to],
  );
  return residentIds;
}
