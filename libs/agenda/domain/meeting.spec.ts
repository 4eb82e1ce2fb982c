import { cancelMeeting, changeMeeting, holdMeeting, mayArrange, planMeeting, type Meeting } from './index';

describe('planning a meeting', () => {
  const now = new Date('2026-12-01T12:00:00Z');
  const plan = {
    startsAt: new Date('2027-01-05T18:30:00Z'),
    agendaDeadline: new Date('2026-12-29T12:00:00Z'),
  };

  it.each([
    ['in the past', { ...plan, startsAt: now }, [], 'meeting-in-the-past'],
    [
      'with a deadline after its start',
      { ...plan, agendaDeadline: plan.startsAt },
      [],
      'deadline-after-meeting',
    ],
    [
      'at the same time as another',
      plan,
      [{ startsAt: plan.startsAt, state: 'planned' }],
      'meeting-at-same-time',
    ],
  ] as const)('is refused %s', (_why, asked, others, refusal) => {
    expect(planMeeting(asked, others, now)).toEqual({ ok: false, refusal });
  });

  it('may take the time of a cancelled one', () => {
    expect(planMeeting(plan, [{ startsAt: plan.startsAt, state: 'cancelled' }], now).ok).toBe(true);
    expect(planMeeting(plan, [{ startsAt: now, state: 'planned' }], now).ok).toBe(true);
  });
});

const now = new Date('2026-12-01T12:00:00Z');
const january: Meeting = {
  id: 'january',
  startsAt: new Date('2027-01-05T18:30:00Z'),
  agendaDeadline: new Date('2026-12-29T12:00:00Z'),
  state: 'planned',
};

describe('changing a meeting', () => {
  const later = { ...january, startsAt: new Date('2027-01-06T18:30:00Z') };

  it.each([
    ['that was held', { ...january, state: 'held' }, later, [], 'meeting-not-planned'],
    ['that was cancelled', { ...january, state: 'cancelled' }, later, [], 'meeting-not-planned'],
    ['that has begun', { ...january, startsAt: now }, later, [], 'meeting-has-started'],
    ['to an hour that is over', january, { ...later, startsAt: now }, [], 'meeting-in-the-past'],
    [
      'to a deadline after its start',
      january,
      { ...later, agendaDeadline: later.startsAt },
      [],
      'deadline-after-meeting',
    ],
    [
      'to the hour of another',
      january,
      later,
      [{ startsAt: later.startsAt, state: 'planned' }],
      'meeting-at-same-time',
    ],
  ] as const)('is refused %s', (_why, meeting, wanted, others, refusal) => {
    expect(changeMeeting(meeting, wanted, others, now)).toEqual({ ok: false, refusal });
  });

  it('tells whether the hour changes, and whether the agenda opens again', () => {
    expect(changeMeeting(january, later, [], now)).toEqual({
      ok: true,
      value: { isAtAnotherTime: true, opensAgain: false },
    });
    expect(changeMeeting(january, january, [], now)).toEqual({
      ok: true,
      value: { isAtAnotherTime: false, opensAgain: false },
    });
    expect(changeMeeting({ ...january, agendaDeadline: now }, january, [], now)).toEqual({
      ok: true,
      value: { isAtAnotherTime: false, opensAgain: true },
    });
    const closed = { ...january, agendaDeadline: now };
    expect(changeMeeting(closed, closed, [], now)).toMatchObject({ value: { opensAgain: false } });
  });
});

describe('the end of a meeting', () => {
  it('comes by holding it, not before it has begun', () => {
    expect(holdMeeting(january, now)).toEqual({ ok: false, refusal: 'outcome-before-discussion' });
    expect(holdMeeting(january, january.startsAt)).toEqual({ ok: true, value: 'held' });
    expect(holdMeeting({ ...january, state: 'held' }, january.startsAt)).toEqual({
      ok: false,
      refusal: 'meeting-not-planned',
    });
  });

  it('comes by cancelling it, once', () => {
    expect(cancelMeeting(january)).toEqual({ ok: true, value: 'cancelled' });
    for (const state of ['held', 'cancelled'] as const)
      expect(cancelMeeting({ state })).toEqual({ ok: false, refusal: 'meeting-not-planned' });
  });

  it('closes its agenda', () => {
    expect(mayArrange(january, now).ok).toBe(true);
    expect(mayArrange(january, january.startsAt)).toEqual({ ok: false, refusal: 'meeting-has-started' });
    expect(mayArrange({ ...january, state: 'cancelled' }, now)).toEqual({
      ok: false,
      refusal: 'meeting-not-planned',
    });
  });
});
