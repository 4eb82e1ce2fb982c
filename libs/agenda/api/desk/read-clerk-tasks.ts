import { Injectable } from '@nestjs/common';
import { clerkTasks, hasChanges, type DeskItem, type DeskMeeting } from '@buurtstem/agenda-domain';
import { Clock } from '@buurtstem/platform-api';
import { RoundEntity } from '@buurtstem/voting-api';
import { DataSource, In, Not, type EntityManager } from 'typeorm';
import { agendasOf } from '../agenda/agendas';
import { MeetingEntity, MeetingInvitationEntity } from '../entities';
import { ITEMS, itemOf, type ItemRow } from '../items/item-rows';
import type { ClerkTaskDto } from './desk.dto';

/** What waits for the clerk: facts from the tables, and the rule that says what follows from them. */
@Injectable()
export class ReadClerkTasks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(districtId: number): Promise<ClerkTaskDto[]> {
    const em = this.dataSource.manager;
    const now = await this.clock.now(em);
    const meetings = await em.findBy(MeetingEntity, { districtId, state: 'planned' });
    const items = (await em.query<ItemRow[]>(OPEN_ITEMS, [districtId])).map(itemOf);
    const rounds = await em.findBy(RoundEntity, { districtId, state: Not('counted') });
    const facts = {
      meetings: await deskMeetingsOf(em, districtId, meetings),
      items: await deskItemsOf(em, districtId, items),
      rounds,
    };
    return clerkTasks(facts, now).map((task) => {
      const item = items.find(({ id }) => id === task.itemId);
      const meeting = meetings.find(({ id }) => id === task.meetingId);
      return {
        kind: task.kind,
        dueAt: task.dueAt.toISOString(),
        isLate: task.isLate,
        meeting: meeting
          ? { id: meeting.id, startsAt: meeting.startsAt.toISOString(), place: meeting.place }
          : (item?.meeting ?? null),
        item: item?.id ?? null,
        proposalNumber: item?.proposalNumber ?? null,
        title: item?.title ?? '',
        roundNumber: task.roundNumber,
      };
    });
  }
}

/** What is over needs nothing any more: rejected, or done. */
const OPEN_ITEMS = `${ITEMS} and p.state not in ('rejected', 'done')`;

async function deskMeetingsOf(
  em: EntityManager,
  districtId: number,
  meetings: readonly MeetingEntity[],
): Promise<DeskMeeting[]> {
  const agendas = await agendasOf(em, districtId, meetings);
  return agendas.map(({ meeting, draft, published }) => ({
    id: meeting.id,
    startsAt: meeting.startsAt,
    agendaDeadline: meeting.agendaDeadline,
    state: meeting.state,
    publishedVersion: published?.version ?? null,
    hasChanges: hasChanges(published?.entries ?? null, draft),
  }));
}

async function deskItemsOf(
  em: EntityManager,
  districtId: number,
  items: readonly ReturnType<typeof itemOf>[],
): Promise<DeskItem[]> {
  const invitations = await em.findBy(MeetingInvitationEntity, {
    districtId,
    agendaItemId: In(items.map(({ id }) => id)),
    state: Not('lapsed'),
  });
  const created = await em.query<{ id: string; created_at: Date }[]>(
    'select id, created_at from agenda_item where district_id = $1 and id = any($2)',
    [districtId, items.map(({ id }) => id)],
  );
  return items.map((item) => {
    const { id, state, changes, outcome, progress } = item;
    const createdAt = created.find((row) => row.id === id)?.created_at ?? new Date(0);
    const lastWay = changes.at(-1)?.changedAt;
    const lastTold = progress.at(-1)?.reportedAt ?? outcome?.decidedAt;
    const isUnderWay = (state === 'decided' || state === 'followed-up') && lastTold !== undefined;
    return {
      id,
      state,
      meetingId: item.meeting?.id ?? null,
      queuedAt: lastWay === undefined ? createdAt : new Date(lastWay),
      hasContextNote: item.contextNote !== null,
      invitation: invitations.find(({ agendaItemId }) => agendaItemId === id) ?? null,
      answerDueAt: item.answerDueAt === null ? null : new Date(item.answerDueAt),
      lastToldAt: isUnderWay ? new Date(lastTold) : null,
    };
  });
}
