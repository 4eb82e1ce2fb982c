import type { Page } from '@playwright/test';
import { expectTargets } from './by-keyboard.ts';
import { expect, good, numberOf, ownPage, test } from './journey.ts';

const INSULT = 'Wie dit bedenkt, is niet goed bij zijn hoofd. Ga toch ergens anders zeuren.';
const FINE = 'Een kast om te ruilen bespaart ons veel geld en veel papier.';

test('Samira works the moderators’ desk by keyboard only', async ({
  page,
  site,
  newVisitor,
  signIn,
  appCode,
  expectAccessible,
}) => {
  const number = await numberOf(page, 'ruilkast');
  const headers = ownPage(site);
  const proposal = `/api/v1/districts/west/proposals/${number}`;

  await test.step('Two arguments stand there, and one is reported', async () => {
    const kees = await newVisitor();
    await signIn(kees, 'kees@voorbeeld.example');
    await good(await kees.request.patch('/api/v1/account', { headers, data: { displayName: 'Kees Bos' } }));
    const [insult] = [
      await good<{ id: string }>(
        await kees.request.post(`${proposal}/arguments`, {
          headers,
          data: { side: 'against', body: INSULT },
        }),
      ),
      await good<{ id: string }>(
        await kees.request.post(`${proposal}/arguments`, { headers, data: { side: 'for', body: FINE } }),
      ),
    ];
    const report = { subject: 'argument', subjectId: insult?.id, reason: 'insult-or-discrimination' };
    await good(await page.request.post(`${proposal}/reports`, { headers, data: report }));
  });

  const samira = page;
  await test.step('She signs in and comes to the queue', async () => {
    await signIn(samira, 'samira@voorbeeld.example');
    await samira.goto('/west/moderatie');
    await tabTo(samira, 'De zes cijfers uit uw app');
    await samira.keyboard.type(await appCode('samira@voorbeeld.example'));
    await samira.keyboard.press('Enter');
    await expect(samira.getByRole('heading', { level: 1 })).toContainText(/wacht/);
    await expectAccessible(samira);
  });

  await test.step('All desks are within a line: behind a menu on a phone, in the open on a desktop', async () => {
    const desks = samira.getByRole('navigation', { name: 'Werkplek' });
    const { height } = (await desks.boundingBox())!;
    expect(height, 'two lines would be twice the target of 48 px').toBeLessThan(96);
    await expectTargets(samira);
    for (const desk of ['Besloten', 'Wachtrij']) {
      if (await desks.locator('summary').isVisible()) {
        await tabTo(samira, 'Moderatie West: ');
        await samira.keyboard.press('Enter');
        await expect(desks.getByRole('link', { name: desk })).toBeVisible();
        await expectAccessible(samira);
      }
      await tabTo(samira, desk);
      await samira.keyboard.press('Enter');
      await expect(desks.locator('[aria-current]')).toContainText(desk);
    }
    await expect(samira.getByRole('heading', { level: 1 })).toContainText(/wacht/);
  });

  await test.step('With Tab and Enter she takes the urgent case in hand, and decides with letters', async () => {
    await tabTo(samira, /^Neem op: Argument: beledigt/);
    await samira.keyboard.press('Enter');
    await expect(samira.getByText(/^U behandelt dit tot/)).toBeVisible();
    // Letters decide only where nothing is typed.
    const reason = samira.getByRole('radio', { name: 'Beledigt of discrimineert' });
    await samira.keyboard.press('2');
    await expect(reason).toBeChecked();
    const message = samira.getByLabel('Bericht aan de schrijver');
    await expect(message).not.toHaveValue('');
    await tabTo(samira, 'Bericht aan de schrijver');
    await samira.keyboard.press('End');
    await samira.keyboard.type(' Vriendelijke groet, de V van Vrolijk.');
    await expect(message).toHaveValue(/Vrolijk\.$/);
    await expect(samira.getByRole('button', { name: /^Verberg/ })).toBeVisible();
    await tabTo(samira, /^Verberg/);
    await samira.keyboard.press('Enter');
    await expect(samira.getByRole('button', { name: /^Verberg/ })).toHaveCount(0);
    await expectAccessible(samira);
  });

  await test.step('The rest of the queue she has seen, and nothing is wrong with it', async () => {
    await samira.goto('/west/moderatie');
    await tabTo(samira, /^Kies alles wat niemand meldde/);
    await samira.keyboard.press('Enter');
    await tabTo(samira, /^Gezien, niets mee aan de hand/);
    await samira.keyboard.press('Enter');
    await expect(samira.getByText(/zaken zijn bekeken\./)).toBeVisible();
    await expectAccessible(samira);
  });

  await test.step('Single keys can be switched off', async () => {
    const row = await samira.request.post('/api/v1/districts/west/moderation-cases', {
      headers,
      data: { proposalNumber: number, subject: 'proposal' },
    });
    const { number: caseNumber } = await good<{ number: number }>(row);
    await samira.goto(`/west/moderatie/zaken/${caseNumber}`);
    await tabTo(samira, 'Neem op');
    await samira.keyboard.press('Enter');
    await expect(samira.getByText(/^U behandelt dit tot/)).toBeVisible();
    await samira.keyboard.press('T');
    await expect(samira.getByText(/^U behandelt dit tot/)).toHaveCount(0);
  });
});

/** Presses Tab until what has the focus has this name, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const labels = (element as HTMLInputElement | null)?.labels;
      const words = labels?.[0]?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent;
      return (words ?? '').replace(/\s+/g, ' ').trim();
    });
    if (typeof name === 'string' ? focused.startsWith(name) : name.test(focused)) return;
  }
  throw new Error(`Tab never came to ${String(name)}.`);
}
