import type { Answer, Browser } from '@buurtstem/platform-api/testing';
import { signInAsStaff, type Colleague } from './staff';
import { West } from './west';

interface Listed {
  items: { number?: number; title?: string; proposal?: { number: number; title: string } }[];
}

const TEXT = {
  kind: 'plan',
  summary: 'Elke ochtend steken hier 200 kinderen over.',
  body: 'Bij de Sluisbrug rijden auto’s hard van de helling af. Zij zien ons pas op het laatst. '.repeat(2),
  neighbourhood: 'sluiskwartier',
};
const TITLE = 'Een plan dat niet iedereen mag zien';
const ARGUMENT = { side: 'for', body: 'Mijn kinderen steken hier elke dag over naar school.' };
const PAPER = { name: 'Jan', postcode: '1234 AB', houseNumber: 1, choice: 'for' };
const CRITERIA = { from: '2026-01-01T00:00:00Z' };

/** An argument that stands under what is out of sight. */
const UNDER = '00000000-0000-4000-8000-00000000b001';

type Sent = [method: string, path: string, body: object | undefined];

/** Every route of a single proposal, with what it takes. */
const ROUTES: Sent[] = [
  ['GET', '', undefined],
  ['GET', '/standing', undefined],
  ['GET', '/share-card', undefined],
  ['GET', '/poster', undefined],
  ['GET', '/votes-over-time', undefined],
  ['GET', '/arguments', undefined],
  ['POST', '/arguments', ARGUMENT],
  ['GET', '/my-vote', undefined],
  ['PUT', '/my-vote', { choice: 'for' }],
  ['DELETE', '/my-vote', undefined],
  ['PATCH', '', { title: 'Een andere titel ervoor', version: 1 }],
  ['POST', '/publication', undefined],
  ['POST', '/withdrawal', { reason: 'Niet van mij, maar toch.' }],
  ['POST', '/notes', { text: 'Een opmerking van een ander.' }],
  ['GET', '/statements', undefined],
  ['POST', '/reports', { subject: 'proposal', reason: 'irrelevant' }],
  ['POST', '/reports', { subject: 'argument', subjectId: UNDER, reason: 'irrelevant' }],
  ['GET', `/arguments/${UNDER}`, undefined],
  ['PATCH', `/arguments/${UNDER}`, { body: 'Een andere tekst van een ander.', version: 1 }],
  ['GET', `/arguments/${UNDER}/versions`, undefined],
  ['GET', `/arguments/${UNDER}/replies`, undefined],
  ['POST', `/arguments/${UNDER}/replies`, { body: 'Een antwoord van een ander.' }],
  ['PUT', `/arguments/${UNDER}/my-like`, {}],
  ['DELETE', `/arguments/${UNDER}/my-like`, undefined],
];
const STATEMENT = { body: 'De commissie kijkt graag naar dit plan van u.' };
const CLERKS_ROUTES: Sent[] = [
  ...ROUTES,
  ['POST', '/paper-vote-checks', { votes: [PAPER] }],
  ['POST', '/paper-votes', { sheet: 'Markt', votes: [PAPER] }],
];

