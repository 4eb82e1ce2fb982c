import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Ballot, BallotChange, Channel } from '@buurtstem/voting-domain';

/** Which ballot: one resident's on one proposal. */
export interface BallotKey {
  readonly proposalId: string;
  readonly residentId: string;
}

/** A change that is to be written, and who was there before. */
export interface BallotWrite extends BallotKey {
  readonly previous: Ballot | null;
  readonly changes: readonly RecordedChange[];
}

/** A change, and how it came in. */
export type RecordedChange = BallotChange & { readonly channel: Channel };

/** The urn: the ballots and the ledger, written together or not at all. */
@Injectable()
export class Ballots {
  /** The ballots of these keys as they are, held until the transaction ends; absent where none was ever cast. */
  async lock(
    em: EntityManager,
    districtId: number,
    keys: readonly BallotKey[],
  ): Promise<Map<string, Ballot>> {
    const rows = await em.query<(BallotKey & Ballot)[]>(
      `select v.proposal_id as "proposalId", v.resident_id as "residentId", v.choice, v.status
       from vote v
       join unnest($2::uuid[], $3::uuid[]) as k (proposal_id, resident_id)
         on v.proposal_id = k.proposal_id and v.resident_id = k.resident_id
       where v.district_id = $1
       order by v.proposal_id, v.resident_id
       for update of v`,
      [districtId, keys.map((k) => k.proposalId), keys.map((k) => k.residentId)],
    );
    return new Map(rows.map((row) => [keyOf(row), { choice: row.choice, status: row.status }]));
  }

  /**
   * Writes ballots and their ledger lines. Answers the keys that lost a race: another transaction cast that very
   * ballot in between, so nothing was written for them, and the rules must be asked again.
   */
  async write(
    em: EntityManager,
    districtId: number,
    writes: readonly BallotWrite[],
    stamp: { readonly roundId: string; readonly at: Date },
  ): Promise<Set<string>> {
    const effective = writes.filter(isEffective);
    const lost = await this.insertNew(
      em,
      districtId,
      effective.filter((w) => w.previous === null),
      stamp.at,
    );
    await this.updateKnown(
      em,
      districtId,
      effective.filter((w) => w.previous !== null),
      stamp.at,
    );
    await this.record(
      em,
      districtId,
      effective.filter((w) => !lost.has(keyOf(w))),
      stamp,
    );
    return lost;
  }

  private async insertNew(
    em: EntityManager,
    districtId: number,
    writes: readonly BallotWrite[],
    at: Date,
  ): Promise<Set<string>> {
    if (writes.length === 0) return new Set();
    const rows = await em.query<BallotKey[]>(
      `insert into vote (district_id, proposal_id, resident_id, choice, channel, status, cast_at, changed_at)
       select $1, k.proposal_id, k.resident_id, k.choice, k.channel, 'valid', $6, $6
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as k (proposal_id, resident_id, choice, channel)
       order by k.proposal_id, k.resident_id
       on conflict on constraint vote_one_per_resident do nothing
       returning proposal_id as "proposalId", resident_id as "residentId"`,
      [
        districtId,
        writes.map((w) => w.proposalId),
        writes.map((w) => w.residentId),
        writes.map((w) => lastChange(w)?.choice),
        writes.map((w) => lastChange(w)?.channel),
        at,
      ],
    );
    const written = new Set(rows.map(keyOf));
    return new Set(writes.map(keyOf).filter((key) => !written.has(key)));
  }

  private async updateKnown(
    em: EntityManager,
    districtId: number,
    writes: readonly BallotWrite[],
    at: Date,
  ): Promise<void> {
    if (writes.length === 0) return;
    await em.query(
      `update vote v set choice = k.choice, channel = k.channel, changed_at = $6
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) as k (proposal_id, resident_id, choice, channel)
       where v.district_id = $1 and v.proposal_id = k.proposal_id and v.resident_id = k.resident_id`,
      [
        districtId,
        writes.map((w) => w.proposalId),
        writes.map((w) => w.residentId),
        writes.map((w) => lastChange(w)?.choice),
        writes.map((w) => lastChange(w)?.channel),
        at,
      ],
    );
  }

  private async record(
    em: EntityManager,
    districtId: number,
    writes: readonly BallotWrite[],
    stamp: { readonly roundId: string; readonly at: Date },
  ): Promise<void> {
    const lines = writes.flatMap((w) =>
      w.changes
        .filter((c) => c.kind !== 'unchanged')
        .map((c) => ({ ...c, proposalId: w.proposalId, residentId: w.residentId })),
    );
    if (lines.length === 0) return;
    await em.query(
      `insert into ballot_ledger
         (district_id, proposal_id, resident_id, entry, choice, channel, round_id, recorded_at)
       select $1, k.proposal_id, k.resident_id, k.entry, k.choice, k.channel, $7, $8
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[])
         with ordinality as k (proposal_id, resident_id, entry, choice, channel, nth)
       order by k.nth`,
      [
        districtId,
        lines.map((l) => l.proposalId),
        lines.map((l) => l.residentId),
        lines.map((l) => l.kind),
        lines.map((l) => l.choice),
        lines.map((l) => l.channel),
        stamp.roundId,
        stamp.at,
      ],
    );
  }
}

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
