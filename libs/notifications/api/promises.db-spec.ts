import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { startTestApp, type TestApp } from '@buurtstem/platform-api/testing';
import type { ProposalId, ResidentId } from '@buurtstem/shared-domain';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import {
  KeepPromises,
  NotificationsModule,
  promiseMessages,
  queueMessages,
  type MessageBatch,
  type WinnerNews,
} from './index';
import { mailboxes, NobodyModule, planOf } from './testing';

const NOW = new Date('2026-11-25T10:00:00Z');
const news: WinnerNews = {
  district: { slug: 'west', name: 'West' },
  proposalNumber: 12,
  title: 'Bankjes langs het Molenpad',
  roundNumber: 3,
  votesFor: 3,
  meeting: null,
};

describe('messages that are promised', () => {
  let test: TestApp;
  let db: DataSource;
  let keep: KeepPromises;
  let proposalId: ProposalId;
  let people: ResidentId[];

  beforeAll(async () => {
    test = await startTestApp([NobodyModule, NotificationsModule.forRoot({ hasDevTools: true })], {
      ROLES: 'web',
    });
    db = test.app.get(DataSource);
    keep = test.app.get(KeepPromises);
    people = await mailboxes(db, 4);
    proposalId = (await planOf(db, people[0]!, 12, news.title)) as ProposalId;
    for (const id of people)
      await db.query(
        `insert into vote (district_id, proposal_id, resident_id, choice, cast_at, changed_at) values (1, $1, $2, 'for', now(), now())`,
        [proposalId, id],
      );
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    for (const table of ['outbox_promise', 'outbox_message', 'news']) await db.query(`delete from ${table}`);
  });

  const won = (): MessageBatch[] => {
    const about = { districtId: 1, subjectId: randomUUID(), news };
    return [
      { ...about, kind: 'plan-won', recipients: { kind: 'submitters', proposalId } },
      { ...about, kind: 'voted-plan-won', recipients: { kind: 'voters', proposalId, choice: 'for' } },
    ];
  };
  const promise = (batches = won(), at = NOW): Promise<void> =>
    db.transaction((em) => promiseMessages(em, batches, at));
  const told = (): Promise<unknown[]> =>
    db.query(
      `select m.kind, m.recipient_id, m.topic, m.delivery, m.created_at, m.next_attempt_at, n.payload
       from outbox_message m join news n on n.district_id = m.district_id and n.id = m.news_id order by 1, 2`,
    );
  const promises = async (): Promise<number> =>
    (await db.query<unknown[]>('select from outbox_promise')).length;

  it('are the messages that would have been queued at once, with the time of what happened', async () => {
    const batches = won();
    await promise(batches);
    expect(await told()).toEqual([]);
    expect([await keep.execute(), await keep.execute(), await promises()]).toEqual([1, 0, 0]);
    const kept = await told();
    await db.query('delete from outbox_message');
    await db.query('delete from news');
    await db.transaction((em) => queueMessages(em, batches, NOW));
    expect(kept).toHaveLength(4);
    expect(kept).toEqual(await told());
  });

  it('are promised by a transaction that commits only', async () => {
    await expect(
      db.transaction(async (em) => {
        await promiseMessages(em, won(), NOW);
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await promises()).toBe(0);
  });

  it('are written once, however many workers there are', async () => {
    for (let one = 0; one < 10; one++) await promise();
    const workers = Array.from({ length: 5 }, async () => {
      let kept = 0;
      while ((await promises()) > 0) kept += await keep.execute();
      return kept;
    });
    const kept = await Promise.all(workers);
    expect(kept.reduce((a, b) => a + b, 0)).toBe(10);
    expect(await told()).toHaveLength(40);
  });

  it('are not lost, nor doubled, where the worker dies while it writes them', async () => {
    await promise();
    const owner = new Client({ connectionString: test.config.databaseUrl });
    await owner.connect();
    try {
      // It comes to a stop at the messages, and is killed there.
      await owner.query('begin');
      await owner.query('lock table outbox_message in share row exclusive mode');
      const keeping = keep.execute();
      let pid: number | undefined;
      while (pid === undefined) {
        await wait(20);
        await owner.query('select pg_stat_clear_snapshot()');
        const { rows } = await owner.query<{ pid: number }>(
          `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
             and query like 'insert into outbox_message%'`,
        );
        pid = rows[0]?.pid;
      }
      await owner.query('select pg_terminate_backend($1)', [pid]);
      expect(await keeping).toBe(0);
      await owner.query('rollback');
    } finally {
      await owner.end();
    }
    expect([(await told()).length, await promises()]).toEqual([0, 1]);
    await db.query('update outbox_promise set next_attempt_at = $1', [NOW]);
    expect(await keep.execute()).toBe(1);
    expect([(await told()).length, await promises()]).toEqual([4, 0]);
  });

  it('keep their turn behind one that cannot be kept', async () => {
    const [first, ...others] = won();
    await promise([
      { ...first!, recipients: { kind: 'submitters', proposalId: 'nothing' as ProposalId } },
      ...others,
    ]);
    await promise(won(), new Date(NOW.getTime() + 1000));
    expect([await keep.execute(), await keep.execute()]).toEqual([0, 1]);
    expect([(await told()).length, await promises()]).toEqual([4, 1]);
  });
});
