import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { charlieWins, signInAsStaff } from './count-day.ts';
import { builtRoutes, EMPTY_HANDED, EVERY_PAGE, type Examples, type Viewer } from './every-address.ts';
import { expect, good, numberOf, ownPage, test } from './journey.ts';
import { root, type Site } from './site.ts';

interface Look {
  readonly theme: 'west' | 'oost';
  readonly scheme: 'light' | 'dark';
  readonly language: 'nl' | 'en';
  readonly width: number;
}

const TWO: readonly Look[] = [
  { theme: 'west', scheme: 'light', language: 'nl', width: 360 },
  { theme: 'oost', scheme: 'dark', language: 'en', width: 1280 },
];
/** `all`, or the beginning of names: `west-light-nl-360`, `oost-dark`, or several with commas. */
const asked = process.env['SWEEP'] ?? '';
const isByHand = asked !== '';
const LOOKS: readonly Look[] = isByHand ? looksNamed(asked) : TWO;
const PICTURES = join(root, 'tmp/sweep');

function everyLook(): Look[] {
  const themes = ['west', 'oost'] as const;
  const schemes = ['light', 'dark'] as const;
  const languages = ['nl', 'en'] as const;
  return themes.flatMap((theme) =>
    schemes.flatMap((scheme) =>
      languages.flatMap((language) => [360, 768, 1280].map((width) => ({ theme, scheme, language, width }))),
    ),
  );
}

function looksNamed(names: string): Look[] {
  const looks = everyLook();
  if (names === 'all') return looks;
  const starts = names.split(',');
  const chosen = looks.filter((look) => starts.some((start) => nameOf(look).startsWith(start)));
  if (chosen.length === 0) throw new Error(`SWEEP=${names}: no look is called so, as west-light-nl-360 is`);
  return chosen;
}

function nameOf({ theme, scheme, language, width }: Look): string {
  return `${theme}-${scheme}-${language}-${width}`;
}

/** Everything that is shown by its number: the staff member gets a decision to look at, and all desks. */
const PREPARE = {
  desks: `insert into role_grant (district_id, account_id, role, granted_at)
    select g.district_id, g.account_id, desk, now() from role_grant g join account a on a.id = g.account_id,
      unnest(array['moderator', 'clerk', 'official', 'committee-member', 'editor', 'administrator']) as desk
    where a.email = 'bram@voorbeeld.example' on conflict do nothing`,
  case: 'select id as number from moderation_case order by id limit 1',
};

test('E10: no page of the site is missing from the sweep, and the sweep has no page that the site lost', () => {
  const swept = new Set(EVERY_PAGE.map(([route]) => route));
  const built = builtRoutes();
  expect(built.length, 'routes in the manifest of the build').toBeGreaterThan(30);
  expect(
    built.filter((route) => !swept.has(route)),
    'routes that are not swept',
  ).toEqual([]);
  expect(
    [...swept].filter((route) => !built.includes(route)),
    'swept routes that are gone',
  ).toEqual([]);
});

for (const look of LOOKS) {
  test(`E10: every page is accessible and fits: ${nameOf(look)}`, async ({
    page,
    site,
    newVisitor,
    signIn,
    appCode,
    database,
    setClockAhead,
    expectAccessible,
    faults,
  }) => {
    test.setTimeout(isByHand ? 1_200_000 : 420_000);
    const { request } = page;
    const { number: own, meeting } = await charlieWins({ page, request, database, setClockAhead });
    const visitor = await newVisitor();
    const resident = await newVisitor();
    const staff = await newVisitor();
    await signIn(resident, 'charlie@voorbeeld.example');
    await database(PREPARE.desks);
    await signInAsStaff(staff, 'bram@voorbeeld.example', { signIn, appCode });
    const examples = await examplesFor({ page: staff, site, own, meeting: meeting.id, database });
    const viewers: Record<Viewer, Page> = { visitor, resident, staff };
    for (const viewer of Object.values(viewers)) {
      await viewer.setViewportSize({ width: look.width, height: 900 });
      await viewer.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' });
    }
    // All that is wrong at once: a run takes minutes.
    const found: string[] = [];
    for (const [index, [route, viewer, address]] of EVERY_PAGE.entries()) {
      const at = viewers[viewer];
      const place = address(examples);
      if (EMPTY_HANDED.includes(place)) faults.foresee(/404/);
      await test.step(`${place} as ${viewer}`, async () => {
        try {
          await open(at, `${look.language === 'en' ? '/en' : ''}${place}`, look);
          if (isByHand) await photograph(at, `${String(index).padStart(2, '0')}-${viewer}${route}`, look);
          await expectFits(at);
          await expectWellSet(at);
          await expectAccessible(at);
        } catch (error) {
          found.push(`${place} as ${viewer}: ${(error as Error).message}`);
        }
      });
    }
    expect(found).toEqual([]);
  });
}

