import { charlieWins, CHARLIES_PLAN, daysAfter, moveClockTo, signInAsStaff } from './count-day.ts';
import { expect, test } from './journey.ts';

const NEEDS = 'Ik laat een tekening zien. Daar is een scherm voor nodig.';

test('Charlie accepts and prepares', async ({
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
  const charlie = page;
  const { number, meeting } = await charlieWins({ page, request, database, setClockAhead });
  const address = `/west/voorbereiden/${number}`;
  const subjects = async (): Promise<string[]> =>
    (await mailbox()).filter(({ to }) => to === 'charlie@voorbeeld.example').map(({ subject }) => subject);

  await test.step('Within the hour Charlie is invited, with date, place and a link to prepare', async () => {
    let invitation = '';
    await expect(async () => {
      const mail = (await mailbox()).find(
        ({ to, text }) => to === 'charlie@voorbeeld.example' && text.includes(address),
      );
      expect(mail, 'an invitation').toBeDefined();
      invitation = mail?.text ?? '';
    }).toPass({ timeout: 20_000 });
    expect(invitation).toContain('Raadzaal');
    expect(invitation).toContain('19.30 uur');
  });

  await test.step('Somebody else finds nothing there, and who is not signed in is asked to sign in', async () => {
    const stranger = await newVisitor();
    await stranger.goto(address);
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Log in voor uw uitnodiging');
    await expectAccessible(stranger);
    await signIn(stranger, 'laura@voorbeeld.example');
    const refused = await stranger.request.get(`/api/v1/districts/west/proposals/${number}/my-invitation`);
    expect([refused.status(), await refused.json()]).toMatchObject([
      404,
      { code: 'meeting-invitation-not-found' },
    ]);
  });

  await test.step('The page says how it goes, what to tell in five minutes, what to bring, whom to call', async () => {
    await signIn(charlie, 'charlie@voorbeeld.example');
    await charlie.goto(address);
    await expect(charlie.getByRole('heading', { level: 1 })).toHaveText('De commissie bespreekt uw plan');
    for (const name of ['Zo gaat de vergadering', 'Uw verhaal in vijf minuten', 'Dit neemt u mee'])
      await expect(charlie.getByRole('heading', { level: 2, name })).toBeVisible();
    await expect(charlie.getByRole('complementary', { name: 'Waar en wanneer' })).toContainText('Raadzaal');
    await expectAccessible(charlie);
  });

  await test.step('He cannot come, forgets to say who does, is told, and then decides to come himself', async () => {
    const form = charlie.getByRole('form', { name: 'Uw antwoord' });
    await form.getByRole('button', { name: 'Verstuur mijn antwoord' }).click();
    await expect(form.getByText('Kies of u komt.')).toBeVisible();
    await form.getByLabel('Iemand anders komt voor mij').check();
    await form.getByRole('button', { name: 'Verstuur mijn antwoord' }).click();
    await expect(form.getByLabel('Wie komt er voor u?')).toBeFocused();
    await expectAccessible(charlie);
    await form.getByLabel('Ik kom').check();
    await form.getByLabel(/Wat hebt u daar nodig/).fill(NEEDS);
    await form.getByRole('button', { name: 'Verstuur mijn antwoord' }).click();
    await expect(charlie.getByText('U komt. De griffie weet het nu ook.')).toBeVisible();
    await expectAccessible(charlie);
    await charlie.reload();
    await expect(charlie.getByLabel('Ik kom')).toBeChecked();
    await expect(charlie.getByLabel(/Wat hebt u daar nodig/)).toHaveValue(NEEDS);
  });

  await test.step('The meeting goes into his own calendar', async () => {
    const link = charlie.getByRole('link', { name: 'Zet in mijn agenda' });
    const answer = await charlie.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toContain('text/calendar');
    expect(await answer.text()).toContain('TZID=Europe/Amsterdam');
  });

  await test.step('The clerk sees that he comes, and what he needs', async () => {
    const bram = await newVisitor();
    await signInAsStaff(bram, 'bram@voorbeeld.example', { signIn, appCode });
    await bram.goto(`/west/griffie/vergaderingen/${meeting.id}`);
    const who = bram.getByRole('region', { name: 'Wie komt er?' });
    await expect(who).toContainText('Charlie Vermeer komt.');
    await expect(who).toContainText(NEEDS);
    await expectAccessible(bram);
  });

  await test.step('A week and a day before he is reminded, once each', async () => {
    const reminders = async (): Promise<number> =>
      (await mailbox()).filter(
        ({ to, text, sentAt }) =>
          to === 'charlie@voorbeeld.example' &&
          text.includes(address) &&
          Date.parse(sentAt) > Date.parse(meeting.agendaDeadline),
      ).length;
    await moveClockTo({ setClockAhead }, daysAfter(meeting.startsAt, -6.9));
    await expect.poll(reminders, { timeout: 90_000 }).toBe(1);
    await moveClockTo({ setClockAhead }, daysAfter(meeting.startsAt, -0.9));
    await expect.poll(reminders, { timeout: 90_000 }).toBe(2);
    const all = await subjects();
    expect(new Set(all).size, `nothing twice: ${all.join(' | ')}`).toBe(all.length);
    expect(all.some((subject) => subject.includes(CHARLIES_PLAN))).toBe(true);
  });
});
