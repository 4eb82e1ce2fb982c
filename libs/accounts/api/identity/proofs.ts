import { Injectable } from '@nestjs/common';
import type { ProofMethod } from '@buurtstem/accounts-domain';
import type { ResidentId } from '@buurtstem/shared-domain';
import type { EntityManager } from 'typeorm';

export interface Proof {
  readonly districtId: number;
  readonly accountId: ResidentId;
  readonly level: 1 | 2;
  readonly method: ProofMethod;
  readonly at: Date;
  readonly home: Buffer | null;
}

/** Writes down that somebody showed who they are. */
@Injectable()
export class Proofs {
  /**
   * Proving a level again changes by what, and since a move where; never since when: votes that are in time for a count
   * stay in time.
   */
  async add(em: EntityManager, proof: Proof): Promise<void> {
    await em.query(
      `insert into identity_proof as kept (district_id, account_id, level, method, proven_at, home_pseudonym)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (district_id, account_id, level) do update
         set method = excluded.method, home_pseudonym = coalesce(excluded.home_pseudonym, kept.home_pseudonym)`,
      [proof.districtId, proof.accountId, proof.level, proof.method, proof.at, proof.home],
    );
  }
}
