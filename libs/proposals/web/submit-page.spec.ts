import { TestBed } from '@angular/core/testing';
import { fireEvent } from '@testing-library/dom';
import { BODY, PROPOSALS, SUMMARY, TITLE, draft, kept, onDevice, wizard } from './submit/testing';

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
