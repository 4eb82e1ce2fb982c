import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../../libs/platform/postgres/index.ts';
import { mainOf } from '../stamp.ts';
import { untilReady } from '../until-ready.ts';

export const SESSION_SECRET = 'a secret of the drills that is long enough';
const READY_WITHIN_MS = 120_000;

/** One process of the built API. */
export class Api {
  readonly port: number;
  /** With which code or by which signal it ended. */
  readonly ended: Promise<string>;

  private readonly child: ChildProcess;
  private log = '';

  private constructor(port: number, child: ChildProcess) {
    this.port = port;
    this.child = child;
    const take = (chunk: Buffer): void => void (this.log = (this.log + String(chunk)).slice(-20_000));
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    this.ended = new Promise((settle) =>
      child.once('exit', (code, name) => settle(name ?? `exit code ${code}`)),
    );
  }

  static async start(
    root: string,
    databaseUrl: string,
    env: Readonly<Record<string, string>> = {},
    nodeArgs: readonly string[] = [],
  ): Promise<Api> {
    const port = await freePort();
    const child = spawn(process.execPath, [...nodeArgs, join(root, mainOf('api'))], {
      cwd: root,
      env: {
        ...process.env,
        BUURTSTEM_MODE: 'test',
        DATABASE_URL: databaseUrl,
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: 'http://drill.example',
        SESSION_SECRET,
        ROLES: 'web',
        BUURTSTEM_PARENT_PID: String(process.pid),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const api = new Api(port, child);
    await api.untilReady();
    return api;
  }

  kill(name: NodeJS.Signals = 'SIGKILL'): void {
    this.child.kill(name);
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.kill('SIGKILL');
    await this.ended;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** What it printed last. */
  get printed(): string {
    return this.log;
  }

  /** Its memory in MB, of which there is no portable way to ask; null where it cannot be read. */
  get memoryMb(): number | null {
    if (process.platform !== 'linux') return null;
    try {
      const kb = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${this.child.pid}/status`, 'utf8'))?.[1];
      return kb === undefined ? null : Math.round(Number(kb) / 1024);
    } catch {
      return null;
    }
  }

  /** The status of a GET; 0 where nobody answered. */
  get(path: string, timeoutMs = 20_000): Promise<number> {
    return new Promise((settle) => {
      const asked = request(
        { host: '127.0.0.1', port: this.port, path, timeout: timeoutMs, agent: false },
        (response) => {
          response.resume();
          response.once('end', () => settle(response.statusCode ?? 0));
          response.once('error', () => settle(0));
        },
      );
      asked.once('timeout', () => asked.destroy());
      asked.once('error', () => settle(0));
      asked.end();
    });
  }

  async untilReady(): Promise<void> {
    try {
      await untilReady(this.port, { withinMs: READY_WITHIN_MS, everyMs: 50, isOver: () => this.hasEnded });
    } catch (error) {
      throw new Error(`${String(error)}\n${this.log}`, { cause: error });
    }
  }
}
