import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { isPublic, transition, type ProposalState, type ProposalVerb } from '@buurtstem/proposals-domain';
import { Refusal, type ProposalId, type ResidentId } from '@buurtstem/shared-domain';
import { CoSubmitterEntity, ProposalEntity, ProposalEventEntity, ProposalPictureEntity } from './entities';

export interface StateChange {
  readonly verb: ProposalVerb;
  /** Null where nobody decided: the count and the calendar have no actor. */
  readonly actorId: ResidentId | null;
  readonly reason?: string;
  readonly at: Date;
  /** Columns that change together with the state. */
  readonly alongside?: Partial<Pick<ProposalEntity, 'publishedAt' | 'chancesUsed' | 'mergedInto'>>;
}

/** Questions about proposals, and the one way in which their state changes. */
@Injectable()
export class Proposals {
  /** Holds votes on it back until the transaction ends, so that a text cannot change under a vote. */
  async lockByNumber(em: EntityManager, districtId: number, number: number): Promise<ProposalEntity> {
    const proposal = await em.findOne(ProposalEntity, {
      where: { districtId, number },
      lock: { mode: 'pessimistic_write' },
    });
    if (!proposal) throw new Refusal('proposal-not-found');
    return proposal;
  }

  /** For what concerns several: held in the order of their numbers, so that two who want the same wait in turn. */
  lockSeveral(
    em: EntityManager,
    districtId: number,
    which: { readonly ids: readonly ProposalId[] } | { readonly numbers: readonly number[] },
  ): Promise<ProposalEntity[]> {
    const where = 'ids' in which ? { id: In(which.ids) } : { number: In(which.numbers) };
    return em.find(ProposalEntity, {
      where: { districtId, ...where },
      order: { number: 'asc' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** For what joins votes on a proposal, such as an argument: waits for its submitter's edits, not for voters. */
  async shareByNumber(em: EntityManager, districtId: number, number: number): Promise<ProposalEntity> {
    const proposal = await em.findOne(ProposalEntity, {
      where: { districtId, number },
      lock: { mode: 'for_key_share' },
    });
    if (!proposal) throw new Refusal('proposal-not-found');
    return proposal;
  }

  /** For the submitter's own acts. What they may not see does not exist for them. */
  async lockOwn(
    em: EntityManager,
    districtId: number,
    number: number,
    residentId: ResidentId,
  ): Promise<ProposalEntity> {
    const proposal = await this.lockByNumber(em, districtId, number);
    if (proposal.submitterId !== residentId)
      throw new Refusal(isPublic(proposal) ? 'not-the-submitter' : 'proposal-not-found');
    return proposal;
  }

  /** Whether anyone voted or argued; from then on the text is locked. A withdrawn vote was a voice too. */
  async voicesHeard(em: EntityManager, proposal: ProposalEntity): Promise<boolean> {
    const [heard] = await em.query<{ heard: boolean }[]>(
      `select exists (select from vote where district_id = $1 and proposal_id = $2)
           or exists (select from argument where district_id = $1 and proposal_id = $2) as heard`,
      [proposal.districtId, proposal.id],
    );
    return heard?.heard === true;
  }

  /** Out of sight, by a moderator; from whoever holds its lock. */
  async hide(em: EntityManager, { districtId, id }: ProposalEntity): Promise<void> {
    await em.update(ProposalEntity, { districtId, id }, { hidden: true });
  }

  async restore(em: EntityManager, { districtId, id }: ProposalEntity): Promise<void> {
    await em.update(ProposalEntity, { districtId, id }, { hidden: false });
  }

  async hidePicture(em: EntityManager, { districtId, id }: ProposalPictureEntity): Promise<void> {
    await em.update(ProposalPictureEntity, { districtId, id }, { hidden: true });
  }

  async restorePicture(em: EntityManager, { districtId, id }: ProposalPictureEntity): Promise<void> {
    await em.update(ProposalPictureEntity, { districtId, id }, { hidden: false });
  }

  /** As a moderator took something out, or put it back; a new version, so that an edit of before is refused. */
  async rewrite(
    em: EntityManager,
    { districtId, id, version }: ProposalEntity,
    text: Pick<ProposalEntity, 'title' | 'summary' | 'body' | 'redacted'>,
  ): Promise<void> {
    await em.update(ProposalEntity, { districtId, id }, { ...text, version: version + 1 });
  }

  /** Somebody joins the submitter; whoever is the submitter, or joined before, stays as they are. */
  async addCoSubmitter(
    em: EntityManager,
    proposal: ProposalEntity,
    joined: { readonly residentId: ResidentId; readonly name: string; readonly at: Date },
  ): Promise<void> {
    if (joined.residentId === proposal.submitterId) return;
    const { districtId, id: proposalId } = proposal;
    const { residentId, name, at: joinedAt } = joined;
    await em
      .createQueryBuilder()
      .insert()
      .into(CoSubmitterEntity)
      .values({ districtId, proposalId, residentId, name, joinedAt })
      .orIgnore()
      .execute();
  }

  /** `changeState` of some hundreds by the same verb, in one statement. */
  async changeStates(
    em: EntityManager,
    proposals: readonly ProposalEntity[],
    { verb, actorId, reason, at }: Omit<StateChange, 'alongside'>,
  ): Promise<void> {
    const [first] = proposals;
    if (!first) return;
    const moves = proposals.map(({ id, state }) => {
      const next = transition(state, verb);
      if (!next.ok) throw new Refusal(next.refusal);
      return { id, left: state, reached: next.value };
    });
    await em.query(MOVE, [first.districtId, JSON.stringify(moves), verb, actorId, reason ?? '', at]);
  }

  /** Takes the arrow that the lifecycle draws for the verb, and records it; refuses where there is none. */
  async changeState(
    em: EntityManager,
    proposal: ProposalEntity,
    change: StateChange,
  ): Promise<ProposalState> {
    const next = transition(proposal.state, change.verb);
    if (!next.ok) throw new Refusal(next.refusal);
    const { districtId, id, state: fromState } = proposal;
    await em.update(
      ProposalEntity,
      { districtId, id },
      {
        ...change.alongside,
        state: next.value,
        updatedAt: change.at,
      },
    );
    await em.insert(ProposalEventEntity, {
      districtId,
      proposalId: id,
      verb: change.verb,
      fromState,
      toState: next.value,
      actorId: change.actorId,
      reason: change.reason ?? '',
      occurredAt: change.at,
    });
    proposal.state = next.value;
    return next.value;
  }
}

const MOVE = `
  with move as (
    select * from jsonb_to_recordset($2::jsonb) as m (id uuid, "left" text, reached text)
  ), moved as (
    update proposal p set state = m.reached, updated_at = $6 from move m where p.district_id = $1 and p.id = m.id)
  insert into proposal_event (district_id, proposal_id, verb, from_state, to_state, actor_id, reason, occurred_at)
  select $1, id, $3, "left", reached, $4, $5, $6 from move order by id`;