describe('S15: a proposal out of sight', () => {
  let west: West;
  let charlie: Browser;
  let laura: Browser;
  let clerk: Colleague;
  let moderator: Colleague;
  const numbers: Record<string, number> = {};

  beforeAll(async () => {
    west = await West.open();
    [charlie, laura] = [west.test.browser(), west.test.browser()];
    await charlie.signIn('charlie@voorbeeld.example');
    await charlie.patch('/account', { displayName: 'Charlie' });
    await laura.signIn('laura@voorbeeld.example');
    await laura.patch('/account', { displayName: 'Laura' });
    clerk = await signInAsStaff(west, 'Clara', ['clerk', 'administrator']);
    moderator = await signInAsStaff(west, 'Samira', ['moderator']);
    const submit = async (): Promise<number> =>
      (await charlie.post<{ number: number }>('/districts/west/proposals', { ...TEXT, title: TITLE })).body
        .number;
    for (const kind of ['a draft', 'a withdrawn draft', 'hidden', 'hidden after it was closed'])
      numbers[kind] = await submit();
    await charlie.post(`/districts/west/proposals/${numbers['a withdrawn draft']}/withdrawal`, {
      reason: 'Toch niet.',
    });
    for (const kind of ['hidden', 'hidden after it was closed']) {
      const address = `/districts/west/proposals/${numbers[kind]}`;
      await charlie.post(`${address}/publication`);
      await laura.put(`${address}/my-vote`, { choice: 'for' });
      await west.rows('update proposal set hidden = true where number = $1', [numbers[kind]]);
    }
    await west.rows(
      `insert into argument (district_id, id, proposal_id, author_id, author_name, side, body, posted_at)
       select 1, $2, id, submitter_id, 'Charlie', 'for', $3, now() from proposal where number = $1`,
      [numbers['hidden'], UNDER, ARGUMENT.body],
    );
    await west.rows(`update proposal set state = 'closed' where number = $1`, [
      numbers['hidden after it was closed'],
    ]);
  });
  afterAll(() => west.close());

  // All visitors come from one network here, and one network may not report that often.
  beforeEach(() => west.rows('delete from rate_bucket'));

  const ask = (by: Browser, method: string, address: string, body?: object): Promise<Answer> =>
    by.send(method, address, body ?? (method === 'POST' ? {} : undefined));

  const KINDS = ['a draft', 'a withdrawn draft', 'hidden', 'hidden after it was closed'];

  describe.each(KINDS)('that is %s', (kind) => {
    it.each(ROUTES)('is 404 for a resident and a visitor: %s %s', async (method, path, body) => {
      const address = `/districts/west/proposals/${numbers[kind]}${path}`;
      const answer = await ask(laura, method, address, body);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([404, 'proposal-not-found']);
      const visitor = (await ask(west.test.browser(), method, address, body)).status;
      expect([401, 404]).toContain(visitor);
    });

    it.each(CLERKS_ROUTES)('is 404 for the staff too: %s %s', async (method, path, body) => {
      const address = `/districts/west/proposals/${numbers[kind]}${path}`;
      expect((await ask(clerk.browser, method, address, body)).status).toBe(404);
    });

    it('takes no statement', async () => {
      const address = `/districts/west/proposals/${numbers[kind]}/statements`;
      expect((await ask(moderator.browser, 'POST', address, STATEMENT)).status).toBe(404);
    });

    it('is in no list that anybody reads, except without its words in the voter’s own', async () => {
      for (const list of [
        'proposals?state=all&limit=100',
        'proposals?state=withdrawn',
        'proposals?state=closed',
        'standings?limit=20',
        'not-voted',
        'my-votes',
        'my-receipts',
        'my-proposals',
        'invalidations',
        'agenda-items',
        'meetings',
        'news-feed',
        'meetings-calendar',
        'open-raadsinformatie/agendapunten',
        'open-raadsinformatie/informatieobjecten',
        `similar-proposals?text=${encodeURIComponent(TITLE)}`,
        'moderation-log',
        'my-decisions',
        'my-merge-requests',
      ])
        expect(JSON.stringify((await laura.get(`/districts/west/${list}`)).body)).not.toContain(TITLE);
      const mine = await laura.get<Listed>('/districts/west/my-votes');
      expect(mine.body.items.map(({ proposal }) => proposal?.title)).toEqual(['', '']);
    });

    it('is in its submitter’s list', async () => {
      const mine = await charlie.get<Listed>('/districts/west/my-proposals');
      expect(mine.body.items.map(({ number }) => number)).toContain(numbers[kind]);
    });
  });

  it('that was never published shows no votes to hold either; what is hidden can be held', async () => {
    const hold = async (kind: string): Promise<unknown[]> => {
      const { status, body } = await clerk.browser.post<{ code?: string }>('/districts/west/vote-batches', {
        proposalNumber: numbers[kind],
        criteria: CRITERIA,
        note: '',
      });
      return [status, body.code];
    };
    expect(await hold('a draft')).toEqual([404, 'proposal-not-found']);
    expect(await hold('a withdrawn draft')).toEqual([404, 'proposal-not-found']);
    expect(await hold('hidden after it was closed')).toEqual([409, 'proposal-not-countable']);
    expect(await hold('hidden')).toEqual([201, undefined]);
    const shown = await laura.get<Listed>('/districts/west/invalidations');
    expect(JSON.stringify(shown.body)).not.toContain(TITLE);
  });

  it('of one district is no business of another district’s staff', async () => {
    const oost = await west.oost();
    const stranger = await signInAsStaff(west, 'Oscar', ['clerk', 'administrator', 'moderator'], oost);
    const number = numbers['hidden'];
    for (const [method, path, body] of [
      ['GET', 'vote-signals'],
      ['GET', 'vote-batches'],
      ['POST', 'vote-batches', { proposalNumber: number, criteria: CRITERIA, note: '' }],
      ['GET', 'vote-batches/1'],
      ['GET', 'vote-batches/1/dry-run'],
      ['POST', 'vote-batches/1/invalidation-proposal', { reason: 'Van een ander stadsdeel.' }],
      ['POST', 'vote-batches/1/invalidation', { votes: 1 }],
      ['POST', 'vote-batches/1/release', { reason: 'Van een ander stadsdeel.' }],
      ['POST', 'vote-batches/1/reinstatement', { reason: 'Van een ander stadsdeel.' }],
      ['POST', `proposals/${number}/paper-vote-checks`, { votes: [PAPER] }],
      ['POST', `proposals/${number}/paper-votes`, { sheet: 'Markt', votes: [PAPER] }],
      ['POST', `proposals/${number}/statements`, STATEMENT],
      ['POST', 'moderation-cases', { proposalNumber: number, subject: 'proposal' }],
      ['GET', 'moderation-cases/1'],
      ['PUT', 'moderation-cases/1/claim', {}],
      ['DELETE', 'moderation-cases/1/claim'],
      ['POST', 'moderation-cases/1/decision', { verdict: 'keep' }],
      ['POST', 'moderation-cases/1/restoration', { message: 'Van een ander stadsdeel.' }],
      [
        'POST',
        'moderation-cases/1/appeal-decision',
        { verdict: 'confirm', message: 'Van een ander stadsdeel.' },
      ],
      [
        'POST',
        'merge-requests',
        { duplicateNumber: number, targetNumber: number, message: 'Van een ander stadsdeel.' },
      ],
      ['DELETE', `merge-requests/${UNDER}`],
      ['GET', 'desk-pages/commissie'],
      ...['publication', 'withdrawal', 'removal', 'standard-text'].map((verb) => [
        'POST',
        `desk-pages/commissie/${verb}`,
        { version: 1 },
      ]),
    ] as [string, string, object?][]) {
      const answer = await ask(stranger.browser, method, `/districts/west/${path}`, body);
      expect([path, answer.status, (answer.body as { code: string }).code]).toEqual([
        path,
        403,
        'not-allowed',
      ]);
      const own = await ask(stranger.browser, method, `/districts/oost/${path}`, body);
      // There is nothing of West to be found in their own district.
      expect([path, own.status]).toEqual([
        path,
        /^vote-(signals|batches)$/.test(path) && method === 'GET' ? 200 : 404,
      ]);
    }
  });
});
