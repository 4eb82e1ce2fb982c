import { randomUUID } from 'node:crypto';
import { queueMessages, SendQueuedMail, type OutcomeNews } from '@buurtstem/notifications-api';
import { headerOf, readable, TestMailServer } from '@buurtstem/notifications-api/testing';
import type { Browser } from '@buurtstem/platform-api/testing';
import type { ResidentId } from '@buurtstem/shared-domain';
import { CountRound } from '@buurtstem/voting-api';
import { West } from './west';

const EMAIL = 'laura@voorbeeld.example';
const PREFERENCES = '/account/notification-preferences';
const CHOSEN = {
  language: 'nl',
  deliveries: { 'own-plan': 'immediate', 'voted-plan': 'weekly', 'discussed-plan': 'weekly' },
  unreachableSince: null,
};
const news: OutcomeNews = {
  ...{
    district: { slug: 'west', name: 'West' },
    proposalNumber: 1,
    title: 'Veilig oversteken',
    meeting: null,
  },
  ...{ decision: 'adopted', reasons: 'Het past in het park.' },
};

describe('which mail one gets', () => {
  let smtp: TestMailServer;
  let west: West;
  let laura: Browser;
  let lauraId: ResidentId;

  beforeAll(async () => {
    smtp = await TestMailServer.start();
    west = await West.open({}, { ROLES: 'web' });
    laura = west.test.browser();
    await laura.signIn(EMAIL);
    const [row] = await west.rows('select id from account where email = $1', [EMAIL]);
    lauraId = String(row?.['id']) as ResidentId;
  });
  afterAll(async () => {
    await west.close();
    await smtp.close();
  });
  beforeEach(async () => {
    for (const table of ['outbox_message', 'notification_preference', 'mailbox', 'dev_mail'])
      await west.rows(`delete from ${table}`);
  });

  const tell = (part: 'voter' | 'submitter'): Promise<void> =>
    queueMessages(
      west.em,
      {
        ...{ districtId: west.districtId, kind: 'outcome-published', subjectId: randomUUID(), news },
        recipients: { kind: 'people', ids: [lauraId], part },
      },
      new Date(),
    );
  const waiting = () =>
    west.rows('select topic, delivery from outbox_message where sent_at is null order by topic');
  const mails = async (): Promise<string[]> => {
    while ((await west.app.get(SendQueuedMail).execute()) > 0);
    return (await west.rows('select body from dev_mail')).map(({ body }) => String(body));
  };
  const tokenOf = async (): Promise<string> => {
    await tell('submitter');
    return /\/afmelden\/([\w-]+)/.exec((await mails()).join())?.[1] ?? '';
  };
  const choose = (change: object): Promise<{ status: number; body: object }> =>
    laura.put(PREFERENCES, { language: 'nl', deliveries: { ...CHOSEN.deliveries, ...change } });

  it('is news of one’s own plan at once and of others once a week, until one chooses', async () => {
    expect((await laura.get(PREFERENCES)).body).toEqual(CHOSEN);
    const wanted = {
      language: 'en',
      deliveries: { 'own-plan': 'weekly', 'voted-plan': 'never', 'discussed-plan': 'immediate' },
    };
    expect((await laura.put(PREFERENCES, wanted)).body).toEqual({ ...wanted, unreachableSince: null });
    expect((await laura.get(PREFERENCES)).body).toEqual({ ...wanted, unreachableSince: null });
    expect((await west.test.browser().get(PREFERENCES)).status).toBe(401);
  });

  it.each([
    { language: 'de', deliveries: CHOSEN.deliveries },
    { language: 'nl' },
    { language: 'nl', deliveries: { ...CHOSEN.deliveries, 'own-plan': 'daily' } },
    { language: 'nl', deliveries: { 'own-plan': 'never' } },
    { language: 'nl', deliveries: { ...CHOSEN.deliveries, essential: 'never' } },
  ])('is not %j', async (wrong) => {
    expect((await laura.put(PREFERENCES, wrong)).status).toBe(400);
    expect((await laura.get(PREFERENCES)).body).toEqual(CHOSEN);
  });

  it('changes what waits: dropped, at once, or with the digest', async () => {
    await tell('voter');
    expect(await waiting()).toEqual([{ topic: 'voted-plan', delivery: 'weekly' }]);
    await choose({ 'voted-plan': 'immediate' });
    expect(await waiting()).toEqual([{ topic: 'voted-plan', delivery: 'immediate' }]);
    await choose({ 'voted-plan': 'weekly' });
    expect(await waiting()).toEqual([{ topic: 'voted-plan', delivery: 'weekly' }]);
    await choose({ 'voted-plan': 'never' });
    expect(await waiting()).toEqual([]);
    await tell('voter');
    expect(await waiting()).toEqual([]);
  });

  it('is in English where one says so', async () => {
    await laura.put(PREFERENCES, { language: 'en', deliveries: CHOSEN.deliveries });
    await tell('submitter');
    expect((await mails()).join()).toContain('The committee adopts this plan.');
    await west.test.browser().post('/sign-in-requests', { email: EMAIL.toUpperCase() });
    await west.test.browser().post('/sign-in-requests', { email: 'nobody@voorbeeld.example' });
    const subjects = await west.rows('select recipient, subject from dev_mail order by id desc limit 2');
    expect(subjects.map(({ subject }) => subject)).toEqual([
      'Inloggen bij Buurtstem',
      'Sign in to Buurtstem',
    ]);
  });

  it('is told on one’s page: what goes with the digest, and what could not be delivered', async () => {
    await tell('voter');
    await tell('submitter');
    await west.rows(`update outbox_message set given_up_at = now() where topic = 'own-plan'`);
    const { items } = (
      await laura.get<{ items: { digestAt: string | null; isRefused: boolean }[] }>('/account/notifications')
    ).body;
    expect(items.map(({ digestAt, isRefused }) => [digestAt !== null, isRefused]).sort()).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it('comes again after the owner says that the address works', async () => {
    await west.rows('insert into mailbox (account_id, unreachable_since) values ($1, now())', [lauraId]);
    expect((await laura.get<typeof CHOSEN>(PREFERENCES)).body.unreachableSince).toMatch(/Z$/);
    expect((await laura.post('/account/mail-address-confirmations', {})).status).toBe(204);
    expect((await laura.get(PREFERENCES)).body).toEqual(CHOSEN);
    await tell('submitter');
    expect(await waiting()).toHaveLength(1);
  });

  describe('a link in a mail', () => {
    const post = (token: string, body: string, headers: Record<string, string>): Promise<Response> =>
      fetch(`${west.test.url}/api/v1/unsubscriptions/${token}`, {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
      });
    const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
    const ONE_CLICK = 'List-Unsubscribe=One-Click';
    const stopped = async (): Promise<boolean> =>
      (await laura.get<typeof CHOSEN>(PREFERENCES)).body.deliveries['own-plan'] === 'never';

    it.each([
      ['as a form', FORM, ONE_CLICK],
      [
        'in parts',
        { 'content-type': 'multipart/form-data; boundary=x' },
        `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`,
      ],
      [
        'from another site, with a stranger’s cookies',
        { ...FORM, origin: 'https://mail.example', 'sec-fetch-site': 'cross-site', cookie: 'buurtstem=x' },
        ONE_CLICK,
      ],
      ['without a word', FORM, ''],
    ])('stops the topic in one click and without signing in, %s', async (_how, headers, body) => {
      const token = await tokenOf();
      await tell('submitter');
      const answer = await post(token, body, headers);
      expect([answer.status, answer.headers.get('location')]).toEqual([204, null]);
      expect(await stopped()).toBe(true);
      expect(await waiting()).toEqual([]);
      expect((await post(token, body, headers)).status).toBe(204);
    });

    it('changes nothing when it is opened', async () => {
      const token = await tokenOf();
      const visitor = west.test.browser();
      expect((await visitor.get(`/unsubscriptions/${token}`)).body).toEqual({
        language: 'nl',
        topics: [{ topic: 'own-plan', delivery: 'immediate' }],
      });
      expect(
        (await fetch(`${west.test.url}/api/v1/unsubscriptions/${token}`, { method: 'HEAD' })).status,
      ).toBe(200);
      expect(await stopped()).toBe(false);
    });

    it('goes back to its page from the buttons there, and starts again', async () => {
      const token = await tokenOf();
      for (const [choice, isStopped] of [
        ['stoppen', true],
        ['weer-aan', false],
      ] as const) {
        const answer = await post(token, `keuze=${choice}`, FORM);
        expect([answer.status, answer.headers.get('location')]).toEqual([303, `/afmelden/${token}`]);
        expect(await stopped()).toBe(isStopped);
      }
    });

    it.each([
      ['JSON', { 'content-type': 'application/json' }, '{}', 415],
      ['a text', { 'content-type': 'text/plain' }, ONE_CLICK, 415],
      ['too much', FORM, `x=${'y'.repeat(5000)}`, 413],
    ])('does not take %s', async (_what, headers, body, status) => {
      expect((await post(await tokenOf(), body, headers)).status).toBe(status);
      expect(await stopped()).toBe(false);
    });

    it('is nothing where nobody wrote it, or the account is gone', async () => {
      for (const token of ['x', 'A'.repeat(44)])
        expect((await post(token, ONE_CLICK, FORM)).status).toBe(404);
      const gone = west.test.browser();
      await gone.signIn('omar@voorbeeld.example');
      const [row] = await west.rows(`select id from account where email = 'omar@voorbeeld.example'`);
      await queueMessages(
        west.em,
        {
          ...{ districtId: west.districtId, kind: 'plan-won', subjectId: randomUUID() },
          ...{
            news: { ...news, roundNumber: 1, votesFor: 2 },
            recipients: [String(row?.['id']) as ResidentId],
          },
        },
        new Date(),
      );
      const token = /\/afmelden\/([\w-]+)/.exec((await mails()).join())?.[1] ?? '';
      expect((await gone.send('DELETE', '/account', { email: 'omar@voorbeeld.example' })).status).toBe(204);
      expect((await post(token, ONE_CLICK, FORM)).status).toBe(404);
    });

    it('is the only route that takes a form, or a word from another site', async () => {
      const other = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' };
      for (const [address, method] of [
        ['/unsubscriptions', 'POST'],
        ['/unsubscriptions/x/y', 'POST'],
        ['/session', 'POST'],
        ['/account/notification-preferences', 'PUT'],
      ] as const) {
        const send = (headers: Record<string, string>): Promise<Response> =>
          fetch(`${west.test.url}/api/v1${address}`, { method, body: ONE_CLICK, headers });
        expect([address, (await send({ ...FORM, ...other })).status]).toEqual([address, 415]);
      }
      const put = await fetch(`${west.test.url}/api/v1/unsubscriptions/${await tokenOf()}`, {
        method: 'PUT',
        body: ONE_CLICK,
        headers: { ...FORM, ...other },
      });
      expect(put.status).toBe(415);
    });
  });

  it('F11: votes are cast and counted while the mail server is away, and everybody hears of it once after', async () => {
    const away = await West.open({ threshold: 2 }, { ROLES: 'web', SMTP_URL: smtp.url });
    try {
      await smtp.close();
      const number = await away.proposal('Veilig oversteken');
      const [clerk, ...voters] = (await away.residents(6)) as [ResidentId, ...ResidentId[]];
      await away.rows(`insert into role_grant values ($1, $2, 'clerk', now())`, [away.districtId, clerk]);
      await away.rows(
        `insert into notification_preference select id, 'voted-plan', 'immediate', now() from account`,
      );
      expect((await away.vote(number, voters)).every(({ ok }) => ok)).toBe(true);
      const round = await away.openRound();
      const start = round.closesAt.getTime();
      await away.moveClockTo(round.closesAt);
      await away.app.get(CountRound).execute(away.districtId, round.number);
      const work = async (): Promise<void> => {
        while ((await away.app.get(SendQueuedMail).execute()) > 0);
      };
      for (let minutes = 0; minutes < 60; minutes += 5) {
        await away.moveClockTo(new Date(start + minutes * 60_000));
        await work();
      }
      const people = await away.rows(
        'select count(*)::integer as n from outbox_message where sent_at is null',
      );
      // The submitter, five voters, and the clerk since no meeting is planned.
      expect(people).toEqual([{ n: 7 }]);
      const late = await away.residents(7);
      const next = await away.proposal('Bankjes langs het water');
      expect((await away.vote(next, late)).every(({ ok }) => ok)).toBe(true);
      await smtp.listen();
      for (let minutes = 60; minutes < 90; minutes++) {
        await away.moveClockTo(new Date(start + minutes * 60_000));
        await work();
      }
      expect(smtp.taken).toHaveLength(7);
      expect(new Set(smtp.taken.map((mail) => headerOf(mail, 'Message-ID'))).size).toBe(7);
      expect(smtp.taken.filter((mail) => readable(mail).includes('Uw plan heeft gewonnen'))).toHaveLength(1);
      expect(await away.rows('select from outbox_message where sent_at is null')).toEqual([]);
    } finally {
      await away.close();
    }
  });
});
