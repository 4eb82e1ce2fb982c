import type { EntityManager } from 'typeorm';
import {
  arePapersDue,
  isUnanswered,
  publicAgenda,
  reminderDue,
  type InvitationState,
} from '@buurtstem/agenda-domain';
import type { MessageBatch, MessageKind } from '@buurtstem/notifications-api';
import type { NewsDistrict } from '@buurtstem/notifications-domain';
import type { ProposalId } from '@buurtstem/shared-domain';
import { agendasOf } from '../agenda/agendas';
import { MeetingEntity } from '../entities';
import { itemOf, ITEMS, type ItemRow } from '../items/item-rows';
import { newsMeetingOf } from '../items/tell';

export interface RemindedDistrict extends NewsDistrict {
  readonly id: number;
}

/** What has to be sent in a district by now and was not. Outside of what a moderator hides. */
export async function dueMessages(
  em: EntityManager,
  district: RemindedDistrict,
  now: Date,
): Promise<MessageBatch[]> {
  const meetings = await em.findBy(MeetingEntity, { districtId: district.id, state: 'planned' });
  return [
    ...(await toSubmittersAndClerks(em, district, meetings, now)),
    ...(await toTheCommittee(em, district, meetings, now)),
    ...(await ofWhatIsOverdue(em, district, now)),
  ];
}

async function toSubmittersAndClerks(
  em: EntityManager,
  { id: districtId, slug, name }: RemindedDistrict,
  meetings: readonly MeetingEntity[],
  now: Date,
): Promise<MessageBatch[]> {
  const rows = await em.query<InvitationRow[]>(INVITATIONS, [districtId]);
  return rows.flatMap((row): MessageBatch[] => {
    const meeting = meetings.find(({ id }) => id === row.meeting_id);
    if (!meeting) return [];
    const asked = { state: row.state, askedAt: row.asked_at };
    const about = {
      districtId,
      subjectId: row.id,
      news: {
        district: { slug, name },
        proposalNumber: row.number,
        title: row.title,
        meeting: newsMeetingOf(meeting),
      },
    };
    const reminder = reminderDue(asked, meeting, now);
    const batches: MessageBatch[] = [];
    if (reminder !== null)
      batches.push({
        ...about,
        kind: reminder === 'week' ? 'meeting-reminder-week' : 'meeting-reminder-day',
        recipients: { kind: 'submitters', proposalId: row.proposal_id },
      });
    if (isUnanswered(asked, meeting, now))
      batches.push({
        ...about,
        kind: 'invitation-unanswered',
        recipients: { kind: 'staff', roles: ['clerk'] },
      });
    return batches.filter(({ kind }) => !row.told.includes(kind));
  });
}

async function toTheCommittee(
  em: EntityManager,
  { id: districtId, slug, name }: RemindedDistrict,
  meetings: readonly MeetingEntity[],
  now: Date,
): Promise<MessageBatch[]> {
  const due = meetings.filter((meeting) => arePapersDue(meeting, now));
  const told = await toldOf(
    em,
    districtId,
    'papers-digest',
    due.map(({ id }) => id),
  );
  const agendas = await agendasOf(
    em,
    districtId,
    due.filter(({ id }) => !told.has(id)),
  );
  const batches: MessageBatch[] = [];
  for (const { meeting, published, winners } of agendas) {
    const order = publicAgenda(published?.entries ?? null, winners).map(({ id }) => id);
    const rows = await em.query<ItemRow[]>(`${ITEMS} and i.id = any($2)`, [districtId, order]);
    const plans = order.flatMap((id) =>
      rows
        .filter((row) => row.id === id)
        .map(({ number, title, note }) => ({ number, title, hasContextNote: note !== null })),
    );
    // Nothing to read for a meeting without plans.
    if (plans.length > 0)
      batches.push({
        districtId,
        kind: 'papers-digest',
        subjectId: meeting.id,
        recipients: { kind: 'staff', roles: ['committee-member', 'moderator'] },
        news: { district: { slug, name }, meeting: newsMeetingOf(meeting), plans },
      });
  }
  return batches;
}

/** Once per meeting and item: whatever is held over is overdue again after its next meeting. */
async function ofWhatIsOverdue(
  em: EntityManager,
  { id: districtId, slug, name }: RemindedDistrict,
  now: Date,
): Promise<MessageBatch[]> {
  const rows = await em.query<ItemRow[]>(
    `${ITEMS} and i.state in ('scheduled', 'discussed') and m.starts_at <= $2`,
    [districtId, now],
  );
  const batches: MessageBatch[] = [];
  for (const row of rows) {
    const { answerDueAt, meeting, proposalNumber, title, id } = itemOf(row);
    if (answerDueAt === null || meeting === null || new Date(answerDueAt) > now) continue;
    const [invitation] = await em.query<{ id: string }[]>(
      `select id from meeting_invitation
       where district_id = $1 and agenda_item_id = $2 and meeting_id = $3 order by asked_at desc limit 1`,
      [districtId, id, meeting.id],
    );
    const subjectId = invitation?.id ?? id;
    if ((await toldOf(em, districtId, 'outcome-overdue', [subjectId])).size > 0) continue;
    batches.push({
      districtId,
      kind: 'outcome-overdue',
      subjectId,
      recipients: { kind: 'staff', roles: ['clerk'] },
      news: {
        district: { slug, name },
        proposalNumber,
        title,
        meeting: { ...meeting, contact: '' },
        dueAt: answerDueAt,
      },
    });
  }
  return batches;
}

async function toldOf(
  em: EntityManager,
  districtId: number,
  kind: MessageKind,
  subjects: readonly string[],
): Promise<Set<string>> {
  const rows = await em.query<{ subject_id: string }[]>(
    'select distinct subject_id from outbox_message where district_id = $1 and kind = $2 and subject_id = any($3)',
    [districtId, kind, subjects],
  );
  return new Set(rows.map(({ subject_id }) => subject_id));
}

interface InvitationRow {
  id: string;
  meeting_id: string;
  state: InvitationState;
  asked_at: Date;
  proposal_id: ProposalId;
  number: number;
  title: string;
  told: string[];
}

const INVITATIONS = `
  select v.id, v.meeting_id, v.state, v.asked_at, i.proposal_id, p.number, p.title,
    array(select distinct m.kind from outbox_message m where m.district_id = v.district_id and m.subject_id = v.id) as told
  from meeting_invitation v
  join agenda_item i on i.district_id = v.district_id and i.id = v.agenda_item_id and i.state = 'scheduled'
  join proposal p on p.district_id = i.district_id and p.id = i.proposal_id and not p.hidden
  where v.district_id = $1 and v.state <> 'lapsed'
  order by v.id`;
