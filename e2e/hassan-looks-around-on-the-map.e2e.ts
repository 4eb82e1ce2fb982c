import { expect, numberOf, test } from './journey.ts';
import { answer, expectQuestion, goOn } from './writing.ts';

test('Hassan looks around on the map', async ({ page, newVisitor, expectAccessible }) => {
  const main = page.getByRole('main');
  const map = page.getByRole('region', { name: 'Kaart met plannen' });
  const title = page.getByRole('heading', { level: 1 });

  await test.step('He searches, filters, and takes the order of the day', async () => {
    await page.goto('/west/plannen');
    await page.getByLabel('Zoek een plan').fill('bankjes');
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    await expect(page.getByText('1 plan gevonden')).toBeVisible();
    await page.goto('/west/plannen?theme=straat&sort=random');
    await expect(main.getByRole('article').first()).toBeVisible();
    await page.getByText(/De volgorde van vandaag: west \d{4}-\d\d-\d\d/).click();
    await expect(page.getByText(/Iedereen ziet vandaag deze volgorde/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('The map has the neighbourhoods and a pin for every spot; the list stands below it', async () => {
    await page.goto('/west/plannen');
    await page.getByRole('link', { name: 'Kaart', exact: true }).click();
    await expect(page).toHaveURL(/weergave=kaart/);
    await map.scrollIntoViewIfNeeded();
    await expect(map.getByText('Molenwijk')).toBeVisible();
    await expect(map.locator('.bs-map__pin').first()).toBeVisible();
    await expect(main.getByRole('article')).toHaveCount(8);
    await expectAccessible(page);
  });

  await test.step('A filter leaves one pin, and by keyboard it leads to its plan', async () => {
    await page.goto('/west/plannen?weergave=kaart&q=waterspeelplek');
    await map.scrollIntoViewIfNeeded();
    const pin = map.getByRole('link', { name: /waterspeelplek/ });
    await expect(map.locator('.bs-map__pin')).toHaveCount(1);
    await pin.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/plannen/${await numberOf(page, 'waterspeelplek')}$`));
    await expect(title).toContainText('waterspeelplek');
  });

  await test.step('Without scripts the switch works, and the list says it all', async () => {
    const plain = await newVisitor({ javaScriptEnabled: false });
    await plain.goto('/west/plannen');
    await plain.getByRole('link', { name: 'Kaart', exact: true }).click();
    await expect(plain).toHaveURL(/weergave=kaart/);
    await expect(plain.getByRole('main').getByRole('article')).toHaveCount(8);
  });
});

test('Hassan puts his plan on the map by keyboard', async ({ page, signIn, expectAccessible, database }) => {
  await signIn(page, 'hassan@voorbeeld.example');
  await page.goto('/west/indienen');
  await answer(page, 'Hoe heet uw plan?', 'Een bankje onder de oude kastanje');
  await answer(page, 'Wat is uw plan in één of twee zinnen?', 'Dan kunnen oudere mensen even zitten.');
  await answer(page, 'Vertel meer over uw plan', 'Onder de boom is schaduw en rust. '.repeat(6));
  await page.getByLabel('Waar gaat uw plan over?').selectOption('groen');
  await goOn(page);
  await expectQuestion(page, 'Waar is het?');
  await page.getByRole('button', { name: 'Kies een plek op de kaart' }).focus();
  await page.keyboard.press('Enter');
  const map = page.getByRole('region', { name: 'Kaart om een plek te kiezen' });
  await expect(map.getByText('Parkbuurt')).toBeVisible();
  await expect(map).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Zet de speld in het midden van de kaart' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('U koos een plek op de kaart.')).toBeVisible();
  await expectAccessible(page);
  await goOn(page);
  await expectQuestion(page, 'Wilt u er foto’s bij zetten?');
  await goOn(page);
  await expectQuestion(page, 'Klopt uw plan?');
  expect(
    await database(
      `select theme_slug, latitude is not null as placed from proposal where title like '%oude kastanje'`,
    ),
  ).toEqual([{ theme_slug: 'groen', placed: true }]);
});
