import { TestBed } from '@angular/core/testing';
import { anAccount } from '@buurtstem/accounts-web/testing';
import type { Account, Proposal } from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { showPage } from '@buurtstem/ui/testing';
import { ProposalPage } from './proposal-page';
import { aDistrict, aProposal, aRulebook } from './testing';

const PROPOSAL = '/api/v1/districts/west/proposals/5';
const PICTURE = {
  id: 'p1',
  url: '/p1.jpg',
  sources: [],
  alt: 'Fietsers op de brug',
  width: 800,
  height: 600,
};

/** The page of one plan; its discussion and its statements are left waiting. */
async function proposalPage(
  changes: Partial<Proposal> = {},
  visitor: Account | null = null,
  inputs: Record<string, unknown> = {},
) {
  const page = await showPage(ProposalPage, {
    inputs: { number: '5', ...inputs },
    before: () => TestBed.inject(CurrentDistrict).choose('west'),
  });
  page.asked('GET', '/api/v1/districts/west').flush(aDistrict());
  page.asked('GET', '/api/v1/districts/west/rulebook').flush(aRulebook());
  await page.answer('GET', PROPOSAL, aProposal(changes));
  for (const session of page.http.match('/api/v1/session')) session.flush({ account: visitor });
  await page.settle();
  return page;
}

describe('the page of a plan', () => {
  beforeEach(() => {
    window.matchMedia = (media) =>
      Object.assign(new EventTarget(), { matches: true, media, onchange: null }) as MediaQueryList;
  });
  afterEach(() => document.body.replaceChildren());

  it('names who joined the submitter', async () => {
    const { screen } = await proposalPage({ coSubmitters: ['Ans Vermeer', ''] });
    expect(screen.getByText('Joris Bakker, Ans Vermeer en Een bewoner')).toBeTruthy();
  });

  it('leads from a plan that was merged to the one that stayed, and says that votes do not move', async () => {
    const { fixture, screen } = await proposalPage({
      state: 'merged',
      mergedInto: { number: 9, title: 'Een zebrapad' },
    });
    expect(screen.getByText('Dit plan is samengevoegd met ‘Een zebrapad’.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Stem op ‘Een zebrapad’' }).getAttribute('href')).toBe(
      '/west/plannen/9',
    );
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Stemmen verhuizen niet mee.');
    expect(screen.getByRole('heading', { name: 'Stemmen is gesloten' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Voor' })).toBeNull();
  });

  it('names no plan that is out of sight', async () => {
    const { screen } = await proposalPage({ state: 'merged', mergedInto: { number: 9, title: '' } });
    expect(screen.getByText('Dit plan is samengevoegd met een ander plan.')).toBeTruthy();
    expect(screen.queryByRole('link', { name: /^Stem op/ })).toBeNull();
  });

  it('says that a moderator took something out of the text', async () => {
    const { screen } = await proposalPage({ redacted: true });
    expect(screen.getByText('Een moderator haalde persoonlijke gegevens weg.')).toBeTruthy();
  });

  it('lets everybody report the plan and its pictures', async () => {
    const { screen } = await proposalPage({ pictures: [PICTURE] });
    expect(screen.getByRole('button', { name: 'Meld dit plan' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Meld de foto' })).toBeTruthy();
  });

  it('does not ask submitters to report themselves', async () => {
    const { screen } = await proposalPage({ pictures: [PICTURE], mine: true }, anAccount());
    expect(screen.queryByRole('button', { name: /^Meld/ })).toBeNull();
  });

  it('has no discussion, and nothing to report, while it is a draft', async () => {
    const { http, screen } = await proposalPage(
      { state: 'draft', mine: true, pictures: [PICTURE] },
      anAccount(),
    );
    expect(screen.queryByRole('heading', { name: 'Voor en tegen' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Meld/ })).toBeNull();
    http.expectNone(`${PROPOSAL}/statements`);
  });

  it('can be shared by everybody, and first of all by its submitter', async () => {
    const heading = (page: Awaited<ReturnType<typeof proposalPage>>, name: string) =>
      page.screen.queryByRole('heading', { name });
    expect(heading(await proposalPage(), 'Deel dit plan')).toBeTruthy();
    TestBed.resetTestingModule();
    const own = await proposalPage({ mine: true }, anAccount());
    const names = own.screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(names.indexOf('Vraag uw buren om te stemmen')).toBeLessThan(names.indexOf('Het plan'));
    expect(heading(own, 'Deel dit plan')).toBeNull();
  });

  it('says to other sites what they show of it, and nothing of a draft', async () => {
    await proposalPage();
    const shown = () => document.head.querySelector<HTMLMetaElement>('meta[property="og:image"]')?.content;
    expect(shown()).toBe('http://localhost/api/v1/districts/west/proposals/5/share-card');
    TestBed.resetTestingModule();
    const draft = await proposalPage({ state: 'draft', mine: true, publishedAt: null }, anAccount());
    expect(shown()).toBeUndefined();
    expect(draft.screen.queryByRole('link', { name: /p\/west-5/ })).toBeNull();
  });

  it('takes the order of the discussion from its address', async () => {
    const { asked } = await proposalPage({}, null, { volgorde: 'nieuwste' });
    expect(asked('GET', `${PROPOSAL}/arguments?side=for&sort=newest&limit=5`)).toBeTruthy();
    expect(asked('GET', `${PROPOSAL}/statements`)).toBeTruthy();
  });
});
