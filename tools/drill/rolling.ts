import { setTimeout as wait } from 'node:timers/promises';
import type { Api } from './api.ts';
import { judge, type Drill, type Outcome, type Size } from './drill.ts';
import type { Stage } from './stage.ts';
import { Voters } from './voters.ts';

const RESTARTS = { short: 1, full: 4 } as const satisfies Record<Size, number>;
/** The processes say for so long that they are not ready any more, and are looked at so often. */
const DRAIN_MS = 1_500;
const LOOK_MS = 100;
const BETWEEN = 50;

/** What stands before the processes in production: it sends requests to those that say they are ready. */
class Doorman {
  private readonly apis = new Set<Api>();
  private ready: Api[] = [];
  private turn = 0;
  private isOver = false;
  private readonly running: Promise<void>;

  constructor() {
    this.running = this.look();
  }

  async add(api: Api): Promise<void> {
    this.apis.add(api);
    while (!this.ready.includes(api)) await wait(LOOK_MS / 4);
  }

  readonly port = (): number => {
    this.turn += 1;
    return this.ready[this.turn % this.ready.length]?.port ?? 1;
  };

  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async look(): Promise<void> {
    while (!this.isOver) {
      const all = [...this.apis];
      const said = await Promise.all(all.map((api) => api.get('/health/ready', 2_000)));
      this.ready = all.filter((_, nth) => said[nth] === 200);
      await wait(LOOK_MS);
    }
  }
}

/** Replaces process after process while votes go on. */
async function replaced(stage: Stage, size: Size, by: NodeJS.Signals, did: string): Promise<Outcome> {
  const env = { DRAIN_MS: String(DRAIN_MS) };
  await stage.restartApi(env);
  const doorman = new Doorman();
  await doorman.add(stage.api);
  const town = await stage.people(200, 60);
  const voters = new Voters(town, { port: doorman.port, atOnce: 20 });
  const complaints: string[] = [];
  try {
    voters.start();
    for (let restart = 0; restart < RESTARTS[size]; restart += 1) {
      const next = await stage.startApi(env);
      await doorman.add(next);
      await voters.acknowledge(BETWEEN);
      const old = stage.api;
      stage.api = next;
      old.kill(by);
      const ended = await Promise.race([old.ended, wait(15_000, 'not at all')]);
      if (ended !== by) complaints.push(`the process ended by ${ended}`);
      await old.end();
      await voters.acknowledge(BETWEEN);
    }
  } finally {
    await voters.stop();
    await doorman.stop();
  }
  const { tally } = voters;
  if (tally.broken + tally.refused > 0) complaints.push(`${tally.broken + tally.refused} requests failed`);
  if (!(await voters.settle())) complaints.push('who asked again was not helped');
  return judge(stage, town, tally, did, {
    complaints,
    seen: `${tally.broken + tally.refused} requests failed`,
  });
}

export const F8: Drill = {
  name: 'F8',
  fault: 'processes are replaced under votes, one after the other',
  run: (stage, size) => replaced(stage, size, 'SIGTERM', `SIGTERM, ${RESTARTS[size]} times`),
  control: {
    without: 'an orderly end',
    run: (stage) => replaced(stage, 'short', 'SIGKILL', 'the same with SIGKILL'),
  },
};
