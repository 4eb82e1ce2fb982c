import { setTimeout as wait } from 'node:timers/promises';
import { WithdrawProposal } from '@buurtstem/proposals-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import {
  AddUpAhead,
  CastVotes,
  CountRound,
  DueRounds,
  PlanRounds,
  Rounds,
  type LedgerSums,
} from '@buurtstem/voting-api';
import { Client } from 'pg';
import type { EntityManager } from 'typeorm';
import { West } from './west';

const MINUTE = 60_000;

describe('a count of which the ledger was added up before the count date', () => {
  let west: West;
  beforeEach(async () => (west = await West.open()));
  afterEach(() => west.close());

  const votesFor = (): Promise<unknown[]> =>
    west.rows(
      `select p.number, l.votes_for as votes from count_line l join proposal p on p.id = l.proposal_id order by 1`,
    );
  /** Amina, Bob and Charlie are for the bridge; nobody voted for the bench, and Dewi for nothing. */
  async function threeForTheBridge() {
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const bench = await west.proposal('Bankjes langs het Molenpad');
    const [amina, bob, charlie, dewi] = (await west.residents(4)) as [
      ResidentId,
      ResidentId,
      ResidentId,
      ResidentId,
    ];
    await west.vote(bridge, [amina, bob, charlie]);
    return { bridge, bench, amina, bob, dewi };
  }
  const adder = (): AddUpAhead => west.app.get(AddUpAhead, { strict: false });
  const addUp = async (): Promise<LedgerSums> =>
    adder().execute(west.districtId, (await west.openRound()).number);

  const forward = async (sums: LedgerSums): Promise<LedgerSums> =>
    adder().forward(west.districtId, (await west.openRound()).number, sums);

  /** A transaction that stays open after the work until it is released. */
  function during(work: (em: EntityManager) => Promise<unknown>): {
    begun: Promise<void>;
    end: () => Promise<void>;
  } {
    let release = (): void => undefined;
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const held = new Promise<void>((resolve) => (release = resolve));
    const done = west.em.transaction(async (em) => {
      await work(em);
      begin();
      await held;
    });
    return {
      begun,
      end: () => {
        release();
        return done;
      },
    };
  }

  it('counts what was cast, changed and withdrawn since', async () => {
    const { bridge, bench, amina, bob, dewi } = await threeForTheBridge();
    const sums = await addUp();
    await west.vote(bridge, [amina], 'none');
    await west.vote(bridge, [bob], 'against');
    await west.vote(bench, [amina, dewi]);
    const { closesAt, number } = await west.openRound();
    await west.app.get(CountRound).execute(west.districtId, number, closesAt, sums);
    expect(await west.rows('select votes_for, votes_against from count_line order by rank')).toEqual([
      { votes_for: 2, votes_against: 0 },
      { votes_for: 1, votes_against: 1 },
    ]);
    expect(
      await west.rows(`select residents, document::jsonb->'ledger'->'lines' as lines from round_count`),
    ).toEqual([{ residents: 4, lines: 7 }]);
  });

  it('waits with adding up for a vote that is under way, or that vote would be in no sum', async () => {
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const [amina, laura] = (await west.residents(2)) as [ResidentId, ResidentId];
    const wish = { proposalNumber: bridge, residentId: laura, choice: 'for' } as const;
    const slow = during((em) => west.app.get(CastVotes).within(em, west.districtId, [wish], new Date()));
    await slow.begun;
    // Later in the ledger, and written first.
    await west.vote(bridge, [amina]);
    const adding = addUp();
    await wait(300);
    await slow.end();
    const { closesAt, number } = await west.openRound();
    await west.app.get(CountRound).execute(west.districtId, number, closesAt, await adding);
    expect(await votesFor()).toEqual([{ number: bridge, votes: 2 }]);
  });

  it('is refused where a ballot and its later line differ, and happens when they are set right', async () => {
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const [amina, laura] = (await west.residents(2)) as [ResidentId, ResidentId];
    await west.vote(bridge, [amina]);
    const sums = await addUp();
    await west.vote(bridge, [laura]);
    await west.rows(`update vote set choice = 'against' where resident_id = $1`, [laura]);
    const { closesAt, number } = await west.openRound();
    const count = west.app.get(CountRound);
    await expect(count.execute(west.districtId, number, closesAt, sums)).rejects.toThrow('ledger-mismatch');
    await west.rows(`update vote set choice = 'for' where resident_id = $1`, [laura]);
    await count.execute(west.districtId, number, closesAt, sums);
    expect(await votesFor()).toEqual([{ number: bridge, votes: 2 }]);
  });

  it('adds up again where a plan came since', async () => {
    const voters = await west.residents(2);
    await west.vote(await west.proposal('Veilig oversteken bij de Sluisbrug'), voters);
    const sums = await addUp();
    const bench = await west.proposal('Bankjes langs het Molenpad');
    await west.vote(bench, [...voters, ...(await west.residents(1))]);
    const { closesAt, number } = await west.openRound();
    const renewed = await adder().renew(west.districtId, number, sums);
    expect([sums.scope.proposalIds.length, renewed.scope.proposalIds.length]).toEqual([1, 2]);
    await west.app.get(CountRound).execute(west.districtId, number, closesAt, sums);
    expect(await votesFor()).toEqual([
      { number: bench - 1, votes: 2 },
      { number: bench, votes: 3 },
    ]);
  });

  it('adds up again where a plan goes while the count waits for its lock', async () => {
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const bench = await west.proposal('Bankjes langs het Molenpad');
    const [amina, bob, charlie] = (await west.residents(3)) as [ResidentId, ResidentId, ResidentId];
    await west.vote(bridge, [amina, bob]);
    await west.vote(bench, [amina, charlie]);
    const sums = await addUp();
    const { closesAt, number } = await west.openRound();
    const voting = during((em) => west.app.get(Rounds).lockForVoting(em, west.districtId));
    await voting.begun;
    const counting = west.app.get(CountRound).execute(west.districtId, number, closesAt, sums);
    while ((await west.rows(WAITING)).length === 0) await wait(20);
    const [submitter] = await west.rows('select submitter_id from proposal where number = $1', [bridge]);
    await west.app
      .get(WithdrawProposal, { strict: false })
      .execute(west.districtId, bridge, submitter?.['submitter_id'] as ResidentId, 'Het is opgelost.');
    await voting.end();
    await counting;
    expect(await votesFor()).toEqual([{ number: bench, votes: 2 }]);
    expect(await west.rows('select residents from round_count')).toEqual([{ residents: 2 }]);
  });

  it('is brought forward to what adding all up anew would give', async () => {
    const { bridge, bench, amina, bob, dewi } = await threeForTheBridge();
    const sums = await addUp();
    expect(await forward(sums)).toBe(sums);
    await west.vote(bridge, [amina], 'none');
    await west.vote(bridge, [bob], 'against');
    await west.vote(bench, [bob, dewi]);
    const anew = await addUp();
    expect(anew.position).not.toBe(sums.position);
    expect(await forward(sums)).toEqual(anew);
  });

  it('is brought forward with a vote that is under way, or that vote would be in no sum', async () => {
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const [amina, bob, laura] = (await west.residents(3)) as [ResidentId, ResidentId, ResidentId];
    await west.vote(bridge, [bob]);
    const sums = await addUp();
    const wish = { proposalNumber: bridge, residentId: laura, choice: 'for' } as const;
    const slow = during((em) => west.app.get(CastVotes).within(em, west.districtId, [wish], new Date()));
    await slow.begun;
    await west.vote(bridge, [amina]);
    const bringing = forward(sums);
    await wait(300);
    await slow.end();
    const { closesAt, number } = await west.openRound();
    await west.app.get(CountRound).execute(west.districtId, number, closesAt, await bringing);
    expect(await votesFor()).toEqual([{ number: bridge, votes: 3 }]);
  });

  it('is brought forward about the plans that there are then', async () => {
    const voters = await west.residents(2);
    await west.vote(await west.proposal('Veilig oversteken bij de Sluisbrug'), voters);
    const sums = await addUp();
    await west.vote(await west.proposal('Bankjes langs het Molenpad'), voters);
    expect(await forward(sums)).toEqual(await addUp());
  });

  it('is prepared within ten minutes of the count date, and brought forward every five seconds', async () => {
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const voters = await west.residents(3);
    const due = west.app.get(DueRounds);
    const { closesAt } = await west.openRound();
    await west.moveClockTo(new Date(closesAt.getTime() - 11 * MINUTE));
    expect(await due.addUpNext()).toBe(false);
    await west.moveClockTo(new Date(closesAt.getTime() - 9 * MINUTE));
    await west.vote(bridge, voters.slice(0, 1));
    expect([await due.addUpNext(), await due.addUpNext()]).toEqual([true, false]);
    await west.vote(bridge, voters.slice(1, 2));
    await west.moveClockTo(new Date(closesAt.getTime() - 8 * MINUTE));
    expect([await due.addUpNext(), await due.addUpNext()]).toEqual([true, false]);
    await west.vote(bridge, voters.slice(2));
    const read = jest.spyOn(Client.prototype, 'query');
    await west.moveClockTo(closesAt);
    // What is due is left for the count.
    expect([await due.addUpNext(), await due.countDue()]).toEqual([false, 1]);
    const statements = read.mock.calls.map(([text]: unknown[]) => String(text));
    read.mockRestore();
    expect(statements.filter((text) => /^\s*with\s+ballot_choice as/.test(text))).toEqual([]);
    expect(statements.filter((text) => text.includes('before_choice as'))).toHaveLength(1);
    expect(await votesFor()).toEqual([{ number: bridge, votes: 3 }]);
    // The next round is prepared in its own time.
    await west.moveClockTo(new Date((await west.openRound()).closesAt.getTime() - MINUTE));
    expect(await due.addUpNext()).toBe(true);
  });

  it('waits for the sums of its own ledger that are under way, and not for those of another district', async () => {
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    await west.vote(bridge, await west.residents(2));
    const oost = await west.oost();
    await west.app.get(PlanRounds).execute(oost);
    const { closesAt } = await west.openRound();
    await west.rows(`update round set closes_at = $2 where district_id = $1 and state = 'open'`, [
      oost,
      new Date(closesAt.getTime() + MINUTE),
    ]);
    const due = west.app.get(DueRounds);
    await west.moveClockTo(new Date(closesAt.getTime() - MINUTE));
    expect(await due.addUpNext()).toBe(true);
    const voting = during((em) => west.app.get(Rounds).lockForVoting(em, oost));
    await voting.begun;
    const ofOost = due.addUpNext();
    while ((await west.rows(WAITING)).length === 0) await wait(20);
    await west.moveClockTo(closesAt);
    expect(await due.countDue()).toBe(1);
    expect(await votesFor()).toEqual([{ number: bridge, votes: 2 }]);
    await west.moveClockTo(new Date(closesAt.getTime() + MINUTE));
    const counts = due.countDue();
    await wait(300);
    await voting.end();
    expect([await ofOost, await counts]).toEqual([true, 1]);
  });

  it('is prepared anew by a worker that did not count the round itself', async () => {
    const due = west.app.get(DueRounds);
    const { closesAt, number } = await west.openRound();
    await west.moveClockTo(new Date(closesAt.getTime() - MINUTE));
    expect(await due.addUpNext()).toBe(true);
    await west.app.get(CountRound).execute(west.districtId, number, closesAt);
    await west.moveClockTo(new Date((await west.openRound()).closesAt.getTime() - MINUTE));
    expect(await due.addUpNext()).toBe(true);
  });
});

/** Whoever waits for a round's lock. */
const WAITING = `select from pg_locks l join pg_database d on d.oid = l.database
  where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`;
