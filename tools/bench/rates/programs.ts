// The programs of the bench: the API as production runs it, and the bare reference.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../libs/platform/postgres/index.ts';
import { endWithUs } from '../../children.ts';
import { untilReady } from '../../until-ready.ts';
import { HOST, SESSION_SECRET } from './town.ts';

export interface Program {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

const dockerfile = readFileSync(join(import.meta.dirname, '../../../docker/Dockerfile'), 'utf8');

/** How the image starts the API: what is measured is what runs. */
export const IMAGE = {
  flags: (JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]') as string[]).filter((part) =>
    part.startsWith('--'),
  ),
  arenas: /\bMALLOC_ARENA_MAX=(\d+)/.exec(dockerfile)?.[1],
};

/** What was started and not stopped yet. */
const running = new Set<Program>();

/**
 * One process that does everything, in production mode, behind a proxy that says where residents come from. On a port of
 * its own, or one that a bench before left behind could answer instead.
 */
export async function startApi(dist: string, databaseUrl: string): Promise<Program> {
  const port = await freePort();
  const child = spawn(process.execPath, [...IMAGE.flags, join(dist, 'apps/api/main.js')], {
    env: {
      ...process.env,
      MALLOC_ARENA_MAX: IMAGE.arenas,
      BUURTSTEM_MODE: 'production',
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `https://${HOST}`,
      SESSION_SECRET,
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'bench@bench.example',
      TRUST_PROXY: '1',
      BUURTSTEM_PARENT_PID: String(process.pid),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const program = programOf(child, port);
  try {
    await untilReady(port, { withinMs: 60_000, everyMs: 20, isOver: () => child.exitCode !== null });
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
  return program;
}

export async function startBare(databaseUrl: string): Promise<Program> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare.ts')], {
    env: { ...process.env, BARE_DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((settle, fail) => {
    child.stdout?.once('data', (text: Buffer) => settle(Number(String(text))));
    child.once('exit', () => fail(new Error('The reference did not start.')));
  });
  return programOf(child, port);
}

/** Stops whatever is still running, also what is only about to. */
export async function stopPrograms(): Promise<void> {
  await Promise.all([...running].map((program) => program.stop()));
}

function programOf(child: ChildProcess, port: number): Program {
  endWithUs(child);
  const ended = new Promise((settle) => child.once('exit', settle));
  const program: Program = {
    port,
    pid: child.pid as number,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
  running.add(program);
  void ended.then(() => running.delete(program));
  return program;
}

/** Megabytes that the process holds now and held at most; null where the system does not say. */
export function memoryOf(pid: number): { now: number; most: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const read = (name: string): number =>
      Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { now: read('VmRSS'), most: read('VmHWM') };
  } catch {
    return null;
  }
}

/** What PostgreSQL's own bench makes of a script; null where it is not installed. */
export function pgbench(
  databaseUrl: string,
  script: string,
  clients: number,
  seconds: number,
): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'buurtstem-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    writeFileSync(file, script);
    const done = spawnSync(
      'pgbench',
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        String(clients),
        '-j',
        '2',
        '-T',
        String(seconds),
        '-f',
        file,
        databaseUrl,
      ],
      { encoding: 'utf8' },
    );
    const rate = /tps = ([\d.]+)/.exec(String(done.stdout))?.[1];
    return rate === undefined ? null : Number(rate);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor time that a process and its children have used so far, in milliseconds; null where the system does not say. */
export function processorTimeOf(pid: number): number | null {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter(Boolean);
    return [pid, ...children.map(Number)].reduce((sum, one) => sum + ticksOf(one) * 10, 0);
  } catch {
    return null;
  }
}

/** In user and system mode, own and of children that have ended; a hundred ticks a second. */
function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0);
  } catch {
    // One that ended between the two looks.
    return 0;
  }
}
