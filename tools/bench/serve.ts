// What every bench that asks the API needs: the built API in test mode, on a database of its own, for as long as it takes.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../../libs/platform/postgres/index.ts';
import { buildWhenStale } from '../build.ts';
import { endWithUs, unlessTold } from '../children.ts';
import { mainOf } from '../stamp.ts';
import { testDatabase } from '../test-database.ts';
import { untilReady } from '../until-ready.ts';

const root = join(import.meta.dirname, '../..');

/** Of this run alone: on one that is always the same an API that a run before left behind could answer. */
const PORT = await freePort();
/** Where the API is, while the work is done. */
export const origin = `http://localhost:${PORT}`;

/** Starts an API, lets the work use it, and stops it and its database whatever became of the work. */
export async function withApi(
  work: (databaseUrl: string) => Promise<void>,
  settings: Readonly<Record<string, string>> = {},
): Promise<void> {
  await buildWhenStale(root, ['api', 'web'], 'keep');
  const database = testDatabase(root);
  let api: ChildProcess | undefined;
  await unlessTold(
    async () => {
      const databaseUrl = await database.url();
      api = startApi(databaseUrl, settings);
      await untilReady(PORT, { withinMs: 60_000, everyMs: 200, isOver: () => api?.exitCode !== null });
      await work(databaseUrl);
    },
    async () => {
      api?.kill();
      await database.stop();
    },
  );
}

function startApi(databaseUrl: string, settings: Readonly<Record<string, string>>): ChildProcess {
  const api = spawn(process.execPath, [join(root, mainOf('api'))], {
    env: {
      ...process.env,
      BUURTSTEM_MODE: 'test',
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(PORT),
      PUBLIC_URL: origin,
      ROLES: 'web',
      BUURTSTEM_PARENT_PID: String(process.pid),
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  endWithUs(api);
  return api;
}
