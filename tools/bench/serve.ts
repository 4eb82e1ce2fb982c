// What every bench that asks the API needs: the built API in test mode, on a database of its own, for as long as it takes.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale } from '../build.ts';
import { mainOf } from '../stamp.ts';
import { testDatabase } from '../test-database.ts';
import { untilReady } from '../until-ready.ts';

const root = join(import.meta.dirname, '../..');

const PORT = 3998;
/** Where the API is, while the work is done. */
export const origin = `http://localhost:${PORT}`;

/** Starts an API, lets the work use it, and stops it and its database whatever became of the work. */
export async function withApi(
  work: (databaseUrl: string) => Promise<void>,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  await buildWhenStale(root, ['api', 'web'], 'keep');
  const database = testDatabase(root);
  const databaseUrl = await database.url();
  const api = spawn(process.execPath, [join(root, mainOf('api'))], {
    env: {
      ...process.env,
      BUURTSTEM_MODE: 'test',
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(PORT),
      PUBLIC_URL: origin,
      ROLES: 'web',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await untilReady(PORT, { withinMs: 60_000, everyMs: 200, isOver: () => api.exitCode !== null });
    await work(databaseUrl);
  } finally {
    api.kill();
    await database.stop();
  }
}
