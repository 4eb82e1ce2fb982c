import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { agendaItemTransition, promote, type AgendaItemVerb } from '@buurtstem/agenda-domain';
import { Proposals, type ProposalEntity } from '@buurtstem/proposals-api';
import type { ProposalVerb } from '@buurtstem/proposals-domain';
import { Refusal, type MeetingId, type ResidentId } from '@buurtstem/shared-domain';
import { AgendaItemEntity, MeetingEntity } from '../entities';

/** An item, and the proposal that it is about; both held by whoever works on them. */
export interface Held {
  readonly item: AgendaItemEntity;
  readonly proposal: ProposalEntity;
}

export interface Step {
  readonly verb: AgendaItemVerb;
  /** Null where the proposal stays in its state. */
  readonly proposalVerb: ProposalVerb | null;
  /** Where the item stands after it; as it was where nothing is said. */
  readonly meetingId?: MeetingId | null;
  readonly actorId: ResidentId | null;
  readonly reason?: string;
  readonly at: Date;
}

/** One hand at a time on the agendas of a district: clerks, and the count, come one after the other. */
export async function lockAgendas(em: EntityManager, districtId: number): Promise<void> {
  await em.query('select from district where id = $1 for no key update', [districtId]);
}

export async function findMeeting(
  em: EntityManager,
  districtId: number,
  meetingId: string,
): Promise<MeetingEntity> {
  const meeting = await em.findOneBy(MeetingEntity, { districtId, id: meetingId as MeetingId });
  if (!meeting) throw new Refusal('meeting-not-found');
  return meeting;
}

/** The first meeting ahead whose agenda is open at an instant; null where there is none. */
export function firstOpen(meetings: readonly MeetingEntity[], at: Date): MeetingEntity | null {
  const { meetingId } = promote(meetings, at);
  return meetings.find(({ id }) => id === meetingId) ?? null;
}

/** Questions about agenda items, and the one way in which an item and its proposal go on. */
@Injectable()
export class AgendaItems {
  constructor(private readonly proposals: Proposals) {}

  /** By whoever holds the district's agendas. What a moderator hides does not exist. */
  async visible(em: EntityManager, districtId: number, itemId: string): Promise<Held> {
    const item = await em.findOneBy(AgendaItemEntity, { districtId, id: itemId as AgendaItemEntity['id'] });
    const [held] = item ? await this.hold(em, [item]) : [];
    if (!held || held.proposal.hidden) throw new Refusal('agenda-item-not-found');
    return held;
  }

  /** What waits in the queue, oldest round first. */
  queued(em: EntityManager, districtId: number): Promise<Held[]> {
    return this.byRound(em, districtId, `i.state = 'queued'`, []);
  }

  /** What stands on the agenda of a meeting and was not discussed yet, oldest round first. */
  scheduledFor(em: EntityManager, districtId: number, meetingId: MeetingId): Promise<Held[]> {
    return this.byRound(em, districtId, `i.state = 'scheduled' and i.meeting_id = $2`, [meetingId]);
  }

  /** The item and its proposal go on together, or not at all. */
  async step(em: EntityManager, { item, proposal }: Held, step: Step): Promise<void> {
    const { districtId, id } = item;
    const next = agendaItemTransition(item.state, step.verb);
    if (!next.ok) throw new Refusal(next.refusal);
    const change = {
      state: next.value,
      meetingId: step.meetingId === undefined ? item.meetingId : step.meetingId,
    };
    await em.update(AgendaItemEntity, { districtId, id }, change);
    Object.assign(item, change);
    if (step.proposalVerb !== null) {
      const { proposalVerb: verb, actorId, reason, at } = step;
      await this.proposals.changeState(em, proposal, {
        verb,
        actorId,
        at,
        ...(reason !== undefined && { reason }),
      });
    }
  }

  private async byRound(
    em: EntityManager,
    districtId: number,
    condition: string,
    values: readonly unknown[],
  ): Promise<Held[]> {
    const rows = await em.query<{ id: AgendaItemEntity['id'] }[]>(
      `select i.id from agenda_item i join round r on r.district_id = i.district_id and r.id = i.round_id
       where i.district_id = $1 and ${condition} order by r.number`,
      [districtId, ...values],
    );
    const ids = rows.map(({ id }) => id);
    const items = await em.findBy(AgendaItemEntity, { districtId, id: In(ids) });
    return this.hold(
      em,
      ids.flatMap((id) => items.find((item) => item.id === id) ?? []),
    );
  }

  private async hold(em: EntityManager, items: readonly AgendaItemEntity[]): Promise<Held[]> {
    const [first] = items;
    if (!first) return [];
    const ids = items.map(({ proposalId }) => proposalId);
    const proposals = await this.proposals.lockSeveral(em, first.districtId, { ids });
    return items.flatMap((item) => {
      const proposal = proposals.find(({ id }) => id === item.proposalId);
      return proposal ? [{ item, proposal }] : [];
    });
  }
}
