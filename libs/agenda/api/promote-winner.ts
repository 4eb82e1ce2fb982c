import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { agendaItemTransition, promote } from '@buurtstem/agenda-domain';
import { queueMessages, type WinnerKind, type WinnerNews } from '@buurtstem/notifications-api';
import { Proposals } from '@buurtstem/proposals-api';
import { Refusal, type AgendaItemId, type MeetingId, type ResidentId } from '@buurtstem/shared-domain';
import { Promotion, type Won } from '@buurtstem/voting-api';
import { AgendaChangeEntity, AgendaItemEntity, MeetingEntity, MeetingInvitationEntity } from './entities';

/**
 * Puts the winner on the agenda of the first meeting whose deadline is open at the count date, or into the queue, and
 * leaves word for the submitter, for who voted for it, and for the clerks where no meeting is planned. All of it in
 * the transaction of the count, and nobody's hand in it.
 */
@Injectable()
export class PromoteWinner extends Promotion {
  constructor(private readonly proposals: Proposals) {
    super();
  }

  async promote(em: EntityManager, { round, count, proposal, at }: Won): Promise<void> {
    const { districtId } = round;
    const meetings = await em.findBy(MeetingEntity, { districtId, state: 'planned' });
    // A late count or a recount: what has begun takes nobody on any more.
    const ahead = meetings.filter((meeting) => meeting.startsAt > at);
    const { state, meetingId } = promote(ahead, round.closesAt);
    const meeting = meetings.find((candidate) => candidate.id === meetingId) ?? null;
    await em.insert(AgendaItemEntity, {
      districtId,
      id: randomUUID() as AgendaItemId,
      proposalId: proposal.id,
      roundId: round.id,
      meetingId: meetingId as MeetingId | null,
      state,
      title: proposal.title,
      minutes: 45,
      position: 0,
      createdAt: at,
    });
    if (state === 'scheduled')
      await this.proposals.changeState(em, proposal, { verb: 'schedule', actorId: null, at });
    await leaveWord(em, { round, count, proposal, at }, meeting);
  }

  /** The item stays, as what once stood on the agenda; the meeting, and whoever was invited, are free of it. */
  async supersede(em: EntityManager, { round, count, proposal, at }: Won): Promise<void> {
    const { districtId } = round;
    const item = await em.findOneOrFail(AgendaItemEntity, {
      where: { districtId, proposalId: proposal.id, roundId: round.id, state: Not('superseded') },
      lock: { mode: 'pessimistic_write' },
    });
    const next = agendaItemTransition(item.state, 'supersede');
    if (!next.ok) throw new Refusal('recount-too-late');
    await em.update(AgendaItemEntity, { districtId, id: item.id }, { state: next.value, meetingId: null });
    await em.update(
      MeetingInvitationEntity,
      { districtId, agendaItemId: item.id, state: Not('lapsed') },
      { state: 'lapsed' },
    );
    await em.insert(AgendaChangeEntity, {
      districtId,
      agendaItemId: item.id,
      verb: 'superseded',
      fromMeetingId: item.meetingId,
      toMeetingId: null,
      reason: count.reason,
      actorId: null,
      changedAt: at,
    });
  }
}

async function leaveWord(
  em: EntityManager,
  { round, count, proposal, at }: Won,
  meeting: MeetingEntity | null,
): Promise<void> {
  const { districtId } = round;
  const [facts] = await em.query<Facts[]>(FACTS, [districtId, round.id, proposal.id, count.version]);
  if (!facts) throw new Error(`District ${districtId} has no count of round ${round.number}`);
  const news: WinnerNews = {
    district: { slug: facts.slug, name: facts.name },
    proposalNumber: proposal.number,
    title: proposal.title,
    roundNumber: round.number,
    votesFor: facts.votes_for,
    meeting: meeting && { startsAt: meeting.startsAt.toISOString(), place: meeting.place },
  };
  const tell = (kind: WinnerKind, recipients: ResidentId[]): Promise<void> =>
    queueMessages(em, { districtId, kind, subjectId: count.id, recipients, news }, at);
  await tell('plan-won', [proposal.submitterId]);
  await tell(
    'voted-plan-won',
    facts.voters.filter((id) => id !== proposal.submitterId),
  );
  if (meeting === null) await tell('item-queued', facts.clerks);
}

interface Facts {
  slug: string;
  name: string;
  votes_for: number;
  voters: ResidentId[];
  clerks: ResidentId[];
}

const FACTS = `
  select d.slug, d.name, l.votes_for,
    array(select resident_id from vote v where v.district_id = d.id and v.proposal_id = $3 and v.choice = 'for') as voters,
    array(select account_id from role_grant g where g.district_id = d.id and g.role = 'clerk') as clerks
  from district d
  join count_line l on l.district_id = d.id and l.round_id = $2 and l.version = $4 and l.proposal_id = $3
  where d.id = $1`;
