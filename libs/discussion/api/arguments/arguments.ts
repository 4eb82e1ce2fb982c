import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProposalEntity } from '@buurtstem/proposals-api';
import { Refusal } from '@buurtstem/shared-domain';
import { ArgumentEntity } from './argument.entity';

/**
 * How an argument is held while something is done with it. `change`: nobody does anything else with it, or with the
 * replies under it. `count`: others may reply, not like it or change it. `answer`: others may do all but change it.
 */
export type Hold = 'change' | 'count' | 'answer';

const LOCKS = {
  change: 'pessimistic_write',
  count: 'for_no_key_update',
  answer: 'for_key_share',
} as const satisfies Record<Hold, string>;

/** An argument or a reply, with the argument that a reply stands under. */
export interface HeldArgument {
  readonly argument: ArgumentEntity;
  readonly parent: ArgumentEntity | null;
}

/** Questions about arguments. Locks are taken from above: the proposal, the argument, the reply, the case. */
@Injectable()
export class Arguments {
  /** Of a reply its argument is held too, and first, so that no other reply comes in between. */
  async hold(em: EntityManager, proposal: ProposalEntity, id: string, hold: Hold): Promise<HeldArgument> {
    const { districtId, id: proposalId } = proposal;
    const known = await em.findOneBy(ArgumentEntity, { districtId, proposalId, id });
    if (!known) throw new Refusal('argument-not-found');
    const lock = { mode: LOCKS[hold] };
    const held = async (heldId: string): Promise<ArgumentEntity> => {
      const argument = await em.findOne(ArgumentEntity, { where: { districtId, id: heldId }, lock });
      if (!argument) throw new Refusal('argument-not-found');
      return argument;
    };
    const parent = known.parentId === null ? null : await held(known.parentId);
    return { argument: await held(id), parent };
  }

  /** Whether somebody replied: to an argument, or later than a reply under the same argument. Hidden replies count. */
  async isAnswered(em: EntityManager, { districtId, id }: ArgumentEntity): Promise<boolean> {
    const [row] = await em.query<{ answered: boolean }[]>(
      `select ${IS_ANSWERED} as answered from argument a where a.district_id = $1 and a.id = $2`,
      [districtId, id],
    );
    return row?.answered === true;
  }

  /** Likes of all arguments on each side of a proposal together, hidden ones included; of a side that is left out, 0. */
  async likesOnSides(
    em: EntityManager,
    { districtId, id }: Pick<ProposalEntity, 'districtId' | 'id'>,
    side: 'for' | 'against' | null = null,
  ): Promise<SideLikes> {
    const [likes] = await em.query<SideLikes[]>(`select ${LIKES_ON_SIDES}`, [districtId, id, side]);
    return likes ?? { for: 0, against: 0 };
  }
}

/** {@link Arguments.likesOnSides}, for who asks something else by the same statement. */
export const LIKES_ON_SIDES = `
  coalesce(sum(likes) filter (where side = 'for'), 0)::integer as "for",
  coalesce(sum(likes) filter (where side = 'against'), 0)::integer as "against"
  from argument
  where district_id = $1 and proposal_id = $2 and parent_id is null and ($3::text is null or side = $3)`;

export type SideLikes = Readonly<Record<'for' | 'against', number>>;

/** Of `argument a`: {@link Arguments.isAnswered}. */
export const IS_ANSWERED = `case when a.parent_id is null
  then exists (select from argument later where later.district_id = a.district_id and later.parent_id = a.id)
  else exists (select from argument later where later.district_id = a.district_id and later.parent_id = a.parent_id
    and (later.posted_at, later.id) > (a.posted_at, a.id)) end`;
