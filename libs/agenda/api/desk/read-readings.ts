import { Injectable } from '@nestjs/common';
import type { ResidentId, Role } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { findMeeting } from '../items/agenda-items';
import type { GuestDto, ReadingListDto } from './desk.dto';

interface Row {
  id: string;
  name: string;
  role: Role;
  read_at: Date | null;
  is_current: boolean;
}

/** Who of the committee has read the papers of a meeting, and who else of the staff has; and which submitters answered. */
@Injectable()
export class ReadReadings {
  constructor(private readonly dataSource: DataSource) {}

  async of(districtId: number, meetingId: string, readerId: ResidentId): Promise<ReadingListDto> {
    const meeting = await findMeeting(this.dataSource.manager, districtId, meetingId);
    const rows = await this.dataSource.query<Row[]>(READERS, [districtId, meeting.id]);
    const guests = await this.dataSource.query<GuestDto[]>(GUESTS, [districtId, meeting.id]);
    const items = rows.map(({ id, name, role, read_at, is_current }) => ({
      name,
      role,
      readAt: read_at?.toISOString() ?? null,
      isCurrent: is_current,
      isMe: id === readerId,
    }));
    return { items, guests };
  }
}

/** One row a person: who sits on the committee is shown as that, whatever else they are. */
const READERS = `
  select * from (
    select distinct on (a.id) a.id, coalesce(a.display_name, '') as name, g.role, r.read_at,
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

const GUESTS = `
  select i.id as item, p.title, p.submitter_name as "submitterName", v.state
  from agenda_item i
  join proposal p on p.district_id = i.district_id and p.id = i.proposal_id and not p.hidden
  left join meeting_invitation v on v.district_id = i.district_id and v.agenda_item_id = i.id
    and v.meeting_id = i.meeting_id and v.state <> 'lapsed'
  where i.district_id = $1 and i.meeting_id = $2
  order by i.position, p.title`;
