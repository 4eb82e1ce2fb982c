import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { startTestApp, type TestApp } from '@buurtstem/platform-api/testing';
import type { ProposalId, ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { NotificationsModule, queueMessages, type Audience, type OutcomeNews } from './index';
import { mailboxes, NobodyModule, planOf } from './testing';

const NOW = new Date('2026-11-25T10:00:00Z');
/** The Friday after, at 16:00 in Amsterdam. */
const FRIDAY = new Date('2026-11-27T15:00:00Z');
const news: OutcomeNews = {
  district: { slug: 'west', name: 'West' },
  proposalNumber: 12,
  title: 'Bankjes langs het Molenpad',
  decision: 'adopted',
  reasons: 'Het past in het park.',
  meeting: null,
};

describe('an event that is told to several circles', () => {
  let test: TestApp;
  let db: DataSource;
  let proposalId: ProposalId;
  let [charlie, co, voter, against, out, writer, silenced, answering, clerk]: ResidentId[] = [];

  beforeAll(async () => {
    test = await startTestApp([NobodyModule, NotificationsModule.forRoot({ hasDevTools: true })], {
      ROLES: 'web',
    });
    db = test.app.get(DataSource);
    [charlie, co, voter, against, out, writer, silenced, answering, clerk] = await mailboxes(db, 9);
    proposalId = (await planOf(db, charlie!, 12, news.title)) as ProposalId;
    await db.query(
      `insert into co_submitter (district_id, proposal_id, resident_id, name, joined_at) values (1, $1, $2, 'Co', now())`,
      [proposalId, co],
    );
    const votes: [ResidentId, string, string][] = [
      [charlie!, 'for', 'valid'],
      [voter!, 'for', 'valid'],
      [against!, 'against', 'held'],
      [out!, 'for', 'invalidated'],
    ];
    for (const [id, choice, status] of votes)
      await db.query(
        `insert into vote (district_id, proposal_id, resident_id, choice, status, cast_at, changed_at)
         values (1, $1, $2, $3, $4, now(), now())`,
        [proposalId, id, choice, status],
      );
    await argument(writer!);
    await argument(voter!);
    const hidden = await argument(silenced!, { hidden: true });
    await argument(answering!, { parent: hidden });
    await db.query(`insert into role_grant values (1, $1, 'clerk', now()), (1, $1, 'moderator', now())`, [
      clerk,
    ]);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await db.query('delete from outbox_message');
    await db.query('delete from news');
  });

  async function argument(
    author: ResidentId,
    { hidden = false, parent = null }: { hidden?: boolean; parent?: string | null } = {},
  ): Promise<string> {
    const id = randomUUID();
    await db.query(
      `insert into argument (district_id, id, proposal_id, author_id, author_name, side, body, posted_at, parent_id, hidden)
       values (1, $1, $2, $3, 'Naam', 'for', 'Goed plan', now(), $4, $5)`,
      [id, proposalId, author, parent, hidden],
    );
    return id;
  }
  const tell = (subjectId: string, ...audiences: Audience[]): Promise<void> =>
    db.transaction((em) =>
      queueMessages(
        em,
        audiences.map((recipients) => ({
          kind: 'outcome-published',
          news,
          districtId: 1,
          subjectId,
          recipients,
        })),
        NOW,
      ),
    );
  const told = async (): Promise<Record<string, string>> => {
    const rows = await db.query<{ recipient_id: string; topic: string }[]>(
      'select recipient_id, topic from outbox_message',
    );
    return Object.fromEntries(rows.map(({ recipient_id, topic }) => [recipient_id, topic]));
  };

  /** Until a transaction waits for what another has not committed. */
  async function untilItWaits(): Promise<void> {
    for (let look = 0; look < 500; look++) {
      const waiting = await db.query<unknown[]>(
        `select from pg_locks join pg_stat_activity a using (pid)
         where not granted and locktype in ('advisory', 'transactionid') and a.datname = current_database()`,
      );
      if (waiting.length > 0) return;
      await setTimeout(20);
    }
    throw new Error('Nobody came to wait.');
  }

  it.each<[string, () => Audience, () => (ResidentId | undefined)[]]>([
    ['submitter and co-submitters', () => ({ kind: 'submitters', proposalId }), () => [charlie, co]],
    [
      'voters for it, but whose vote was taken out',
      () => ({ kind: 'voters', proposalId, choice: 'for' }),
      () => [charlie, voter],
    ],
    ['all voters', () => ({ kind: 'voters', proposalId, choice: 'any' }), () => [charlie, voter, against]],
    [
      'who wrote what everybody can read, not below what is hidden',
      () => ({ kind: 'discussants', proposalId }),
      () => [voter, writer],
    ],
    [
      'staff, once for several roles',
      () => ({ kind: 'staff', roles: ['clerk', 'moderator'] }),
      () => [clerk],
    ],
  ])('reaches %s', async (_who, audience, expected) => {
    await tell(randomUUID(), audience());
    expect(Object.keys(await told()).sort()).toEqual(expected().sort());
  });

  it('gives everybody one mail, as what they are first of all', async () => {
    const subjectId = randomUUID();
    const circles = (): Promise<void> =>
      tell(
        subjectId,
        { kind: 'submitters', proposalId },
        { kind: 'voters', proposalId, choice: 'any' },
        { kind: 'discussants', proposalId },
      );
    await circles();
    const once = await told();
    expect(once).toEqual({
      [charlie!]: 'own-plan',
      [co!]: 'own-plan',
      [voter!]: 'voted-plan',
      [against!]: 'voted-plan',
      [writer!]: 'discussed-plan',
    });
    await circles();
    expect(await told()).toEqual(once);
    expect(await db.query('select count(*)::integer as n from outbox_message')).toEqual([{ n: 5 }]);
    expect(await db.query('select count(*)::integer as n from news')).toEqual([{ n: 3 }]);
  });

  it('also where the kinds differ, or the earlier one is not wanted', async () => {
    await db.query(
      `insert into notification_preference (account_id, topic, delivery, changed_at) values ($1, 'own-plan', 'never', now())`,
      [charlie],
    );
    const about = { districtId: 1, subjectId: randomUUID() };
    const won = { ...news, roundNumber: 1, votesFor: 2 };
    await db.transaction((em) =>
      queueMessages(
        em,
        [
          { ...about, kind: 'plan-won', news: won, recipients: { kind: 'submitters', proposalId } },
          {
            ...about,
            kind: 'voted-plan-won',
            news: won,
            recipients: { kind: 'voters', proposalId, choice: 'for' },
          },
        ],
        NOW,
      ),
    );
    expect(await told()).toEqual({ [co!]: 'own-plan', [voter!]: 'voted-plan' });
    await db.query('delete from notification_preference');
  });

  it('waits for Friday where it is about a plan that one voted on, unless one chose otherwise', async () => {
    const due = async (): Promise<Date> => {
      await db.query('delete from outbox_message');
      await tell(randomUUID(), { kind: 'voters', proposalId, choice: 'for' });
      const [row] = await db.query<{ next_attempt_at: Date }[]>(
        'select next_attempt_at from outbox_message where recipient_id = $1',
        [voter],
      );
      return row!.next_attempt_at;
    };
    expect(await due()).toEqual(FRIDAY);
    await db.query(
      `insert into notification_preference (account_id, topic, delivery, changed_at) values ($1, 'voted-plan', 'immediate', now())`,
      [voter],
    );
    expect(await due()).toEqual(NOW);
    await db.query('delete from notification_preference');
  });

  it('names somebody twice who is told once', async () => {
    await tell(randomUUID(), { kind: 'people', ids: [voter!, voter!] });
    expect(Object.keys(await told())).toEqual([voter]);
  });

  it('is told once by two transactions that are the first at once', async () => {
    const subjectId = randomUUID();
    const again = {
      kind: 'outcome-published',
      news,
      districtId: 1,
      subjectId,
      recipients: [voter!],
    } as const;
    let other: Promise<void> = Promise.resolve();
    await db.transaction(async (em) => {
      await queueMessages(em, again, NOW);
      // It sees nothing of the first, which has not committed, and waits for its turn.
      other = db.transaction((late) => queueMessages(late, again, NOW));
      await untilItWaits();
    });
    await other;
    expect(Object.keys(await told())).toEqual([voter]);
    expect(await db.query('select count(*)::integer as n from outbox_message')).toEqual([{ n: 1 }]);
  });

  it('does not reach an address that does not work, but for what is essential', async () => {
    await db.query(`insert into mailbox (account_id, unreachable_since) values ($1, now())`, [voter]);
    await tell(randomUUID(), { kind: 'voters', proposalId, choice: 'for' });
    expect(Object.keys(await told())).toEqual([charlie]);
    await tell(randomUUID(), { kind: 'people', ids: [voter!] });
    expect((await told())[voter!]).toBe('essential');
    await db.query('delete from mailbox');
  });

  it('is about somebody and something that is there', async () => {
    const insert = (recipient: string, newsId: string): Promise<unknown> =>
      db.query(
        `insert into outbox_message (district_id, id, kind, subject_id, recipient_id, news_id, topic, delivery, created_at,
           next_attempt_at) values (1, gen_random_uuid(), 'plan-won', gen_random_uuid(), $1, $2, 'own-plan', 'immediate', now(), now())`,
        [recipient, newsId],
      );
    await tell(randomUUID(), { kind: 'people', ids: [voter!] });
    const [known] = await db.query<{ id: string }[]>('select news_id as id from outbox_message');
    await expect(insert(randomUUID(), known!.id)).rejects.toThrow('somebody who gets it');
    await expect(insert(voter!, randomUUID())).rejects.toThrow('news that it tells');
    await expect(db.query('delete from news where id = $1', [known!.id])).rejects.toThrow('was told');
    await insert(voter!, known!.id);
  });
});
