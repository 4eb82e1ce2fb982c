import { Injectable } from '@nestjs/common';
import { cancelMeeting } from '@buurtstem/agenda-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, refuseLength, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { MeetingEntity } from '../entities';
import { AgendaItems, findMeeting, firstOpen, lockAgendas } from '../items/agenda-items';
import { MoveItems } from '../items/move-items';

/** Cancels a meeting, with a reason that everybody reads; its winners go where the rule brings winners. */
@Injectable()
export class CancelMeeting {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly items: AgendaItems,
    private readonly moveItems: MoveItems,
  ) {}

  execute(districtId: number, meetingId: string, reason: string, actorId: ResidentId): Promise<void> {
    return this.transaction.run(async (em) => {
      refuseLength(reason, TEXT_LENGTHS.publishedReason, 'reason', 'reason-missing');
      await lockAgendas(em, districtId);
      const meeting = await findMeeting(em, districtId, meetingId);
      const state = cancelMeeting(meeting);
      if (!state.ok) throw new Refusal(state.refusal);
      const at = await this.clock.now(em);
      const change = {
        state: state.value,
        reason: reason.trim(),
        sequence: meeting.sequence + 1,
        changedAt: at,
      };
      await em.update(MeetingEntity, { districtId, id: meeting.id }, change);
      const to = firstOpen(await em.findBy(MeetingEntity, { districtId, state: 'planned' }), at);
      for (const held of await this.items.scheduledFor(em, districtId, meeting.id))
        await this.moveItems.move(em, held, {
          from: meeting,
          to,
          change: 'cancelled',
          reason: change.reason,
          actorId,
          at,
        });
    });
  }
}
