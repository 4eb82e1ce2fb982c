import fc from 'fast-check';
import { promote, type Meeting } from './index';

const countDate = new Date('2026-12-08T15:00:00Z');
const meeting = (
  id: string,
  startsAt: string,
  agendaDeadline: string,
  state: Meeting['state'] = 'planned',
): Meeting => ({
  id,
  startsAt: new Date(startsAt),
  agendaDeadline: new Date(agendaDeadline),
  state,
});

describe('the winner’s way onto the agenda', () => {
  const december = meeting('december', '2026-12-15T18:30:00Z', '2026-12-08T15:00:00Z');
  const january = meeting('january', '2027-01-05T18:30:00Z', '2026-12-29T12:00:00Z');
  const february = meeting('february', '2027-02-02T18:30:00Z', '2027-01-26T12:00:00Z');

  it('leads to the first meeting whose agenda deadline is still open', () => {
    expect(promote([february, january], countDate)).toEqual({ state: 'scheduled', meetingId: 'january' });
  });

  it('passes by a meeting whose deadline is the count date itself', () => {
    expect(promote([december, january], countDate)).toEqual({ state: 'scheduled', meetingId: 'january' });
  });

  it('passes by what was held or cancelled', () => {
    const cancelled = { ...january, state: 'cancelled' } as const;
    expect(promote([cancelled, february], countDate)).toEqual({ state: 'scheduled', meetingId: 'february' });
    expect(promote([{ ...january, state: 'held' }], countDate)).toEqual({ state: 'queued', meetingId: null });
  });

  it('waits in the queue where no meeting is planned', () => {
    expect(promote([], countDate)).toEqual({ state: 'queued', meetingId: null });
  });

  it('does not depend on the order in which meetings were planned', () => {
    const same = [
      meeting('b', '2027-01-05T18:30:00Z', '2026-12-29T12:00:00Z'),
      meeting('a', '2027-01-05T18:30:00Z', '2026-12-29T12:00:00Z'),
      february,
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(same, { minLength: 3 }), (meetings) => {
        expect(promote(meetings, countDate)).toEqual({ state: 'scheduled', meetingId: 'a' });
      }),
    );
  });
});