async function examplesFor({
  page,
  site,
  own,
  meeting,
  database,
}: {
  readonly page: Page;
  readonly site: Site;
  readonly own: number;
  readonly meeting: string;
  readonly database: <T>(sql: string) => Promise<T[]>;
}): Promise<Examples> {
  const plan = await numberOf(page, 'ruilkast');
  const { items } = await good<{ items: { number: number; countPublished: boolean }[] }>(
    await page.request.get('/api/v1/districts/west/rounds'),
  );
  // The round that is open has no report yet.
  const counted = items.find(({ countPublished }) => countPublished)!;
  const [first] = await database<{ number: number }>(PREPARE.case);
  const { number: batch } = await good<{ number: number }>(
    await page.request.post('/api/v1/districts/west/vote-batches', {
      headers: ownPage(site),
      data: { proposalNumber: plan, criteria: { from: '2020-01-01T00:00:00.000Z' }, note: 'Voor de ronde.' },
    }),
  );
  return { plan, own, meeting, round: counted.number, case: first!.number, batch };
}

/** Opens a page in this look, with its scripts at work and everything that comes later on it. */
async function open(page: Page, address: string, { theme, language }: Look): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  // The only name of a look; what a page of that district would have. Until it stays: the page sets its own once it runs.
  const wear = (name: string): string | null => {
    const page = document.documentElement;
    const worn = page.getAttribute('data-theme');
    page.setAttribute('data-theme', name);
    return worn;
  };
  await expect.poll(() => page.evaluate(wear, theme), { message: address }).toBe(theme);
  await expect(page.getByRole('heading', { level: 1 }).first(), address).toBeVisible();
  await expect(page.locator('html'), address).toHaveAttribute('lang', language);
  await expect(page.locator('html'), address).toHaveAttribute('data-theme', theme);
}

async function expectFits(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content, `width of ${page.url()}`).toBeLessThanOrEqual(window!);
}

/** What axe does not see: sentences without a space between them, the quotes of a typewriter, and panels that are a line of text to the browser. */
async function expectWellSet(page: Page): Promise<void> {
  const { glued, straight, inline } = await page.evaluate(() => {
    const isBlock = (element: Element): boolean =>
      !/^(inline|none|contents)/.test(getComputedStyle(element).display);
    const blocks = [...document.body.querySelectorAll('*')].filter(({ localName }) =>
      localName.startsWith('bs-'),
    );
    return {
      straight: document.body.innerText.match(/\S*['"]\S*/g) ?? [],
      glued: document.body.innerText.match(/\S*[a-z0-9)’'][.?!][A-Z]\S*/g) ?? [],
      inline: blocks
        .filter((block) => getComputedStyle(block).display === 'inline' && [...block.children].some(isBlock))
        .map(({ localName, className }) => `${localName} ${className}`),
    };
  });
  expect(glued, `sentences without a space on ${page.url()}`).toEqual([]);
  expect(straight, `straight quotes on ${page.url()}`).toEqual([]);
  expect([...new Set(inline)], `blocks that stand in a line on ${page.url()}`).toEqual([]);
}

async function photograph(page: Page, name: string, look: Look): Promise<void> {
  const folder = join(PICTURES, nameOf(look));
  mkdirSync(folder, { recursive: true });
  // Photos that nobody scrolled to have not been fetched.
  await page.evaluate(async () => {
    const photos = [...document.querySelectorAll('img')];
    for (const photo of photos) photo.loading = 'eager';
    await Promise.all(photos.map((photo) => photo.decode().catch(() => undefined)));
  });
  await page.screenshot({ path: join(folder, `${name.replaceAll(/[/*]+/g, '_')}.png`), fullPage: true });
}
