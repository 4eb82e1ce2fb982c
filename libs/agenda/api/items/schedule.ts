import type { EntityManager } from 'typeorm';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { MeetingEntity } from '../entities';
import type { AgendaItems, Held } from './agenda-items';
import { recordWay } from './record-way';
import { tellOfWay } from './tell';

/** Brings what waits onto the agenda of a meeting, in the order in which it is given. */
export async function schedule(
  em: EntityManager,
  items: AgendaItems,
  waiting: readonly Held[],
  to: MeetingEntity,
  by: { readonly actorId: ResidentId | null; readonly reason: string; readonly at: Date },
): Promise<void> {
  for (const held of waiting) {
    await items.step(em, held, { verb: 'schedule', proposalVerb: 'schedule', meetingId: to.id, ...by });
    const way = { item: held.item, verb: 'scheduled', from: null, to, ...by } as const;
    await tellOfWay(em, way, await recordWay(em, way));
  }
}
