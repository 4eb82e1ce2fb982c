// A load client that costs little, since it shares the machine with what it measures: whole requests written to sockets that
// stay open, one under way on each, and of the answers only the status and the length read.
import { connect, type Socket } from 'node:net';

/** What one run of a scenario came to. */
export interface Figures {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Answers that were not asked for, and connections that broke. */
  readonly errors: number;
  /** How often each status came; 0 is a broken connection. */
  readonly statuses: Readonly<Record<string, number>>;
}

export interface Load {
  readonly port: number;
  readonly connections: number;
  /** Until no further request is sent; Infinity where `next` ends it. */
  readonly seconds: number;
  /** The next request, whole; null when there is none left. */
  next(): string | null;
  /** Statuses that are no error; 200 alone when absent. */
  readonly expected?: readonly number[];
}

export async function runLoad(load: Load): Promise<Figures> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const started = performance.now();
  const until = started + load.seconds * 1000;
  const note = (status: number, took: number): void => {
    statuses[status] = (statuses[status] ?? 0) + 1;
    times.push(took);
  };
  await Promise.all(Array.from({ length: load.connections }, () => talk(load, until, note)));
  const expected = (load.expected ?? [200]).map(String);
  const errors = Object.entries(statuses).reduce(
    (sum, [status, count]) => (expected.includes(status) ? sum : sum + count),
    0,
  );
  return figuresOf(times, (performance.now() - started) / 1000, errors, statuses);
}

export function figuresOf(
  times: number[],
  seconds: number,
  errors: number,
  statuses: Readonly<Record<string, number>>,
): Figures {
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.ceil(times.length * share) - 1] ?? 0;
  return {
    perSecond: (times.length - errors) / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    errors,
    statuses,
  };
}

/** One connection: a request, its answer, the next request. A connection that breaks is an error, and is made again. */
function talk(load: Load, until: number, note: (status: number, took: number) => void): Promise<void> {
  return new Promise((done) => {
    let sent = 0;
    let isWaiting = false;
    let hasEnded = false;
    let kept = '';
    let socket: Socket;
    const send = (): void => {
      const request = performance.now() < until ? load.next() : null;
      if (request === null) {
        hasEnded = true;
        socket.end();
        return done();
      }
      isWaiting = true;
      kept = '';
      sent = performance.now();
      socket.write(request);
    };
    const open = (): void => {
      socket = connect({ port: load.port, host: '127.0.0.1', noDelay: true });
      socket.setEncoding('latin1');
      socket.on('connect', send);
      socket.on('data', (text: string) => {
        kept += text;
        if (!isWhole(kept)) return;
        isWaiting = false;
        note(Number(kept.slice(9, 12)), performance.now() - sent);
        if (/\r\nconnection: close/i.test(kept.slice(0, kept.indexOf('\r\n\r\n')))) {
          socket.removeAllListeners('close').destroy();
          open();
        } else send();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => {
        if (hasEnded) return;
        if (isWaiting) note(0, performance.now() - sent);
        isWaiting = false;
        // The server may be gone for good: no faster than it takes notice.
        if (performance.now() < until) setTimeout(open, 20);
        else done();
      });
    };
    open();
  });
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n');
  if (head < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head));
  if (length) return answer.length >= head + 4 + Number(length[1]);
  if (/\r\ntransfer-encoding: chunked/i.test(answer.slice(0, head))) return answer.endsWith('\r\n0\r\n\r\n');
  return true;
}
