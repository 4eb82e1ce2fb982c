import { setTimeout as wait } from 'node:timers/promises';
import { RUNNING, startTestApp, type TestApp } from '@buurtstem/platform-api/testing';
import { CountRound, DueRounds, Promotion } from '@buurtstem/voting-api';
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

describe('R2, F3: any number of count workers', () => {
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

  it('rests on the lock of the round and on the keys of the count: without both it is counted twice (control)', async () => {
    const west = await West.open({ chances: 100 });
    const owner = await ownerOf(west);
    let other: TestApp | undefined;
    try {
      await owner.query(WITHOUT_KEYS);
      await withoutLocks(owner);
      other = await startTestApp([AppModule.forRoot({ hasDevTools: true })], {
        DATABASE_URL: west.test.config.databaseUrl,
      });
      const workers = [west.app.get(DueRounds), other.app.get(DueRounds)];
      let isAsItShouldBe = true;
      for (let race = 1; race <= 20 && isAsItShouldBe; race += 1) {
        const number = await west.proposal(`Plan voor wedloop nummer ${race}`);
        await west.vote(number, await west.residents(2));
        await west.moveClockTo((await west.openRound()).closesAt);
        const racing = [...workers, ...workers, ...workers];
        await Promise.allSettled(racing.map((worker) => worker.countDue()));
        const [left] = await west.rows(LEFT);
        isAsItShouldBe = left?.['counts'] === race && left['items'] === race;
      }
      expect(isAsItShouldBe).toBe(false);
    } finally {
      await other?.close();
      await owner.end();
      await west.close();
    }
  }, 120_000);
});

describe('F4: a worker that is killed between the count and the agenda', () => {
  it('rests on one transaction: with the agenda in a second one the count is left alone (control)', async () => {
    const west = await West.open();
    const owner = await ownerOf(west);
    const promotion = west.app.get(Promotion);
    const promote = promotion.promote.bind(promotion);
    jest.spyOn(promotion, 'promote').mockImplementation(async (em, ...given) => {
      await em.query('commit');
      await em.query('begin');
      return promote(em, ...given);
    });
    try {
      await west.vote(await west.proposal('Veilig oversteken bij de Sluisbrug'), await west.residents(2));
      const round = await west.openRound();
      await west.moveClockTo(round.closesAt);
      await owner.query('begin');
      await owner.query('lock table agenda_item in share row exclusive mode');
      const dead = expect(west.app.get(CountRound).execute(west.districtId, round.number)).rejects.toThrow();
      const pid = await waitingFor(owner, 'insert into "agenda_item"');
      await owner.query('select pg_terminate_backend($1)', [pid]);
      await dead;
      await owner.query('rollback');
      expect(await west.rows(LEFT)).toMatchObject([{ counts: 1, items: 0 }]);
    } finally {
      await owner.end();
      await west.close();
    }
  });

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

describe('F13 without the lock between voting and counting', () => {
  it('acknowledges a vote that the count never sees (control)', async () => {
    const west = await West.open();
    const owner = await ownerOf(west);
    try {
      const plan = await west.proposal('Veilig oversteken bij de Sluisbrug');
      const [amina, bob, laura] = await west.residents(3);
      await west.vote(plan, [amina!, bob!]);
      await withoutLocks(owner);
      // Laura's vote is stamped in time and is written after the count.
      await owner.query(`create function dawdle() returns trigger language plpgsql as
        $$ begin perform pg_sleep(4); return new; end $$`);
      await owner.query('create trigger dawdle before insert on vote for each row execute function dawdle()');
      await closeIn(west, '2 seconds');
      const voting = west.vote(plan, [laura!]);
      while ((await west.app.get(DueRounds).countDue()) === 0) await wait(20);
      expect(await voting).toMatchObject([{ ok: true }]);
      expect(await west.rows('select votes_for from count_line')).toEqual([{ votes_for: 2 }]);
    } finally {
      await owner.end();
      await west.close();
    }
  });
});

describe('R3, F5: the clock of the process', () => {
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
      doNotFake: [...RUNNING, 'performance'],
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

async function ownerOf(west: West): Promise<Client> {
  const owner = new Client({ connectionString: west.test.config.databaseUrl });
  await owner.connect();
  return owner;
}

/** Takes what the rounds are locked with away from under the application: functions of that name that do nothing. */
async function withoutLocks(owner: Client): Promise<void> {
  for (const name of ['pg_advisory_xact_lock', 'pg_advisory_xact_lock_shared'])
    await owner.query(
      `create function public.${name}(integer, integer) returns void language sql as 'select'`,
    );
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  await owner.query(`alter database ${rows[0]?.name} set search_path = public, pg_catalog`);
  // Connections of before still have the lock. They have ended when this answers, and the pool is to hear of it before it is used.
  await owner.query(
    `select pg_terminate_backend(pid, 10000) from pg_stat_activity
     where datname = current_database() and application_name = 'buurtstem'`,
  );
  await wait(100);
}

/** Every key of what a count leaves behind. */
const WITHOUT_KEYS = `
  do $$ declare c record; begin
    for c in select conrelid::regclass as t, conname from pg_constraint
      where contype in ('p', 'u') and conrelid::regclass::text ~ '^(round_count|count_|agenda_item)'
    loop execute format('alter table %s drop constraint %I cascade', c.t, c.conname); end loop;
    drop index round_one_open;
  end $$`;

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
