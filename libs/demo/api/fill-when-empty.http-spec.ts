import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccountsModule } from '@buurtstem/accounts-api';
import { NotificationsModule } from '@buurtstem/notifications-api';
import {
  createTestDatabase,
  startTestApp,
  type TestApp,
  type TestDatabase,
} from '@buurtstem/platform-api/testing';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { BURST } from './burst';
import { DEMO_PEOPLE, DemoModule, FillWhenEmpty } from './index';
import { STORIES } from './story';

const rooms = [
  AccountsModule,
  NotificationsModule.forRoot({ hasDevTools: true }),
  DemoModule.forRoot({ hasDevTools: true }),
];

describe('the demo', () => {
  let media: string;
  let test: TestApp;
  let db: DataSource;

  beforeAll(async () => {
    media = await mkdtemp(join(tmpdir(), 'buurtstem-demo-'));
    test = await startTestApp(rooms, { BUURTSTEM_MODE: 'demo', ROLES: 'web', MEDIA_DIR: media });
    db = test.app.get(DataSource);
    await test.app.get(FillWhenEmpty).execute();
  }, 60_000);
  afterAll(async () => {
    await test.close();
    await rm(media, { recursive: true });
  });

  const one = async <T>(sql: string) => {
    const [row] = await db.query<T[]>(sql);
    return row;
  };

  it('fills an empty database once', async () => {
    expect(await test.app.get(FillWhenEmpty).execute()).toBe(false);
    expect(await one('select count(*)::int as districts from district')).toEqual({ districts: 1 });
  });

  it('has a past in which six rounds were counted, one of them without a winner', async () => {
    const rounds = await db.query<object[]>(
      `select r.number, r.state, c.decided_by, p.title from round r
       left join round_count c on c.round_id = r.id left join proposal p on p.id = c.winner_id
       where r.number <= 7 order by r.number`,
    );
    expect(rounds).toMatchObject([
      { state: 'counted', title: expect.stringContaining('fietstunnel') as string },
      { state: 'counted', title: expect.stringContaining('moestuin') as string },
      { state: 'counted', decided_by: 'none', title: null },
      { state: 'counted', title: expect.stringContaining('parkeren') as string },
      { state: 'counted', title: expect.stringContaining('Loswal') as string },
      { state: 'counted', title: expect.stringContaining('schoolplein') as string },
      { state: 'open', title: null },
    ]);
  });

  it('is open now, with a week or two left and a dozen rounds ahead', async () => {
    const open = await one<{ days: number }>(
      `select extract(epoch from closes_at - clock_timestamp()) / 86400 as days from round where state = 'open'`,
    );
    expect(Number(open?.days)).toBeGreaterThan(5.9);
    expect(Number(open?.days)).toBeLessThan(13.1);
    expect(await one(`select count(*)::int as ahead from round where state = 'planned'`)).toEqual({
      ahead: 11,
    });
  });

  it('shows every stage that a plan can be in', async () => {
    const states = await db.query<{ state: string; n: number }[]>(
      'select state, count(*)::int as n from proposal group by state order by state',
    );
    expect(Object.fromEntries(states.map(({ state, n }) => [state, n]))).toEqual({
      closed: 10,
      discussed: 1,
      done: 1,
      'in-progress': 1,
      'on-agenda': 1,
      open: 25,
      rejected: 1,
      withdrawn: 1,
    });
  });

  it('has the votes that the story says, in ballots and ledger alike, and none from the future', async () => {
    const standings = await db.query<{ title: string; votes_for: number }[]>(
      `select p.title, count(*) filter (where v.choice = 'for')::int as votes_for
       from proposal p join vote v on v.proposal_id = p.id where p.state = 'open' group by p.title`,
    );
    const told = new Map(STORIES.map(({ title, votes }) => [title, votes.at(-1)?.[0] ?? 0]));
    expect(standings).toHaveLength(25);
    // Amina's own vote comes on top of the story, and so does the burst.
    const odd = standings.filter(({ title, votes_for }) => {
      const stuffed = title === BURST.title ? BURST.votes : 0;
      return ![0, 1].includes(votes_for - stuffed - (told.get(title) ?? 0));
    });
    expect(odd).toEqual([]);
    expect(await one('select count(*) > 3500 as many from ballot_ledger')).toEqual({ many: true });
    expect(
      await one('select count(*)::int as later from ballot_ledger where recorded_at > clock_timestamp()'),
    ).toEqual({ later: 0 });
    expect(
      await one('select count(*)::int as later from argument where posted_at > clock_timestamp()'),
    ).toEqual({ later: 0 });
    expect(
      await one('select count(*)::int as later from proposal_event where occurred_at > clock_timestamp()'),
    ).toEqual({ later: 0 });
  });

  it('has an agenda with the last winner on it, and what became of the others', async () => {
    const next = await one(
      `select p.title, i.state from agenda_item i join meeting m on m.id = i.meeting_id join proposal p on p.id = i.proposal_id
       where m.starts_at > clock_timestamp()`,
    );
    expect(next).toMatchObject({
      state: 'scheduled',
      title: expect.stringContaining('schoolplein') as string,
    });
    expect(await one('select count(*)::int as reports from progress_report')).toEqual({ reports: 5 });
    expect(await one('select count(*)::int as outcomes from outcome')).toEqual({ outcomes: 3 });
  });

  it('serves its pictures so that they can run nothing', async () => {
    const paths = await db.query<{ path: string; alt: string }[]>('select path, alt from proposal_picture');
    expect(paths).toHaveLength(STORIES.length);
    for (const { path } of paths) await access(join(media, path));
    const { status, headers } = await test.browser().get(`//media/${paths[0]?.path ?? ''}`);
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    );
  });

  it('lets everybody in who is on its list, with their role', async () => {
    for (const { email, role, name } of DEMO_PEOPLE) {
      const { body } = await test.browser().signIn(email);
      const roles = role === 'resident' ? [] : [{ district: 'west', role }];
      expect(body).toMatchObject({ account: { email, displayName: name, roles } });
    }
  });

  it('has a page that its editor wrote, beside the standard ones', async () => {
    const { body } = await test.browser().get<{ items: { title: string }[] }>('/districts/west/pages');
    expect(body.items.map(({ title }) => title)).toEqual([
      'Wat is een stadsdeelcommissie?',
      'Toegankelijkheid',
      'Privacy',
      'Colofon',
    ]);
  });

  it('leaves the clock as it is', async () => {
    expect(await one(`select value from setting where key = 'clock-offset-seconds'`)).toEqual({ value: 0 });
  });
});

