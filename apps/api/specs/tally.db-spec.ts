import fc from 'fast-check';
import { FoundDistrict } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK } from '@buurtstem/districts-domain';
import {
  EMPTY_TALLY,
  ballotsAt,
  meetsIdentityLevel,
  tallyBallots,
  type LedgerEntry,
  type Tally,
} from '@buurtstem/voting-domain';
import { TallyRound } from '@buurtstem/voting-api';
import { West } from './west';

const IDS = ['1', '2', '3', '4'].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const CLOSES_AT = new Date('2026-12-08T15:00:00Z');

/** Any lines at all, also such as the rules would never write: the two tallies must agree on every ledger. */
const ledgers = fc.array(
  fc
    .tuple(
      fc.constantFrom(...IDS.slice(0, 2)),
      fc.constantFrom(...IDS),
      fc.constantFrom('cast', 'changed', 'withdrawn', 'invalidated', 'reinstated'),
      fc.constantFrom('for', 'against'),
      fc.constantFrom('online', 'paper'),
      fc.integer({ min: -5, max: 2 }),
    )
    .map(([proposalId, residentId, entry, choice, channel, minutes]) => ({
      proposalId,
      residentId,
      entry,
      choice: entry === 'withdrawn' ? ('none' as const) : choice,
      channel,
      recordedAt: new Date(CLOSES_AT.getTime() + minutes * 60_000),
    })),
  { maxLength: 40 },
);

/** Of each resident: the proofs in this district and elsewhere, around the count date. */
const proofs = fc.array(
  fc.record({
    residentId: fc.constantFrom(...IDS),
    level: fc.constantFrom(1, 2),
    isHere: fc.boolean(),
    provenAt: fc.integer({ min: -2, max: 2 }).map((ms) => new Date(CLOSES_AT.getTime() + ms)),
  }),
  { maxLength: 8 },
);
type Proof = typeof proofs extends fc.Arbitrary<(infer P)[]> ? P : never;

/** Ballots on which staff hold a hand, as `proposal resident`. */
const heldKeys = fc.subarray(IDS.slice(0, 2).flatMap((proposal) => IDS.map((id) => `${proposal} ${id}`)));

describe('the tally in the database', () => {
  let west: West;
  let elsewhere: number;
  beforeAll(async () => {
    west = await West.open();
    elsewhere = await west.app.get(FoundDistrict).execute({
      slug: 'oost',
      name: 'Oost',
      municipality: 'Voorbeeldstad',
      theme: 'west',
      neighbourhoods: [],
      rules: DEFAULT_RULEBOOK,
    });
  });
  afterAll(() => west.close());

  it('equals the tally of the rules on random ledgers, proofs and held votes (V7, P10)', async () => {
    await fc.assert(
      fc.asyncProperty(
        ledgers,
        proofs,
        heldKeys,
        fc.constantFrom(0, 1, 2),
        async (lines, shown, held, level) => {
          const ledger = lines.map((line, position): LedgerEntry => ({ ...line, position }));
          const expected = tallyBallots(ballotsAt(ledger, CLOSES_AT), {
            meetsIdentityLevel: (resident) =>
              meetsIdentityLevel(
                shown.filter((proof) => proof.isHere && proof.residentId === resident),
                level,
                CLOSES_AT,
              ),
            isHeld: (ballot) => held.includes(`${ballot.proposalId} ${ballot.residentId}`),
          });
          expect(await inDatabase(ledger, shown, held, level)).toEqual(
            new Map(IDS.slice(0, 2).map((id): [string, Tally] => [id, expected.get(id) ?? EMPTY_TALLY])),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  /** Writes it all in a transaction that is rolled back, tallied in between. */
  async function inDatabase(
    ledger: readonly LedgerEntry[],
    shown: readonly Proof[],
    held: readonly string[],
    identityLevel: number,
  ): Promise<ReadonlyMap<string, Tally>> {
    const rollBack = new Error('roll back');
    let tallies: ReadonlyMap<string, Tally> = new Map();
    await west.em
      .transaction(async (em) => {
        await em.query(
          `insert into account (id, email, email_canonical, created_at, last_seen_at)
           select id, id, id, '2026-01-01', '2026-01-01' from unnest($1::uuid[]) as id`,
          [IDS],
        );
        await em.query(
          `insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name,
             state, published_at, created_at, updated_at)
           select $1, id, nth + 1000, 'plan', '', '', '', $3::uuid, '', 'open', '2026-01-01', '2026-01-01', '2026-01-01'
           from unnest($2::uuid[]) with ordinality as p (id, nth)`,
          [west.districtId, IDS.slice(0, 2), IDS[0]],
        );
        for (const { residentId, level, isHere, provenAt } of shown) {
          // The earliest proof of a level is the one that is kept.
          await em.query(
            `insert into identity_proof (district_id, account_id, level, method, proven_at)
             values ($1, $2, $3, 'address', $4)
             on conflict (district_id, account_id, level) do update
               set proven_at = least(identity_proof.proven_at, excluded.proven_at)`,
            [isHere ? west.districtId : elsewhere, residentId, level, provenAt],
          );
        }
        for (const key of held) {
          await em.query(
            `insert into vote (district_id, proposal_id, resident_id, choice, status, cast_at, changed_at)
             values ($1, $2, $3, 'for', 'held', '2026-01-01', '2026-01-01')`,
            [west.districtId, ...key.split(' ')],
          );
        }
        for (const line of ledger) {
          await em.query(
            `insert into ballot_ledger
               (district_id, proposal_id, resident_id, entry, choice, channel, round_id, recorded_at)
             values ($1, $2, $3, $4, $5, $6, gen_random_uuid(), $7)`,
            [
              west.districtId,
              line.proposalId,
              line.residentId,
              line.entry,
              line.choice,
              line.channel,
              line.recordedAt,
            ],
          );
        }
        const scope = {
          districtId: west.districtId,
          closesAt: CLOSES_AT,
          identityLevel,
          proposalIds: IDS.slice(0, 2),
        };
        tallies = (await west.app.get(TallyRound, { strict: false }).tally(em, scope)).tallies;
        throw rollBack;
      })
      .catch((error: unknown) => {
        if (error !== rollBack) throw error;
      });
    return tallies;
  }
});
