import type { Page } from '@playwright/test';
import { expect, good, hasTabs, numberOf, openWithoutScripts, ownPage, test, untouched } from './journey.ts';

/** How long a page is looked at that must not start by itself. */
const A_MOMENT_MS = 1500;

const SCRIPTS = /\.js$/;

/** Lets no script through until it is told to: a slow line. Answers how to tell. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(SCRIPTS, (route) => released.then(() => route.fallback()));
  return async () => {
    release();
    await page.unroute(SCRIPTS);
  };
}

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

  test('her first key does what it does, and the page that starts by it leaves the focus there', async () => {
    await page.goto('/west');
    await page.waitForTimeout(A_MOMENT_MS);
    await page.keyboard.press('Tab');
    await expect(untouched(page)).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Direct naar de inhoud' })).toBeFocused();
  });

  test('in English the page waits as well', async () => {
    await page.goto('/en/west/plannen');
    await page.waitForTimeout(A_MOMENT_MS);
    await expect(untouched(page)).toHaveCount(1);
    await page.getByLabel('Search for a plan').fill('bench');
    await expect(untouched(page)).toHaveCount(0);
    await expect(page.getByLabel('Search for a plan')).toHaveValue('bench');
  });

  test('a map that the address asks for comes without a sign', async () => {
    await page.goto('/west/plannen?weergave=kaart');
    await expect(page.locator('.leaflet-container')).toBeVisible();
  });

  test.describe('on a slow line, her press counts that comes before any script', () => {
    test('where the form posts: she looks for a plan and asks for a code, and no script has come', async () => {
      await holdScripts(page);
      await openWithoutScripts(page, '/west/plannen');
      await page.getByLabel('Zoek een plan').fill('ruilkast');
      await page.getByRole('button', { name: 'Zoek', exact: true }).click();
      await expect(page).toHaveURL(/[?&]q=ruilkast/);
      await expect(page.getByText('1 plan gevonden')).toBeVisible();
      await openWithoutScripts(page, '/inloggen');
      await page.getByLabel('Uw e-mailadres').fill('greta@voorbeeld.example');
      await page.getByRole('button', { name: 'Stuur mij de code' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Vul de code in' })).toBeVisible();
    });

    test('on Voor: her vote is in once she has signed in', async ({ request, signInMail }) => {
      const number = await numberOf(page, 'ruilkast');
      const plan = `/west/plannen/${number}`;
      await holdScripts(page);
      await openWithoutScripts(page, plan);
      await page.getByRole('button', { name: 'Voor', exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible();
      expect(page.url()).not.toMatch(/choice|for\b/);
      await page.getByLabel('Uw e-mailadres').fill('greta@voorbeeld.example');
      await page.getByRole('button', { name: 'Stuur mij de code' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Vul de code in' })).toBeVisible();
      const { code } = await signInMail(new URL(page.url()).searchParams.get('aanvraag') ?? '');
      await page.getByLabel('De zes cijfers uit de e-mail').fill(code);
      await page.unroute(SCRIPTS);
      await page.getByRole('button', { name: 'Log in', exact: true }).click();
      await expect(page).toHaveURL(new RegExp(`${plan}$`));
      await expect(page.getByRole('heading', { level: 2, name: 'U stemde voor' })).toBeVisible();
      const standing = await request.get(`/api/v1/districts/west/proposals/${number}/standing`);
      expect(await good<object>(standing)).toMatchObject({ votesFor: 42, votesAgainst: 2 });
    });

    test('on a plan: her report, her like and her argument', async ({ signIn, site }) => {
      const number = await numberOf(page, 'ruilkast');
      const plan = `/west/plannen/${number}`;
      const reportForm = page.getByRole('group', { name: 'Wat is er mis?' });

      await test.step('She presses Meld, which opens once its scripts are there', async () => {
        const release = await holdScripts(page);
        await openWithoutScripts(page, plan);
        await page.getByRole('button', { name: 'Meld dit plan' }).click();
        await expect(reportForm).toBeHidden();
        await release();
        await expect(reportForm).toBeVisible();
      });

      await signIn(page, 'greta@voorbeeld.example');
      const headers = ownPage(site);
      const named = { headers, data: { displayName: 'Greta Smit' } };
      await good(await page.request.patch('/api/v1/account', named));

      await test.step('She finds something a good point', async () => {
        const release = await holdScripts(page);
        await openWithoutScripts(page, plan);
        const like = page.getByRole('button', { name: /^Goed punt/ }).first();
        await like.click();
        await expect(like).toHaveAttribute('aria-pressed', 'false');
        await release();
        await expect(like).toHaveAttribute('aria-pressed', 'true');
      });

      await test.step('She gives an argument, which the browser sends by itself', async () => {
        await holdScripts(page);
        await openWithoutScripts(page, plan);
        await page.getByText('Geef uw argument', { exact: true }).click();
        await page.getByRole('radio', { name: 'Tegen' }).check();
        const field = page.getByLabel('Uw argument');
        await field.fill('Niemand ruimt het op.');
        await page.getByRole('button', { name: 'Plaats mijn argument' }).click();
        await expect(field).toHaveAccessibleDescription(/Dit is te kort/);
        await field.fill('Niemand ruimt het op als er rommel bij gezet wordt.');
        await page.getByRole('button', { name: 'Plaats mijn argument' }).click();
        await expect(page.getByText('Uw argument staat erbij.')).toBeVisible();
      });

      await test.step('What she had begun when the scripts came is still there, and she goes on with it', async () => {
        const release = await holdScripts(page);
        await openWithoutScripts(page, plan);
        await page.getByText('Geef uw argument', { exact: true }).click();
        await page.getByRole('radio', { name: 'Voor' }).check();
        await page.getByLabel('Uw argument').fill('Mijn kleinkinderen');
        await release();
        await expect(page.getByText('18 van 500 tekens')).toBeVisible();
        await page.getByLabel('Uw argument').press('End');
        await page.keyboard.type(' lezen graag.');
        await expect(page.getByText('31 van 500 tekens')).toBeVisible();
        await expect(page.getByRole('radio', { name: 'Voor' })).toBeChecked();
        await page.getByRole('button', { name: 'Plaats mijn argument' }).click();
        await expect(page.getByText('Uw argument staat erbij.')).toBeVisible();
        if (hasTabs(page)) await page.getByRole('tab', { name: /^Voor/ }).click();
        await expect(page.getByText('Mijn kleinkinderen lezen graag.')).toBeVisible();
      });
    });

    test('where only the scripts send it: once they are there, with what she typed and chose', async ({
      database,
      faults,
      signIn,
    }) => {
      // Her address is not in the district's table.
      faults.foresee(/422 .*my-address/);
      // The district asks its residents to show where they live.
      await database(
        `insert into rulebook (district_id, version, settings, effective_from)
         select district_id, version + 1, settings || '{"identityLevel": 1}', clock_timestamp() - interval '1 second'
         from rulebook where version = 1`,
      );
      await database(`update round set rulebook_version = 2 where state = 'open'`);
      await signIn(page, 'greta@voorbeeld.example');

      await test.step('Her address', async () => {
        const release = await holdScripts(page);
        await openWithoutScripts(page, '/west/bevestigen');
        await page.getByLabel('Postcode').fill('1055 ZZ');
        await page.getByLabel('Huisnummer').fill('999');
        await page.getByRole('button', { name: 'Bevestig mijn adres' }).click();
        const asked = page.waitForRequest(/my-address/);
        await release();
        expect((await asked).postDataJSON()).toEqual({ postcode: '1055 ZZ', houseNumber: 999 });
        await expect(
          page
            .getByRole('alert')
            .or(page.getByText(/^Fout: /))
            .first(),
        ).toBeVisible();
      });

      await test.step('Which mails she gets', async () => {
        const release = await holdScripts(page);
        await openWithoutScripts(page, '/west/mijn');
        await page.getByText('Kies welke mails u krijgt').click();
        const topic = page.getByRole('group', { name: 'Nieuws over plannen waar u op stemde' });
        const never = topic.getByRole('radio', { name: 'Geen mails' });
        await never.check();
        await page.getByRole('button', { name: 'Bewaar mijn keuze' }).click();
        await release();
        await expect(page.getByText('Uw keuze is bewaard.')).toBeVisible();
        await expect(never).toBeChecked();
      });
    });
  });
});
