import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

export interface WrittenPlan {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly kind?: 'Plan' | 'Idee' | 'Stelling';
  readonly theme?: string;
  readonly neighbourhood?: string;
}

/** Which question stands on the page. */
export async function expectQuestion(page: Page, question: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeVisible();
}

export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ga verder' }).click();
}

/** Answers the question that stands on the page, whose heading is the label of its field. */
export async function answer(page: Page, question: string, text: string): Promise<void> {
  await expectQuestion(page, question);
  await page.getByLabel(question).fill(text);
  await goOn(page);
}

/** Answers all questions from the first one up to the photos; `look` sees each page before it is left. */
export async function writePlan(
  page: Page,
  { title, summary, body, kind, theme, neighbourhood }: WrittenPlan,
  look: (page: Page) => Promise<void> = async () => undefined,
): Promise<void> {
  const texts = [
    ['Hoe heet uw plan?', title],
    ['Wat is uw plan in één of twee zinnen?', summary],
    ['Vertel meer over uw plan', body],
  ] as const;
  for (const [question, text] of texts) {
    await expectQuestion(page, question);
    await look(page);
    await answer(page, question, text);
  }
  await expectQuestion(page, 'Wat voor plan is het?');
  if (kind) await page.getByRole('radio', { name: kind }).check();
  if (theme) await page.getByLabel('Waar gaat uw plan over?').selectOption(theme);
  await look(page);
  await goOn(page);
  await expectQuestion(page, 'Waar is het?');
  if (neighbourhood) await page.getByLabel('In welke buurt is het?').selectOption(neighbourhood);
  await look(page);
  await goOn(page);
  await expectQuestion(page, 'Wilt u er foto’s bij zetten?');
}
