import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { planMeeting } from '@buurtstem/agenda-domain';
import { Clock, Transaction, violatedConstraint } from '@buurtstem/platform-api';
import { Refusal, type MeetingId, type ResidentId } from '@buurtstem/shared-domain';
import { MeetingEntity } from '../entities';
import { AgendaItems, firstOpen, lockAgendas } from '../items/agenda-items';
import { schedule } from '../items/schedule';

export interface NewMeeting {
  readonly startsAt: Date;
  readonly agendaDeadline: Date;
  readonly place: string;
  readonly contact?: string;
}

/** Plans a committee meeting; what waits in the queue comes onto its agenda, oldest round first. */
@Injectable()
export class PlanMeeting {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly items: AgendaItems,
  ) {}

  /** `at` is for demos that bring a past; else it is now. Answers the id of the meeting. */
  execute(districtId: number, wanted: NewMeeting, actorId: ResidentId | null, at?: Date): Promise<string> {
    return this.transaction.run(async (em) => {
      await lockAgendas(em, districtId);
      const now = at ?? (await this.clock.now(em));
      const others = await em.findBy(MeetingEntity, { districtId });
      const allowed = planMeeting(wanted, others, now);
      if (!allowed.ok) throw new Refusal(allowed.refusal);
      const { startsAt, agendaDeadline, place, contact = '' } = wanted;
      const meeting: MeetingEntity = {
        districtId,
        id: randomUUID() as MeetingId,
        startsAt,
        agendaDeadline,
        place: place.trim(),
        contact: contact.trim(),
        state: 'planned',
        sequence: 0,
        reason: '',
        revision: 0,
        changedAt: now,
      };
      await writeMeeting(() => em.insert(MeetingEntity, meeting));
      // Not an earlier one: what was taken off that one would come back to where it came from.
      const to = firstOpen([meeting], now);
      if (to) await this.bringOn(em, to, now);
      return meeting.id;
    });
  }

  private async bringOn(em: EntityManager, to: MeetingEntity, at: Date): Promise<void> {
    const waiting = await this.items.queued(em, to.districtId);
    // Nobody chose: the calendar brings it on, whoever wrote the calendar.
    await schedule(em, this.items, waiting, to, { actorId: null, reason: '', at });
  }
}

/** The index that keeps two meetings from one hour is the same refusal as the rule's. */
export async function writeMeeting(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violatedConstraint(error) === 'meeting_one_at_a_time') throw new Refusal('meeting-at-same-time');
    throw error;
  }
}
