import AxeBuilder from '@axe-core/playwright';
import {
  test as base,
  expect,
  type APIResponse,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test';
import { Client } from 'pg';
import { Faults } from './faults.ts';
import { startCopy, type Prepared, type Site } from './site.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: string;
}

/** The two ways in that one mail offers. */
export interface SignInMail {
  readonly code: string;
  readonly link: string;
}

interface Fixtures {
  /** A Buurtstem of this test alone, with the demo's data; `baseURL` is its address. */
  readonly site: Site;
  /** Signs a browser in, through the same requests as the sign-in page, with the mailed code. */
  readonly signIn: (browser: Pick<Page, 'request'>, email: string) => Promise<void>;
  /** A page in a browser of somebody else, with cookies of their own. */
  readonly newVisitor: (options?: BrowserContextOptions) => Promise<Page>;
  /** The mail of a request to sign in, by the id that the sign-in page has in its address (`?aanvraag=`). */
  readonly signInMail: (requestId: string) => Promise<SignInMail>;
  /** The six digits that the app of somebody of the staff shows now; each code works once. */
  readonly appCode: (email: string) => Promise<string>;
  /** Asks the site's database: for what only an operator, or time, could bring about. */
  readonly database: <T>(sql: string, values?: unknown[]) => Promise<T[]>;
  /** Fails the journey on any error in any of its browsers that it did not foresee. */
  readonly faults: Faults;
  /** The mails sent so far, oldest first. */
  readonly mailbox: () => Promise<Mail[]>;
  /** Sets the clock of the site this many seconds ahead of now. */
  readonly setClockAhead: (seconds: number) => Promise<void>;
  /** Fails with every breach of WCAG 2.2 AA and of axe's best practices on the page as it stands. */
  readonly expectAccessible: (page: Page) => Promise<void>;
}

