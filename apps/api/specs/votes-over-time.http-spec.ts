import type { ResidentId } from '@buurtstem/shared-domain';
import { West } from './west';

interface Days {
  days: { day: string; votesFor: number; votesAgainst: number }[];
}

const DAY = 86_400_000;
const day = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }).format(instant);

describe('the votes of a proposal over time', () => {
  let west: West;
  let number: number;
  let residents: ResidentId[];
  const [threeDaysAgo, yesterday, today] = [
    new Date(Date.now() - 3 * DAY),
    new Date(Date.now() - DAY),
    new Date(),
  ];

  afterEach(() => west.close());

  const begin = async (identityLevel: 0 | 1 = 0): Promise<void> => {
    west = await West.open({ identityLevel });
    number = await west.proposal('Bankjes langs het Molenpad', threeDaysAgo);
    residents = await west.residents(3);
  };
  /** Time in the ledger cannot be changed, so its lines are written where it takes days. */
  const line = (who: number, entry: string, choice: string, at: Date) =>
    west.rows(
      `insert into ballot_ledger (district_id, proposal_id, resident_id, entry, choice, channel, round_id, recorded_at)
       select $1, p.id, $2, $3, $4, 'online', r.id, $5
       from proposal p, round r where p.number = $6 and r.district_id = $1 and r.state = 'open'`,
      [west.districtId, residents[who], entry, choice, at, number],
    );
  const ballot = (who: number, choice: string, status = 'valid') =>
    west.rows(
      `insert into vote (district_id, proposal_id, resident_id, choice, channel, status, cast_at, changed_at)
       select $1, id, $2, $3, 'online', $4, now(), now() from proposal where number = $5`,
      [west.districtId, residents[who], choice, status, number],
    );
  const read = async (of = number) => {
    const { status, body } = await west.test
      .browser()
      .get<Days>(`/districts/west/proposals/${of}/votes-over-time`);
    return { status, days: (body.days ?? []).map((one) => [one.day, one.votesFor, one.votesAgainst]) };
  };

  it('says what stood at the end of each day: a vote changed, one withdrawn, and days on which nobody voted', async () => {
    await begin();
    await line(0, 'cast', 'for', threeDaysAgo);
    await line(1, 'cast', 'for', threeDaysAgo);
    await line(2, 'cast', 'against', threeDaysAgo);
    await line(1, 'changed', 'against', yesterday);
    await line(2, 'withdrawn', 'none', today);
    await ballot(0, 'for');
    await ballot(1, 'against');
    await ballot(2, 'none');
    expect((await read()).days).toEqual([
      [day(threeDaysAgo), 2, 1],
      [day(new Date(Date.now() - 2 * DAY)), 2, 1],
      [day(yesterday), 1, 2],
      [day(today), 1, 1],
    ]);
  });

  it('ends at the standing itself, as votes come in', async () => {
    await begin();
    await west.vote(number, residents.slice(0, 2));
    await west.vote(number, residents.slice(2), 'against');
    const { body } = await west.test
      .browser()
      .get<{ votesFor: number; votesAgainst: number }>(`/districts/west/proposals/${number}/standing`);
    expect((await read()).days.at(-1)).toEqual([day(today), body.votesFor, body.votesAgainst]);
    expect(body).toMatchObject({ votesFor: 2, votesAgainst: 1 });
  });

  it('tells nothing of votes that are held or declared invalid, as the standing does not', async () => {
    await begin();
    await west.vote(number, residents);
    await west.rows(`update vote set status = 'held' where resident_id = $1`, [residents[0]]);
    await west.rows(`update vote set status = 'invalidated' where resident_id = $1`, [residents[1]]);
    expect((await read()).days.at(-1)).toEqual([day(today), 1, 0]);
  });

  it('counts a vote from the day on which its resident showed who they are', async () => {
    await begin(1);
    await line(0, 'cast', 'for', threeDaysAgo);
    await line(1, 'cast', 'for', threeDaysAgo);
    await ballot(0, 'for');
    await ballot(1, 'for');
    await west.rows(
      `insert into identity_proof (district_id, account_id, level, method, proven_at) values ($1, $2, 1, 'letter', $3)`,
      [west.districtId, residents[0], yesterday],
    );
    expect((await read()).days.map(([, votesFor]) => votesFor)).toEqual([0, 0, 1, 1]);
  });

  it('ends at the last vote of a proposal that nobody can vote on any more', async () => {
    await begin();
    await line(0, 'cast', 'for', yesterday);
    await ballot(0, 'for');
    await west.rows(`update proposal set state = 'closed' where number = $1`, [number]);
    expect((await read()).days.at(-1)).toEqual([day(yesterday), 1, 0]);
  });

  it('is one point for a proposal without votes', async () => {
    await begin();
    const fresh = await west.proposal('Licht op het pad');
    expect((await read(fresh)).days).toEqual([[day(today), 0, 0]]);
  });

  it('does not exist where its proposal is not to be seen', async () => {
    await begin();
    await west.rows('update proposal set hidden = true');
    expect((await read()).status).toBe(404);
    expect((await read(999)).status).toBe(404);
  });
});
