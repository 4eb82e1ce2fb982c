import { randomUUID } from 'node:crypto';
import { MovableClock } from '@buurtstem/platform-api';
import { startTestApp, type TestApp } from '@buurtstem/platform-api/testing';
import type { ResidentId } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { NotificationsModule, queueMessages, RecordBounces, SendQueuedMail, type WinnerNews } from '../index';
import { headerOf, mailboxes, NobodyModule, TestMailServer } from '../testing';
import { Mailer } from './mailer';

const news: WinnerNews = {
  district: { slug: 'west', name: 'West' },
  proposalNumber: 12,
  title: 'Bankjes langs het Molenpad',
  roundNumber: 3,
  votesFor: 212,
  meeting: null,
};
const MINUTE = 60;
const HOUR = 60 * MINUTE;

describe('sending mail', () => {
  let smtp: TestMailServer;
  let test: TestApp;
  let db: DataSource;
  let people: ResidentId[];
  let seconds = 0;

  beforeAll(async () => {
    smtp = await TestMailServer.start();
    test = await startTestApp([NobodyModule, NotificationsModule.forRoot({ hasDevTools: true })], {
      SMTP_URL: smtp.url,
      ROLES: 'web',
    });
    db = test.app.get(DataSource);
    people = await mailboxes(db, 60);
  });
  afterAll(async () => {
    await test.close();
    await smtp.close();
  });
  beforeEach(async () => {
    for (const table of ['outbox_message', 'mail_bounce', 'mailbox']) await db.query(`delete from ${table}`);
    smtp.taken.length = 0;
    smtp.answerTo = () => null;
    await pass(-seconds);
  });

  /** Time passes by, for the whole deployment. */
  async function pass(more: number): Promise<void> {
    seconds += more;
    await test.app.get(MovableClock).moveTo(db.manager, seconds);
  }
  async function queue(
    to: readonly ResidentId[],
    kind: 'plan-won' | 'item-queued' = 'plan-won',
  ): Promise<void> {
    const now = await test.app.get(MovableClock).now(db.manager);
    const batch = { districtId: 1, kind, subjectId: randomUUID(), recipients: to, news };
    await db.transaction((em) => queueMessages(em, batch, now));
  }
  async function work(): Promise<void> {
    while ((await test.app.get(SendQueuedMail).execute()) > 0);
  }
  const rows = (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    db.query(sql, values);
  const unsent = (): Promise<Record<string, unknown>[]> =>
    rows('select attempts from outbox_message where sent_at is null and given_up_at is null');

  it('F11: loses nothing while the mail server is away for an hour, and sends everything once after', async () => {
    await queue(people);
    await smtp.close();
    for (let minute = 0; minute < 60; minute += 2) {
      await work();
      await pass(2 * MINUTE);
    }
    expect(await unsent()).toHaveLength(people.length);
    // Most were never tried: the batch stops where the server does not answer.
    expect(await rows('select from mail_bounce')).toEqual([]);
    await smtp.listen();
    for (let minute = 0; minute < 20; minute++) {
      await work();
      await pass(MINUTE);
    }
    expect(await unsent()).toEqual([]);
    expect(smtp.taken.flatMap(({ to }) => to).sort()).toEqual(
      (await rows('select email from account')).map(({ email }) => email).sort(),
    );
  });

  it('sends a mail again under the same Message-ID where the worker died after sending it', async () => {
    await queue(people.slice(0, 1));
    const mailer = test.app.get(Mailer);
    const send = mailer.send.bind(mailer);
    // The server has the mail; the process ends before it can note that down.
    const killed = jest.spyOn(mailer, 'send').mockImplementation(async (...mail) => {
      await send(...mail);
      throw Object.assign(new Error('killed'), { code: 'KILLED' });
    });
    await work();
    killed.mockRestore();
    await pass(20 * MINUTE);
    await work();
    expect(smtp.taken).toHaveLength(2);
    const [first, second] = smtp.taken.map((mail) => headerOf(mail, 'Message-ID'));
    expect(first).toMatch(/^<[0-9a-f-]{36}@/);
    expect(second).toBe(first);
    expect(await unsent()).toEqual([]);
  });

  it('takes what a worker left behind that died in the middle, after its lease', async () => {
    await queue(people.slice(0, 2));
    await db.query(
      `update outbox_message set attempts = 1, next_attempt_at = next_attempt_at + interval '15 minutes'`,
    );
    await work();
    expect(smtp.taken).toEqual([]);
    await pass(16 * MINUTE);
    await work();
    expect(smtp.taken).toHaveLength(2);
  });

  it('gives up what an address refuses for good, and remembers why', async () => {
    const [refused, fine] = people as [ResidentId, ResidentId];
    const [row] = await rows('select email from account where id = $1', [refused]);
    smtp.answerTo = (address) => (address === row?.['email'] ? '550 5.1.1 No such user' : null);
    await queue([refused, fine]);
    await work();
    expect(smtp.taken).toHaveLength(1);
    expect(await unsent()).toEqual([]);
    expect(await rows('select account_id, source, status from mail_bounce')).toEqual([
      { account_id: refused, source: 'refused', status: '5.1.1' },
    ]);
    expect(await rows('select unreachable_since from mailbox')).toEqual([]);
    await pass(49 * HOUR);
    await work();
    expect(smtp.taken).toHaveLength(1);
  });

  it('tries again for two days where the answer is not now, waiting longer and longer', async () => {
    smtp.answerTo = () => '452 4.2.2 Mailbox full';
    await queue(people.slice(0, 1));
    const tries: number[] = [];
    for (let minute = 0; minute < 60 * 60; minute += 10) {
      const [before] = await unsent();
      await work();
      const [after] = await unsent();
      if (after?.['attempts'] !== before?.['attempts']) tries.push(minute / 60);
      await pass(10 * MINUTE);
    }
    expect(tries.length).toBe(15);
    expect(tries.at(-1)).toBeGreaterThan(42);
    expect(tries.at(-1)).toBeLessThan(50);
    expect(await rows('select source, status from mail_bounce')).toEqual([
      { source: 'gave-up', status: '4.2.2' },
    ]);
    expect(tries.at(-1)! - tries.at(-2)!).toBeCloseTo(6, 0);
  });

  it('stops mail of a topic after three in a row that did not arrive, until the owner says that it works', async () => {
    const [laura] = people as [ResidentId];
    smtp.answerTo = () => '550 5.1.1 No such user';
    for (const last of [false, false, true]) {
      expect(await rows('select from mailbox where unreachable_since is not null')).toEqual([]);
      await queue([laura]);
      await work();
      expect(await rows('select from mailbox where unreachable_since is not null')).toHaveLength(
        last ? 1 : 0,
      );
    }
    await queue([laura]);
    expect(await unsent()).toEqual([]);
    await queue([laura], 'item-queued');
    expect(await unsent()).toHaveLength(1);
  });

  it('counts only mails in a row: one that arrived in between starts it again', async () => {
    const [laura] = people as [ResidentId];
    for (const answer of ['550 No', '550 No', null, '550 No', '550 No']) {
      smtp.answerTo = () => answer;
      await queue([laura]);
      await work();
      await pass(1);
    }
    expect(await rows('select from mailbox where unreachable_since is not null')).toEqual([]);
  });

  it('records what a mail server reports later, of a mail of ours to that address only', async () => {
    const [laura] = people as [ResidentId];
    const [row] = await rows('select email from account where id = $1', [laura]);
    const report = (id: string, recipient: string): string =>
      [
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.example',
        '',
        `Final-Recipient: rfc822; ${recipient}`,
        'Action: failed',
        'Status: 5.1.1',
        '',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: <${id}@voorbeeld.example>`,
        '',
        '--b--',
      ].join('\r\n');
    const record = (raw: string) => test.app.get(RecordBounces).execute(raw);
    const email = String(row?.['email']);
    expect(await record('Subject: Reclame\n\nKoop nu.')).toBe('no-report');
    expect(await record(report(randomUUID(), email))).toBe('unknown-mail');
    for (let mail = 1; mail <= 3; mail++) {
      await queue([laura]);
      await work();
      await pass(1);
      const id = headerOf(smtp.taken[mail - 1]!, 'Message-ID')?.slice(1, 37) ?? '';
      expect(await record(report(id, 'other@voorbeeld.example'))).toBe('unknown-mail');
      expect(await record(report(id, email.toUpperCase()))).toBe('recorded');
      expect(await record(report(id, email))).toBe('recorded');
      expect(await rows('select from mail_bounce')).toHaveLength(mail);
      expect(await rows('select from mailbox where unreachable_since is not null')).toHaveLength(
        mail === 3 ? 1 : 0,
      );
    }
  });

  it('gives a mail of a topic a way to stop it, and none to what is essential', async () => {
    await queue(people.slice(0, 1));
    await queue(people.slice(0, 1), 'item-queued');
    await work();
    const ofTopic = smtp.taken.find((mail) => headerOf(mail, 'List-Unsubscribe') !== null);
    expect(headerOf(ofTopic!, 'List-Unsubscribe')).toMatch(
      /^<http:\/\/[^>]+\/api\/v1\/unsubscriptions\/[\w-]{44}>$/,
    );
    expect(headerOf(ofTopic!, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const essential = smtp.taken.find((mail) => mail !== ofTopic);
    expect(headerOf(essential!, 'List-Unsubscribe-Post')).toBeNull();
    expect(essential?.raw).not.toContain('afmelden');
  });
});

describe('the pace of sending', () => {
  it('is kept by all processes together', async () => {
    const smtp = await TestMailServer.start();
    // Six a minute: one at once, and then one every ten seconds.
    const env = { SMTP_URL: smtp.url, ROLES: 'web', MAIL_PER_MINUTE: '6' };
    const one = await startTestApp([NobodyModule, NotificationsModule.forRoot({ hasDevTools: true })], env);
    const other = await startTestApp([NobodyModule, NotificationsModule.forRoot({ hasDevTools: true })], {
      ...env,
      DATABASE_URL: one.config.databaseUrl,
    });
    try {
      const db = one.app.get(DataSource);
      const batch = {
        districtId: 1,
        kind: 'plan-won' as const,
        subjectId: randomUUID(),
        recipients: await mailboxes(db, 20),
        news,
      };
      await queueMessages(db.manager, batch, new Date());
      const work = (app: TestApp): Promise<number> => app.app.get(SendQueuedMail).execute();
      const taken = [await work(one), await work(other), await work(one), await work(other)];
      expect(taken).toEqual([1, 0, 0, 0]);
      // Ten minutes of silence save up no more than what goes at once.
      await db.query(`update mail_pace set paid_until = paid_until - interval '10 minutes'`);
      expect(await Promise.all([work(one), work(other)]).then((all) => all.sort())).toEqual([0, 1]);
      expect(smtp.taken).toHaveLength(2);
    } finally {
      await other.close();
      await one.close();
      await smtp.close();
    }
  });
});