describe('a filling that is cut off', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('leaves nothing behind, and the next start does it again; two starts at once do it once', async () => {
    const test = await startTestApp(rooms, { DATABASE_URL: database.url });
    try {
      const db = test.app.get(DataSource);
      const fill = test.app.get(FillWhenEmpty);
      const owner = new Client({ connectionString: database.url });
      await owner.connect();
      // The connection of the filling, known by its lock, is ended from outside as soon as it writes: what kill -9 does.
      const cut = async () => {
        for (let i = 0; i < 400; i++) {
          const busy = await owner.query(
            `select pg_terminate_backend(pid) from pg_stat_activity a
             where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
               and exists (select from pg_locks l where l.pid = a.pid and l.locktype = 'advisory' and l.objid = 7215003)`,
          );
          if (busy.rowCount) return owner.end();
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        throw new Error('The filling was never seen at work.');
      };
      await Promise.all([expect(fill.execute()).rejects.toThrow(), cut()]);
      expect(await db.query('select id from district')).toEqual([]);
      expect(await db.query('select id from account')).toEqual([]);

      const answers = await Promise.all([fill.execute(), fill.execute()]);
      expect(answers.sort()).toEqual([false, true]);
      expect(await db.query('select id from district')).toHaveLength(1);
    } finally {
      await test.close();
    }
  }, 60_000);

  it('gives the tests eight proposals in one open round, the first of them above the threshold', async () => {
    const test = await startTestApp(rooms, { DATABASE_URL: database.url });
    try {
      const answer = await test
        .browser()
        .get<{ items: { title: string; standing: { votesFor: number } }[] }>(
          '/districts/west/standings?limit=8',
        );
      expect(answer.body.items.map(({ standing }) => standing.votesFor)).toEqual([
        112, 95, 87, 60, 41, 30, 12, 0,
      ]);
    } finally {
      await test.close();
    }
  });
});
