import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

const TITLE = 'Wat is een stadsdeelcommissie?';
const SLUG = 'wat-is-een-stadsdeelcommissie';
const TEXT = [
  'De commissie praat mee over het stadsdeel. <b>Niet vet</b>',
  '',
  '## Wat doet de commissie?',
  '- Zij geeft de gemeente advies.',
  '- Zij bespreekt elke maand het plan dat wint. Lees de [spelregels](/west/spelregels).',
].join('\n');

/** Everything that a visitor can come to without signing in, one of each kind. */
const PUBLIC = [
  '/west',
  '/west/plannen',
  '/west/uitslagen',
  '/west/agenda',
  '/west/opvolging',
  '/west/besluiten',
  '/west/spelregels',
  '/west/over',
  '/inloggen',
  '/over/privacy',
  '/en/west',
];

async function expectPage(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Wat doet de commissie?' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2);
  await expect(page.getByText('<b>Niet vet</b>')).toBeVisible();
}

test('Noor the editor writes a page, and a visitor reads it', async ({
  page: noor,
  newVisitor,
  signIn,
  appCode,
  expectAccessible,
}) => {
  const address = `/west/over/${SLUG}`;
  const visitor = await newVisitor();

  await test.step('Noor comes to her desk, and writes', async () => {
    await signIn(noor, 'noor@voorbeeld.example');
    await noor.goto('/west/redactie');
    await noor.getByLabel('De zes cijfers uit uw app').fill(await appCode('noor@voorbeeld.example'));
    await noor.getByRole('button', { name: 'Bevestig', exact: true }).click();
    await expect(noor.getByRole('heading', { level: 1, name: 'Pagina’s' })).toBeVisible();
    await expect(noor.getByRole('navigation', { name: 'Werkplek' })).toContainText('Pagina’s');
    await expectAccessible(noor);
    await noor.getByRole('link', { name: 'Schrijf een pagina' }).click();
    await noor.getByLabel('Titel', { exact: true }).fill(TITLE);
    await expect(noor.getByLabel('Adres van de pagina')).toHaveValue(SLUG);
    await noor.getByLabel('Tekst', { exact: true }).fill(TEXT);
    await expectAccessible(noor);
  });

  await test.step('What she typed is still there after the browser was closed', async () => {
    await noor.reload();
    await expect(noor.getByLabel('Tekst', { exact: true })).toHaveValue(TEXT);
    await expect(noor.getByText('Dit schreef u eerder op dit apparaat.')).toBeVisible();
  });

  await test.step('She sees what readers will see, and keeps a draft that nobody else sees', async () => {
    await noor.getByRole('button', { name: 'Bekijk het voorbeeld' }).click();
    await expectPage(noor);
    await expectAccessible(noor);
    await noor.getByRole('button', { name: 'Schrijf verder' }).click();
    await noor.getByRole('button', { name: 'Bewaar het concept' }).click();
    await expect(noor.getByText('Het concept is bewaard.')).toBeVisible();
    await expect(noor).toHaveURL(`/west/redactie/pagina/${SLUG}`);
    expect((await visitor.request.get(address)).status()).toBe(404);
  });

  await test.step('She publishes, and a visitor finds the page by the foot of the site', async () => {
    await noor.getByRole('button', { name: 'Publiceer', exact: true }).click();
    await expect(noor.getByText('De pagina staat op de site.')).toBeVisible();
    await expectAccessible(noor);
    await visitor.goto('/west');
    await visitor.getByRole('contentinfo').getByRole('link', { name: 'Over deze site' }).click();
    await visitor.getByRole('main').getByRole('link', { name: TITLE }).click();
    await expect(visitor).toHaveURL(address);
    await expectPage(visitor);
    await expectAccessible(visitor);
    await visitor.getByRole('main').getByRole('link', { name: 'spelregels' }).click();
    await expect(visitor.getByRole('heading', { level: 1, name: 'Spelregels' })).toBeVisible();
  });
});

test('E12: the accessibility statement is linked on every public page, and says the status that the editor set', async ({
  page: noor,
  newVisitor,
  signIn,
  appCode,
  expectAccessible,
}) => {
  const visitor = await newVisitor();
  await test.step('Every page has the link', async () => {
    for (const path of PUBLIC) {
      await visitor.goto(path);
      const name = path.startsWith('/en') ? 'Accessibility' : 'Toegankelijkheid';
      const link = visitor.getByRole('contentinfo').getByRole('link', { name, exact: true });
      await expect(link, path).toHaveAttribute('href', /\/over\/toegankelijkheid$/);
    }
  });

  await test.step('The statement is there before anybody wrote it, with the status that can be claimed', async () => {
    await visitor.goto('/west');
    await visitor.getByRole('contentinfo').getByRole('link', { name: 'Toegankelijkheid' }).click();
    await expect(visitor.getByRole('heading', { level: 1, name: 'Toegankelijkheid' })).toBeVisible();
    await expect(visitor.getByText('C: eerste maatregelen genomen')).toBeVisible();
    await expectAccessible(visitor);
    await visitor.goto('/over/toegankelijkheid');
    await expect(visitor.getByText('C: eerste maatregelen genomen')).toBeVisible();
    await expectAccessible(visitor);
  });

  await test.step('Noor sets the status and the address to write to', async () => {
    await signIn(noor, 'noor@voorbeeld.example');
    await noor.goto('/west/redactie');
    await noor.getByLabel('De zes cijfers uit uw app').fill(await appCode('noor@voorbeeld.example'));
    await noor.getByRole('button', { name: 'Bevestig', exact: true }).click();
    await noor.getByLabel('Status', { exact: true }).selectOption('D: voldoet niet');
    await noor.getByLabel('E-mailadres voor meldingen').fill('hulp@voorbeeld.example');
    await noor.getByRole('button', { name: 'Bewaar de status' }).click();
    await expect(noor.getByText('De status is bewaard.')).toBeVisible();
    await visitor.goto('/west/over/toegankelijkheid');
    await expect(visitor.getByText('D: voldoet niet')).toBeVisible();
    await expect(visitor.getByRole('link', { name: 'hulp@voorbeeld.example' })).toHaveAttribute(
      'href',
      'mailto:hulp@voorbeeld.example',
    );
  });
});

test('A visitor loses the connection, is told so, and goes back', async ({ page, context, faults }) => {
  faults.foresee(/ERR_INTERNET_DISCONNECTED|Failed to fetch|Failed to load resource/);
  await page.goto('/west');
  // Going back leads to what was read, which has to be there: its own program too.
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await expect(page.getByText('U bent offline. Lezen kan, versturen nog niet.')).toBeVisible();
  await page.getByRole('contentinfo').getByRole('link', { name: 'Spelregels' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Geen verbinding' })).toBeVisible();
  await expect(page).toHaveURL('/west/spelregels');
  await page.getByRole('button', { name: 'Probeer het opnieuw' }).click();
  await expect(page.getByText('Het lukt nog niet.')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL('/west');
  await expect(page.getByRole('heading', { level: 1, name: 'Geen verbinding' })).toHaveCount(0);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Spelregels' }).click();
  await context.setOffline(false);
  await expect(page.getByText('U bent offline.')).toHaveCount(0);
});
