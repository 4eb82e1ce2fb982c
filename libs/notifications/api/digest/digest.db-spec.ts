import { randomUUID } from 'node:crypto';
import { MovableClock } from '@buurtstem/platform-api';
import { startTestApp, type TestApp } from '@buurtstem/platform-api/testing';
import type { ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import {
  AssembleDigests,
  NotificationsModule,
  queueMessages,
  SendQueuedMail,
  type OutcomeNews,
  type WinnerNews,
} from '../index';
import { PreferenceStore } from '../preferences/preferences';
import { headerOf, mailboxes, NobodyModule, planOf, readable, TestMailServer } from '../testing';
import { nextDigest } from './digest-moment';

const district = { slug: 'west', name: 'West' };
const TITLES = { 12: 'Bankjes langs het Molenpad', 7: 'Een waterspeelplek' } as const;
const WEEK = 7 * 86_400;

describe('the digest of the week', () => {
  let smtp: TestMailServer;
  let test: TestApp;
  let db: DataSource;
  let people: ResidentId[];
  let laura: ResidentId;
  let seconds = 0;

  beforeAll(async () => {
    smtp = await TestMailServer.start();
    test = await startTestApp([NobodyModule, NotificationsModule.forRoot({ hasDevTools: true })], {
      SMTP_URL: smtp.url,
      ROLES: 'web',
    });
    db = test.app.get(DataSource);
    people = await mailboxes(db, 12);
    laura = people[0]!;
    const [charlie] = await mailboxes(db, 1);
    for (const [number, title] of Object.entries(TITLES)) await planOf(db, charlie!, Number(number), title);
  });
  afterAll(async () => {
    await test.close();
    await smtp.close();
  });
  beforeEach(async () => {
    for (const table of ['outbox_message', 'news', 'notification_preference', 'mailbox'])
      await db.query(`delete from ${table}`);
    await db.query('update proposal set hidden = false');
    smtp.taken.length = 0;
    smtp.answerTo = () => null;
  });

  const now = (): Promise<Date> => test.app.get(MovableClock).now(db.manager);
  async function untilFriday(): Promise<void> {
    const at = await now();
    seconds += Math.ceil((nextDigest(at).getTime() - at.getTime()) / 1000) + 1;
    await test.app.get(MovableClock).moveTo(db.manager, seconds);
  }
  async function won(to: readonly ResidentId[], number: 12 | 7 = 12): Promise<void> {
    const news: WinnerNews = {
      ...{
        district,
        proposalNumber: number,
        title: TITLES[number],
        roundNumber: 3,
        votesFor: 212,
        meeting: null,
      },
    };
    const batch = {
      districtId: 1,
      kind: 'voted-plan-won' as const,
      subjectId: randomUUID(),
      recipients: to,
      news,
    };
    await queueMessages(db.manager, batch, await now());
  }
  async function decided(to: readonly ResidentId[], number: 12 | 7 = 12): Promise<void> {
    const news: OutcomeNews = {
      ...{ district, proposalNumber: number, title: TITLES[number], decision: 'adopted', meeting: null },
      reasons: 'Het past in het park.',
    };
    const recipients = { kind: 'people', ids: to, part: 'discussant' } as const;
    const batch = {
      districtId: 1,
      kind: 'outcome-published' as const,
      subjectId: randomUUID(),
      recipients,
      news,
    };
    await queueMessages(db.manager, batch, await now());
  }
  async function work(): Promise<void> {
    while ((await test.app.get(AssembleDigests).execute()) > 0);
    while ((await test.app.get(SendQueuedMail).execute()) > 0);
  }
  const waiting = async (): Promise<number> =>
    (await db.query<unknown[]>('select from outbox_message where sent_at is null and given_up_at is null'))
      .length;

  it('is one mail on Friday, with everything of a plan together', async () => {
    await won([laura]);
    await decided([laura], 7);
    await decided([laura]);
    await work();
    expect(smtp.taken).toEqual([]);
    await untilFriday();
    await work();
    expect(smtp.taken).toHaveLength(1);
    const [mail] = smtp.taken;
    const text = readable(mail!);
    expect(text).toContain('Uw week in West: nieuws over 2 plannen');
    expect(text.match(/^Bankjes langs het Molenpad/gm)).toHaveLength(1);
    const [start, between, end] = [
      'Bankjes langs',
      'De commissie neemt dit plan over.',
      'Een waterspeelplek',
    ].map((words) => text.indexOf(words));
    expect(start).toBeLessThan(between!);
    expect(between).toBeLessThan(end!);
    expect(text).toContain('heeft gewonnen met 212 stemmen voor');
    expect(headerOf(mail!, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(await waiting()).toBe(0);
    await untilFriday();
    await work();
    expect(smtp.taken).toHaveLength(1);
  });

  it('reaches everybody once, however many workers put it together and send it', async () => {
    await won(people);
    await decided(people);
    await untilFriday();
    await Promise.all([1, 2, 3, 4].map(work));
    await work();
    expect(smtp.taken).toHaveLength(people.length);
    expect(new Set(smtp.taken.flatMap(({ to }) => to)).size).toBe(people.length);
    expect(await waiting()).toBe(0);
  });

  it('leaves out what was stopped meanwhile, and is no mail where nothing is left', async () => {
    await won([laura]);
    await decided([laura], 7);
    await untilFriday();
    await test.app.get(AssembleDigests).execute();
    const stop = async (topic: 'voted-plan' | 'discussed-plan'): Promise<void> =>
      test.app.get(PreferenceStore).deliver(db.manager, laura, topic, 'never', await now());
    await stop('voted-plan');
    await work();
    expect(smtp.taken).toHaveLength(1);
    expect(readable(smtp.taken[0]!)).not.toContain(TITLES[12]);

    await decided([laura]);
    await untilFriday();
    await test.app.get(AssembleDigests).execute();
    await stop('discussed-plan');
    await work();
    expect(smtp.taken).toHaveLength(1);
    expect(await waiting()).toBe(0);
  });

  it('leaves out a plan that is hidden, and tells of it in the week after where that is lifted', async () => {
    await won([laura]);
    await decided([laura], 7);
    await untilFriday();
    await test.app.get(AssembleDigests).execute();
    await db.query('update proposal set hidden = true where number = 12');
    await work();
    expect(readable(smtp.taken[0]!)).not.toContain(TITLES[12]);
    await db.query('update proposal set hidden = false');
    await work();
    expect(smtp.taken).toHaveLength(1);
    await untilFriday();
    await work();
    expect(smtp.taken).toHaveLength(2);
    expect(readable(smtp.taken[1]!)).toContain(TITLES[12]);
  });

  it('is tried again as the same mail, and marks what is in it only when it was taken', async () => {
    smtp.answerTo = () => '451 Later';
    await won([laura]);
    await untilFriday();
    await work();
    expect(await waiting()).toBe(2);
    smtp.answerTo = () => null;
    seconds += 600;
    await test.app.get(MovableClock).moveTo(db.manager, seconds);
    await work();
    expect(smtp.taken).toHaveLength(1);
    expect(await waiting()).toBe(0);
  });

  it('goes out as one mail where the worker was away for two Fridays', async () => {
    await won([laura]);
    seconds += WEEK;
    await test.app.get(MovableClock).moveTo(db.manager, seconds);
    await decided([laura]);
    seconds += WEEK;
    await test.app.get(MovableClock).moveTo(db.manager, seconds);
    await work();
    expect(smtp.taken).toHaveLength(1);
    expect(readable(smtp.taken[0]!)).toContain('heeft gewonnen');
    expect(readable(smtp.taken[0]!)).toContain('neemt dit plan over');
  });

  it('is in the language of the recipient', async () => {
    await db.query(`insert into mailbox (account_id, language) values ($1, 'en')`, [laura]);
    await won([laura]);
    await untilFriday();
    await work();
    const text = readable(smtp.taken[0]!);
    expect(text).toContain('Your week in West');
    expect(text).toContain('This plan has won with 212 votes for it.');
    expect(text).toContain('<html lang="en">');
  });
});
