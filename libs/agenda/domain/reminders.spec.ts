import { arePapersDue, isUnanswered, reminderDue } from './index';

const startsAt = new Date('2027-01-15T18:30:00Z');
const planned = { startsAt, state: 'planned' } as const;
const HOUR = 3_600_000;
const before = (days: number, hours = 0): Date =>
  new Date(startsAt.getTime() - days * 24 * HOUR - hours * HOUR);
const asked = { state: 'accepted', askedAt: before(30) } as const;

describe('the reminders of the submitter', () => {
  it.each([
    [before(7, 1), null],
    [before(7), 'week'],
    [before(1, 1), 'week'],
    [before(1), 'day'],
    [before(0, 1), 'day'],
    [startsAt, null],
  ] as const)('at %s: %s', (now, reminder) => {
    expect(reminderDue(asked, planned, now)).toBe(reminder);
  });

  it('leave out what the invitation has just said', () => {
    expect(reminderDue({ ...asked, askedAt: before(6) }, planned, before(5))).toBeNull();
    expect(reminderDue({ ...asked, askedAt: before(6) }, planned, before(0, 5))).toBe('day');
    expect(reminderDue({ ...asked, askedAt: before(0, 20) }, planned, before(0, 5))).toBeNull();
  });

  it.each(['declined', 'lapsed'] as const)('do not go to who %s', (state) => {
    expect(reminderDue({ ...asked, state }, planned, before(1))).toBeNull();
  });

  it('end with the plan to meet', () => {
    expect(reminderDue(asked, { startsAt, state: 'cancelled' }, before(1))).toBeNull();
  });
});

describe('what others are reminded of', () => {
  it('clerks: nobody answered for five days', () => {
    const silent = { state: 'asked', askedAt: before(10) } as const;
    expect(isUnanswered(silent, planned, before(5, 1))).toBe(false);
    expect(isUnanswered(silent, planned, before(5))).toBe(true);
    expect(isUnanswered(silent, planned, startsAt)).toBe(false);
    expect(isUnanswered({ ...silent, state: 'accepted' }, planned, before(5))).toBe(false);
  });

  it('the committee: the papers, two days before', () => {
    expect(arePapersDue(planned, before(2, 1))).toBe(false);
    expect(arePapersDue(planned, before(2))).toBe(true);
    expect(arePapersDue(planned, startsAt)).toBe(false);
    expect(arePapersDue({ startsAt, state: 'held' }, before(2))).toBe(false);
  });
});
