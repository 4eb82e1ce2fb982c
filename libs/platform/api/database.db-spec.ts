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
