import { setTimeout as wait } from 'node:timers/promises';
import { judge, type Drill, type Outcome, type Size } from './drill.ts';
import type { Stage } from './stage.ts';
import { percentile, Voters } from './voters.ts';

/** Longer than the API lets a vote wait for its answer: a group of votes waits on few connections. */
const AWAY_MS = { short: 12_000, full: 30_000 } as const satisfies Record<Size, number>;
const AT_ONCE = 60;
const MOST_MEMORY_MB = 450;

/** Votes while the database is away, and then everybody who was sent away. */
async function whileAway(
  stage: Stage,
  did: string,
  away: () => Promise<void>,
  back: () => Promise<void>,
): Promise<Outcome> {
  const town = await stage.people(200, 100);
  const voters = new Voters(town, { port: () => stage.api.port, atOnce: AT_ONCE });
  voters.start();
  await voters.acknowledge(50);
  await away();
  const alive = await stage.api.get('/health/live');
  const ready = await stage.api.get('/health/ready');
  const memory = stage.api.memoryMb ?? 0;
  await back();
  await voters.acknowledge(100);
  const tally = await voters.stop();
  const slowest = percentile(tally.times, 100);
  const complaints = [
    ...((await voters.settle()) ? [] : ['who asked again was not helped']),
    ...(tally.refused + tally.broken === 0 ? ['nobody noticed that the database was away'] : []),
    ...(alive === 200 ? [] : [`/health/live said ${alive}`]),
    ...(ready === 503 ? [] : [`/health/ready said ${ready}`]),
    ...(memory > MOST_MEMORY_MB ? [`${memory} MB of memory`] : []),
  ];
  const seen = `longest wait ${slowest} ms, ${memory} MB`;
  return judge(stage, town, tally, did, { complaints, seen });
}

function frozen(stage: Stage, ms: number, did: string): Promise<Outcome> {
  const away = (): Promise<void> => {
    stage.database.freeze();
    return wait(ms);
  };
  return whileAway(stage, did, away, () => Promise.resolve(stage.database.thaw()));
}

export const F6: Drill = {
  name: 'F6',
  fault: 'the database does not answer for a while',
  run: (stage, size) =>
    frozen(stage, AWAY_MS[size], `SIGSTOP of all its processes for ${AWAY_MS[size] / 1000} s`),
  control: {
    without: 'bounded waiting',
    async run(stage) {
      await stage.restartApi({ ANSWER_WITHIN_MS: '600000', DATABASE_WAIT_MS: '600000', CAPACITY: '100000' });
      return frozen(stage, 24_000, 'the same for 24 s, without an end to waiting');
    },
  },
};

export const F6_STOPPED: Drill = {
  name: 'F6b',
  fault: 'the database is shut down for a while',
  run: (stage, size) =>
    whileAway(
      stage,
      `stopped, and started ${AWAY_MS[size] / 1000} s later`,
      async () => {
        await stage.database.stop();
        await wait(AWAY_MS[size]);
      },
      () => stage.database.startAgain(),
    ),
  control: F6.control,
};
