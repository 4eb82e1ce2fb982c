import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { CasePage, CaseSummary, ModerationCase, ModerationSettings } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { SERVER_TIME } from '@buurtstem/ui';
import { showPage } from '@buurtstem/ui/testing';
import { fireEvent } from '@testing-library/dom';
import { CasePage as CaseOnPage } from './case-page';

/** When it is in the specs of the desk: a Sunday, a quarter to three in the afternoon in Amsterdam. */
export const NOW = '2026-11-29T13:45:00Z';
export const API = '/api/v1/districts/west';
export const QUEUE = `${API}/moderation-cases?view=queue`;
/** The beginning of the queue, beside a case. */
export const BESIDE = `${QUEUE}&limit=8`;
export const CASE = `${API}/moderation-cases/12`;
export const SETTINGS = `${API}/moderation-settings`;

/** Puts the desk in West at that moment; answers where the desk leads to. */
export function atTheDesk(): { ledTo: () => unknown[] | undefined } {
  TestBed.overrideProvider(SERVER_TIME, { useValue: Date.parse(NOW) });
  // jsdom knows no width; the desk is on a wide screen.
  window.matchMedia = () => ({ matches: true }) as MediaQueryList;
  TestBed.inject(CurrentDistrict).choose('west');
  // The pages that the desk leads to are not in a spec of one page.
  const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
  return { ledTo: () => navigate.mock.lastCall?.[0] as unknown[] | undefined };
}

/** Builders for the specs of the desk: one valid thing each, of which a spec changes what it is about. */
export function aSummary(changes: Partial<CaseSummary> = {}): CaseSummary {
  return {
    number: 12,
    state: 'open',
    subject: 'argument',
    isReply: true,
    origin: 'report',
    urgency: 'urgent',
    proposal: { number: 5, title: 'Geen auto’s in de Sluisstraat' },
    excerpt: 'Die familie op nummer 14',
    reports: 3,
    reasons: ['personal-data'],
    signals: ['phone-number'],
    openedAt: '2026-11-25T13:00:00Z',
    ageDays: 4,
    overdue: false,
    claim: null,
    interest: null,
    ...changes,
  };
}

/** Something new that nobody reported. */
export function aNewOne(number: number, changes: Partial<CaseSummary> = {}): CaseSummary {
  return aSummary({
    number,
    isReply: false,
    origin: 'new',
    urgency: 'new',
    excerpt: `Tekst ${number}`,
    reports: 0,
    reasons: [],
    signals: [],
    openedAt: '2026-11-29T08:40:00Z',
    ageDays: 0,
    ...changes,
  });
}

export function aPage(items: readonly CaseSummary[], changes: Partial<CasePage> = {}): CasePage {
  return {
    items: [...items],
    total: items.length,
    open: items.length,
    overdue: 0,
    appeals: 0,
    oldestOpenedAt: items[0]?.openedAt ?? null,
    next: null,
    ...changes,
  };
}

export const MY_CLAIM = { by: 'Samira El Idrissi', mine: true, until: '2026-11-29T14:02:00Z' } as const;
export const THEIR_CLAIM = { by: 'Bram Visser', mine: false, until: '2026-11-29T14:02:00Z' } as const;

export function aCase(changes: Partial<ModerationCase> = {}): ModerationCase {
  return {
    ...aSummary(),
    subjectId: '0197a1b2-0000-7000-8000-000000000001',
    text: {
      title: '',
      summary: '',
      body: 'Die familie op nummer 14 parkeert op de stoep. Bel ze: 06 12 34 56 78.',
    },
    original: null,
    pictureUrl: null,
    side: 'against',
    authorName: 'Ruud P.',
    writtenAt: '2026-11-25T20:14:00Z',
    earlierDecisions: 0,
    hints: [{ kind: 'phone-number', match: '06 12 34 56 78', place: 'body' }],
    filed: [
      {
        reason: 'personal-data',
        note: 'Dit is mijn nummer',
        byResident: true,
        reportedAt: '2026-11-26T09:00:00Z',
      },
      { reason: 'personal-data', note: '', byResident: true, reportedAt: '2026-11-26T08:00:00Z' },
      { reason: 'personal-data', note: '', byResident: false, reportedAt: '2026-11-26T07:00:00Z' },
    ],
    decisions: [],
    appeal: null,
    decidedFirst: false,
    merge: null,
    ...changes,
  };
}

/** A plan that residents call a duplicate, in the moderator's own hands. */
export function aDuplicate(changes: Partial<ModerationCase> = {}): ModerationCase {
  return aCase({
    subject: 'proposal',
    isReply: false,
    proposal: { number: 8, title: 'Waterpret op het Kersenplein' },
    subjectId: null,
    side: null,
    reasons: ['duplicate'],
    text: {
      title: 'Waterpret op het Kersenplein',
      summary: 'Een fontein voor kinderen.',
      body: 'Bel mij: 06 12 34 56 78. Er komt een fontein.',
    },
    claim: MY_CLAIM,
    ...changes,
  });
}

/** A case that was decided against the author. */
export function aDecidedCase(changes: Partial<ModerationCase> = {}): ModerationCase {
  return aCase({
    state: 'upheld',
    decisions: [
      {
        verdict: 'hide',
        reason: 'personal-data',
        message: 'Er staat een telefoonnummer in uw reactie.',
        decidedBy: 'Bram Visser',
        decidedAt: '2026-11-27T10:00:00Z',
      },
    ],
    ...changes,
  });
}

export function settings(changes: Partial<ModerationSettings> = {}): ModerationSettings {
  return { watchWords: [], templates: [], version: 0, ...changes };
}

/** The page of case 12, with what waits beside it. */
export async function casePage(
  one: ModerationCase,
  { waiting = [], own = settings() }: { waiting?: readonly CaseSummary[]; own?: ModerationSettings } = {},
) {
  let desk!: ReturnType<typeof atTheDesk>;
  const shown = await showPage(CaseOnPage, { inputs: { case: '12' }, before: () => (desk = atTheDesk()) });
  await shown.answer('GET', CASE, one);
  await shown.answer('GET', BESIDE, aPage(waiting));
  await shown.answer('GET', SETTINGS, own);
  const { screen, settle } = shown;
  return {
    ...shown,
    ...desk,
    message: () => (screen.getByLabelText('Bericht aan de schrijver') as HTMLTextAreaElement).value,
    choose: async (name: string | RegExp) => {
      fireEvent.click(screen.getByRole('radio', { name }));
      await settle();
    },
    chosen: () =>
      screen
        .getAllByRole('radio')
        .filter((radio) => (radio as HTMLInputElement).checked)
        .map((radio) => radio.closest('label')?.querySelector('span')?.textContent),
    key: async (pressed: string) => {
      fireEvent.keyDown(document.activeElement ?? document.body, { key: pressed });
      await settle();
    },
    /** The message that stands beside a field as its error. */
    errorOf: (label: string) => {
      const control = screen.getByLabelText(label);
      const error = document.getElementById(`${control.id}-fout`);
      return control.getAttribute('aria-invalid') === 'true' ? (error?.textContent?.trim() ?? null) : null;
    },
  };
}
