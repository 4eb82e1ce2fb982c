import { expect, good, numberOf, ownPage, test, untouched } from './journey.ts';

test('The numbers of a plan move by themselves', async ({ page, newVisitor, signIn, site }) => {
  const number = await numberOf(page, 'ruilkast');
  await page.clock.install();
  /** The page asks again some time after it has begun to run. */
  const waitForTheNext = async (): Promise<void> => {
    await expect(untouched(page)).toHaveCount(0);
    await page.clock.fastForward(20_000);
  };
  await page.goto(`/west/plannen/${number}`);
  const box = page.getByRole('complementary', { name: 'Stemmen' });
  await expect(box).toContainText('41 stemmen voor');
  const omar = await newVisitor();
  await signIn(omar, 'omar@voorbeeld.example');
  await good(
    await omar.request.put(`${site.url}/api/v1/districts/west/proposals/${number}/my-vote`, {
      headers: ownPage(site),
      data: { choice: 'for' },
    }),
  );
  await waitForTheNext();
  await expect(box).toContainText('42 stemmen voor');
  await page.goto('/west');
  const standing = page.getByRole('region', { name: 'Zo staat het nu' });
  await expect(standing).toContainText('112 voor');
  const first = await numberOf(page, 'Molenpad');
  await good(
    await omar.request.put(`${site.url}/api/v1/districts/west/proposals/${first}/my-vote`, {
      headers: ownPage(site),
      data: { choice: 'for' },
    }),
  );
  await waitForTheNext();
  await expect(standing).toContainText('113 voor');
});
