import { DataSource } from 'typeorm';
import { Clock, MovableClock, databaseOptions } from './index';
import { createTestDatabase, type TestDatabase } from './testing';

describe('the clock', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await new DataSource(
      databaseOptions({ databaseUrl: database.url, databasePoolSize: 2 }),
    ).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('is the database’s, and goes on within a transaction', async () => {
    await dataSource.transaction(async (em) => {
      const [first, second] = [await new Clock().now(em), await new Clock().now(em)];
      expect(second.getTime()).toBeGreaterThanOrEqual(first.getTime());
      expect(Math.abs(first.getTime() - Date.now())).toBeLessThan(5_000);
    });
  });

  it('is moved for every process on the database, and only where it is movable', async () => {
    await new MovableClock().moveTo(dataSource.manager, 86_400);
    const moved = await new MovableClock().now(dataSource.manager);
    const fixed = await new Clock().now(dataSource.manager);
    expect(Math.round((moved.getTime() - fixed.getTime()) / 1000)).toBe(86_400);

    await new MovableClock().moveTo(dataSource.manager, 0);
    const back = await new MovableClock().now(dataSource.manager);
    expect(Math.abs(back.getTime() - fixed.getTime())).toBeLessThan(5_000);
  });
});
