import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../libs/platform/postgres/index.ts';

/** A PostgreSQL of its own that keeps what it commits, as a site's does; thrown away at the end. */
export interface DurableDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

export async function startDurableDatabase(root: string): Promise<DurableDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtstem-bench-'));
  chmodSync(folder, 0o711); // root runs PostgreSQL as another user, who must be able to pass through
  const settings = { max_connections: '200', max_wal_size: '4GB' };
  const server = await startEmbeddedPostgres({ root, dataDir: join(folder, 'data'), settings });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
