import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { fireEvent, waitFor, within } from '@testing-library/dom';
import { Visitor } from '@buurtstem/accounts-web';
import { anAccount } from '@buurtstem/accounts-web/testing';
import type { MyVote, Proposal, Session } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { Ballot, moved } from './ballot';
import { aDistrict, aProposal, aRulebook, aVote } from './testing';

@Component({ selector: 'bs-test-page', template: '' })
class AnyPage {}

const ANS: Session = { account: anAccount({ displayName: 'Ans' }) };
const vote = (choice: MyVote['choice'], status?: MyVote['status']): MyVote =>
  aVote(choice, status && { status });
const VOTE = '/api/v1/districts/west/proposals/5/my-vote';

/** The ballot of one plan as `session` sees it, with the API played by the spec. */
async function ballot(
  session: Session,
  mine: MyVote = vote(null),
  changes: Partial<Proposal> = {},
  said: { said?: string; wait?: string } = {},
) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: '**', component: AnyPage }]),
    ],
  });
  TestBed.inject(CurrentDistrict).choose('west');
  const http = TestBed.inject(HttpTestingController);
  const visitor = TestBed.inject(Visitor);
  const fixture = TestBed.createComponent(Ballot);
  fixture.componentRef.setInput('proposal', aProposal(changes));
  for (const [name, value] of Object.entries(said)) fixture.componentRef.setInput(name, value);
  document.body.append(fixture.nativeElement);
  fixture.detectChanges();
  http.expectOne('/api/v1/session').flush(session);
  http.expectOne('/api/v1/districts/west').flush(aDistrict());
  http.expectOne('/api/v1/districts/west/rulebook').flush(aRulebook());
  await waitFor(() => expect(visitor.session.hasValue()).toBe(true));
  fixture.detectChanges();
  for (const asked of http.match({ method: 'GET', url: VOTE })) asked.flush(mine);
  await fixture.whenStable();
  return { fixture, http, screen: within(fixture.nativeElement as HTMLElement) };
}

const FRAME = join(__dirname, '../../../apps/web/src/index.html');

/** The page as the server sent it, in its frame, with nothing of it running yet. */
function openUntouched({ innerHTML }: HTMLElement) {
  document.body.innerHTML = innerHTML;
  const script = document.createElement('script');
  script.textContent = /<script>([^]+)<\/script>/.exec(readFileSync(FRAME, 'utf8'))?.[1] ?? '';
  document.body.append(script);
  const sent: string[] = [];
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    sent.push((event.target as HTMLFormElement).method);
  };
  document.body.querySelector('form')?.addEventListener('submit', send);
  return { sent, screen: within(document.body) };
}

