import { In, type EntityManager } from 'typeorm';
import { inOrder, type Entry, type PublishedLine, type Winner } from '@buurtstem/agenda-domain';
import { MeetingPointEntity, PublishedAgendaEntity, type MeetingEntity } from '../entities';

/** All that is known of the agenda of one meeting; without what a moderator hides. */
export interface Agenda {
  readonly meeting: MeetingEntity;
  /** As the clerk works on it, in order. */
  readonly draft: readonly Entry[];
  /** The version that holds; null until there is one. */
  readonly published:
    (Omit<PublishedAgendaEntity, 'entries'> & { readonly entries: readonly PublishedLine[] }) | null;
  /** The winners that it is, or was, about: what was held over stands on the next agenda too. */
  readonly winners: readonly Winner[];
}

interface WinnerRow {
  meeting_id: string;
  id: string;
  minutes: number;
  position: number;
  round_number: number;
  is_here: boolean;
}

/** The agendas of meetings of one district, in three queries however many there are. */
export async function agendasOf(
  em: EntityManager,
  districtId: number,
  meetings: readonly MeetingEntity[],
): Promise<Agenda[]> {
  if (meetings.length === 0) return [];
  const ids = meetings.map(({ id }) => id);
  const points = await em.findBy(MeetingPointEntity, { districtId, meetingId: In(ids) });
  const published = await em
    .createQueryBuilder(PublishedAgendaEntity, 'a')
    .distinctOn(['a.meetingId'])
    .where('a.districtId = :districtId and a.meetingId in (:...ids)', { districtId, ids })
    .orderBy({ 'a.meetingId': 'ASC', 'a.version': 'DESC' })
    .getMany();
  const rows = await em.query<WinnerRow[]>(WINNERS, [districtId, ids]);
  return meetings.map((meeting) => {
    const here = rows.filter((row) => row.meeting_id === meeting.id);
    return {
      meeting,
      draft: inOrder([
        ...points.filter(({ meetingId }) => meetingId === meeting.id).map(placedPointOf),
        ...here.filter((row) => row.is_here).map((row) => ({ ...winnerOf(row), position: row.position })),
      ]),
      published: published.find(({ meetingId }) => meetingId === meeting.id) ?? null,
      winners: here.map(winnerOf),
    };
  });
}

function placedPointOf({ id, title, minutes, position }: MeetingPointEntity) {
  return { kind: 'point' as const, id: id as string, title, minutes, position };
}

function winnerOf({ id, minutes, round_number }: WinnerRow): Winner {
  return { kind: 'item', id, minutes, roundNumber: round_number };
}

const WINNERS = `
  select m.meeting_id, i.id, i.minutes, i.position, r.number as round_number,
    coalesce(i.meeting_id = m.meeting_id, false) as is_here
  from (
    select meeting_id, id as item_id from agenda_item where district_id = $1 and meeting_id = any($2)
    union
    select meeting_id, agenda_item_id from outcome where district_id = $1 and meeting_id = any($2)
  ) m
  join agenda_item i on i.district_id = $1 and i.id = m.item_id
  join round r on r.district_id = $1 and r.id = i.round_id
  join proposal p on p.district_id = $1 and p.id = i.proposal_id and not p.hidden`;
