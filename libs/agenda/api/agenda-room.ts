import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData, type PersonalDataRoom } from '@buurtstem/platform-api';
import type { EntityManager } from 'typeorm';

/** What the agenda keeps of a person: how they were asked to come, and what they read and wrote as staff. */
@Injectable()
export class AgendaRoom implements PersonalDataRoom, OnModuleInit {
  readonly name = 'agenda';

  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.join(this);
  }

  async collect(em: EntityManager, accountId: string): Promise<unknown> {
    return {
      invitations: await em.query<object[]>(INVITATIONS, [accountId]),
      contextNotes: await em.query<object[]>(NOTES, [accountId]),
      readings: await em.query<object[]>(READINGS, [accountId]),
    };
  }

  /**
   * Who came instead and what was needed there goes. An invitation of before the meeting that nobody is left to answer
   * lapses. A note of an official was published in their office and can only be added to, so its name stays.
   */
  async erase(em: EntityManager, accountId: string): Promise<void> {
    await em.query(
      `update meeting_invitation v set needs = '', delegate_name = '',
         state = case when v.state = 'delegated' or (p.state = 'on-agenda' and not exists (
           select from co_submitter c where c.district_id = p.district_id and c.proposal_id = p.id))
           then 'lapsed' else v.state end
       from agenda_item i
       join proposal p on p.district_id = i.district_id and p.id = i.proposal_id
       where i.district_id = v.district_id and i.id = v.agenda_item_id and p.submitter_id = $1`,
      [accountId],
    );
    await em.query('delete from paper_reading where account_id = $1', [accountId]);
  }
}

const INVITATIONS = `
  select d.slug as district, p.number as "proposalNumber", m.starts_at as "startsAt", v.state,
    v.delegate_name as "delegateName", v.needs, v.asked_at as "askedAt", v.answered_at as "answeredAt", v.attended
  from meeting_invitation v
  join agenda_item i on i.district_id = v.district_id and i.id = v.agenda_item_id
  join proposal p on p.district_id = i.district_id and p.id = i.proposal_id
  join meeting m on m.district_id = v.district_id and m.id = v.meeting_id
  join district d on d.id = v.district_id
  where p.submitter_id = $1 or exists (
    select from co_submitter c
    where c.district_id = p.district_id and c.proposal_id = p.id and c.resident_id = $1)
  order by v.asked_at desc`;

const NOTES = `
  select d.slug as district, p.number as "proposalNumber", n.version, n.text, n.author_name as "authorName",
    n.published_at as "publishedAt"
  from context_note n
  join agenda_item i on i.district_id = n.district_id and i.id = n.agenda_item_id
  join proposal p on p.district_id = i.district_id and p.id = i.proposal_id
  join district d on d.id = n.district_id
  where n.author_id = $1 order by n.published_at desc`;

const READINGS = `
  select d.slug as district, m.starts_at as "startsAt", r.agenda_version as "agendaVersion", r.read_at as "readAt"
  from paper_reading r
  join meeting m on m.district_id = r.district_id and m.id = r.meeting_id
  join district d on d.id = r.district_id
  where r.account_id = $1 order by r.read_at desc`;
