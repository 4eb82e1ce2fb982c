import { startTemporaryPostgres, type TemporaryPostgres } from './temporary-postgres.ts';

/** A PostgreSQL for one run of the tests: started when first asked for, thrown away at the end. */
export interface TestDatabase {
  url(): Promise<string>;
  stop(): Promise<void>;
}

/** Nothing here has to survive a power cut. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };

/** The server of TEST_POSTGRES_URL when that is set, else one of our own. */
export function testDatabase(root: string, env: NodeJS.ProcessEnv = process.env): TestDatabase {
  let own: Promise<TemporaryPostgres> | undefined;
  return {
    url: async () =>
      env['TEST_POSTGRES_URL'] ||
      (await (own ??= startTemporaryPostgres(root, 'test-postgres', SETTINGS))).url,
    stop: async () => (await own)?.stop(),
  };
}
