import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataRoom } from '@buurtstem/platform-api';

/** What the proposals room keeps of a person: what they submitted, alone or with others. */
@Injectable()
export class ProposalsRoom implements PersonalDataRoom, OnModuleInit {
  readonly name = 'proposals';

  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.join(this);
  }

  async collect(em: EntityManager, accountId: string): Promise<object[]> {
    const joined = await em.query<object[]>(
      `select d.slug as district, p.number, c.name as "submitterName", c.joined_at as "joinedAt"
       from co_submitter c
       join proposal p on p.district_id = c.district_id and p.id = c.proposal_id
       join district d on d.id = c.district_id
       where c.resident_id = $1 order by c.joined_at desc`,
      [accountId],
    );
    const submitted = await em.query<object[]>(
      `select d.slug as district, p.number, p.kind, p.title, p.summary, p.body, p.state, p.hidden,
         p.submitter_name as "submitterName", p.published_at as "publishedAt", p.created_at as "createdAt",
         p.updated_at as "updatedAt",
         coalesce((select json_agg(json_build_object('text', n.text, 'addedAt', n.added_at) order by n.id)
                   from proposal_note n where n.district_id = p.district_id and n.proposal_id = p.id), '[]') as notes
       from proposal p join district d on d.id = p.district_id
       where p.submitter_id = $1 order by p.created_at desc`,
      [accountId],
    );
    return [...submitted, ...joined];
  }

  /** What was never published goes; what others voted on and discussed stays, without its submitter's name. */
  async erase(em: EntityManager, accountId: string): Promise<void> {
    for (const table of ['proposal_note', 'proposal_picture']) {
      await em.query(
        `delete from ${table} t using proposal p where p.district_id = t.district_id and p.id = t.proposal_id
           and p.submitter_id = $1 and p.published_at is null`,
        [accountId],
      );
    }
    // Its history can only be added to: a draft that was withdrawn keeps its number, and not a word.
    await em.query(
      `update proposal set title = '', summary = '', body = '', neighbourhood_slug = null
       where submitter_id = $1 and published_at is null`,
      [accountId],
    );
    await em.query(`delete from proposal where submitter_id = $1 and state = 'draft'`, [accountId]);
    await em.query(`update proposal set submitter_name = '' where submitter_id = $1`, [accountId]);
    await em.query('delete from co_submitter where resident_id = $1', [accountId]);
  }
}
