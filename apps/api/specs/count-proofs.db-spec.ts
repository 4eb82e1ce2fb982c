import { setTimeout as wait } from 'node:timers/promises';
import { startTestApp, type TestApp } from '@buurtstem/platform-api/testing';
import { CountRound, DueRounds } from '@buurtstem/voting-api';
import { Client } from 'pg';
import { AppModule } from '../src/app.module';
import { West } from './west';

const HOUR = 3_600_000;

/** What a count leaves behind. */
const LEFT = `
  select (select count(*) from round_count)::integer as counts, (select count(*) from agenda_item)::integer as items,
    (select count(*) from outbox_message where kind = 'plan-won')::integer as wins,
    (select count(*) from outbox_message where kind = 'voted-plan-won')::integer as told,
    (select count(*) from round where state = 'open')::integer as open`;

describe('R2: any number of count workers', () => {
  it('leave one count, one agenda item and one batch of messages, in 100 races', async () => {
    const west = await West.open({ chances: 100 });
    let other: TestApp | undefined;
    try {
      // A second process on the same database, with connections of its own.
      other = await startTestApp([AppModule.forRoot({ hasDevTools: true })], {
        DATABASE_URL: west.test.config.databaseUrl,
      });
      const workers = [west.app.get(DueRounds), other.app.get(DueRounds)];
      for (let race = 1; race <= 100; race += 1) {
        const number = await west.proposal(`Plan voor wedloop nummer ${race}`);
        await west.vote(number, await west.residents(2));
        await west.moveClockTo((await west.openRound()).closesAt);
        // Two each time, and five every tenth.
        const racing = race % 10 === 0 ? [...workers, ...workers, workers[0]!] : workers;
        const counted = await Promise.all(racing.map((worker) => worker.countDue()));
        expect(counted.reduce((a, b) => a + b, 0)).toBe(1);
        expect(await west.rows(LEFT)).toEqual([
          { counts: race, items: race, wins: race, told: 2 * race, open: 1 },
        ]);
      }
    } finally {
      await other?.close();
      await west.close();
    }
  }, 300_000);
});

describe('F4: a worker that is killed between the count and the agenda', () => {
  it('leaves nothing, and the next run completes it', async () => {
    const west = await West.open();
    const owner = new Client({ connectionString: west.test.config.databaseUrl });
    await owner.connect();
    try {
      await west.vote(await west.proposal('Veilig oversteken bij de Sluisbrug'), await west.residents(2));
      const round = await west.openRound();
      await west.moveClockTo(round.closesAt);
      const before = await west.rows(LEFT);

      // The worker has counted, and comes to a stop at the agenda: that is where it is killed.
      await owner.query('begin');
      await owner.query('lock table agenda_item in share row exclusive mode');
      const counting = west.app.get(CountRound).execute(west.districtId, round.number);
      const dead = expect(counting).rejects.toThrow();
      const pid = await waitingFor(owner, 'insert into "agenda_item"');
      await owner.query('select pg_terminate_backend($1)', [pid]);
      await dead;
      await owner.query('rollback');

      expect(await west.rows(LEFT)).toEqual(before);
      expect(await west.rows('select from count_line')).toEqual([]);
      expect(await west.rows('select state, chances_used from proposal')).toEqual([
        { state: 'open', chances_used: 0 },
      ]);
      expect(await west.openRound()).toEqual(round);

      expect(await west.app.get(DueRounds).countDue()).toBe(1);
      expect(await west.rows(LEFT)).toEqual([{ counts: 1, items: 1, wins: 1, told: 2, open: 1 }]);
    } finally {
      await owner.end();
      await west.close();
    }
  });
});

