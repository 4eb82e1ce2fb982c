import { EMPTY_TALLY, ballotsAt, tallyBallots, type LedgerEntry, type Tally } from '@buurtstem/voting-domain';
import { TallyRound } from '@buurtstem/voting-api';
import fc from 'fast-check';
import {
  CLOSES_AT,
  heldKeys,
  keyOf,
  LedgerScene,
  ledgers,
  meets,
  PLANS,
  proofs,
  type Proof,
} from './ledger-scene';
import { West } from './west';

describe('the tally in the database', () => {
  let west: West;
  let scene: LedgerScene;
  beforeAll(async () => {
    west = await West.open();
    scene = await LedgerScene.of(west);
  });
  afterAll(() => west.close());

  it('equals the tally of the rules on random ledgers, proofs and held votes (V7, P10)', async () => {
    await fc.assert(
      fc.asyncProperty(
        ledgers,
        proofs,
        heldKeys,
        fc.constantFrom(0, 1, 2),
        async (ledger, shown, held, level) => {
          const expected = tallyBallots(ballotsAt(ledger, CLOSES_AT), {
            meetsIdentityLevel: meets(shown, level),
            isHeld: (ballot) => held.includes(keyOf(ballot)),
          });
          expect(await inDatabase(ledger, shown, held, level)).toEqual(
            new Map(PLANS.map((id): [string, Tally] => [id, expected.get(id) ?? EMPTY_TALLY])),
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  function inDatabase(
    ledger: readonly LedgerEntry[],
    shown: readonly Proof[],
    held: readonly string[],
    identityLevel: number,
  ): Promise<ReadonlyMap<string, Tally>> {
    return scene.during(async (em) => {
      await scene.show(em, shown);
      for (const key of held) {
        await em.query(
          `insert into vote (district_id, proposal_id, resident_id, choice, status, cast_at, changed_at)
           values ($1, $2, $3, 'for', 'held', '2026-01-01', '2026-01-01')`,
          [west.districtId, ...key.split(' ')],
        );
      }
      await scene.writeLines(em, ledger);
      const scope = { districtId: west.districtId, closesAt: CLOSES_AT, identityLevel, proposalIds: PLANS };
      return (await west.app.get(TallyRound, { strict: false }).tally(em, scope)).tallies;
    });
  }
});
