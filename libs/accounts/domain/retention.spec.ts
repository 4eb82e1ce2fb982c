import { daysBefore, INVITATION_DAYS, invitationExpiry, monthsBefore, RETENTION_DAYS } from './index';

const at = (iso: string) => new Date(iso);

describe('how long something is kept', () => {
  it('S21: is at most thirty days for connections and seven for what nobody confirmed', () => {
    expect(RETENTION_DAYS['vote-origins']).toBeLessThanOrEqual(30);
    expect(RETENTION_DAYS['audit-origins']).toBeLessThanOrEqual(30);
    expect(RETENTION_DAYS['report-origins']).toBeLessThanOrEqual(30);
    expect(RETENTION_DAYS['sign-in-requests']).toBeLessThanOrEqual(7);
    expect(RETENTION_DAYS['staff-invitations']).toBeLessThanOrEqual(7);
  });

  it('counts days of twenty-four hours', () => {
    expect(daysBefore(at('2026-03-30T10:00:00Z'), 30)).toEqual(at('2026-02-28T10:00:00Z'));
  });

  it.each([
    ['2026-11-24T10:15:00Z', 24, '2024-11-24T10:15:00Z'],
    ['2026-03-31T10:15:00Z', 1, '2026-02-28T10:15:00Z'],
    ['2024-03-31T10:15:00Z', 1, '2024-02-29T10:15:00Z'],
    ['2026-01-15T00:00:00Z', 6, '2025-07-15T00:00:00Z'],
    ['2026-12-31T23:59:59Z', 6, '2026-06-30T23:59:59Z'],
    ['2026-06-15T08:00:00Z', 0, '2026-06-15T08:00:00Z'],
  ])('%s less %i months is %s', (now, months, before) => {
    expect(monthsBefore(at(now), months)).toEqual(at(before));
  });

  it('gives an invitation a week', () => {
    expect(INVITATION_DAYS).toBe(7);
    expect(invitationExpiry(at('2026-11-24T10:00:00Z'))).toEqual(at('2026-12-01T10:00:00Z'));
  });
});
