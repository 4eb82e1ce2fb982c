import type { Page } from '@playwright/test';
import { expect, good, ownPage, test } from './journey.ts';
import { XSS_CORPUS } from './xss-corpus.ts';

/** As many pages are looked at at once. */
const TABS = 4;
const CASES_PAGE = '/west/moderatie';

/**
 * Every string of the corpus in every text that people write, as if each had been let in: one plan with everything under
 * it, one case with everything about it, a line each. Written beside the API, which has limits and lengths of its own.
 */
const EVERYWHERE = `
  with payload as (select text, nth::integer as nth from unnest($1::text[]) with ordinality as p (text, nth)),
  kees as (select id from account where email = 'kees@voorbeeld.example'),
  plan as (
    insert into proposal (district_id, id, number, kind, title, summary, body, submitter_id, submitter_name, state,
      published_at, created_at, updated_at)
    select 1, gen_random_uuid(), 1000 + nth, 'plan', text, text, text, kees.id, text, 'open', now(), now(), now()
    from payload, kees returning id, number, title as text
  ),
  picture as (insert into proposal_picture (district_id, proposal_id, position, path, alt, width, height)
    select 1, id, 0, (select path from proposal_picture order by path limit 1), text, 1200, 800 from plan),
  note as (insert into proposal_note (district_id, proposal_id, text, added_at) select 1, id, text, now() from plan),
  event as (insert into proposal_event (district_id, proposal_id, verb, from_state, to_state, reason, occurred_at)
    select 1, id, 'publish', 'draft', 'open', text, now() from plan),
  joined as (insert into co_submitter (district_id, proposal_id, resident_id, name, joined_at)
    select 1, plan.id, (select id from account where email = 'amina@voorbeeld.example'), text, now() from plan),
  argument as (
    insert into argument (district_id, id, proposal_id, author_id, author_name, side, body, posted_at, edited_at, version)
    select 1, gen_random_uuid(), plan.id, kees.id, text, side, text, now(), now(), 2
    from plan, kees, (values ('for'), ('against')) as s (side) returning id, proposal_id, body as text, side
  ),
  reply as (insert into argument (district_id, id, proposal_id, parent_id, author_id, author_name, side, body, posted_at)
    select 1, gen_random_uuid(), proposal_id, argument.id, kees.id, text, side, text, now() from argument, kees),
  version as (insert into argument_version (district_id, argument_id, version, body, written_at)
    select 1, id, 1, text, now() from argument),
  said as (insert into statement (district_id, id, proposal_id, author_id, author_name, author_role, body, posted_at)
    select 1, gen_random_uuid(), plan.id, kees.id, text, 'committee-member', text, now() from plan, kees),
  hidden as (
    insert into argument (district_id, id, proposal_id, author_id, author_name, side, body, posted_at, hidden)
    select 1, gen_random_uuid(), plan.id, kees.id, text, 'for', text, now(), true from plan, kees
    returning id, proposal_id, body as text
  ),
  matter as (
    insert into moderation_case (district_id, subject_kind, subject_id, proposal_id, origin, state, urgency, reports,
      opened_at, decided_at)
    select 1, 'argument', id, proposal_id, 'report', 'appealed', 1, 1, now(), now() from hidden
    returning id, subject_id
  ),
  about as (select matter.id, hidden.text from matter join hidden on hidden.id = matter.subject_id),
  report as (insert into abuse_report (district_id, id, case_id, reason, note, reported_at)
    select 1, gen_random_uuid(), id, 'irrelevant', text, now() from about),
  verdict as (insert into moderation_decision (district_id, id, case_id, verdict, reason, message, author_id, decided_by,
      decided_at)
    select 1, gen_random_uuid(), about.id, 'hide', 'irrelevant', text, kees.id,
      (select id from account where email = 'samira@voorbeeld.example'), now() from about, kees),
  appealed as (insert into appeal (district_id, case_id, author_id, text, filed_at, first_decided_by)
    select 1, about.id, kees.id, text, now(), (select id from account where email = 'samira@voorbeeld.example')
    from about, kees),
  logged as (insert into moderation_log (district_id, position, at, act, subject_kind, proposal_number, case_number, reason,
      explanation, previous_hash, hash)
    select 1, nth, now(), 'hidden', 'argument', 1000 + nth, nth, 'irrelevant', text, sha256('x'), sha256('y')
    from payload),
  asked as (insert into merge_request (district_id, id, duplicate_id, target_id, state, message, asked_by, asked_at)
    select 1, gen_random_uuid(), plan.id, other.id, 'asked', plan.text, gen_random_uuid(), now()
    from plan join plan other on other.number = case plan.number when 1001 then 1002 else 1001 end)
  insert into moderation_settings (district_id, watch_words, templates, version, updated_at)
  select 1, $1::text[], jsonb_build_array(jsonb_build_object('reason', 'irrelevant', 'text', $1[1])), 1, now()`;

