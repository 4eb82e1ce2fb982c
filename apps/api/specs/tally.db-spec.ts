import fc from 'fast-check';
import { EMPTY_TALLY, ballotsAt, tallyBallots, type LedgerEntry, type Tally } from '@buurtstem/voting-domain';
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
      fc.integer({ min: -5, max: 2 }),
    )
    .map(([proposalId, residentId, entry, choice, minutes]) => ({
      proposalId,
      residentId,
      entry,
      choice: entry === 'withdrawn' ? ('none' as const) : choice,
      recordedAt: new Date(CLOSES_AT.getTime() + minutes * 60_000),
    })),
  { maxLength: 40 },
);

describe('the tally in the database', () => {
  let west: West;
  beforeAll(async () => (west = await West.open()));
  afterAll(() => west.close());

  it('equals the tally of the rules on random ledgers (V7, P10)', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, fc.subarray(IDS), async (lines, known) => {
        const ledger = lines.map((line, position): LedgerEntry => ({ ...line, position }));
        const expected = tallyBallots(ballotsAt(ledger, CLOSES_AT), {
          meetsIdentityLevel: (resident) => known.includes(resident),
          isHeld: () => false,
        });
        expect(await inDatabase(ledger, known)).toEqual(
          new Map(IDS.slice(0, 2).map((id): [string, Tally] => [id, expected.get(id) ?? EMPTY_TALLY])),
        );
      }),
      { numRuns: 150 },
    );
  });

  /** Writes the ledger in a transaction that is rolled back, tallied in between. */
  async function inDatabase(
    ledger: readonly LedgerEntry[],
    known: readonly string[],
  ): Promise<ReadonlyMap<string, Tally>> {
    const rollBack = new Error('roll back');
    let tallies: ReadonlyMap<string, Tally> = new Map();
    await west.em
      .transaction(async (em) => {
        await em.query(
          `with person as (
             insert into account (id, email, email_canonical, created_at, last_seen_at)
             select id, id, id, '2026-01-01', '2026-01-01' from unnest($1::uuid[]) as id returning id
           )
           insert into identity_proof (district_id, account_id, level, method, proven_at)
           select $2, id, 1, 'address', '2026-01-01' from person`,
          [known, west.districtId],
        );
        for (const line of ledger) {
          await em.query(
            `insert into ballot_ledger (district_id, proposal_id, resident_id, entry, choice, round_id, recorded_at)
             values ($1, $2, $3, $4, $5, gen_random_uuid(), $6)`,
            [west.districtId, line.proposalId, line.residentId, line.entry, line.choice, line.recordedAt],
          );
        }
        const scope = {
          districtId: west.districtId,
          closesAt: CLOSES_AT,
          identityLevel: 1,
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
