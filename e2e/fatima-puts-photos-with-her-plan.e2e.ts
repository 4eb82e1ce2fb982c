import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './journey.ts';
import { expectQuestion, goOn, writePlan } from './writing.ts';

const TITLE = 'Een veilige weg naar de speeltuin';
const SUMMARY = 'Kinderen steken nu over tussen de geparkeerde auto’s door.';
const BODY = `Bij de speeltuin staan de auto’s tot op de hoek. Een kind ziet niet wat er aankomt, en niemand ziet het kind.

Haal drie plekken weg en maak de stoep daar breder. Dan kan iedereen elkaar zien, ook als het donker is.`;

async function aPhoto(name: string, background: string, width = 1200, height = 800) {
  const photo = sharp({ create: { width, height, channels: 3, background } }).jpeg();
  const place = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 0/1' } };
  return { name, mimeType: 'image/jpeg', buffer: await photo.withExif(place).toBuffer() };
}

/** The width in pixels of each photo that the page drew; 0 where its file did not come. */
const drawn = (page: Page, within: string): Promise<number[]> =>
  page.locator(`${within} img`).evaluateAll(async (images: HTMLImageElement[]) => {
    for (const image of images) {
      image.scrollIntoView();
      await image.decode().catch(() => undefined);
    }
    return images.map(({ naturalWidth }) => naturalWidth);
  });
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('Fatima puts photos with her plan', async ({ page, newVisitor, signIn, expectAccessible, faults }) => {
  const photos = page.getByRole('region', { name: 'Foto’s bij uw plan' });
  const choose = photos.getByLabel(/foto.*\(hoeft niet\)/);
  const said = photos.getByRole('status');

  await test.step('She writes her plan, and is asked for photos once it is kept', async () => {
    await signIn(page, 'fatima@voorbeeld.example');
    await page.goto('/west/indienen');
    await writePlan(page, { title: TITLE, summary: SUMMARY, body: BODY });
    await expect(photos).toContainText('Een foto hoeft niet');
    await expectAccessible(page);
  });

  await test.step('She takes the wrong file, and hears at once what is wrong', async () => {
    await choose.setInputFiles({
      name: 'brief.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF'),
    });
    await expect(photos.getByRole('alert')).toContainText('Dit bestand is geen foto');
    await expectAccessible(page);
    await photos.getByRole('button', { name: 'Laat deze foto weg (brief.pdf)' }).click();
    await expect(photos.getByRole('alert')).toHaveCount(0);
    await expect(photos.getByRole('heading', { name: 'Foto’s bij uw plan' })).toBeFocused();
  });

  await test.step('She chooses two photos; the connection is lost under the first', async () => {
    faults.foresee(/ERR_INTERNET_DISCONNECTED.*\/pictures\//);
    let isLost = true;
    await page.route('**/api/v1/districts/west/proposals/*/pictures/*', async (route) => {
      if (route.request().method() !== 'PUT' || !isLost) return route.continue();
      isLost = false;
      return route.abort('internetdisconnected');
    });
    await choose.setInputFiles([
      await aPhoto('hoek.jpg', '#7a4b3a'),
      await aPhoto('speeltuin.jpg', '#3a7a4b'),
    ]);
    await expect(photos.getByRole('alert')).toContainText('Er is geen verbinding');
    await expect(said).toHaveText('Foto 1 staat erbij.');
    await expectAccessible(page);
    await goOn(page);
    await expect(page.getByText('Een foto is nog niet verstuurd.')).toBeVisible();
    await expectQuestion(page, 'Wilt u er foto’s bij zetten?');
  });

  await test.step('She tries again, and it is there', async () => {
    await photos.getByRole('button', { name: 'Probeer het opnieuw (hoek.jpg)' }).click();
    await expect(said).toHaveText('Foto 2 staat erbij.');
    await expect(photos.getByRole('listitem')).toHaveCount(2);
    expect(await drawn(page, '.bs-rows--own')).toEqual([expect.any(Number), expect.any(Number)]);
    expect(Math.min(...(await drawn(page, '.bs-rows--own')))).toBeGreaterThan(0);
  });

  await test.step('She says what they show, and puts the corner first with the keyboard', async () => {
    await photos.getByLabel('Wat staat er op foto 1?').fill('De speeltuin achter de auto’s');
    await photos.getByLabel('Wat staat er op foto 2?').fill('Auto’s tot op de hoek');
    await page.keyboard.press('Tab');
    await expect(said).toHaveText('De beschrijving van foto 2 is bewaard.');
    await photos.getByRole('button', { name: 'Zet foto 2 eerder' }).focus();
    await page.keyboard.press('Enter');
    await expect(said).toHaveText('De foto staat nu op plaats 1.');
    await expect(photos.getByRole('button', { name: 'Zet foto 1 later' })).toBeFocused();
    await expect(photos.getByLabel('Wat staat er op foto 1?')).toHaveValue('Auto’s tot op de hoek');
    await expectAccessible(page);
    expect(await sideways(page)).toBe(0);
  });

  await test.step('She comes back to it later, and finds everything as she left it', async () => {
    await goOn(page);
    await expectQuestion(page, 'Klopt uw plan?');
    const preview = page.getByRole('article', { name: 'Uw plan zoals anderen het zien' });
    await expect(preview.getByRole('img')).toHaveCount(2);
    const { items } = (await (await page.request.get('/api/v1/districts/west/my-proposals')).json()) as {
      items: { number: number; title: string }[];
    };
    const number = items.find(({ title }) => title === TITLE)?.number;
    await page.goto(`/west/plannen/${number}`);
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    expect(Math.min(...(await drawn(page, '.bs-strip')))).toBeGreaterThan(0);
    await page.getByRole('link', { name: 'Ga verder met dit plan' }).click();
    await writePlan(page, { title: TITLE, summary: SUMMARY, body: BODY });
    await expect(photos.getByRole('listitem')).toHaveCount(2);
    await goOn(page);
    await expectQuestion(page, 'Klopt uw plan?');
    const name = page.getByLabel('Welke naam mag erbij staan?');
    if (await name.isVisible()) await name.fill('Fatima');
    await page.getByRole('button', { name: 'Plaats mijn plan' }).click();
    await expect(page.getByRole('heading', { name: 'Dit is uw plan' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('A neighbour sees both, the first one large, in a format made for the phone', async () => {
    const neighbour = await newVisitor({ viewport: { width: 320, height: 640 } });
    await neighbour.goto(page.url());
    await expect(neighbour.getByRole('img', { name: 'Auto’s tot op de hoek' })).toBeVisible();
    await expect(neighbour.getByRole('img', { name: 'De speeltuin achter de auto’s' })).toBeVisible();
    expect(Math.min(...(await drawn(neighbour, '.bs-strip')))).toBeGreaterThan(0);
    const chosen = await neighbour
      .getByRole('img', { name: 'Auto’s tot op de hoek' })
      .evaluate((image: HTMLImageElement) => image.currentSrc);
    expect(chosen).toMatch(/\/media\/photos\/[0-9a-f-]{36}\/400\.avif$/);
    expect(await sideways(neighbour)).toBe(0);
    await expectAccessible(neighbour);
    await neighbour.goto('/west/plannen?sort=newest');
    await expect(neighbour.getByRole('link', { name: TITLE })).toBeVisible();
    expect((await drawn(neighbour, '.bs-card'))[0]).toBeGreaterThan(0);
    await expectAccessible(neighbour);
  });
});
