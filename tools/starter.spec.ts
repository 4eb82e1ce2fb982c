import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modeFor, startAll, type Running } from './starter.ts';

const root = join(__dirname, '..');

/** Stands in for the API: counts its starts in the database, and behaves as told. */
const STAND_IN = `
  const { Client } = require(${JSON.stringify(join(root, 'node_modules/pg'))});
  const http = require('node:http');
  const run = async () => {
    if (process.env.STAND_IN === 'breaks') { process.exit(7); }
    const db = new Client({ connectionString: process.env.DATABASE_URL });
    db.on('error', () => undefined);
    await db.connect();
    await db.query('create table if not exists starts (n int)');
    await db.query('insert into starts values (1)');
    const starts = (await db.query('select count(*)::int as n from starts')).rows[0].n;
    const { BUURTSTEM_MODE: mode, SESSION_SECRET: secret } = process.env;
    const server = http.createServer((request, response) => {
      if (request.url === '/crash') process.exit(3);
      response.end(request.url === '/health/ready' ? 'ok' : JSON.stringify({ starts, mode, secret, pid: process.pid }));
    }).listen(Number(process.env.PORT));
    const stop = () => { server.close(); server.closeAllConnections(); db.end().then(() => process.exit(0)); };
    process.on('SIGTERM', stop);
    setInterval(() => { if (process.ppid !== Number(process.env.BUURTSTEM_PARENT_PID)) stop(); }, 50);
  };
  run();`;

let folder: string;
let port: number;
let running: Running | undefined;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'buurtstem-starter-'));
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, 'api.cjs'), STAND_IN);
  port = await freePort();
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  for (const child of children.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port: free } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return free;
}

function options(env: Record<string, string> = {}): Parameters<typeof startAll>[0] {
  return {
    root,
    env: { PATH: process.env['PATH'], PORT: String(port), ...env },
    api: [join(folder, 'api.cjs')],
    varDir: join(folder, 'var'),
    say: () => undefined,
  };
}

async function ask(): Promise<{ starts: number; mode: string; secret: string; pid: number }> {
  return (await (await fetch(`http://127.0.0.1:${port}/`)).json()) as never;
}

/** The real thing in a process of its own, as npm would start it, so that it can be signalled and killed. */
async function startElsewhere(): Promise<ChildProcess> {
  const script = `
    import { startAll } from ${JSON.stringify(join(__dirname, 'starter.ts'))};
    import { untilTold } from ${JSON.stringify(join(__dirname, 'until-told.ts'))};
    const told = untilTold({});
    const running = await startAll({ ...${JSON.stringify({ ...options(), say: undefined })}, say: () => undefined });
    console.log('ready');
    console.log(await told);
    await running.stop();
    console.log('stopped');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  child.stdout.setEncoding('utf8');
  const [line] = (await once(child.stdout, 'data')) as [string];
  expect(line).toBe('ready\n');
  return child;
}

describe('npm start', () => {
  it('brings a database, keeps its rows and the session secret over a stop, and says where it is', async () => {
    running = await startAll(options());
    expect(running.address).toBe(`http://localhost:${port}`);
    const first = await ask();
    expect(first).toMatchObject({ starts: 1, mode: 'demo', secret: expect.stringMatching(/^[0-9a-f]{64}$/) });
    await running.stop();
    await expect(ask()).rejects.toThrow('fetch failed');

    running = await startAll(options());
    expect(await ask()).toMatchObject({ starts: 2, secret: first.secret });
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stops API and database cleanly on %s',
    async (signal) => {
      const starter = await startElsewhere();
      const output: string[] = [];
      starter.stdout?.on('data', (text: string) => output.push(text));
      starter.kill(signal);
      expect(await once(starter, 'exit')).toEqual([0, null]);
      expect(output.join('')).toBe(`${signal}\nstopped\n`);
      await expect(ask()).rejects.toThrow('fetch failed');
      // A clean stop leaves no pid file; a crash would.
      expect(() => readFileSync(join(folder, 'var/postgres/postmaster.pid'))).toThrow('ENOENT');
    },
  );

  it('just works again after kill -9, on the same port and the same rows', async () => {
    const starter = await startElsewhere();
    starter.kill('SIGKILL');
    await once(starter, 'exit');
    running = await startAll(options());
    expect((await ask()).starts).toBe(2);
  });

  it('says in one line what to do when the port is taken, before it touches anything', async () => {
    const other = createServer().listen(port);
    await once(other, 'listening');
    await expect(startAll(options())).rejects.toThrow(
      `Port ${port} is taken. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
    );
    expect(() => readFileSync(join(folder, 'var'))).toThrow('ENOENT');
    other.close();
  });

  it('gives up when the API breaks on starting, and stops the database again', async () => {
    await expect(startAll(options({ STAND_IN: 'breaks' }))).rejects.toThrow(
      'The API ended by itself (exit code 7)',
    );
    expect(() => readFileSync(join(folder, 'var/postgres/postmaster.pid'))).toThrow('ENOENT');
  });

  it('tells when the API ends later', async () => {
    running = await startAll(options());
    await fetch(`http://127.0.0.1:${port}/crash`).catch(() => undefined);
    expect(await running.failed).toBe('The API ended by itself (exit code 3).');
  });
});

describe('modeFor', () => {
  it.each([
    [{}, 'demo'],
    [{ NODE_ENV: 'production' }, 'production'],
    [{ BUURTSTEM_MODE: 'test', NODE_ENV: 'production' }, 'test'],
  ])('%j is %s', (env, mode) => {
    expect(modeFor(env)).toBe(mode);
  });
});
