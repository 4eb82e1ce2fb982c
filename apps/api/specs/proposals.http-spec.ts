import type { Browser } from '@buurtstem/platform-api/testing';
import { CountRound } from '@buurtstem/voting-api';
import { West } from './west';

const TEXT = {
  kind: 'plan',
  title: 'Veilig oversteken bij de Sluisbrug',
  summary: 'Elke ochtend steken 200 kinderen hier over tussen de auto’s.',
  body: 'Bij de Sluisbrug rijden auto’s hard van de helling af. Zij zien ons pas op het laatst. '.repeat(2),
  neighbourhood: 'sluiskwartier',
};

interface Proposal {
  number: number;
  title: string;
  state: string;
  version: number;
  editable: boolean;
  mine: boolean;
  standing: { votesFor: number; votesAgainst: number };
  chances: { state: string }[];
  events: { verb: string }[];
  notes: { text: string }[];
  rank: number | null;
}
interface Problem {
  code: string;
  errors?: { field: string; code: string }[];
}

describe('a proposal over HTTP', () => {
  let west: West;
  let charlie: Browser;
  let laura: Browser;
  let visitor: Browser;

  beforeEach(async () => {
    west = await West.open();
    [charlie, laura, visitor] = [west.test.browser(), west.test.browser(), west.test.browser()];
    await charlie.signIn('charlie@voorbeeld.example');
    await charlie.patch('/account', { displayName: 'Charlie de Wit' });
    await laura.signIn('laura@voorbeeld.example');
  });
  afterEach(() => west.close());

  const submit = async (): Promise<string> => {
    const { status, body } = await charlie.post<Proposal>('/districts/west/proposals', TEXT);
    expect(status).toBe(201);
    return `/districts/west/proposals/${body.number}`;
  };
  const publish = async (): Promise<string> => {
    const address = await submit();
    expect((await charlie.post<Proposal>(`${address}/publication`)).body.state).toBe('open');
    return address;
  };

  it('is its submitter’s draft until it is published, and 404 for everyone else (S15)', async () => {
    const address = await submit();
    expect((await charlie.get<Proposal>(address)).body).toMatchObject({
      state: 'draft',
      mine: true,
      editable: true,
    });
    for (const other of [laura, visitor]) {
      expect((await other.get(address)).status).toBe(404);
      expect((await other.get(`${address}/standing`)).status).toBe(404);
      expect((await other.get(`${address}/arguments`)).status).toBe(404);
    }
    expect((await laura.put(`${address}/my-vote`, { choice: 'for' })).status).toBe(404);
    expect((await laura.post(`${address}/publication`)).status).toBe(404);
    expect((await visitor.get<{ total: number }>('/districts/west/proposals?state=all')).body.total).toBe(0);
    await charlie.post(`${address}/publication`);
    expect((await visitor.get<Proposal>(address)).body).toMatchObject({
      state: 'open',
      mine: false,
      editable: false,
      rank: 1,
    });
    expect((await visitor.get<Proposal>(address)).body.chances.map((chance) => chance.state)).toEqual([
      'now',
      'next',
      'next',
    ]);
  });

  it('is refused naming every mistake at once, and nothing is written', async () => {
    const wrong = { ...TEXT, title: 'kort', summary: '', body: 'x'.repeat(5001) };
    const { status, body } = await charlie.post<Problem>('/districts/west/proposals', wrong);
    expect(status).toBe(400);
    expect(body.errors?.map((error) => error.field)).toEqual(['title', 'body']);
    const shape = await charlie.post<Problem>('/districts/west/proposals', {
      ...TEXT,
      kind: 'wish',
      title: 7,
      state: 'won',
    });
    expect([shape.status, new Set(shape.body.errors?.map((error) => error.field))]).toEqual([
      400,
      new Set(['kind', 'state', 'title']),
    ]);
    const noText = await charlie.post<Problem>('/districts/west/proposals', {
      ...TEXT,
      title: 'Een titel met \u0000',
    });
    expect([noText.status, noText.body.code]).toEqual([400, 'invalid-input']);
    const foreign = await charlie.post<Problem>('/districts/west/proposals', {
      ...TEXT,
      neighbourhood: 'elders',
    });
    expect(foreign.body.errors).toMatchObject([{ field: 'neighbourhood', code: 'neighbourhood-unknown' }]);
    expect(await west.rows('select from proposal')).toEqual([]);
  });

  it('is kept unfinished as a draft, and published once every text is there', async () => {
    const { body: draft } = await charlie.post<Proposal>('/districts/west/proposals', {
      ...TEXT,
      summary: '',
      body: '',
    });
    const address = `/districts/west/proposals/${draft.number}`;
    const early = await charlie.post<Problem>(`${address}/publication`);
    expect([early.status, early.body.errors?.map((error) => error.field)]).toEqual([
      400,
      ['summary', 'body'],
    ]);
    expect((await charlie.get<Proposal>(address)).body.state).toBe('draft');
    await charlie.patch(address, { summary: TEXT.summary, version: 1 });
    await charlie.patch(address, { body: TEXT.body, version: 2 });
    expect((await charlie.post(`${address}/publication`)).status).toBe(200);
    const late = await charlie.patch<Problem>(address, { body: 'Kort.', version: 3 });
    expect([late.status, late.body.errors?.map((error) => error.field)]).toEqual([400, ['body']]);
  });

  it('is kept without a name, and needs one to stand under when it is published', async () => {
    const { body: draft } = await laura.post<Proposal>('/districts/west/proposals', TEXT);
    const address = `/districts/west/proposals/${draft.number}`;
    const { status, body } = await laura.post<Problem>(`${address}/publication`);
    expect([status, body.code]).toEqual([409, 'display-name-missing']);
    await laura.patch('/account', { displayName: 'Laura' });
    await laura.patch(address, { version: 1 });
    expect((await laura.post<Proposal>(`${address}/publication`)).body).toMatchObject({
      state: 'open',
      submitterName: 'Laura',
    });
  });

  it('may be changed until the first vote, by its submitter only, and not over another change', async () => {
    const address = await publish();
    const edited = await charlie.patch<Proposal>(address, {
      title: 'Veilig oversteken bij de brug',
      version: 1,
    });
    expect(edited.body).toMatchObject({ title: 'Veilig oversteken bij de brug', version: 2 });
    expect(
      (await charlie.patch<Problem>(address, { title: 'Uit een ander tabblad', version: 1 })).body.code,
    ).toBe('version-conflict');
    expect((await laura.patch<Problem>(address, { title: 'Van een ander', version: 2 })).status).toBe(403);
    await laura.put(`${address}/my-vote`, { choice: 'for' });
    await laura.delete(`${address}/my-vote`);
    const late = await charlie.patch<Problem>(address, { title: 'Na de eerste stem', version: 2 });
    expect([late.status, late.body.code]).toEqual([409, 'text-locked']);
    const noted = await charlie.post<Proposal>(`${address}/notes`, {
      text: 'De school heeft 214 kinderen geteld.',
    });
    expect(noted.body.notes.map((note) => note.text)).toEqual(['De school heeft 214 kinderen geteld.']);
  });

  it('keeps its history when it is withdrawn, and then takes no votes', async () => {
    const address = await publish();
    expect((await charlie.post<Problem>(`${address}/withdrawal`, { reason: '' })).status).toBe(400);
    await charlie.post(`${address}/withdrawal`, { reason: 'De gemeente begint er al mee.' });
    const { body } = await visitor.get<Proposal>(address);
    expect([body.state, body.events.map((event) => event.verb)]).toEqual([
      'withdrawn',
      ['publish', 'withdraw'],
    ]);
    const vote = await laura.put<Problem>(`${address}/my-vote`, { choice: 'for' });
    expect([vote.status, vote.body.code]).toEqual([409, 'proposal-not-open']);
  });

  it('takes a vote, its change and its withdrawal, idempotently', async () => {
    const address = await publish();
    const mine = `${address}/my-vote`;
    for (const choice of ['for', 'for', 'against'] as const) {
      const { status, body } = await laura.put<{ choice: string; status: string; countedAt: string }>(mine, {
        choice,
      });
      expect([status, body.choice, body.status]).toEqual([200, choice, 'counts']);
      expect(Date.parse(body.countedAt)).toBeGreaterThan(Date.now());
    }
    expect((await visitor.get<Proposal>(address)).body.standing).toEqual({ votesFor: 0, votesAgainst: 1 });
    for (let times = 0; times < 2; times += 1) {
      expect((await laura.delete<{ choice: null; status: string }>(mine)).body).toMatchObject({
        choice: null,
        status: 'none',
      });
    }
    expect((await visitor.get<Proposal>(address)).body.standing).toEqual({ votesFor: 0, votesAgainst: 0 });
    expect((await laura.put<Problem>(mine, { choice: 'maybe' })).status).toBe(400);
    expect((await laura.put<Problem>(mine, { choice: 'for', weight: 100 })).status).toBe(400);
    expect(
      (await laura.put<Problem>('/districts/oost/proposals/1/my-vote', { choice: 'for' })).body.code,
    ).toBe('district-not-found');
  });

  it('shows the count dates in which it took part once it has won, and where it is discussed', async () => {
    const address = await publish();
    await west.meeting();
    await west.vote(Number(address.split('/').at(-1)), await west.residents(2));
    const { closesAt, number } = await west.openRound();
    await west.app.get(CountRound).execute(west.districtId, number, closesAt);
    const { body } = await visitor.get<
      Proposal & { agendaItem: { state: string; meeting: { place: string } } }
    >(address);
    expect(body.chances.map((chance) => chance.state)).toEqual(['used']);
    expect([body.state, body.agendaItem.state, body.agendaItem.meeting.place]).toEqual([
      'on-agenda',
      'scheduled',
      'Buurthuis',
    ]);
    const report = await visitor.get<{
      winner: { title: string };
      decidedBy: string;
      agendaItem: { title: string };
    }>(`/districts/west/rounds/${number}/count`);
    expect(report.body).toMatchObject({
      winner: { title: TEXT.title },
      decidedBy: 'votes',
      agendaItem: { title: TEXT.title },
    });
    const agenda = await visitor.get<{ items: { items: { title: string }[] }[] }>('/districts/west/meetings');
    expect(agenda.body.items[0]?.items.map((item) => item.title)).toEqual([TEXT.title]);
  });

  it('gathers arguments', async () => {
    const address = await publish();
    const body = 'Mijn kinderen steken hier elke dag over naar school.';
    expect((await laura.post<Problem>(`${address}/arguments`, { side: 'for', body })).body.code).toBe(
      'display-name-missing',
    );
    await laura.patch('/account', { displayName: 'Laura' });
    expect((await laura.post(`${address}/arguments`, { side: 'for', body })).status).toBe(201);
    expect(
      (await laura.post<Problem>(`${address}/arguments`, { side: 'for', body: 'Goed plan' })).status,
    ).toBe(400);
    const page = await visitor.get<{ total: number; items: { authorName: string }[] }>(
      `${address}/arguments?side=for`,
    );
    expect([page.body.total, page.body.items[0]?.authorName]).toEqual([1, 'Laura']);
    expect(
      (await charlie.patch<Problem>(address, { title: 'Na het eerste argument', version: 1 })).body.code,
    ).toBe('text-locked');
  });
});

