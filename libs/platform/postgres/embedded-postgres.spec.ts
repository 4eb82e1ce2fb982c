import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded-postgres.ts';

const root = join(__dirname, '../../..');

let folder: string;
let servers: EmbeddedPostgres[];
const leftovers: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'buurtstem-launcher-'));
  chmodSync(folder, 0o711);
  servers = [];
});

afterEach(async () => {
  for (const server of servers) await server.stop();
  for (const path of [folder, ...leftovers.splice(0)]) rmSync(path, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  // Without fsync most of these take a tenth of the time; what is about durability says so.
  const settings = { fsync: 'off' };
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), root, settings, ...options });
  servers.push(server);
  return server;
}

async function query(server: { url: string }, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: server.url });
  // A server that is killed under us must fail the query, not the whole process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** Starts the server from another process, which then waits to be killed; gives that process and the server's pid. */
async function startElsewhere(): Promise<{
  pid: number;
  url: string;
  postmaster: number;
  kill(): Promise<void>;
}> {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(join(__dirname, 'index.ts'))};
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(join(folder, 'data'))}, root: ${JSON.stringify(root)} });
    console.log(JSON.stringify({ url: server.url, postmaster: server.pid }));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const kill = async (): Promise<void> => {
    const closed = once(child, 'exit');
    child.kill('SIGKILL');
    await closed;
  };
  return {
    pid: child.pid as number,
    ...(JSON.parse(String(line)) as { url: string; postmaster: number }),
    kill,
  };
}

describe('the embedded PostgreSQL', () => {
  it('is durable, listens on this machine only, speaks UTC and UTF-8', async () => {
    const server = await start({ settings: {} });
    const settings = await query(
      server,
      `select name, setting from pg_settings where name in
       ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories', 'TimeZone', 'server_encoding')`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      TimeZone: 'UTC',
      server_encoding: 'UTF8',
    });
  });

  it('takes the settings and the port it is given', async () => {
    const first = await start({ settings: { work_mem: '5MB' } });
    expect(await query(first, 'show work_mem')).toEqual([{ work_mem: '5MB' }]);
    const { port } = first;
    await first.stop();
    const second = await start({ port });
    expect(second.port).toBe(port);
    expect(await query(second, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps its rows over a stop and a start, and stopping twice is harmless', async () => {
    const first = await start();
    await query(first, 'create table kept as select 7 as n');
    await first.stop();
    await first.stop();
    expect(existsSync(join(first.dataDir, 'postmaster.pid'))).toBe(false);
    expect(await query(await start(), 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('brings every committed row back after kill -9 of the server', async () => {
    const first = await start({ settings: {} });
    await query(first, 'create table kept (n int)');
    for (let n = 0; n < 50; n++) await query(first, `insert into kept values (${n})`);
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    expect(await query(await start(), 'select count(*)::int as n from kept')).toEqual([{ n: 50 }]);
  });

  it('takes over from a server whose starter was killed', async () => {
    const other = await startElsewhere();
    await query(other, 'create table kept as select 7 as n');
    await other.kill();
    // Its server lives on as an orphan and still holds the data.
    expect(await query(other, 'select n from kept')).toEqual([{ n: 7 }]);
    const mine = await start();
    expect(mine.pid).not.toBe(other.postmaster);
    expect(await query(mine, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('refuses data that another living process is using, and leaves its server alone', async () => {
    const other = await startElsewhere();
    try {
      await expect(start()).rejects.toThrow(`is in use by process ${other.pid}`);
      expect(await query(other, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      await other.kill();
      servers.push(await start()); // takes the orphan over, so that it ends with the test
    }
  });

  it('is not fooled by a pid file that points at a stranger', async () => {
    const first = await start();
    const { dataDir } = first;
    const pidFile = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8');
    await first.stop();
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    const ended = once(stranger, 'exit');
    try {
      writeFileSync(join(dataDir, 'postmaster.pid'), pidFile.replace(/^\d+/, String(stranger.pid)));
      expect(await query(await start(), 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(stranger.exitCode).toBeNull();
      expect(stranger.signalCode).toBeNull();
    } finally {
      stranger.kill('SIGKILL');
      await ended;
    }
  });

  it('starts again after a kill in the middle of making the data', async () => {
    const half = join(folder, '.data-new-1');
    mkdirSync(half);
    writeFileSync(join(half, 'PG_VERSION'), '18\n');
    mkdirSync(join(folder, 'data'));
    await start();
    expect(existsSync(half)).toBe(false);
  });

  it('refuses data of another major version, a folder with other things in it, and a taken port', async () => {
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'notes.txt'), '');
    await expect(start()).rejects.toThrow('is not empty (notes.txt)');
    rmSync(join(dataDir, 'notes.txt'));
    writeFileSync(join(dataDir, 'PG_VERSION'), '12\n');
    await expect(start()).rejects.toThrow('were written by PostgreSQL 12');
    rmSync(dataDir, { recursive: true });

    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    await expect(start({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
    taken.close();
  });
});

// Only root has a choice of ways; an ordinary user runs it as himself, which every test above then covers.
if (process.getuid?.() === 0)
  describe('as root', () => {
    it('runs as nobody where nobody can reach the folder', async () => {
      const server = await start();
      expect(server.way).toBe('nobody');
      expect(readFileSync(`/proc/${server.pid}/status`, 'utf8')).toMatch(/^Uid:\s+65534/m);
    });

    it('finds another way where nobody cannot reach the folder, and keeps the rows when ways change', async () => {
      const first = await start();
      await query(first, 'create table kept as select 7 as n');
      await first.stop();
      chmodSync(folder, 0o700);

      const second = await start();
      expect(['unshare', 'copy']).toContain(second.way);
      expect(await query(second, 'select n from kept')).toEqual([{ n: 7 }]);
      await query(second, 'insert into kept values (8)');
      await second.stop();

      const third = await start({ ways: ['copy'] });
      leftovers.push(join(third.dataDir, '..'));
      expect(third.dataDir).toMatch(/^\/var\/tmp\/buurtstem-postgres-/);
      expect(await query(third, 'select n from kept order by n')).toEqual([{ n: 7 }, { n: 8 }]);
      await query(third, 'insert into kept values (9)');
      await third.stop();

      // Whatever way works next time, the data that moved are the data.
      const fourth = await start();
      expect(fourth.dataDir).toBe(third.dataDir);
      expect(await query(fourth, 'select count(*)::int as n from kept')).toEqual([{ n: 3 }]);
    });

    it('says what was tried when no way works', async () => {
      chmodSync(folder, 0o700);
      await expect(start({ ways: ['nobody'] })).rejects.toThrow(/cannot run on this machine.*\nnobody: /);
    });
  });
