import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import type { CurrentAccount } from '@buurtstem/platform-api';
import { firstPictureOf, SHOWN_COLUMNS, SHOWN_JOINS, type ShownRow } from '@buurtstem/proposals-api';
import type { NotVotedDto } from './my-page.dto';

const SHOWN = 20;

interface Row extends ShownRow {
  number: number;
  title: string;
  summary: string;
  total: number;
}

/** The open proposals that a resident did not vote on, or took the vote back from. */
@Injectable()
export class ReadNotVoted {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
  ) {}

  async list(slug: string, resident: CurrentAccount): Promise<NotVotedDto> {
    const districtId = await this.districts.idOf(slug);
    const rows = await this.dataSource.query<Row[]>(NOT_VOTED, [districtId, resident.id, SHOWN]);
    return {
      total: rows[0]?.total ?? 0,
      items: rows.map((row) => ({
        number: row.number,
        title: row.title,
        summary: row.summary,
        picture: firstPictureOf(row),
      })),
    };
  }
}

const NOT_VOTED = `
  select p.number, p.title, p.summary, count(*) over ()::integer as total, ${SHOWN_COLUMNS}
  from proposal p
  ${SHOWN_JOINS}
  where p.district_id = $1 and p.state = 'open' and not p.hidden and not exists
    (select from vote v where v.district_id = p.district_id and v.proposal_id = p.id and v.resident_id = $2
       and v.choice <> 'none')
  order by p.published_at desc, p.number desc
  limit $3`;
