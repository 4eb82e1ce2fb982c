import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { fireEvent, waitFor, within } from '@testing-library/dom';
import { anAccount } from '@buurtstem/accounts-web/testing';
import type {
  Account,
  MergeRequest,
  MyDecision,
  MyInvitation,
  MyProposal,
  MyVoteOnProposal,
  Receipt,
} from '@buurtstem/contract';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { aDistrict, aRulebook, aVote } from '../testing';
import { MyPage } from './my-page';

const DISTRICT = '/api/v1/districts/west';

interface Answers {
  readonly votes?: readonly MyVoteOnProposal[];
  readonly receipts?: readonly Receipt[];
  readonly proposals?: readonly MyProposal[];
  readonly invitations?: readonly MyInvitation[];
  readonly notVoted?: number;
  readonly decisions?: readonly MyDecision[];
  readonly mergeRequests?: readonly MergeRequest[];
}

const onPlan = (number: number, title: string, vote = aVote('for'), state = 'open'): MyVoteOnProposal => ({
  proposal: { number, title, state: state as MyVoteOnProposal['proposal']['state'], picture: null },
  vote,
});

const aReceipt = (changes: Partial<Receipt> = {}): Receipt => ({
  receipt: 'K7M4-2PXQ-9TB3-HN6D',
  proposalNumber: 5,
  proposalTitle: 'Veilig oversteken',
  entry: 'cast',
  choice: 'for',
  recordedAt: '2026-11-29T13:32:00Z',
  roundNumber: 3,
  channel: 'online',
  ...changes,
});

/** The page as this person sees it; `null` is nobody. */
async function myPage(account: Account | null = anAccount(), answers: Answers = {}) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  TestBed.inject(CurrentDistrict).choose('west');
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(MyPage);
  document.body.append(fixture.nativeElement);
  fixture.detectChanges();
  http.expectOne('/api/v1/session').flush({ account });
  http.expectOne(DISTRICT).flush(aDistrict());
  http.expectOne(`${DISTRICT}/rulebook`).flush(aRulebook());
  const votes = answers.votes ?? [];
  const bodies: Record<string, unknown> = {
    [`${DISTRICT}/my-votes`]: {
      items: votes,
      waiting: votes.filter(({ vote }) => vote.status === 'waiting').length,
    },
    [`${DISTRICT}/my-receipts`]: { items: answers.receipts ?? [] },
    [`${DISTRICT}/my-proposals`]: { items: answers.proposals ?? [] },
    [`${DISTRICT}/not-voted`]: {
      total: answers.notVoted ?? 0,
      items: answers.notVoted
        ? [{ number: 9, title: 'Een plan om op te stemmen', summary: 'Kort.', picture: null }]
        : [],
    },
    [`${DISTRICT}/my-decisions`]: { items: answers.decisions ?? [] },
    [`${DISTRICT}/my-merge-requests`]: { items: answers.mergeRequests ?? [] },
    '/api/v1/account/notifications': { items: [] },
    '/api/v1/account/notification-preferences': {
      language: 'nl',
      deliveries: { 'own-plan': 'immediate', 'voted-plan': 'weekly', 'discussed-plan': 'weekly' },
      unreachableSince: null,
    },
    '/api/v1/account/invitations': { items: answers.invitations ?? [] },
    '/api/v1/account/sessions': {
      items: [
        {
          id: 's1',
          current: true,
          createdAt: '2026-11-29T13:00:00Z',
          seenAt: '2026-11-29T13:30:00Z',
          agent: 'Firefox, Android',
        },
        {
          id: 's2',
          current: false,
          createdAt: '2026-11-28T13:00:00Z',
          seenAt: '2026-11-28T13:30:00Z',
          agent: '',
        },
      ],
    },
  };
  /** Answers every read that is waiting, in as many turns as it takes. */
  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((done) => setTimeout(done));
      fixture.detectChanges();
      for (const asked of http.match(({ method, url }) => method === 'GET' && url in bodies)) {
        asked.flush(bodies[asked.request.url] as object);
      }
    }
    await fixture.whenStable();
  };
  await settle();
  const screen = within(fixture.nativeElement as HTMLElement);
  return { fixture, http, screen, settle, bodies };
}

