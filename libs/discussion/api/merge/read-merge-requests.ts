import { Injectable } from '@nestjs/common';
import type { MergeState } from '@buurtstem/discussion-domain';
import { Refusal, type ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import type { MergeRequestDto } from './merge.dto';

interface Side {
  readonly number: number;
  /** Empty where the reader may not see it. */
  readonly title: string;
  readonly agreed: boolean;
  readonly mine: boolean;
}

interface Row {
  id: string;
  state: MergeState;
  message: string;
  asked_at: Date;
  duplicate: Side;
  target: Side;
}

/** `$1` is the district, `$2` the reader. A title is shown where the proposal is public, and to its submitter. */
const side = (p: string, agreedAt: string): string => `
  json_build_object('number', ${p}.number, 'agreed', m.${agreedAt} is not null,
    'mine', ${p}.submitter_id = $2, 'title', case when ${p}.hidden and ${p}.submitter_id <> $2 then '' else ${p}.title end)`;

const REQUESTS = `
  select m.id, m.state, m.message, m.asked_at,
    ${side('d', 'duplicate_agreed_at')} as duplicate, ${side('t', 'target_agreed_at')} as target
  from merge_request m
  join proposal d on d.district_id = m.district_id and d.id = m.duplicate_id
  join proposal t on t.district_id = m.district_id and t.id = m.target_id
  where m.district_id = $1`;

/** Requests to merge, as moderators and submitters read them. */
@Injectable()
export class ReadMergeRequests {
  constructor(private readonly dataSource: DataSource) {}

  /** For who asked or answered it just now. */
  async one(districtId: number, id: string, readerId: ResidentId): Promise<MergeRequestDto> {
    const [row] = await this.dataSource.query<Row[]>(`${REQUESTS} and m.id = $3`, [districtId, readerId, id]);
    if (!row) throw new Refusal('merge-not-found');
    return requestOf(row);
  }

  /** About proposals that the resident submitted, the newest first. */
  async mine(districtId: number, residentId: ResidentId): Promise<MergeRequestDto[]> {
    const rows = await this.dataSource.query<Row[]>(
      `${REQUESTS} and $2 in (d.submitter_id, t.submitter_id) order by m.asked_at desc, m.id`,
      [districtId, residentId],
    );
    return rows.map(requestOf);
  }
}

function requestOf({ id, state, message, asked_at, duplicate, target }: Row): MergeRequestDto {
  return { id, state, duplicate, target, message, askedAt: asked_at.toISOString() };
}
