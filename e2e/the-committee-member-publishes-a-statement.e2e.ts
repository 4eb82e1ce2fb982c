import { expect, numberOf, test } from './journey.ts';

const FIRST = 'De commissie heeft de straat bekeken. Wij vragen de politie hoe vaak het hier misgaat.';
const SECOND = 'De politie antwoordde: vier keer in twee jaar. Dat nemen wij mee naar de vergadering.';

test('The committee member publishes a statement', async ({
  page,
  newVisitor,
  signIn,
  appCode,
  expectAccessible,
}) => {
  const number = await numberOf(page, 'sluisbrug');
  const address = `/west/plannen/${number}`;
  const marijke = page;

  await test.step('Before her second factor Marijke has nothing to publish with', async () => {
    await signIn(marijke, 'marijke@voorbeeld.example');
    await marijke.goto(address);
    await expect(marijke.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(marijke.getByText('Plaats een reactie van de commissie')).toHaveCount(0);
    await marijke.goto('/tweede-stap');
    await marijke.getByLabel('De zes cijfers uit uw app').fill(await appCode('marijke@voorbeeld.example'));
    await marijke.getByRole('button', { name: 'Bevestig', exact: true }).click();
    await expect(marijke.getByLabel('De zes cijfers uit uw app')).toHaveCount(0);
  });

  await test.step('She publishes one, and a second one later', async () => {
    await marijke.goto(address);
    for (const words of [FIRST, SECOND]) {
      await marijke.getByText('Plaats een reactie van de commissie').click();
      await marijke.getByLabel('Uw reactie namens de commissie').fill(words);
      await expectAccessible(marijke);
      await marijke.getByRole('button', { name: 'Plaats mijn reactie' }).click();
      await expect(marijke.getByRole('article').filter({ hasText: words })).toBeVisible();
    }
  });

  await test.step('Everybody reads them above the discussion, with her name and role, the newest first', async () => {
    const visitor = await newVisitor({ javaScriptEnabled: false });
    await visitor.goto(address);
    const said = visitor.getByRole('region', { name: 'Reacties van de commissie' }).getByRole('article');
    await expect(said).toHaveCount(2);
    await expect(said.first()).toContainText(SECOND);
    for (const one of [said.first(), said.last()]) {
      await expect(one).toContainText('Marijke de Graaf');
      await expect(one).toContainText('commissielid');
    }
    const top = async (where: ReturnType<typeof visitor.getByRole>): Promise<number> =>
      (await where.boundingBox())?.y ?? NaN;
    expect(await top(visitor.getByRole('heading', { name: 'Reacties van de commissie' }))).toBeLessThan(
      await top(visitor.getByRole('heading', { name: 'Voor en tegen' })),
    );
    await expect(visitor.getByText('Plaats een reactie van de commissie')).toHaveCount(0);
    const reader = await newVisitor();
    await reader.goto(address);
    await expectAccessible(reader);
  });
});
