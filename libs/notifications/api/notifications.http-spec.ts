import { randomUUID } from 'node:crypto';
import { Module } from '@nestjs/common';
import { SESSION_HANDLERS } from '@buurtstem/platform-api';
import { createTestDatabase, startTestApp, type TestApp } from '@buurtstem/platform-api/testing';
import type { ResidentId } from '@buurtstem/shared-domain';
import { SMTPServer } from 'smtp-server';
import { DataSource } from 'typeorm';
import {
  Mailer,
  NotificationsModule,
  queueMessages,
  SendQueuedMail,
  signInMail,
  type WinnerNews,
} from './index';
import { SmtpMailer } from './sending/mailer';

@Module({ providers: [{ provide: SESSION_HANDLERS, useValue: [] }] })
class NobodyModule {}

const rooms = [NobodyModule, NotificationsModule.forRoot({ hasDevTools: true })];
const news: WinnerNews = {
  district: { slug: 'west', name: 'West' },
  proposalNumber: 12,
  title: 'Bankjes langs het <Molenpad>',
  roundNumber: 3,
  votesFor: 212,
  meeting: { startsAt: '2026-12-01T18:30:00Z', place: 'Raadzaal' },
};

/** A mail server that takes or refuses what it is sent, and remembers it. */
async function mailServer() {
  const taken: { to: string[]; raw: string }[] = [];
  const answers = { refuse: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (answers.refuse) return done(new Error('mailbox is full'));
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const bound = listener.address();
      resolve(typeof bound === 'object' && bound ? bound.port : 0);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    answers,
    close: () => new Promise<void>((done) => server.close(done)),
  };
}

async function residents(db: DataSource, count: number): Promise<ResidentId[]> {
  await db.query(
    `insert into district (id, slug, name, municipality, created_at)
     values (1, 'west', 'West', 'Voorbeeldstad', now()) on conflict do nothing`,
  );
  const rows = await db.query<{ id: ResidentId }[]>(
    `insert into account (id, email, email_canonical, created_at, last_seen_at)
     select id, email, email, now(), now()
     from (select gen_random_uuid() as id, gen_random_uuid() || '@voorbeeld.example' as email
           from generate_series(1, $1)) as made
     returning id`,
    [count],
  );
  return rows.map(({ id }) => id);
}

describe('the outbox', () => {
  let smtp: Awaited<ReturnType<typeof mailServer>>;
  let test: TestApp;
  let db: DataSource;
  let recipients: ResidentId[];

  beforeAll(async () => {
    smtp = await mailServer();
    // Without the process's own worker, which would send in the middle of a spec what the one before it queued.
    test = await startTestApp(rooms, { SMTP_URL: smtp.url, ROLES: 'web' });
    db = test.app.get(DataSource);
    recipients = await residents(db, 120);
  });
  afterAll(async () => {
    await test.close();
    await smtp.close();
  });
  beforeEach(async () => {
    await db.query('delete from outbox_message');
    smtp.taken.length = 0;
    smtp.answers.refuse = false;
  });

  const queue = (to = recipients, subjectId = randomUUID()) =>
    db.transaction((em) =>
      queueMessages(em, { districtId: 1, kind: 'plan-won', subjectId, recipients: to, news }, new Date()),
    );
  const waiting = () =>
    db.query<{ attempts: number; last_error: string; minutes: number }[]>(
      `select attempts, last_error, round(extract(epoch from next_attempt_at - clock_timestamp()) / 60)::int as minutes
       from outbox_message where sent_at is null`,
    );
  async function workUntilNothingIsDue(): Promise<void> {
    while ((await test.app.get(SendQueuedMail).execute()) > 0);
  }

  it('keeps a message only when the transaction that queued it commits', async () => {
    const undone = db.transaction(async (em) => {
      const batch = { districtId: 1, kind: 'plan-won', subjectId: randomUUID(), recipients, news } as const;
      await queueMessages(em, batch, new Date());
      throw new Error('the count failed');
    });
    await expect(undone).rejects.toThrow('the count failed');
    expect(await waiting()).toEqual([]);
  });

  it('tells nobody the same thing twice', async () => {
    const round = randomUUID();
    await queue(recipients, round);
    await queue(recipients, round);
    expect(await waiting()).toHaveLength(recipients.length);
  });

  it('is emptied by any number of workers, and everybody gets one mail', async () => {
    await queue();
    await Promise.all([1, 2, 3, 4].map(workUntilNothingIsDue));
    expect(await waiting()).toEqual([]);
    expect(smtp.taken).toHaveLength(recipients.length);
    expect(new Set(smtp.taken.flatMap(({ to }) => to)).size).toBe(recipients.length);
  });

  it('keeps what the mail server refuses, and waits longer each time', async () => {
    smtp.answers.refuse = true;
    await queue(recipients.slice(0, 1));
    await workUntilNothingIsDue();
    const [first] = await waiting();
    expect(first).toMatchObject({ attempts: 1, minutes: 2 });
    expect(first?.last_error).toContain('mailbox is full');

    await db.query(
      'update outbox_message set next_attempt_at = clock_timestamp() - make_interval(secs => 1)',
    );
    await workUntilNothingIsDue();
    expect(await waiting()).toMatchObject([{ attempts: 2, minutes: 4 }]);

    smtp.answers.refuse = false;
    await db.query(
      'update outbox_message set next_attempt_at = clock_timestamp() - make_interval(secs => 1)',
    );
    await workUntilNothingIsDue();
    expect(await waiting()).toEqual([]);
    expect(smtp.taken).toHaveLength(1);
  });

  it('says when and where the plan is discussed, in Amsterdam time', async () => {
    await queue(recipients.slice(0, 1));
    await workUntilNothingIsDue();
    const raw =
      smtp.taken[0]?.raw
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) ?? '';
    expect(raw).toContain('dinsdag 1 december 2026 om 19.30 uur');
    expect(raw).toContain('Raadzaal');
    expect(raw).toContain(`${test.config.publicUrl}/west/uitslagen/3`);
    expect(raw).toContain('&lt;Molenpad&gt;');
  });
});

