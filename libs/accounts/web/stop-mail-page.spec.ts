import type { Unsubscription } from '@buurtstem/contract';
import { showPage } from '@buurtstem/ui/testing';
import { StopMailPage } from './stop-mail-page';

const TOKEN = 'abc_DEF-123';
const ADDRESS = `/api/v1/unsubscriptions/${TOKEN}`;

async function stopPage(delivery: 'weekly' | 'never', language: 'nl' | 'en' = 'nl') {
  const page = await showPage(StopMailPage, { inputs: { token: TOKEN } });
  const body: Unsubscription = { language, topics: [{ topic: 'voted-plan', delivery }] };
  await page.answer('GET', ADDRESS, body);
  /** What the browser itself sends when the button is pressed. */
  const sent = (name: string) => {
    const { form } = page.screen.getByRole<HTMLButtonElement>('button', { name });
    if (!form) throw new Error(`${name} sends nothing`);
    return [form.method, form.getAttribute('action'), Object.fromEntries(new FormData(form))];
  };
  return { ...page, sent };
}

describe('the page behind the link in a mail', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what the link stops, and has one button that works without scripts', async () => {
    const { screen, sent, http } = await stopPage('weekly');
    expect(screen.getByRole('heading', { level: 1, name: 'Wilt u deze mails stoppen?' })).toBeTruthy();
    expect(screen.getByRole('listitem').textContent).toBe('nieuws over plannen waar u op stemde');
    expect(screen.getAllByRole('button')).toHaveLength(1);
    expect(sent('Stop deze mails')).toEqual(['post', ADDRESS, { keuze: 'stoppen' }]);
    http.verify();
  });

  it('says that they have stopped, and offers to start again', async () => {
    const { screen, sent } = await stopPage('never');
    expect(screen.getByRole('heading', { level: 1, name: 'Deze mails zijn gestopt' })).toBeTruthy();
    expect(sent('Toch weer aan')).toEqual(['post', ADDRESS, { keuze: 'weer-aan' }]);
  });

  it('is in English for who reads mail in English, and says so to a screen reader', async () => {
    const { screen } = await stopPage('weekly', 'en');
    const heading = screen.getByRole('heading', { level: 1, name: 'Do you want to stop these mails?' });
    expect(heading.closest('[lang]')?.getAttribute('lang')).toBe('en');
  });

  it('says that a link does not work which nobody wrote', async () => {
    const page = await showPage(StopMailPage, { inputs: { token: TOKEN } });
    await page.refuse('GET', ADDRESS, 404, { code: 'unsubscribe-link-not-valid', status: 404 });
    expect(page.screen.getByRole('heading', { level: 1, name: 'Deze link werkt niet' })).toBeTruthy();
    expect(page.screen.queryByRole('button')).toBeNull();
  });

  it('offers to try again where the page could not be read', async () => {
    const page = await showPage(StopMailPage, { inputs: { token: TOKEN } });
    await page.refuse('GET', ADDRESS, 503, { code: 'temporarily-unavailable', status: 503 });
    expect(page.screen.getByRole('button')).toBeTruthy();
  });
});
