import { Injectable } from '@nestjs/common';
import { moveItem } from '@buurtstem/agenda-domain';
import { TEXT_LENGTHS } from '@buurtstem/districts-domain';
import { Clock, refuseLength, Transaction } from '@buurtstem/platform-api';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { AgendaItems, findMeeting, lockAgendas } from '../items/agenda-items';
import { MoveItems } from '../items/move-items';
import { schedule } from '../items/schedule';
import type { MoveAgendaItemDto } from './draft-agenda.dto';

/** To another meeting, or off the agenda into the queue; with a reason that everybody reads. */
@Injectable()
export class MoveAgendaItem {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly items: AgendaItems,
    private readonly moveItems: MoveItems,
  ) {}

  execute(districtId: number, itemId: string, wanted: MoveAgendaItemDto, actorId: ResidentId): Promise<void> {
    return this.transaction.run(async (em) => {
      refuseLength(wanted.reason, TEXT_LENGTHS.publishedReason, 'reason', 'reason-missing');
      await lockAgendas(em, districtId);
      const held = await this.items.visible(em, districtId, itemId);
      const { meetingId } = held.item;
      const from = meetingId === null ? null : await findMeeting(em, districtId, meetingId);
      // A body without it says the same as null: off the agenda.
      const target = (wanted.meeting as string | null | undefined) ?? null;
      const to = target === null ? null : await findMeeting(em, districtId, target);
      const at = await this.clock.now(em);
      const allowed = moveItem(held.item.state, from, to, at);
      if (!allowed.ok) throw new Refusal(allowed.refusal);
      const by = { reason: wanted.reason.trim(), actorId, at };
      if (from) {
        const change = to ? 'moved' : 'taken-off';
        await this.moveItems.move(em, held, { from, to, change, ...by });
      } else if (to) await schedule(em, this.items, [held], to, by);
    });
  }
}
