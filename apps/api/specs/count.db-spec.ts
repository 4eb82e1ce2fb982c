import { CastVotes, CountRound, DueRounds, ROUNDS_AHEAD } from '@buurtstem/voting-api';
import { Client } from 'pg';
import { West } from './west';

describe('the count', () => {
  let west: West;
  beforeEach(async () => (west = await West.open()));
  afterEach(() => west.close());

  const counts = (): Promise<unknown[]> => west.rows('select decided_by, version from round_count');
  const items = (): Promise<unknown[]> => west.rows('select state, title from agenda_item');

  it('puts the winner on the agenda of the first open meeting, and tells the submitter and who voted for it', async () => {
    const bench = await west.proposal('Bankjes langs het Molenpad');
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    await west.meeting();
    const voters = await west.residents(3);
    await west.vote(bridge, voters);
    await west.vote(bench, voters.slice(0, 2));
    await west.moveClockTo((await west.openRound()).closesAt);

    expect(await west.app.get(DueRounds).countDue()).toBe(1);

    expect(await counts()).toEqual([{ decided_by: 'votes', version: 1 }]);
    expect(await items()).toEqual([{ state: 'scheduled', title: 'Veilig oversteken bij de Sluisbrug' }]);
    expect(await west.rows('select state, chances_used from proposal order by number')).toEqual([
      { state: 'open', chances_used: 1 },
      { state: 'on-agenda', chances_used: 1 },
    ]);
    expect(
      await west.rows('select kind, count(*)::integer from outbox_message group by kind order by kind'),
    ).toEqual([
      { kind: 'meeting-invitation', count: 1 },
      { kind: 'plan-won', count: 1 },
      { kind: 'voted-plan-won', count: 3 },
    ]);
    expect(
      await west.rows(`select state, count(*)::integer from round group by state order by state`),
    ).toEqual([
      { state: 'counted', count: 1 },
      { state: 'open', count: 1 },
      { state: 'planned', count: ROUNDS_AHEAD - 1 },
    ]);
  });

  it('lets the winner wait in the queue where no meeting is planned, and schedules it when one is', async () => {
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    await west.vote(bridge, await west.residents(2));
    const { closesAt, number } = await west.openRound();
    await west.app.get(CountRound).execute(west.districtId, number, closesAt);
    expect(await items()).toEqual([{ state: 'queued', title: 'Veilig oversteken bij de Sluisbrug' }]);
    await west.meeting();
    expect(await items()).toEqual([{ state: 'scheduled', title: 'Veilig oversteken bij de Sluisbrug' }]);
    expect(await west.rows('select state from proposal')).toEqual([{ state: 'on-agenda' }]);
  });

  it('V11: publishes "no winner" below the threshold, and closes what used its last chance with its votes intact', async () => {
    await west.vote(await west.proposal('Bankjes langs het Molenpad'), await west.residents(1));
    for (let month = 1; month <= 3; month += 1) {
      const { closesAt, number } = await west.openRound();
      expect(await west.app.get(CountRound).execute(west.districtId, number, closesAt)).toBe('none');
      const [proposal] = await west.rows('select state, chances_used from proposal');
      expect(proposal).toEqual({ state: month === 3 ? 'closed' : 'open', chances_used: month });
    }
    expect(await items()).toEqual([]);
    expect(await west.rows('select choice from vote')).toEqual([{ choice: 'for' }]);
  });

  it('happens at or after the count date only, and once', async () => {
    const { closesAt, number } = await west.openRound();
    const count = west.app.get(CountRound);
    await expect(count.execute(west.districtId, number, new Date(closesAt.getTime() - 1))).rejects.toThrow(
      'round-not-due',
    );
    await count.execute(west.districtId, number, closesAt);
    await expect(count.execute(west.districtId, number, closesAt)).rejects.toThrow('round-not-open');
    expect(await counts()).toHaveLength(1);
  });

  it('gives the same result late: what decides is the count date, not the time of counting', async () => {
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const meeting = await west.meeting();
    await west.vote(bridge, await west.residents(2));
    const { closesAt, number } = await west.openRound();
    // Three weeks late: the agenda's deadline has passed meanwhile.
    await west.app
      .get(CountRound)
      .execute(west.districtId, number, new Date(closesAt.getTime() + 20 * 86_400_000));
    expect(await west.rows('select meeting_id from agenda_item')).toEqual([{ meeting_id: meeting }]);
  });

  it('does not happen when ballots and ledger differ', async () => {
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    await west.vote(bridge, await west.residents(2));
    await west.em.query(`update vote set choice = 'against' where ctid = (select min(ctid) from vote)`);
    const { closesAt, number } = await west.openRound();
    await expect(west.app.get(CountRound).execute(west.districtId, number, closesAt)).rejects.toThrow(
      'ledger-mismatch',
    );
    expect(await counts()).toEqual([]);
    expect(await west.openRound()).toMatchObject({ number, state: 'open' });
  });

  it('leaves nothing half-written when its agenda item cannot be written (F4)', async () => {
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    await west.vote(bridge, await west.residents(2));
    const owner = new Client({ connectionString: west.test.config.databaseUrl });
    await owner.connect();
    try {
      await owner.query('alter table agenda_item add constraint broken check (false)');
      const { closesAt, number } = await west.openRound();
      await expect(west.app.get(CountRound).execute(west.districtId, number, closesAt)).rejects.toThrow(
        'broken',
      );
      expect([await counts(), await west.rows('select from count_line')]).toEqual([[], []]);
      await owner.query('alter table agenda_item drop constraint broken');
      expect(await west.app.get(CountRound).execute(west.districtId, number, closesAt)).toBe('votes');
      expect(await items()).toHaveLength(1);
    } finally {
      await owner.end();
    }
  });

  it('waits for a vote under way: acknowledged before the count date means counted (F13)', async () => {
    const bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const [amina, laura] = await west.residents(2);
    await west.vote(bridge, [amina!]);
    const { closesAt, number } = await west.openRound();

    let begin = (): void => undefined;
    let release = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const held = new Promise<void>((resolve) => (release = resolve));
    const wish = { proposalNumber: bridge, residentId: laura!, choice: 'for' } as const;
    const voting = west.em.transaction(async (em) => {
      await west.app.get(CastVotes).within(em, west.districtId, [wish], new Date(closesAt.getTime() - 1));
      begin();
      await held;
    });
    await Promise.race([begun, voting]);
    const counting = west.app.get(CountRound).execute(west.districtId, number, closesAt);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await counts()).toEqual([]);
    release();
    await Promise.all([voting, counting]);
    expect(await west.rows('select votes_for from count_line')).toEqual([{ votes_for: 2 }]);
  });
});
