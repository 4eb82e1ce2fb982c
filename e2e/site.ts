import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../libs/platform/postgres/index.ts';
import { mainOf } from '../tools/stamp.ts';
import { untilReady } from '../tools/until-ready.ts';

export const root = join(import.meta.dirname, '..');

/** What the set-up hands to the tests, through the environment of the workers. */
export interface Prepared {
  /** The server that databases are made on. */
  readonly server: string;
  /** A migrated and seeded database that nobody is connected to. */
  readonly template: string;
  readonly mediaDir: string;
}

/** A running Buurtstem with a database of its own. */
export interface Site {
  readonly url: string;
  readonly databaseUrl: string;
  /** What the API printed so far. */
  output(): string;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 120_000;
/** PostgreSQL copies a template for one at a time; the others wait for this lock. */
const TEMPLATE_LOCK = 7_215_003;

/** Starts the built API in test mode on a database, and waits until it is ready. */
export async function startSite(databaseUrl: string, mediaDir: string): Promise<Site> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const api = spawn(process.execPath, ['--enable-source-maps', mainOf('api')], {
    cwd: root,
    env: {
      ...process.env,
      BUURTSTEM_MODE: 'test',
      BUURTSTEM_PARENT_PID: String(process.pid),
      DATABASE_URL: databaseUrl,
      MEDIA_DIR: mediaDir,
      PORT: String(port),
      PUBLIC_URL: url,
      // The set-up and the copies are one deployment: what one keeps under a key the other can read.
      SESSION_SECRET: 'the journeys, all on one machine, now',
      SMTP_URL: undefined,
      // A machine that is busy with other journeys takes its time. Telling visitors to come back then is for specs of its own.
      DATABASE_WAIT_MS: '60000',
      ANSWER_WITHIN_MS: '60000',
      EVENT_LOOP_DELAY_MS: '600000',
      NODE_OPTIONS: undefined,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: string[] = [];
  for (const stream of [api.stdout, api.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
  const ended = once(api, 'exit');
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));

  const site: Site = {
    url,
    databaseUrl,
    output: () => chunks.join(''),
    stop: async () => {
      const timer = setTimeout(() => api.kill('SIGKILL'), 10_000);
      api.kill('SIGTERM');
      await ended;
      clearTimeout(timer);
    },
  };
  try {
    await untilReady(port, { withinMs: READY_WITHIN_MS, everyMs: 100, isOver: () => hasEnded });
  } catch (error) {
    if (!hasEnded) await site.stop();
    throw new Error(`${String(error)}\n${site.output()}`, { cause: error });
  }
  return site;
}

/** A Buurtstem on a fresh copy of the seeded database; stopping it drops the copy. */
export async function startCopy({ server, template, mediaDir }: Prepared): Promise<Site> {
  const name = `journey_${randomBytes(6).toString('hex')}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await client.query(`create database ${name} template ${template}`);
  });
  const drop = (): Promise<void> =>
    onServer(server, async (client) => void (await client.query(`drop database ${name} with (force)`)));
  try {
    const site = await startSite(databaseOn(server, name), mediaDir);
    return { ...site, stop: () => site.stop().finally(drop) };
  } catch (error) {
    await drop();
    throw error;
  }
}

export async function onServer(server: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

export function databaseOn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
