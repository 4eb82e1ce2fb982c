import type { APIRequestContext, Page } from '@playwright/test';
import { expect, good, numberOf } from './journey.ts';

/** Seeded at 95 votes for, and Charlie's: with these neighbours it wins from the one with 112. */
export const CHARLIES_PLAN = 'Een waterspeelplek op het Kersenplein';
const NEIGHBOURS = 18;

export interface Meeting {
  readonly id: string;
  readonly startsAt: string;
  readonly agendaDeadline: string;
  readonly state: string;
  readonly reason: string;
  readonly published: { readonly version: number } | null;
  readonly entries: readonly { readonly title: string; readonly startsAt: string }[];
  readonly items: readonly { readonly id: string; readonly proposalNumber: number }[];
}

interface Fixtures {
  readonly page: Page;
  readonly request: APIRequestContext;
  readonly database: <T>(sql: string, values?: unknown[]) => Promise<T[]>;
  readonly setClockAhead: (seconds: number) => Promise<void>;
}

/**
 * The count date has passed and Charlie's plan has won. Neighbours who have not voted yet do so first, straight into the
 * books; that votes cast by hand are counted is another journey's story.
 */
export async function charlieWins(fixtures: Fixtures): Promise<{ number: number; meeting: Meeting }> {
  const { page, request, database } = fixtures;
  const number = await numberOf(page, 'waterspeelplek');
  await database(NEIGHBOURS_VOTE, [number, NEIGHBOURS]);
  const { currentRound } = await good<{ currentRound: { number: number; closesAt: string } }>(
    await request.get('/api/v1/districts/west'),
  );
  await moveClockTo(fixtures, new Date(currentRound.closesAt), 1);
  const count = `/api/v1/districts/west/rounds/${currentRound.number}/count`;
  await expect.poll(async () => (await request.get(count)).status(), { timeout: 20_000 }).toBe(200);
  expect(await good<object>(await request.get(count))).toMatchObject({ winner: { number } });
  const [meeting] = (await meetings(request)).filter(({ items }) =>
    items.some((item) => item.proposalNumber === number),
  );
  if (!meeting) throw new Error('The winner is on no agenda.');
  return { number, meeting };
}

export async function meetings(request: APIRequestContext): Promise<Meeting[]> {
  return (await good<{ items: Meeting[] }>(await request.get('/api/v1/districts/west/meetings'))).items;
}

/** Sets the clock of the site to an instant, and so many seconds more. */
export async function moveClockTo(
  { setClockAhead }: Pick<Fixtures, 'setClockAhead'>,
  instant: Date,
  more = 0,
): Promise<void> {
  await setClockAhead(Math.ceil((instant.getTime() - Date.now()) / 1000) + more);
}

export function daysAfter(iso: string, days: number): Date {
  return new Date(Date.parse(iso) + days * 86_400_000);
}

interface Staff {
  readonly signIn: (browser: Pick<Page, 'request'>, email: string) => Promise<void>;
  readonly appCode: (email: string) => Promise<string>;
}

/** Signs somebody of the staff in, and confirms the second factor at the page for it. */
export async function signInAsStaff(page: Page, email: string, { signIn, appCode }: Staff): Promise<void> {
  await signIn(page, email);
  await page.goto('/tweede-stap');
  await page.getByLabel('De zes cijfers uit uw app').fill(await appCode(email));
  await page.getByRole('button', { name: 'Bevestig', exact: true }).click();
  await expect(page.getByLabel('De zes cijfers uit uw app')).toHaveCount(0);
}

const NEIGHBOURS_VOTE = `
  with neighbour as (
    select a.id, p.district_id, p.id as proposal_id, r.id as round_id
    from proposal p
    join round r on r.district_id = p.district_id and r.state = 'open'
    join account a on a.id <> p.submitter_id and a.email like '%@voorbeeld.example'
    where p.number = $1 and not exists (select from vote v where v.district_id = p.district_id
      and v.proposal_id = p.id and v.resident_id = a.id)
    order by a.email limit $2
  ), cast_vote as (
    insert into vote (district_id, proposal_id, resident_id, choice, status, channel, cast_at, changed_at)
    select district_id, proposal_id, id, 'for', 'valid', 'online', now(), now() from neighbour
  )
  insert into ballot_ledger (district_id, proposal_id, resident_id, entry, choice, channel, round_id, recorded_at)
  select district_id, proposal_id, id, 'cast', 'for', 'online', round_id, now() from neighbour`;
