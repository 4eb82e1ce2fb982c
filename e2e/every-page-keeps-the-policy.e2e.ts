import type { Page } from '@playwright/test';
import { signInAsStaff } from './count-day.ts';
import { expect, numberOf, test } from './journey.ts';

const PUBLIC = [
  '',
  '/plannen',
  '/plannen?weergave=kaart',
  '/uitslagen',
  '/agenda',
  '/opvolging',
  '/besluiten',
  '/spelregels',
];
const OF_BRAM = ['/mijn', '/indienen', '/griffie', '/griffie/stemmen', '/griffie/papier'];

/** What the policy of a page must say (S4), and that it holds for a script that somebody got into the page. */
async function expectPolicy(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address);
  const policy = (answer?.headers()['content-security-policy'] ?? '').split('; ');
  expect(policy.join(), address).not.toMatch(/unsafe|nonce|\*/);
  for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
    expect(policy, address).toContain(rule);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  // The scripts have come: what they add to the page is there too.
  await expect.poll(() => page.evaluate(() => document.querySelector('[ng-version]') !== null)).toBe(true);
  expect(await page.locator('style, [style]:not([class*=leaflet])').count(), address).toBe(0);
}

// That no browser reports a breach of the policy is checked in every journey (see `faults.ts`), and so in this one.
test('S4: no page needs more than its policy allows, and a foreign script stays text', async ({
  page,
  newVisitor,
  signIn,
  appCode,
  faults,
}) => {
  await test.step('For a visitor, the map among them', async () => {
    const number = await numberOf(page, 'ruilkast');
    for (const place of [...PUBLIC, `/plannen/${number}`]) await expectPolicy(page, `/west${place}`);
    await page.goto('/west/plannen?weergave=kaart');
    const map = page.getByRole('region', { name: 'Kaart met plannen' });
    await map.scrollIntoViewIfNeeded();
    await expect(map.locator('.bs-map__pin').first()).toBeVisible();
    // The map's own styles hold: without them its layers would lie below each other.
    await expect(map).toHaveCSS('overflow', 'hidden');
    await expectPolicy(page, '/inloggen?terug=%2Fwest');
  });

  await test.step('For the staff, at their desks', async () => {
    const bram = await newVisitor();
    await signInAsStaff(bram, 'bram@voorbeeld.example', { signIn, appCode });
    for (const place of OF_BRAM) await expectPolicy(bram, `/west${place}`);
  });

  await test.step('A script that got into a page does not run', async () => {
    faults.foresee(/content security policy|Content Security Policy/);
    await page.route('**/west/spelregels', async (route) => {
      const answer = await route.fetch();
      const html = (await answer.text()).replace('</main>', '<script>window.ran = 1</script></main>');
      await route.fulfill({ response: answer, body: html });
    });
    await page.goto('/west/spelregels');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  });
});
