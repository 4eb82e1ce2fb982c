import { expect, followInHeader, good, test } from './journey.ts';
import { answer, expectQuestion, goOn, writePlan } from './writing.ts';

const TITLE = 'Een fietspomp bij het station';
const SUMMARY = 'Een stevige pomp waar iedereen dag en nacht zijn band kan oppompen.';
const BODY = `Elke ochtend zie ik mensen met een zachte band naar de trein lopen. De winkel is dan nog dicht.

Een vaste pomp bij de fietsenstalling kost weinig en gaat jaren mee. De winkel wil hem gratis onderhouden.`;
const NOTE = 'De fietsenmaker heeft ja gezegd: hij houdt de pomp heel.';

test('Charlie submits a proposal', async ({ page, newVisitor, signInMail, expectAccessible, faults }) => {
  const neighbour = await newVisitor();
  const newest = (of: typeof page) => of.getByRole('main').getByRole('heading', { level: 3 }).first();
  let number = 0;

  await test.step('He comes to the front door and finds where to submit', async () => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/west$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('om te stemmen');
    await expectAccessible(page);
    await followInHeader(page, 'Plan indienen');
    await expectQuestion(page, 'Hoe heet uw plan?');
    await expect(page.getByText('Stap 1 van 7')).toBeVisible();
    await expectAccessible(page);
  });

  const title = page.getByLabel('Hoe heet uw plan?');
  const body = page.getByLabel('Vertel meer over uw plan');

  await test.step('He writes too little: the field says what is wrong, and keeps his text', async () => {
    await title.fill('Pomp');
    // A hand takes a while: what a field says once it is left may not move the button away meanwhile.
    await page.getByRole('button', { name: 'Ga verder' }).click({ delay: 150 });
    await expect(title).toHaveAccessibleDescription(/Fout: Dit is te kort\. Schrijf er nog 6 tekens bij/);
    await expect(title).toBeFocused();
    await expect(title).toHaveValue('Pomp');
    await expect(page).toHaveTitle(/^Fout: Hoe heet uw plan/);
    await expect(page).toHaveURL(/\/west\/indienen$/);
    await expectAccessible(page);
  });

  await test.step('He mends it, and finds his answers again with the buttons of his browser', async () => {
    await answer(page, 'Hoe heet uw plan?', TITLE);
    await expect(page).toHaveURL(/\/west\/indienen\/kort$/);
    await expect(page).toHaveTitle(/^Wat is uw plan in één of twee zinnen\? \(stap 2 van 7\)/);
    await page.goBack();
    await expect(title).toHaveValue(TITLE);
    await expect(title).not.toHaveAccessibleDescription(/Fout/);
    await page.goForward();
    await answer(page, 'Wat is uw plan in één of twee zinnen?', 'Een pomp.');
    const summary = page.getByLabel('Wat is uw plan in één of twee zinnen?');
    await expect(summary).toHaveAccessibleDescription(/Fout: Dit is te kort\./);
    await page.getByRole('link', { name: 'Vorige vraag' }).click();
    await writePlan(
      page,
      { title: TITLE, summary: SUMMARY, body: BODY, kind: 'Idee', neighbourhood: 'Stationskwartier' },
      expectAccessible,
    );
    await expectAccessible(page);
    await goOn(page);
    await expectQuestion(page, 'Klopt uw plan?');
    await expectAccessible(page);
  });

  await test.step('He signs in with the code from his mail', async () => {
    await page.getByRole('button', { name: 'Log in en plaats mijn plan' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Uw e-mailadres').fill('charlie@voorbeeld.example');
    await page.getByRole('button', { name: 'Stuur mij de code' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Vul de code in' })).toBeVisible();
    await expectAccessible(page);
    const requestId = new URL(page.url()).searchParams.get('aanvraag') ?? '';
    const { code } = await signInMail(requestId);
    await page.getByLabel('De zes cijfers uit de e-mail').pressSequentially(code);
    // Read on its way to the page: the browser itself may have let go of the body by the time we ask for it.
    await page.route('**/api/v1/districts/west/proposals', async (route) => {
      const answered = await route.fetch();
      ({ number } = await good<{ number: number }>(answered));
      await route.fulfill({ response: answered });
    });
    await page.getByRole('button', { name: 'Log in' }).click();
  });

  await test.step('He is back at his plan, which is kept now, and sees it as others will see it', async () => {
    await expectQuestion(page, 'Klopt uw plan?');
    const preview = page.getByRole('article', { name: 'Uw plan zoals anderen het zien' });
    await expect(preview.getByRole('heading', { name: TITLE })).toBeVisible();
    await expect(preview).toContainText('Idee');
    await expect(preview).toContainText('Stationskwartier');
    await expect(preview).toContainText('De winkel wil hem gratis onderhouden.');
    await expect(page.getByRole('main')).toContainText('Bij uw plan staat deze naam: Charlie Vermeer');
    await expect.poll(() => number).toBeGreaterThan(0);
    await expectAccessible(page);
    await page.getByText('Verander iets').click();
    await page.getByRole('link', { name: 'Vertel meer over uw plan' }).click();
    await expect(body).toHaveValue(BODY);
    await page.goBack();
    await expectQuestion(page, 'Klopt uw plan?');
  });

  await test.step('A neighbour does not see the draft, on the list or at its address', async () => {
    faults.foresee(new RegExp(`status of 404.*/proposals/${number}|status of 404.*/plannen/${number}`));
    await neighbour.goto('/west/plannen?sort=newest');
    await expect(newest(neighbour)).toBeVisible();
    await expect(neighbour.getByRole('link', { name: TITLE })).toHaveCount(0);
    const answer = await neighbour.goto(`/west/plannen/${number}`);
    expect(answer?.status()).toBe(404);
    await expect(neighbour.getByRole('heading', { level: 1 })).toHaveText('Dit plan bestaat niet');
    await expectAccessible(neighbour);
  });

  await test.step('He publishes it, and finds it at the top of the newest', async () => {
    await page.getByRole('button', { name: 'Plaats mijn plan' }).click();
    await expect(page).toHaveURL(new RegExp(`/west/plannen/${number}$`));
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Dit is uw plan' })).toBeVisible();
    await expectAccessible(page);
    await followInHeader(page, 'Plannen');
    await expect(page.getByRole('heading', { level: 1, name: 'Plannen in West' })).toBeVisible();
    const order = page.getByLabel('Volgorde');
    if (!(await order.isVisible())) await page.getByText('Filter en sorteer').click();
    await order.selectOption('Nieuwste eerst');
    await page.getByRole('button', { name: 'Toon deze plannen' }).click();
    await expect(page).toHaveURL(/sort=newest/);
    await expect(newest(page)).toHaveText(TITLE);
    await expectAccessible(page);
    await page.getByRole('link', { name: TITLE }).click();
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  });

  await test.step('He adds a note', async () => {
    await page.getByText('Voeg iets toe').click();
    await page.getByLabel('Wat wilt u toevoegen?').fill(NOTE);
    await page.getByRole('button', { name: 'Plaats mijn aanvulling' }).click();
    await expect(page.getByText('Uw aanvulling staat erbij.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 3, name: /^Toegevoegd op / })).toBeVisible();
    await expect(page.getByText(NOTE)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('The neighbour now reads the plan with its note', async () => {
    await neighbour.goto('/west/plannen?sort=newest');
    await expect(newest(neighbour)).toHaveText(TITLE);
    await neighbour.getByRole('link', { name: TITLE }).click();
    await expect(neighbour.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(neighbour.getByText('Charlie Vermeer').first()).toBeVisible();
    await expect(neighbour.getByText(NOTE)).toBeVisible();
    await expect(neighbour.getByRole('heading', { name: 'Dit is uw plan' })).toHaveCount(0);
    await expectAccessible(neighbour);
    const api = await neighbour.request.get(`/api/v1/districts/west/proposals/${number}`);
    expect(await good<object>(api)).toMatchObject({ title: TITLE, kind: 'idea', state: 'open', mine: false });
  });
});
