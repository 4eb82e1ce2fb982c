import { Districts } from '@buurtstem/districts-api';
import type { CurrentAccount } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { CheckBallots, CountRound, VoteOnline } from '@buurtstem/voting-api';
import { eventually } from '@buurtstem/platform-api/testing';
import { Client } from 'pg';
import { West } from './west';

type Choice = 'for' | 'against' | 'none';

describe('votes that come at the same time', () => {
  let west: West;
  let bench: number;

  beforeEach(async () => {
    // Without the workers, whose statements would be counted too.
    west = await West.open({}, { ROLES: 'web' });
    bench = await west.proposal('Bankjes langs het Molenpad');
    // Found once, a district is known.
    await west.app.get(Districts).idOf('west');
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await west.close();
  });

  const cast = (id: ResidentId, choice: Choice = 'for', proposalNumber = bench) =>
    castIn(west, id, choice, proposalNumber);
  const castIn = ({ app }: West, id: ResidentId, choice: Choice, proposalNumber: number) =>
    app.get(VoteOnline).execute({
      district: 'west',
      proposalNumber,
      resident: { id, email: `${id}@voorbeeld.example`, householdPosition: 1 } as CurrentAccount,
      choice,
      network: '192.0.2.1',
    });
  const settled = async (votes: Promise<unknown>[]): Promise<string[]> =>
    (await Promise.allSettled(votes)).map((vote) =>
      vote.status === 'fulfilled' ? 'ok' : (vote.reason as Error).message,
    );
  /** What the connections of this process ask while the work is done. */
  async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
    const query = jest.spyOn(Client.prototype, 'query');
    await work();
    const statements = query.mock.calls.map(([asked]: unknown[]) =>
      typeof asked === 'string' ? asked : (asked as { text: string }).text,
    );
    query.mockRestore();
    return statements;
  }
  /** The lines that the last of them answers, where it is asked for a plan. */
  async function asOwner(...statements: string[]): Promise<string[]> {
    const owner = new Client({ connectionString: west.test.config.databaseUrl });
    await owner.connect();
    let lines: string[] = [];
    for (const statement of statements)
      lines = (await owner.query<Record<string, string>>(statement)).rows.map(
        (row) => row['QUERY PLAN'] ?? '',
      );
    await owner.end();
    return lines;
  }

  it('R7: send no mail, and write no search index and no row that counts', async () => {
    const residents = await west.residents(5);
    const shown = () =>
      west.rows(
        `select 'proposal' as row, id::text, xmin::text from proposal
         union all select 'standing', proposal_id::text || identity_level, xmin::text from standing_summary
         union all select 'mail', id::text, xmin::text from outbox_message
         union all select 'mailbox', id::text, xmin::text from dev_mail order by 1, 2`,
      );
    const before = await shown();
    const statements = await statementsOf(() => Promise.all(residents.map((id) => cast(id))));
    expect(await shown()).toEqual(before);
    const written = statements.flatMap((text) =>
      [...text.matchAll(/\b(?:insert into|update|delete from)\s+(?!set\b|of\b)(\w+)/gi)].map(
        ([, table]) => table,
      ),
    );
    expect([...new Set(written)].sort()).toEqual(['ballot_ledger', 'rate_bucket', 'vote', 'vote_origin']);
  });

  it('R7: take as many statements for thirty as for one', async () => {
    const [one, ...thirty] = await west.residents(31);
    await cast(one!, 'against');
    const ofOne = await statementsOf(() => cast(one!, 'for'));
    const ofThirty = await statementsOf(() => Promise.all(thirty.map((id) => cast(id))));
    expect(ofOne.length).toBeLessThanOrEqual(9);
    // And of new voters the turns of network and mail domain.
    expect(ofThirty.length).toBe(ofOne.length + 2);
    expect(await west.rows('select from vote')).toHaveLength(31);
  });

  it('R7: are each looked for by their whole key, also while the planner knows nothing of the votes yet', async () => {
    const residents = await west.residents(3);
    const statements = await statementsOf(() => Promise.all(residents.map((id) => cast(id))));
    const box = statements.find((text) => /from vote v\b[^;]*for update/.test(text));
    const plan = await asOwner(
      'set plan_cache_mode = force_generic_plan',
      `prepare box (integer, integer[], uuid[]) as ${box}`,
      `explain execute box (1, '{1}', '{}')`,
    );
    // A filter would go through all votes on the plan, for each of those that are cast.
    expect(plan.filter((line) => line.includes('resident_id') && line.includes('Filter'))).toEqual([]);
    expect(plan.join()).toMatch(/Index Cond: .*proposal_id = .*resident_id = /);
  });

  it('are each on disk when they are acknowledged', async () => {
    const residents = await west.residents(20);
    const seen = await Promise.all(
      residents.map(async (id) => {
        await cast(id);
        return (await west.rows('select from vote where resident_id = $1', [id])).length;
      }),
    );
    expect(seen).toEqual(residents.map(() => 1));
  });

  it('have each their own answer: a refusal of one hurts no other', async () => {
    const [laura, bob, charlie] = (await west.residents(3)) as [ResidentId, ResidentId, ResidentId];
    const closed = await west.proposal('Veilig oversteken bij de Sluisbrug');
    await west.rows(`update proposal set state = 'closed' where number = $1`, [closed]);
    expect(
      await settled([cast(laura), cast(bob, 'for', 999), cast(charlie, 'for', closed), cast(bob, 'against')]),
    ).toEqual(['ok', 'proposal-not-found', 'proposal-not-open', 'ok']);
    expect(await west.rows('select choice from vote order by choice')).toEqual([
      { choice: 'against' },
      { choice: 'for' },
    ]);
  });

  it('are cast one by one when the group cannot be written, so that one that breaks takes no other with it', async () => {
    const residents = await west.residents(12);
    await asOwner(
      `create function break_one() returns trigger language plpgsql as $$
       begin if new.resident_id = '${residents[5]}' then raise exception 'this one breaks'; end if; return new; end $$`,
      'create trigger break_one before insert on vote for each row execute function break_one()',
    );
    const answers = await settled(residents.map((id) => cast(id)));
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(11);
    expect(answers[5]).toContain('this one breaks');
    expect(await west.rows('select from vote')).toHaveLength(11);
    expect(await west.rows('select from ballot_ledger')).toHaveLength(11);
  });

  it('take effect in the order in which they came, where they are about the same ballot', async () => {
    const [laura] = (await west.residents(1)) as [ResidentId];
    const choices: Choice[] = ['for', 'against', 'none', 'for', 'for', 'against'];
    const answers = await Promise.all(choices.map((choice) => cast(laura, choice)));
    expect(answers.map(({ choice }) => choice)).toEqual(['for', 'against', null, 'for', 'for', 'against']);
    expect(await west.rows('select entry, choice from ballot_ledger order by position')).toEqual([
      { entry: 'cast', choice: 'for' },
      { entry: 'changed', choice: 'against' },
      { entry: 'withdrawn', choice: 'none' },
      { entry: 'cast', choice: 'for' },
      { entry: 'changed', choice: 'against' },
    ]);
  });

  it('are answered by what another process cast in between, and hold up none of the others', async () => {
    const [laura, bram] = (await west.residents(2)) as [ResidentId, ResidentId];
    const elsewhere = new Client({ connectionString: west.test.config.databaseUrl });
    await elsewhere.connect();
    await elsewhere.query('begin');
    await elsewhere.query(
      `insert into vote (district_id, proposal_id, resident_id, choice, channel, cast_at, changed_at)
       select district_id, id, $1, 'against', 'online', now(), now() from proposal where number = $2`,
      [laura, bench],
    );
    const answers = settled([laura, bram].map((id) => cast(id)));
    const waiting = () =>
      west.rows(
        `select from pg_locks where not granted
         and pid in (select pid from pg_stat_activity where datname = current_database())`,
      );
    expect(await eventually(async () => (await waiting()).length, 1)).toBe(1);
    await elsewhere.query('commit');
    await elsewhere.end();
    expect(await answers).toEqual(['ok', 'ok']);
    const entries = await west.rows('select resident_id as id, entry from ballot_ledger order by position');
    expect(entries).toEqual([
      { id: bram, entry: 'cast' },
      { id: laura, entry: 'changed' },
    ]);
    expect(await west.rows('select distinct choice from vote')).toEqual([{ choice: 'for' }]);
  });

  it('are told to come later when more wait than may, and those that wait are cast', async () => {
    const [laura] = (await west.residents(1)) as [ResidentId];
    const answers = await settled(Array.from({ length: 2_010 }, () => cast(laura)));
    expect(answers.filter((answer) => answer === 'temporarily-unavailable')).toHaveLength(10);
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(2_000);
    expect(await west.rows('select from ballot_ledger')).toHaveLength(1);
  });

  it('are cast without prepared statements too, behind a pooler that does not know of them', async () => {
    const behind = await West.open({}, { ROLES: 'web', DATABASE_PREPARED_STATEMENTS: '0' });
    try {
      const number = await behind.proposal('Bankjes langs het Molenpad');
      const [laura] = (await behind.residents(1)) as [ResidentId];
      await castIn(behind, laura, 'for', number);
      expect(await behind.rows('select name from pg_prepared_statements')).toEqual([]);
      expect(await behind.rows('select choice from vote')).toEqual([{ choice: 'for' }]);
    } finally {
      await behind.close();
    }
  });

  describe('V14: are counted again every day', () => {
    const check = () => west.app.get(CheckBallots).check();
    beforeEach(async () => {
      await Promise.all((await west.residents(4)).map((id) => cast(id)));
    });

    it('and all is well', async () => {
      expect(await check()).toEqual([]);
    });

    it('and a ballot that is not what the ledger says is found, and freezes the count', async () => {
      await west.rows(`update vote set choice = 'against' where ctid = (select min(ctid) from vote)`);
      expect(await check()).toEqual([{ districtId: west.districtId, what: 'ballots-and-ledger' }]);
      const { closesAt, number } = await west.openRound();
      await expect(west.app.get(CountRound).execute(west.districtId, number, closesAt)).rejects.toThrow(
        'ledger-mismatch',
      );
      expect((await west.openRound()).number).toBe(number);
    });

    it('and a standing that was kept wrong is found', async () => {
      await west.rows('update standing_summary set votes_for = votes_for + 1 where identity_level = 0');
      expect(await check()).toEqual([{ districtId: west.districtId, what: 'standings' }]);
    });
  });
});
