import type { EntityManager } from 'typeorm';
import {
  queueMessages,
  type AgendaNews,
  type Audience,
  type Message,
  type MessageBatch,
} from '@buurtstem/notifications-api';
import type { NewsMeeting } from '@buurtstem/notifications-domain';
import {
  ContextNoteEntity,
  type AgendaItemEntity,
  type MeetingEntity,
  type MeetingInvitationEntity,
} from '../entities';
import type { Invitations, Way } from './record-way';

/** How an item is named in a message. */
export type Named = Omit<AgendaNews, 'meeting'>;

export async function named(em: EntityManager, item: AgendaItemEntity): Promise<Named> {
  const [news] = await em.query<Named[]>(NAMED, [item.districtId, item.id]);
  if (!news) throw new Error(`District ${item.districtId} has no agenda item ${item.id}`);
  return news;
}

export function newsMeetingOf({ id, startsAt, place, contact }: MeetingEntity): NewsMeeting {
  return { id, startsAt: startsAt.toISOString(), place, contact };
}

/** The same to everybody who took part; who is the submitter, and voted too, hears it once. */
export function toEverybody(item: AgendaItemEntity, message: Message, subjectId: string): MessageBatch[] {
  return [{ kind: 'submitters', proposalId: item.proposalId } as const, ...takersPart(item)].map(
    (recipients) => ({
      districtId: item.districtId,
      subjectId,
      recipients,
      ...message,
    }),
  );
}

function takersPart({ proposalId }: AgendaItemEntity): Audience[] {
  return [
    { kind: 'voters', proposalId, choice: 'any' },
    { kind: 'discussants', proposalId },
  ];
}

/** Where an item stands now, and the invitation for there. */
export interface Standing extends Pick<Way, 'item' | 'reason' | 'at'> {
  readonly to: MeetingEntity;
  readonly asked: MeetingInvitationEntity;
}

export function standingOf(
  way: Pick<Way, 'item' | 'to' | 'reason' | 'at'>,
  { asked }: Invitations,
): Standing | null {
  const { to } = way;
  return to && asked ? { ...way, to, asked } : null;
}

/** Asks the submitter to come. */
export async function invitationTo(em: EntityManager, { item, to, asked }: Standing): Promise<MessageBatch> {
  return {
    districtId: item.districtId,
    kind: 'meeting-invitation',
    subjectId: asked.id,
    recipients: { kind: 'submitters', proposalId: item.proposalId },
    news: { ...(await named(em, item)), meeting: newsMeetingOf(to) },
  };
}

/** Says to who took part when the plan is discussed; behind what the submitters are told, since they hear it once. */
export async function plannedFor(
  em: EntityManager,
  { item, to, asked, reason }: Standing,
): Promise<MessageBatch[]> {
  const news = { ...(await named(em, item)), meeting: newsMeetingOf(to), reason };
  return takersPart(item).map((recipients) => ({
    districtId: item.districtId,
    kind: 'meeting-planned',
    subjectId: asked.id,
    recipients,
    news,
  }));
}

/** Asks officials for their note, until there is one. */
export async function askForNote(em: EntityManager, { item, to, asked, at }: Standing): Promise<void> {
  const { districtId, id: agendaItemId } = item;
  if (await em.existsBy(ContextNoteEntity, { districtId, agendaItemId })) return;
  const news = { ...(await named(em, item)), meeting: newsMeetingOf(to) };
  const recipients = { kind: 'staff', roles: ['official'] } as const;
  await queueMessages(
    em,
    { districtId, kind: 'context-note-asked', subjectId: asked.id, recipients, news },
    at,
  );
}

/** Tells of a way onto an agenda; off one, nobody is asked for anything. */
export async function tellOfWay(
  em: EntityManager,
  way: Pick<Way, 'item' | 'to' | 'reason' | 'at'>,
  invitations: Invitations,
): Promise<void> {
  const standing = standingOf(way, invitations);
  if (!standing) return;
  await queueMessages(em, [await invitationTo(em, standing), ...(await plannedFor(em, standing))], way.at);
  await askForNote(em, standing);
}

/** Tells the submitter that the meeting that they were asked for is not theirs any more, or changed. */
export async function tellSubmitterOfChange(
  em: EntityManager,
  item: AgendaItemEntity,
  lapsed: MeetingInvitationEntity,
  change: {
    readonly change: 'moved' | 'changed' | 'cancelled' | 'taken-off';
    readonly from: Pick<MeetingEntity, 'startsAt' | 'place'>;
    readonly to: MeetingEntity | null;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  const { from, to, reason, at } = change;
  const news = {
    ...(await named(em, item)),
    meeting: to && newsMeetingOf(to),
    change: change.change,
    from: { startsAt: from.startsAt.toISOString(), place: from.place },
    reason,
  };
  const { districtId, proposalId } = item;
  const recipients = { kind: 'submitters', proposalId } as const;
  await queueMessages(em, { districtId, kind: 'meeting-moved', subjectId: lapsed.id, recipients, news }, at);
}

const NAMED = `
  select json_build_object('slug', d.slug, 'name', d.name) as district, p.number as "proposalNumber", p.title
  from agenda_item i
  join district d on d.id = i.district_id
  join proposal p on p.district_id = i.district_id and p.id = i.proposal_id
  where i.district_id = $1 and i.id = $2`;
