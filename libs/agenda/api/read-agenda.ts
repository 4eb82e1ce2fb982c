import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AgendaItemState, Decision } from '@buurtstem/agenda-domain';
import { Districts } from '@buurtstem/districts-api';
import {
  firstPictureOf,
  neighbourhoodOf,
  SHOWN_COLUMNS,
  SHOWN_JOINS,
  type AgendaItemDto,
  type ShownRow,
  type WhatBecameOfIt,
} from '@buurtstem/proposals-api';
import type { ProposalState } from '@buurtstem/proposals-domain';
import { Refusal } from '@buurtstem/shared-domain';
import type { MeetingDto } from './agenda.dto';
import { MeetingEntity, ProgressReportEntity } from './entities';

interface ItemRow extends ShownRow {
  id: string;
  state: Exclude<AgendaItemState, 'superseded'>;
  proposal_state: ProposalState;
  title: string;
  minutes: number;
  number: number;
  round_number: number;
  meeting_id: string | null;
  starts_at: Date;
  place: string;
  decision: Decision | null;
  reasons: string;
  decided_at: Date;
  summary: string;
  submitter_name: string;
  votes_for: number;
  votes_against: number;
}

/** What the public reads of meetings, agenda items and what became of them. */
@Injectable()
export class ReadAgenda implements WhatBecameOfIt {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
  ) {}

  /** Every item, newest round first. */
  async items(slug: string): Promise<AgendaItemDto[]> {
    const districtId = await this.districts.idOf(slug);
    return this.select(districtId, 'true', []);
  }

  /** The meetings of the last year and all that are ahead, earliest first. */
  async meetings(slug: string): Promise<MeetingDto[]> {
    const districtId = await this.districts.idOf(slug);
    const meetings = await this.dataSource.manager
      .createQueryBuilder(MeetingEntity, 'm')
      .where('m.districtId = :districtId', { districtId })
      .andWhere("m.startsAt > clock_timestamp() - interval '1 year'")
      .orderBy('m.startsAt')
      .getMany();
    const items = await this.select(districtId, 'i.meeting_id = any($2)', [
      meetings.map((meeting) => meeting.id),
    ]);
    return meetings.map((meeting) => meetingOf(meeting, items));
  }

  async meeting(slug: string, id: string): Promise<MeetingDto> {
    const districtId = await this.districts.idOf(slug);
    const meeting = await this.dataSource.manager.findOneBy(MeetingEntity, {
      districtId,
      id: id as MeetingEntity['id'],
    });
    if (!meeting) throw new Refusal('meeting-not-found');
    return meetingOf(meeting, await this.select(districtId, 'i.meeting_id = $2', [id]));
  }

  async of(districtId: number, proposalId: string): Promise<AgendaItemDto | null> {
    const [item] = await this.select(districtId, 'i.proposal_id = $2', [proposalId]);
    return item ?? null;
  }

  private async select(
    districtId: number,
    condition: string,
    values: readonly unknown[],
  ): Promise<AgendaItemDto[]> {
    const rows = await this.dataSource.query<ItemRow[]>(
      `${ITEMS} where i.district_id = $1 and i.state <> 'superseded' and not p.hidden and ${condition} order by r.number desc`,
      [districtId, ...values],
    );
    const reports = await this.dataSource.manager.find(ProgressReportEntity, {
      where: { districtId },
      order: { reportedAt: 'asc' },
    });
    return rows.map((row) => itemOf(row, reports));
  }
}

const ITEMS = `
  select i.id, i.state, p.state as proposal_state, i.title, i.minutes, p.number, r.number as round_number, i.meeting_id, m.starts_at, m.place,
    o.decision, o.reasons, o.decided_at, p.summary, p.submitter_name, l.votes_for, l.votes_against,
    ${SHOWN_COLUMNS}
  from agenda_item i
  join proposal p on p.district_id = i.district_id and p.id = i.proposal_id
  join round r on r.district_id = i.district_id and r.id = i.round_id
  join lateral (
    select votes_for, votes_against from count_line l
    where l.district_id = i.district_id and l.round_id = i.round_id and l.proposal_id = i.proposal_id
    order by version desc limit 1
  ) l on true
  left join meeting m on m.district_id = i.district_id and m.id = i.meeting_id
  left join outcome o on o.district_id = i.district_id and o.agenda_item_id = i.id
  ${SHOWN_JOINS}`;

function itemOf(row: ItemRow, reports: readonly ProgressReportEntity[]): AgendaItemDto {
  return {
    id: row.id,
    state: row.state,
    title: row.title,
    proposalNumber: row.number,
    roundNumber: row.round_number,
    meeting:
      row.meeting_id === null
        ? null
        : { id: row.meeting_id, startsAt: row.starts_at.toISOString(), place: row.place },
    minutes: row.minutes,
    outcome:
      row.decision === null
        ? null
        : {
            decision: row.decision,
            reasons: row.reasons,
            decidedAt: row.decided_at.toISOString(),
            vote: null,
          },
    outcomes: [],
    contextNote: null,
    changes: [],
    answerDueAt: null,
    progress: reports
      .filter((report) => report.agendaItemId === row.id)
      .map(({ id, text, responsible, reportedAt }) => ({
        id: Number(id),
        text,
        responsible,
        reportedAt: reportedAt.toISOString(),
        finishes: false,
        picture: null,
      })),
    proposal: {
      state: row.proposal_state,
      summary: row.summary,
      submitterName: row.submitter_name,
      votesFor: row.votes_for,
      votesAgainst: row.votes_against,
      picture: firstPictureOf(row),
      neighbourhood: neighbourhoodOf(row),
    },
  };
}

function meetingOf(meeting: MeetingEntity, items: readonly AgendaItemDto[]): MeetingDto {
  return {
    id: meeting.id,
    startsAt: meeting.startsAt.toISOString(),
    agendaDeadline: meeting.agendaDeadline.toISOString(),
    place: meeting.place,
    contact: meeting.contact,
    state: meeting.state,
    reason: meeting.reason,
    sequence: meeting.sequence,
    published: null,
    entries: [],
    items: items.filter((item) => item.meeting?.id === meeting.id),
  };
}
