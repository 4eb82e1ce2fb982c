import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData, type PersonalDataRoom } from '@buurtstem/platform-api';
import type { EntityManager } from 'typeorm';

/** What is kept of how somebody showed who they are. */
@Injectable()
export class IdentityData implements PersonalDataRoom, OnModuleInit {
  readonly name = 'identity';

  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.join(this);
  }

  async collect(em: EntityManager, accountId: string): Promise<unknown> {
    const proofs = await em.query<unknown[]>(
      `select d.slug as district, p.level, p.method, p.proven_at as "provenAt",
              p.home_pseudonym is not null as "isHomeKnownByItsPseudonym"
       from identity_proof p join district d on d.id = p.district_id where p.account_id = $1
       order by d.slug, p.level`,
      [accountId],
    );
    const providers = await em.query<unknown[]>(
      `select issuer, linked_at as "linkedAt" from broker_subject where account_id = $1 order by linked_at`,
      [accountId],
    );
    const letters = await em.query<unknown[]>(
      `select d.slug as district, c.used_at as "usedAt" from letter_code c join district d on d.id = c.district_id
       where c.used_by = $1 order by c.used_at`,
      [accountId],
    );
    return { proofs, providers, letters };
  }

  /** That a level was shown stays, since counted votes rest on it; who and where it was goes. */
  async erase(em: EntityManager, accountId: string): Promise<void> {
    await em.query('update identity_proof set home_pseudonym = null where account_id = $1', [accountId]);
    await em.query('delete from broker_subject where account_id = $1', [accountId]);
  }
}
