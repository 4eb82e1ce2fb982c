import { charlieWins, CHARLIES_PLAN, daysAfter, moveClockTo, signInAsStaff } from './count-day.ts';
import { expect, test } from './journey.ts';

/** As the rulebook of the invented district says. */
const TERM_DAYS = 14;

test('The answer is overdue', async ({
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
  const { meeting } = await charlieWins({ page, request, database, setClockAhead });
  const bram = page;
  const followed = (visitor: typeof page) =>
    visitor.getByRole('main').getByRole('listitem').filter({ hasText: CHARLIES_PLAN }).first();

  await test.step('The committee meets, and the clock runs in public', async () => {
    await moveClockTo({ setClockAhead }, new Date(meeting.startsAt), 3 * 3600);
    await signInAsStaff(bram, 'bram@voorbeeld.example', { signIn, appCode });
    await bram.goto(`/west/griffie/vergaderingen/${meeting.id}`);
    const form = bram.getByRole('form', { name: 'Sluit de vergadering af' });
    await form.getByLabel(`Nee, voor ${CHARLIES_PLAN}`).check();
    await form.getByRole('button', { name: 'Sluit de vergadering af' }).click();
    await expect(bram.getByText('De vergadering is afgesloten.')).toBeVisible();
    const visitor = await newVisitor({ javaScriptEnabled: false });
    await visitor.goto('/west/opvolging');
    await expect(followed(visitor)).toContainText(
      `De commissie heeft nog ${TERM_DAYS} dagen om te besluiten`,
    );
  });

  await test.step('After the term everybody sees in red that it is late, and the clerk is told', async () => {
    await moveClockTo({ setClockAhead }, daysAfter(meeting.startsAt, TERM_DAYS + 3.1));
    const visitor = await newVisitor();
    await visitor.goto('/west/opvolging');
    await expect(followed(visitor)).toContainText('3 dagen te laat');
    await expect(followed(visitor)).toContainText('Dat is niet gelukt.');
    await expectAccessible(visitor);
    await expect
      .poll(
        async () =>
          (await mailbox()).filter(
            ({ to, subject }) =>
              to === 'bram@voorbeeld.example' && subject.includes(CHARLIES_PLAN) && /besluit/i.test(subject),
          ).length,
        { timeout: 90_000 },
      )
      .toBe(1);
  });

  await test.step('Bram reads how late it is, and it leads to where it is done', async () => {
    await signInAsStaff(bram, 'bram@voorbeeld.example', { signIn, appCode });
    await bram.goto('/west/griffie');
    // Not always the first: the clock may have passed another count date, whose winner waits for a meeting since then.
    const task = bram
      .getByRole('region', { name: 'Op datum' })
      .getByRole('listitem')
      .filter({ hasText: `Besluit invullen: ${CHARLIES_PLAN}` });
    await expect(task).toContainText('3 dagen te laat');
    await expectAccessible(bram);
    await task.getByRole('link', { name: /^Vul besluit in/ }).click();
    await expect(bram).toHaveURL(/\/west\/griffie\/besluiten/);
  });

  await test.step('Held over is an answer too: the plan stands on the next agenda, and the clock starts again', async () => {
    await bram.getByRole('button', { name: /^Vul besluit in.*Kersenplein/ }).click();
    const form = bram.getByRole('form', { name: `Besluit over ${CHARLIES_PLAN}` });
    await form.getByRole('radio', { name: /^Aangehouden/ }).check();
    await form
      .getByLabel('Waarom? Leg het uit in gewone woorden')
      .fill(
        'De commissie wil eerst weten wat het water kost. Dat zoekt de gemeente uit vóór de volgende vergadering.',
      );
    await form.getByRole('button', { name: 'Bekijk wat iedereen leest' }).click();
    await form.getByRole('button', { name: 'Publiceer het besluit' }).click();
    await expect(bram.getByText('Geen enkel plan wacht op een besluit.')).toBeVisible();
    const visitor = await newVisitor({ javaScriptEnabled: false });
    await visitor.goto('/west/opvolging');
    await expect(followed(visitor)).not.toContainText('te laat');
    await expect(followed(visitor)).toContainText('Het komt op de eerste vergadering met plaats.');
  });
});
