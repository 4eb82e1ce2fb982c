import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ProposalEntity } from '@buurtstem/proposals-api';
import { Refusal, type ProposalId } from '@buurtstem/shared-domain';
import { mayRecount, type CountInQuestion } from '@buurtstem/voting-domain';
import { CountLineEntity, RoundCountEntity, RoundEntity } from '../entities';

/** A count that may still be replaced. */
export interface Recountable {
  readonly round: RoundEntity;
  /** The latest of its counts. */
  readonly count: RoundCountEntity;
  /** Its candidates, whatever became of them since. */
  readonly candidates: readonly ProposalEntity[];
}

/** Questions about the latest count of a district: whether a proposal took part, and whether it may be repeated. */
@Injectable()
export class Recounts {
  /** Null where the proposal did not take part in the latest count, or where that stays as it is. */
  async of(
    em: EntityManager,
    districtId: number,
    proposalId: ProposalId,
    at: Date,
  ): Promise<Recountable | null> {
    const found = await this.find(em, districtId, proposalId, at);
    return found === null || found === 'too-late' ? null : found;
  }

  /**
   * For an act about votes on a proposal. Refuses where they count for nothing any more: the proposal is not open for
   * the next count, and the latest stays as it is. Holds what a recount would change until the transaction ends.
   */
  async lock(
    em: EntityManager,
    districtId: number,
    proposalId: ProposalId,
    at: Date,
  ): Promise<Recountable | null> {
    const found = await this.find(em, districtId, proposalId, at);
    if (found !== null && found !== 'too-late') return this.hold(em, found, at);
    const open = await em.query<unknown[]>(
      `select from proposal where district_id = $1 and id = $2 and state = 'open' for key share`,
      [districtId, proposalId],
    );
    if (open.length > 0) return null;
    throw new Refusal(found === 'too-late' ? 'recount-too-late' : 'proposal-not-countable');
  }

  /** The item before the proposals, as the agenda room does; the proposals as the count does, in their order. */
  private async hold(em: EntityManager, { round, count }: Recountable, at: Date): Promise<Recountable> {
    if (!mayRecount(await questionAbout(em, round, count, 'for update of i'), at).ok)
      throw new Refusal('recount-too-late');
    return { round, count, candidates: await candidatesOf(em, count, true) };
  }

  private async find(
    em: EntityManager,
    districtId: number,
    proposalId: ProposalId,
    at: Date,
  ): Promise<Recountable | 'too-late' | null> {
    const [round] = await em.find(RoundEntity, {
      where: { districtId, state: 'counted' },
      order: { number: 'desc' },
      take: 1,
    });
    if (!round) return null;
    const [count] = await em.find(RoundCountEntity, {
      where: { districtId, roundId: round.id },
      order: { version: 'desc' },
      take: 1,
    });
    if (!count) return null;
    const { roundId, version } = count;
    if (!(await em.existsBy(CountLineEntity, { districtId, roundId, version, proposalId }))) return null;
    if (!mayRecount(await questionAbout(em, round, count, ''), at).ok) return 'too-late';
    return { round, count, candidates: await candidatesOf(em, count, false) };
  }
}

async function questionAbout(
  em: EntityManager,
  round: RoundEntity,
  { winnerId }: RoundCountEntity,
  lock: '' | 'for update of i',
): Promise<CountInQuestion> {
  if (winnerId === null) return { isLatest: true, winner: null };
  const [winner] = await em.query<NonNullable<CountInQuestion['winner']>[]>(
    `select i.state as "itemState", m.starts_at as "meetingStartsAt"
     from agenda_item i left join meeting m on m.district_id = i.district_id and m.id = i.meeting_id
     where i.district_id = $1 and i.round_id = $2 and i.proposal_id = $3 and i.state <> 'superseded' ${lock}`,
    [round.districtId, round.id, winnerId],
  );
  if (!winner) throw new Error(`The winner of round ${round.number} has no agenda item`);
  return { isLatest: true, winner };
}

async function candidatesOf(
  em: EntityManager,
  { districtId, roundId, version }: RoundCountEntity,
  held: boolean,
): Promise<ProposalEntity[]> {
  const lines = await em.findBy(CountLineEntity, { districtId, roundId, version });
  return em.find(ProposalEntity, {
    where: { districtId, id: In(lines.map((line) => line.proposalId)) },
    order: { number: 'asc' },
    ...(held ? { lock: { mode: 'for_no_key_update' as const } } : {}),
  });
}
