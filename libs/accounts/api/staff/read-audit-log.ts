import { Injectable } from '@nestjs/common';
import { Districts } from '@buurtstem/districts-api';
import { DataSource } from 'typeorm';

export interface AuditLine {
  readonly actId: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly result: string;
  readonly network: string | null;
}

const PAGE = 50;

/**
 * What staff of a district did, newest first. An act has two lines, at its start and at its end; where the second one
 * is missing for over a minute, the act was cut off.
 */
@Injectable()
export class ReadAuditLog {
  constructor(
    private readonly dataSource: DataSource,
    private readonly districts: Districts,
  ) {}

  /** The lines before the cursor; `next` is the cursor for the page after, null on the last one. */
  async execute(
    district: string,
    cursor: string | null,
  ): Promise<{ items: AuditLine[]; next: string | null }> {
    const districtId = await this.districts.idOf(district);
    const rows = await this.dataSource.query<(AuditLine & { id: string })[]>(
      `select started.id, started.act_id as "actId", started.occurred_at as at, started.actor_name as actor,
              started.action, started.object,
              coalesce(finished.result, case when started.occurred_at < clock_timestamp() - interval '1 minute'
                then 'cut-off' else 'under-way' end) as result,
              encode(substring(origin.network_pseudonym for 4), 'hex') as network
       from audit_entry started
       left join audit_entry finished on finished.act_id = started.act_id and finished.phase = 'finished'
       left join audit_origin origin on origin.act_id = started.act_id
       where started.district_id = $1 and started.phase = 'started' and ($2::bigint is null or started.id < $2)
       order by started.id desc limit ${PAGE + 1}`,
      [districtId, cursor],
    );
    const items = rows.slice(0, PAGE);
    return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null };
  }
}
