import { expect, followInHeader, numberOf, test } from './journey.ts';

test('A visitor reads without scripts', async ({ newVisitor, request, setClockAhead, expectAccessible }) => {
  const page = await newVisitor({ javaScriptEnabled: false });
  // The check of accessibility is itself a script: it looks at the same page where only the site's scripts are missing.
  const checked = await newVisitor();
  await checked.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  const expectPageAccessible = async (): Promise<void> => {
    await checked.goto(page.url());
    await expectAccessible(checked);
  };
  const main = page.getByRole('main');
  const title = page.getByRole('heading', { level: 1 });
  const advice = page.getByRole('complementary', { name: 'Zonder JavaScript' });
  const number = await numberOf(page, 'waterspeelplek');

  await test.step('The front door has the time left and the standing', async () => {
    await page.goto('/');
    await expect(page).toHaveURL(/\/west$/);
    await expect(title).toContainText(/Nog\s\d+\sdagen? om te stemmen/);
    const lines = page.getByRole('region', { name: 'Zo staat het nu' }).getByRole('listitem');
    await expect(lines).toHaveCount(5);
    await expect(lines.first()).toContainText('Bankjes langs het Molenpad');
    await expect(lines.first()).toContainText('112 voor');
    await expect(lines.first()).toContainText('6 tegen');
    await expect(advice).toHaveText(/lezen, inloggen, stemmen en een argument geven zonder JavaScript\./);
    await expectPageAccessible();
  });

  await test.step('The list can be read, searched and sorted', async () => {
    await followInHeader(page, 'Plannen');
    await expect(title).toHaveText('Plannen in West');
    await expect(main.getByRole('article')).toHaveCount(8);
    await expect(main.getByRole('article').filter({ hasText: 'waterspeelplek' })).toContainText('95 voor');
    await expectPageAccessible();
    await page.getByLabel('Zoek een plan').fill('waterspeelplek');
    await page.getByRole('button', { name: 'Zoek', exact: true }).click();
    await expect(page).toHaveURL(/[?&]q=waterspeelplek/);
    await expect(page.getByText('1 plan gevonden')).toBeVisible();
    await expect(page.getByLabel('Zoek een plan')).toHaveValue('waterspeelplek');
    await expectPageAccessible();
  });

  await test.step('A plan has its text, its numbers and its arguments', async () => {
    await main.getByRole('link', { name: /waterspeelplek/ }).click();
    await expect(page).toHaveURL(new RegExp(`/west/plannen/${number}$`));
    await expect(title).toContainText('waterspeelplek');
    await expect(page.getByText('stralen uit de grond')).toBeVisible();
    const box = page.getByRole('complementary', { name: 'Stemmen' });
    await expect(box).toContainText('95 stemmen voor');
    await expect(box).toContainText('12 tegen');
    await expect(box).toContainText('Nog 5 nodig');
    for (const side of ['voor', 'tegen']) {
      await expect(page.getByRole('region', { name: `Argumenten ${side}` })).toBeVisible();
    }
    await expectPageAccessible();
  });

  await test.step('Voting leads to the sign-in page, which works too', async () => {
    await page.getByRole('button', { name: 'Voor', exact: true }).click();
    await expect(page).toHaveURL(
      (url) => url.pathname === '/inloggen' && url.searchParams.get('terug') === `/west/plannen/${number}`,
    );
    await expect(title).toHaveText('Inloggen');
    await expect(advice).toBeVisible();
    await expectPageAccessible();
    // Ria goes on from here; the address that somebody types never lands in an URL.
    await page.getByLabel('Uw e-mailadres').fill('bezoeker@voorbeeld.example');
    await page.getByRole('button', { name: 'Stuur mij de code' }).click();
    await expect(title).toHaveText('Vul de code in');
    expect(page.url()).not.toContain('bezoeker');
  });

  await test.step('The rules have their numbers', async () => {
    await page.goto('/west');
    await main.getByRole('link', { name: 'Lees de spelregels' }).click();
    await expect(title).toHaveText('Spelregels');
    await expect(main).toContainText(/om 16\.00\suur/);
    await expect(main).toContainText('als het er minstens 100 heeft');
    await expect(main).toContainText('drie tellingen');
    await expectPageAccessible();
  });

  await test.step('After the count, report and agenda can be read', async () => {
    const district = '/api/v1/districts/west';
    const { currentRound } = (await (await request.get(district)).json()) as {
      currentRound: { number: number; closesAt: string };
    };
    await setClockAhead(Math.ceil((Date.parse(currentRound.closesAt) - Date.now()) / 1000) + 1);
    await expect
      .poll(async () => (await request.get(`${district}/rounds/${currentRound.number}/count`)).status())
      .toBe(200);
    await followInHeader(page, 'Uitslagen');
    await expectPageAccessible();
    await main.getByRole('link', { name: /^Uitslag van / }).click();
    await expect(title).toContainText('Uitslag van ');
    await expect(page.getByRole('row').nth(1).getByRole('cell')).toHaveText(['1', '112', '6']);
    await expect(page.getByText('Dit besliste')).toBeVisible();
    await expectPageAccessible();
    await followInHeader(page, 'Agenda');
    await expect(title).toContainText('Vergadering van ');
    await expect(page.getByRole('region', { name: 'Agenda', exact: true })).toContainText('112 voor');
    await expectPageAccessible();
    await main.getByRole('link', { name: /^Bankjes langs het Molenpad/ }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Stemmen is gesloten' })).toBeVisible();
    await expectPageAccessible();
  });
});
