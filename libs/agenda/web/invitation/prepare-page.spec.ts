import type { MeetingInvitation } from '@buurtstem/contract';
import { fireEvent } from '@testing-library/dom';
import { anInvitation, pageInWest } from '../testing';
import { PreparePage } from './prepare-page';

const MINE = '/proposals/3/my-invitation';

async function preparePage(invitation: MeetingInvitation = anInvitation()) {
  const page = await pageInWest(PreparePage, { number: '3' });
  await page.signIn();
  await page.read(MINE, invitation);
  const choose = async (label: string) => {
    fireEvent.click(page.screen.getByLabelText(label));
    await page.settle();
  };
  return { ...page, choose };
}

describe('the page on which the submitter prepares', () => {
  afterEach(() => document.body.replaceChildren());

  it('R3: tells when, where, whom to call and when it is their turn', async () => {
    const { text, screen } = await preparePage();
    expect(text()).toContain('Dinsdag 1 december 2026');
    expect(text()).toContain('Begint om 19.30 uur. Uw plan komt om ongeveer 19.35 uur.');
    expect(text()).toContain('Vragen? Bram Visser, 088 123 45 67');
    expect(screen.getByRole('link', { name: /in mijn agenda/ }).getAttribute('href')).toMatch(/\/calendar$/);
    for (const name of [
      'Zo gaat de vergadering',
      'Uw verhaal in vijf minuten',
      'Dit neemt u mee',
      'En daarna?',
    ])
      expect(screen.getByRole('heading', { name })).toBeTruthy();
  });

  it('takes a yes with what is needed there', async () => {
    const { choose, type, press, write, said, text } = await preparePage();
    await choose('Ik kom');
    type(/Wat hebt u daar nodig/, ' Een scherm ');
    await press('Verstuur mijn antwoord');
    const answered = anInvitation({
      state: 'accepted',
      needs: 'Een scherm',
      answeredAt: '2026-11-29T14:00:00Z',
    });
    const request = await write('PUT', MINE, answered);
    expect(request.body).toEqual({ answer: 'accept', delegateName: '', needs: 'Een scherm' });
    expect(said()).toContain('U komt. De griffie weet het nu ook.');
    expect(text()).toContain('Verander mijn antwoord');
  });

  it('asks who comes instead, and sends the name', async () => {
    const { choose, type, press, write, wrongAt, http } = await preparePage();
    await choose('Iemand anders komt voor mij');
    await press('Verstuur mijn antwoord');
    expect(wrongAt('Wie komt er voor u?')).toContain('Vul de naam van wie er komt in.');
    http.expectNone({ method: 'PUT' });
    type('Wie komt er voor u?', 'Ans Vermeer');
    await press('Verstuur mijn antwoord');
    const request = await write(
      'PUT',
      MINE,
      anInvitation({ state: 'delegated', delegateName: 'Ans Vermeer' }),
    );
    expect(request.body).toMatchObject({ answer: 'delegate', delegateName: 'Ans Vermeer' });
  });

  it('sends no needs with a no', async () => {
    const { choose, press, write, said } = await preparePage(anInvitation({ needs: 'Een scherm' }));
    await choose('Ik kan niet');
    await press('Verstuur mijn antwoord');
    const request = await write('PUT', MINE, anInvitation({ state: 'declined' }));
    expect(request.body).toEqual({ answer: 'decline', delegateName: '', needs: '' });
    expect(said()).toContain('De commissie bespreekt uw plan toch.');
  });

  it('says that an answer must be chosen', async () => {
    const { press, screen, http } = await preparePage();
    await press('Verstuur mijn antwoord');
    const group = screen.getByRole('group', { name: 'Komt u?' });
    expect(document.getElementById(group.getAttribute('aria-describedby')!)!.textContent).toContain(
      'Kies of u komt.',
    );
    http.expectNone({ method: 'PUT' });
  });

  it('says at the field that the API misses a name, and keeps what was typed', async () => {
    const { choose, type, press, refused, wrongAt, screen } = await preparePage();
    await choose('Iemand anders komt voor mij');
    type('Wie komt er voor u?', 'Ans Vermeer');
    type(/Wat hebt u daar nodig/, 'Een tolk');
    await press('Verstuur mijn antwoord');
    await refused('PUT', MINE, 422, 'delegate-missing');
    expect(wrongAt('Wie komt er voor u?')).toContain('Vul in wie er voor u komt.');
    expect((screen.getByLabelText(/Wat hebt u daar nodig/) as HTMLTextAreaElement).value).toBe('Een tolk');
  });

  it('says that it is too late to answer', async () => {
    const { choose, press, refused, screen } = await preparePage();
    await choose('Ik kom');
    await press('Verstuur mijn antwoord');
    await refused('PUT', MINE, 409, 'invitation-closed');
    expect(screen.getByRole('alert').textContent).toContain('Bel de griffie.');
  });

  it('begins with the answer that was given', async () => {
    const { screen } = await preparePage(
      anInvitation({ state: 'accepted', answeredAt: '2026-11-12T10:00:00Z' }),
    );
    expect((screen.getByLabelText('Ik kom') as HTMLInputElement).checked).toBe(true);
  });

  it.each([
    [{ isOpen: false }, 'U kunt hier niet meer antwoorden.'],
    [{ state: 'lapsed', isOpen: false }, 'Uw plan staat niet meer op deze vergadering.'],
  ] as const)('has no form once it cannot be answered (%j)', async (changes, words) => {
    const { text, screen } = await preparePage(anInvitation(changes));
    expect(text()).toContain(words);
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('asks a visitor to sign in first, with the way back', async () => {
    const page = await pageInWest(PreparePage, { number: '3' });
    await page.answer('GET', '/api/v1/session', { account: null });
    expect(page.screen.getByRole('link', { name: 'Inloggen' }).getAttribute('href')).toContain(
      'terug=%2Fwest%2Fvoorbereiden%2F3',
    );
  });

  it('is not there for who is not invited', async () => {
    const page = await pageInWest(PreparePage, { number: '3' });
    await page.signIn();
    await page.refused('GET', MINE, 404, 'meeting-invitation-not-found');
    expect(page.screen.getByRole('heading', { name: 'Er is hier geen uitnodiging voor u' })).toBeTruthy();
  });
});
