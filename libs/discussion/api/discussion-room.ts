import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataRoom } from '@buurtstem/platform-api';

/** What the discussion keeps of a person: what they wrote and liked. */
@Injectable()
export class DiscussionRoom implements PersonalDataRoom, OnModuleInit {
  readonly name = 'discussion';

  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.join(this);
  }

  async collect(em: EntityManager, accountId: string): Promise<unknown> {
    return {
      arguments: await em.query<object[]>(ARGUMENTS, [accountId]),
      likes: await em.query<object[]>(LIKES, [accountId]),
      statements: await em.query<object[]>(STATEMENTS, [accountId]),
    };
  }

  /** What others read and weighed stays, with what it said before; the name under it goes, and so do the likes. */
  async erase(em: EntityManager, accountId: string): Promise<void> {
    // In one order, so that two who leave at once do not wait for each other.
    await em.query(
      `select from argument a where (a.district_id, a.id) in
         (select l.district_id, l.argument_id from argument_like l where l.resident_id = $1)
       order by a.district_id, a.id for no key update`,
      [accountId],
    );
    await em.query(
      `with gone as (delete from argument_like where resident_id = $1 returning district_id, argument_id)
       update argument a set likes = a.likes - 1 from gone
       where a.district_id = gone.district_id and a.id = gone.argument_id`,
      [accountId],
    );
    await em.query(`update argument set author_name = '' where author_id = $1`, [accountId]);
    await em.query(`update statement set author_name = '' where author_id = $1`, [accountId]);
  }
}

const ARGUMENTS = `
  select d.slug as district, p.number as "proposalNumber", a.parent_id is not null as "isReply", a.side, a.body,
    a.author_name as "authorName", a.posted_at as "postedAt", a.edited_at as "editedAt", a.hidden, a.likes,
    coalesce((select json_agg(json_build_object('body', v.body, 'writtenAt', v.written_at) order by v.version)
              from argument_version v where v.district_id = a.district_id and v.argument_id = a.id), '[]') as earlier
  from argument a
  join district d on d.id = a.district_id
  join proposal p on p.district_id = a.district_id and p.id = a.proposal_id
  where a.author_id = $1 order by a.posted_at desc`;

/** Not with the words of somebody else, which may be out of sight by now. */
const LIKES = `
  select d.slug as district, p.number as "proposalNumber", l.argument_id as "argumentId", l.liked_at as "likedAt"
  from argument_like l
  join argument a on a.district_id = l.district_id and a.id = l.argument_id
  join district d on d.id = a.district_id
  join proposal p on p.district_id = a.district_id and p.id = a.proposal_id
  where l.resident_id = $1 order by l.liked_at desc`;

const STATEMENTS = `
  select d.slug as district, p.number as "proposalNumber", s.body, s.author_name as "authorName",
    s.author_role as "authorRole", s.posted_at as "postedAt"
  from statement s
  join district d on d.id = s.district_id
  join proposal p on p.district_id = s.district_id and p.id = s.proposal_id
  where s.author_id = $1 order by s.posted_at desc`;
