import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { West } from './west';

describe('while the database has no connection to spare', () => {
  it('who asks is told to come back, and stays signed in', async () => {
    const west = await West.open({}, { DATABASE_POOL_SIZE: '2', DATABASE_WAIT_MS: '1000' });
    try {
      const laura = west.test.browser();
      await laura.signIn('laura@voorbeeld.example');
      const runners = [1, 2].map(() => west.app.get(DataSource).createQueryRunner());
      await Promise.all(runners.map((runner) => runner.connect()));
      const asked = laura.get('/session');
      // The session could not be found by now; what its handler does about that finds the database back.
      await wait(1_500);
      await Promise.all(runners.map((runner) => runner.release()));
      expect((await asked).status).toBe(503);
      expect((await laura.get<{ account: object | null }>('/session')).body).toMatchObject({
        account: { email: 'laura@voorbeeld.example' },
      });
    } finally {
      await west.close();
    }
  });
});
