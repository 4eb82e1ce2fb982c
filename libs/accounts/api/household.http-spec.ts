import type { Browser } from '@buurtstem/platform-api/testing';
import type { SessionDto } from './account.dto';
import { AccountsApp, refusal, type SignInMail } from './testing/accounts-app';

describe('the people of one e-mail address', () => {
  let app: AccountsApp;
  let email: string;
  let browser: Browser;
  let count = 0;

  beforeAll(async () => {
    app = await AccountsApp.start();
    await app.foundDistrict('west');
    await app.foundDistrict('oost', { accountsPerEmail: 3 });
  });
  afterAll(() => app.close());
  beforeEach(() => {
    email = `familie${++count}@voorbeeld.example`;
    browser = app.browser();
  });

  const add = (displayName: string, from = browser) =>
    from.post<SessionDto>('/account/household', { displayName });
  const accounts = () =>
    app.rows<{ position: number }>(
      `select household_position as position from account where email_canonical = $1 order by 1`,
      [email],
    );

  it('are as many as the most generous district allows', async () => {
    await browser.signIn(email);
    expect((await app.session(browser))?.household).toEqual({ position: 1, limit: 3, others: [] });
    const second = await add('Bob');
    expect(second).toMatchObject({
      status: 201,
      body: { account: { email, displayName: 'Bob', household: { position: 2, limit: 3 } } },
    });
    expect((await add('Cato')).body.account?.household.others).toHaveLength(2);
    expect(refusal(await add('Daan'))).toEqual([409, 'household-full']);
    expect(await accounts()).toEqual([{ position: 1 }, { position: 2 }, { position: 3 }]);
  });

  it('are never more, however many are added at once', async () => {
    const browsers = [browser, app.browser(), app.browser()];
    for (const each of browsers) await each.signIn(email);
    const names = ['Anna', 'Bob', 'Cato'];
    const answers = await app.atOnce(
      'account',
      browsers.map((each, index) => () => add(names[index] ?? '', each)),
    );
    expect(answers.map(refusal).sort()).toEqual([
      [201, undefined],
      [201, undefined],
      [409, 'household-full'],
    ]);
    expect(await accounts()).toHaveLength(3);
  });

  it('become each other in a session with a new id, and not with each other’s second factor', async () => {
    const { id } = await app.staff(email, 'clerk');
    browser = app.browser();
    await browser.signInAsStaff(email);
    const before = browser.cookie('buurtstem');
    const bob = (await add('Bob')).body.account;
    expect(bob).toMatchObject({ displayName: 'Bob', staffAccess: 'none', roles: [] });
    expect(browser.cookie('buurtstem')).not.toBe(before);
    const back = await browser.post<SessionDto>('/session/person', { accountId: id });
    expect(back).toMatchObject({ status: 200, body: { account: { id, staffAccess: 'confirm' } } });
    expect(await app.session(browser)).toMatchObject({ id, staffAccess: 'confirm' });
  });

  it('are not found from another address', async () => {
    await browser.signIn(email);
    const stranger = app.browser();
    await stranger.signIn(`other-${email}`);
    const id = (await app.session(browser))?.id;
    expect(refusal(await stranger.post('/session/person', { accountId: id }))).toEqual([
      404,
      'person-not-found',
    ]);
    expect((await stranger.post('/session/person', { accountId: 'x' })).status).toBe(400);
  });

  it('have a name each', async () => {
    await browser.signIn(email);
    expect((await add('12345')).status).toBe(400);
    expect(await accounts()).toHaveLength(1);
  });

  it('S12: are one account for every spelling of the address, however many sign in at once', async () => {
    const spellings = [`j.an${count}@gmail.com`, `jan${count}@googlemail.com`, `JAN${count}+a@gmail.com`];
    const visitors = spellings.map((spelling) => ({ spelling, visitor: app.browser() }));
    const mails: SignInMail[] = [];
    for (const { spelling, visitor } of visitors) mails.push(await app.ask(visitor, spelling));
    const answers = await app.atOnce(
      'account',
      visitors.map(({ visitor }, index) => () => {
        const { id, code } = mails[index]!;
        return visitor.post<SessionDto>('/session', { requestId: id, code });
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.account?.id)).size).toBe(1);
    const rows = await app.rows('select from account where email_canonical = $1', [`jan${count}@gmail.com`]);
    expect(rows).toHaveLength(1);
  });

  it('S12: the database itself refuses a second account on one address and position', async () => {
    await app.account(email);
    await expect(app.account(email)).rejects.toThrow('account_one_per_address');
  });

  it('take over the vote that was given on paper with their address', async () => {
    const paper = await app.account(`paper${count}@paper.invalid`);
    const pseudonym = app.pseudonym('email', email);
    await app.rows(
      `insert into paper_voter (district_id, account_id, person_pseudonym, email_pseudonym, sheet, entered_by, entered_at)
       values (1, $1, $2, $2, '1', $1, clock_timestamp())`,
      [paper, pseudonym],
    );
    await browser.signIn(email);
    expect(await app.session(browser)).toMatchObject({ id: paper, email });
    await browser.signIn(email);
    expect((await app.session(browser))?.id).toBe(paper);
  });
});
