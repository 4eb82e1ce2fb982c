import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type {
  Account,
  AgendaEntry,
  AgendaItem,
  ClerkTask,
  DraftAgenda,
  DraftEntry,
  Meeting,
  MeetingInvitation,
} from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import type { Role } from '@buurtstem/shared-domain';
import { SERVER_TIME } from '@buurtstem/ui';
import { showPage } from '@buurtstem/ui/testing';

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

/** A page in West, on the Sunday of the specs. */
export async function pageInWest(page: Type<unknown>, inputs: Record<string, unknown> = {}) {
  const shown = await showPage(page, {
    inputs,
    before: () => {
      TestBed.overrideProvider(SERVER_TIME, { useValue: Date.parse(NOW) });
      TestBed.inject(CurrentDistrict).choose('west');
    },
  });
  return {
    ...shown,
    read: (path: string, body: object) => shown.answer('GET', `${API}${path}`, body),
    write: (method: string, path: string, body: object | null) => shown.answer(method, `${API}${path}`, body),
    refused: (method: string, path: string, status: number, code: string, errors?: readonly object[]) =>
      shown.refuse(method, `${API}${path}`, status, { code, ...(errors ? { errors } : {}) }),
    signIn: (...roles: readonly Role[]) =>
      shown.answer('GET', '/api/v1/session', { account: anAccount(roles) }),
    /** What stands beside a field as wrong. */
    wrongAt: (label: string | RegExp) => {
      const field = shown.screen.getByLabelText(label);
      return document.getElementById(`${field.id}-fout`)?.textContent ?? '';
    },
    /** The text of everything with a role, without what is only there for layout. */
    texts: (role: string) => shown.screen.queryAllByRole(role).map(wordsIn),
    text: () => wordsIn(shown.fixture.nativeElement as HTMLElement),
  };
}

/** The words of an element as they are read: a space between its parts, no-break spaces as others. */
export function wordsIn(element: Element): string {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  while (texts.nextNode()) parts.push(texts.currentNode.textContent ?? '');
  return parts
    .join(' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ([.,:;?])/g, '$1')
    .trim();
}

function anAccount(roles: readonly Role[]): Account {
  return {
    id: 'u1',
    email: 'bram@voorbeeld.example',
    displayName: 'Bram Visser',
    roles: roles.map((role) => ({ district: 'west', role })),
    staffAccess: roles.length > 0 ? 'open' : 'none',
    household: { position: 1, limit: 1, others: [] },
  };
}
