import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { fireEvent, waitFor, within } from '@testing-library/dom';
import { Visitor } from '@buurtstem/accounts-web';
import { anAccount } from '@buurtstem/accounts-web/testing';
import type { Session } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { SubmitPage } from './submit-page';

@Component({ selector: 'bs-test-page', template: '' })
class AnyPage {}

const PROPOSALS = '/api/v1/districts/west/proposals';
const TITLE = 'Een bankje bij de bushalte';
const SUMMARY = 'Dan kunnen oudere mensen zitten terwijl zij wachten.';
const BODY = 'In de Molenstraat staat geen enkel bankje. '.repeat(5).trim();

const ANS = anAccount({ displayName: 'Ans' });

async function submitPage(account: Session['account'] = ANS, plan?: number) {
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
  const fixture = TestBed.createComponent(SubmitPage);
  fixture.componentRef.setInput('plan', plan);
  document.body.append(fixture.nativeElement);
  fixture.detectChanges();
  http.expectOne('/api/v1/session').flush({ account });
  await waitFor(() => expect(visitor.session.hasValue()).toBe(true));
  fixture.detectChanges();
  const screen = within(fixture.nativeElement as HTMLElement);
  const fill = (label: RegExp, text: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value: text } });
  const fillAll = () => {
    fill(/Hoe heet uw plan/, TITLE);
    fill(/één of twee zinnen/, SUMMARY);
    fill(/Vertel meer/, BODY);
  };
  const send = async () => {
    fireEvent.click(screen.getByRole('button', { name: /ekijk mijn plan/ }));
    await new Promise((settled) => setTimeout(settled));
    fixture.detectChanges();
  };
  return { fixture, http, screen, fill, fillAll, send };
}

