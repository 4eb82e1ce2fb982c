import type { Page } from '@playwright/test';
import { expect, good, hasTabs, numberOf, ownPage, test } from './journey.ts';

const PLAN = 'ruilkast';
const FATIMA_SAYS =
  'Mijn dochter leest alles wat los en vast zit. Een kast om te ruilen scheelt ons veel geld.';
const KEES_SAYS = 'Wie ruimt de kast op als er rommel in ligt? Dat staat nergens in het plan.';
const KEES_MEANS = 'Wie ruimt de kast op als er rommel in ligt? Noem in het plan iemand die dat doet.';
const FATIMA_REPLIES = 'Ik wil dat wel doen, met mijn buurvrouw. Wij wonen ernaast.';

test('Fatima and Kees argue', async ({ page, site, newVisitor, signIn, expectAccessible, faults }) => {
  const number = await numberOf(page, PLAN);
  const address = `/west/plannen/${number}`;
  const fatima = page;
  const kees = await newVisitor();
  const named = async (who: Page, email: string, displayName: string): Promise<void> => {
    await signIn(who, email);
    const headers = ownPage(site);
    await good(await who.request.patch('/api/v1/account', { headers, data: { displayName } }));
  };

  await test.step('Fatima reads what others said before she signs in, in both orders', async () => {
    await fatima.goto(address);
    await expect(fatima.getByRole('heading', { level: 2, name: 'Voor en tegen' })).toBeVisible();
    await expect(fatima.getByRole('link', { name: 'Log in en geef uw argument' })).toBeVisible();
    await fatima.getByRole('link', { name: 'Nieuwste', exact: true }).click();
    await expect(fatima).toHaveURL(/volgorde=nieuwste/);
    await expect(fatima.getByRole('link', { name: 'Nieuwste', exact: true })).toHaveAttribute(
      'aria-current',
      'true',
    );
    await expectAccessible(fatima);
  });

  await test.step('Fatima is for, and says why', async () => {
    await named(fatima, 'fatima@voorbeeld.example', 'Fatima el Amrani');
    await fatima.goto(address);
    await argue(fatima, 'Voor', FATIMA_SAYS);
    await expectAccessible(fatima);
  });

  await test.step('Kees is against, and changes his words while nobody has answered', async () => {
    await named(kees, 'kees@voorbeeld.example', 'Kees Bos');
    await kees.goto(address);
    await argue(kees, 'Tegen', KEES_SAYS);
    await side(kees, 'Tegen');
    const own = item(kees, KEES_SAYS);
    await own.getByRole('button', { name: /^Verander/ }).click();
    await expect(own.getByLabel('Uw nieuwe tekst')).toHaveValue(KEES_SAYS);
    await expectAccessible(kees);
    await own.getByLabel('Uw nieuwe tekst').fill(KEES_MEANS);
    await own.getByRole('button', { name: 'Bewaar mijn tekst' }).click();
    await expect(item(kees, KEES_MEANS)).toBeVisible();
    await expect(kees.getByText('Uw nieuwe tekst staat erbij.')).toBeVisible();
  });

  await test.step('Fatima finds it a good point, and answers him', async () => {
    await fatima.goto(address);
    await side(fatima, 'Tegen');
    const his = item(fatima, KEES_MEANS);
    await his.locator('summary').filter({ hasText: 'Bewerkt op' }).click();
    await expect(his.getByText(KEES_SAYS)).toBeVisible();
    const like = his.getByRole('button', { name: /^Goed punt/ });
    await expect(like).toHaveAttribute('aria-pressed', 'false');
    await like.click();
    await expect(like).toHaveAttribute('aria-pressed', 'true');
    await expect(like).toContainText('(1)');
    await expect(like).toBeFocused();
    await his.getByRole('button', { name: /^Reageer/ }).click();
    await his.getByLabel('Uw reactie').fill(FATIMA_REPLIES);
    await expectAccessible(fatima);
    await his.getByRole('button', { name: 'Plaats mijn reactie' }).click();
    await expect(his.getByText(FATIMA_REPLIES)).toBeVisible();
  });

  await test.step('Now his words are locked, also in the tab that he left open', async () => {
    faults.foresee(/status of 409/);
    const own = item(kees, KEES_MEANS);
    await own.getByRole('button', { name: /^Verander/ }).click();
    await own.getByLabel('Uw nieuwe tekst').fill(`${KEES_MEANS} Anders stem ik tegen.`);
    await own.getByRole('button', { name: 'Bewaar mijn tekst' }).click();
    await expect(own.getByText('Iemand reageerde al hierop. Daarom ligt uw tekst vast.')).toBeVisible();
    await kees.goto(address);
    await side(kees, 'Tegen');
    await expect(item(kees, KEES_MEANS).getByText(FATIMA_REPLIES)).toBeVisible();
    await expect(item(kees, KEES_MEANS).getByRole('button', { name: /^Verander/ })).toHaveCount(0);
    await expectAccessible(kees);
  });

  await test.step('He thinks hers is a good point after all, and takes it back', async () => {
    await side(kees, 'Voor');
    const like = item(kees, FATIMA_SAYS).getByRole('button', { name: /^Goed punt/ });
    await like.click();
    await expect(like).toContainText('(1)');
    await like.click();
    await expect(like).toContainText('(0)');
    await expect(like).toHaveAttribute('aria-pressed', 'false');
    await kees.reload();
    await side(kees, 'Voor');
    await expect(item(kees, FATIMA_SAYS).getByRole('button', { name: /^Goed punt/ })).toContainText('(0)');
  });
});

async function argue(page: Page, choice: 'Voor' | 'Tegen', body: string): Promise<void> {
  await page.getByText('Geef uw argument', { exact: true }).click();
  await page.getByRole('radio', { name: choice, exact: true }).check();
  await page.getByLabel('Uw argument', { exact: true }).fill(body);
  await page.getByRole('button', { name: 'Plaats mijn argument' }).click();
  await expect(page.getByText('Uw argument staat erbij.')).toBeVisible();
  await side(page, choice);
  await expect(item(page, body)).toBeVisible();
}

/** On a phone the two sides are tabs; on a desktop both stand there. */
async function side(page: Page, name: 'Voor' | 'Tegen'): Promise<void> {
  if (hasTabs(page)) await page.getByRole('tab', { name: new RegExp(`^${name} \\(`) }).click();
}

/** The argument that says this. */
function item(page: Page, body: string): ReturnType<Page['locator']> {
  return page.locator('.bs-arg').filter({ hasText: body });
}
