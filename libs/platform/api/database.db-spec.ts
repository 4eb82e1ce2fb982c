import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions, migrate, pendingMigrations, sqlState, Transaction } from './index';
import { createTestDatabase, type TestDatabase } from './testing';

describe('the database', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(
      databaseOptions({ databaseUrl: database.url, databasePoolSize: 5 }),
    ).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('is used as the application role, with commits that are on disk', async () => {
    const [row] = await dataSource.query<object[]>(
      `select current_user as role, current_setting('synchronous_commit') as commits`,
    );
    expect(row).toEqual({ role: 'buurtstem_app', commits: 'on' });
  });

  it('lets the application create no table', async () => {
    await expect(dataSource.query('create table mine (id int)')).rejects.toThrow(/permission denied/);
  });

  it('is migrated once, however many processes start at the same time', async () => {
    await Promise.all([1, 2, 3].map(() => migrate(database.url)));
    expect(await pendingMigrations(dataSource)).toEqual([]);
    const [row] = await dataSource.query<{ doubles: number }[]>(
      'select (count(*) - count(distinct name))::int as doubles from migration',
    );
    expect(row?.doubles).toBe(0);
  });

  it('tries a transaction again after a deadlock, at most three times', async () => {
    const transaction = new Transaction(dataSource);
    const raise = `do $$ begin raise exception 'stuck' using errcode = '40P01'; end $$`;
    let runs = 0;
    const twiceStuck = await transaction.run(async (em) => {
      if (++runs < 3) await em.query(raise);
      return runs;
    });
    expect(twiceStuck).toBe(3);

    runs = 0;
    const alwaysStuck = transaction.run(async (em) => {
      runs++;
      await em.query(raise);
    });
    expect(sqlState(await alwaysStuck.catch((error: unknown) => error))).toBe('40P01');
    expect(runs).toBe(3);
  });

  it('joins what runs within one transaction: all of it happens, or nothing', async () => {
    const transaction = new Transaction(dataSource);
    const keep = (key: string) =>
      transaction.run((em) => em.query(`insert into setting (key, value) values ($1, '1')`, [key]));
    const kept = () =>
      dataSource.query<{ key: string }[]>(`select key from setting where key like 'joined-%'`);

    const undone = transaction.runAsOne(async () => {
      await keep('joined-1');
      throw new Error('stop');
    });
    await expect(undone).rejects.toThrow('stop');
    expect(await kept()).toEqual([]);

    await transaction.runAsOne(async () => {
      await keep('joined-1');
      expect(await kept()).toEqual([]);
      await keep('joined-2');
    });
    expect(await kept()).toHaveLength(2);
  });

  describe('where a transaction begins and ends in one journey each', () => {
    const FIRST = 'select pg_advisory_xact_lock_shared(1, 1)';
    const adding = (key: string) => ({
      text: `insert into setting (key, value) values ($1, '1') returning key`,
      values: [key],
    });
    const kept = async () =>
      (
        await dataSource.query<{ key: string }[]>(
          `select key from setting where key like 'ended-%' order by key`,
        )
      ).map(({ key }) => key);
    const failureOf = async (work: Promise<unknown>) =>
      sqlState(
        await work.then(
          () => null,
          (error: unknown) => error,
        ),
      );
    let transaction: Transaction;

    beforeEach(async () => {
      transaction = new Transaction(dataSource);
      await dataSource.query(`delete from setting where key like 'ended-%'`);
    });
    afterEach(() => jest.restoreAllMocks());

    it('sends the commit behind the last statement, without waiting for its answer', async () => {
      const sent = jest.spyOn(Client.prototype, 'query');
      const added = await transaction.runAfter(FIRST, async (em, last) => {
        await em.query(`insert into setting (key, value) values ('ended-1', '1')`);
        sent.mockClear();
        const answer = last<{ key: string }>(adding('ended-2'));
        expect(sent.mock.calls.map(([asked]: unknown[]) => asked)).toEqual([adding('ended-2'), 'commit']);
        return answer;
      });
      expect(added).toEqual([{ key: 'ended-2' }]);
      expect(await kept()).toEqual(['ended-1', 'ended-2']);
    });

    it('commits what never asks a last statement', async () => {
      await transaction.runAfter(FIRST, (em) =>
        em.query(`insert into setting (key, value) values ('ended-1', '1')`),
      );
      expect(await kept()).toEqual(['ended-1']);
    });

    it('undoes all of it when the last statement fails, and says why', async () => {
      const failing = transaction.runAfter(FIRST, async (em, last) => {
        await em.query(`insert into setting (key, value) values ('ended-1', '1')`);
        await last({ text: 'select 1 / $1::integer', values: [0] });
      });
      expect(await failureOf(failing)).toBe('22012');
      expect(await kept()).toEqual([]);
    });

    it('says why it could not begin, not that the rest failed for it', async () => {
      const failing = transaction.runAfter('select 1 / 0', (_em, last) => last(adding('ended-1')));
      expect(await failureOf(failing)).toBe('22012');
      expect(await kept()).toEqual([]);
    });

    it('says when the commit itself is refused', async () => {
      await migrated(
        `create constraint trigger ended_late after insert on setting deferrable initially deferred
         for each row when (new.key = 'ended-late') execute function refuse_late()`,
      );
      const failing = transaction.runAfter(FIRST, (_em, last) => last(adding('ended-late')));
      expect(await failureOf(failing)).toBe('22012');
      expect(await kept()).toEqual([]);
    });

    it('tries again after a deadlock of the last statement', async () => {
      let runs = 0;
      await transaction.runAfter(FIRST, async (em, last) => {
        await em.query(`insert into setting (key, value) values ('ended-1', '1')`);
        if (++runs < 3)
          await last({
            text: `do $$ begin raise exception 'stuck' using errcode = '40P01'; end $$`,
            values: [],
          });
        await last(adding('ended-2'));
      });
      expect(runs).toBe(3);
      expect(await kept()).toEqual(['ended-1', 'ended-2']);
    });

    /** As the owner of the schema. */
    async function migrated(statement: string): Promise<void> {
      const owner = new Client({ connectionString: database.url });
      await owner.connect();
      await owner.query(
        'create function refuse_late() returns trigger language plpgsql as $$ begin perform 1 / 0; return null; end $$',
      );
      await owner.query(statement);
      await owner.end();
    }
  });

  it('does not repeat what failed for another reason', async () => {
    let runs = 0;
    const failing = new Transaction(dataSource).run(async (em) => {
      runs++;
      await em.query('select 1 / 0');
    });
    expect(sqlState(await failing.catch((error: unknown) => error))).toBe('22012');
    expect(runs).toBe(1);
  });
});
