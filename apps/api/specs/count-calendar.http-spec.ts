import { SetRules } from '@buurtstem/districts-api';
import { DEFAULT_RULEBOOK, type RulebookSettings } from '@buurtstem/districts-domain';
import { CountRound, PlanRounds, ROUNDS_AHEAD } from '@buurtstem/voting-api';
import ICAL from 'ical.js';
import { West } from './west';

interface Planned {
  id: string;
  number: number;
  closes_at: Date;
  state: string;
  sequence: number;
}

describe('R4: the count dates of a district', () => {
  let west: West;
  beforeEach(async () => (west = await West.open()));
  afterEach(() => west.close());

  const rounds = async (): Promise<Planned[]> =>
    (await west.rows(
      'select id, number, closes_at, state, sequence from round order by number',
    )) as unknown as Planned[];
  const dayOf = ({ closes_at }: Planned): string =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Amsterdam',
      dateStyle: 'short',
      timeStyle: 'short',
    }).format(closes_at);
  const setRules = async (change: Partial<RulebookSettings>): Promise<void> => {
    const { voteLimits } = DEFAULT_RULEBOOK;
    await west.app
      .get(SetRules)
      .execute(west.districtId, { ...DEFAULT_RULEBOOK, voteLimits, threshold: 2, ...change });
    await west.app.get(PlanRounds).execute(west.districtId);
  };
  const lastWorkingDay = {
    kind: 'last-weekday-of-month',
    time: '12:00',
    timeZone: 'Europe/Amsterdam',
  } as const;
  const calendar = async () => {
    const response = await fetch(`${west.test.url}/api/v1/districts/west/count-dates-calendar`);
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const read = new ICAL.Component(
      ICAL.parse(await response.text()) as ConstructorParameters<typeof ICAL.Component>[0],
    );
    return {
      name: read.getFirstPropertyValue('x-wr-calname'),
      events: read.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)),
    };
  };

  it('are planned a year ahead, and planning again changes nothing', async () => {
    const before = await rounds();
    expect(before).toHaveLength(ROUNDS_AHEAD);
    await west.app.get(PlanRounds).execute(west.districtId);
    expect(await rounds()).toEqual(before);
  });

  it('move when the rules change: the open round stays, the others keep number and name, and say that they moved', async () => {
    const before = await rounds();
    await setRules({ countRule: lastWorkingDay });
    const after = await rounds();
    expect(after.map(({ id, number }) => [id, number])).toEqual(before.map(({ id, number }) => [id, number]));
    expect(after[0]).toEqual(before[0]);
    for (const round of after.slice(1)) {
      expect(dayOf(round)).toMatch(/^\d{4}-\d\d-(2\d|3[01]) 12:00$/);
      expect(round.sequence).toBe(1);
    }
    expect(new Set(after.map(dayOf)).size).toBe(ROUNDS_AHEAD);
    await setRules({ countRule: lastWorkingDay });
    expect((await rounds()).map(({ sequence }) => sequence)).toEqual(after.map(({ sequence }) => sequence));
  });

  it('may take the place that another leaves', async () => {
    const before = await rounds();
    const dates = before.slice(2).map(dayOf);
    await setRules({ countRule: { kind: 'list', dates, timeZone: 'Europe/Amsterdam' } });
    const after = await rounds();
    expect(after.slice(1).map(dayOf)).toEqual(dates);
    expect(after.at(-1)?.number).toBe(ROUNDS_AHEAD - 1);
  });

  it('keep out of the recess', async () => {
    await setRules({ recess: [{ from: '07-01', until: '08-31' }] });
    const months = (await rounds()).map((round) => dayOf(round).slice(5, 7));
    expect(months).toHaveLength(ROUNDS_AHEAD);
    expect(months).not.toContain('07');
    expect(months).not.toContain('08');
  });

  it('come to an end with a list: the district goes on without a round, and with new rules it has one again', async () => {
    const [open] = await rounds();
    await setRules({
      countRule: { kind: 'list', dates: ['2020-01-01 12:00'], timeZone: 'Europe/Amsterdam' },
    });
    expect((await rounds()).map(({ number, state }) => [number, state])).toEqual([[1, 'open']]);
    await west.moveClockTo(open!.closes_at);
    await west.app.get(CountRound).execute(west.districtId, 1);
    await west.app.get(PlanRounds).execute(west.districtId);

    const reader = west.test.browser();
    const district = await reader.get<{ currentRound: unknown }>('/districts/west');
    expect([district.status, district.body.currentRound]).toEqual([200, null]);
    for (const page of ['rounds', 'proposals', 'standings?limit=5', 'rulebook', 'count-dates-calendar'])
      expect([page, (await reader.get(`/districts/west/${page}`)).status]).toEqual([page, 200]);
    const plan = await west.proposal('Bankjes langs het Molenpad');
    expect(await west.vote(plan, await west.residents(1))).toEqual([{ ok: false, refusal: 'no-open-round' }]);

    await setRules({ countRule: lastWorkingDay });
    expect(await west.openRound()).toMatchObject({ number: 2, state: 'open' });
  });

  it('are followed by calendar programs: one event a count, under a name that stays, with what changed', async () => {
    const before = await calendar();
    expect(before.name).toBe('Telmomenten West');
    expect(before.events).toHaveLength(ROUNDS_AHEAD);
    const known = await rounds();
    expect(before.events.map(({ startDate }) => startDate.toJSDate().toISOString())).toHaveLength(
      ROUNDS_AHEAD,
    );
    expect(before.events[0]?.startDate.toString()).toBe(`${dayOf(known[0]!).replace(' ', 'T')}:00`);
    await setRules({ countRule: lastWorkingDay });
    const after = await calendar();
    expect(after.events.map(({ uid }) => uid)).toEqual(before.events.map(({ uid }) => uid));
    expect(after.events.map(({ sequence }) => sequence)).toEqual([0, ...Array<number>(11).fill(1)]);
    expect(new Set(after.events.map(({ uid }) => uid)).size).toBe(ROUNDS_AHEAD);
  });

  it('stay in the calendar for a year after the count', async () => {
    const [open] = await rounds();
    await west.moveClockTo(open!.closes_at);
    await west.app.get(CountRound).execute(west.districtId, 1);
    expect((await calendar()).events[0]?.summary).toBe('Buurtstem West: telling van ronde 1');
    await west.moveClockTo(new Date(open!.closes_at.getTime() + 367 * 86_400_000));
    expect((await calendar()).events[0]?.summary).toBe('Buurtstem West: telling van ronde 2');
  });
});
