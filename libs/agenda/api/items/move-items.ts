import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { MeetingEntity } from '../entities';
import { AgendaItems, type Held } from './agenda-items';
import { recordWay } from './record-way';
import { tellOfWay, tellSubmitterOfChange } from './tell';

/** Off one agenda: onto another one, or into the queue. */
@Injectable()
export class MoveItems {
  constructor(private readonly items: AgendaItems) {}

  async move(
    em: EntityManager,
    held: Held,
    how: {
      readonly from: MeetingEntity;
      readonly to: MeetingEntity | null;
      readonly change: 'moved' | 'taken-off' | 'cancelled';
      readonly reason: string;
      readonly actorId: ResidentId | null;
      readonly at: Date;
    },
  ): Promise<void> {
    const { item } = held;
    const { from, to, change, reason, actorId, at } = how;
    await this.items.step(
      em,
      held,
      to
        ? { verb: 'move', proposalVerb: null, meetingId: to.id, actorId, reason, at }
        : { verb: 'take-off', proposalVerb: 'take-off', meetingId: null, actorId, reason, at },
    );
    const way = { item, verb: to ? 'moved' : 'taken-off', from, to, reason, actorId, at } as const;
    const invitations = await recordWay(em, way);
    if (invitations.lapsed)
      await tellSubmitterOfChange(em, item, invitations.lapsed, { change, from, to, reason, at });
    await tellOfWay(em, way, invitations);
  }
}