describe('the list of proposals', () => {
  let west: West;
  let numbers: number[];
  beforeAll(async () => {
    west = await West.open();
    numbers = [];
    for (let n = 0; n < 7; n += 1)
      numbers.push(
        await west.proposal(`Plan ${'ABCDEFG'[n]} voor de buurt`, new Date(Date.now() - (9 - n) * 1000)),
      );
    const voters = await west.residents(3);
    await west.vote(numbers[4]!, voters);
    await west.vote(numbers[2]!, voters.slice(0, 2));
    await west.vote(numbers[6]!, voters.slice(0, 2));
  });
  afterAll(() => west.close());

  it.each([
    ['votes', (n: number[]) => [n[4], n[2], n[6], n[0], n[1], n[3], n[5]]],
    ['newest', (n: number[]) => [...n].reverse()],
    ['random', null],
  ] as const)('by %s pages through everything once, in order', async (sort, expected) => {
    const visitor = west.test.browser();
    const seen: number[] = [];
    let after = '';
    do {
      const { body } = await visitor.get<{ items: { number: number }[]; total: number; next: string | null }>(
        `/districts/west/proposals?sort=${sort}&limit=2${after && `&after=${after}`}`,
      );
      expect(body.total).toBe(7);
      seen.push(...body.items.map((item) => item.number));
      after = body.next ?? '';
    } while (after);
    expect([...seen].sort()).toEqual([...numbers].sort());
    if (expected) expect(seen).toEqual(expected(numbers));
  });

  it('finds words, and tells who leads', async () => {
    const visitor = west.test.browser();
    const found = await visitor.get<{ items: { title: string }[] }>('/districts/west/proposals?q=plan%20c');
    expect(found.body.items.map((item) => item.title)).toContain('Plan C voor de buurt');
    expect((await visitor.get<{ total: number }>('/districts/west/proposals?q=zwembad')).body.total).toBe(0);
    expect(
      (
        await visitor.get<{ total: number }>(
          `/districts/west/proposals?q=${encodeURIComponent("'; drop table vote --")}`,
        )
      ).status,
    ).toBe(200);
    const standings = await visitor.get<{ items: { number: number }[]; threshold: number }>(
      '/districts/west/standings?limit=1',
    );
    expect([standings.body.items[0]?.number, standings.body.threshold]).toEqual([numbers[4], 2]);
  });
});
