import type { Proposal } from '@buurtstem/contract';
import { showPage } from '@buurtstem/ui/testing';
import { SharePanel } from './share-panel';

const PLAN = {
  number: 5,
  title: 'Een bankje & een boom',
  state: 'open',
  mine: false,
  publishedAt: '2026-11-11T09:00:00Z',
} as Proposal;

function panel(changes: Partial<Proposal> = {}) {
  return showPage(SharePanel, { inputs: { proposal: { ...PLAN, ...changes }, district: 'west' } });
}
const browserHas = (what: object) => {
  for (const [name, value] of Object.entries(what))
    Object.defineProperty(navigator, name, { value, configurable: true });
};

describe('sharing a plan', () => {
  afterEach(() => {
    document.body.replaceChildren();
    for (const name of ['clipboard', 'share']) Reflect.deleteProperty(navigator, name);
  });

  const addressOf = (page: Awaited<ReturnType<typeof panel>>, name: string) =>
    page.screen.getByRole('link', { name }).getAttribute('href') ?? '';

  it('shows the short link, and ways to send it, without a script of anybody', async () => {
    const page = await panel();
    expect(page.screen.getByRole('heading', { name: 'Deel dit plan' })).toBeTruthy();
    expect(addressOf(page, 'localhost/p/west-5')).toBe('http://localhost/p/west-5');
    const message = 'Wat vindt u van dit plan: Een bankje & een boom? Stem op http://localhost/p/west-5';
    const whatsapp = new URL(addressOf(page, 'Stuur met WhatsApp'));
    expect([whatsapp.origin, whatsapp.searchParams.get('text')]).toEqual(['https://wa.me', message]);
    const mail = new URL(addressOf(page, 'Stuur een e-mail'));
    expect([mail.searchParams.get('subject'), mail.searchParams.get('body')]).toEqual([PLAN.title, message]);
    expect(page.fixture.nativeElement.querySelector('script')).toBeNull();
  });

  it('has no button that the browser cannot do anything with', async () => {
    expect((await panel()).screen.queryAllByRole('button')).toEqual([]);
  });

  it('copies the link, and says so', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    browserHas({ clipboard: { writeText } });
    const page = await panel();
    await page.press('Kopieer de link');
    expect(writeText).toHaveBeenCalledWith('http://localhost/p/west-5');
    expect(page.said()).toBe('De link is gekopieerd.');
  });

  it('copies the code for another site', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    browserHas({ clipboard: { writeText } });
    const page = await panel();
    const code = page.screen.getByLabelText<HTMLTextAreaElement>('Code voor de website').value;
    expect(code).toContain('<iframe src="http://localhost/embed/west/5" title="Een bankje &amp; een boom"');
    await page.press('Kopieer de code');
    expect(writeText).toHaveBeenCalledWith(code);
    expect(page.said()).toBe('De code is gekopieerd.');
  });

  it('says what to do when copying is refused', async () => {
    browserHas({ clipboard: { writeText: () => Promise.reject(new Error('refused')) } });
    const page = await panel();
    await page.press('Kopieer de link');
    expect(page.said()).toContain('Kopiëren is niet gelukt.');
  });

  it('offers the apps of the phone, and takes no offence when none is chosen', async () => {
    const share = jest.fn().mockRejectedValue(new DOMException('cancelled', 'AbortError'));
    browserHas({ share });
    const page = await panel();
    await page.press('Deel met een app');
    expect(share).toHaveBeenCalledWith({
      title: PLAN.title,
      text: PLAN.title,
      url: 'http://localhost/p/west-5',
    });
    expect(page.said()).toBe('');
  });

  it('asks the submitter to recruit, with the poster in two sizes', async () => {
    const page = await panel({ mine: true });
    expect(page.screen.getByRole('heading', { name: 'Vraag uw buren om te stemmen' })).toBeTruthy();
    const poster = '/api/v1/districts/west/proposals/5/poster';
    expect(addressOf(page, 'Print het affiche (PDF, A4)')).toBe(poster);
    expect(addressOf(page, 'Print het affiche groot (PDF, A3)')).toBe(`${poster}?size=a3`);
  });

  it('asks nobody to vote on a plan that is closed', async () => {
    const page = await panel({ mine: true, state: 'closed' });
    expect(page.screen.getByRole('heading', { name: 'Deel dit plan' })).toBeTruthy();
    expect(page.screen.queryByRole('link', { name: /affiche/ })).toBeNull();
    expect(decodeURIComponent(addressOf(page, 'Stuur met WhatsApp'))).toContain('Lees dit plan: Een bankje');
  });
});
