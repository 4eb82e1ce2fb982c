import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { findBinaries, type PostgresBinaries } from './binaries.ts';
import { freePort } from './free-port.ts';
import { noteStarter, takeOver } from './postmaster.ts';
import { chooseRunner, give, type Runner, type Way } from './run-as.ts';

export interface EmbeddedPostgresOptions {
  /** Folder of the data; made when it does not exist. One server at a time. */
  readonly dataDir: string;
  /** TCP port on 127.0.0.1; 0 or absent: any free one. */
  readonly port?: number;
  /** Server settings beside the defaults, such as `{ fsync: 'off' }` for a database that tests throw away. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Folder that holds `node_modules`; the working directory when absent. */
  readonly root?: string;
  /** Give the server a session of its own, so that Ctrl-C reaches only us and we can stop things in order. */
  readonly detached?: boolean;
  /** As whom to run it, best first; by default what this machine allows. */
  readonly ways?: readonly Way[];
}

/** A running server. */
export interface EmbeddedPostgres {
  /** Connection string of the database `postgres`, as the superuser `postgres`. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Where the data really are: differs from the wished folder only for root in an unreachable home. */
  readonly dataDir: string;
  readonly way: Way;
  /** Settles when the server has ended, by our wish or not, with its last log lines. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** What every server gets: on this machine only, over TCP only, in UTC, in English (we wait for an English line). */
const FIXED: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_destination: 'stderr',
  logging_collector: 'off',
  // The count tells all voters in one transaction, which writes 70 MB for a hundred thousand of them: with the 4 MB that
  // is the default it would wait for the disk all the while.
  wal_buffers: '32MB',
};
const READY = 'database system is ready to accept connections';
const READY_WITHIN_MS = 120_000;
const STOPPED_WITHIN_MS = 30_000;
const PORT_TRIES = 5;
/** Backends of a killed server need a moment to notice; until then PostgreSQL refuses a second one on the same data. */
const MEMORY_TRIES = 20;
const ENV = { ...process.env, LC_ALL: 'C', LANG: 'C', PGDATA: undefined, PGPORT: undefined };

/**
 * Starts the PostgreSQL that npm brought, on `dataDir`; fresh data are made first. Durable unless told otherwise.
 *
 * A server that an earlier, killed process left on the same data is stopped and taken over. Throws with a clear text
 * when there is no PostgreSQL for this machine, when the data belong to another major version, or are in use.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = findBinaries(options.root ?? process.cwd());
  const wished = resolve(options.dataDir);
  // The parent first and apart: `recursive` with a mode would give the parent that mode too, and lock nobody out.
  mkdirSync(dirname(wished), { recursive: true });
  if (!existsSync(wished)) mkdirSync(wished, { mode: 0o700 });
  const runner = chooseRunner(binaries, wished, options.ways);
  takeOver(runner);
  prepare(runner, options.settings?.['fsync'] === 'off');

  const wishedPort = options.port ?? 0;
  for (let attempt = 1; ; attempt++) {
    const port = wishedPort === 0 ? await freePort() : wishedPort;
    try {
      return await launch(runner, port, options);
    } catch (error) {
      const log = error instanceof Error ? error.message : String(error);
      if (log.includes('Address already in use')) {
        if (wishedPort === 0 && attempt < PORT_TRIES) continue;
        throw new Error(`Port ${port} on 127.0.0.1 is taken; give the embedded PostgreSQL another one.`, {
          cause: error,
        });
      }
      if (!log.includes('pre-existing shared memory block') || attempt >= MEMORY_TRIES) throw error;
      await new Promise((wake) => setTimeout(wake, 250));
    }
  }
}

/** Makes fresh data when there are none. Done in a folder beside it and renamed, so that a kill leaves nothing half. */
function prepare(runner: Runner, throwAway: boolean): void {
  const { dataDir } = runner;
  const versionFile = join(dataDir, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const wrote = readFileSync(versionFile, 'utf8').trim();
    const brings = majorOf(runner);
    if (wrote === brings) return;
    throw new Error(
      `The data in ${dataDir} were written by PostgreSQL ${wrote}, this version brings ${brings}. Move that folder away to start afresh, or dump and restore it.`,
    );
  }
  const strangers = readdirSync(dataDir);
  if (strangers.length > 0) {
    throw new Error(
      `${dataDir} holds no PostgreSQL data but is not empty (${strangers.slice(0, 3).join(', ')}); choose another folder.`,
    );
  }
  const parent = dirname(dataDir);
  const prefix = `.${basename(dataDir)}-new-`;
  for (const left of readdirSync(parent).filter((name) => name.startsWith(prefix))) {
    rmSync(join(parent, left), { recursive: true, force: true });
  }
  const fresh = join(parent, `${prefix}${process.pid}`);
  mkdirSync(fresh, { mode: 0o700 });
  if (process.platform !== 'win32') give(fresh, lstatSync(dataDir).uid);
  const args = ['-D', fresh, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'];
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions');
  if (throwAway) args.push('--no-sync');
  const { file, args: all, options } = runner.command(runner.binaries.initdb, args);
  const made = spawnSync(file, all, { ...options, env: ENV, encoding: 'utf8', shell: false });
  if (made.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`initdb failed: ${(made.stderr || made.stdout || String(made.error)).trim()}`);
  }
  rmSync(dataDir, { recursive: true });
  renameSync(fresh, dataDir);
}