const rowOf = (screen: ReturnType<typeof within>, title: string) => {
  const row = screen.getByRole('link', { name: title }).closest('li');
  if (!row) throw new Error(`no row of ${title}`);
  return { text: row.textContent?.replace(/[\s\u00a0]+/g, ' ') ?? '', within: within(row) };
};

describe('my page', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks a visitor who is not signed in to do so, and returns here', async () => {
    const { http, screen } = await myPage(null);
    expect(screen.getByRole('link', { name: 'Inloggen' }).getAttribute('href')).toBe(
      '/inloggen?terug=%2Fwest%2Fmijn',
    );
    http.expectNone(`${DISTRICT}/my-votes`);
  });

  it('greets by first name', async () => {
    const { screen } = await myPage();
    expect(screen.getByRole('heading', { level: 1, name: 'Dag Ans, dit zijn uw stemmen' })).toBeTruthy();
  });

  it('says how many votes wait, for what, until when, and leads to the step', async () => {
    const { screen } = await myPage(anAccount(), {
      votes: [
        onPlan(5, 'Veilig oversteken', aVote('for', { status: 'waiting' })),
        onPlan(6, 'Bankjes', aVote('against', { status: 'waiting' })),
      ],
    });
    const notice = screen.getByText('Twee stemmen tellen nog niet mee.').closest('div')?.textContent;
    expect(notice?.replace(/[\s\u00a0]+/g, ' ')).toContain(
      'Bevestig uw adres vóór dinsdag 8 december, 16.00 uur. Wij bewaren uw stemmen',
    );
    expect(screen.getByRole('link', { name: 'Bevestig mijn adres' }).getAttribute('href')).toBe(
      '/west/bevestigen?terug=%2Fwest%2Fmijn',
    );
  });

  it.each([
    ['that counts', aVote('for'), 'open', /U stemde voor ?Telt mee op 8 december/],
    [
      'that waits',
      aVote('against', { status: 'waiting' }),
      'open',
      /U stemde tegen ?Telt nog niet mee ?Bevestig eerst uw adres\./,
    ],
    [
      'that is held',
      aVote('for', { status: 'held' }),
      'open',
      /In onderzoek ?Er kwamen veel stemmen tegelijk binnen/,
    ],
    [
      'that is invalid',
      aVote('for', { status: 'invalid', reason: 'Gekochte adressen.' }),
      'open',
      /Ongeldig ?De reden: Gekochte adressen\./,
    ],
    ['from paper', aVote('for', { channel: 'paper' }), 'open', /Telt mee op 8 december ?Op papier/],
    ['on a plan that won', aVote('for'), 'won', /U stemde voor ?Gewonnen/],
  ] as const)('says of a vote %s how it stands', async (_what, vote, state, words) => {
    const { screen } = await myPage(anAccount(), { votes: [onPlan(5, 'Veilig oversteken', vote, state)] });
    expect(rowOf(screen, 'Veilig oversteken').text).toMatch(words);
  });

  it('folds the receipt of each vote: plan, vote, when, how it stands, number', async () => {
    const { screen } = await myPage(anAccount(), {
      votes: [onPlan(5, 'Veilig oversteken')],
      receipts: [
        aReceipt({ entry: 'changed' }),
        aReceipt({ receipt: 'AAAA-BBBB-CCCC-DDDD', choice: 'against', recordedAt: '2026-11-28T09:05:00Z' }),
        aReceipt({ proposalNumber: 8, proposalTitle: 'Ander plan', receipt: 'EEEE-FFFF-GGGG-HHHH' }),
      ],
    });
    const row = rowOf(screen, 'Veilig oversteken');
    expect(row.within.getByRole('group')).toBeTruthy();
    expect(row.text).toMatch(
      /Uw stem ?Veranderd: voor ?Ontvangen ?29 november 2026, 14\.32 uur ?Status ?Telt mee op 8 december ?Nummer ?K7M4-2PXQ-9TB3-HN6D/,
    );
    expect(row.text).toMatch(/Eerder ?Gestemd: tegen, 28 november 2026, 10\.05 uur ?AAAA-BBBB-CCCC-DDDD/);
    expect(row.text).not.toContain('EEEE');
    expect(screen.getByText('Stemmen die u introk (1)')).toBeTruthy();
  });

  it('takes a vote back, says so, and reads the votes again', async () => {
    const { http, screen, settle, bodies } = await myPage(anAccount(), {
      votes: [onPlan(5, 'Veilig oversteken')],
    });
    fireEvent.click(screen.getByRole('button', { name: /Trek in ?: Veilig oversteken/ }));
    bodies[`${DISTRICT}/my-votes`] = { items: [], waiting: 0 };
    http.expectOne({ method: 'DELETE', url: `${DISTRICT}/proposals/5/my-vote` }).flush(aVote(null));
    await settle();
    expect(screen.getByText(/Uw stem op ‘Veilig oversteken’ is ingetrokken/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Veilig oversteken' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Mijn stemmen' }));
  });

  it('says that a vote stayed as it was when taking it back is refused', async () => {
    const { http, screen, settle } = await myPage(anAccount(), { votes: [onPlan(5, 'Veilig oversteken')] });
    fireEvent.click(screen.getByRole('button', { name: /Trek in ?: Veilig oversteken/ }));
    http
      .expectOne({ method: 'DELETE', url: `${DISTRICT}/proposals/5/my-vote` })
      .flush({ code: 'voting-closed' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(screen.getByRole('alert').textContent).toMatch(
      /Uw stem op ‘Veilig oversteken’ is niet veranderd\. Stemmen op dit plan is gesloten/,
    );
    expect(screen.getByRole('link', { name: 'Veilig oversteken' })).toBeTruthy();
  });

  it.each([
    ['an invalid vote', aVote('for', { status: 'invalid' }), 'open'],
    ['a vote on a closed plan', aVote('for'), 'closed'],
  ] as const)('does not offer to take back %s', async (_what, vote, state) => {
    const { screen } = await myPage(anAccount(), { votes: [onPlan(5, 'Veilig oversteken', vote, state)] });
    expect(screen.queryByRole('button', { name: /Trek in/ })).toBeNull();
  });

  it('names the plans that were not voted on, with their number', async () => {
    const { screen } = await myPage(anAccount(), { notVoted: 20 });
    expect(screen.getByText(/Plannen waar u nog niet stemde \(20\)/)).toBeTruthy();
    expect(screen.getByText('Een plan om op te stemmen')).toBeTruthy();
  });

  it('lets a draft be finished', async () => {
    const plan: MyProposal = {
      number: 30,
      title: 'Meer schaduw',
      state: 'draft',
      hidden: false,
      updatedAt: '2026-11-20T09:00:00Z',
      picture: null,
    };
    const { screen } = await myPage(anAccount(), { proposals: [plan] });
    expect(screen.getByRole('link', { name: /Maak het af ?: Meer schaduw/ }).getAttribute('href')).toBe(
      '/west/indienen?plan=30',
    );
  });

  it('shows what moderators decided on, and ask about, what the visitor wrote', async () => {
    const { screen } = await myPage(anAccount(), {
      decisions: [
        {
          caseNumber: 12,
          state: 'upheld',
          subject: 'argument',
          isReply: false,
          proposalNumber: 5,
          proposalTitle: 'Veilig oversteken',
          text: 'Bel die familie maar eens.',
          verdict: 'hide',
          reason: 'personal-data',
          message: 'Er stond een telefoonnummer in.',
          decidedAt: '2026-11-25T10:00:00Z',
          appealUntil: '2026-12-09T10:00:00Z',
          mayAppeal: true,
          appeal: null,
          finalMessage: null,
        },
      ],
      mergeRequests: [
        {
          id: 'm1',
          state: 'asked',
          duplicate: { number: 9, title: 'Een zebrapad', agreed: false, mine: true },
          target: { number: 5, title: 'Veilig oversteken', agreed: false, mine: false },
          message: 'Beide plannen gaan over hetzelfde zebrapad.',
          askedAt: '2026-11-25T10:00:00Z',
        },
      ],
    });
    expect(screen.getByRole('region', { name: 'Besluiten over wat u schreef' }).textContent).toContain(
      'Een moderator verborg uw argument',
    );
    expect(screen.getByRole('region', { name: 'Twee plannen samenvoegen?' })).toBeTruthy();
  });

  it('says nothing about moderators where they decided nothing', async () => {
    const { screen } = await myPage();
    expect(screen.queryByText(/moderator/)).toBeNull();
  });

  it('accepts an invitation to work for the district, and leads to the second step', async () => {
    const { http, screen, settle, bodies } = await myPage(anAccount(), {
      invitations: [
        {
          id: 'i1',
          district: { slug: 'west', name: 'West' },
          role: 'clerk',
          invitedBy: null,
          expiresAt: '2026-12-01T09:00:00Z',
        },
      ],
    });
    expect(screen.getByText('Wilt u griffier worden van West?')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Neem de uitnodiging aan' }));
    bodies['/api/v1/account/invitations'] = { items: [] };
    http
      .expectOne({ method: 'POST', url: '/api/v1/account/invitations/i1/acceptance' })
      .flush({ account: anAccount({ roles: [{ district: 'west', role: 'clerk' }], staffAccess: 'enrol' }) });
    await settle();
    expect(screen.getByText('U bent nu griffier van West.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Stel de tweede stap in' }).getAttribute('href')).toBe(
      '/tweede-stap?terug=%2Fwest%2Fmijn',
    );
  });

  it('signs out another device, and never offers that for this one', async () => {
    const { http, screen, settle } = await myPage();
    expect(screen.queryByRole('button', { name: 'Log uit op Firefox, Android' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Log uit op Onbekend apparaat' }));
    http.expectOne({ method: 'DELETE', url: '/api/v1/account/sessions/s2' }).flush(null);
    await settle();
    expect(screen.getByText('Uitgelogd op Onbekend apparaat.')).toBeTruthy();
  });

  it('signs out everywhere, and says so', async () => {
    const { http, screen, settle } = await myPage();
    fireEvent.click(screen.getByRole('button', { name: 'Log overal uit' }));
    http.expectOne({ method: 'DELETE', url: '/api/v1/account/sessions' }).flush(null);
    await settle();
    expect(screen.getByText('U bent nu overal uitgelogd.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Inloggen' })).toBeTruthy();
  });

  it('goes on as a housemate, and reads everything again as that person', async () => {
    const piet = anAccount({
      id: 'u2',
      displayName: 'Piet Vermeer',
      household: { position: 2, limit: 2, others: [{ id: 'u1', displayName: 'Ans Vermeer' }] },
    });
    const { http, screen, settle } = await myPage(
      anAccount({
        household: { position: 1, limit: 2, others: [{ id: 'u2', displayName: 'Piet Vermeer' }] },
      }),
    );
    expect(screen.queryByText('Voeg een huisgenoot toe')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Ga verder als Piet Vermeer' }));
    const request = http.expectOne({ method: 'POST', url: '/api/v1/session/person' });
    expect(request.request.body).toEqual({ accountId: 'u2' });
    request.flush({ account: piet });
    await waitFor(() => http.expectOne(`${DISTRICT}/my-votes`).flush({ items: [], waiting: 0 }));
    await settle();
    expect(screen.getByRole('heading', { level: 1, name: /Dag Piet/ })).toBeTruthy();
  });

  it('adds a housemate where the rules have room for one', async () => {
    const { http, screen, settle } = await myPage(
      anAccount({ household: { position: 1, limit: 2, others: [] } }),
    );
    fireEvent.input(screen.getByLabelText('Hoe heet uw huisgenoot?'), { target: { value: 'Piet Vermeer' } });
    fireEvent.click(screen.getByRole('button', { name: /Voeg toe en ga verder/ }));
    const request = http.expectOne({ method: 'POST', url: '/api/v1/account/household' });
    expect(request.request.body).toEqual({ displayName: 'Piet Vermeer' });
    request.flush({ code: 'household-full' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(screen.getByText(/Op dit e-mailadres kunnen niet meer mensen/)).toBeTruthy();
  });

  it('says nothing about sharing where one address is one person', async () => {
    const { screen } = await myPage();
    expect(screen.queryByRole('region', { name: 'Wie gebruiken dit e-mailadres?' })).toBeNull();
  });

  it('offers the own data, and the way to erase them', async () => {
    const { screen } = await myPage();
    expect(screen.getByRole('link', { name: 'Download mijn gegevens' }).getAttribute('href')).toBe(
      '/api/v1/account/data',
    );
    expect(screen.getByRole('link', { name: 'Verwijder mijn account' }).getAttribute('href')).toBe(
      '/west/mijn/wissen',
    );
  });
});
