import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { answer, expectQuestion, goOn } from './writing.ts';

const TITLE = 'Een bankje met schaduw bij de bushalte';
const SUMMARY = 'Wie op de bus wacht, staat nu in de zon of in de regen.';
const BODY = `Bij de halte in de Molenstraat staat geen bankje en geen boom. Oudere mensen gaan daarom niet met de bus.

Zet er een bankje neer, en een boom die in de zomer schaduw geeft.`;
const OFFLINE = 'Er is geen verbinding. Uw tekst is bewaard op dit apparaat.';

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('Samir loses his connection while he submits a plan', async ({
  page,
  context,
  signIn,
  database,
  expectAccessible,
  faults,
}) => {
  // 409: where loading the page anew cuts off the answer to what it was sending; the texts are the same, so it goes on.
  faults.foresee(/ERR_INTERNET_DISCONNECTED/, /409 \(Conflict\)/);
  await signIn(page, 'samir@voorbeeld.example');

  await test.step('He gives his plan a name on the train, with a connection', async () => {
    await page.goto('/west/indienen');
    await expectAccessible(page);
    await answer(page, 'Hoe heet uw plan?', TITLE);
    await expectQuestion(page, 'Wat is uw plan in één of twee zinnen?');
    await expect(page.getByText(/Uw antwoord is bewaard om/)).toBeVisible();
  });

  await test.step('In the tunnel he writes on; the site says that nothing is lost, and lets him go on', async () => {
    await context.setOffline(true);
    await expect(page.getByText(OFFLINE)).toBeVisible();
    await answer(page, 'Wat is uw plan in één of twee zinnen?', SUMMARY);
    await expectQuestion(page, 'Vertel meer over uw plan');
    await expect(page.getByText(OFFLINE)).toBeVisible();
    await page.getByLabel('Vertel meer over uw plan').fill(BODY);
    await expectAccessible(page);
    expect(await sideways(page)).toBe(0);
  });

  await test.step('He goes back and forth in his browser, and finds what he wrote', async () => {
    await page.goBack();
    await expect(page.getByLabel('Wat is uw plan in één of twee zinnen?')).toHaveValue(SUMMARY);
    await page.goForward();
    await expect(page.getByLabel('Vertel meer over uw plan')).toHaveValue(BODY);
  });

  await test.step('His phone throws the page away; out of the tunnel it is all there, and is sent', async () => {
    await page.goto('about:blank');
    await context.setOffline(false);
    await page.goto('/west/indienen/tekst');
    await expect(page.getByLabel('Vertel meer over uw plan')).toHaveValue(BODY);
    await page.reload();
    await expect(page.getByLabel('Vertel meer over uw plan')).toHaveValue(BODY);
    await goOn(page);
    await expectQuestion(page, 'Wat voor plan is het?');
    await expect
      .poll(() => database('select summary, state from proposal where title = $1', [TITLE]))
      .toEqual([{ summary: SUMMARY, state: 'draft' }]);
    await expectAccessible(page);
  });

  await test.step('He answers the rest, at 320 pixels and by keyboard', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const question of ['Wat voor plan is het?', 'Waar is het?', 'Wilt u er foto’s bij zetten?']) {
      await expectQuestion(page, question);
      await expectAccessible(page);
      expect(await sideways(page)).toBe(0);
      await page.getByRole('button', { name: 'Ga verder' }).focus();
      await page.keyboard.press('Enter');
    }
    await expectQuestion(page, 'Klopt uw plan?');
    await expectAccessible(page);
    expect(await sideways(page)).toBe(0);
  });

  await test.step('In the next tunnel he cannot place it, and reads what to do', async () => {
    await context.setOffline(true);
    const name = page.getByLabel('Welke naam mag erbij staan?');
    if (await name.isVisible()) await name.fill('Samir');
    await page.getByRole('button', { name: 'Plaats mijn plan' }).click();
    await expect(page.getByRole('alert')).toContainText('Uw plan is nog niet geplaatst.');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Plaats mijn plan' }).click();
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    expect(await database('select body, state from proposal where title = $1', [TITLE])).toEqual([
      { body: BODY, state: 'open' },
    ]);
  });

  await test.step('The next plan starts empty', async () => {
    await page.goto('/west/indienen');
    await expect(page.getByLabel('Hoe heet uw plan?')).toHaveValue('');
  });
});
