import { fireEvent, within } from '@testing-library/dom';
import type { Notification, NotificationPreferences } from '@buurtstem/contract';
import { showPage } from '@buurtstem/ui/testing';
import { anAccount } from '../testing';
import { Messages } from './messages';

const PREFERENCES = '/api/v1/account/notification-preferences';
const MESSAGES = '/api/v1/account/notifications';
const CHOSEN: NotificationPreferences = {
  language: 'nl',
  deliveries: { 'own-plan': 'immediate', 'voted-plan': 'weekly', 'discussed-plan': 'never' },
  unreachableSince: null,
};
const aMessage = (changes: Partial<Notification> = {}): Notification => ({
  kind: 'plan-won',
  district: { slug: 'west', name: 'West' },
  subject: 'Uw plan heeft gewonnen: Bankjes',
  createdAt: '2026-11-25T10:00:00Z',
  sentAt: '2026-11-25T10:01:00Z',
  digestAt: null,
  isRefused: false,
  ...changes,
});

async function messages(preferences = CHOSEN, items: Notification[] = []) {
  const page = await showPage(Messages);
  await page.answer('GET', '/api/v1/session', { account: anAccount() });
  await page.answer('GET', MESSAGES, { items });
  await page.answer('GET', PREFERENCES, preferences);
  const group = (name: string) => within(page.screen.getByRole('group', { name }));
  const chosen = (name: string) =>
    group(name)
      .getAllByRole<HTMLInputElement>('radio')
      .filter(({ checked }) => checked)
      .map(({ labels }) => labels?.[0]?.textContent?.trim());
  return { ...page, group, chosen };
}

describe('messages on my page', () => {
  afterEach(() => document.body.replaceChildren());

  it('says of each what became of its mail', async () => {
    const { screen } = await messages(CHOSEN, [
      aMessage(),
      aMessage({ sentAt: null, digestAt: '2026-11-27T15:00:00Z' }),
      aMessage({ sentAt: null, isRefused: true }),
    ]);
    const rows = screen.getAllByRole('listitem').map(({ textContent }) => textContent?.replace(/\s+/g, ' '));
    expect(rows[0]).toContain('Per e-mail verstuurd.');
    expect(rows[1]).toContain('Komt in de mail van 27 november');
    expect(rows[2]).toContain('Deze mail kwam niet aan.');
  });

  it('shows what one chose per topic, and the language', async () => {
    const { chosen } = await messages();
    expect(chosen('Nieuws over uw eigen plan')).toEqual(['Meteen']);
    expect(chosen('Nieuws over plannen waar u op stemde')).toEqual(['Eén keer per week, op vrijdag']);
    expect(chosen('Nieuws over plannen waar u bij schreef')).toEqual(['Geen mails']);
    expect(chosen('Taal van de mails')).toEqual(['Nederlands']);
  });

  it('keeps another choice, says so, and reads again what waits', async () => {
    const { group, press, answer, said, settle } = await messages();
    fireEvent.click(group('Nieuws over plannen waar u op stemde').getByRole('radio', { name: 'Meteen' }));
    fireEvent.click(group('Taal van de mails').getByRole('radio', { name: 'English' }));
    await settle();
    await press('Bewaar mijn keuze');
    const wanted = {
      language: 'en',
      deliveries: { 'own-plan': 'immediate', 'voted-plan': 'immediate', 'discussed-plan': 'never' },
    };
    const put = await answer('PUT', PREFERENCES, { ...wanted, unreachableSince: null });
    expect(put.body).toEqual(wanted);
    expect(said()).toContain('Uw keuze is bewaard.');
    await answer('GET', MESSAGES, { items: [] });
  });

  it('says where the choice could not be kept, and keeps it on the screen', async () => {
    const { group, press, refuse, screen, chosen, settle } = await messages();
    fireEvent.click(group('Nieuws over uw eigen plan').getByRole('radio', { name: 'Geen mails' }));
    await settle();
    await press('Bewaar mijn keuze');
    await refuse('PUT', PREFERENCES, 503, { code: 'temporarily-unavailable', status: 503 });
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(chosen('Nieuws over uw eigen plan')).toEqual(['Geen mails']);
  });

  it('says that mail comes back, until its owner says that the address works', async () => {
    const since = '2026-11-20T10:00:00Z';
    const { screen, press, answer, said } = await messages({ ...CHOSEN, unreachableSince: since });
    expect(said()).toContain('Uw e-mailadres werkt niet.');
    expect(said()).toMatch(/20\snovember/);
    await press('Mijn e-mailadres werkt weer');
    await answer('POST', '/api/v1/account/mail-address-confirmations', null);
    await answer('GET', PREFERENCES, CHOSEN);
    expect(said()).toContain('U krijgt weer mails over plannen.');
    expect(screen.queryByText('Uw e-mailadres werkt niet.')).toBeNull();
  });
});
