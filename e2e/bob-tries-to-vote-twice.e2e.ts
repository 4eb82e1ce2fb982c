import { expect, good, numberOf, test } from './journey.ts';

const PLAN = 'ruilkast';
const VOTES_FOR = 41;

test('Bob tries to vote twice under two spellings of his address', async ({
  page,
  request,
  newVisitor,
  signIn,
  signInMail,
  expectAccessible,
  faults,
}) => {
  const number = await numberOf(page, PLAN);
  const plan = `/west/plannen/${number}`;
  const standing = async () =>
    good<{ votesFor: number }>(await request.get(`/api/v1/districts/west/proposals/${number}/standing`));

  await test.step('He votes', async () => {
    await signIn(page, 'bob.bakker@gmail.com');
    await page.goto(plan);
    await page.getByRole('button', { name: 'Voor', exact: true }).click();
    await expect(page.getByText('Uw stem is binnen en telt mee')).toBeVisible();
    expect(await standing()).toMatchObject({ votesFor: VOTES_FOR + 1 });
  });

  await test.step('He comes back in another browser, with another spelling: it is still he', async () => {
    const second = await newVisitor();
    await second.goto(plan);
    await second.getByRole('button', { name: 'Voor', exact: true }).click();
    await second.getByLabel('Uw e-mailadres').fill('B.o.b.Bakker+nog.eens@GoogleMail.com');
    await second.getByRole('button', { name: 'Stuur mij de code' }).click();
    await expect(second.getByRole('heading', { level: 1, name: 'Vul de code in' })).toBeVisible();
    const { code } = await signInMail(new URL(second.url()).searchParams.get('aanvraag') ?? '');
    await second.getByLabel('De zes cijfers uit de e-mail').fill(code);
    await second.getByRole('button', { name: 'Log in' }).click();
    await expect(second.getByRole('heading', { level: 2, name: 'U stemde voor' })).toBeVisible();
    expect(await standing()).toMatchObject({ votesFor: VOTES_FOR + 1 });
    await second.goto('/west/mijn');
    await expect(second.getByRole('link', { name: /ruilkast/i }).first()).toBeVisible();
    await expect(second.getByText('U stemde voor')).toHaveCount(1);
    await expectAccessible(second);
  });

  await test.step('A throw-away address is not taken, and he is told at the field', async () => {
    faults.foresee(/status of 422.*sign-in-requests/);
    const third = await newVisitor();
    await third.goto('/inloggen');
    await third.getByLabel('Uw e-mailadres').fill('bob@mailinator.com');
    await third.getByRole('button', { name: 'Stuur mij de code' }).click();
    await expect(third.getByLabel('Uw e-mailadres')).toHaveAccessibleDescription(/wegwerpadres/);
    await expectAccessible(third);
  });
});
