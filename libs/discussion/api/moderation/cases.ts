import { Injectable } from '@nestjs/common';
import {
  interestOf,
  type CaseOrigin,
  type Claim,
  type Decider,
  type Involved,
  type SubjectKind,
} from '@buurtstem/discussion-domain';
import { Refusal, type ProposalId, type ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';
import { ModerationCaseEntity } from './entities';

export interface CaseSubject {
  readonly districtId: number;
  readonly kind: SubjectKind;
  readonly id: string;
  readonly proposalId: ProposalId;
}

/** Opens cases, at most one open one per subject, and finds them. */
@Injectable()
export class Cases {
  /**
   * Answers the number of the case: a new one, or the one that is open already. A text that is changed under the eyes of
   * a moderator is nobody's any more: who decides on it has to read it again.
   */
  async open(em: EntityManager, subject: CaseSubject, origin: CaseOrigin, at: Date): Promise<number> {
    const { districtId, kind, id, proposalId } = subject;
    // Whoever decides the open case between the two questions makes room for a new one.
    for (;;) {
      const [opened] = await em.query<{ id: number }[]>(OPEN, [districtId, kind, id, proposalId, origin, at]);
      if (opened) return opened.id;
      const join = origin === 'edit' ? JOIN_AND_RELEASE : JOIN;
      const [joined] = await em.query<{ id: number }[]>(join, [districtId, kind, id]);
      if (joined) return joined.id;
    }
  }

  async find(em: EntityManager, districtId: number, number: number): Promise<ModerationCaseEntity> {
    const found = await em.findOneBy(ModerationCaseEntity, { districtId, id: number });
    if (!found) throw new Refusal('case-not-found');
    return found;
  }

  /** The case, held until the transaction ends. Whoever needs its subject too locks that first, as its author does. */
  async lock(em: EntityManager, districtId: number, number: number): Promise<ModerationCaseEntity> {
    const found = await em.findOne(ModerationCaseEntity, {
      where: { districtId, id: number },
      lock: { mode: 'pessimistic_write' },
    });
    if (!found) throw new Refusal('case-not-found');
    return found;
  }

  /** Who has to do with each of these cases, by its number. */
  async involvedIn(
    em: EntityManager,
    districtId: number,
    numbers: readonly number[],
  ): Promise<Map<number, Involved>> {
    const rows = await em.query<(Involved & { id: number })[]>(INVOLVED, [districtId, numbers]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The moderator with what they have to do with the case themselves. */
  async decider(
    em: EntityManager,
    { districtId, id }: ModerationCaseEntity,
    moderatorId: ResidentId,
  ): Promise<Decider> {
    const involved = (await this.involvedIn(em, districtId, [id])).get(id);
    if (!involved) throw new Refusal('case-not-found');
    return { id: moderatorId, interest: interestOf(involved, moderatorId) };
  }
}

/** As the rules want it: the columns are empty together. */
export function claimOf({ claimedBy, claimedUntil }: ModerationCaseEntity): Claim | null {
  return claimedBy === null || claimedUntil === null ? null : { by: claimedBy, until: claimedUntil };
}

const OPEN = `
  insert into moderation_case (district_id, subject_kind, subject_id, proposal_id, origin, state, opened_at)
  values ($1, $2, $3, $4, $5, 'open', $6)
  on conflict (district_id, subject_kind, subject_id) where state = 'open' do nothing
  returning id`;

const JOIN = `
  select id from moderation_case
  where district_id = $1 and subject_kind = $2 and subject_id = $3 and state = 'open'`;

const JOIN_AND_RELEASE = `
  with released as (
    update moderation_case set claimed_by = null, claimed_until = null
    where district_id = $1 and subject_kind = $2 and subject_id = $3 and state = 'open'
    returning id)
  select id from released`;

const INVOLVED = `
  select c.id, coalesce(a.author_id, p.submitter_id) as "authorId", p.submitter_id as "submitterId",
    array(select s.resident_id from co_submitter s where s.district_id = c.district_id
          and s.proposal_id = c.proposal_id) as "coSubmitterIds",
    array(select r.reporter_id from abuse_report r where r.district_id = c.district_id and r.case_id = c.id
          and r.reporter_id is not null) as "reporterIds"
  from moderation_case c
  join proposal p on p.district_id = c.district_id and p.id = c.proposal_id
  left join argument a on c.subject_kind = 'argument' and a.district_id = c.district_id and a.id = c.subject_id
  where c.district_id = $1 and c.id = any($2::integer[])`;
