import { request as requests, type APIRequestContext } from '@playwright/test';
import { expect, followInHeader, good, numberOf, ownPage, test } from './journey.ts';

const TITLE = 'Een waterspeelplek op het Kersenplein';
const RIVAL = /^Bankjes langs het Molenpad/;
/** Seeded at 95 for and 12 against, its rival at 112: with Laura these bring it to 113. */
const NEIGHBOURS = Array.from({ length: 17 }, (_, index) => `buur.${index + 1}@voorbeeld.example`);

interface Round {
  readonly number: number;
  readonly closesAt: string;
}

test('The clock strikes the count date and the winner is on the agenda', async ({
  page,
  site,
  request,
  signIn,
  mailbox,
  setClockAhead,
  expectAccessible,
  faults,
}) => {
  const district = '/api/v1/districts/west';
  const number = await numberOf(page, 'waterspeelplek');
  const rival = await numberOf(page, 'Molenpad');
  const main = page.getByRole('main');
  const roundNow = async (): Promise<Round> =>
    (await good<{ currentRound: Round }>(await request.get(district))).currentRound;
  const counting = await roundNow();

  await test.step('Neighbours vote, and with the vote of Laura the plan takes the lead', async () => {
    const browsers: APIRequestContext[] = [];
    for (const email of NEIGHBOURS) {
      const neighbour = await requests.newContext({ baseURL: site.url });
      browsers.push(neighbour);
      await signIn({ request: neighbour }, email);
      const cast = await neighbour.put(`${district}/proposals/${number}/my-vote`, {
        headers: ownPage(site),
        data: { choice: 'for' },
      });
      expect(await good<object>(cast)).toMatchObject({ choice: 'for', counts: true });
    }
    for (const browser of browsers) await browser.dispose();
    await page.goto('/west');
    await expect(main.getByRole('listitem').filter({ hasText: TITLE })).toContainText('Plaats 2');
    await signIn(page, 'laura@voorbeeld.example');
    await page.goto(`/west/plannen/${number}`);
    await page.getByRole('button', { name: 'Voor', exact: true }).click();
    await expect(page.getByText('Uw stem is binnen en telt mee')).toBeVisible();
    await expect(page.getByText('Genoeg stemmen')).toBeVisible();
    const standings = await good<{ items: { number: number }[] }>(await request.get(`${district}/standings`));
    expect(standings.items.slice(0, 2).map((line) => line.number)).toEqual([number, rival]);
  });

  await test.step('The count date passes, and the round is counted by itself', async () => {
    const ahead = Math.ceil((Date.parse(counting.closesAt) - Date.now()) / 1000) + 1;
    expect(ahead, 'the count date is still to come').toBeGreaterThan(0);
    await setClockAhead(ahead);
    await expect
      .poll(async () => (await request.get(`${district}/rounds/${counting.number}/count`)).status(), {
        timeout: 15_000,
      })
      .toBe(200);
    expect((await roundNow()).number).toBe(counting.number + 1);
  });

  await test.step('Who still had the plan open can no longer change a vote', async () => {
    faults.foresee(/status of 409.*\/my-vote/);
    await page.getByRole('button', { name: 'Tegen', exact: true }).click();
    await expect(page.getByText('Dit is niet gelukt.')).toBeVisible();
    await expectAccessible(page);
    await page.reload();
    await expect(page.getByRole('heading', { level: 2, name: 'Stemmen is gesloten' })).toBeVisible();
    await expect(page.getByText('Dit plan heeft gewonnen.')).toBeVisible();
    await expect(page.getByText('U stemde voor.')).toBeVisible();
    await expect(page.getByText('Op de agenda', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Bij de commissie' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Voor', exact: true })).toHaveCount(0);
    await expect(page.getByRole('complementary', { name: 'Stemmen' })).toContainText('113 stemmen voor');
    await expectAccessible(page);
    const late = await page.request.put(`${district}/proposals/${number}/my-vote`, {
      headers: ownPage(site),
      data: { choice: 'against' },
    });
    expect(late.status()).toBe(409);
  });

  await test.step('The front door shows the new round and the winner', async () => {
    await page.goto('/west');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('om te stemmen');
    const winners = page.getByRole('region', { name: 'Wat werd er van eerdere winnaars?' });
    await expect(winners.getByRole('heading', { name: TITLE })).toBeVisible();
    const standing = main.getByRole('listitem').filter({ hasText: 'Plaats 1' });
    await expect(standing.getByRole('heading', { name: RIVAL })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('The report shows the winner, the ranking and the step that decided', async () => {
    await followInHeader(page, 'Uitslagen');
    await expect(page.getByRole('heading', { level: 1, name: 'Uitslagen' })).toBeVisible();
    await expectAccessible(page);
    await main.getByRole('link', { name: /^Uitslag van / }).click();
    await expect(page).toHaveURL(new RegExp(`/west/uitslagen/${counting.number}$`));
    await expect(page.getByRole('heading', { level: 1, name: /^Uitslag van / })).toBeVisible();
    const winner = page.getByRole('region', { name: TITLE });
    await expect(winner).toContainText('113 voor');
    await expect(winner).toContainText('staat vanzelf op de agenda');
    const [first, second] = [1, 2].map((row) => page.getByRole('table').first().getByRole('row').nth(row));
    await expect(first!.getByRole('cell')).toHaveText(['1', '113', '12']);
    await expect(first!.getByRole('rowheader')).toContainText(TITLE);
    await expect(second!.getByRole('cell')).toHaveText(['2', '112', '6']);
    await expect(second!.getByRole('rowheader')).toContainText(RIVAL);
    await expect(page.getByRole('row')).toHaveCount(9);
    const why = page.getByRole('region', { name: 'Waarom won dit plan?' });
    await expect(why.getByRole('listitem').first()).toContainText('Dit besliste');
    await expect(why.getByRole('listitem').first()).toContainText('Het volgende plan had er 112.');
    await expectAccessible(page);
    const count = await good<object>(await request.get(`${district}/rounds/${counting.number}/count`));
    expect(count).toMatchObject({ decidedBy: 'votes', winner: { number, votesFor: 113, votesAgainst: 12 } });
  });

  await test.step('The plan stands on the agenda of the next meeting', async () => {
    await followInHeader(page, 'Agenda');
    const agenda = page.getByRole('region', { name: 'Agenda', exact: true });
    await expect(agenda.getByRole('heading', { name: TITLE })).toBeVisible();
    await expect(agenda).toContainText('Gekozen door bewoners');
    await expect(agenda).toContainText('113 voor');
    await expect(agenda).toContainText('Charlie Vermeer');
    await expectAccessible(page);
    const { items } = await good<{ items: { proposalNumber: number; state: string }[] }>(
      await request.get(`${district}/agenda-items`),
    );
    expect(items).toMatchObject([{ proposalNumber: number, state: 'scheduled' }]);
  });

  const mailed = async (subject: RegExp, words: string): Promise<string[]> =>
    (await mailbox())
      .filter((mail) => subject.test(mail.subject) && mail.text.includes(words))
      .map((mail) => mail.to);

  await test.step('The submitter has mail at once, and who voted for it has none yet', async () => {
    await expect.poll(() => mailed(/^Uw plan heeft gewonnen:/, TITLE)).toEqual(['charlie@voorbeeld.example']);
    expect(await mailed(/^Uw week in West:/, TITLE)).toEqual([]);
  });

  await test.step('On Friday at four everyone who voted for it has the news of the week, once', async () => {
    await setClockAhead(Math.ceil((fridayAfter(counting.closesAt) - Date.now()) / 1000) + 60);
    const voters = () => mailed(/^Uw week in West:/, TITLE);
    // One after the other, at the pace of the settings: whom one waits for is named, since any of them may be the last.
    await expect
      .poll(voters, { timeout: 60_000 })
      .toEqual(expect.arrayContaining([...NEIGHBOURS, 'laura@voorbeeld.example']));
    await expect.poll(async () => (await voters()).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(112);
    const addresses = await voters();
    expect(new Set(addresses).size, 'nobody is told twice').toBe(addresses.length);
    expect(await mailed(/^Gewonnen:/, TITLE), 'no mail of its own').toEqual([]);
  });

  await test.step('Laura stops them with the link in her mail, and thinks better of it', async () => {
    const mine = (await mailbox()).find(
      ({ to, subject }) => to === 'laura@voorbeeld.example' && subject.startsWith('Uw week'),
    );
    const address = /\S+\/afmelden\/\S+/.exec(mine?.text ?? '')?.[0] ?? '';
    await page.context().clearCookies();
    await page.goto(new URL(address).pathname);
    await expect(page.getByRole('heading', { level: 1, name: 'Wilt u deze mails stoppen?' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Stop deze mails' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Deze mails zijn gestopt' })).toBeVisible();
    await page.getByRole('button', { name: 'Toch weer aan' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Wilt u deze mails stoppen?' })).toBeVisible();
  });
});

/** The first Friday after an instant, at 16:00 in Amsterdam. */
function fridayAfter(instant: string): number {
  const wall = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Amsterdam',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  const start = Math.ceil(Date.parse(instant) / 60_000) * 60_000;
  for (let minute = 1; minute <= 8 * 24 * 60; minute++) {
    const moment = start + minute * 60_000;
    if (wall.format(moment) === 'Fri 16:00' || wall.format(moment) === 'Fri, 16:00') return moment;
  }
  throw new Error('A week has a Friday.');
}
