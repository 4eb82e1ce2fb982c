import { TestBed } from '@angular/core/testing';
import { within } from '@testing-library/dom';
import type { Account } from '@buurtstem/contract';
import { ANS, BODY, PROPOSALS, SUMMARY, TITLE, draft, kept, onDevice, wizard } from './testing';

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
