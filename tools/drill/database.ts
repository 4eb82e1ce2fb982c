import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client, type QueryResultRow } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../libs/platform/postgres/index.ts';
import { folderForPostgres, letPostgresThrough } from '../temporary-postgres.ts';

/** A PostgreSQL that is made to suffer: as durable as in production, and all its processes can be killed or frozen. */
export class Database {
  private readonly root: string;
  private readonly folder: string;
  private readonly settings: Readonly<Record<string, string>>;
  private server: EmbeddedPostgres;

  private constructor(
    root: string,
    folder: string,
    settings: Readonly<Record<string, string>>,
    server: EmbeddedPostgres,
  ) {
    this.root = root;
    this.folder = folder;
    this.settings = settings;
    this.server = server;
  }

  static async start(
    root: string,
    settings: Readonly<Record<string, string>> = {},
    folder = folderForPostgres('drill'),
  ): Promise<Database> {
    letPostgresThrough(folder);
    const all = { max_connections: '100', ...settings };
    const server = await startEmbeddedPostgres({ root, dataDir: join(folder, 'data'), settings: all });
    return new Database(root, folder, all, server);
  }

  get url(): string {
    return this.server.url;
  }

  /** Where the data are. */
  get dataDir(): string {
    return this.server.dataDir;
  }

  /** Ends every process of the server as a power cut would: none of them gets to say or write anything more. */
  async killAll(): Promise<void> {
    const all = this.freeze();
    for (const pid of all) signal(pid, 'SIGKILL');
    await this.server.ended;
    while (all.some(isAlive)) await wait(10);
  }

  /** Stops every process of the server in the middle of what it does: connections stay, and nobody answers. */
  freeze(): readonly number[] {
    // First the one that makes the others.
    signal(this.server.pid, 'SIGSTOP');
    const all = [this.server.pid, ...childrenOf(this.server.pid)];
    for (const pid of all) signal(pid, 'SIGSTOP');
    return all;
  }

  thaw(): void {
    for (const pid of [...childrenOf(this.server.pid), this.server.pid]) signal(pid, 'SIGCONT');
  }

  /** Ends it in order: open transactions are undone, connections are closed. */
  stop(): Promise<void> {
    return this.server.stop();
  }

  /** On the same data and at the same address, as after a power cut: recovers what was committed. */
  async startAgain(): Promise<void> {
    const { port } = this.server;
    const { root, settings, folder } = this;
    this.server = await startEmbeddedPostgres({ root, dataDir: join(folder, 'data'), port, settings });
  }

  /** A full disk may have ended it, which is right: it does not pretend. */
  async reviveWhenDown(): Promise<void> {
    const isDown = await this.sql('select 1').then(
      () => false,
      () => true,
    );
    if (!isDown) return;
    // It may be recovering by itself.
    const ended = await Promise.race([this.server.ended, wait(10_000, null)]);
    if (ended !== null) await this.startAgain();
  }

  async end(): Promise<void> {
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** As the superuser. */
  async sql<T extends QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<T>(text, values)).rows;
    } finally {
      await client.end();
    }
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // It ended by itself meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A killed process whose parent has not heard of it yet is dead as well. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || !/^State:\s+Z/m.test(readStatus(pid));
}

function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('pgrep', ['-P', String(parent)], { encoding: 'utf8' });
    return stdout.split('\n').filter(Boolean).map(Number);
  }
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && Number(/^PPid:\s*(\d+)/m.exec(readStatus(pid))?.[1]) === parent);
}

function readStatus(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return ''; // it just ended
  }
}
