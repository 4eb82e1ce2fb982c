import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, Transaction } from '@buurtstem/platform-api';
import { Proposals, type ProposalEntity } from '@buurtstem/proposals-api';
import { Refusal, type FieldError, type ResidentId } from '@buurtstem/shared-domain';
import { Recounts } from '../recount/recounts';
import type { HoldVotesDto, VoteCriteriaDto } from './fraud-desk.dto';
import { VoteBatches } from './vote-batches';

/** Holds votes under suspicion: from now on they do not count, until staff have decided. */
@Injectable()
export class HoldVotes {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly proposals: Proposals,
    private readonly batches: VoteBatches,
    private readonly recounts: Recounts,
  ) {}

  /** Answers the number of the new batch. */
  execute(districtId: number, asked: HoldVotesDto, actorId: ResidentId): Promise<number> {
    refuseVague(asked.criteria);
    return this.transaction.run(async (em) => {
      await this.batches.lockDesk(em, districtId);
      const proposal = await this.proposals.shareByNumber(em, districtId, asked.proposalNumber);
      if (proposal.publishedAt === null) throw new Refusal('proposal-not-found');
      const heldAt = await this.clock.now(em);
      // Of a plan that was counted for the last time, while a recount can still put it right.
      if (proposal.state !== 'open') await this.recounts.lock(em, districtId, proposal.id, heldAt);
      const held = await holdVotes(em, proposal, asked.criteria);
      if (held.length === 0) throw new Refusal('no-votes-selected');
      const number = await this.batches.nextNumber(em, districtId);
      await this.batches.insert(
        em,
        {
          districtId,
          number,
          proposalId: proposal.id,
          state: 'held',
          criteria: { ...asked.criteria },
          note: asked.note.trim(),
          heldBy: actorId,
          heldAt,
          reason: '',
          proposedBy: null,
          proposedAt: null,
          votesProposed: null,
          decidedBy: null,
          decidedAt: null,
          endedBy: null,
          endedAt: null,
          endReason: '',
        },
        held,
      );
      return number;
    });
  }
}

/** "All votes" is no suspicion, and a time that ends before it begins selects nothing. */
function refuseVague({ network, mailDomain, from, to }: VoteCriteriaDto): void {
  const errors: FieldError[] = [];
  if ([network, mailDomain, from, to].every((criterion) => criterion === undefined))
    errors.push({ field: 'criteria', code: 'invalid-input', message: 'names at least one criterion' });
  if (from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to))
    errors.push({ field: 'criteria.to', code: 'invalid-input', message: 'is later than from' });
  if (errors.length > 0) throw new Refusal('invalid-input', errors);
}

/**
 * Takes valid votes only, so no vote ever lies in two batches that are under way. What a clerk entered from paper came
 * from no network and was looked at by a person: it is no part of a burst.
 */
async function holdVotes(
  em: EntityManager,
  { districtId, id }: ProposalEntity,
  { network, mailDomain, from, to }: VoteCriteriaDto,
): Promise<string[]> {
  const [rows] = await em.query<[{ resident_id: string }[], number]>(
    `with selected as (
       select v.resident_id from vote v
       left join vote_origin o on o.district_id = v.district_id and o.proposal_id = v.proposal_id
         and o.resident_id = v.resident_id
       where v.district_id = $1 and v.proposal_id = $2 and v.status = 'valid' and v.choice <> 'none'
         and v.channel = 'online'
         and ($3::bytea is null or o.network_pseudonym = $3)
         and ($4::text is null or o.mail_domain = $4)
         and ($5::timestamptz is null or v.changed_at >= $5)
         and ($6::timestamptz is null or v.changed_at < $6)
       order by v.proposal_id, v.resident_id
       for update of v
     )
     update vote v set status = 'held' from selected s
     where v.district_id = $1 and v.proposal_id = $2 and v.resident_id = s.resident_id
     returning v.resident_id`,
    [
      districtId,
      id,
      network === undefined ? null : Buffer.from(network, 'base64url'),
      mailDomain ?? null,
      from ?? null,
      to ?? null,
    ],
  );
  return rows.map((row) => row.resident_id);
}
