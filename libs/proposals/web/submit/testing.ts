import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterOutlet, withComponentInputBinding } from '@angular/router';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { fireEvent, within } from '@testing-library/dom';
import { Visitor } from '@buurtstem/accounts-web';
import { anAccount } from '@buurtstem/accounts-web/testing';
import type { Account, District } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { proposalsRoutes } from '../routes';
// The route loads it when it is needed; in the specs it is read before the first test starts.
import '../submit-page';

@Component({ imports: [RouterOutlet], selector: 'bs-test-site', template: '<router-outlet />' })
class Site {}
@Component({ selector: 'bs-test-page', template: '' })
class AnyPage {}

export const WEST = '/api/v1/districts/west';
export const PROPOSALS = `${WEST}/proposals`;
export const TITLE = 'Een bankje bij de bushalte';
export const SUMMARY = 'Dan kunnen oudere mensen zitten terwijl zij wachten.';
export const BODY = 'In de Molenstraat staat geen enkel bankje. '.repeat(5).trim();
export const ANS = anAccount({ displayName: 'Ans' });
const DISTRICT = {
  slug: 'west',
  name: 'West',
  municipality: 'Voorbeeldstad',
  theme: 'west',
  neighbourhoods: [{ slug: 'molenwijk', name: 'Molenwijk' }],
  proposalThemes: [{ slug: 'groen', name: 'Groen' }],
  currentRound: null,
  rulebookVersion: 1,
  openProposals: 1,
} satisfies District;

/** The draft as the API answers it. */
export const draft = (changes: object = {}) => ({
  number: 41,
  state: 'draft',
  mine: true,
  version: 1,
  kind: 'plan',
  title: TITLE,
  summary: '',
  body: '',
  neighbourhood: null,
  theme: null,
  place: null,
  pictures: [],
  ...changes,
});

/** What the device kept of an earlier visit. */
export function kept(changes: object = {}): void {
  const value = {
    kind: 'plan',
    title: TITLE,
    summary: SUMMARY,
    body: BODY,
    neighbourhood: '',
    theme: '',
    place: null,
    server: null,
    isUnsent: true,
    mark: 'earlier',
    ...changes,
  };
  localStorage.setItem('buurtstem.plan', JSON.stringify({ at: Date.now(), value }));
}
/** What the device keeps now. */
export const onDevice = () => JSON.parse(localStorage.getItem('buurtstem.plan') ?? 'null')?.value;

/** The wizard at an address, with what a person and the API can do to it. */
export async function wizard(address = '/west/indienen', account: Account | null = ANS) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter(
        [
          { path: 'west', children: proposalsRoutes },
          { path: '**', component: AnyPage },
        ],
        withComponentInputBinding(),
      ),
    ],
  });
  TestBed.inject(CurrentDistrict).choose('west');
  const http = TestBed.inject(HttpTestingController);
  const router = TestBed.inject(Router);
  const fixture = TestBed.createComponent(Site);
  document.body.append(fixture.nativeElement);
  const settle = async () => {
    for (let turn = 0; turn < 6; turn++) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
      for (const read of http.match(WEST)) read.flush(DISTRICT);
      for (const read of http.match(`${WEST}/map`)) read.flush({ areas: [] });
      for (const read of http.match(({ url }) => url === `${WEST}/similar-proposals`))
        if (!read.cancelled) read.flush({ items: [] });
    }
  };
  TestBed.inject(Visitor);
  await router.navigateByUrl(address);
  fixture.detectChanges();
  TestBed.tick();
  for (const session of http.match('/api/v1/session')) session.flush({ account });
  await settle();
  const screen = within(fixture.nativeElement as HTMLElement);
  return {
    http,
    router,
    screen,
    settle,
    heading: () => screen.getByRole('heading', { level: 1 }).textContent?.trim(),
    field: () => screen.getByRole<HTMLInputElement>('textbox'),
    fill: async (text: string) => {
      fireEvent.input(screen.getByRole('textbox'), { target: { value: text } });
      await settle();
    },
    press: async (name: string | RegExp) => {
      fireEvent.click(screen.getByRole('button', { name }));
      await settle();
    },
    follow: async (name: string | RegExp) => {
      fireEvent.click(screen.getByRole('link', { name }));
      await settle();
    },
    saved: async (method: 'POST' | 'PATCH', body: object) => {
      const request = http.expectOne({ method, url: method === 'POST' ? PROPOSALS : `${PROPOSALS}/41` });
      request.flush(body);
      await settle();
      return request.request.body;
    },
    refused: async (method: string, url: string, status: number, problem: object) => {
      http.expectOne({ method, url }).flush(problem, { status, statusText: 'Refused' });
      await settle();
    },
    lost: async (method: string, url: string) => {
      http.expectOne({ method, url }).error(new ProgressEvent('error'));
      await settle();
    },
    said: () =>
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent?.trim())
        .join(' '),
  };
}
