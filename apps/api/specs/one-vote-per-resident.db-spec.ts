import { CastVotes } from '@buurtstem/voting-api';
import { Client } from 'pg';
import { West } from './west';

const LEDGER = 'select entry, choice from ballot_ledger order by position';

describe('one resident, one vote per proposal', () => {
  let west: West;
  beforeEach(async () => (west = await West.open()));
  afterEach(() => west.close());

  /** Every call comes as a request of its own would: its own transaction, side by side with the others. */
  const atOnce = (
    number: number,
    resident: string,
    times: number,
  ): Promise<PromiseSettledResult<unknown>[]> =>
    Promise.allSettled(
      Array.from({ length: times }, () =>
        west.app
          .get(CastVotes)
          .execute(west.districtId, [{ proposalNumber: number, residentId: resident, choice: 'for' }]),
      ),
    );

  it('S2: leaves one row and one ledger line of 50 parallel identical votes, and acknowledges all 50 (F7)', async () => {
    const number = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const [laura] = await west.residents(1);
    const answers = await atOnce(number, laura!, 50);
    const kinds = answers.map((a) =>
      a.status === 'fulfilled' ? (a.value as [{ value: { kind: string } }])[0].value.kind : 'lost',
    );
    expect(kinds.filter((kind) => kind === 'cast')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'unchanged')).toHaveLength(49);
    expect(await west.rows('select choice from vote')).toEqual([{ choice: 'for' }]);
    expect(await west.rows(LEDGER)).toEqual([{ entry: 'cast', choice: 'for' }]);
  });

  it('S2: rests on the unique key: with the key dropped the same votes are not acknowledged once each (control)', async () => {
    const number = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const [laura] = await west.residents(1);
    const owner = new Client({ connectionString: west.test.config.databaseUrl });
    await owner.connect();
    await owner.query('alter table vote drop constraint vote_one_per_resident cascade');
    await owner.end();
    const answers = await atOnce(number, laura!, 50);
    const votes = await west.rows('select choice from vote');
    expect(answers.every((a) => a.status === 'fulfilled') && votes.length === 1).toBe(false);
  });

  it('records a change and a withdrawal, each once, however often they are asked for', async () => {
    const number = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const [laura] = await west.residents(1);
    for (const choice of ['for', 'for', 'against', 'against', 'none', 'none', 'for'] as const) {
      const [answer] = await west.vote(number, [laura!], choice);
      expect(answer?.ok).toBe(true);
    }
    expect(await west.rows(LEDGER)).toEqual([
      { entry: 'cast', choice: 'for' },
      { entry: 'changed', choice: 'against' },
      { entry: 'withdrawn', choice: 'none' },
      { entry: 'cast', choice: 'for' },
    ]);
    expect(await west.rows('select choice from vote')).toEqual([{ choice: 'for' }]);
  });

  it('answers each wish of a batch by itself: a refusal of one never hurts another', async () => {
    const number = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const [laura, bob] = await west.residents(2);
    const answers = await west.app.get(CastVotes).execute(west.districtId, [
      { proposalNumber: number, residentId: laura!, choice: 'for' },
      { proposalNumber: 999, residentId: laura!, choice: 'for' },
      { proposalNumber: number, residentId: bob!, choice: 'against' },
      { proposalNumber: number, residentId: bob!, choice: 'none' },
    ]);
    expect(answers).toEqual([
      { ok: true, value: { kind: 'cast', choice: 'for' } },
      { ok: false, refusal: 'proposal-not-found' },
      { ok: true, value: { kind: 'cast', choice: 'against' } },
      { ok: true, value: { kind: 'withdrawn', choice: 'none' } },
    ]);
  });

  it('refuses a vote at the count date, and after it until the count has opened the next round (R3)', async () => {
    const number = await west.proposal('Veilig oversteken bij de Sluisbrug');
    const [laura] = await west.residents(1);
    await west.moveClockTo((await west.openRound()).closesAt);
    const [answer] = await west.vote(number, [laura!]);
    expect(answer).toEqual({ ok: false, refusal: 'voting-closed' });
    expect(await west.rows('select from vote')).toEqual([]);
  });
});

describe('the ballot ledger', () => {
  let west: West;
  beforeAll(async () => {
    west = await West.open();
    await west.vote(await west.proposal('Bankjes langs het Molenpad'), await west.residents(1));
  });
  afterAll(() => west.close());

  it.each([
    ['update', `update ballot_ledger set choice = 'against'`],
    ['delete', 'delete from ballot_ledger'],
    ['truncate', 'truncate ballot_ledger'],
  ])('refuses the application an %s, by right (V10)', async (_verb, sql) => {
    await expect(west.em.query(sql)).rejects.toThrow(/permission denied for table ballot_ledger/);
    expect(await west.rows('select choice from ballot_ledger')).toEqual([{ choice: 'for' }]);
  });

  it('refuses its owner too', async () => {
    const owner = new Client({ connectionString: west.test.config.databaseUrl });
    await owner.connect();
    try {
      await expect(owner.query('delete from ballot_ledger')).rejects.toThrow(/append-only/);
    } finally {
      await owner.end();
    }
  });

  it('is on disk before a vote is acknowledged', async () => {
    expect(await west.rows('show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  });
});

describe('the keys of the database', () => {
  let west: West;
  beforeAll(async () => (west = await West.open()));
  afterAll(() => west.close());

  /** Tables that belong to no district: people, what they sign in with, traces, and the districts themselves. */
  const ELSEWHERE = [
    'account',
    'session',
    'sign_in_request',
    'second_factor',
    'broker_subject',
    'audit_entry',
    'audit_origin',
    'retention_run',
    'rate_bucket',
    'district',
    'dev_mail',
    'notification_preference',
    'mailbox',
    'mail_bounce',
    'mail_pace',
    'setting',
    'migration',
  ];

  it('lead with the district, wherever a table belongs to one (R14)', async () => {
    const keys = await west.rows(
      `select t.relname as name, i.relname as index, a.attname as first
       from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
       join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
       where x.indisunique and t.relnamespace = 'public'::regnamespace and not t.relname = any($1)`,
      [ELSEWHERE],
    );
    expect(keys.length).toBeGreaterThan(15);
    expect(keys.filter((key) => key['first'] !== 'district_id')).toEqual([]);
  });

  it('hold no nullable column (R14)', async () => {
    const nullable = await west.rows(
      `select t.relname as name, a.attname as column
       from pg_index x join pg_class t on t.oid = x.indrelid
       join pg_attribute a on a.attrelid = t.oid and a.attnum = any(x.indkey::smallint[])
       where x.indisunique and not x.indnullsnotdistinct and not a.attnotnull and t.relnamespace = 'public'::regnamespace
         -- An index that leaves the empty ones out says so itself.
         and coalesce(pg_get_expr(x.indpred, x.indrelid), '') not like '%' || a.attname || ' IS NOT NULL%'`,
    );
    expect(nullable).toEqual([]);
  });
});