describe('F13: votes that come in while the count date passes', () => {
  it('are counted or refused: none is acknowledged and missing, and none is counted that was refused', async () => {
    const west = await West.open();
    try {
      for (let trial = 0; trial < 5; trial += 1) {
        const plan = await west.proposal(`Plan van proef nummer ${trial}`);
        const voters = await west.residents(120);
        await closeIn(west, '400 milliseconds');
        const due = west.app.get(DueRounds);
        let counted = false;
        const counting = (async () => {
          while ((await due.countDue()) === 0) await wait(5);
          counted = true;
        })();
        const answers: string[] = [];
        // Several at once, until the count is through.
        const queue = [...voters];
        const voting = Array.from({ length: 6 }, async () => {
          for (let voter = queue.shift(); voter !== undefined && !counted; voter = queue.shift()) {
            const [answer] = await west.vote(plan, [voter]);
            answers.push(answer?.ok === true ? 'counted' : (answer?.refusal ?? 'nothing'));
            await wait(15);
          }
        });
        await Promise.all([counting, ...voting]);
        const acknowledged = answers.filter((answer) => answer === 'counted').length;
        const [line] = await west.rows(
          `select l.votes_for from count_line l join proposal p on p.id = l.proposal_id
           where p.number = $1 order by l.version limit 1`,
          [plan],
        );
        expect(acknowledged).toBeGreaterThan(2);
        expect(line).toEqual({ votes_for: acknowledged });
        // The plan won: whoever came after the count found it closed.
        expect(new Set(answers)).toEqual(
          new Set(['counted', ...answers.filter((a) => ['voting-closed', 'proposal-not-open'].includes(a))]),
        );
      }
    } finally {
      await west.close();
    }
  }, 120_000);
});

describe('R3: the clock of the process', () => {
  let west: West;
  beforeEach(async () => (west = await West.open()));
  afterEach(async () => {
    jest.useRealTimers();
    await west.close();
  });

  /** Everything of the process that says what time it is, and nothing that waits. */
  const processClockIsOffBy = (offset: number): void => {
    jest.useFakeTimers({
      now: Date.now() + offset,
      advanceTimers: true,
      doNotFake: [
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ],
    });
  };

  it.each([
    ['an hour ahead', HOUR],
    ['an hour behind', -HOUR],
  ])(
    'decides nothing: before the count date a vote counts and no count happens, though it is %s',
    async (_how, off) => {
      const plan = await west.proposal('Veilig oversteken bij de Sluisbrug');
      const voters = await west.residents(2);
      await closeIn(west, '30 minutes');
      processClockIsOffBy(off);
      expect(await west.vote(plan, voters)).toMatchObject([{ ok: true }, { ok: true }]);
      expect(await west.app.get(DueRounds).countDue()).toBe(0);
      expect(await west.rows('select from round_count')).toEqual([]);
    },
  );

  it.each([
    ['an hour ahead', HOUR],
    ['an hour behind', -HOUR],
  ])(
    'decides nothing: after it votes are refused and the count happens, though it is %s',
    async (_how, off) => {
      const plan = await west.proposal(
        'Veilig oversteken bij de Sluisbrug',
        new Date(Date.now() - 24 * HOUR),
      );
      const [amina, bob, laura] = await west.residents(3);
      await west.vote(plan, [amina!, bob!]);
      await closeIn(west, '-1 milliseconds');
      processClockIsOffBy(off);
      expect(await west.vote(plan, [laura!])).toEqual([{ ok: false, refusal: 'voting-closed' }]);
      expect(await west.app.get(DueRounds).countDue()).toBe(1);
      expect(await west.rows('select votes_for from count_line')).toEqual([{ votes_for: 2 }]);
      const [{ late } = { late: null }] = await west.rows(
        `select abs(extract(epoch from counted_at - clock_timestamp())) < 600 as late from round_count`,
      );
      expect(late).toBe(true);
    },
  );
});

/** Lets the open round end so long from now, by the database's clock. */
async function closeIn(west: West, interval: string): Promise<void> {
  await west.rows(`update round set closes_at = clock_timestamp() + $1::interval where state = 'open'`, [
    interval,
  ]);
}

/** The backend that waits for a lock with a statement like this one. */
async function waitingFor(client: Client, statement: string): Promise<number> {
  for (let look = 0; look < 500; look += 1) {
    // A transaction sees the activity of its first look for as long as it lasts.
    await client.query('select pg_stat_clear_snapshot()');
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock' and query ilike $1 || '%'`,
      [statement],
    );
    if (rows[0]) return rows[0].pid;
    await wait(20);
  }
  throw new Error(`Nobody came to wait with: ${statement}`);
}
