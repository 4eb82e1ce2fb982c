import { Injectable } from '@nestjs/common';
import { Prepared, type Ask } from '@buurtstem/platform-api';
import type { EntityManager } from 'typeorm';
import type { Ballot, BallotChange, Channel } from '@buurtstem/voting-domain';

/** Which ballot: one resident's on one proposal. */
export interface BallotKey {
  readonly proposalId: string;
  readonly residentId: string;
}

/** A ballot as it is kept. */
export interface KeptBallot extends Ballot {
  readonly channel: Channel;
  /** When its last choice was received. */
  readonly changedAt: Date;
}

/** Where a vote came from: a network under its pseudonym, and the domain of the voter's mail. */
export interface VoteOrigin {
  readonly network: Buffer;
  readonly mailDomain: string;
}

/** A change that is to be written, and what was there before. */
export interface BallotWrite extends BallotKey {
  readonly previous: Ballot | null;
  readonly changes: readonly RecordedChange[];
  /** Of the last change, where it came over the net. */
  readonly origin?: VoteOrigin | undefined;
}

/** A change, and how it came in. */
export type RecordedChange = BallotChange & { readonly channel: Channel };

/** The urn: the ballots and the ledger, written together or not at all. */
@Injectable()
export class Ballots {
  constructor(private readonly prepared: Prepared) {}

  /** The ballots of these keys as they are, held until the transaction ends; absent where none was ever cast. */
  async lock(
    em: EntityManager,
    districtId: number,
    keys: readonly BallotKey[],
  ): Promise<Map<string, KeptBallot>> {
    const rows = await em.query<(BallotKey & KeptBallot)[]>(
      `select v.proposal_id as "proposalId", v.resident_id as "residentId", v.choice, v.status, v.channel,
         v.changed_at as "changedAt"
       from vote v
       join unnest($2::uuid[], $3::uuid[]) as k (proposal_id, resident_id)
         on v.proposal_id = k.proposal_id and v.resident_id = k.resident_id
       where v.district_id = $1
       order by v.proposal_id, v.resident_id
       for update of v`,
      [districtId, keys.map((k) => k.proposalId), keys.map((k) => k.residentId)],
    );
    return new Map(rows.map((row) => [keyOf(row), row]));
  }

  /**
   * Writes ballots, their ledger lines and where they came from, by one statement. Answers the keys that lost a race:
   * another transaction cast that very ballot in between, so nothing was written for them, and the rules must be asked
   * again. Where nothing is to be written, nothing is asked.
   */
  async write(
    ask: Ask,
    districtId: number,
    writes: readonly BallotWrite[],
    stamp: { readonly roundId: string; readonly at: Date },
  ): Promise<Set<string>> {
    const effective = writes.filter(isEffective);
    if (effective.length === 0) return new Set();
    const lines = effective.flatMap(({ proposalId, residentId, changes }) =>
      changes
        .filter(({ kind }) => kind !== 'unchanged')
        .map((change) => ({ ...change, proposalId, residentId })),
    );
    const rows = await ask<BallotKey>(
      this.prepared.statement('write-ballots', WRITE, [
        districtId,
        stamp.roundId,
        stamp.at,
        effective.map((w) => w.proposalId),
        effective.map((w) => w.residentId),
        effective.map((w) => lastChange(w)?.choice),
        effective.map((w) => lastChange(w)?.channel),
        effective.map((w) => w.previous === null),
        effective.map((w) => w.origin?.network ?? null),
        effective.map((w) => w.origin?.mailDomain ?? null),
        lines.map((l) => l.proposalId),
        lines.map((l) => l.residentId),
        lines.map((l) => l.kind),
        lines.map((l) => l.choice),
        lines.map((l) => l.channel),
      ]),
    );
    const written = new Set(rows.map(keyOf));
    return new Set(effective.map(keyOf).filter((key) => !written.has(key)));
  }
}

/**
 * A ballot that is new here may have been cast by another transaction meanwhile; one that is known is held by this one.
 * Rows go in by their keys, so that two transactions do not wait for each other in a circle; ledger lines in their order.
 * Where votes came from is kept for the fraud desk, of the last choice of each ballot, as long as the retention rule allows. Of a
 * ballot that was not there before nothing can be known yet, so there is nothing to look for.
 */
const WRITE = `
  with ballot as (
    select * from unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[], $8::boolean[], $9::bytea[], $10::text[])
      as b (proposal_id, resident_id, choice, channel, is_new, network, mail_domain)),
  added as (
    insert into vote (district_id, proposal_id, resident_id, choice, channel, status, cast_at, changed_at)
    select $1, b.proposal_id, b.resident_id, b.choice, b.channel, 'valid', $3, $3 from ballot b where b.is_new
    order by b.proposal_id, b.resident_id
    on conflict on constraint vote_one_per_resident do nothing
    returning proposal_id, resident_id),
  changed as (
    update vote v set choice = b.choice, channel = b.channel, changed_at = $3 from ballot b
    where not b.is_new and v.district_id = $1 and v.proposal_id = b.proposal_id and v.resident_id = b.resident_id
    returning v.proposal_id, v.resident_id),
  written as (select * from added union all select * from changed),
  lines as (
    insert into ballot_ledger (district_id, proposal_id, resident_id, entry, choice, channel, round_id, recorded_at)
    select $1, l.proposal_id, l.resident_id, l.entry, l.choice, l.channel, $2, $3
    from unnest($11::uuid[], $12::uuid[], $13::text[], $14::text[], $15::text[])
      with ordinality as l (proposal_id, resident_id, entry, choice, channel, nth)
    join written using (proposal_id, resident_id)
    order by l.nth),
  first_origins as (
    insert into vote_origin (district_id, proposal_id, resident_id, network_pseudonym, mail_domain, recorded_at)
    select $1, b.proposal_id, b.resident_id, b.network, b.mail_domain, $3
    from ballot b join added using (proposal_id, resident_id) where b.network is not null),
  later_origins as (
    insert into vote_origin (district_id, proposal_id, resident_id, network_pseudonym, mail_domain, recorded_at)
    select $1, b.proposal_id, b.resident_id, b.network, b.mail_domain, $3
    from ballot b join changed using (proposal_id, resident_id) where b.network is not null
    order by b.proposal_id, b.resident_id
    on conflict (district_id, proposal_id, resident_id) do update set
      network_pseudonym = excluded.network_pseudonym, mail_domain = excluded.mail_domain,
      recorded_at = excluded.recorded_at)
  select proposal_id as "proposalId", resident_id as "residentId" from written`;

export function keyOf(key: BallotKey): string {
  return `${key.proposalId} ${key.residentId}`;
}

/** Whether there is anything to write. */
export function isEffective(write: BallotWrite): boolean {
  return lastChange(write) !== undefined;
}

function lastChange(write: BallotWrite): RecordedChange | undefined {
  return write.changes.filter((c) => c.kind !== 'unchanged').at(-1);
}
