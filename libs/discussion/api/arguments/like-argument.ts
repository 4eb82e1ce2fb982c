import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DISCUSSION_LIMITS, mayLike } from '@buurtstem/discussion-domain';
import { Clock, Limits, Transaction, type CurrentAccount } from '@buurtstem/platform-api';
import { Proposals, ReadProposal } from '@buurtstem/proposals-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import type { ArgumentEntity } from './argument.entity';
import { Arguments } from './arguments';
import type { LikeDto } from './arguments.dto';
import { VisibleArguments } from './visible-arguments';

type Wish = 'liked' | 'not-liked';

export interface WishedLike {
  readonly districtId: number;
  readonly proposalNumber: number;
  /** The id of the argument. */
  readonly argument: string;
  readonly residentId: ResidentId;
  readonly wish: Wish;
  /** For imports and demos; else it is now. */
  readonly at?: Date;
}

/** Sets or takes back a like; both idempotent. */
@Injectable()
export class LikeArgument {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly limits: Limits,
    private readonly readProposal: ReadProposal,
    private readonly proposals: Proposals,
    private readonly visible: VisibleArguments,
    private readonly argumentsOf: Arguments,
  ) {}

  /** On the site: not too often. */
  async execute(asked: {
    readonly district: string;
    readonly number: number;
    readonly argument: string;
    readonly resident: CurrentAccount;
    readonly wish: Wish;
  }): Promise<LikeDto> {
    const { number, argument, resident, wish } = asked;
    const proposal = await this.readProposal.visible(asked.district, number, resident);
    await this.visible.one(proposal, argument);
    await this.limits.hit('like', resident.id, ...DISCUSSION_LIMITS.likes);
    const { districtId } = proposal;
    return this.set({ districtId, proposalNumber: number, argument, residentId: resident.id, wish });
  }

  /** For imports and demos. */
  set({ districtId, proposalNumber, argument: id, residentId, wish, at }: WishedLike): Promise<LikeDto> {
    return this.transaction.run(async (em) => {
      const proposal = await this.proposals.shareByNumber(em, districtId, proposalNumber);
      // Everybody who likes this argument waits here, for one row and no other: nobody waits for each other.
      const { argument } = await this.argumentsOf.hold(em, proposal, id, 'count');
      const allowed = mayLike(proposal, argument, residentId, wish);
      if (!allowed.ok) throw new Refusal(allowed.refusal);
      const change =
        wish === 'liked'
          ? await add(em, argument, residentId, at ?? (await this.clock.now(em)))
          : -(await remove(em, argument, residentId));
      if (change !== 0)
        await em.query('update argument set likes = likes + $3 where district_id = $1 and id = $2', [
          districtId,
          id,
          change,
        ]);
      return { likes: argument.likes + change, liked: wish === 'liked' };
    });
  }
}

/** Answers how many likes it became: none where there was one already. */
async function add(
  em: EntityManager,
  { districtId, id }: ArgumentEntity,
  residentId: ResidentId,
  at: Date,
): Promise<number> {
  const added = await em.query<unknown[]>(
    `insert into argument_like (district_id, argument_id, resident_id, liked_at) values ($1, $2, $3, $4)
     on conflict on constraint argument_like_once do nothing returning 1`,
    [districtId, id, residentId, at],
  );
  return added.length;
}

async function remove(
  em: EntityManager,
  { districtId, id }: ArgumentEntity,
  residentId: ResidentId,
): Promise<number> {
  const [, removed] = await em.query<[unknown[], number]>(
    'delete from argument_like where district_id = $1 and argument_id = $2 and resident_id = $3',
    [districtId, id, residentId],
  );
  return removed;
}
