import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Decision } from '@buurtstem/agenda-domain';
import { queueMessages } from '@buurtstem/notifications-api';
import type { AgendaItemEntity, MeetingEntity } from '../entities';
import { named, newsMeetingOf, toEverybody } from '../items/tell';

/** Tells everybody who took part what the committee decided. `to` is the next meeting, where it was held over. */
export async function tellOfOutcome(
  em: EntityManager,
  item: AgendaItemEntity,
  outcome: {
    readonly decision: Decision;
    readonly reasons: string;
    readonly to: MeetingEntity | null;
    readonly at: Date;
  },
): Promise<void> {
  const { decision, reasons, to, at } = outcome;
  const news = { ...(await named(em, item)), meeting: to && newsMeetingOf(to), decision, reasons };
  // An item has several outcomes, and each is recorded once: so is what is told of it.
  await queueMessages(em, toEverybody(item, { kind: 'outcome-published', news }, randomUUID()), at);
}

/** Tells everybody who took part what happened with it since. */
export async function tellOfProgress(
  em: EntityManager,
  item: AgendaItemEntity,
  report: {
    readonly text: string;
    readonly responsible: string;
    readonly finishes: boolean;
    readonly at: Date;
  },
): Promise<void> {
  const { at, ...told } = report;
  const news = { ...(await named(em, item)), meeting: null, ...told };
  await queueMessages(em, toEverybody(item, { kind: 'progress-published', news }, randomUUID()), at);
}