function majorOf(runner: Runner): string {
  const { file, args, options } = runner.command(runner.binaries.postgres, ['--version']);
  const said = spawnSync(file, args, { ...options, encoding: 'utf8', shell: false }).stdout;
  return /(\d+)\./.exec(String(said))?.[1] ?? String(said).trim();
}

async function launch(
  runner: Runner,
  port: number,
  wanted: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const settings = { ...FIXED, ...wanted.settings, port: String(port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, options } = runner.command(runner.binaries.postgres, ['-D', runner.dataDir, ...flags]);
  noteStarter(runner.dataDir);
  const child = spawn(file, args, {
    ...options,
    env: ENV,
    detached: wanted.detached ?? false,
    windowsHide: true,
    shell: false,
    stdio: ['ignore', 'ignore', 'pipe'],
  });

  const lines: string[] = [];
  let markReady: () => void = () => undefined;
  const ready = new Promise<void>((settle) => (markReady = settle));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes(READY)) markReady();
    lines.push(...text.trimEnd().split('\n'));
    lines.splice(0, lines.length - 40);
  });
  const ended = new Promise<string>((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('close', () => settle(lines.join('\n')));
  });

  let timer: NodeJS.Timeout | undefined;
  const outcome = await Promise.race([
    ready.then(() => 'ready' as const),
    ended.then(() => 'ended' as const),
    new Promise<'late'>((settle) => (timer = setTimeout(() => settle('late'), READY_WITHIN_MS))),
  ]);
  clearTimeout(timer);
  if (outcome !== 'ready') {
    child.kill('SIGKILL');
    throw new Error(`PostgreSQL did not start (${outcome}):\n${await ended}`);
  }
  return running(runner, child, port, ended);
}

function running(
  runner: Runner,
  child: ChildProcess,
  port: number,
  ended: Promise<string>,
): EmbeddedPostgres {
  const { binaries, dataDir, way } = runner;
  // A last resort for a process that ends without calling stop(): nothing asynchronous is possible any more.
  const onExit = (): void => void child.kill('SIGINT');
  process.once('exit', onExit);
  void ended.then(() => process.off('exit', onExit));
  // The server must not keep a process alive that has nothing else to do.
  child.unref();
  (child.stderr as { unref?(): void } | null)?.unref?.();

  let stopping: Promise<void> | undefined;
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    port,
    pid: child.pid as number,
    dataDir,
    way,
    ended,
    stop: () => (stopping ??= stop(binaries, dataDir, child, ended)),
  };
}

/** Fast shutdown: open transactions are rolled back, committed rows are written, the server ends. */
async function stop(
  binaries: PostgresBinaries,
  dataDir: string,
  child: ChildProcess,
  ended: Promise<string>,
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', dataDir, '-m', 'fast', '-w']);
  else child.kill('SIGINT');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((settle) => (timer = setTimeout(() => settle('late'), STOPPED_WITHIN_MS)));
  const outcome = await Promise.race([ended, late]);
  clearTimeout(timer);
  if (outcome !== 'late') return;
  // SIGQUIT ends it at once; the next start replays the write-ahead log, so nothing committed is lost.
  child.kill('SIGQUIT');
  await ended;
  throw new Error(`PostgreSQL did not shut down within ${STOPPED_WITHIN_MS / 1000} s and was ended at once.`);
}