describe('submitting a plan', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());

  it('names every field that is missing, ties the words to the field, and goes to the first', async () => {
    const { http, screen, send } = await submitPage();
    await send();
    const title = screen.getByLabelText(/Hoe heet uw plan/);
    expect(title.getAttribute('aria-invalid')).toBe('true');
    const described = (title.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain(
      'Vul een naam voor uw plan in.',
    );
    expect(screen.getByText('Vul een korte uitleg in.')).toBeTruthy();
    expect(screen.getByText('Vul de tekst van uw plan in.')).toBeTruthy();
    expect(document.activeElement).toBe(title);
    http.expectNone(PROPOSALS);
  });

  it('asks who has no name yet for one, and sets it before the plan is saved', async () => {
    const { http, screen, fill, fillAll, send } = await submitPage({ ...ANS, displayName: null });
    fillAll();
    await send();
    expect(screen.getByText('Vul uw naam in.')).toBeTruthy();
    http.expectNone(PROPOSALS);
    fill(/Welke naam/, 'Ans V.');
    await send();
    const rename = http.expectOne({ method: 'PATCH', url: '/api/v1/account' });
    expect(rename.request.body).toEqual({ displayName: 'Ans V.' });
    rename.flush({ account: { ...ANS, displayName: 'Ans V.' } });
    await waitFor(() => http.expectOne({ method: 'POST', url: PROPOSALS }));
  });

  it('says how many characters are missing', async () => {
    const { screen, fill, send } = await submitPage();
    fill(/Hoe heet uw plan/, 'Bankje');
    await send();
    expect(screen.getByText('Dit is te kort. Schrijf er nog 4 tekens bij (minstens 10).')).toBeTruthy();
  });

  it('saves a draft, shows it, and places it on request', async () => {
    const { fixture, http, screen, fillAll, send } = await submitPage();
    fillAll();
    await send();
    const draft = http.expectOne({ method: 'POST', url: PROPOSALS });
    expect(draft.request.body).toEqual({
      kind: 'plan',
      title: TITLE,
      summary: SUMMARY,
      body: BODY,
      neighbourhood: null,
      theme: null,
      place: null,
    });
    draft.flush({
      number: 41,
      state: 'draft',
      version: 1,
      kind: 'plan',
      title: TITLE,
      summary: SUMMARY,
      body: BODY,
      pictures: [],
    });
    await waitFor(() => {
      fixture.detectChanges();
      expect(screen.getByRole('heading', { level: 1, name: 'Klopt uw plan?' })).toBeTruthy();
    });
    fireEvent.click(screen.getByRole('button', { name: 'Plaats mijn plan' }));
    http.expectOne({ method: 'POST', url: `${PROPOSALS}/41/publication` }).flush({ number: 41 });
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/west/plannen/41'));
  });

  it('waits for a plan that is there already, so that it is not saved a second time', async () => {
    const { fixture, http, screen } = await submitPage(ANS, 41);
    expect(screen.getByRole('status').textContent).toBe('Uw plan wordt geladen.');
    expect(screen.queryByRole('button', { name: /ekijk mijn plan/ })).toBeNull();
    const text = { kind: 'plan', title: TITLE, summary: SUMMARY, body: BODY, neighbourhood: null };
    http.expectOne(`${PROPOSALS}/41`).flush({ number: 41, mine: true, pictures: [], ...text });
    await waitFor(() => {
      fixture.detectChanges();
      expect(screen.getByLabelText(/Hoe heet uw plan/)).toHaveProperty('value', TITLE);
    });
  });

  it('keeps what is written when one goes to look at a plan that is like it', async () => {
    const { fixture, http, screen, fill } = await submitPage();
    fill(/Hoe heet uw plan/, TITLE);
    await waitFor(() => {
      fixture.detectChanges();
      http
        .expectOne(({ url }) => url === '/api/v1/districts/west/similar-proposals')
        .flush({
          items: [
            {
              number: 5,
              title: 'Bankjes in de Molenstraat',
              summary: 'Kort.',
              state: 'open',
              picture: null,
              standing: { votesFor: 87, votesAgainst: 9 },
              words: ['bankje'],
            },
          ],
        });
    });
    await waitFor(() => {
      fixture.detectChanges();
      fireEvent.click(screen.getByRole('link', { name: 'Bankjes in de Molenstraat' }));
    });
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/west/plannen/5'));

    TestBed.resetTestingModule();
    document.body.replaceChildren();
    const back = await submitPage();
    expect((back.screen.getByLabelText(/Hoe heet uw plan/) as HTMLInputElement).value).toBe(TITLE);
  });

  it("puts the server's refusal at its field", async () => {
    const { fixture, http, screen, fillAll, send } = await submitPage();
    fillAll();
    await send();
    http
      .expectOne({ method: 'POST', url: PROPOSALS })
      .flush(
        { code: 'invalid-input', errors: [{ field: 'title', code: 'title-length', message: '' }] },
        { status: 400, statusText: 'Bad Request' },
      );
    await waitFor(() => {
      fixture.detectChanges();
      expect(screen.getByText('De naam van uw plan is te kort of te lang.')).toBeTruthy();
    });
    expect(screen.getByLabelText(/Hoe heet uw plan/).getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps the text when sending fails, and says so', async () => {
    const { fixture, http, screen, fillAll, send } = await submitPage();
    fillAll();
    await send();
    http.expectOne({ method: 'POST', url: PROPOSALS }).error(new ProgressEvent('error'));
    await waitFor(() => {
      fixture.detectChanges();
      expect(screen.getByRole('alert').textContent).toMatch(
        /Er is geen verbinding[\s\S]*Uw tekst staat nog hieronder/,
      );
    });
    expect((screen.getByLabelText(/Hoe heet uw plan/) as HTMLInputElement).value).toBe(TITLE);
  });

  it('lets one write before signing in, and finds the text again afterwards', async () => {
    const { http, fillAll, send } = await submitPage(null);
    fillAll();
    await send();
    http.expectNone(PROPOSALS);
    await waitFor(() => expect(TestBed.inject(Router).url).toBe('/inloggen?terug=%2Fwest%2Findienen'));

    TestBed.resetTestingModule();
    document.body.replaceChildren();
    const back = await submitPage();
    await waitFor(() =>
      expect((back.screen.getByLabelText(/Hoe heet uw plan/) as HTMLInputElement).value).toBe(TITLE),
    );
  });
});
