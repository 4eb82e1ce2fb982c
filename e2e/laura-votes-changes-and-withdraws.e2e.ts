import type { Page } from '@playwright/test';
import { expect, good, numberOf, test } from './journey.ts';

const PLAN = 'ruilkast';
/** As the tests' district is seeded. */
const SEEDED = { votesFor: 41, votesAgainst: 2 };
const PLACES = ['', '/plannen', '/indienen', '/uitslagen', '/agenda', '/opvolging', '/spelregels'];

test('Laura votes, changes her vote and withdraws it', async ({
  page,
  context,
  request,
  signInMail,
  expectAccessible,
}) => {
  const number = await numberOf(page, PLAN);
  const plan = `/west/plannen/${number}`;
  const vote = (of: Page, choice: 'Voor' | 'Tegen') => of.getByRole('button', { name: choice, exact: true });
  let link = '';
  /** The page and the API, asked by somebody else, say the same. */
  const expectStanding = async (of: Page, votesFor: number, votesAgainst: number): Promise<void> => {
    const box = of.getByRole('complementary', { name: 'Stemmen' });
    await expect(box).toContainText(`${votesFor} stemmen voor`);
    await expect(box).toContainText(`${votesAgainst} tegen`);
    const answer = await request.get(`/api/v1/districts/west/proposals/${number}/standing`);
    expect(await good<object>(answer)).toMatchObject({ votesFor, votesAgainst });
  };
  const expectVote = async (of: Page, choice: 'for' | 'against' | null): Promise<void> => {
    const heading = {
      for: 'U stemde voor',
      against: 'U stemde tegen',
      none: 'Wat vindt u van dit plan?',
    }[choice ?? 'none'];
    await expect(of.getByRole('heading', { level: 2, name: heading })).toBeVisible();
    await expect(vote(of, 'Voor')).toHaveAttribute('aria-pressed', String(choice === 'for'));
    await expect(vote(of, 'Tegen')).toHaveAttribute('aria-pressed', String(choice === 'against'));
    const answer = await of.request.get(`/api/v1/districts/west/proposals/${number}/my-vote`);
    expect(await good<object>(answer)).toMatchObject({ choice, counts: choice !== null });
  };

  await test.step("She follows a neighbour's link and presses Voor, signed out", async () => {
    await page.goto(plan);
    await expectStanding(page, SEEDED.votesFor, SEEDED.votesAgainst);
    await expectAccessible(page);
    await vote(page, 'Voor').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible();
    await page.getByLabel('Uw e-mailadres').fill('laura@voorbeeld.example');
    await page.getByRole('button', { name: 'Stuur mij de code' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Vul de code in' })).toBeVisible();
    ({ link } = await signInMail(new URL(page.url()).searchParams.get('aanvraag') ?? ''));
  });

  await test.step('A mail scanner opens the link first: that signs nobody in and uses nothing up', async () => {
    for (const scanner of [request, page.request]) expect((await scanner.get(link)).status()).toBe(200);
    for (const browser of [request, page.request]) {
      expect(await good<object>(await browser.get('/api/v1/session'))).toEqual({ account: null });
    }
  });

  const fromMail = await context.newPage();
  await test.step('She opens the link in a new tab, presses the button once, and her vote is in', async () => {
    await fromMail.goto(link);
    await expect(fromMail.getByRole('heading', { level: 1, name: 'Log in met de link' })).toBeVisible();
    await expect(fromMail).not.toHaveURL(/sleutel/);
    await expectAccessible(fromMail);
    expect(await good<object>(await fromMail.request.get('/api/v1/session'))).toEqual({ account: null });
    await fromMail.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await expect(fromMail).toHaveURL(new RegExp(`${plan}$`));
    await expect(fromMail.getByText('Uw stem is binnen en telt mee')).toBeVisible();
    await expectVote(fromMail, 'for');
    await expectStanding(fromMail, 42, 2);
    await expectAccessible(fromMail);
  });

  await test.step('She reloads, and presses Voor again: nothing changes', async () => {
    await fromMail.reload();
    await expectVote(fromMail, 'for');
    await expectStanding(fromMail, 42, 2);
    const sent = fromMail.waitForResponse((answer) => answer.request().method() === 'PUT');
    await vote(fromMail, 'Voor').click();
    expect((await sent).status()).toBe(200);
    await expectVote(fromMail, 'for');
    await expectStanding(fromMail, 42, 2);
  });

  await test.step('She changes to Tegen with the keyboard only', async () => {
    await fromMail.reload();
    await expectVote(fromMail, 'for');
    await expect(async () => {
      await fromMail.keyboard.press('Tab');
      await expect(vote(fromMail, 'Tegen')).toBeFocused({ timeout: 1 });
    }).toPass({ intervals: [0] });
    await fromMail.keyboard.press('Space');
    await expectVote(fromMail, 'against');
    await expect(vote(fromMail, 'Tegen')).toBeFocused();
    await expectStanding(fromMail, 41, 3);
    await expectAccessible(fromMail);
  });

  await test.step('The tab that she left behind shows the truth', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'U bent ingelogd' })).toBeVisible();
    await expectAccessible(page);
    await page.goto(plan);
    await expectVote(page, 'against');
    await expectStanding(page, 41, 3);
  });

  await test.step('She withdraws', async () => {
    await page.getByRole('button', { name: 'Trek mijn stem in' }).click();
    await expect(page.getByText('Uw stem is ingetrokken.')).toBeVisible();
    await expectVote(page, null);
    await expectStanding(page, 41, 2);
    await expect(vote(page, 'Tegen')).toBeFocused();
    await expectAccessible(page);
    await page.reload();
    await expectVote(page, null);
    await expectStanding(page, 41, 2);
  });

  await test.step('The back button shows what is, in this tab and in the other', async () => {
    await fromMail.getByRole('link', { name: 'Alle plannen' }).first().click();
    await expect(fromMail.getByRole('heading', { level: 1, name: 'Plannen in West' })).toBeVisible();
    await fromMail.goBack();
    await expectVote(fromMail, null);
    await expectStanding(fromMail, 41, 2);

    await vote(page, 'Voor').click();
    await expectVote(page, 'for');
    await page.goto('/dev/mail');
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`${plan}$`));
    await expectVote(page, 'for');
    await expectStanding(page, 42, 2);
  });

  await test.step('On the narrowest phone nothing makes her scroll sideways', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const place of [...PLACES.map((rest) => `/west${rest}`), plan]) {
      await page.goto(place);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const widest = await page.getByRole('document').evaluate((root) => root.scrollWidth);
      expect(widest, `the width of ${place}`).toBeLessThanOrEqual(320);
    }
    await expectVote(page, 'for');
  });
});
