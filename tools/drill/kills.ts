import { setTimeout as wait } from 'node:timers/promises';
import { judge, type Drill, type Outcome, type Size } from './drill.ts';
import type { Stage } from './stage.ts';
import { Voters } from './voters.ts';

const AT_ONCE = 20;
const BETWEEN_KILLS = 60;
const KILLS = { short: 2, full: 10 } as const satisfies Record<Size, number>;

/** Votes, and the fault again and again in the middle of them; then everybody who was cut off asks again. */
async function underVotes(
  stage: Stage,
  kills: number,
  did: string,
  fault: () => Promise<void>,
  hasty = false,
): Promise<Outcome> {
  const town = await stage.people(200, 60);
  const voters = new Voters(town, { port: () => stage.api.port, atOnce: AT_ONCE, hasty });
  voters.start();
  for (let kill = 0; kill < kills; kill += 1) {
    await voters.acknowledge(BETWEEN_KILLS);
    // At another moment each time.
    await wait(Math.random() * 200);
    await fault();
  }
  await voters.acknowledge(BETWEEN_KILLS);
  const tally = await voters.stop();
  const complaints = [];
  if (!(await voters.settle())) complaints.push('who asked again was not helped');
  if (tally.broken + tally.refused === 0) complaints.push('the fault hit nobody');
  return judge(stage, town, tally, did, { complaints, seen: `${tally.broken} cut off` });
}

const killApi = async (stage: Stage): Promise<void> => {
  stage.api.kill('SIGKILL');
  await stage.restartApi();
};

const killDatabase = async (stage: Stage): Promise<void> => {
  await stage.database.killAll();
  await stage.database.startAgain();
  await stage.api.untilReady();
};

export const F1: Drill = {
  name: 'F1',
  fault: 'the API is killed in the middle of votes',
  run: (stage, size) =>
    underVotes(stage, KILLS[size], `kill -9 of the API, ${KILLS[size]} times`, () => killApi(stage)),
  control: {
    without: 'waiting for the commit before saying yes',
    run: (stage) => underVotes(stage, 1, 'the same, votes called cast when sent', () => killApi(stage), true),
  },
};

export const F2: Drill = {
  name: 'F2',
  fault: 'the database is killed in the middle of votes',
  run: (stage, size) =>
    underVotes(stage, KILLS[size], `kill -9 of all its processes, ${KILLS[size]} times`, () =>
      killDatabase(stage),
    ),
  control: {
    without: 'synchronous_commit',
    async run(stage) {
      // However the API connects: the transaction of a vote itself says that it need not wait for the disk.
      await stage.database.sql(
        `create function commit_later() returns trigger language plpgsql as $$
         begin perform set_config('synchronous_commit', 'off', true); return new; end $$`,
      );
      await stage.database.sql(
        'create trigger commit_later before insert on ballot_ledger for each row execute function commit_later()',
      );
      // By itself PostgreSQL writes what nobody waits for five times a second; here it takes its time.
      await stage.database.sql(`alter system set wal_writer_delay = '10s'`);
      await stage.database.sql(`alter system set wal_writer_flush_after = '1GB'`);
      await stage.database.sql('select pg_reload_conf()');
      return underVotes(stage, 2, 'the same, commits not on disk', () => killDatabase(stage));
    },
  },
};
