import type { Browser } from '@buurtstem/platform-api/testing';
import { signInAsStaff, type Colleague } from './staff';
import { West } from './west';

interface Problem {
  code: string;
  errors?: { field: string }[];
}
interface Signal {
  kind: string;
  proposal: { number: number };
  label: string;
  votes: number;
  criteria: { network?: string };
}
interface Batch {
  number: number;
  state: string;
  votes: number;
  votesFor: number;
  heldBy: string;
  proposedBy: string | null;
  decidedBy: string | null;
  mayDecide: boolean;
  reason: string;
}
interface DryRun {
  votes: number;
  before: { votesFor: number; rank: number };
  after: { votesFor: number; rank: number };
  leaderBefore: { number: number };
  leaderAfter: { number: number };
}
interface MyVote {
  status: string;
  reason: string | null;
  counts: boolean;
}

const REASON = 'Deze stemmen kwamen binnen een minuut van één adres.';

describe('S13: the fraud desk', () => {
  let west: West;
  let clara: Colleague;
  let dewi: Colleague;
  let bench: number;
  let bridge: number;
  let voters: Browser[];

  beforeAll(async () => {
    west = await West.open();
    bench = await west.proposal('Bankjes langs het Molenpad');
    bridge = await west.proposal('Veilig oversteken bij de Sluisbrug');
    [clara, dewi] = [
      await signInAsStaff(west, 'Clara', ['clerk']),
      await signInAsStaff(west, 'Dewi', ['clerk', 'administrator']),
    ];
    await west.vote(bridge, await west.residents(4));
    await west.vote(bench, await west.residents(1));
    voters = [];
    for (let index = 0; index < 7; index += 1) {
      const voter = west.test.browser();
      await voter.signIn(`voter${index}@club.example`);
      await voter.put(`/districts/west/proposals/${bench}/my-vote`, { choice: 'for' });
      voters.push(voter);
    }
  });
  afterAll(() => west.close());

  const desk = '/districts/west/vote-batches';
  const myVote = async (voter = voters[0]!): Promise<MyVote> =>
    (await voter.get<MyVote>(`/districts/west/proposals/${bench}/my-vote`)).body;
  const standing = async (): Promise<unknown> =>
    (await voters[0]!.get(`/districts/west/proposals/${bench}/standing`)).body;

  it('holds, dry-runs, lets a colleague decide, tells the voter why, and undoes it, with a trace of every act', async () => {
    const signals = await clara.browser.get<{ items: Signal[] }>('/districts/west/vote-signals');
    expect(signals.body.items).toMatchObject([
      {
        kind: 'network',
        proposal: { number: bench },
        votes: 7,
        label: expect.stringMatching(/^[0-9A-F]{6}$/),
      },
    ]);
    const { criteria } = signals.body.items[0]!;

    const held = await clara.browser.post<Batch>(desk, {
      proposalNumber: bench,
      criteria,
      note: 'Allemaal tegelijk.',
    });
    expect([held.status, held.body]).toEqual([
      201,
      expect.objectContaining({
        number: 1,
        state: 'held',
        votes: 7,
        votesFor: 7,
        heldBy: 'Clara',
        mayDecide: false,
      }),
    ]);
    expect(await myVote()).toMatchObject({ status: 'held', counts: false, reason: null });
    expect(await standing()).toMatchObject({ votesFor: 1 });
    const batch = `${desk}/1`;

    const dryRun = await clara.browser.get<DryRun>(`${batch}/dry-run`);
    expect(dryRun.body).toMatchObject({
      votes: 7,
      before: { votesFor: 8, rank: 1 },
      after: { votesFor: 1, rank: 2 },
      leaderBefore: { number: bench },
      leaderAfter: { number: bridge },
    });
    expect(await west.rows('select from ballot_ledger')).toHaveLength(12);

    const tooEarly = await dewi.browser.post<Problem>(`${batch}/invalidation`, { votes: 7 });
    expect([tooEarly.status, tooEarly.body.code]).toEqual([409, 'vote-batch-transition-not-possible']);
    const wordless = await clara.browser.post<Problem>(`${batch}/invalidation-proposal`, { reason: ' x ' });
    expect([wordless.status, wordless.body.errors?.[0]?.field]).toEqual([400, 'reason']);
    const proposed = await clara.browser.post<Batch>(`${batch}/invalidation-proposal`, { reason: REASON });
    expect(proposed.body).toMatchObject({ state: 'proposed', proposedBy: 'Clara', mayDecide: false });
    expect((await dewi.browser.get<Batch>(batch)).body.mayDecide).toBe(true);
    expect((await voters[0]!.get<{ items: unknown[] }>('/districts/west/invalidations')).body.items).toEqual(
      [],
    );

    const alone = await clara.browser.post<Problem>(`${batch}/invalidation`, { votes: 7 });
    expect([alone.status, alone.body.code]).toEqual([403, 'second-person-needed']);
    await voters[6]!.delete(`/districts/west/proposals/${bench}/my-vote`);
    const changed = await dewi.browser.post<Problem>(`${batch}/invalidation`, { votes: 7 });
    expect([changed.status, changed.body.code]).toEqual([409, 'vote-batch-changed']);
    const again = (await dewi.browser.get<DryRun>(`${batch}/dry-run`)).body.votes;
    const decided = await dewi.browser.post<Batch>(`${batch}/invalidation`, { votes: again });
    expect([decided.status, decided.body]).toEqual([
      200,
      expect.objectContaining({ state: 'invalidated', decidedBy: 'Dewi', votes: 7, votesFor: 6 }),
    ]);

    expect(await myVote()).toMatchObject({ status: 'invalid', reason: REASON });
    const mine = await voters[0]!.get<{ items: { vote: MyVote }[] }>('/districts/west/my-votes');
    expect(mine.body.items[0]?.vote).toMatchObject({ status: 'invalid', reason: REASON });
    const receipts = await voters[0]!.get<{ items: { entry: string }[] }>('/districts/west/my-receipts');
    expect(receipts.body.items.map(({ entry }) => entry)).toEqual(['invalidated', 'cast']);
    for (const voter of [voters[0]!, voters[6]!]) {
      const refused = await voter.put<Problem>(`/districts/west/proposals/${bench}/my-vote`, {
        choice: 'for',
      });
      expect([refused.status, refused.body.code]).toEqual([409, 'vote-invalidated']);
    }
    const published = await west.test.browser().get<{ items: unknown[] }>('/districts/west/invalidations');
    expect(published.body.items).toEqual([
      {
        number: 1,
        proposal: { number: bench, title: 'Bankjes langs het Molenpad' },
        votes: 7,
        reason: REASON,
        decidedAt: expect.any(String),
        undoneAt: null,
        undoneReason: '',
      },
    ]);

    const undone = await clara.browser.post<Batch>(`${batch}/reinstatement`, {
      reason: 'Het was een buurtfeest.',
    });
    expect([undone.status, undone.body.state]).toEqual([200, 'reinstated']);
    expect(await myVote()).toMatchObject({ status: 'counts', reason: null });
    expect(await standing()).toMatchObject({ votesFor: 7 });
    expect(
      (await west.test.browser().get<{ items: unknown[] }>('/districts/west/invalidations')).body.items,
    ).toMatchObject([{ undoneAt: expect.any(String), undoneReason: 'Het was een buurtfeest.' }]);

    const trail = await west.rows(
      `select action, result, actor_name from audit_entry where phase = 'finished' order by id`,
    );
    expect(
      trail.map(
        ({ action, result, actor_name: who }) => `${String(who)}: ${String(action)} ${String(result)}`,
      ),
    ).toEqual([
      'Clara (clerk): holdVotes done',
      'Dewi (administrator, clerk): invalidateVotes vote-batch-transition-not-possible',
      'Clara (clerk): proposeInvalidation invalid-input',
      'Clara (clerk): proposeInvalidation done',
      'Clara (clerk): invalidateVotes second-person-needed',
      'Dewi (administrator, clerk): invalidateVotes vote-batch-changed',
      'Dewi (administrator, clerk): invalidateVotes done',
      'Clara (clerk): reinstateVotes done',
    ]);
  });

  it('lets a held vote be changed, and it stays held; a release lets it count', async () => {
    const [signal] = (await clara.browser.get<{ items: Signal[] }>('/districts/west/vote-signals')).body
      .items;
    const { body } = await dewi.browser.post<Batch>(desk, {
      proposalNumber: bench,
      criteria: signal!.criteria,
      note: '',
    });
    await voters[0]!.put(`/districts/west/proposals/${bench}/my-vote`, { choice: 'against' });
    expect(await myVote()).toMatchObject({ choice: 'against', status: 'held' });
    const released = await dewi.browser.post<Batch>(`${desk}/${body.number}/release`, {
      reason: 'Niets aan de hand.',
    });
    expect([released.status, released.body.state]).toEqual([200, 'released']);
    expect(await myVote()).toMatchObject({ choice: 'against', status: 'counts' });
  });

  it('refuses what selects nothing, everything, or a time that ends before it begins, and what does not exist', async () => {
    const ask = async (criteria: object, proposalNumber = bench): Promise<unknown[]> => {
      const { status, body } = await clara.browser.post<Problem>(desk, {
        proposalNumber,
        criteria,
        note: '',
      });
      return [status, body.code, body.errors?.map(({ field }) => field)];
    };
    expect(await ask({})).toEqual([400, 'invalid-input', ['criteria']]);
    expect(await ask({ from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' })).toEqual([
      400,
      'invalid-input',
      ['criteria.to'],
    ]);
    expect(await ask({ network: 'x', mailDomain: 'Ä', colour: 'red' })).toEqual([
      400,
      'invalid-input',
      expect.arrayContaining(['criteria.network', 'criteria.mailDomain', 'criteria.colour']),
    ]);
    expect(await ask({ mailDomain: 'nobody.example' })).toEqual([422, 'no-votes-selected', undefined]);
    expect(await ask({ mailDomain: 'club.example' }, 999)).toEqual([404, 'proposal-not-found', undefined]);
    for (const address of [`${desk}/99`, `${desk}/99/dry-run`])
      expect((await clara.browser.get<Problem>(address)).body.code).toBe('vote-batch-not-found');
    const gone = await clara.browser.post<Problem>(`${desk}/99/release`, { reason: 'Bestaat niet.' });
    expect([gone.status, gone.body.code]).toEqual([404, 'vote-batch-not-found']);
  });
});
