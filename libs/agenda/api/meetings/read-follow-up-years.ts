import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FollowUpYearDto } from '../agenda.dto';

/** What happened in each calendar year, newest first. */
@Injectable()
export class ReadFollowUpYears {
  constructor(private readonly dataSource: DataSource) {}

  list(districtId: number): Promise<FollowUpYearDto[]> {
    return this.dataSource.query<FollowUpYearDto[]>(YEARS, [districtId]);
  }
}

/** Years of the clock on the wall: what was decided on New Year's Eve belongs to the old year. */
const YEARS = `
  with facts as (
    select 'submitted' as what, p.id, p.published_at as at
    from proposal p where p.district_id = $1 and not p.hidden and p.published_at is not null
    union all
    select 'on-agenda', i.id, m.starts_at
    from (
      select id as item_id, meeting_id from agenda_item where district_id = $1 and meeting_id is not null
      union
      select agenda_item_id, meeting_id from outcome where district_id = $1 and meeting_id is not null
    ) stood
    join agenda_item i on i.district_id = $1 and i.id = stood.item_id
    join proposal p on p.district_id = $1 and p.id = i.proposal_id and not p.hidden
    join meeting m on m.district_id = $1 and m.id = stood.meeting_id
    union all
    select case when o.decision = 'rejected' then 'rejected' else 'adopted' end, i.id, o.decided_at
    from outcome o
    join agenda_item i on i.district_id = $1 and i.id = o.agenda_item_id
    join proposal p on p.district_id = $1 and p.id = i.proposal_id and not p.hidden
    where o.district_id = $1 and o.decision <> 'held-over'
    union all
    select 'done', i.id, t.reported_at
    from progress_report t
    join agenda_item i on i.district_id = $1 and i.id = t.agenda_item_id
    join proposal p on p.district_id = $1 and p.id = i.proposal_id and not p.hidden
    where t.district_id = $1 and t.finishes
  )
  select extract(year from at at time zone 'Europe/Amsterdam')::integer as year,
    count(distinct id) filter (where what = 'submitted')::integer as submitted,
    count(distinct id) filter (where what = 'on-agenda')::integer as "onAgenda",
    count(distinct id) filter (where what = 'adopted')::integer as adopted,
    count(distinct id) filter (where what = 'rejected')::integer as rejected,
    count(distinct id) filter (where what = 'done')::integer as done
  from facts group by 1 order by 1 desc`;
