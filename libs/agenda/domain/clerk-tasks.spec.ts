import { clerkTasks, type DeskFacts, type DeskItem, type DeskMeeting } from './index';

const now = new Date('2026-12-01T12:00:00Z');
const DAY = 86_400_000;
const inDays = (days: number): Date => new Date(now.getTime() + days * DAY);

const meeting = (more: Partial<DeskMeeting> = {}): DeskMeeting => ({
  id: 'meeting',
  startsAt: inDays(30),
  agendaDeadline: inDays(20),
  state: 'planned',
  publishedVersion: 1,
  hasChanges: false,
  ...more,
});
const item = (more: Partial<DeskItem> = {}): DeskItem => ({
  id: 'item',
  state: 'scheduled',
  meetingId: 'meeting',
  queuedAt: inDays(-20),
  hasContextNote: true,
  invitation: { state: 'accepted', askedAt: inDays(-20) },
  answerDueAt: inDays(72),
  lastToldAt: null,
  ...more,
});
const tasks = (facts: Partial<DeskFacts>) =>
  clerkTasks({ meetings: [], items: [], rounds: [], ...facts }, now);
const kinds = (facts: Partial<DeskFacts>) =>
  tasks(facts).map(({ kind, dueAt, isLate }) => [kind, (dueAt.getTime() - now.getTime()) / DAY, isLate]);

describe('what waits for the clerk', () => {
  it('is nothing where all is done, beside what comes by itself', () => {
    expect(
      kinds({ meetings: [meeting()], items: [item()], rounds: [{ number: 9, closesAt: inDays(7) }] }),
    ).toEqual([
      ['count-date', 7, false],
      ['meeting', 30, false],
    ]);
  });

  it('reaches no further than six weeks for what comes by itself', () => {
    expect(
      kinds({
        meetings: [meeting({ startsAt: inDays(43) })],
        rounds: [
          { number: 8, closesAt: inDays(-1) },
          { number: 9, closesAt: inDays(43) },
        ],
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'a winner waits',
      {},
      { state: 'queued', meetingId: null, queuedAt: inDays(-8) },
      ['plan-meeting', -1, true],
    ],
    ['no context note', {}, { hasContextNote: false }, ['context-note-missing', 23, false]],
    [
      'no answer',
      {},
      { invitation: { state: 'asked', askedAt: inDays(-6) } },
      ['invitation-unanswered', -1, true],
    ],
    [
      'no answer, with the meeting soon',
      { startsAt: inDays(2), agendaDeadline: inDays(1) },
      { invitation: { state: 'asked', askedAt: inDays(-1) } },
      ['invitation-unanswered', 2, false],
    ],
    ['an agenda to publish', { publishedVersion: null }, {}, ['agenda-not-published', 23, false]],
    [
      'an agenda to publish that closes late',
      { publishedVersion: null, agendaDeadline: inDays(29) },
      {},
      ['agenda-not-published', 29, false],
    ],
    ['an agenda that changed', { hasChanges: true }, {}, ['agenda-changed', 29, false]],
    ['a meeting to close', { startsAt: inDays(-2) }, {}, ['hold-meeting', -1, true]],
    [
      'an outcome to publish',
      { state: 'held', startsAt: inDays(-50) },
      { state: 'discussed', answerDueAt: inDays(-8) },
      ['outcome-missing', -8, true],
    ],
    [
      'silence for long',
      { state: 'held' },
      { state: 'followed-up', answerDueAt: null, lastToldAt: inDays(-80) },
      ['progress-missing', 10, false],
    ],
  ] as const)('shows: %s', (_what, ofMeeting, ofItem, expected) => {
    expect(kinds({ meetings: [meeting(ofMeeting)], items: [item(ofItem)] })).toContainEqual(expected);
  });

  it('does not ask for an agenda where nothing stands on it, nor for news that are recent', () => {
    expect(kinds({ meetings: [meeting({ publishedVersion: null, startsAt: inDays(50) })] })).toEqual([]);
    expect(kinds({ items: [item({ state: 'decided', meetingId: null, lastToldAt: inDays(-10) })] })).toEqual(
      [],
    );
  });

  it('names what each task is about, what is late first and then by date', () => {
    const facts = {
      meetings: [meeting({ startsAt: inDays(10), agendaDeadline: inDays(5) })],
      items: [
        item({ id: 'waits', state: 'queued', meetingId: null }),
        item({ hasContextNote: false, invitation: null }),
      ],
      rounds: [{ number: 9, closesAt: inDays(3) }],
    };
    expect(tasks(facts)).toEqual([
      {
        kind: 'plan-meeting',
        dueAt: inDays(-13),
        isLate: true,
        meetingId: null,
        itemId: 'waits',
        roundNumber: null,
      },
      {
        kind: 'context-note-missing',
        dueAt: inDays(3),
        isLate: false,
        meetingId: 'meeting',
        itemId: 'item',
        roundNumber: null,
      },
      {
        kind: 'count-date',
        dueAt: inDays(3),
        isLate: false,
        meetingId: 'meeting',
        itemId: null,
        roundNumber: 9,
      },
      {
        kind: 'meeting',
        dueAt: inDays(10),
        isLate: false,
        meetingId: 'meeting',
        itemId: null,
        roundNumber: null,
      },
    ]);
  });

  it('says where the winner of the next count will go, and that it waits where no agenda is open then', () => {
    const at = (closesAt: Date) =>
      tasks({ meetings: [meeting()], rounds: [{ number: 9, closesAt }] }).find(
        ({ kind }) => kind === 'count-date',
      )?.meetingId;
    expect(at(inDays(19))).toBe('meeting');
    expect(at(inDays(21))).toBeNull();
  });

  it('is nothing of a meeting that was held', () => {
    expect(kinds({ meetings: [meeting({ state: 'held', startsAt: inDays(-1) })] })).toEqual([]);
  });
});
