import type { Page } from '@playwright/test';
import { expect, followInHeader, test } from './journey.ts';

const LOST = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|Failed to load resource/;

const FOUNTAIN = 'Een waterspeelplek op het Kersenplein';
const BENCHES = 'Bankjes langs het Molenpad, elke honderd meter één';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** The page came, and is still there when its own program has taken over from the server. */
async function expectPage(page: Page, name: string): Promise<void> {
  await expect(heading(page, name)).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(heading(page, name)).toBeVisible();
}

/** The connection is gone, and the page that is asked for then does not come. */
async function askInVain(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await followInHeader(page, 'Uitslagen');
  await expect(heading(page, 'Geen verbinding')).toBeVisible();
}

async function readAllPlans(page: Page): Promise<void> {
  await page.goto('/west/plannen');
  await page.waitForLoadState('networkidle');
}

test('Hassan opens a page in a tunnel; it comes by itself behind it', async ({
  page,
  context,
  faults,
  expectAccessible,
}) => {
  faults.foresee(LOST);
  await readAllPlans(page);

  await test.step('The page that he asks for does not come, and he reads why', async () => {
    await askInVain(page);
    await expect(page).toHaveURL('/west/uitslagen');
    await expectAccessible(page);
  });

  await test.step('With the connection the page is there, without a press on the button', async () => {
    await context.setOffline(false);
    await expectPage(page, 'Uitslagen');
    await expect(page).toHaveURL('/west/uitslagen');
  });

  await test.step('What he read before is one step back', async () => {
    await page.goBack();
    await expect(heading(page, 'Plannen in West')).toBeVisible();
  });
});

test('Hassan tries again himself, when the device knows of its connection before the site can be reached', async ({
  page,
  context,
  faults,
}) => {
  faults.foresee(LOST);
  await readAllPlans(page);
  await context.setOffline(true);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Spelregels' }).click();
  await expect(heading(page, 'Geen verbinding')).toBeVisible();

  await context.route('**/health/live', (route) => route.abort());
  await context.setOffline(false);
  await expect(page.getByText('Het lukt nog niet. Er is nog geen verbinding.')).toBeVisible();
  await expect(heading(page, 'Deze pagina kwam niet aan')).toBeVisible();

  await context.unroute('**/health/live');
  await page.getByRole('button', { name: 'Probeer het opnieuw' }).click();
  await expectPage(page, 'Spelregels');
});

test('Hassan goes back and forth without a connection, to a page that never came', async ({
  page,
  context,
  faults,
}) => {
  faults.foresee(LOST);
  await readAllPlans(page);
  await askInVain(page);
  await page.goBack();
  await expect(heading(page, 'Plannen in West')).toBeVisible();
  await page.goForward();
  await expect(heading(page, 'Geen verbinding')).toBeVisible();
  await page.goBack();
  await expect(heading(page, 'Plannen in West')).toBeVisible();

  await context.setOffline(false);
  await page.goForward();
  await expectPage(page, 'Uitslagen');
});

test('Hassan loads a page anew that did not come', async ({ page, context, faults }) => {
  faults.foresee(LOST);
  await readAllPlans(page);
  await askInVain(page);
  // What the page would do by itself fails, so that it is the reader who does it.
  await context.route('**/health/live', (route) => route.abort());
  await context.setOffline(false);
  await page.reload();
  await expectPage(page, 'Uitslagen');
});

test('Hassan opens a plan of which only the text does not come', async ({ page, context, faults }) => {
  // NG0750: a part of the first plan that was still to come when he left it.
  faults.foresee(LOST, /NG0750/);
  await readAllPlans(page);
  // The program of the page is there, of an earlier plan; what this one says is not.
  await page.getByRole('link', { name: FOUNTAIN }).click();
  await expect(heading(page, FOUNTAIN)).toBeVisible();
  await page.waitForLoadState('networkidle');
  await page.goBack();
  await expect(heading(page, 'Plannen in West')).toBeVisible();

  await context.setOffline(true);
  await page.getByRole('link', { name: BENCHES }).click();
  await expect(heading(page, 'Geen verbinding')).toBeVisible();

  await context.setOffline(false);
  await expectPage(page, BENCHES);
});

test('Hassan wants to report an argument in a tunnel, and keeps what he reads', async ({
  page,
  context,
  faults,
}) => {
  // What Angular says of a part that does not hydrate.
  faults.foresee(LOST, /NG0750/, /^ERROR undefined/);
  await readAllPlans(page);
  const address = await page.getByRole('link', { name: BENCHES }).getAttribute('href');
  // From the server, whole; what an argument does comes when somebody wants it to.
  await page.goto(address ?? '');
  await page.waitForLoadState('networkidle');
  const argument = page.locator('.bs-arg').first();
  const words = (await argument.locator('p.bs-pre').first().textContent()) ?? '';
  expect(words).not.toBe('');

  await context.setOffline(true);
  await argument.getByRole('button', { name: /^Meld/ }).click();
  await expect(argument.getByText('Dit werkt nu niet: er is geen verbinding.')).toBeVisible();
  await expect(argument).toContainText(words);
});
