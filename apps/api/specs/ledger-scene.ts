import { meetsIdentityLevel, type CastBallot, type LedgerEntry } from '@buurtstem/voting-domain';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import type { West } from './west';

export const PEOPLE = ['1', '2', '3', '4'].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
export const PLANS = PEOPLE.slice(0, 2);
export const CLOSES_AT = new Date('2026-12-08T15:00:00Z');

/** Any lines at all, also such as the rules would never write: what adds up must agree on every ledger. */
export const ledgers = fc
  .array(
    fc.tuple(
      fc.constantFrom(...PLANS),
      fc.constantFrom(...PEOPLE),
      fc.constantFrom('cast', 'changed', 'withdrawn', 'invalidated', 'reinstated'),
      fc.constantFrom('for', 'against'),
      fc.constantFrom('online', 'paper'),
      fc.integer({ min: -5, max: 2 }),
    ),
    { maxLength: 40 },
  )
  .map((lines) =>
    lines.map(([proposalId, residentId, entry, choice, channel, minutes], position): LedgerEntry => ({
      proposalId,
      residentId,
      entry,
      choice: entry === 'withdrawn' ? 'none' : choice,
      channel,
      position,
      recordedAt: new Date(CLOSES_AT.getTime() + minutes * 60_000),
    })),
  );

/** Of each resident: the proofs in this district and elsewhere, around the count date. */
export const proofs = fc.array(
  fc.record({
    residentId: fc.constantFrom(...PEOPLE),
    level: fc.constantFrom(1, 2),
    isHere: fc.boolean(),
    provenAt: fc.integer({ min: -2, max: 2 }).map((ms) => new Date(CLOSES_AT.getTime() + ms)),
  }),
  { maxLength: 8 },
);
export type Proof = typeof proofs extends fc.Arbitrary<(infer P)[]> ? P : never;

/** Ballots on which staff hold a hand, as `proposal resident`. */
export const heldKeys = fc.subarray(PLANS.flatMap((proposal) => PEOPLE.map((id) => `${proposal} ${id}`)));

/** Whose ballot on which plan, as `heldKeys` has it. */
export const keyOf = (ballot: Pick<CastBallot, 'proposalId' | 'residentId'>): string =>
  `${ballot.proposalId} ${ballot.residentId}`;

/** What the rules say of a resident who showed these. */
export const meets =
  (shown: readonly Proof[], level: 0 | 1 | 2) =>
  (resident: string): boolean =>
    meetsIdentityLevel(
      shown.filter((proof) => proof.isHere && proof.residentId === resident),
      level,
      CLOSES_AT,
    );

/** Writes ledgers into a database that forgets them again. */
export class LedgerScene {
  private constructor(
    private readonly west: West,
    private readonly elsewhere: number,
  ) {}

  static async of(west: West): Promise<LedgerScene> {
    const elsewhere = await west.oost();
    return new LedgerScene(west, elsewhere);
  }

  /** The people and the plans, and what the work does, in a transaction that is rolled back. */
  async during<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const rollBack = new Error('roll back');
    const done: T[] = [];
    await this.west.em
      .transaction(async (em) => {
        await em.query(
          `insert into account (id, email, email_canonical, created_at, last_seen_at)
           select id, id, id, '2026-01-01', '2026-01-01' from unnest($1::uuid[]) as id`,
          [PEOPLE],
        );
        await em.query(
          `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name,
             state, published_at, created_at, updated_at)
           select $1, id, nth + 1000, 'plan', '', '', '', $3::uuid, '', 'open', '2026-01-01', '2026-01-01', '2026-01-01'
           from unnest($2::uuid[]) with ordinality as p (id, nth)`,
          [this.west.districtId, PLANS, PEOPLE[0]],
        );
        done.push(await work(em));
        throw rollBack;
      })
      .catch((error: unknown) => {
        if (error !== rollBack) throw error;
      });
    return done[0] as T;
  }

  async show(em: EntityManager, shown: readonly Proof[]): Promise<void> {
    for (const { residentId, level, isHere, provenAt } of shown) {
      // The earliest proof of a level is the one that is kept.
      await em.query(
        `insert into identity_proof (district_id, account_id, level, method, proven_at)
         values ($1, $2, $3, 'address', $4)
         on conflict (district_id, account_id, level) do update
           set proven_at = least(identity_proof.proven_at, excluded.proven_at)`,
        [isHere ? this.west.districtId : this.elsewhere, residentId, level, provenAt],
      );
    }
  }

  async writeLines(em: EntityManager, ledger: readonly LedgerEntry[]): Promise<void> {
    for (const line of ledger) {
      await em.query(
        `insert into ballot_ledger
           (district_id, proposal_id, resident_id, entry, choice, channel, round_id, recorded_at)
         values ($1, $2, $3, $4, $5, $6, gen_random_uuid(), $7)`,
        [
          this.west.districtId,
          line.proposalId,
          line.residentId,
          line.entry,
          line.choice,
          line.channel,
          line.recordedAt,
        ],
      );
    }
  }
}
