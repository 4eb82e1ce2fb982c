import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Districts } from '@buurtstem/districts-api';
import type { ProposalState } from '@buurtstem/proposals-domain';
import type { ResidentId } from '@buurtstem/shared-domain';
import { draftFolderOf } from './pictures/read-pictures';
import { firstPictureOf, SHOWN_COLUMNS, SHOWN_JOINS, type ShownRow } from './proposal-rows';
import type { MyProposalDto } from './proposals.dto';

interface Row extends ShownRow {
  number: number;
  title: string;
  state: ProposalState;
  hidden: boolean;
  updated_at: Date;
  published_at: Date | null;
}

/** Far more than anybody needs, and few enough for one page. */
const MOST = 200;

/** A resident's own proposals, drafts too: the 200 that were changed last. */
@Injectable()
export class ListMyProposals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
  ) {}

  async list(slug: string, residentId: ResidentId): Promise<MyProposalDto[]> {
    const districtId = await this.districts.idOf(slug);
    const rows = await this.dataSource.query<Row[]>(
      `select p.number, p.title, p.state, p.hidden, p.updated_at, p.published_at, ${SHOWN_COLUMNS}
       from proposal p ${SHOWN_JOINS}
       where p.district_id = $1 and p.submitter_id = $2
       order by p.updated_at desc, p.number desc
       limit $3`,
      [districtId, residentId, MOST],
    );
    return rows.map((row) => ({
      number: row.number,
      title: row.title,
      state: row.state,
      hidden: row.hidden,
      updatedAt: row.updated_at.toISOString(),
      // What is hidden is so for its submitter too.
      picture: row.hidden
        ? null
        : firstPictureOf(
            row,
            draftFolderOf(slug, { number: row.number, publishedAt: row.published_at }, row.picture_id),
          ),
    }));
  }
}
