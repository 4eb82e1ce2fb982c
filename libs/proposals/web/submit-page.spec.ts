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
import { proposalsRoutes } from './routes';
// The route loads it when it is needed; here it is read before the first test starts.
import './submit-page';

@Component({ imports: [RouterOutlet], selector: 'bs-test-site', template: '<router-outlet />' })
class Site {}
@Component({ selector: 'bs-test-page', template: '' })
class AnyPage {}

const WEST = '/api/v1/districts/west';
const PROPOSALS = `${WEST}/proposals`;
const TITLE = 'Een bankje bij de bushalte';
const SUMMARY = 'Dan kunnen oudere mensen zitten terwijl zij wachten.';
const BODY = 'In de Molenstraat staat geen enkel bankje. '.repeat(5).trim();
const ANS = anAccount({ displayName: 'Ans' });
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
const draft = (changes: object = {}) => ({
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
function kept(changes: object = {}): void {
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
const onDevice = () => JSON.parse(localStorage.getItem('buurtstem.plan') ?? 'null')?.value;

async function wizard(address = '/west/indienen', account: Account | null = ANS) {
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

describe('submitting a plan, one question a page', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());

  it('asks for the title first, in the page’s heading, and says how far one is', async () => {
    const { screen, heading, field } = await wizard();
    expect(heading()).toBe('Hoe heet uw plan?');
    expect(screen.getByLabelText('Hoe heet uw plan?')).toBe(field());
    expect(screen.getByText('Stap 1 van 7')).toBeTruthy();
    expect(document.title).toContain('Hoe heet uw plan? (stap 1 van 7)');
    expect(screen.queryByRole('link', { name: 'Vorige vraag' })).toBeNull();
  });

  it('says what is wrong at the field, goes to it, and says so in the title', async () => {
    const { fill, field, press, router, http } = await wizard();
    await fill('Bankje');
    await press('Ga verder');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    const described = (field().getAttribute('aria-describedby') ?? '').split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain(
      'Fout: Dit is te kort. Schrijf er nog 4 tekens bij (minstens 10).',
    );
    expect(document.activeElement).toBe(field());
    expect(document.title).toMatch(/^Fout: Hoe heet uw plan/);
    expect(router.url).toBe('/west/indienen');
    http.expectNone(PROPOSALS);
  });

  it('keeps each answer on the server, and leads to the next question with an address of its own', async () => {
    const { fill, heading, press, router, saved, said, screen } = await wizard();
    await fill(TITLE);
    await press('Ga verder');
    expect(await saved('POST', draft())).toMatchObject({ title: TITLE, summary: '', body: '', kind: 'plan' });
    expect([router.url, heading()]).toEqual(['/west/indienen/kort', 'Wat is uw plan in één of twee zinnen?']);
    await fill(SUMMARY);
    expect(said()).toContain('Uw tekst is bewaard op dit apparaat.');
    await press('Ga verder');
    expect(await saved('PATCH', draft({ version: 2, summary: SUMMARY }))).toMatchObject({
      summary: SUMMARY,
      version: 1,
    });
    expect(said()).toMatch(/Uw antwoord is bewaard om .*uur\. Alleen u ziet het\./);
    expect(router.url).toBe('/west/indienen/tekst');
    expect(screen.getByRole('link', { name: 'Vorige vraag' }).getAttribute('href')).toBe(
      '/west/indienen/kort',
    );
  });

  it('finds the answers again going back and forth', async () => {
    const { fill, field, follow, press, saved, router, settle } = await wizard();
    await fill(TITLE);
    await press('Ga verder');
    await saved('POST', draft());
    await fill(SUMMARY);
    await follow('Vorige vraag');
    expect(field().value).toBe(TITLE);
    await router.navigateByUrl('/west/indienen/kort');
    await settle();
    expect(field().value).toBe(SUMMARY);
  });

  it('keeps every letter on the device, so that a closed window loses nothing', async () => {
    const first = await wizard();
    await first.fill('Een bank');
    expect(onDevice()).toMatchObject({ title: 'Een bank', isUnsent: true, server: null });
    TestBed.resetTestingModule();
    document.body.replaceChildren();
    const { field } = await wizard();
    expect(field().value).toBe('Een bank');
  });

  it('goes on without a connection, says so, and sends later', async () => {
    const { fill, lost, press, router, said, saved } = await wizard();
    await fill(TITLE);
    await press('Ga verder');
    await lost('POST', PROPOSALS);
    expect(router.url).toBe('/west/indienen/kort');
    expect(said()).toContain('Er is geen verbinding. Uw tekst is bewaard op dit apparaat.');
    await fill(SUMMARY);
    await press('Ga verder');
    expect(await saved('POST', draft({ summary: SUMMARY }))).toMatchObject({
      title: TITLE,
      summary: SUMMARY,
    });
    expect(said()).not.toContain('geen verbinding');
  });

  it('sends what waited as soon as there is a connection again', async () => {
    kept({ server: { number: 41, version: 1 } });
    const { http, saved, said, settle } = await wizard('/west/indienen/kort');
    http.expectOne(`${PROPOSALS}/41`).flush(draft());
    await settle();
    window.dispatchEvent(new Event('offline'));
    await settle();
    expect(said()).toContain('Er is geen verbinding.');
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(await saved('PATCH', draft({ version: 2 }))).toMatchObject({ summary: SUMMARY, version: 1 });
    expect(said()).not.toContain('geen verbinding');
  });

  it("puts the server's refusal at its field", async () => {
    const { fill, field, press, refused, router, screen } = await wizard();
    await fill(TITLE);
    await press('Ga verder');
    await refused('POST', PROPOSALS, 400, {
      code: 'invalid-input',
      errors: [{ field: 'title', code: 'title-length' }],
    });
    expect(screen.getByText('De naam van uw plan is te kort of te lang.')).toBeTruthy();
    expect(document.activeElement).toBe(field());
    expect(router.url).toBe('/west/indienen');
  });

  it('sends nothing for who is not signed in, and says that the text is kept', async () => {
    const { fill, http, press, router, said, screen } = await wizard('/west/indienen', null);
    expect(screen.getByText('U bent nog niet ingelogd.')).toBeTruthy();
    await fill(TITLE);
    expect(said()).toContain('Uw tekst is bewaard op dit apparaat.');
    await press('Ga verder');
    http.expectNone(PROPOSALS);
    expect(router.url).toBe('/west/indienen/kort');
  });

  it('saves and stops', async () => {
    const { fill, press, router, saved } = await wizard();
    await fill(TITLE);
    await press('Bewaar en stop');
    await saved('POST', draft());
    expect(router.url).toBe('/west/mijn');
  });

  it('goes on with the draft that was begun, and offers to begin another', async () => {
    kept({ server: { number: 41, version: 1 }, isUnsent: false, summary: '', body: '' });
    const { field, http, press, screen, settle } = await wizard();
    http.expectOne(`${PROPOSALS}/41`).flush(draft());
    await settle();
    expect(screen.getByText('U gaat verder met het plan dat u eerder begon.')).toBeTruthy();
    await press('Begin een nieuw plan');
    expect(field().value).toBe('');
    expect(onDevice()).toBeUndefined();
  });

  it('waits for a plan that is there already, so that it is not saved a second time', async () => {
    const { field, http, said, screen, settle } = await wizard('/west/indienen?plan=41');
    expect(said()).toBe('Uw plan wordt geladen.');
    expect(screen.queryByRole('button', { name: 'Ga verder' })).toBeNull();
    http.expectOne(`${PROPOSALS}/41`).flush(draft());
    await settle();
    expect(field().value).toBe(TITLE);
  });

  it('asks what kind of plan it is, where, and what it is about, with an answer given already', async () => {
    kept({ server: { number: 41, version: 1 }, isUnsent: false });
    const { http, press, saved, screen, settle } = await wizard('/west/indienen/soort');
    http.expectOne(`${PROPOSALS}/41`).flush(draft({ summary: SUMMARY, body: BODY }));
    await settle();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Plan/ }).checked).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: /Idee/ }));
    fireEvent.change(screen.getByLabelText('Waar gaat uw plan over?'), { target: { value: 'groen' } });
    await press('Ga verder');
    expect(await saved('PATCH', draft({ version: 2, kind: 'idea' }))).toMatchObject({
      kind: 'idea',
      theme: 'groen',
    });
    fireEvent.change(screen.getByLabelText('In welke buurt is het?'), { target: { value: 'molenwijk' } });
    await press('Ga verder');
    const refusal = {
      code: 'invalid-input',
      errors: [{ field: 'neighbourhood', code: 'neighbourhood-unknown' }],
    };
    http.expectOne(`${PROPOSALS}/41`).flush(refusal, { status: 400, statusText: 'Bad' });
    await settle();
    expect(document.activeElement).toBe(screen.getByLabelText('In welke buurt is het?'));
    expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
  });

  it('asks for photos where the plan is on the server, and else says how they can come', async () => {
    kept();
    const { screen } = await wizard('/west/indienen/fotos', null);
    expect(screen.getByRole('link', { name: 'Log in en zet er foto’s bij' }).getAttribute('href')).toBe(
      '/inloggen?terug=%2Fwest%2Findienen%2Ffotos',
    );
    expect(screen.getByRole('button', { name: 'Ga verder' })).toBeTruthy();
    TestBed.resetTestingModule();
    document.body.replaceChildren();
    const back = await wizard('/west/indienen/fotos');
    await back.saved('POST', draft());
    expect(back.screen.getByRole('heading', { name: 'Foto’s bij uw plan' })).toBeTruthy();
  });
});

