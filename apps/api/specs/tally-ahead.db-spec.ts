import {
  ballotsAt,
  EMPTY_TALLY,
  tallyBallots,
  type CastBallot,
  type LedgerEntry,
  type Tally,
} from '@buurtstem/voting-domain';
import { TallyAhead, TallyRound } from '@buurtstem/voting-api';
import fc from 'fast-check';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { CLOSES_AT, heldKeys, keyOf, LedgerScene, ledgers, meets, PLANS, proofs } from './ledger-scene';
import { West } from './west';

/**
 * The ledger in five: what is added up ahead, what is there already and not part of it; what the sums are brought forward
 * by, what is there by then and not part of it; and what comes after.
 */
const cuts = fc
  .tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40))
  .map((all) => all.sort((one, other) => one - other));
/** Ballots that say something else than the ledger, of before it is added up. */
const tampered = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: heldKeys });

describe('a tally that was added up ahead', () => {
  let west: West;
  let scene: LedgerScene;
  beforeAll(async () => {
    west = await West.open();
    scene = await LedgerScene.of(west);
  });
  afterAll(() => west.close());

  it('is the tally of the rules, wherever the ledger is cut and whatever happens in between', async () => {
    let agreeing = 0;
    await fc.assert(
      fc.asyncProperty(
        ledgers,
        cuts,
        proofs,
        proofs,
        heldKeys,
        heldKeys,
        tampered,
        fc.constantFrom(0, 1, 2),
        async (
          ledger,
          [cut, seen, on, seenThen],
          shownBefore,
          shownAfter,
          heldBefore,
          heldAfter,
          wrong,
          identityLevel,
        ) => {
          const { now, votes, reach } = await scene.during(async (em) => {
            await scene.show(em, shownBefore);
            await write(em, ledger.slice(0, cut));
            const position = await ahead().endOfLedger(em, west.districtId);
            await write(em, ledger.slice(cut, seen));
            await setStatus(em, heldBefore, 'held');
            await tamper(em, wrong);
            const scope = {
              districtId: west.districtId,
              closesAt: CLOSES_AT,
              identityLevel,
              proposalIds: PLANS,
            };
            const sums = await ahead().upTo(em, scope, position);
            await setStatus(em, heldBefore, 'valid');
            await setStatus(em, heldAfter, 'held');
            await scene.show(em, shownAfter);
            await write(em, ledger.slice(seen, on));
            const later = await ahead().endOfLedger(em, west.districtId);
            await write(em, ledger.slice(on, seenThen));
            const forward = await ahead().forward(em, sums, later);
            await write(em, ledger.slice(seenThen));
            return {
              now: await ahead().now(em, forward, identityLevel),
              reach: await west.app.get(TallyRound, { strict: false }).reach(em, scope),
              votes: await em.query<Vote[]>(VOTES, [west.districtId, PLANS]),
            };
          });
          const ballots = ballotsAt(ledger, CLOSES_AT).filter(({ choice }) => choice !== 'none');
          const held = new Set(votes.filter(({ status }) => status === 'held').map(keyOf));
          const expected = tallyBallots(ballots, {
            meetsIdentityLevel: meets([...shownBefore, ...shownAfter], identityLevel),
            isHeld: (ballot) => held.has(keyOf(ballot)),
          });
          expect(now.tallies).toEqual(
            new Map(PLANS.map((id): [string, Tally] => [id, expected.get(id) ?? EMPTY_TALLY])),
          );
          expect(now.reach.lines).toBe(reach.lines);
          expect(now.reach.position).toBe(reach.position);
          const differing = differences(ballots, votes);
          expect(now.differing).toEqual(expect.arrayContaining(differing));
          if (differing.length > 0 || wrong.length > 0) return;
          agreeing += 1;
          expect(now.differing).toEqual([]);
          expect(now.residents).toBe(new Set(ballots.map(({ residentId }) => residentId)).size);
        },
      ),
      { numRuns: 300 },
    );
    // Lines of after the count date make the books differ; enough are left.
    expect(agreeing).toBeGreaterThan(30);
  }, 120_000);

  it('joins the whole ledger at once, and only that: a planner without statistics would look up ballot by ballot', async () => {
    const asked = await scene.during(async (em) => {
      const query = jest.spyOn(Client.prototype, 'query');
      const scope = {
        districtId: west.districtId,
        closesAt: CLOSES_AT,
        identityLevel: 0,
        proposalIds: PLANS,
      };
      await ahead().upTo(em, scope, '0');
      const statements = query.mock.calls.map(([text]: unknown[]) => String(text).trim());
      query.mockRestore();
      return statements;
    });
    expect(asked).toEqual([
      'set local enable_nestloop = off',
      expect.stringMatching(/^with\s+ballot_choice/),
      'set local enable_nestloop = on',
    ]);
  });

  const ahead = (): TallyAhead => west.app.get(TallyAhead, { strict: false });

  /** Lines, and the ballots as they leave them. */
  async function write(em: EntityManager, lines: readonly LedgerEntry[]): Promise<void> {
    await scene.writeLines(em, lines);
    for (const { proposalId, residentId, entry, choice } of lines) {
      if (entry === 'invalidated' || entry === 'reinstated') continue;
      await em.query(
        `insert into vote (district_id, proposal_id, resident_id, choice, cast_at, changed_at)
         values ($1, $2, $3, $4, '2026-01-01', '2026-01-01')
         on conflict on constraint vote_one_per_resident do update set choice = excluded.choice`,
        [west.districtId, proposalId, residentId, choice],
      );
    }
  }

  async function setStatus(em: EntityManager, keys: readonly string[], status: string): Promise<void> {
    await em.query(
      `update vote set status = $2 where district_id = $1 and proposal_id || ' ' || resident_id = any($3)`,
      [west.districtId, status, keys],
    );
  }

  async function tamper(em: EntityManager, keys: readonly string[]): Promise<void> {
    await em.query(
      `update vote set choice = case choice when 'for' then 'against' else 'for' end
       where district_id = $1 and proposal_id || ' ' || resident_id = any($2)`,
      [west.districtId, keys],
    );
  }
});

interface Vote {
  readonly proposalId: string;
  readonly residentId: string;
  readonly choice: string;
  readonly status: string;
}

const VOTES = `select proposal_id as "proposalId", resident_id as "residentId", choice, status from vote
  where district_id = $1 and proposal_id = any($2::uuid[])`;

/** The plans of which the urn holds something else than these ballots. */
function differences(ballots: readonly CastBallot[], votes: readonly Vote[]): string[] {
  const said = new Map(ballots.map((ballot) => [keyOf(ballot), ballot.choice as string]));
  const kept = new Map(
    votes.filter(({ choice }) => choice !== 'none').map((vote) => [keyOf(vote), vote.choice]),
  );
  const keys = [...said.keys(), ...kept.keys()].filter((key) => said.get(key) !== kept.get(key));
  return [...new Set(keys.map((key) => key.slice(0, 36)))];
}