describe('the ballot', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());

  it('says why a form without scripts was refused, until a vote is sent from here', async () => {
    const { fixture, http, screen } = await ballot(
      ANS,
      vote(null),
      {},
      { said: 'too-many-requests', wait: '240' },
    );
    expect(screen.getByRole('alert').textContent).toMatch(/Probeer het over 4\sminuten weer/);
    expect(screen.queryByRole('button', { name: 'Probeer het opnieuw' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Voor' }));
    http.expectOne({ method: 'PUT', url: VOTE }).flush(vote('for'));
    await fixture.whenStable();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says that a vote was withdrawn without scripts', async () => {
    const { screen } = await ballot(ANS, vote(null), {}, { said: 'ingetrokken' });
    expect(screen.getByRole('status').textContent).toMatch(/Uw stem is ingetrokken/);
  });

  it.each([
    ['who still votes', ANS, vote('for')],
    ['who is not signed in', { account: null }, vote(null)],
  ])('does not say so because an address says so, to %s', async (_, session, mine) => {
    const { screen } = await ballot(session, mine, {}, { said: 'ingetrokken' });
    expect(screen.getByRole('status').textContent).not.toMatch(/ingetrokken/);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('sets the vote with PUT, says so, and moves the number at once', async () => {
    const { fixture, http, screen } = await ballot(ANS);
    fireEvent.click(screen.getByRole('button', { name: 'Voor' }));
    const request = http.expectOne({ method: 'PUT', url: VOTE });
    expect(request.request.body).toEqual({ choice: 'for' });
    request.flush(vote('for'));
    await fixture.whenStable();
    expect(screen.getByRole('button', { name: 'Voor', pressed: true })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toMatch(/Uw stem is binnen en telt mee/);
    expect(screen.getByText('88')).toBeTruthy();
  });

  it('withdraws with DELETE, and takes the vote off the number', async () => {
    const { fixture, http, screen } = await ballot(ANS, vote('for'));
    fireEvent.click(screen.getByRole('button', { name: 'Trek mijn stem in' }));
    http.expectOne({ method: 'DELETE', url: VOTE }).flush(vote(null));
    await fixture.whenStable();
    expect(screen.getByRole('status').textContent).toMatch(/Uw stem is ingetrokken/);
    expect(screen.getByText('86')).toBeTruthy();
  });

  it('says that the vote is not in when the API is busy, and sends the same vote again on request', async () => {
    const { fixture, http, screen } = await ballot(ANS);
    fireEvent.click(screen.getByRole('button', { name: 'Tegen' }));
    http
      .expectOne({ method: 'PUT', url: VOTE })
      .flush('', { status: 503, statusText: 'Service Unavailable' });
    await fixture.whenStable();
    expect(screen.getByRole('alert').textContent).toMatch(/Uw stem is nog niet binnen/);
    fireEvent.click(screen.getByRole('button', { name: 'Probeer het opnieuw' }));
    expect(http.expectOne({ method: 'PUT', url: VOTE }).request.body).toEqual({ choice: 'against' });
  });

  it('sends who is not signed in to the sign-in page, and casts the chosen vote when they come back', async () => {
    const { http, screen } = await ballot({ account: null });
    fireEvent.click(screen.getByRole('button', { name: 'Voor' }));
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/inloggen?terug=%2Fwest%2Fplannen%2F5'));
    http.expectNone({ method: 'PUT', url: VOTE });

    TestBed.resetTestingModule();
    document.body.replaceChildren();
    const back = await ballot(ANS);
    expect(back.http.expectOne({ method: 'PUT', url: VOTE }).request.body).toEqual({ choice: 'for' });
  });

  it('casts when they come back what they pressed before the page ran, which its frame kept', async () => {
    const { fixture } = await ballot({ account: null });
    const { sent, screen } = openUntouched(fixture.nativeElement as HTMLElement);
    screen.getByRole('button', { name: 'Tegen' }).click();
    expect(sent).toEqual(['get']);

    TestBed.resetTestingModule();
    document.body.replaceChildren();
    const back = await ballot(ANS);
    expect(back.http.expectOne({ method: 'PUT', url: VOTE }).request.body).toEqual({ choice: 'against' });
  });

  it('keeps nothing that is pressed before the page runs by who is signed in: the browser posts it', async () => {
    const { fixture } = await ballot(ANS);
    const { sent, screen } = openUntouched(fixture.nativeElement as HTMLElement);
    screen.getByRole('button', { name: 'Voor' }).click();
    expect(sent).toEqual(['post']);
    expect(localStorage).toHaveLength(0);
  });

  it('casts a chosen vote once, and only for the plan it was chosen for', async () => {
    localStorage.setItem(
      'buurtstem.stem',
      JSON.stringify({ at: Date.now(), value: { plan: '/west/plannen/6', choice: 'for' } }),
    );
    const { http } = await ballot(ANS);
    http.expectNone({ method: 'PUT', url: VOTE });
  });

  it('shows the reason instead of the buttons when the plan is closed', async () => {
    const { screen } = await ballot(ANS, vote('for'), {
      state: 'closed',
      chances: [
        { roundNumber: 1, closesAt: '2026-10-13T14:00:00Z', state: 'used' },
        { roundNumber: 2, closesAt: '2026-11-10T15:00:00Z', state: 'used' },
        { roundNumber: 3, closesAt: '2026-12-08T15:00:00Z', state: 'used' },
      ],
    });
    expect(screen.getByRole('status').textContent).toMatch(/deed mee aan drie tellingen\. Het won niet\./);
    expect(screen.queryByRole('button', { name: 'Voor' })).toBeNull();
  });
});

describe('the standing after the own vote', () => {
  const before = { votesFor: 87, votesAgainst: 9 };

  it.each([
    ['a first vote', null, vote('for'), { votesFor: 88, votesAgainst: 9 }],
    ['the same vote again', vote('for'), vote('for'), before],
    ['a changed vote', vote('for'), vote('against'), { votesFor: 86, votesAgainst: 10 }],
    ['a withdrawn vote', vote('against'), vote(null), { votesFor: 87, votesAgainst: 8 }],
    ['a vote that waits', null, vote('for', 'waiting'), before],
  ] as const)('follows %s', (_what, from, to, after) => {
    expect(moved(before, from, to)).toEqual(after);
  });
});
