import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData, type PersonalDataRoom } from '@buurtstem/platform-api';

/** What the discussion keeps of a person: their arguments. */
@Injectable()
export class DiscussionRoom implements PersonalDataRoom, OnModuleInit {
  readonly name = 'arguments';

  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.join(this);
  }

  collect(em: EntityManager, accountId: string): Promise<unknown> {
    return em.query<object[]>(
      `select d.slug as district, p.number as "proposalNumber", a.side, a.body, a.author_name as "authorName",
         a.posted_at as "postedAt"
       from argument a
       join district d on d.id = a.district_id
       join proposal p on p.district_id = a.district_id and p.id = a.proposal_id
       where a.author_id = $1 order by a.posted_at desc`,
      [accountId],
    );
  }

  /** An argument that others read and weighed stays; the name under it goes. */
  async erase(em: EntityManager, accountId: string): Promise<void> {
    await em.query(`update argument set author_name = '' where author_id = $1`, [accountId]);
  }
}
