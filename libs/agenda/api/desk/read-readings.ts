import { Injectable } from '@nestjs/common';
import type { Role } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { findMeeting } from '../items/agenda-items';
import type { ReaderDto } from './desk.dto';

interface Row {
  name: string;
  role: Role;
  read_at: Date | null;
  is_current: boolean;
}

/** Who of the committee has read the papers of a meeting; and who else of the staff has. */
@Injectable()
export class ReadReadings {
  constructor(private readonly dataSource: DataSource) {}

  async list(districtId: number, meetingId: string): Promise<ReaderDto[]> {
    const { id } = await findMeeting(this.dataSource.manager, districtId, meetingId);
    const rows = await this.dataSource.query<Row[]>(READERS, [districtId, id]);
    return rows.map(({ name, role, read_at, is_current }) => ({
      name,
      role,
      readAt: read_at?.toISOString() ?? null,
      isCurrent: is_current,
    }));
  }
}

/** One row a person: who sits on the committee is shown as that, whatever else they are. */
const READERS = `
  select * from (
    select distinct on (a.id) coalesce(a.display_name, '') as name, g.role, r.read_at,
      coalesce(r.agenda_version = v.version, false) as is_current
    from role_grant g
    join account a on a.id = g.account_id and a.erased_at is null
    cross join (select coalesce(max(version), 0) as version from published_agenda
                where district_id = $1 and meeting_id = $2) v
    left join paper_reading r on r.district_id = $1 and r.meeting_id = $2 and r.account_id = a.id
    where g.district_id = $1 and (g.role = 'committee-member' or r.read_at is not null)
    order by a.id, g.role = 'committee-member' desc, g.role
  ) readers
  order by role = 'committee-member' desc, name`;
