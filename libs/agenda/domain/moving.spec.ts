import { moveItem, type Meeting } from './index';

const now = new Date('2026-12-01T12:00:00Z');
const meeting = (id: string, more: Partial<Meeting> = {}): Meeting => ({
  id,
  startsAt: new Date('2027-01-05T18:30:00Z'),
  agendaDeadline: new Date('2026-11-29T12:00:00Z'),
  state: 'planned',
  ...more,
});
const here = meeting('here');
const there = meeting('there');
const begun = { startsAt: now };

describe('moving an item', () => {
  it.each([
    [
      'to another meeting, also after its deadline',
      'scheduled',
      here,
      there,
      { verb: 'move', meetingId: 'there' },
    ],
    ['from the queue onto a meeting', 'queued', null, there, { verb: 'schedule', meetingId: 'there' }],
    ['into the queue', 'scheduled', here, null, { verb: 'take-off' }],
  ] as const)('leads %s', (_where, state, from, to, value) => {
    expect(moveItem(state, from, to, now)).toEqual({ ok: true, value });
  });

  it.each([
    ['to where it is', 'scheduled', here, here, 'agenda-transition-not-possible'],
    ['from the queue to the queue', 'queued', null, null, 'agenda-transition-not-possible'],
    ['after it was discussed', 'discussed', here, there, 'agenda-transition-not-possible'],
    ['where it was superseded', 'superseded', null, there, 'agenda-transition-not-possible'],
    ['off a meeting that has begun', 'scheduled', meeting('here', begun), null, 'meeting-has-started'],
    ['to a meeting that has begun', 'scheduled', here, meeting('there', begun), 'meeting-has-started'],
    [
      'to a meeting that is cancelled',
      'queued',
      null,
      meeting('there', { state: 'cancelled' }),
      'meeting-not-planned',
    ],
  ] as const)('is refused %s', (_why, state, from, to, refusal) => {
    expect(moveItem(state, from, to, now)).toEqual({ ok: false, refusal });
  });
});
