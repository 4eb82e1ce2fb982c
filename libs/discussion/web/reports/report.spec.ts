import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { fireEvent } from '@testing-library/dom';
import { anAccount } from '@buurtstem/accounts-web/testing';
import type { Account } from '@buurtstem/contract';
import { showAs } from '../testing';
import { ModeratorLook } from './moderator-look';
import { Report } from './report';
import { ReportPictures } from './report-pictures';

const REPORTS = '/api/v1/districts/west/proposals/5/reports';
const CASES = '/api/v1/districts/west/moderation-cases';
const SUBJECT = { subject: 'argument', subjectId: 'a1' };
const REASON = /^Persoonlijke gegevens/;
const INPUTS = { proposal: 5, subject: SUBJECT, about: 'de reactie van Fatma Yıldız', what: 'De reactie' };
const MELD = 'Meld de reactie van Fatma Yıldız';
const report = (visitor: Account | null = null) => showAs(visitor, Report, INPUTS);

describe('reporting', () => {
  afterEach(() => document.body.replaceChildren());

  it('needs no account: a reason, and what happens next is said', async () => {
    const { answer, press, said, screen, type } = await report();
    await press(MELD);
    fireEvent.click(screen.getByLabelText(REASON));
    type(/Wilt u er iets bij zeggen/, ' Er staat een nummer in. ');
    await press('Verstuur mijn melding');
    const request = await answer('POST', REPORTS, { reportedAt: '2026-11-25T10:00:00Z' });
    expect(request.body).toEqual({ ...SUBJECT, reason: 'personal-data', note: 'Er staat een nummer in.' });
    expect(said()).toMatch(
      /Uw melding is binnen\. Een moderator kijkt ernaar\. De reactie blijft zichtbaar\s+tot dan\./,
    );
    expect(screen.queryByLabelText(REASON)).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: MELD, expanded: false }));
  });

  it('opens in the page, at the reasons, and goes back to the button on “Annuleer”', async () => {
    const { press, screen } = await report();
    await press(MELD);
    expect(screen.getByRole('group', { name: 'Wat is er mis?' })).toBeTruthy();
    expect(screen.getAllByRole('radio')).toHaveLength(8);
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[0]);
    await press('Annuleer');
    expect(screen.queryByRole('radio')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: MELD }));
  });

  it('closes on the button that opened it too', async () => {
    const { press, screen } = await report();
    await press(MELD);
    await press(MELD);
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('asks for a reason before it sends anything, and needs no note', async () => {
    const { asked, http, press, screen } = await report();
    await press(MELD);
    await press('Verstuur mijn melding');
    expect(screen.getByText('Kies wat er mis is.')).toBeTruthy();
    http.expectNone(REPORTS);
    fireEvent.click(screen.getByLabelText(REASON));
    await press('Verstuur mijn melding');
    expect(asked('POST', REPORTS).request.body).toEqual({ ...SUBJECT, reason: 'personal-data' });
  });

  it('says for how long it is too much, keeps what was filled in, and sends it again on request', async () => {
    const { asked, press, screen, settle, type } = await report();
    await press(MELD);
    fireEvent.click(screen.getByLabelText(REASON));
    type(/Wilt u er iets bij zeggen/, 'Er staat een nummer in.');
    await press('Verstuur mijn melding');
    asked('POST', REPORTS).flush(
      { code: 'too-many-requests' },
      { status: 429, statusText: 'Too Many', headers: { 'Retry-After': '1500' } },
    );
    await settle();
    expect(screen.getByRole('alert').textContent).toMatch(
      /Uw melding is niet verstuurd\..*Probeer het over 25.minuten opnieuw\./s,
    );
    await press('Verstuur mijn melding');
    expect(asked('POST', REPORTS).request.body).toMatchObject({ note: 'Er staat een nummer in.' });
  });

  it('says beside the note that it is too long', async () => {
    const { press, refuse, screen } = await report();
    await press(MELD);
    fireEvent.click(screen.getByLabelText(REASON));
    await press('Verstuur mijn melding');
    await refuse('POST', REPORTS, 400, {
      code: 'invalid-input',
      errors: [{ field: 'note', code: 'report-note-length', message: '' }],
    });
    expect(screen.getByLabelText(/Wilt u er iets bij zeggen/).getAttribute('aria-invalid')).toBe('true');
  });
});

describe('reporting a picture', () => {
  afterEach(() => document.body.replaceChildren());
  const picture = (id: string, alt: string) => ({ id, alt, url: `/${id}.jpg`, width: 800, height: 600 });
  const pictures = [picture('p1', 'Fietsers op de brug'), picture('p2', '')];

  it('asks which one', async () => {
    const { asked, press, screen, settle } = await showAs(null, ReportPictures, {
      proposal: 5,
      pictures,
      mayReport: true,
    });
    await press('Meld een foto');
    expect(screen.getByLabelText('Foto 1: Fietsers op de brug')).toBe(document.activeElement);
    fireEvent.click(screen.getByLabelText('Foto 2'));
    await settle();
    fireEvent.click(screen.getByLabelText(REASON));
    await press('Verstuur mijn melding');
    expect(asked('POST', REPORTS).request.body).toEqual({
      subject: 'picture',
      subjectId: 'p2',
      reason: 'personal-data',
    });
  });

  it('does not ask where there is only one', async () => {
    const inputs = { proposal: 5, pictures: pictures.slice(0, 1), mayReport: true };
    const { asked, press, screen } = await showAs(null, ReportPictures, inputs);
    await press('Meld de foto');
    expect(screen.queryByRole('group', { name: 'Welke foto?' })).toBeNull();
    fireEvent.click(screen.getByLabelText(REASON));
    await press('Verstuur mijn melding');
    expect(asked('POST', REPORTS).request.body).toMatchObject({ subject: 'picture', subjectId: 'p1' });
  });
});

describe('looking as a moderator', () => {
  afterEach(() => document.body.replaceChildren());
  const SAMIRA = anAccount({ roles: [{ district: 'west', role: 'moderator' }], staffAccess: 'open' });
  const look = (visitor: Account | null) =>
    showAs(visitor, ModeratorLook, { proposal: 5, subject: SUBJECT, about: 'de reactie van Fatma Yıldız' });

  it('opens the case, and leads to it on the desk', async () => {
    const { answer, press } = await look(SAMIRA);
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await press(/^Bekijk als moderator ?: de reactie van Fatma Yıldız/);
    const request = await answer('POST', CASES, { number: 12 });
    expect(request.body).toEqual({ ...SUBJECT, proposalNumber: 5 });
    expect(navigate).toHaveBeenCalledWith(['/', 'west', 'moderatie', 'zaken', 12]);
  });

  it('says why that did not work', async () => {
    const { press, refuse, screen } = await look(SAMIRA);
    await press(/^Bekijk als moderator/);
    await refuse('POST', CASES, 403, { code: 'second-factor-needed' });
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  it.each([
    ['a visitor', null],
    ['a resident', anAccount()],
    [
      'a moderator elsewhere',
      anAccount({ roles: [{ district: 'oost', role: 'moderator' }], staffAccess: 'open' }),
    ],
    ['a moderator before the second step', { ...SAMIRA, staffAccess: 'confirm' as const }],
    ['a clerk', anAccount({ roles: [{ district: 'west', role: 'clerk' }], staffAccess: 'open' })],
  ])('is not offered to %s', async (_whom, visitor) => {
    const { screen } = await look(visitor);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
