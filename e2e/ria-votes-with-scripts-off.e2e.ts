import { expect, good, numberOf, test } from './journey.ts';

const PLAN = 'ruilkast';

const SAYS = 'In mijn straat staan drie kasten, en die zijn elke week anders. Dat wil ik hier ook.';
const SAYS_IN_ENGLISH = 'Nobody says who keeps it clean when the first enthusiasm is over.';

test('Ria votes, changes her vote, withdraws it and argues with scripts off', async ({
  newVisitor,
  request,
  signInMail,
  expectAccessible,
}, info) => {
  const { viewport, isMobile, hasTouch } = info.project.use;
  const page = await newVisitor({ javaScriptEnabled: false, viewport, isMobile, hasTouch });
  // The check of accessibility is itself a script: it looks at the same page, where only the site's scripts are missing.
  const checked = await newVisitor({ viewport });
  await checked.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  const expectPageAccessible = async (): Promise<void> => {
    await checked.context().clearCookies();
    await checked.context().addCookies(await page.context().cookies());
    await checked.goto(page.url());
    await expectAccessible(checked);
  };
  const number = await numberOf(page, PLAN);
  const plan = `/west/plannen/${number}`;
  const title = page.getByRole('heading', { level: 1 });
  const box = page.getByRole('complementary', { name: 'Stemmen' });
  const vote = (choice: 'Voor' | 'Tegen') => box.getByRole('button', { name: choice, exact: true });
  /** The page and the API, asked by somebody else, say the same. */
  const expectStanding = async (votesFor: number, votesAgainst: number): Promise<void> => {
    await expect(box).toContainText(`${votesFor} stemmen voor`);
    await expect(box).toContainText(`${votesAgainst} tegen`);
    const answer = await request.get(`/api/v1/districts/west/proposals/${number}/standing`);
    expect(await good<object>(answer)).toMatchObject({ votesFor, votesAgainst });
  };

  await test.step('She opens a plan and presses Voor: first she signs in', async () => {
    await page.goto(plan);
    await expect(page.getByRole('complementary', { name: 'Zonder JavaScript' })).toContainText(
      'U kunt hier lezen, inloggen, stemmen en een argument geven zonder JavaScript.',
    );
    await expectStanding(41, 2);
    await vote('Voor').click();
    await expect(title).toHaveText('Inloggen');
    expect(page.url()).not.toMatch(/choice|for\b/);
  });

  await test.step('A mistake in her address is said at the field, and what she typed is still there', async () => {
    await page.getByLabel('Uw e-mailadres').fill('ria@');
    await page.getByRole('button', { name: 'Stuur mij de code' }).click();
    const field = page.getByLabel('Uw e-mailadres');
    await expect(field).toHaveValue('ria@');
    await expect(field).toHaveAccessibleDescription(/Fout: /);
    expect(page.url()).not.toContain('ria');
    await expectPageAccessible();
  });

  await test.step('She types the code from the mail, wrong at first', async () => {
    await page.getByLabel('Uw e-mailadres').fill('ria@voorbeeld.example');
    await page.getByRole('button', { name: 'Stuur mij de code' }).click();
    await expect(title).toHaveText('Vul de code in');
    await expect(page.getByText('ria@voorbeeld.example')).toBeVisible();
    expect(page.url()).not.toContain('ria');
    const { code } = await signInMail(new URL(page.url()).searchParams.get('aanvraag') ?? '');
    const field = page.getByLabel('De zes cijfers uit de e-mail');
    await field.fill(code === '000000' ? '111111' : '000000');
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await expect(field).toHaveAccessibleDescription(/Fout: /);
    await expectPageAccessible();
    await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${plan}$`));
  });

  await test.step('She is back at the plan, and nothing is voted yet: she presses Voor', async () => {
    await expect(page.getByRole('heading', { level: 2, name: 'Wat vindt u van dit plan?' })).toBeVisible();
    await expectStanding(41, 2);
    await vote('Voor').click();
    await expect(page.getByRole('heading', { level: 2, name: 'U stemde voor' })).toBeVisible();
    await expect(page.getByText('Uw stem is binnen en telt mee')).toBeVisible();
    await expect(vote('Voor')).toHaveAttribute('aria-pressed', 'true');
    await expectStanding(42, 2);
    await expectPageAccessible();
  });

  await test.step('The back button shows no plan on which she did not vote', async () => {
    await page.goto('/west/plannen');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 2, name: 'U stemde voor' })).toBeVisible();
  });

  await test.step('She changes to Tegen, and presses it twice', async () => {
    for (let times = 0; times < 2; times += 1) {
      await vote('Tegen').click();
      await expect(page.getByRole('heading', { level: 2, name: 'U stemde tegen' })).toBeVisible();
      await expectStanding(41, 3);
    }
  });

  await test.step('She withdraws, and reads so', async () => {
    await page.getByRole('button', { name: 'Trek mijn stem in' }).click();
    await expect(page.getByText('Uw stem is ingetrokken.')).toBeVisible();
    await expectStanding(41, 2);
    await expectPageAccessible();
  });

  const argument = page.getByRole('group').filter({ has: page.getByText('Geef uw argument') });

  await test.step('She wants to give an argument: first she says what name may stand beside it', async () => {
    await argument.locator('summary').click();
    const field = page.getByLabel('Welke naam mag erbij staan?');
    await field.fill('R');
    await page.getByRole('button', { name: 'Bewaar mijn naam' }).click();
    await expect(field).toHaveValue('R');
    await expect(field).toHaveAccessibleDescription(/Fout: Dit is te kort/);
    await expectPageAccessible();
    await field.fill('Ria de Wit');
    await page.getByRole('button', { name: 'Bewaar mijn naam' }).click();
    await expect(page.getByLabel('Uw argument')).toBeVisible();
  });

  await test.step('A mistake is said at the field, and what she wrote is still there', async () => {
    const place = page.getByRole('button', { name: 'Plaats mijn argument' });
    const field = page.getByLabel('Uw argument');
    await field.fill('Goed plan.');
    await place.click();
    await expect(page).toHaveURL(/#geef-argument$/);
    await expect(field).toHaveValue('Goed plan.');
    await expect(field).toHaveAccessibleDescription(/Fout: Dit is te kort\. Schrijf er nog 20\stekens bij/);
    await expect(page.getByText('Kies voor of tegen.')).toBeVisible();
    expect(page.url()).not.toContain('Goed');
    await expectPageAccessible();
    await page.getByRole('radio', { name: 'Voor' }).check();
    await place.click();
    await expect(page.getByText('Kies voor of tegen.')).toBeHidden();
    await expect(page.getByRole('radio', { name: 'Voor' })).toBeChecked();
    await expect(field).toHaveValue('Goed plan.');
    await field.fill(SAYS);
    await place.click();
  });

  await test.step('Her argument shows, and she reads that it was placed', async () => {
    const own = page.getByRole('region', { name: 'Argumenten voor' }).getByRole('listitem').first();
    await expect(own).toContainText(SAYS);
    await expect(own).toContainText('Ria de Wit');
    await expect(own).toBeInViewport();
    await expect(page.getByText('Uw argument staat erbij.')).toBeVisible();
    await expectPageAccessible();
    await page.goto(`${plan}?bij=argument`);
    await expect(page.getByLabel('Uw argument')).toHaveValue('');
  });

  await test.step('In English it goes the same way', async () => {
    await page.goto(`/en${plan}?bij=argument`);
    await page.getByRole('radio', { name: 'Against' }).check();
    await page.getByLabel('Your argument').fill('No.');
    const place = page.getByRole('button', { name: 'Post my argument' });
    await place.click();
    await expect(page).toHaveURL(new RegExp(`/en${plan}`));
    await expect(page.getByLabel('Your argument')).toHaveAccessibleDescription(/Error: This is too short/);
    await page.getByLabel('Your argument').fill(SAYS_IN_ENGLISH);
    await place.click();
    const own = page.getByRole('region', { name: 'Arguments against' }).getByRole('listitem').first();
    await expect(own).toContainText(SAYS_IN_ENGLISH);
    await page.goto(plan);
  });

  await test.step('She signs out', async () => {
    const menu = page.getByRole('banner').getByText('Menu', { exact: true });
    if (await menu.isVisible()) await menu.click();
    else await page.goto('/west/mijn');
    await page.getByRole('button', { name: 'Uitloggen' }).filter({ visible: true }).press('Enter');
    await page.goto('/west/mijn');
    await expect(page.getByRole('main').getByRole('link', { name: 'Inloggen' })).toBeVisible();
    await page.goto(plan);
    await expect(page.getByRole('heading', { level: 2, name: 'Wat vindt u van dit plan?' })).toBeVisible();
    await expect(box.getByText('U logt daarna één keer in.')).toBeVisible();
  });
});
