import { randomUUID } from 'node:crypto';
import { Not, type EntityManager } from 'typeorm';
import { invitationTransition, positionOfNext } from '@buurtstem/agenda-domain';
import { Refusal, type InvitationId, type ResidentId } from '@buurtstem/shared-domain';
import {
  AgendaChangeEntity,
  AgendaItemEntity,
  MeetingEntity,
  MeetingInvitationEntity,
  MeetingPointEntity,
} from '../entities';

/** One way of an item onto an agenda, or off it. */
export interface Way {
  readonly item: AgendaItemEntity;
  readonly verb: AgendaChangeEntity['verb'];
  readonly from: MeetingEntity | null;
  readonly to: MeetingEntity | null;
  /** Everybody reads it; empty only where nobody chose. */
  readonly reason: string;
  readonly actorId: ResidentId | null;
  readonly at: Date;
}

export interface Invitations {
  /** The one that the submitter had; null where there was none. */
  readonly lapsed: MeetingInvitationEntity | null;
  /** The one for where the item stands now; null in the queue. */
  readonly asked: MeetingInvitationEntity | null;
}

/**
 * Writes down a way that an item went: the published row, its place on the agenda that it came onto, and the invitation
 * for there instead of the one of before. Whoever works on one of those agendas has to look again.
 */
export async function recordWay(em: EntityManager, way: Way): Promise<Invitations> {
  const { item, verb, from, to, reason, actorId, at } = way;
  const { districtId, id } = item;
  await em.insert(AgendaChangeEntity, {
    districtId,
    agendaItemId: id,
    verb,
    fromMeetingId: from?.id ?? null,
    toMeetingId: to?.id ?? null,
    reason,
    actorId,
    changedAt: at,
  });
  if (to) {
    const position = await nextPosition(em, districtId, to.id, id);
    await em.update(AgendaItemEntity, { districtId, id }, { position });
  }
  for (const meeting of [from, to])
    if (meeting) await em.increment(MeetingEntity, { districtId, id: meeting.id }, 'revision', 1);
  return invite(em, item, to, at);
}

/** Asks the submitter for a meeting, instead of whatever they were asked before. */
export async function invite(
  em: EntityManager,
  { districtId, id: agendaItemId }: AgendaItemEntity,
  meeting: MeetingEntity | null,
  at: Date,
): Promise<Invitations> {
  const lapsed = await em.findOne(MeetingInvitationEntity, {
    where: { districtId, agendaItemId, state: Not('lapsed') },
    lock: { mode: 'pessimistic_write' },
  });
  if (lapsed) {
    const next = invitationTransition(lapsed.state, 'lapse');
    if (!next.ok) throw new Refusal(next.refusal);
    await em.update(MeetingInvitationEntity, { districtId, id: lapsed.id }, { state: next.value });
  }
  if (!meeting) return { lapsed, asked: null };
  const asked: MeetingInvitationEntity = {
    districtId,
    id: randomUUID() as InvitationId,
    agendaItemId,
    meetingId: meeting.id,
    state: 'asked',
    delegateName: '',
    needs: '',
    askedAt: at,
    answeredAt: null,
    attended: null,
  };
  await em.insert(MeetingInvitationEntity, asked);
  return { lapsed, asked };
}

async function nextPosition(
  em: EntityManager,
  districtId: number,
  meetingId: MeetingEntity['id'],
  itemId: AgendaItemEntity['id'],
): Promise<number> {
  const points = await em.findBy(MeetingPointEntity, { districtId, meetingId });
  const items = await em.findBy(AgendaItemEntity, { districtId, meetingId, id: Not(itemId) });
  return positionOfNext([
    ...points.map(({ position }) => ({ kind: 'point' as const, position })),
    ...items.map(({ position }) => ({ kind: 'item' as const, position })),
  ]);
}
