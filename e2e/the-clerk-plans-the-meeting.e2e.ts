import type { Locator } from '@playwright/test';
import { charlieWins, CHARLIES_PLAN, daysAfter, meetings, signInAsStaff } from './count-day.ts';
import { expect, followInHeader, test } from './journey.ts';

const REASON = 'Charlie is die avond op reis. Wij bespreken het plan een week later, samen met Charlie.';

test('The clerk plans the meeting and publishes the agenda', async ({
  page,
  request,
  newVisitor,
  signIn,
  appCode,
  database,
  setClockAhead,
  expectAccessible,
}) => {
  const bram = page;
  const { meeting } = await charlieWins({ page, request, database, setClockAhead });
  const desk = bram.getByRole('region', { name: 'De agenda' });
  const orderOf = (list: Locator): Promise<string[]> =>
    list.getByRole('heading', { level: 3 }).allTextContents();

  await test.step('Bram sees what needs doing, by date', async () => {
    await signInAsStaff(bram, 'bram@voorbeeld.example', { signIn, appCode });
    await bram.goto('/west/griffie');
    await expect(bram.getByRole('heading', { level: 1 })).toHaveText('Wat moet er gebeuren?');
    const tasks = bram.getByRole('region', { name: 'Op datum' });
    await expect(tasks.getByRole('heading', { name: /^Publiceer de agenda van/ })).toBeVisible();
    await expectAccessible(bram);
    await tasks
      .getByRole('link', { name: /^Naar de agenda/ })
      .first()
      .click();
    await expect(bram).toHaveURL(new RegExp(`/griffie/vergaderingen/${meeting.id}`));
    await expect(desk).toContainText(CHARLIES_PLAN);
  });

  await test.step('He adds an opening, moves it above the winner by keyboard, and hears where it stands', async () => {
    await desk.getByRole('button', { name: 'Voeg punt toe' }).click();
    await expect(desk.getByLabel('Naam van het punt')).toBeFocused();
    await desk.getByLabel('Naam van het punt').fill('Opening');
    await desk.getByLabel('Minuten').fill('5');
    await desk.getByRole('button', { name: /^Klaar/ }).click();
    const up = desk.getByRole('button', { name: 'Opening omhoog' });
    await up.focus();
    await bram.keyboard.press('Enter');
    await expect(desk.getByRole('status').filter({ hasText: 'Opening staat nu op plaats 1' })).toHaveCount(1);
    expect((await orderOf(desk)).map((text) => text.trim())).toEqual([
      expect.stringContaining('1. Opening'),
      expect.stringContaining(`2. ${CHARLIES_PLAN}`),
    ]);
    // The winner itself has nothing to move it by: only a reason does.
    await expect(desk.getByRole('button', { name: `${CHARLIES_PLAN} omhoog` })).toHaveCount(0);
    await expectAccessible(bram);
  });

  await test.step('Until he publishes it, residents see the winner alone', async () => {
    const visitor = await newVisitor({ javaScriptEnabled: false });
    await visitor.goto('/west/agenda');
    const agenda = visitor.getByRole('region', { name: 'Agenda', exact: true });
    await expect(agenda.getByRole('heading', { name: CHARLIES_PLAN })).toBeVisible();
    await expect(agenda.getByRole('heading', { name: 'Opening' })).toHaveCount(0);
  });

  await test.step('He publishes it, and residents read it with the times', async () => {
    await desk.getByRole('button', { name: 'Publiceer agenda' }).click();
    await expectAccessible(bram);
    await desk.getByRole('button', { name: 'Ja, publiceer versie 1' }).click();
    await expect(desk.getByText('Gepubliceerd, versie 1')).toBeVisible();
    const visitor = await newVisitor({ javaScriptEnabled: false });
    await visitor.goto('/west/agenda');
    const agenda = visitor.getByRole('region', { name: 'Agenda', exact: true });
    await expect(agenda.getByRole('heading', { level: 3 })).toHaveText(['Opening', CHARLIES_PLAN]);
    await expect(agenda).toContainText('19.30');
    await expect(agenda).toContainText('19.35');
    await expect(agenda).toContainText('Versie 1 van de agenda');
  });

  await test.step('Everybody can take it along: as PDF, to print, as CSV, into a calendar', async () => {
    await bram.goto(`/west/agenda/${meeting.id}`);
    await expectAccessible(bram);
    const kinds = [
      ['Download de agenda (PDF)', 'application/pdf'],
      ['pagina om te printen', 'text/html'],
      ['CSV', 'text/csv'],
      ['Zet in mijn agenda', 'text/calendar'],
    ] as const;
    for (const [name, type] of kinds) {
      const href = await bram.getByRole('main').getByRole('link', { name, exact: true }).getAttribute('href');
      const answer = await request.get(href ?? '');
      expect([name, answer.status(), answer.headers()['content-type']]).toEqual([
        name,
        200,
        expect.stringContaining(type),
      ]);
    }
  });

  await test.step('A second meeting: mistakes are named at their field, and nothing is planned', async () => {
    await bram.goto('/west/griffie/vergaderingen');
    const form = bram.getByRole('form', { name: 'Plan een vergadering' });
    const [first] = await meetings(request);
    await form.getByLabel('Dag').first().fill('2020-01-07');
    await form.getByRole('button', { name: 'Plan de vergadering' }).click();
    await expect(form.getByText('Deze dag is al geweest.')).toBeVisible();
    await expectAccessible(bram);
    const later = daysAfter(first?.startsAt ?? '', 7)
      .toISOString()
      .slice(0, 10);
    await form.getByLabel('Dag').first().fill(later);
    await form.getByLabel('Dag').last().fill(later);
    await form.getByLabel('Tijd').last().fill('23:00');
    await form.getByRole('button', { name: 'Plan de vergadering' }).click();
    await expect(form.getByText('De agenda moet sluiten vóór de vergadering begint.')).toBeVisible();
    expect(await meetings(request)).toHaveLength(1);
    await form
      .getByLabel('Dag')
      .last()
      .fill(
        daysAfter(first?.startsAt ?? '', -3)
          .toISOString()
          .slice(0, 10),
      );
    await form.getByLabel('Tijd').last().fill('12:00');
    await form.getByRole('button', { name: 'Plan de vergadering' }).click();
    await expect.poll(async () => (await meetings(request)).length).toBe(2);
  });

  await test.step('He takes the winner to that meeting, with a reason that everybody reads', async () => {
    await bram.goto(`/west/griffie/vergaderingen/${meeting.id}`);
    await desk.getByRole('button', { name: /^Verplaats met reden/ }).click();
    const form = bram.getByRole('form', { name: `Verplaats ${CHARLIES_PLAN}` });
    await expect(form.getByLabel('Waarheen?').getByRole('option')).toHaveCount(3);
    await form.getByLabel('Waarheen?').selectOption({ index: 1 });
    await form.getByRole('button', { name: 'Verplaats het plan' }).click();
    await expect(form.getByLabel('Waarom verplaatst u dit plan?')).toBeFocused();
    await form.getByLabel('Waarom verplaatst u dit plan?').fill(REASON);
    await expectAccessible(bram);
    await form.getByRole('button', { name: 'Verplaats het plan' }).click();
    await expect(bram.getByText(`${CHARLIES_PLAN} staat nu op de andere agenda.`)).toBeVisible();
    const [, second] = await meetings(request);
    const visitor = await newVisitor();
    await visitor.goto('/west');
    await followInHeader(visitor, 'Agenda');
    await visitor.goto(`/west/agenda/${second?.id}`);
    await visitor.getByText(/^Hoe kwam dit op de agenda/).click();
    await expect(visitor.getByText(REASON)).toBeVisible();
    await expectAccessible(visitor);
  });
});
