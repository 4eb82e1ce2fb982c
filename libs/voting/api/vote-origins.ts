import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BallotKey } from './ballots';

/** Where a vote came from: a network under its pseudonym, and the domain of the voter's mail. */
export interface VoteOrigin {
  readonly network: Buffer;
  readonly mailDomain: string;
}

/** Keeps where the last choice of each ballot came from, for the fraud desk, as long as the retention rule allows. */
@Injectable()
export class VoteOrigins {
  async keep(
    em: EntityManager,
    districtId: number,
    origins: readonly (BallotKey & { readonly origin: VoteOrigin })[],
    at: Date,
  ): Promise<void> {
    if (origins.length === 0) return;
    await em.query(
      `insert into vote_origin (district_id, proposal_id, resident_id, network_pseudonym, mail_domain, recorded_at)
       select $1, k.proposal_id, k.resident_id, k.network, k.mail_domain, $6
       from unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::text[])
         as k (proposal_id, resident_id, network, mail_domain)
       on conflict (district_id, proposal_id, resident_id) do update set
         network_pseudonym = excluded.network_pseudonym, mail_domain = excluded.mail_domain,
         recorded_at = excluded.recorded_at`,
      [
        districtId,
        origins.map(({ proposalId }) => proposalId),
        origins.map(({ residentId }) => residentId),
        origins.map(({ origin }) => origin.network),
        origins.map(({ origin }) => origin.mailDomain),
        at,
      ],
    );
  }
}
