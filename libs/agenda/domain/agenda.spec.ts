import fc from 'fast-check';
import {
  AGENDA_ITEM_STATES,
  agendaItemTransition,
  planMeeting,
  promote,
  type AgendaItemVerb,
  type Meeting,
} from './index';

const ARROWS: Record<AgendaItemVerb, Partial<Record<string, string>>> = {
  schedule: { queued: 'scheduled' },
  move: { scheduled: 'scheduled' },
  'take-off': { scheduled: 'queued' },
  supersede: { queued: 'superseded', scheduled: 'superseded' },
  discuss: { scheduled: 'discussed' },
  decide: { discussed: 'decided' },
  'hold-over': { discussed: 'queued' },
  'follow-up': { decided: 'followed-up', 'followed-up': 'followed-up' },
};

describe('the lifecycle of an agenda item', () => {
  it.each(
    (Object.keys(ARROWS) as AgendaItemVerb[]).flatMap((verb) =>
      AGENDA_ITEM_STATES.map((s) => [verb, s] as const),
    ),
  )('draws or refuses: %s from %s', (verb, state) => {
    const to = ARROWS[verb][state];
    expect(agendaItemTransition(state, verb)).toEqual(
      to ? { ok: true, value: to } : { ok: false, refusal: 'agenda-transition-not-possible' },
    );
  });

  it('does not know verbs that it does not draw', () => {
    expect(() => agendaItemTransition('queued', 'skip' as AgendaItemVerb)).toThrow('Not foreseen');
  });
});

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
