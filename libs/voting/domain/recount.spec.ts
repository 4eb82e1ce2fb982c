import { mayRecount, recountReason, takesPartAgain } from './index';

const now = new Date('2026-12-20T12:00:00Z');
const later = new Date('2026-12-20T12:00:01Z');

describe('a recount', () => {
  it('has no reason that nobody foresaw', () => {
    expect(() => recountReason({ kind: 'mood' } as never)).toThrow('Not foreseen');
  });

  it.each([
    ['nobody won', null],
    ['the winner waits in the queue', { itemState: 'queued', meetingStartsAt: null }],
    ['the winner’s meeting is ahead', { itemState: 'scheduled', meetingStartsAt: later }],
  ] as const)('may be while %s', (_when, winner) => {
    expect(mayRecount({ isLatest: true, winner }, now)).toEqual({ ok: true, value: true });
  });

  it.each([
    ['it is not the latest count', false, null],
    ['the winner’s meeting begins now', true, { itemState: 'scheduled', meetingStartsAt: now }],
    ['the winner was discussed', true, { itemState: 'discussed', meetingStartsAt: now }],
    ['the committee decided', true, { itemState: 'decided', meetingStartsAt: now }],
    ['work on it began', true, { itemState: 'followed-up', meetingStartsAt: now }],
    ['it was put aside', true, { itemState: 'superseded', meetingStartsAt: null }],
  ] as const)('is too late when %s', (_when, isLatest, winner) => {
    expect(mayRecount({ isLatest, winner }, now)).toEqual({ ok: false, refusal: 'recount-too-late' });
  });

  it.each([
    ['open', false, true],
    ['closed', false, true],
    ['won', false, true],
    ['on-agenda', false, true],
    ['withdrawn', false, false],
    ['merged', false, false],
    ['open', true, false],
    ['on-agenda', true, false],
  ])('takes a candidate that is now %s (hidden: %s): %s', (state, hidden, takesPart) => {
    expect(takesPartAgain({ state, hidden })).toBe(takesPart);
  });

  it.each([
    [
      { kind: 'invalidated', votes: 7, proposalNumber: 3, reason: 'Van één adres.' },
      'Na de telling zijn 7 stemmen op plan 3 ongeldig verklaard. De reden: Van één adres.',
    ],
    [
      { kind: 'invalidated', votes: 1, proposalNumber: 3, reason: 'Dubbel.' },
      'Na de telling is 1 stem op plan 3 ongeldig verklaard. De reden: Dubbel.',
    ],
    [
      { kind: 'reinstated', votes: 2, proposalNumber: 3, reason: 'Een buurtfeest.' },
      '2 stemmen op plan 3 tellen weer mee. De reden: Een buurtfeest.',
    ],
    [
      { kind: 'reinstated', votes: 1, proposalNumber: 3, reason: 'Een buurtfeest.' },
      '1 stem op plan 3 telt weer mee. De reden: Een buurtfeest.',
    ],
    [
      { kind: 'released', votes: 2, proposalNumber: 3 },
      '2 stemmen op plan 3 waren bij de telling in onderzoek. Deze stemmen tellen nu mee.',
    ],
    [
      { kind: 'released', votes: 1, proposalNumber: 3 },
      '1 stem op plan 3 was bij de telling in onderzoek. Deze stem telt nu mee.',
    ],
  ] as const)('says why: %j', (cause, words) => {
    expect(recountReason(cause)).toBe(words);
  });
});
