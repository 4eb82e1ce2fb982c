import type { Page } from '@playwright/test';
import { expect, good, test } from './journey.ts';

const SIGNALS = '/api/v1/districts/west/vote-signals';

/** A device with a passkey in it, which the browser plays: it checks the finger of whoever is there. */
async function giveDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('Ingrid invites a colleague, who gets in with a passkey', async ({
  page: ingrid,
  mailbox,
  newVisitor,
  signIn,
  appCode,
  expectAccessible,
}) => {
  await test.step('Ingrid, the administrator, invites Farid as a clerk', async () => {
    await signIn(ingrid, 'ingrid@voorbeeld.example');
    await ingrid.goto('/west/beheer/medewerkers');
    await ingrid.getByLabel('De zes cijfers uit uw app').fill(await appCode('ingrid@voorbeeld.example'));
    await ingrid.getByRole('button', { name: 'Bevestig', exact: true }).click();
    await expect(ingrid.getByRole('heading', { level: 1, name: 'Medewerkers' })).toBeVisible();
    await ingrid.getByLabel('E-mailadres van uw collega').fill('farid@voorbeeld.example');
    await ingrid.getByLabel('Rol', { exact: true }).selectOption('Griffier');
    await ingrid.getByRole('button', { name: 'Verstuur de uitnodiging' }).click();
    await expect(ingrid.getByRole('main')).toContainText('farid@voorbeeld.example');
    await expectAccessible(ingrid);
    await expect(async () => {
      expect((await mailbox()).map(({ to }) => to)).toContain('farid@voorbeeld.example');
    }).toPass({ timeout: 15_000 });
  });

  const farid = await newVisitor();
  await giveDevice(farid);
  await test.step('Farid accepts on his own page; that alone opens nothing yet', async () => {
    await signIn(farid, 'farid@voorbeeld.example');
    expect((await farid.request.get(SIGNALS)).status()).toBe(403);
    await farid.goto('/west/mijn');
    await farid.getByRole('button', { name: 'Neem de uitnodiging aan' }).click();
    await expect(farid.getByRole('link', { name: 'Stel de tweede stap in' })).toBeVisible();
    await expectAccessible(farid);
    const still = await farid.request.get(SIGNALS);
    expect([still.status(), await still.json()]).toMatchObject([403, { code: 'second-factor-needed' }]);
  });

  await test.step('He makes a passkey, and is in', async () => {
    await farid.getByRole('link', { name: 'Stel de tweede stap in' }).click();
    await farid.getByRole('button', { name: 'Maak een passkey' }).click();
    await expect(farid.getByText('Uw tweede stap is ingesteld.')).toBeVisible();
    await expectAccessible(farid);
    await good(await farid.request.get(SIGNALS));
  });

  await test.step('Next time he signs in with his mail and his passkey', async () => {
    await farid.goto('/west/mijn');
    await farid.getByRole('button', { name: 'Log overal uit' }).click();
    await expect(farid.getByText('U bent nu overal uitgelogd.')).toBeVisible();
    await signIn(farid, 'farid@voorbeeld.example');
    await farid.goto('/west/griffie/stemmen');
    await farid.getByRole('button', { name: 'Gebruik mijn passkey' }).click();
    await expect(farid.getByRole('heading', { level: 1, name: 'Opvallende stemmen' })).toBeVisible();
  });

  await test.step('Ingrid takes his role away: the door is shut at once', async () => {
    await ingrid.reload();
    const row = ingrid.getByRole('listitem').filter({ hasText: 'farid@voorbeeld.example' }).first();
    await row.getByRole('button', { name: /Trek in/ }).click();
    await expectAccessible(ingrid);
    await row.getByRole('button', { name: /^Ja/ }).click();
    await expect(ingrid.getByRole('status').filter({ hasText: /\S/ }).first()).toBeVisible();
    await expect.poll(async () => (await farid.request.get(SIGNALS)).status()).toBe(403);
  });
});
