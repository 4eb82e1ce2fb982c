import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { DataSource } from 'typeorm';
import type { PublishedAgendaDto } from '../agenda.dto';
import { PublishedAgendaEntity } from '../entities';
import { findMeeting } from '../items/agenda-items';
import { entriesOf, ReadAgenda } from '../read-agenda';

/** Every version of an agenda that was published, newest first, with the winners' titles of now. */
@Injectable()
export class ReadPublishedAgendas {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
    private readonly readAgenda: ReadAgenda,
  ) {}

  async list(slug: string, meetingId: string): Promise<PublishedAgendaDto[]> {
    const districtId = await this.districts.idOf(slug);
    const { manager } = this.dataSource;
    const meeting = await findMeeting(manager, districtId, meetingId);
    const versions = await manager.find(PublishedAgendaEntity, {
      where: { districtId, meetingId: meeting.id },
      order: { version: 'desc' },
    });
    const ids = versions.flatMap(({ entries }) =>
      entries.flatMap((entry) => (entry.kind === 'item' ? [entry.id] : [])),
    );
    const items = await this.readAgenda.byIds(districtId, [...new Set(ids)]);
    return versions.map(({ version, publishedAt, note, entries }) => ({
      version,
      publishedAt: publishedAt.toISOString(),
      note,
      entries: entriesOf(meeting.startsAt, entries, items),
    }));
  }
}