describe('a mail', () => {
  it('goes to one address only, whatever is hidden in it', async () => {
    const smtp = await mailServer();
    const mailer = new SmtpMailer(smtp.url, 'noreply@voorbeeld.example');
    try {
      const mail = {
        ...signInMail('123456', 10, 'https://x.example/'),
        subject: 'Dag\r\nBcc: evil@voorbeeld.example',
      };
      for (const to of [
        'a@b.example\r\nBcc: evil@b.example',
        'a@b.example, evil@b.example',
        'Jan <a@b.example>',
        'g: a@b.example;',
      ]) {
        await expect(mailer.send(to, mail)).rejects.toThrow('not one e-mail address');
      }
      await mailer.send('a@b.example', mail);
      expect(smtp.taken.map(({ to }) => to)).toEqual([['a@b.example']]);
      const [head] = smtp.taken[0]?.raw.split('\r\n\r\n') ?? [];
      expect(head).toMatch(/^Subject: Dag Bcc: evil/m);
      expect(head).not.toMatch(/^Bcc:/im);
    } finally {
      mailer.close();
      await smtp.close();
    }
  });
});

describe('the mailbox of the demo', () => {
  let test: TestApp;
  beforeAll(async () => (test = await startTestApp(rooms)));
  afterAll(() => test.close());

  it('shows the newest mail first, with links to follow and nothing that runs', async () => {
    const mailer = test.app.get(Mailer);
    await mailer.send('first@voorbeeld.example', { subject: 'Eerste', blocks: [] });
    await mailer.send('laura@voorbeeld.example', {
      ...signInMail('042042', 10, 'http://localhost:3000/inloggen?aanvraag=1&x=<script>'),
      subject: '<script>alert(1)</script>',
    });
    const { body, headers } = await test.browser().get<string>('//dev/mail');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(body).not.toContain('<script>');
    expect(body).toContain('<span class="code">042042</span>');
    expect(body).toContain('<a href="http://localhost:3000/inloggen?aanvraag=1&amp;x=">');
    expect(body.indexOf('laura@')).toBeLessThan(body.indexOf('first@'));
    const list = await test.browser().get<{ items: { to: string }[] }>('//dev/mail.json');
    expect(list.body.items.map(({ to }) => to)).toEqual([
      'laura@voorbeeld.example',
      'first@voorbeeld.example',
    ]);
  });

  it('does not exist in production', async () => {
    const database = await createTestDatabase();
    const production = await startTestApp(
      [NobodyModule, NotificationsModule.forRoot({ hasDevTools: false })],
      {
        DATABASE_URL: database.url,
        BUURTSTEM_MODE: 'production',
        PUBLIC_URL: 'https://buurtstem.example',
        SMTP_URL: 'smtp://127.0.0.1:1',
        MAIL_FROM: 'noreply@buurtstem.example',
        SESSION_SECRET: 'x'.repeat(32),
      },
    );
    try {
      for (const path of ['//dev/mail', '//dev/mail.json', '//dev/clock']) {
        expect((await production.browser().get(path)).status).toBe(404);
      }
    } finally {
      await production.close();
      await database.drop();
    }
  });
});
