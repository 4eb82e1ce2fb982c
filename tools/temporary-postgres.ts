import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../libs/platform/postgres/index.ts';

/** A PostgreSQL that is thrown away with all that is in it. */
export interface TemporaryPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** `name` tells its folder from others. Keeps what it commits, as a site's does, unless the settings say otherwise. */
export async function startTemporaryPostgres(
  root: string,
  name: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<TemporaryPostgres> {
  const folder = folderForPostgres(name);
  const server = await startEmbeddedPostgres({ root, dataDir: join(folder, 'data'), settings });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function folderForPostgres(name: string): string {
  return letPostgresThrough(mkdtempSync(join(tmpdir(), `buurtstem-${name}-`)));
}

/** Makes the folder where it is not there: root runs PostgreSQL as another user, who must be able to pass through. */
export function letPostgresThrough(folder: string): string {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  return folder;
}