test('Kees tries a hundred ways to run a script in every text: each stays text (S3, S4)', async ({
  page,
  site,
  newVisitor,
  signIn,
  appCode,
  database,
}) => {
  test.setTimeout(600_000);
  expect(new Set(XSS_CORPUS).size).toBeGreaterThanOrEqual(100);

  await test.step('He signs in, and all of it stands wherever people write', async () => {
    await signIn(page, 'kees@voorbeeld.example');
    await good(
      await page.request.patch('/api/v1/account', {
        headers: ownPage(site),
        data: { displayName: '<b onclick=alert(1)>Kees' },
      }),
    );
    await database(EVERYWHERE, [XSS_CORPUS]);
  });

  await test.step('Every plan with its discussion, as a visitor reads it', async () => {
    const tabs = await Promise.all(Array.from({ length: TABS }, () => newVisitor()));
    await inTurn(tabs, XSS_CORPUS, async (tab, text, index) => {
      await tab.goto(`/west/plannen/${1001 + index}`);
      await expectText(tab.getByRole('heading', { level: 1 }), text);
      await expect(tab).toHaveTitle(new RegExp(`^${escaped(shown(text).slice(0, 40))}`));
      await expectText(
        tab
          .locator('article, li')
          .filter({ hasText: shown(text).slice(0, 20) })
          .first(),
        text,
      );
    });
  });

  await test.step('The lists, the search and the public log', async () => {
    const visitor = await newVisitor();
    await visitor.goto('/west/plannen?sort=newest');
    await expect(visitor.getByRole('heading', { level: 3 }).first()).toBeVisible();
    for (const text of XSS_CORPUS.slice(0, 12)) {
      await visitor.goto(`/west/plannen?q=${encodeURIComponent(text)}`);
      await expect(visitor.getByLabel('Zoek een plan')).toHaveValue(text.replace(/[\n\r]/g, ''));
    }
    await visitor.goto('/west/besluiten');
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(visitor.getByText(shown(XSS_CORPUS.at(-1) ?? '')).first()).toBeVisible();
  });

  await test.step('His own page, with every decision and every question about him', async () => {
    await page.goto('/west/mijn');
    await expect(page.getByText(shown(XSS_CORPUS[0] ?? '')).first()).toBeVisible();
  });

  await test.step('The moderators’ desk, case by case', async () => {
    const yusuf = await newVisitor();
    await signIn(yusuf, 'yusuf@voorbeeld.example');
    await yusuf.goto(CASES_PAGE);
    await yusuf.getByLabel('De zes cijfers uit uw app').fill(await appCode('yusuf@voorbeeld.example'));
    await yusuf.getByRole('button', { name: 'Bevestig', exact: true }).click();
    await expect(yusuf.getByRole('heading', { level: 1 })).toContainText(/wacht/);
    for (const path of ['bezwaren', 'besloten', 'instellingen']) {
      await yusuf.goto(`${CASES_PAGE}/${path}`);
      await expect(yusuf.getByRole('heading', { level: 1 })).toBeVisible();
    }
    const rows = await database<{ id: number }>(
      `select id from moderation_case where state = 'appealed' order by id`,
    );
    expect(rows.length).toBe(XSS_CORPUS.length);
    const tabs = await Promise.all(Array.from({ length: TABS }, () => yusuf.context().newPage()));
    await inTurn(tabs, rows, async (tab, { id }) => {
      await tab.goto(`${CASES_PAGE}/zaken/${id}`);
      await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(tab.locator('blockquote').first()).toBeVisible();
    });
  });
});

/** Each tab takes the next one until none is left. What runs a script in any of them fails the journey by itself. */
async function inTurn<T>(
  tabs: readonly Page[],
  items: readonly T[],
  look: (tab: Page, item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    tabs.map(async (tab) => {
      for (let index = next++; index < items.length; index = next++) {
        const item = items[index];
        if (item !== undefined) await look(tab, item, index);
      }
    }),
  );
}

/** As a page shows it: white space in a row is one space. */
function shown(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

async function expectText(where: ReturnType<Page['locator']>, text: string): Promise<void> {
  await expect(where).toContainText(shown(text));
}