/** From here on the two sides of a discussion stand beside one another. */
const WIDE_PX = 1024;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const test = base.extend<Fixtures>({
  site: async ({}, use, info) => {
    const prepared = process.env['E2E_PREPARED'];
    if (!prepared)
      throw new Error('The set-up has not run: start the journeys with -c e2e/playwright.config.ts');
    const site = await startCopy(JSON.parse(prepared) as Prepared);
    try {
      await use(site);
    } finally {
      if (info.status !== info.expectedStatus) {
        await info.attach('what the API printed', { body: site.output(), contentType: 'text/plain' });
      }
      await site.stop();
    }
  },

  baseURL: async ({ site }, use) => use(site.url),

  faults: [
    async ({}, use) => {
      const faults = new Faults();
      await use(faults);
      expect(faults.rest(), 'errors on the console and breaches of the content security policy').toEqual([]);
    },
    { auto: true },
  ],

  context: async ({ context, faults }, use) => {
    await withHandOnMouse(context);
    await faults.watch(context);
    await use(context);
  },

  newVisitor: async ({ browser, faults }, use) => {
    const contexts = new Set<Awaited<ReturnType<typeof browser.newContext>>>();
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.add(context);
      await withHandOnMouse(context);
      await faults.watch(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  signInMail: async ({ mailbox }, use) => {
    await use(async (requestId) => {
      let mail: Mail | undefined;
      await expect(async () => {
        mail = (await mailbox()).find(({ text }) => text.includes(`aanvraag=${requestId}`));
        expect(mail, `a mail for the request ${requestId}`).toBeDefined();
      }).toPass({ timeout: 15_000 });
      const code = /^\d{6}$/m.exec(mail?.text ?? '')?.[0];
      const link = /^https?:\S+aanvraag=\S+$/m.exec(mail?.text ?? '')?.[0];
      if (!code || !link) throw new Error(`No code or no link in this mail:\n${mail?.text}`);
      return { code, link };
    });
  },

  mailbox: async ({ site }, use) => {
    await use(async () => {
      const answer = await fetch(`${site.url}/dev/mail.json`);
      const { items } = (await answer.json()) as { items: Mail[] };
      return items.toSorted((a, b) => a.sentAt.localeCompare(b.sentAt));
    });
  },

  signIn: async ({ site, signInMail }, use) => {
    await use(async ({ request }, email) => {
      const headers = ownPage(site);
      const asked = await request.post(`${site.url}/api/v1/sign-in-requests`, { headers, data: { email } });
      const { id } = await good<{ id: string }>(asked);
      const { code } = await signInMail(id);
      await good(
        await request.post(`${site.url}/api/v1/session`, { headers, data: { requestId: id, code } }),
      );
    });
  },

  appCode: async ({ site }, use) => {
    await use(async (email) => {
      const answer = await fetch(`${site.url}/dev/second-factor-codes.json`);
      const { items } = (await answer.json()) as { items: { email: string; code: string }[] };
      const shown = items.find((item) => item.email === email);
      if (!shown) throw new Error(`${email} has no app with codes.`);
      return shown.code;
    });
  },

  database: async ({ site }, use) => {
    const client = new Client({ connectionString: site.databaseUrl });
    await client.connect();
    await use(
      async <T>(sql: string, values: unknown[] = []) => (await client.query(sql, values)).rows as T[],
    );
    await client.end();
  },

  setClockAhead: async ({ site }, use) => {
    await use(async (offsetSeconds) => {
      const answer = await fetch(`${site.url}/dev/clock`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', Origin: site.url },
        body: JSON.stringify({ offsetSeconds }),
      });
      expect(answer.status, await answer.text()).toBe(204);
    });
  },

  expectAccessible: async ({}, use) => {
    await use(async (page) => {
      // What came under the mouse is between two colours for a moment.
      await page.evaluate(() => {
        for (const change of document.getAnimations()) {
          if (change instanceof CSSTransition) change.finish();
        }
      });
      // The pages have no frames; without the way that looks into them each check takes half the time.
      const axe = new AxeBuilder({ page }).withTags(RULES).setLegacyMode();
      const { violations } = await axe.analyze();
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`,
        ),
      );
      expect(found, `accessibility of ${page.url()}`).toEqual([]);
    });
  },
});

/** Somebody whose pages start at once, since they move: a page waits for the first sign of its visitor. */
async function withHandOnMouse(context: BrowserContext): Promise<void> {
  await context.addInitScript(() =>
    document.addEventListener('DOMContentLoaded', () => window.dispatchEvent(new Event('pointermove'))),
  );
}

/** What a browser sends along with a request of the site's own pages. */
export function ownPage(site: Site): Record<string, string> {
  return { Origin: site.url, 'Sec-Fetch-Site': 'same-origin' };
}

/** The answer of a request that must succeed. */
export async function good<T>(answer: APIResponse): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Follows a link of the header, which a phone keeps behind a menu. */
export async function followInHeader(page: Page, name: string): Promise<void> {
  const header = page.getByRole('banner');
  const menu = header.getByText('Menu', { exact: true });
  if (await menu.isVisible()) await menu.click();
  await header.getByRole('link', { name, exact: true }).click();
}

/** Whether the two sides of a discussion are tabs, as on a phone; they become so once the page runs. */
export function hasTabs(page: Page): boolean {
  return (page.viewportSize()?.width ?? 0) < WIDE_PX;
}

/** The number of the seeded plan whose title has this word. */
export async function numberOf(page: Pick<Page, 'request'>, word: string): Promise<number> {
  const answer = await page.request.get(`/api/v1/districts/west/proposals?q=${encodeURIComponent(word)}`);
  const { items } = await good<{ items: { number: number }[] }>(answer);
  const [found, ...others] = items;
  if (!found || others.length > 0) throw new Error(`${items.length} plans have the word ${word}, not one.`);
  return found.number;
}

export { expect };

/** The page as the server made it, as long as no script has taken it over. */
export const untouched = (page: Page): Locator => page.locator('bs-root[ngh]');

/** Opens a page whose scripts are held back: it has come whole, and has not loaded, since a page loads with its scripts. */
export async function openWithoutScripts(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.readyState !== 'loading');
}
