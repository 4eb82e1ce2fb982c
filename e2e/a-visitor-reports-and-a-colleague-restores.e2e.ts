import type { Page } from '@playwright/test';
import { expect, good, hasTabs, numberOf, ownPage, test } from './journey.ts';

const PLAN = 'ruilkast';
const WORDS = 'Bel de familie op nummer 14 maar eens: 06 12 34 56 78. Dan weten ze het meteen.';
const MESSAGE =
  'Wij hebben uw argument verborgen, want er staat een nummer in. U mag uw punt opnieuw plaatsen zonder nummer.';
const APPEAL = 'Dat is mijn eigen nummer. Ik wil juist dat mensen mij bellen als zij mee willen doen.';
const RESTORED = 'U mag uw eigen nummer geven. Uw argument staat er weer, precies zoals u het schreef.';

test('A visitor reports, a moderator hides with a reason, the author appeals, a colleague restores', async ({
  page,
  site,
  newVisitor,
  signIn,
  appCode,
  mailbox,
  expectAccessible,
  faults,
}) => {
  test.setTimeout(150_000);
  const number = await numberOf(page, PLAN);
  const address = `/west/plannen/${number}`;
  const ruud = await newVisitor();

  await test.step('Ruud writes something with a telephone number in it', async () => {
    await signIn(ruud, 'ruud@voorbeeld.example');
    const headers = ownPage(site);
    await good(
      await ruud.request.patch('/api/v1/account', { headers, data: { displayName: 'Ruud Pieters' } }),
    );
    const data = { side: 'against', body: WORDS };
    const api = `/api/v1/districts/west/proposals/${number}/arguments`;
    await good(await ruud.request.post(api, { headers, data }));
  });

  const visitor = page;
  await test.step('A visitor without an account reports it; it stays in sight', async () => {
    await visitor.goto(address);
    await side(visitor, 'Tegen');
    const reported = item(visitor);
    await reported.getByRole('button', { name: /^Meld/ }).click();
    await reported.getByRole('button', { name: 'Verstuur mijn melding' }).click();
    await expect(reported.getByText('Kies wat er mis is.')).toBeVisible();
    await reported.getByRole('radio', { name: /^Persoonlijke gegevens/ }).check();
    await reported.getByLabel(/^Wilt u er iets bij zeggen/).fill('Dit is het nummer van mijn buren.');
    await expectAccessible(visitor);
    await reported.getByRole('button', { name: 'Verstuur mijn melding' }).click();
    await expect(reported.getByText('Uw melding is binnen.')).toBeVisible();
    await visitor.reload();
    await side(visitor, 'Tegen');
    await expect(item(visitor)).toBeVisible();
  });

  const samira = await newVisitor();
  await test.step('It stands on top of Samira’s queue, with what was found in it', async () => {
    await signInAsModerator(samira, 'samira', signIn, appCode);
    await samira.goto('/west/moderatie');
    const first = samira.locator('.bs-queue > li').first();
    await expect(first).toContainText(WORDS);
    await expect(first).toContainText('Dringend');
    await expect(first).toContainText('telefoonnummer');
    await expectAccessible(samira);
    await first.getByRole('button', { name: /^Neem op/ }).click();
    await expect(samira.getByRole('heading', { level: 1 })).toContainText('Argument bij');
    await expect(samira.getByText(/^U behandelt dit tot/)).toBeVisible();
    await expect(samira.getByText('1 bezoeker zonder account meldde: persoonlijke gegevens')).toBeVisible();
    await expect(samira.locator('mark').filter({ hasText: '06 12 34 56 78' }).first()).toBeVisible();
    await expectAccessible(samira);
  });

  const yusuf = await newVisitor();
  await test.step('Meanwhile Yusuf, her colleague, sees that she has it, and cannot decide', async () => {
    await signInAsModerator(yusuf, 'yusuf', signIn, appCode);
    await yusuf.goto(new URL(samira.url()).pathname);
    await expect(yusuf.getByText('Samira Kaya behandelt dit nu.')).toBeVisible();
    await expect(yusuf.getByRole('button', { name: /^Verberg/ })).toHaveCount(0);
    const api = `/api/v1/districts/west/moderation-cases/${caseOf(samira)}/decision`;
    const forced = await yusuf.request.post(api, { headers: ownPage(site), data: { verdict: 'keep' } });
    expect([forced.status(), await forced.json()]).toMatchObject([409, { code: 'case-claimed' }]);
    await expectAccessible(yusuf);
  });

  await test.step('Samira needs a reason, and hides it', async () => {
    await samira.getByRole('button', { name: /^Verberg/ }).click();
    await expect(samira.getByRole('group', { name: 'Kies een reden' })).toContainText('Kies een reden');
    await samira.getByRole('radio', { name: 'Persoonlijke gegevens' }).check();
    const message = samira.getByLabel('Bericht aan de schrijver');
    await expect(message).toHaveValue(/^Wij hebben uw argument verborgen/);
    await message.fill(MESSAGE);
    await samira.getByRole('button', { name: /^Verberg/ }).click();
    await expect(samira.getByRole('status').filter({ hasText: /./ }).first()).toBeVisible();
    await expect(samira.getByRole('button', { name: /^Verberg/ })).toHaveCount(0);
    await expectAccessible(samira);
  });

  await test.step('It is gone for everybody, and the public log says why without repeating it', async () => {
    await visitor.goto(address);
    await side(visitor, 'Tegen');
    await expect(visitor.getByText('06 12 34 56 78')).toHaveCount(0);
    await visitor.goto('/west');
    await visitor.getByRole('contentinfo').getByRole('link', { name: 'Besluiten van moderators' }).click();
    const line = visitor.getByRole('listitem').filter({ hasText: 'Argument verborgen' }).first();
    await expect(line).toContainText('Persoonlijke gegevens');
    await expect(visitor.getByText(MESSAGE)).toHaveCount(0);
    await expect(visitor.getByText('06 12 34 56 78')).toHaveCount(0);
    await expectAccessible(visitor);
  });

  await test.step('Ruud gets a mail, reads the reason on his page, and appeals', async () => {
    await expect
      .poll(async () => (await mailbox()).filter(({ to }) => to === 'ruud@voorbeeld.example').at(-1)?.text, {
        timeout: 20_000,
      })
      .toContain(MESSAGE);
    await ruud.goto('/west/mijn');
    await expect(ruud.getByRole('heading', { name: 'Een moderator verborg uw argument' })).toBeVisible();
    await expect(ruud.getByText(MESSAGE)).toBeVisible();
    await ruud.getByRole('button', { name: /^Maak bezwaar/ }).click();
    await ruud.getByLabel('Waarom bent u het er niet mee eens?').fill(APPEAL);
    await expectAccessible(ruud);
    await ruud.getByRole('button', { name: 'Verstuur mijn bezwaar' }).click();
    await expect(ruud.getByText('Uw bezwaar is binnen.')).toBeVisible();
    const again = await ruud.request.post(`/api/v1/districts/west/my-decisions/${caseOf(samira)}/appeal`, {
      headers: ownPage(site),
      data: { text: APPEAL },
    });
    expect([again.status(), await again.json()]).toMatchObject([409, { code: 'appeal-made-already' }]);
  });

  await test.step('Samira may not decide on her own decision', async () => {
    faults.foresee(/status of 40[39]/);
    await samira.reload();
    await expect(samira.getByText('U nam het eerste besluit.')).toBeVisible();
    const forced = await samira.request.post(
      `/api/v1/districts/west/moderation-cases/${caseOf(samira)}/appeal-decision`,
      {
        headers: ownPage(site),
        data: { verdict: 'confirm', message: 'Het blijft zoals ik zei, echt waar.' },
      },
    );
    expect([forced.status(), await forced.json()]).toMatchObject([403, { code: 'second-moderator-needed' }]);
    await expectAccessible(samira);
  });

  await test.step('Yusuf sees the first decision and the appeal, and restores it', async () => {
    await yusuf.goto('/west/moderatie/bezwaren');
    await expectAccessible(yusuf);
    await yusuf
      .getByRole('link', { name: /^Argument: / })
      .first()
      .click();
    await expect(yusuf.getByText(APPEAL)).toBeVisible();
    await expect(yusuf.getByText(MESSAGE)).toBeVisible();
    await yusuf.getByLabel('Bericht aan de schrijver').fill(RESTORED);
    await expectAccessible(yusuf);
    await yusuf.getByRole('button', { name: 'Draai het besluit terug' }).click();
    await expect(yusuf.getByText('Het staat er weer. De schrijver krijgt uw bericht.')).toBeVisible();
  });

  await test.step('It stands there again, Ruud reads that he was right, and the log has both lines', async () => {
    await visitor.goto(address);
    await side(visitor, 'Tegen');
    await expect(item(visitor)).toBeVisible();
    await ruud.goto('/west/mijn');
    await expect(ruud.getByText(RESTORED)).toBeVisible();
    await expect(ruud.getByRole('button', { name: /^Maak bezwaar/ })).toHaveCount(0);
    await visitor.goto('/west/besluiten');
    await expect(visitor.getByText('Bezwaar toegewezen: argument teruggezet')).toBeVisible();
    await expect(visitor.getByText('Argument verborgen').first()).toBeVisible();
  });
});

function item(page: Page): ReturnType<Page['locator']> {
  return page.locator('.bs-arg').filter({ hasText: WORDS });
}

/** On a phone the two sides are tabs; on a desktop both stand there. */
async function side(page: Page, name: 'Voor' | 'Tegen'): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Voor en tegen' })).toBeVisible();
  if (hasTabs(page)) await page.getByRole('tab', { name: new RegExp(`^${name} \\(`) }).click();
}

function caseOf(page: Page): number {
  return Number(/zaken\/(\d+)/.exec(page.url())?.[1]);
}

async function signInAsModerator(
  page: Page,
  name: 'samira' | 'yusuf',
  signIn: (page: Page, email: string) => Promise<void>,
  appCode: (email: string) => Promise<string>,
): Promise<void> {
  const email = `${name}@voorbeeld.example`;
  await signIn(page, email);
  await page.goto('/west/moderatie');
  await page.getByLabel('De zes cijfers uit uw app').fill(await appCode(email));
  await page.getByRole('button', { name: 'Bevestig', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/wacht/);
}
