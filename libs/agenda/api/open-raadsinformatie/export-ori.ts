import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { API_PREFIX, Config } from '@buurtstem/platform-api';
import { Refusal } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import type { MeetingDto } from '../agenda.dto';
import { ReadAgenda } from '../read-agenda';
import { agendapuntenOf, informatieobjectenOf, vergaderingOf, type ItemDates, type OriScope } from './ori';
import type { AgendapuntDto, InformatieobjectDto, VergaderingDto } from './ori.dto';

interface DatesRow {
  id: string;
  published_at: Date;
  closes_at: Date;
}

/** The agenda in the shape of VNG Open Raadsinformatie 2.0, so that national search engines can take it over. */
@Injectable()
export class ExportOri {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly districts: Districts,
    private readonly read: ReadAgenda,
  ) {}

  async vergaderingen(slug: string): Promise<VergaderingDto[]> {
    const { scope, meetings } = await this.load(slug);
    return meetings.map((meeting) => vergaderingOf(scope, meeting));
  }

  async agendapunten(slug: string): Promise<AgendapuntDto[]> {
    const { scope, meetings } = await this.load(slug);
    return meetings.flatMap((meeting) => agendapuntenOf(scope, meeting));
  }

  async informatieobjecten(slug: string): Promise<InformatieobjectDto[]> {
    const { scope, meetings } = await this.load(slug);
    return informatieobjectenOf(scope, meetings);
  }

  async one<T extends { readonly id: string }>(list: Promise<readonly T[]>, id: string): Promise<T> {
    const found = (await list).find((object) => object.id === id);
    if (!found) throw new Refusal('not-found');
    return found;
  }

  private async load(slug: string): Promise<{ scope: OriScope; meetings: MeetingDto[] }> {
    const district = await this.districts.bySlug(slug);
    const rows = await this.dataSource.query<DatesRow[]>(DATES, [district.id]);
    const dates = new Map(
      rows.map(({ id, published_at: publishedAt, closes_at: wonAt }) => [id, { publishedAt, wonAt }]),
    );
    const { publicUrl } = this.config;
    const scope = {
      district,
      api: `${publicUrl}/${API_PREFIX}/districts/${slug}/open-raadsinformatie`,
      site: `${publicUrl}/${slug}`,
      datesOf: (id: string): ItemDates => {
        const known = dates.get(id);
        if (!known) throw new Error(`District ${district.id} has no agenda item ${id}`);
        return known;
      },
    };
    return { scope, meetings: await this.read.allMeetings(district.id) };
  }
}

const DATES = `
  select i.id, coalesce(p.published_at, p.created_at) as published_at, r.closes_at
  from agenda_item i
  join proposal p on p.district_id = i.district_id and p.id = i.proposal_id
  join round r on r.district_id = i.district_id and r.id = i.round_id
  where i.district_id = $1`;
