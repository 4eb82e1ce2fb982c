import { Injectable } from '@nestjs/common';
import { Districts, type DistrictEntity } from '@buurtstem/districts-api';
import { Config, printPaper } from '@buurtstem/platform-api';
import { DataSource, In } from 'typeorm';
import type { MeetingDto } from '../agenda.dto';
import { MeetingEntity } from '../entities';
import { ReadAgenda } from '../read-agenda';
import { agendaPage } from './agenda-page';
import { agendaPaper } from './agenda-paper';
import { agendaTable } from './agenda-table';
import { isoDay } from './dutch';
import { meetingCalendar } from './meeting-calendar';
import { printedAgenda } from './printed-agenda';

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** What everybody reads of an agenda, in the forms that other programs take. */
@Injectable()
export class ExportAgenda {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly districts: Districts,
    private readonly read: ReadAgenda,
  ) {}

  async calendar(slug: string): Promise<string> {
    const district = await this.districts.bySlug(slug);
    return this.calendarOf(district, await this.read.meetings(slug));
  }

  async meetingCalendar(slug: string, meetingId: string): Promise<string> {
    const district = await this.districts.bySlug(slug);
    return this.calendarOf(district, [await this.read.meeting(slug, meetingId)]);
  }

  async pdf(slug: string, meetingId: string): Promise<ExportedFile> {
    const { district, meeting, agenda } = await this.agenda(slug, meetingId);
    return { name: nameOf(meeting, 'pdf'), bytes: await printPaper(agendaPaper(district, meeting, agenda)) };
  }

  async html(slug: string, meetingId: string): Promise<string> {
    const { district, agenda } = await this.agenda(slug, meetingId);
    return agendaPage(district, agenda, `${this.config.publicUrl}/${district.slug}/agenda`);
  }

  async csv(slug: string, meetingId: string): Promise<ExportedFile> {
    const { meeting, agenda } = await this.agenda(slug, meetingId);
    return { name: nameOf(meeting, 'csv'), bytes: Buffer.from(agendaTable(agenda)) };
  }

  private async agenda(slug: string, meetingId: string) {
    const district = await this.districts.bySlug(slug);
    const meeting = await this.read.meeting(slug, meetingId);
    return { district, meeting, agenda: printedAgenda(district, meeting) };
  }

  private async calendarOf(district: DistrictEntity, meetings: readonly MeetingDto[]): Promise<string> {
    const entities = await this.dataSource.manager.findBy(MeetingEntity, {
      districtId: district.id,
      id: In(meetings.map(({ id }) => id)),
    });
    const dated = meetings.flatMap((meeting) => {
      const entity = entities.find(({ id }) => id === meeting.id);
      return entity ? [{ ...meeting, changedAt: entity.changedAt }] : [];
    });
    return meetingCalendar(district, dated, this.config.publicUrl);
  }
}

function nameOf({ startsAt }: MeetingDto, kind: string): string {
  return `agenda-${isoDay(startsAt)}.${kind}`;
}
