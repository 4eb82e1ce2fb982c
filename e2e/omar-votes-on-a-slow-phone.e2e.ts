import type { Page } from '@playwright/test';
import { expect, good, numberOf, openWithoutScripts, test } from './journey.ts';

/** Opens an address as over a slow line: the page is there, its scripts come only when `arrive` is called. */
async function openSlowly(page: Page, address: string): Promise<{ arrive: () => Promise<void> }> {
  const scripts = Promise.withResolvers<undefined>();
  await page.route('**/*.js', async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await openWithoutScripts(page, address);
  return {
    arrive: async () => {
      scripts.resolve(undefined);
      await page.waitForLoadState('load');
    },
  };
}

test('Omar votes and writes on a slow phone, before the scripts have come', async ({
  page,
  request,
  signIn,
}) => {
  const number = await numberOf(page, 'ruilkast');
  await signIn(page, 'omar@voorbeeld.example');

  await test.step('A press on Voor is not lost', async () => {
    const { arrive } = await openSlowly(page, `/west/plannen/${number}`);
    await page.getByRole('button', { name: 'Voor', exact: true }).click();
    await arrive();
    await expect(page.getByRole('heading', { level: 2, name: 'U stemde voor' })).toBeVisible();
    const standing = await request.get(`/api/v1/districts/west/proposals/${number}/standing`);
    expect(await good<object>(standing)).toMatchObject({ votesFor: 42, votesAgainst: 2 });
  });

  await test.step('What he typed stays, and the form knows it', async () => {
    const { arrive } = await openSlowly(page, '/west/indienen');
    const title = page.getByLabel('Hoe heet uw plan?');
    await title.fill('Een bankje voor wie op de bus wacht');
    await arrive();
    await expect(page.getByText('35 van 100 tekens')).toBeVisible();
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Wat is uw plan in één' })).toBeVisible();
    await page.goBack();
    await expect(title).toHaveValue('Een bankje voor wie op de bus wacht');
    await expect(title).not.toHaveAccessibleDescription(/Fout/);
  });

  await test.step('A press on Ga verder is not lost either', async () => {
    await page.evaluate(() => localStorage.clear());
    const { arrive } = await openSlowly(page, '/west/indienen');
    await page.getByLabel('Hoe heet uw plan?').fill('Een lantaarn bij de brug');
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await arrive();
    await expect(page.getByRole('heading', { level: 1, name: 'Wat is uw plan in één' })).toBeVisible();
  });

  await test.step('What he searches for stays as well, and follows the address after that', async () => {
    const { arrive } = await openSlowly(page, '/west/plannen');
    const words = page.getByLabel('Zoek een plan');
    await words.fill('bankjes');
    await arrive();
    await page.waitForLoadState('networkidle');
    await expect(words).toHaveValue('bankjes');
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    await expect(page.getByText('1 plan gevonden')).toBeVisible();
    await page.goBack();
    await expect(words).toHaveValue('');
  });
});
