import { expectNoSidewaysScroll, tabTo } from './by-keyboard.ts';
import { expect, good, numberOf, test } from './journey.ts';

const PLAN = 'ruilkast';
const VOTES_FOR = 41;

test('E11: Amina signs in on her phone and votes once verified, with the keyboard alone', async ({
  page,
  request,
  database,
  signInMail,
  expectAccessible,
  faults,
}) => {
  // The district asks its residents to show where they live; its open round is counted by that rule.
  await database(
    `insert into rulebook (district_id, version, settings, effective_from)
     select district_id, version + 1, settings || '{"identityLevel": 1}', clock_timestamp() - interval '1 second'
     from rulebook where version = 1`,
  );
  await database(`update round set rulebook_version = 2 where state = 'open'`);
  await database(
    `insert into identity_proof (district_id, account_id, level, method, proven_at)
     select distinct district_id, resident_id, 1, 'address', cast_at from vote on conflict do nothing`,
  );
  await database(
    `delete from identity_proof p using account a where a.id = p.account_id and a.email like 'amina@%'`,
  );
  const number = await numberOf(page, PLAN);
  const plan = `/west/plannen/${number}`;
  const standing = `/api/v1/districts/west/proposals/${number}/standing`;
  const expectVotesFor = async (votesFor: number): Promise<void> =>
    expect(await good<object>(await request.get(standing))).toMatchObject({ votesFor });
  // As narrow as a page gets: an old phone, or a screen enlarged four times.
  await page.setViewportSize({ width: 320, height: 700 });

  await test.step('She follows a neighbour’s link and presses Voor, with the keyboard alone', async () => {
    await page.goto(plan);
    await expectNoSidewaysScroll(page);
    await tabTo(page, 'button', 'Voor');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Inloggen' })).toBeVisible();
    await expectNoSidewaysScroll(page);
  });

  await test.step('She signs in with the code from her mail', async () => {
    await tabTo(page, 'textbox', 'Uw e-mailadres');
    await page.keyboard.type('amina@voorbeeld.example');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Vul de code in' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    const { code } = await signInMail(new URL(page.url()).searchParams.get('aanvraag') ?? '');
    await tabTo(page, 'textbox', 'De zes cijfers uit de e-mail');
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
  });

  await test.step('Her vote is in, and waits until she has shown where she lives', async () => {
    await expect(page).toHaveURL(new RegExp(`${plan}$`));
    await expect(page.getByText('Nog één stap')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await expectVotesFor(VOTES_FOR);
  });

  await test.step('Her own page says the same, and why', async () => {
    await page.goto('/west/mijn');
    await expect(page.getByText('Eén stem telt nog niet mee.')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await tabTo(page, 'link', 'Bevestig mijn adres');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Bevestig uw adres' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  await test.step('An address outside West is not hers: it is said at the field', async () => {
    faults.foresee(/status of 422.*my-address/);
    await tabTo(page, 'textbox', 'Postcode');
    await page.keyboard.type('1055ab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Postcode')).toHaveAccessibleDescription(
      /ligt volgens onze lijst niet in dit stadsdeel/,
    );
    await expectVotesFor(VOTES_FOR);
    await expectAccessible(page);
  });

  await test.step('With her own address her vote counts at once', async () => {
    await page.getByLabel('Postcode').fill('1999 ba');
    await page.getByLabel('Huisnummer').fill('12');
    await tabTo(page, 'button', 'Bevestig mijn adres');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Uw stemmen tellen mee' })).toBeVisible();
    await expectVotesFor(VOTES_FOR + 1);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  await test.step('She reads it at the plan, with her receipt on her own page', async () => {
    await page.goto(plan);
    await expect(page.getByText('Uw stem is binnen en telt mee')).toBeVisible();
    await page.goto('/west/mijn');
    await expect(page.getByText('telt nog niet mee')).toHaveCount(0);
    await page.getByText('Stembewijs').first().click();
    await expect(page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/).first()).toBeVisible();
    await expectAccessible(page);
  });
});
