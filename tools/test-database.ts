import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../libs/platform/postgres/index.ts';

/** A PostgreSQL for one run of the tests: started when first asked for, thrown away at the end. */
export interface TestDatabase {
  url(): Promise<string>;
  stop(): Promise<void>;
}

/** The server of TEST_POSTGRES_URL when that is set, else one of our own. */
export function testDatabase(root: string, env: NodeJS.ProcessEnv = process.env): TestDatabase {
  let own: Promise<EmbeddedPostgres> | undefined;
  let folder: string | undefined;
  const start = (): Promise<EmbeddedPostgres> => {
    folder = mkdtempSync(join(tmpdir(), 'buurtstem-test-postgres-'));
    chmodSync(folder, 0o711); // root runs PostgreSQL as another user, who must be able to pass through
    // Nothing here has to survive a power cut.
    const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '200' };
    return startEmbeddedPostgres({ root, dataDir: join(folder, 'data'), settings });
  };
  return {
    url: async () => env['TEST_POSTGRES_URL'] || (await (own ??= start())).url,
    stop: async () => {
      await (await own)?.stop();
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}
