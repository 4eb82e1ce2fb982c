import { charlieWins, CHARLIES_PLAN, daysAfter, moveClockTo, signInAsStaff } from './count-day.ts';
import { expect, test } from './journey.ts';

const NOTE =
  'Het plein is van de gemeente. Water kost ongeveer € 12.000 per jaar. De leiding ligt er al, dus graven is niet nodig.';
const REASONS =
  'Er komt een waterspeelplek, maar kleiner dan gevraagd. De fontein past niet naast de bomen. Het geld is er voor dit jaar.';
const PROGRESS = 'De eerste spuiters staan er. Kinderen van de school hebben ze geprobeerd en gekeurd.';
/** A photo of one pixel is a photo too. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

test('The committee adopts in part and everyone is told', async ({
  page,
  request,
  newVisitor,
  signIn,
  appCode,
  mailbox,
  database,
  setClockAhead,
  expectAccessible,
}) => {
  test.setTimeout(240_000);
  const { number, meeting } = await charlieWins({ page, request, database, setClockAhead });

  await test.step('The official writes what everybody should know', async () => {
    const peter = await newVisitor();
    await signInAsStaff(peter, 'peter@voorbeeld.example', { signIn, appCode });
    await peter.goto('/west/ambtenaar');
    await peter.getByRole('button', { name: /^Schrijf de uitleg.*Kersenplein/ }).click();
    await peter.getByLabel('Uw uitleg').fill('Kort.');
    await peter.getByRole('button', { name: 'Publiceer de uitleg' }).click();
    await expect(peter.getByLabel('Uw uitleg')).toHaveAttribute('aria-invalid', 'true');
    await peter.getByLabel('Uw uitleg').fill(NOTE);
    await expectAccessible(peter);
    await peter.getByRole('button', { name: 'Publiceer de uitleg' }).click();
    await expect(peter.getByText(`De uitleg bij ${CHARLIES_PLAN} is gepubliceerd.`)).toBeVisible();
  });

  await test.step('A member of the committee reads the papers, and that can be seen', async () => {
    const marijke = await newVisitor();
    await signInAsStaff(marijke, 'marijke@voorbeeld.example', { signIn, appCode });
    await marijke.goto('/west/commissie');
    await expect(marijke.getByRole('heading', { level: 1 })).toContainText('Stukken voor');
    await expect(marijke.getByRole('main')).toContainText(NOTE);
    await expectAccessible(marijke);
    await marijke.getByRole('button', { name: 'Ik heb de stukken gelezen' }).click();
    await expect(marijke.getByText('U las de stukken zoals zij nu zijn.')).toBeVisible();
    await expect(marijke.getByRole('region', { name: 'Wie las de stukken?' })).toContainText('Marijke');
  });

  const bram = page;
  await test.step('Before the meeting there is nothing to decide', async () => {
    await signInAsStaff(bram, 'bram@voorbeeld.example', { signIn, appCode });
    await bram.goto('/west/griffie/besluiten');
    await expect(bram.getByText('Geen enkel plan wacht op een besluit.')).toBeVisible();
    const [item] = meeting.items;
    const early = await bram.request.post(`/api/v1/districts/west/agenda-items/${item?.id}/outcomes`, {
      headers: { Origin: new URL(bram.url()).origin, 'Sec-Fetch-Site': 'same-origin' },
      data: { decision: 'adopted', reasons: REASONS, vote: null },
    });
    expect([early.status(), await early.json()]).toMatchObject([409, { code: 'outcome-before-discussion' }]);
  });

  await test.step('After the meeting Bram closes it: Charlie was there', async () => {
    await moveClockTo({ setClockAhead }, new Date(meeting.startsAt), 3 * 3600);
    await signInAsStaff(bram, 'bram@voorbeeld.example', { signIn, appCode });
    await bram.goto(`/west/griffie/vergaderingen/${meeting.id}`);
    const form = bram.getByRole('form', { name: 'Sluit de vergadering af' });
    await form.getByLabel(`Ja, voor ${CHARLIES_PLAN}`).check();
    await expectAccessible(bram);
    await form.getByRole('button', { name: 'Sluit de vergadering af' }).click();
    await expect(bram.getByText('De vergadering is afgesloten.')).toBeVisible();
  });

  await test.step('He fills in the decision, reads what everybody will read, and publishes it', async () => {
    await bram.goto('/west/griffie/besluiten');
    await bram.getByRole('button', { name: /^Vul besluit in.*Kersenplein/ }).click();
    const form = bram.getByRole('form', { name: `Besluit over ${CHARLIES_PLAN}` });
    await form.getByRole('radio', { name: /^Deels/ }).check();
    await form.getByRole('button', { name: 'Bekijk wat iedereen leest' }).click();
    await expect(form.getByLabel('Waarom? Leg het uit in gewone woorden')).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await form.getByLabel('Waarom? Leg het uit in gewone woorden').fill(REASONS);
    await form.getByLabel('Voor', { exact: true }).fill('9');
    await form.getByLabel('Tegen', { exact: true }).fill('3');
    await form.getByLabel('Onthouding').fill('1');
    await expectAccessible(bram);
    await form.getByRole('button', { name: 'Bekijk wat iedereen leest' }).click();
    await expect(form.getByRole('region', { name: 'Dit gaat iedereen lezen' })).toContainText(REASONS);
    await expectAccessible(bram);
    await form.getByRole('button', { name: 'Publiceer het besluit' }).click();
    await expect(bram.getByText('Geen enkel plan wacht op een besluit.')).toBeVisible();
  });

  await test.step('Charlie is told at once, who voted in the digest of Friday; nobody twice', async () => {
    const about = async (): Promise<string[]> =>
      (await mailbox())
        .filter(
          ({ text, sentAt }) =>
            /kleiner dan gevraagd|neemt een deel van dit plan over/.test(text) &&
            Date.parse(sentAt) > Date.parse(meeting.startsAt),
        )
        .map(({ to }) => to);
    await expect.poll(about, { timeout: 20_000 }).toEqual(['charlie@voorbeeld.example']);
    await moveClockTo({ setClockAhead }, daysAfter(meeting.startsAt, 7.5));
    await expect.poll(async () => (await about()).length, { timeout: 60_000 }).toBeGreaterThan(100);
    const told = await about();
    expect(new Set(told).size).toBe(told.length);
  });

  await test.step('A progress report follows, with a photo, and everybody reads it', async () => {
    await signInAsStaff(bram, 'bram@voorbeeld.example', { signIn, appCode });
    await bram.goto('/west/griffie/besluiten');
    await bram.getByRole('button', { name: /^Schrijf een bericht.*Kersenplein/ }).click();
    const form = bram.getByRole('form', { name: `Bericht over ${CHARLIES_PLAN}` });
    await form.getByLabel('Wat is er gebeurd?').fill(PROGRESS);
    await form.getByLabel('Wie doet het werk?').fill('Team Groen');
    await form.getByLabel(/^Foto/).setInputFiles({ name: 'plein.png', mimeType: 'image/png', buffer: PHOTO });
    await form.getByLabel('Wat staat er op de foto?').fill('Kinderen spelen tussen waterstralen');
    await form.getByLabel(/^Het werk is klaar/).check();
    await expectAccessible(bram);
    await form.getByRole('button', { name: 'Plaats het bericht' }).click();
    await expect(bram.getByText('Er is nu geen plan in uitvoering.')).toBeVisible();
    const visitor = await newVisitor({ javaScriptEnabled: false });
    await visitor.goto('/west/opvolging');
    const plan = visitor.getByRole('listitem').filter({ hasText: CHARLIES_PLAN });
    await expect(plan.getByText('Klaar', { exact: true }).first()).toBeVisible();
    await plan.getByText('Lees alles').click();
    await expect(plan.getByText(PROGRESS).last()).toBeVisible();
    await expect(plan.getByText('9 voor, 3 tegen')).toBeVisible();
    await expect(
      plan.getByRole('img', { name: 'Kinderen spelen tussen waterstralen' }).first(),
    ).toBeVisible();
    await visitor.goto(`/west/plannen/${number}`);
    await expect(visitor.getByRole('main')).toContainText(REASONS);
  });
});
