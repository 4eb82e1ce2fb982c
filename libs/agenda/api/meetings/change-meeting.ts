import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { changeMeeting } from '@buurtstem/agenda-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, refuseLength, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { MeetingEntity, type AgendaItemEntity } from '../entities';
import { AgendaItems, findMeeting, lockAgendas } from '../items/agenda-items';
import { invite } from '../items/record-way';
import { schedule } from '../items/schedule';
import { tellOfWay, tellSubmitterOfChange } from '../items/tell';
import type { ChangeMeetingDto } from './meetings.dto';
import { writeMeeting } from './plan-meeting';

/** Changes time, place or deadline of a meeting, with a reason that everybody reads. */
@Injectable()
export class ChangeMeeting {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly items: AgendaItems,
  ) {}

  execute(
    districtId: number,
    meetingId: string,
    wanted: ChangeMeetingDto,
    _actorId: ResidentId,
  ): Promise<void> {
    return this.transaction.run(async (em) => {
      refuseLength(wanted.reason, TEXT_LENGTHS.publishedReason, 'reason', 'reason-missing');
      await lockAgendas(em, districtId);
      const meeting = await findMeeting(em, districtId, meetingId);
      if (wanted.sequence !== meeting.sequence) throw new Refusal('version-conflict');
      const now = await this.clock.now(em);
      const others = await em.findBy(MeetingEntity, { districtId, id: Not(meeting.id) });
      const allowed = changeMeeting(meeting, wanted, others, now);
      if (!allowed.ok) throw new Refusal(allowed.refusal);
      const { startsAt, agendaDeadline, place, contact = '', reason } = wanted;
      const change = {
        startsAt,
        agendaDeadline,
        place: place.trim(),
        contact: contact.trim(),
        reason: reason.trim(),
        sequence: meeting.sequence + 1,
        changedAt: now,
      };
      await writeMeeting(() => em.update(MeetingEntity, { districtId, id: meeting.id }, change));
      const changed = { ...meeting, ...change };
      if (allowed.value.isAtAnotherTime || changed.place !== meeting.place)
        for (const { item } of await this.items.scheduledFor(em, districtId, meeting.id))
          await askAgain(em, item, meeting, changed, now);
      if (allowed.value.opensAgain) {
        const waiting = await this.items.queued(em, districtId);
        await schedule(em, this.items, waiting, changed, { actorId: null, reason: '', at: now });
      }
    });
  }
}

/** Who said that they come, said it about another hour, or for another place. */
async function askAgain(
  em: EntityManager,
  item: AgendaItemEntity,
  from: MeetingEntity,
  to: MeetingEntity,
  at: Date,
): Promise<void> {
  const { reason } = to;
  const invitations = await invite(em, item, to, at);
  if (invitations.lapsed)
    await tellSubmitterOfChange(em, item, invitations.lapsed, { change: 'changed', from, to, reason, at });
  await tellOfWay(em, { item, to, reason, at }, invitations);
}
