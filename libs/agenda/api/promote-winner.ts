import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import { agendaItemTransition, promote } from '@buurtstem/agenda-domain';
import { DistrictEntity } from '@buurtstem/districts-api';
import {
  promiseMessages,
  queueMessages,
  type CorrectedNews,
  type MessageBatch,
  type WinnerNews,
} from '@buurtstem/notifications-api';
import { Proposals } from '@buurtstem/proposals-api';
import { Refusal, type AgendaItemId, type MeetingId } from '@buurtstem/shared-domain';
import { Promotion, type Superseded, type Won } from '@buurtstem/voting-api';
import { AgendaItemEntity, MeetingEntity } from './entities';
import { findMeeting, lockAgendas } from './items/agenda-items';
import { recordWay } from './items/record-way';
import { askForNote, invitationTo, plannedFor, standingOf, type Standing } from './items/tell';

/** A transaction in which all votes wait writes no more messages than this. */
const TOLD_AT_ONCE = 1_000;

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
    await lockAgendas(em, districtId);
    const meetings = await em.findBy(MeetingEntity, { districtId, state: 'planned' });
    // A late count or a recount: what has begun takes nobody on any more.
    const ahead = meetings.filter((meeting) => meeting.startsAt > at);
    const { state, meetingId } = promote(ahead, round.closesAt);
    const meeting = meetings.find((candidate) => candidate.id === meetingId) ?? null;
    const item: AgendaItemEntity = {
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
    };
    await em.insert(AgendaItemEntity, item);
    if (state === 'scheduled')
      await this.proposals.changeState(em, proposal, { verb: 'schedule', actorId: null, at });
    const standing = meeting && (await putOn(em, item, meeting, at));
    await leaveWord(
      em,
      { round, count, proposal, at },
      meeting,
      standing ? await plannedFor(em, standing) : [],
    );
    if (!standing) return;
    await queueMessages(em, await invitationTo(em, standing), at);
    await askForNote(em, standing);
  }

  /**
   * The item stays, as what once stood on the agenda; the meeting, and whoever was invited, are free of it. Who was told
   * that the plan won is told that it does not.
   */
  async supersede(em: EntityManager, lost: Superseded): Promise<void> {
    const { round, count, proposal, at } = lost;
    const { districtId } = round;
    await lockAgendas(em, districtId);
    const item = await em.findOneOrFail(AgendaItemEntity, {
      where: { districtId, proposalId: proposal.id, roundId: round.id, state: Not('superseded') },
      lock: { mode: 'pessimistic_write' },
    });
    const next = agendaItemTransition(item.state, 'supersede');
    if (!next.ok) throw new Refusal('recount-too-late');
    await em.update(AgendaItemEntity, { districtId, id: item.id }, { state: next.value, meetingId: null });
    const from = item.meetingId === null ? null : await findMeeting(em, districtId, item.meetingId);
    const { reason } = count;
    await recordWay(em, { item, verb: 'superseded', from, to: null, reason, actorId: null, at });
    await correct(em, lost);
  }
}

async function correct(em: EntityManager, { round, count, proposal, winner, at }: Superseded): Promise<void> {
  const { districtId } = round;
  const { slug, name } = await em.findOneByOrFail(DistrictEntity, { id: districtId });
  const news: CorrectedNews = {
    district: { slug, name },
    proposalNumber: proposal.number,
    title: proposal.title,
    roundNumber: round.number,
    reason: count.reason,
    winner: winner && { number: winner.number, title: winner.title },
  };
  const about = { kind: 'count-corrected', districtId, subjectId: count.id, news } as const;
  const proposalId = proposal.id;
  await queueMessages(
    em,
    [
      { ...about, recipients: { kind: 'submitters', proposalId } },
      { ...about, recipients: { kind: 'voters', proposalId, choice: 'for' } },
    ],
    at,
  );
}

/** Nobody chose, so there is no reason to publish. */
async function putOn(
  em: EntityManager,
  item: AgendaItemEntity,
  to: MeetingEntity,
  at: Date,
): Promise<Standing | null> {
  const way = { item, verb: 'scheduled', from: null, to, reason: '', actorId: null, at } as const;
  return standingOf(way, await recordWay(em, way));
}

async function leaveWord(
  em: EntityManager,
  { round, count, proposal, at }: Won,
  meeting: MeetingEntity | null,
  planned: readonly MessageBatch[],
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
  const about = { districtId, subjectId: count.id, news };
  const proposalId = proposal.id;
  const tell = facts.votes_for > TOLD_AT_ONCE ? promiseMessages : queueMessages;
  // Who is told that it won is told when it is discussed as well.
  await tell(
    em,
    [
      { ...about, kind: 'plan-won', recipients: { kind: 'submitters', proposalId } },
      { ...about, kind: 'voted-plan-won', recipients: { kind: 'voters', proposalId, choice: 'for' } },
      ...planned,
    ],
    at,
  );
  if (meeting === null)
    await queueMessages(
      em,
      { ...about, kind: 'item-queued', recipients: { kind: 'staff', roles: ['clerk'] } },
      at,
    );
}

interface Facts {
  slug: string;
  name: string;
  votes_for: number;
}

const FACTS = `
  select d.slug, d.name, l.votes_for
  from district d
  join count_line l on l.district_id = d.id and l.round_id = $2 and l.version = $4 and l.proposal_id = $3
  where d.id = $1`;
