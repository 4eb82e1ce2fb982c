import { doubleTheLetters, expectNoSidewaysScroll, expectTargets, tabTo } from './by-keyboard.ts';
import { expect, numberOf, test } from './journey.ts';

/** An old phone; a phone, and a desktop, whose letters are set to twice their size. */
const WINDOWS = [
  { name: '320 px', width: 320, isDoubled: false },
  { name: '360 px with letters of 200 %', width: 360, isDoubled: true },
  { name: '1280 px with letters of 200 %', width: 1280, isDoubled: true },
] as const;

for (const { name, width, isDoubled } of WINDOWS) {
  test(`E11: Laura votes, changes her mind and withdraws with the keyboard alone, at ${name}`, async ({
    page,
    signIn,
    expectAccessible,
  }) => {
    const plan = `/west/plannen/${await numberOf(page, 'ruilkast')}`;
    const inOrder = async (): Promise<void> => {
      await expectNoSidewaysScroll(page);
      await expectTargets(page);
      await expectAccessible(page);
    };
    await page.setViewportSize({ width, height: 700 });
    await signIn(page, 'laura@voorbeeld.example');
    await page.goto(plan);
    if (isDoubled) await doubleTheLetters(page);

    await test.step('She presses Voor, and reads what became of it', async () => {
      await tabTo(page, 'button', 'Voor');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'U stemde voor' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Voor', exact: true })).toBeFocused();
      await inOrder();
    });

    await test.step('She changes her mind with the space bar', async () => {
      await tabTo(page, 'button', 'Tegen');
      await page.keyboard.press('Space');
      await expect(page.getByRole('heading', { name: 'U stemde tegen' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Tegen', exact: true })).toBeFocused();
      await inOrder();
    });

    await test.step('She takes her vote back', async () => {
      await tabTo(page, 'button', 'Trek mijn stem in');
      await page.keyboard.press('Enter');
      await expect(page.getByText('Uw stem is ingetrokken.')).toBeVisible();
      await inOrder();
    });

    await test.step('Her letters were that large to the end', async () => {
      const size = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      expect(size).toBe(isDoubled ? '32px' : '16px');
    });
  });
}