describe('a plan that is open in two windows', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());

  const elsewhere = draft({ version: 2, title: 'Twee bankjes bij de bushalte' });

  it('shows both texts, and sends the one that stands here when its writer says so', async () => {
    kept({ server: { number: 41, version: 1 }, isUnsent: false, summary: '', body: '' });
    const { fill, http, press, refused, saved, screen, settle } = await wizard();
    http.expectOne(`${PROPOSALS}/41`).flush(draft());
    await settle();
    await fill('Drie bankjes bij de bushalte');
    await press('Ga verder');
    await refused('PATCH', `${PROPOSALS}/41`, 409, { code: 'version-conflict' });
    http.expectOne({ method: 'GET', url: `${PROPOSALS}/41` }).flush(elsewhere);
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Uw plan is ook op een andere plek veranderd.');
    const both = screen.getByRole('region', { name: 'Hoe heet uw plan?' }).textContent;
    expect(both).toContain('Drie bankjes bij de bushalte');
    expect(both).toContain('Twee bankjes bij de bushalte');
    await press('Houd wat hier staat');
    expect(await saved('PATCH', draft({ version: 3 }))).toMatchObject({
      title: 'Drie bankjes bij de bushalte',
      version: 2,
    });
  });

  it('takes the other text when its writer says so', async () => {
    kept({ server: { number: 41, version: 1 }, title: 'Drie bankjes bij de bushalte' });
    const { field, http, press, settle } = await wizard();
    http.expectOne(`${PROPOSALS}/41`).flush(elsewhere);
    await settle();
    await press('Neem de andere tekst');
    expect(field().value).toBe('Twee bankjes bij de bushalte');
    expect(onDevice()).toMatchObject({ title: 'Twee bankjes bij de bushalte', isUnsent: false });
  });

  it('does not write over what another window kept on this device', async () => {
    const { fill, screen } = await wizard('/west/indienen', null);
    await fill('Een bankje');
    kept({ title: 'Uit het andere venster', mark: 'other' });
    await fill('Een bankje erbij');
    expect(screen.getByRole('region', { name: 'Hoe heet uw plan?' }).textContent).toContain(
      'Uit het andere venster',
    );
    expect(onDevice()).toMatchObject({ title: 'Uit het andere venster' });
  });
});

