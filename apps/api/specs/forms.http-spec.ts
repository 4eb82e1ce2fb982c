import type { Browser } from '@buurtstem/platform-api/testing';
import { pageAfter, submit } from './sent-forms';
import { West } from './west';

const LAURA = 'laura@voorbeeld.example';

describe('forms that are sent without scripts', () => {
  let west: West;
  let number: number;
  let plan: string;
  beforeAll(async () => {
    west = await West.open();
    number = await west.proposal('Een ruilkast bij de Sluisbrug');
    plan = `/west/plannen/${number}`;
  });
  afterAll(() => west.close());
  beforeEach(async () => void (await west.rows('delete from rate_bucket')));

  /** The request that the address of the page names, and the code in its mail. */
  async function askedBy(browser: Browser, email: string): Promise<{ id: string; code: string; page: URL }> {
    const answer = await submit(browser, `/inlogcode?terug=${encodeURIComponent(plan)}`, {
      'inloggen.email': email,
    });
    expect(answer.status).toBe(303);
    const page = new URL(answer.headers.get('location') ?? '', 'http://page');
    const id = page.searchParams.get('aanvraag') ?? '';
    const mailbox = await browser.get<{ items: { text: string }[] }>('//dev/mail.json');
    const mail = mailbox.body.items.find(({ text }) => text.includes(id));
    return { id, code: /\b(\d{6})\b/.exec(mail?.text ?? '')?.[1] ?? '', page };
  }

  async function signedIn(email = LAURA): Promise<Browser> {
    const browser = west.test.browser();
    const { id, code } = await askedBy(browser, email);
    await submit(browser, `/inloggen?aanvraag=${id}&terug=${encodeURIComponent(plan)}`, {
      'inloggen.code': code,
    });
    return browser;
  }

  const standing = async () =>
    (await west.test.browser().get(`/districts/west/proposals/${number}/standing`)).body;

  describe('signing in', () => {
    it('goes from the address to the code, and from the code to where the visitor was', async () => {
      const browser = west.test.browser();
      const { id, code, page } = await askedBy(browser, LAURA);
      expect([page.pathname, page.searchParams.get('terug')]).toEqual(['/inloggen', plan]);
      // People read it in two groups of three.
      const typed = `${code.slice(0, 3)} ${code.slice(3)}`;
      const answer = await submit(browser, `/inloggen?aanvraag=${id}&terug=${encodeURIComponent(plan)}`, {
        'inloggen.code': typed,
      });
      expect(pageAfter(answer)).toBe(`303 ${plan}`);
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect((await browser.get('/session')).body).toMatchObject({ account: { email: LAURA } });
    });

    it('says on the page that the code is wrong, and leaves the page as it was', async () => {
      const browser = west.test.browser();
      const { id, code } = await askedBy(browser, 'omar@voorbeeld.example');
      const wrong = code === '000000' ? '111111' : '000000';
      const answer = await submit(browser, `/inloggen?aanvraag=${id}&terug=%2Fwest`, {
        'inloggen.code': wrong,
      });
      expect(pageAfter(answer)).toBe(`303 /inloggen?terug=%2Fwest&aanvraag=${id}&melding=code-wrong`);
    });

    it('takes a code only from the browser that asked for it', async () => {
      const { id, code } = await askedBy(west.test.browser(), 'omar@voorbeeld.example');
      const other = west.test.browser();
      const answer = await submit(other, `/inloggen?aanvraag=${id}`, { 'inloggen.code': code });
      expect(answer.headers.get('location')).toContain('melding=code-other-browser');
      expect((await other.get('/session')).body).toEqual({ account: null });
    });

    it('keeps what was typed in a cookie of that browser, never in an address', async () => {
      const browser = west.test.browser();
      const answer = await submit(browser, '/inlogcode', { 'inloggen.email': 'laura@' });
      expect(pageAfter(answer)).toBe('303 /inloggen?terug=%2F&melding=email-not-valid');
      const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('buurtstem-email='));
      expect(cookie).toMatch(/^buurtstem-email=laura%40; Max-Age=600; Path=\/; .*HttpOnly; SameSite=Lax$/);
    });

    it('says on the page when somebody asks too often, and how long to wait', async () => {
      const browser = west.test.browser();
      for (let times = 0; times < 3; times += 1) await askedBy(browser, 'kees@voorbeeld.example');
      const answer = await submit(browser, '/inlogcode', { 'inloggen.email': 'kees@voorbeeld.example' });
      expect(answer.headers.get('location')).toMatch(/melding=too-many-requests&wacht=\d+$/);
    });

    it('never goes on to another site', async () => {
      for (const terug of ['//kwaad.example', 'https://kwaad.example', '/\\kwaad.example']) {
        const browser = west.test.browser();
        const answer = await submit(browser, `/uitloggen?terug=${encodeURIComponent(terug)}`, {});
        expect(pageAfter(answer)).toBe('303 /?melding=uitgelogd');
      }
    });

    it('signs out', async () => {
      const browser = await signedIn();
      const answer = await submit(browser, `/uitloggen?terug=${encodeURIComponent(plan)}`, {});
      expect(pageAfter(answer)).toBe(`303 ${plan}?melding=uitgelogd`);
      expect((await browser.get('/session')).body).toEqual({ account: null });
    });
  });

  describe('on an address that more people share', () => {
    it('asks who it is, and goes on as that person', async () => {
      const browser = await signedIn('ans@voorbeeld.example');
      const [ans] = await west.rows(
        `select id, email_canonical from account where email = 'ans@voorbeeld.example'`,
      );
      await west.rows(
        `insert into account (id, email, email_canonical, display_name, household_position, created_at, last_seen_at)
         values ('00000000-0000-4000-8000-00000000beef', 'ans@voorbeeld.example', $1, 'Piet', 2, now(), now())`,
        [ans?.['email_canonical']],
      );
      await submit(browser, '/uitloggen', {});
      const { id, code } = await askedBy(browser, 'ans@voorbeeld.example');
      const answer = await submit(browser, `/inloggen?aanvraag=${id}&terug=%2Fwest`, {
        'inloggen.code': code,
      });
      expect(pageAfter(answer)).toBe('303 /inloggen?terug=%2Fwest&wie=kies');
      const chosen = await submit(browser, '/persoon?terug=%2Fwest&wie=kies', {
        accountId: '00000000-0000-4000-8000-00000000beef',
      });
      expect(pageAfter(chosen)).toBe('303 /west');
      expect((await browser.get('/session')).body).toMatchObject({ account: { displayName: 'Piet' } });
      const stranger = await submit(browser, '/persoon?terug=%2Fwest&wie=kies', {
        accountId: '00000000-0000-4000-8000-00000000dead',
      });
      expect(pageAfter(stranger)).toBe('303 /inloggen?terug=%2Fwest&wie=kies&melding=person-not-found');
    });
  });

  describe('voting', () => {
    it('casts, changes and withdraws, and the plan says what came of it', async () => {
      const laura = await signedIn();
      const address = `${plan}/stem`;
      for (const [choice, votesFor, votesAgainst, said] of [
        ['for', 1, 0, ''],
        ['for', 1, 0, ''],
        ['against', 0, 1, ''],
        ['none', 0, 0, '?melding=ingetrokken'],
      ] as const) {
        const answer = await submit(laura, address, { choice });
        expect(pageAfter(answer)).toBe(`303 ${plan}${said}#stem`);
        expect(await standing()).toMatchObject({ votesFor, votesAgainst });
      }
    });

    it('asks who is not signed in to do that first, and has cast nothing', async () => {
      const answer = await submit(west.test.browser(), `${plan}/stem`, { choice: 'for' });
      const page = new URL(answer.headers.get('location') ?? '', 'http://page');
      expect([answer.status, page.pathname, page.searchParams.get('terug')]).toEqual([
        303,
        '/inloggen',
        `${plan}#stem`,
      ]);
      expect(page.searchParams.get('melding')).toBe('sign-in-first');
      expect(await standing()).toMatchObject({ votesFor: 0, votesAgainst: 0 });
    });

    it.each([
      ['of another site', { origin: 'https://kwaad.example' }],
      ['that says it comes from another site', { 'sec-fetch-site': 'cross-site' }],
      ['of nobody knows which site', { origin: 'null' }],
    ])('refuses a form %s (S6)', async (_, headers) => {
      const laura = await signedIn();
      for (const [address, fields] of [
        [`${plan}/stem`, { choice: 'for' }],
        ['/uitloggen', {}],
        ['/inlogcode', { 'inloggen.email': LAURA }],
        ['/inloggen', { 'inloggen.code': '123456' }],
        ['/persoon', { accountId: '00000000-0000-4000-8000-00000000beef' }],
      ] as const) {
        const answer = await submit(laura, address, fields, headers);
        expect([address, answer.status, answer.body]).toEqual([
          address,
          403,
          expect.objectContaining({ code: 'cross-site-request' }),
        ]);
      }
      expect(await standing()).toMatchObject({ votesFor: 0, votesAgainst: 0 });
      expect((await laura.get('/session')).body).toMatchObject({ account: { email: LAURA } });
    });

    it.each(['yes', ''])('says on the page that %j is no choice', async (choice) => {
      const answer = await submit(await signedIn(), `${plan}/stem`, { choice });
      expect(pageAfter(answer)).toBe(`303 ${plan}?melding=invalid-input#stem`);
    });

    it('says on the page that there is no such plan, and that a plan is no longer open', async () => {
      const laura = await signedIn();
      const missing = await submit(laura, '/west/plannen/999/stem', { choice: 'for' });
      expect(pageAfter(missing)).toBe('303 /west/plannen/999?melding=proposal-not-found#stem');
      const closed = await west.proposal('Een plan dat al voorbij is');
      await west.rows(`update proposal set state = 'withdrawn' where number = $1`, [closed]);
      const late = await submit(laura, `/west/plannen/${closed}/stem`, { choice: 'for' });
      expect(pageAfter(late)).toBe(`303 /west/plannen/${closed}?melding=proposal-not-open#stem`);
    });
  });

  it('are forms: JSON and text are refused, and a page as large as a photo is not read', async () => {
    const browser = west.test.browser();
    for (const type of ['application/json', 'text/plain']) {
      const answer = await browser.send('POST', '//formulier/uitloggen', '{}', { 'content-type': type });
      expect([type, answer.status]).toEqual([type, 415]);
    }
    const answer = await submit(browser, '/inlogcode', { 'inloggen.email': 'x'.repeat(40_000) });
    expect(answer.status).toBe(413);
  });
});
