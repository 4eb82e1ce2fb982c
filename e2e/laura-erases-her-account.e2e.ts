import { expect, good, numberOf, ownPage, test } from './journey.ts';

const DAY = 24 * 3600;
const PLAN = 'ruilkast';

interface Count {
  readonly lines: { number: number; votesFor: number; votesAgainst: number }[];
}

test('Laura erases her account and last month’s count stays', async ({
  page,
  site,
  request,
  database,
  signIn,
  setClockAhead,
  expectAccessible,
  faults,
}) => {
  const number = await numberOf(page, PLAN);
  const district = '/api/v1/districts/west';
  const countOf = async (round: number): Promise<Count> =>
    good<Count>(await request.get(`${district}/rounds/${round}/count`));
  const standing = async () =>
    (await good<{ votesFor: number }>(await request.get(`${district}/proposals/${number}/standing`)))
      .votesFor;
  const { currentRound } = await good<{ currentRound: { number: number; closesAt: string } }>(
    await request.get(district),
  );
  let before: Count;

  await test.step('She votes, and the month is counted with her vote in it', async () => {
    await signIn(page, 'laura@voorbeeld.example');
    await good(
      await page.request.put(`${district}/proposals/${number}/my-vote`, {
        headers: ownPage(site),
        data: { choice: 'for' },
      }),
    );
    expect(await standing()).toBe(42);
    const seconds = Math.ceil((Date.parse(currentRound.closesAt) - Date.now()) / 1000) + 60;
    await setClockAhead(seconds);
    await expect(async () => {
      before = await countOf(currentRound.number);
    }).toPass({ timeout: 30_000 });
    expect(before.lines.find((line) => line.number === number)).toMatchObject({ votesFor: 42 });
    await setClockAhead(seconds + DAY);
  });

  await test.step('She downloads what is kept of her', async () => {
    await page.goto('/west/mijn');
    await expect(page.getByRole('heading', { level: 2, name: 'Mijn stemmen' })).toBeVisible();
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download mijn gegevens' }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
    const data = Buffer.concat(chunks).toString();
    expect(data).toContain('laura@voorbeeld.example');
    expect(JSON.parse(data)).toHaveProperty('voting');
  });

  await test.step('She has her account erased; a wrong address erases nothing', async () => {
    await page.getByRole('link', { name: 'Verwijder mijn account' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Verwijder uw account' })).toBeVisible();
    await expectAccessible(page);
    faults.foresee(/status of 422.*\/api\/v1\/account\)/);
    const email = page.getByLabel('Uw e-mailadres');
    await email.fill('amina@voorbeeld.example');
    await page.getByRole('button', { name: 'Verwijder mijn account' }).click();
    await expect(email).toHaveAccessibleDescription(/niet het e-mailadres van uw account/);
    await email.fill('laura@voorbeeld.example');
    await page.getByRole('button', { name: 'Verwijder mijn account' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Uw account is gewist' })).toBeVisible();
    await expectAccessible(page);
    expect(await good<object>(await page.request.get('/api/v1/session'))).toEqual({ account: null });
  });

  await test.step('She is gone, everywhere in the database', async () => {
    const tables = await database<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'dev_mail'`,
    );
    for (const { name } of tables) {
      const left = await database(`select 1 from ${name} t where t::text ilike '%laura%'`);
      expect(left, `lines of ${name} that name her`).toEqual([]);
    }
  });

  await test.step('The count of last month stays as it was; her vote on what is still open is gone', async () => {
    expect(await countOf(currentRound.number)).toEqual(before);
    expect(await standing()).toBe(41);
    await page.goto(`/west/uitslagen/${currentRound.number}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('She comes back as somebody new, with one vote like everybody else', async () => {
    await signIn(page, 'laura@voorbeeld.example');
    const mine = await good<object>(await page.request.get(`${district}/proposals/${number}/my-vote`));
    expect(mine).toMatchObject({ choice: null });
  });
});
