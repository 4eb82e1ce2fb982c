import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../libs/platform/postgres/index.ts';
import { untilReady } from './until-ready.ts';

export interface StarterOptions {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What Node is to run as the API. */
  readonly api: readonly string[];
  /** Where the database, the pictures and the session secret of this machine live. */
  readonly varDir: string;
  say(line: string): void;
}

/** Everything that `npm start` started. */
export interface Running {
  readonly address: string;
  /** Why it ended by itself; never settles while all is well or when stop() was called. */
  readonly failed: Promise<string>;
  /** First the API, so that it finishes what it is doing, then the database. */
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 300_000;
const API_STOPS_WITHIN_MS = 10_000;
/** A program whose starter was just killed needs a moment to notice and to give its port back. */
const PORT_GRACE_MS = 5_000;

/** Starts the database, unless DATABASE_URL names one, and the API; settles when the API is ready to serve. */
export async function startAll(options: StarterOptions): Promise<Running> {
  const { env, varDir, say } = options;
  const port = Number(env['PORT'] ?? 3000);
  await untilPortIsFree(port);
  mkdirSync(varDir, { recursive: true });

  let database: EmbeddedPostgres | undefined;
  let databaseUrl = env['DATABASE_URL'];
  if (databaseUrl) {
    say('Database: the one that DATABASE_URL names.');
  } else {
    database = await startEmbeddedPostgres({
      root: options.root,
      dataDir: join(varDir, 'postgres'),
      detached: true,
    });
    databaseUrl = database.url;
    say(`Database: our own PostgreSQL, data in ${database.dataDir}`);
  }

  const api = spawn(process.execPath, ['--enable-source-maps', ...options.api], {
    cwd: options.root,
    env: {
      ...env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      BUURTSTEM_MODE: modeFor(env),
      SESSION_SECRET: env['SESSION_SECRET'] ?? (modeFor(env) === 'demo' ? keptSecret(varDir) : undefined),
      BUURTSTEM_PARENT_PID: String(process.pid),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const apiEnded = endOf(api);
  // For the case that we are told to end before all has started: nothing asynchronous is possible any more then.
  const onExit = (): void => void api.kill('SIGTERM');
  process.once('exit', onExit);
  let isStopping = false;
  let hasEnded = false;
  const stop = async (): Promise<void> => {
    isStopping = true;
    try {
      await stopApi(api, apiEnded);
    } finally {
      process.off('exit', onExit);
      await database?.stop();
    }
  };
  const failed = Promise.race([
    apiEnded.then((how) => `The API ended by itself (${how}).`),
    ...(database ? [database.ended.then((log) => `The database ended by itself.\n${log}`)] : []),
  ]).then((why) => {
    hasEnded = true;
    return isStopping ? new Promise<string>(() => undefined) : why;
  });

  try {
    const ended = failed.then((why) => Promise.reject(new Error(why)));
    const patience = { withinMs: READY_WITHIN_MS, everyMs: 150, isOver: () => hasEnded, door: doorOf(env) };
    await Promise.race([untilReady(port, patience), ended]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `http://localhost:${port}`, failed, stop };
}

/** The demo, unless somebody said otherwise: production never seeds and has no default account. */
export function modeFor(env: StarterOptions['env']): string {
  return env['BUURTSTEM_MODE'] ?? (env['NODE_ENV'] === 'production' ? 'production' : 'demo');
}

/** A secret made once and kept, so that who signed in to the demo still is after the next start. */
function keptSecret(varDir: string): string {
  const file = join(varDir, 'session-secret');
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

async function untilPortIsFree(port: number): Promise<void> {
  const deadline = performance.now() + PORT_GRACE_MS;
  while (!(await isFree(port))) {
    if (performance.now() > deadline) {
      throw new Error(
        `Port ${port} is taken. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
      );
    }
    await sleep(250);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') settle(false);
      else
        fail(new Error(`Port ${port} cannot be used (${error.code}); choose another: PORT=3001 npm start`));
    });
    server.listen(port, () => server.close(() => settle(true)));
  });
}

function doorOf(env: Readonly<Record<string, string | undefined>>): 'live' | 'ready' {
  return env['MAINTENANCE']?.trim() === '1' ? 'live' : 'ready';
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => settle(signal ?? `exit code ${code}`));
  });
}

async function stopApi(api: ChildProcess, ended: Promise<string>): Promise<void> {
  const timer = setTimeout(() => api.kill('SIGKILL'), API_STOPS_WITHIN_MS);
  api.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((wake) => setTimeout(wake, milliseconds));
}
