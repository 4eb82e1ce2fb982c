import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, good, numberOf, test } from './journey.ts';

const PLAN = 'ruilkast';

test('A neighbour comes through a poster, and votes', async ({
  page,
  signInMail,
  expectAccessible,
  faults,
}) => {
  const number = await numberOf(page, PLAN);
  const poster = page.request.get(`/api/v1/districts/west/proposals/${number}/poster`);

  await test.step('The poster hangs in the stairwell', async () => {
    const paper = await poster;
    expect(paper.headers()['content-type']).toBe('application/pdf');
    expect((await paper.body()).toString('latin1')).toContain(`/p/west-${number})`);
  });

  await test.step('She types the link over, capitals and all, and reads the plan', async () => {
    await page.goto(`/P/West-${number}`);
    await expect(page).toHaveURL(new RegExp(`/west/plannen/${number}$`));
    await expect(page.getByRole('heading', { level: 1 })).toContainText(PLAN);
    const head = page.locator('head');
    await expect(head.locator('link[rel=canonical]')).toHaveAttribute('href', page.url());
    const picture = await head.locator('meta[property="og:image"]').getAttribute('content');
    expect((await page.request.get(picture ?? '')).headers()['content-type']).toBe('image/jpeg');
  });

  await test.step('She votes, and signs in with the code from her mail', async () => {
    await page.getByRole('button', { name: 'Voor', exact: true }).click();
    await page.getByLabel('Uw e-mailadres').fill('buurvrouw@voorbeeld.example');
    await page.getByRole('button', { name: 'Stuur mij de code' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Vul de code in' })).toBeVisible();
    const { code } = await signInMail(new URL(page.url()).searchParams.get('aanvraag') ?? '');
    await page.getByRole('textbox').fill(code);
    await page.getByRole('main').getByRole('button', { name: 'Log in' }).click();
    await expect(page).toHaveURL(new RegExp(`/west/plannen/${number}$`));
    const mine = `/api/v1/districts/west/proposals/${number}/my-vote`;
    await expect
      .poll(async () => (await good<{ choice: string }>(await page.request.get(mine))).choice)
      .toBe('for');
  });

  await test.step('She sends the plan on', async () => {
    const panel = page.getByRole('region', { name: 'Deel dit plan' });
    await expect(panel.getByRole('link', { name: `/p/west-${number}` })).toBeVisible();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await panel.getByRole('button', { name: 'Kopieer de link' }).click();
    await expect(panel.getByRole('status')).toHaveText('De link is gekopieerd.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      new RegExp(`/p/west-${number}$`),
    );
    await panel.getByText('Zet dit plan op een andere website').click();
    await expectAccessible(page);
  });

  await test.step('A link that was typed over wrongly says so', async () => {
    faults.foresee(/status of 404/);
    expect((await page.goto('/p/west-9999'))?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: 'Dit plan bestaat niet' })).toBeVisible();
    await expectAccessible(page);
  });
});

test('The site of the neighbourhood shows a plan', async ({
  page,
  site,
  newVisitor,
  expectAccessible,
  faults,
}) => {
  const number = await numberOf(page, PLAN);
  const asked = await page.request.get(
    `/api/v1/oembed?url=${encodeURIComponent(`${site.url}/west/plannen/${number}`)}`,
  );
  const { html } = await good<{ html: string }>(asked);
  // Another origin than the site's, as it is on the web.
  const elsewhere = createServer((_request, response) =>
    response
      .writeHead(200, { 'Content-Type': 'text/html' })
      .end(`<!doctype html><html lang="nl"><title>De buurt</title><main><h1>De buurt</h1>${html}</main>`),
  ).listen(0);
  try {
    const { port } = elsewhere.address() as AddressInfo;
    // The tests' own listener for breaches wants to run in the sandbox, where nothing may.
    faults.foresee(/Blocked script execution/, /favicon/);
    const reader = await newVisitor();
    await reader.goto(`http://127.0.0.1:${port}/`);
    const frame = reader.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toContainText(PLAN);
    await expect(frame.getByText('stemmen voor')).toBeVisible();
    const opened = reader.context().waitForEvent('page');
    await frame.getByRole('link', { name: 'Stem op dit plan' }).click();
    const plan = await opened;
    await expect(plan).toHaveURL(`${site.url}/west/plannen/${number}`);
    await expect(plan.getByRole('heading', { level: 1 })).toContainText(PLAN);
    await plan.close();
  } finally {
    elsewhere.close();
    elsewhere.closeAllConnections();
  }

  const alone = await newVisitor();
  for (const path of [`/embed/west/${number}`, `/embed/west/${number}?taal=en`]) {
    await alone.goto(path.startsWith('http') ? path : site.url + path);
    await expectAccessible(alone);
  }
});
