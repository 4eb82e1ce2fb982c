import type {
  AgendaEntry,
  AgendaItem,
  ClerkTask,
  DraftAgenda,
  DraftEntry,
  Meeting,
  MeetingInvitation,
} from '@buurtstem/contract';

/** When it is in the specs of this room: a Sunday afternoon. */
export const NOW = '2026-11-29T13:45:00Z';
export const API = '/api/v1/districts/west';
export const MEETING = '11111111-1111-4111-8111-111111111111';
export const LATER = '22222222-2222-4222-8222-222222222222';

/** Builders for the specs of this room: one valid thing each, of which a spec changes what it is about. */
export function anItem({
  proposalState,
  ...changes
}: Partial<AgendaItem> & { proposalState?: AgendaItem['proposal']['state'] } = {}): AgendaItem {
  return {
    id: 'i1',
    state: 'scheduled',
    title: 'Een groen schoolplein dat altijd open is',
    proposalNumber: 3,
    roundNumber: 1,
    meeting: { id: MEETING, startsAt: '2026-12-01T18:30:00Z', place: 'Buurthuis De Loods' },
    minutes: 45,
    outcome: null,
    outcomes: [],
    contextNote: null,
    changes: [],
    answerDueAt: '2027-01-12T18:30:00Z',
    progress: [],
    proposal: {
      state: proposalState ?? 'on-agenda',
      summary: 'Maak het plein groen en laat het hek open.',
      submitterName: 'Noor El Amrani',
      votesFor: 164,
      votesAgainst: 12,
      picture: null,
      neighbourhood: null,
    },
    ...changes,
  };
}

export function aPoint(changes: Partial<AgendaEntry> = {}): AgendaEntry {
  return {
    kind: 'point',
    id: 'p1',
    title: 'Opening',
    minutes: 5,
    startsAt: '2026-12-01T18:30:00Z',
    item: null,
    ...changes,
  };
}

/** The line of a winner on an agenda. */
export function aWinner(item: AgendaItem = anItem(), changes: Partial<AgendaEntry> = {}): AgendaEntry {
  return {
    kind: 'item',
    id: item.id,
    title: item.title,
    minutes: item.minutes,
    startsAt: '2026-12-01T18:35:00Z',
    item,
    ...changes,
  };
}

export function aMeeting(changes: Partial<Meeting> = {}): Meeting {
  const entries = changes.entries ?? [aPoint(), aWinner()];
  return {
    id: MEETING,
    startsAt: '2026-12-01T18:30:00Z',
    agendaDeadline: '2026-11-20T11:00:00Z',
    place: 'Buurthuis De Loods, Havenkade 12',
    contact: 'Bram Visser, 088 123 45 67',
    state: 'planned',
    reason: '',
    sequence: 0,
    published: { version: 1, publishedAt: '2026-11-21T09:00:00Z', note: '' },
    entries,
    items: entries.flatMap(({ item }) => (item ? [item] : [])),
    ...changes,
  };
}

export function aDraftEntry(changes: Partial<DraftEntry> = {}): DraftEntry {
  return { ...aPoint(), submitter: null, ...changes };
}

export function aDraft(changes: Partial<DraftAgenda> = {}): DraftAgenda {
  return {
    revision: 4,
    entries: [
      aDraftEntry(),
      aDraftEntry({
        ...aWinner(),
        submitter: {
          state: 'accepted',
          delegateName: '',
          needs: 'Een scherm',
          askedAt: '2026-11-10T15:00:00Z',
          answeredAt: '2026-11-12T10:00:00Z',
          attended: null,
        },
      }),
      aDraftEntry({ id: 'p2', title: 'Rondvraag', minutes: 20, startsAt: '2026-12-01T19:20:00Z' }),
    ],
    endsAt: '2026-12-01T19:40:00Z',
    publishedVersion: null,
    hasChanges: true,
    ...changes,
  };
}

export function aTask(changes: Partial<ClerkTask> = {}): ClerkTask {
  return {
    kind: 'meeting',
    dueAt: '2026-12-01T18:30:00Z',
    isLate: false,
    meeting: { id: MEETING, startsAt: '2026-12-01T18:30:00Z', place: 'Buurthuis De Loods' },
    item: null,
    proposalNumber: null,
    title: '',
    roundNumber: null,
    ...changes,
  };
}

export function anInvitation(changes: Partial<MeetingInvitation> = {}): MeetingInvitation {
  return {
    state: 'asked',
    title: 'Een groen schoolplein dat altijd open is',
    proposalNumber: 3,
    startsAt: '2026-12-01T18:30:00Z',
    itemStartsAt: '2026-12-01T18:35:00Z',
    minutes: 45,
    place: 'Buurthuis De Loods, Havenkade 12',
    contact: 'Bram Visser, 088 123 45 67',
    meeting: MEETING,
    isOpen: true,
    delegateName: '',
    needs: '',
    answeredAt: null,
    ...changes,
  };
}
