import { showPage } from '@buurtstem/ui/testing';
import type { CasePage } from '@buurtstem/contract';
import { CasesPage } from './cases-page';
import { aPage, API, aSummary, atTheDesk } from './testing';

async function casesPage(view: 'appeals' | 'decided', page: CasePage, inputs: Record<string, string> = {}) {
  const shown = await showPage(CasesPage, { inputs: { view, ...inputs }, before: () => void atTheDesk() });
  const filter = inputs['subject'] ? `&subject=${inputs['subject']}` : '';
  await shown.answer('GET', `${API}/moderation-cases?view=${view}${filter}`, page);
  return shown;
}

describe('the lists of appeals and of decided cases', () => {
  afterEach(() => document.body.replaceChildren());

  it('leads to the appeals that wait', async () => {
    const { screen } = await casesPage('appeals', aPage([aSummary({ state: 'appealed' })]));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Bezwaren');
    const line = screen.getByRole('link', { name: /^Reactie/ });
    expect(line.getAttribute('href')).toBe('/west/moderatie/zaken/12');
    expect(line.closest('li')!.textContent).toContain('Bezwaar');
    expect(line.closest('li')!.textContent).not.toContain('dagen');
    expect(screen.queryByRole('button', { name: /Neem op/ })).toBeNull();
  });

  it('says that no appeal waits', async () => {
    const { screen } = await casesPage('appeals', aPage([]));
    expect(screen.getByRole('heading', { name: 'Er wacht geen bezwaar' })).toBeTruthy();
  });

  it('shows what was decided, by what it is about', async () => {
    const { screen } = await casesPage('decided', aPage([]), { subject: 'picture' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Besloten');
    expect(screen.getByText(/Geen zaak past hierbij\./)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Foto’s' }).getAttribute('aria-current')).toBe('true');
    expect(screen.queryByRole('link', { name: 'Dringend' })).toBeNull();
  });

  it('says that the list does not come', async () => {
    const page = await showPage(CasesPage, { inputs: { view: 'decided' }, before: () => void atTheDesk() });
    await page.refuse('GET', `${API}/moderation-cases?view=decided`, 503, {});
    expect(page.screen.getByRole('button', { name: 'Probeer het opnieuw' })).toBeTruthy();
  });
});
