import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { judge, type Drill, type Outcome } from './drill.ts';
import type { Stage } from './stage.ts';
import { ballotsOn } from './town.ts';
import { ask, Voters } from './voters.ts';

const VOTES_BETWEEN = 40;

/** Half an hour before the count date and then after it: what the database says of the time decides. */
async function aroundTheCountDate(stage: Stage, did: string, jump: () => Promise<void>): Promise<Outcome> {
  const { database } = stage;
  const town = await stage.people(100, 10);
  const [before] = await database.sql<{ closes_at: Date }>(
    `select closes_at from round where state = 'open'`,
  );
  const closeIn = (interval: string): Promise<unknown> =>
    database.sql(`update round set closes_at = clock_timestamp() + $1::interval where state = 'open'`, [
      interval,
    ]);
  const voters = new Voters(town, { port: () => stage.api.port, atOnce: 10 });
  try {
    await closeIn('30 minutes');
    voters.start();
    await voters.acknowledge(VOTES_BETWEEN);
    // An hour ahead, and an hour behind.
    for (let time = 0; time < 2; time += 1) {
      await jump();
      await voters.acknowledge(VOTES_BETWEEN, 10_000);
    }
    const tally = await voters.stop();
    const complaints = tally.acknowledged.length < 3 * VOTES_BETWEEN ? ['votes in time were not taken'] : [];
    await closeIn('-1 milliseconds');
    const [ballot] = ballotsOn(town, -1);
    const late = await ask(stage.api.port, town.slug, ballot, 'for');
    if (late.status !== 409) complaints.push(`a vote after the count date was answered with ${late.status}`);
    return await judge(stage, town, tally, did, { complaints });
  } finally {
    await voters.stop();
    await database.sql(`update round set closes_at = $1 where state = 'open'`, [before?.closes_at]);
    await database.sql(`delete from setting where key = 'clock-offset-seconds'`);
  }
}

export const F5: Drill = {
  name: 'F5',
  fault: 'the clock of the API jumps by an hour, forwards and back',
  async run(stage) {
    const wrong = pathToFileURL(join(stage.root, 'tools/drill/skewed-clock.mjs')).href;
    await stage.restartApi({}, ['--import', wrong]);
    const outcome = await aroundTheCountDate(stage, 'votes before and after the count date', async () => {
      const seen = stage.api.printed.length;
      stage.api.kill('SIGWINCH');
      while (!stage.api.printed.slice(seen).includes('the clock is off')) {
        if (stage.api.hasEnded) throw new Error(`The API ended:\n${stage.api.printed}`);
        await wait(10);
      }
    });
    await stage.restartApi();
    return outcome;
  },
  control: {
    without: 'a database that tells the time',
    run: (stage) =>
      aroundTheCountDate(stage, "the same jump in the database's clock", async () => {
        await stage.database.sql(
          `insert into setting (key, value) values ('clock-offset-seconds', '3600') on conflict (key) do nothing`,
        );
      }),
  },
};
