import type { Locator, Page } from '@playwright/test';
import { expect, numberOf, test } from './journey.ts';

/** How long a page is looked at that must not start by itself. */
const A_MOMENT_MS = 1500;

/** The page as the server made it, as long as no script has taken it over. */
const untouched = (page: Page): Locator => page.locator('bs-root[ngh]');

test.describe('Greta opens a neighbour’s link; nothing runs until she does something', () => {
  let page: Page;

  test.beforeEach(async ({ browser, faults, site, contextOptions }) => {
    // Without the hand on the mouse that the other journeys have.
    const context = await browser.newContext({ ...contextOptions, baseURL: site.url });
    await faults.watch(context);
    page = await context.newPage();
  });
  test.afterEach(() => page.context().close());

  test('what she reads is all there, its scripts are fetched but wait, and a touch starts them', async () => {
    const number = await numberOf(page, 'ruilkast');
    await page.goto(`/west/plannen/${number}`);
    await page.waitForTimeout(A_MOMENT_MS);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(untouched(page)).toHaveCount(1);
    await expect(page.locator('link[rel="modulepreload"]')).not.toHaveCount(0);
    await page.dispatchEvent('body', 'touchstart');
    await expect(untouched(page)).toHaveCount(0);
  });

  test('her first press does what it says', async () => {
    const number = await numberOf(page, 'ruilkast');
    await page.goto(`/west/plannen/${number}`);
    await page.getByRole('button', { name: 'Voor', exact: true }).click();
    await expect(page).toHaveURL(/inloggen|plannen/);
    await expect(page.getByText(/e-mailadres/i).first()).toBeVisible();
  });

  test('what she types first stays, and the page answers to it', async () => {
    await page.goto('/west/indienen');
    await page.getByLabel('Hoe heet uw plan?').fill('Een bankje voor wie op de bus wacht');
    await expect(page.getByText('35 van 100 tekens')).toBeVisible();
    await page.getByRole('button', { name: 'Ga verder' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Wat is uw plan in één' })).toBeVisible();
  });

  test('a map that the address asks for comes without a sign', async () => {
    await page.goto('/west/plannen?weergave=kaart');
    await expect(page.locator('.leaflet-container')).toBeVisible();
  });
});
