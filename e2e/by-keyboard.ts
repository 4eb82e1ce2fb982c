import { expect, type Page } from '@playwright/test';

/** Goes through the page with the Tab key until the element has the focus; nothing else is pressed. */
export async function tabTo(page: Page, role: 'button' | 'link' | 'textbox', name: string): Promise<void> {
  const wanted = page.getByRole('main').getByRole(role, { name, exact: true });
  await expect(wanted).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(wanted).toBeFocused({ timeout: 1 });
  }).toPass({ intervals: [0], timeout: 10_000 });
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `sideways scroll of ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Nothing that is not a link inside a sentence is smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8). */
export async function expectTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('a, button, summary, input, select, textarea')]
      .filter((target) => getComputedStyle(target).display !== 'inline' && target.checkVisibility())
      .map((target) => ({ words: target.textContent.trim(), box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < 24)
      .map(({ words, box }) => `${words}: ${box.width} by ${box.height}`),
  );
  expect(small, `targets that are too small on ${page.url()}`).toEqual([]);
}

/** As a browser whose letters are set to twice their usual size; the text of the page is then really that large. */
export async function doubleTheLetters(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize))
    .toBe('32px');
}
