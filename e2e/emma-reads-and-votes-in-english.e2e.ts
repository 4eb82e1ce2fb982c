import { expect, numberOf, test } from './journey.ts';

const PLAN = 'ruilkast';

test('Emma chooses English, signs in, votes, and comes back in English', async ({
  page,
  isMobile,
  signInMail,
  expectAccessible,
}) => {
  const number = await numberOf(page, PLAN);
  const plan = `/west/plannen/${number}`;

  await test.step("She opens a neighbour's link and chooses English on the same page", async () => {
    await page.goto(plan);
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
    if (isMobile) await page.getByText('Menu', { exact: true }).click();
    await page.getByRole('link', { name: 'English' }).filter({ visible: true }).click();
    await expect(page).toHaveURL(new RegExp(`/en${plan}$`));
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('heading', { name: 'What do you think of this plan?' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('What residents wrote stays as they wrote it, and says so to a screen reader', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'nl');
  });

  await test.step('She votes, signs in with the mailed code, and her vote is in', async () => {
    await page.getByRole('button', { name: 'For', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    await expect(page).toHaveURL(/\/en\/inloggen/);
    await expectAccessible(page);
    await page.getByLabel('Your email address').fill('emma@voorbeeld.example');
    await page.getByRole('button', { name: 'Send me the code' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Fill in the code' })).toBeVisible();
    const { code } = await signInMail(new URL(page.url()).searchParams.get('aanvraag') ?? '');
    await page.getByLabel('The six digits from the email').fill(code);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(new RegExp(`/en${plan}$`));
    await expect(page.getByText('Your vote is in and counts')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('Her page, the rules and the results speak English', async () => {
    await page.goto('/en/west/mijn');
    await expect(page.getByText('Voted: for')).toBeAttached();
    await expectAccessible(page);
    await page.goto('/en/west/spelregels');
    await expect(page.getByRole('heading', { level: 1, name: 'Rules' })).toBeVisible();
    await expectAccessible(page);
    await page.goto('/en/west/uitslagen');
    await expect(page.getByRole('heading', { level: 1, name: 'Results' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('A Dutch link leads to English from now on, until she chooses Dutch', async () => {
    await page.goto('/west/plannen?sort=newest');
    await expect(page).toHaveURL(/\/en\/west\/plannen\?sort=newest$/);
    if (isMobile) await page.getByText('Menu', { exact: true }).click();
    await page.getByRole('link', { name: 'Nederlands' }).filter({ visible: true }).click();
    await expect(page).toHaveURL(/^[^/]*\/\/[^/]*\/west\/plannen\?sort=newest$/);
    await page.goto('/en/west');
    await expect(page).toHaveURL(/^[^/]*\/\/[^/]*\/west$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  });
});