describe('the last page', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());

  const COMPLETE = draft({ summary: SUMMARY, body: BODY });
  const complete = async (account: Account | null = ANS) => {
    kept({ server: account ? { number: 41, version: 1 } : null, isUnsent: !account });
    const page = await wizard('/west/indienen/controle', account);
    for (const read of page.http.match(`${PROPOSALS}/41`)) read.flush(COMPLETE);
    await page.settle();
    return page;
  };

  it('shows the plan as others will read it, and places it', async () => {
    const { http, press, router, screen, settle } = await complete();
    const article = screen.getByRole('article', { name: 'Uw plan zoals anderen het zien' });
    expect(within(article).getByRole('heading', { name: TITLE })).toBeTruthy();
    expect(article.textContent).toContain(SUMMARY);
    await press('Plaats mijn plan');
    http.expectOne({ method: 'POST', url: `${PROPOSALS}/41/publication` }).flush({ number: 41 });
    await settle();
    expect(router.url).toBe('/west/plannen/41');
    expect(onDevice()).toBeUndefined();
  });

  it('says which questions still need an answer, and places nothing before', async () => {
    kept({ summary: '', body: 'Kort.', server: { number: 41, version: 1 }, isUnsent: false });
    const { http, press, screen, settle } = await wizard('/west/indienen/controle');
    http.expectOne(`${PROPOSALS}/41`).flush(draft({ body: 'Kort.' }));
    await settle();
    const notice = screen.getByText(
      'Uw plan is nog niet af. Deze vragen hebben nog een antwoord nodig:',
    ).parentElement!;
    expect(
      within(notice)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['Wat is uw plan in één of twee zinnen?', 'Vertel meer over uw plan']);
    await press('Plaats mijn plan');
    expect(screen.getByRole('alert').textContent).toContain('Uw plan is nog niet af.');
    http.expectNone(`${PROPOSALS}/41/publication`);
  });

  it('leads who is not signed in there and back', async () => {
    const { press, router } = await complete(null);
    await press('Log in en plaats mijn plan');
    expect(router.url).toBe('/inloggen?terug=%2Fwest%2Findienen%2Fcontrole');
    TestBed.resetTestingModule();
    document.body.replaceChildren();
    const back = await wizard('/west/indienen/controle');
    expect(await back.saved('POST', COMPLETE)).toMatchObject({ title: TITLE, summary: SUMMARY, body: BODY });
    expect(back.screen.getByText('Ans')).toBeTruthy();
  });

  it('asks who has no name yet for one, and sets it before the plan is placed', async () => {
    const { http, fill, press, saved, screen, settle } = await complete({ ...ANS, displayName: null });
    await press('Plaats mijn plan');
    expect(screen.getByText('Vul uw naam in.')).toBeTruthy();
    await fill('Ans V.');
    await press('Plaats mijn plan');
    const rename = http.expectOne({ method: 'PATCH', url: '/api/v1/account' });
    expect(rename.request.body).toEqual({ displayName: 'Ans V.' });
    rename.flush({ account: { ...ANS, displayName: 'Ans V.' } });
    await settle();
    await saved('PATCH', { ...COMPLETE, version: 2 });
    http.expectOne({ method: 'POST', url: `${PROPOSALS}/41/publication` });
  });

  it('keeps the text when placing fails, and says what to do', async () => {
    const { lost, press, screen } = await complete();
    await press('Plaats mijn plan');
    await lost('POST', `${PROPOSALS}/41/publication`);
    expect(screen.getByRole('alert').textContent).toContain('Uw plan is nog niet geplaatst.');
    expect(onDevice()).toMatchObject({ title: TITLE });
  });

  it('saves the new text of a plan that others read already only at the end', async () => {
    const open = { ...COMPLETE, state: 'open' };
    const { http, fill, press, router, settle } = await wizard('/west/indienen?plan=41');
    http.expectOne(`${PROPOSALS}/41`).flush(open);
    await settle();
    await fill('Een bankje met een dak erboven');
    await press('Ga verder');
    http.expectNone({ method: 'PATCH', url: `${PROPOSALS}/41` });
    expect(router.url).toBe('/west/indienen/kort?plan=41');
    await router.navigateByUrl('/west/indienen/controle?plan=41');
    await settle();
    await press('Bewaar de nieuwe tekst');
    http.expectOne({ method: 'PATCH', url: `${PROPOSALS}/41` }).flush({ ...open, version: 2 });
    await settle();
    expect(router.url).toBe('/west/plannen/41');
  });
});
