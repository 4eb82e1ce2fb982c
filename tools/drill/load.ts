import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { judge, type Drill, type Outcome, type Size } from './drill.ts';
import type { Stage } from './stage.ts';
import { lookIntoUrn } from './urn.ts';
import { percentile, Voters } from './voters.ts';

const PER_MINUTE = 2_000;
const STEADY_MS = { short: 3_000, full: 600_000 } as const satisfies Record<Size, number>;
const BURST_MS = { short: 2_000, full: 60_000 } as const satisfies Record<Size, number>;
/** Enough that none of them has voted on everything before it is over. */
const CALM_PEOPLE = { short: 400, full: 1_500 } as const satisfies Record<Size, number>;
const CROWD = { short: 1_000, full: 6_000 } as const satisfies Record<Size, number>;
/** Ten times as many voters a minute, and more at once than there are places. */
const BURST_AT_ONCE = 600;
/** Of the steady stream; in short it says nothing. */
const MOST_P95_MS = 300;
/** Half of what they are asked for at least. */
const BURST_PAUSE_MS = 1_000;

/** The evening before the count date: an even stream of votes, and then far more at once than there is room for. */
async function burst(stage: Stage, size: Size, did: string): Promise<Outcome> {
  const complaints: string[] = [];
  const calm = await stage.people(CALM_PEOPLE[size], 20);
  const stream = new Voters(calm, { port: () => stage.api.port, atOnce: 20, perMinute: PER_MINUTE });
  stream.start();
  await wait(STEADY_MS[size]);
  const steady = await stream.stop();
  const refusedInCalm = steady.refused + steady.broken + steady.unanswered;
  if (refusedInCalm > 0) complaints.push(`${refusedInCalm} votes failed at ${PER_MINUTE} a minute`);
  const p95 = percentile(steady.times, 95);
  if (size === 'full' && p95 >= MOST_P95_MS) complaints.push(`p95 of ${p95} ms at ${PER_MINUTE} a minute`);

  const kept = await lookIntoUrn(stage.database, calm, steady.acknowledged);
  if (kept.lost > 0) complaints.push(`${kept.lost} acknowledged votes of the steady stream are lost`);

  const town = await stage.people(CROWD[size], 20);
  const crowd = new Voters(town, {
    port: () => stage.api.port,
    atOnce: BURST_AT_ONCE,
    pauseMs: BURST_PAUSE_MS,
  });
  crowd.start();
  await wait(BURST_MS[size]);
  const tally = await crowd.stop();
  if (tally.refused === 0) complaints.push('nobody was sent away, however many came at once');
  if (!(await crowd.settle())) complaints.push('who asked again was not helped');
  const rate = Math.round((tally.acknowledged.length / BURST_MS[size]) * 60_000);
  const seen =
    `${steady.acknowledged.length} votes at ${PER_MINUTE} a minute, p95 ${p95} ms; ` +
    `in the burst about ${rate} a minute, p95 ${percentile(tally.times, 95)} ms, ${stage.api.memoryMb ?? '?'} MB`;
  return judge(stage, town, tally, did, { complaints, seen });
}

export const R5: Drill = {
  name: 'R5',
  fault: 'far more votes at once than there is room for',
  run: (stage, size) =>
    burst(
      stage,
      size,
      `${PER_MINUTE} a minute for ${STEADY_MS[size] / 1000} s, then ${BURST_AT_ONCE} at once for ${BURST_MS[size] / 1000} s`,
    ),
  control: {
    without: 'a bound on requests in flight',
    async run(stage) {
      await stage.restartApi({ CAPACITY: '100000', DATABASE_WAIT_MS: '600000', ANSWER_WITHIN_MS: '600000' });
      return burst(stage, 'short', 'the same without a bound');
    },
  },
};

const CONNECTIONS = { short: 1_000, full: 10_000 } as const satisfies Record<Size, number>;
/** The time for a head, how often the server looks, and a busy machine. */
const PATIENCE_MS = 40_000;
const CONTROL_PATIENCE_MS = 20_000;
const MOST_MEMORY_MB = 450;

/** Clients that connect, send half a head, a byte a second, and never end. */
async function slowClients(
  stage: Stage,
  size: Size,
  did: string,
  patienceMs = PATIENCE_MS,
): Promise<Outcome> {
  const town = await stage.people(100, 20);
  const voters = new Voters(town, { port: () => stage.api.port, atOnce: 10 });
  voters.start();
  await voters.acknowledge(20);
  const sockets: Socket[] = [];
  let open = 0;
  for (let nth = 0; nth < CONNECTIONS[size]; nth += 1) {
    const socket = connect(stage.api.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.once('connect', () => (open += 1));
    socket.once('close', () => (open -= Number(!socket.connecting)));
    socket.write('GET / HTTP/1.1\r\nHost: drill.example\r\nX-Slow: ');
    sockets.push(socket);
    if (nth % 250 === 249) await wait(20);
  }
  const dribble = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('x');
  }, 1_000);
  await voters.acknowledge(50);
  const most = stage.api.memoryMb ?? 0;
  const deadline = performance.now() + patienceMs;
  while (sockets.some((socket) => !socket.destroyed) && performance.now() < deadline) await wait(100);
  clearInterval(dribble);
  const left = sockets.filter((socket) => !socket.destroyed).length;
  for (const socket of sockets) socket.destroy();
  await voters.acknowledge(20);
  const tally = await voters.stop();
  const complaints = [
    ...(left > 0 ? [`${left} of ${sockets.length} slow clients were never hung up on`] : []),
    ...(most > MOST_MEMORY_MB ? [`${most} MB of memory`] : []),
    ...((await voters.settle()) ? [] : ['who asked again was not helped']),
  ];
  return judge(stage, town, tally, did, { complaints, seen: `${most} MB of memory meanwhile` });
}

export const SLOW: Drill = {
  name: 'slow',
  fault: 'clients that send a byte a second and never end',
  run: (stage, size) => slowClients(stage, size, `${CONNECTIONS[size]} connections`),
  control: {
    without: 'an end to the head of a request',
    async run(stage) {
      await stage.restartApi({ HEADERS_WITHIN_MS: '600000', MAX_CONNECTIONS: '1000000' });
      return slowClients(stage, 'short', 'the same without HEADERS_WITHIN_MS', CONTROL_PATIENCE_MS);
    },
  },
};
