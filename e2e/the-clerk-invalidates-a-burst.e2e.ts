import type { Page } from '@playwright/test';
import { expect, good, numberOf, ownPage, test } from './journey.ts';

const PLAN = 'ruilkast';
const VOTES_FOR = 41;
const STUFFED = 21;
const REASON =
  'Deze stemmen kwamen binnen een paar minuten van één plek, met adressen die iemand zelf maakte.';

test('The clerk holds and invalidates a burst with a colleague', async ({
  page,
  site,
  request,
  newVisitor,
  signIn,
  appCode,
  expectAccessible,
}) => {
  test.setTimeout(150_000);
  const number = await numberOf(page, PLAN);
  const votesFor = async () =>
    (
      await good<{ votesFor: number }>(
        await request.get(`/api/v1/districts/west/proposals/${number}/standing`),
      )
    ).votesFor;
  const voter = await newVisitor();

  await test.step('Somebody votes under many addresses of his own, one after the other', async () => {
    for (let i = 1; i <= STUFFED; i++) {
      await signIn(voter, `gast${i}@eigen-domein.example`);
      await good(
        await voter.request.put(`/api/v1/districts/west/proposals/${number}/my-vote`, {
          headers: ownPage(site),
          data: { choice: 'for' },
        }),
      );
    }
    await expect.poll(votesFor).toBe(VOTES_FOR + STUFFED);
  });

  const bram = page;
  await test.step('Bram, the clerk, signs in and confirms his second factor', async () => {
    await signIn(bram, 'bram@voorbeeld.example');
    await bram.goto('/west/griffie/stemmen');
    await expect(bram.getByRole('heading', { level: 1, name: 'Bevestig dat u het bent' })).toBeVisible();
    await expectAccessible(bram);
    await confirm(bram, await appCode('bram@voorbeeld.example'));
    await expect(bram.getByRole('heading', { level: 1, name: 'Opvallende stemmen' })).toBeVisible();
    await expectAccessible(bram);
  });

  await test.step('He sees what stands out, and sets the votes apart', async () => {
    await bram
      .getByRole('button', { name: new RegExp(`^Zet in onderzoek: ${STUFFED} stemmen.*eigen-domein`) })
      .click();
    await bram
      .getByLabel('Waarom zet u deze stemmen in onderzoek?')
      .fill('Eén domein, één netwerk, tien minuten.');
    await expectAccessible(bram);
    await bram.getByRole('button', { name: `Zet ${STUFFED} stemmen in onderzoek`, exact: true }).click();
    await expect(bram.getByRole('link', { name: `Groep 1: ${STUFFED} stemmen` })).toBeVisible();
    await expect.poll(votesFor).toBe(VOTES_FOR);
  });

  await test.step('The voter reads that his vote is looked into', async () => {
    await voter.goto(`/west/plannen/${number}`);
    await expect(voter.getByText('Uw stem is in onderzoek')).toBeVisible();
    await expectAccessible(voter);
  });

  await test.step('Bram looks what would change, and proposes; he cannot decide himself', async () => {
    await bram.getByRole('link', { name: `Groep 1: ${STUFFED} stemmen` }).click();
    await expect(bram.getByRole('heading', { level: 1, name: `Groep 1: ${STUFFED} stemmen` })).toBeVisible();
    const table = bram.getByRole('table');
    await expect(table.getByRole('row', { name: /Stemmen voor/ })).toContainText(String(VOTES_FOR));
    await expectAccessible(bram);
    await bram.getByLabel('Waarom zijn deze stemmen ongeldig?').fill(REASON);
    await bram.getByRole('button', { name: 'Stel voor aan een collega' }).click();
    await expect(bram.getByText('U stelde dit zelf voor.')).toBeVisible();
    await expect(bram.getByRole('button', { name: /Verklaar .* ongeldig/ })).toHaveCount(0);
    const forced = await bram.request.post('/api/v1/districts/west/vote-batches/1/invalidation', {
      headers: ownPage(site),
      data: { votes: STUFFED },
    });
    expect([forced.status(), await forced.json()]).toMatchObject([403, { code: 'second-person-needed' }]);
  });

  const nadia = await newVisitor();
  await test.step('Nadia, his colleague, decides', async () => {
    await signIn(nadia, 'nadia@voorbeeld.example');
    await nadia.goto('/west/griffie/stemmen/1');
    await confirm(nadia, await appCode('nadia@voorbeeld.example'));
    await expect(nadia.getByText(REASON).first()).toBeVisible();
    await nadia.getByRole('button', { name: `Verklaar ${STUFFED} stemmen ongeldig` }).click();
    await expectAccessible(nadia);
    await nadia.getByRole('button', { name: 'Ja, verklaar ze ongeldig' }).click();
    await expect(nadia.getByText('Ongeldig verklaard').first()).toBeVisible();
    await expect.poll(votesFor).toBe(VOTES_FOR);
  });

  await test.step('The voter reads the reason, at his vote and on his own page', async () => {
    await voter.reload();
    await expect(voter.getByText(REASON).first()).toBeVisible();
    await expectAccessible(voter);
    await voter.goto('/west/mijn');
    await expect(voter.getByText(REASON).first()).toBeVisible();
    await expectAccessible(voter);
  });

  await test.step('It was a mistake: Nadia undoes it, and the votes count again', async () => {
    await nadia.reload();
    await nadia
      .getByLabel('Waarom draait u het terug?')
      .fill('Het was een school die samen stemde; dat mag.');
    await nadia.getByRole('button', { name: 'Maak de stemmen weer geldig' }).click();
    await expect(nadia.getByText('Weer geldig').first()).toBeVisible();
    await expect.poll(votesFor).toBe(VOTES_FOR + STUFFED);
    await voter.goto(`/west/plannen/${number}`);
    await expect(voter.getByText('Uw stem is binnen en telt mee')).toBeVisible();
  });

  await test.step('The administrator reads who did what', async () => {
    const ingrid = await newVisitor();
    await signIn(ingrid, 'ingrid@voorbeeld.example');
    await ingrid.goto('/west/beheer/logboek');
    await confirm(ingrid, await appCode('ingrid@voorbeeld.example'));
    await expect(ingrid.getByRole('heading', { level: 1 })).toBeVisible();
    for (const name of ['Bram Visser', 'Nadia Haddou'])
      await expect(ingrid.getByText(name).first()).toBeVisible();
    await expectAccessible(ingrid);
  });
});

async function confirm(page: Page, code: string): Promise<void> {
  await page.getByLabel('De zes cijfers uit uw app').fill(code);
  await page.getByRole('button', { name: 'Bevestig', exact: true }).click();
}
