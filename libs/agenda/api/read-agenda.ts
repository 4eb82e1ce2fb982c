import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { publicAgenda, timesOf, type PublishedLine } from '@buurtstem/agenda-domain';
import { Districts } from '@buurtstem/districts-api';
import { Prepared } from '@buurtstem/platform-api';
import type { AgendaItemDto, WhatBecameOfIt } from '@buurtstem/proposals-api';
import { agendasOf, type Agenda } from './agenda/agendas';
import type { AgendaEntryDto, MeetingDto } from './agenda.dto';
import { MeetingEntity } from './entities';
import { findMeeting } from './items/agenda-items';
import { itemOf, ITEMS, type ItemRow } from './items/item-rows';

/** What the public reads of meetings, agenda items and what became of them. */
@Injectable()
export class ReadAgenda implements WhatBecameOfIt {
  constructor(
    private readonly dataSource: DataSource,
    private readonly prepared: Prepared,
    private readonly districts: Districts,
  ) {}

  /** Every item, newest round first. */
  async items(slug: string): Promise<AgendaItemDto[]> {
    const rows = await this.prepared.query<ItemRow>('agenda items', NEWEST_FIRST('true'), [
      await this.districts.idOf(slug),
    ]);
    return rows.map(itemOf);
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
    return this.withAgendas(districtId, meetings);
  }

  /** Those too that are long over, earliest first: what was published stays to be found. */
  async allMeetings(districtId: number): Promise<MeetingDto[]> {
    const meetings = await this.dataSource.manager.find(MeetingEntity, {
      where: { districtId },
      order: { startsAt: 'asc' },
    });
    return this.withAgendas(districtId, meetings);
  }

  async meeting(slug: string, id: string): Promise<MeetingDto> {
    const districtId = await this.districts.idOf(slug);
    const meeting = await findMeeting(this.dataSource.manager, districtId, id);
    const [read] = await this.withAgendas(districtId, [meeting]);
    if (!read) throw new Error(`Meeting ${id} was there a moment ago`);
    return read;
  }

  async of(districtId: number, proposalId: string): Promise<AgendaItemDto | null> {
    const [item] = await this.prepared.query<ItemRow>(
      'agenda item of a proposal',
      `${ITEMS} and i.proposal_id = $2 order by r.number desc limit 1`,
      [districtId, proposalId],
    );
    return item ? itemOf(item) : null;
  }

  async byIds(districtId: number, ids: readonly string[]): Promise<AgendaItemDto[]> {
    if (ids.length === 0) return [];
    const rows = await this.prepared.query<ItemRow>('agenda items by id', NEWEST_FIRST('i.id = any($2)'), [
      districtId,
      ids,
    ]);
    return rows.map(itemOf);
  }

  private async withAgendas(districtId: number, meetings: readonly MeetingEntity[]): Promise<MeetingDto[]> {
    const agendas = await agendasOf(this.dataSource.manager, districtId, meetings);
    const ids = agendas.flatMap(({ winners }) => winners.map(({ id }) => id));
    const items = await this.byIds(districtId, [...new Set(ids)]);
    return agendas.map((agenda) => meetingOf(agenda, items));
  }
}

const NEWEST_FIRST = (condition: string): string => `${ITEMS} and ${condition} order by r.number desc`;

function meetingOf({ meeting, published, winners }: Agenda, items: readonly AgendaItemDto[]): MeetingDto {
  const entries = entriesOf(meeting.startsAt, publicAgenda(published?.entries ?? null, winners), items);
  return {
    id: meeting.id,
    startsAt: meeting.startsAt.toISOString(),
    agendaDeadline: meeting.agendaDeadline.toISOString(),
    place: meeting.place,
    contact: meeting.contact,
    state: meeting.state,
    reason: meeting.reason,
    sequence: meeting.sequence,
    published: published && {
      version: published.version,
      publishedAt: published.publishedAt.toISOString(),
      note: published.note,
    },
    entries,
    items: entries.flatMap(({ item }) => item ?? []),
  };
}

/** The lines of an agenda with their times, and with the winners as they stand now. */
export function entriesOf(
  startsAt: Date,
  entries: readonly PublishedLine[],
  items: readonly AgendaItemDto[],
): AgendaEntryDto[] {
  const shown = entries.map((entry) => ({ entry, item: items.find(({ id }) => id === entry.id) ?? null }));
  // What was hidden between two queries is hidden.
  const visible = shown.filter(({ entry, item }) => entry.kind === 'point' || item !== null);
  const { starts } = timesOf(
    startsAt,
    visible.map(({ entry }) => entry),
  );
  return visible.map(({ entry, item }, i) => ({
    kind: entry.kind,
    id: entry.id,
    title: entry.kind === 'point' ? entry.title : (item?.title ?? ''),
    minutes: entry.minutes,
    startsAt: (starts[i] ?? startsAt).toISOString(),
    item,
  }));
}
