import type { ResidentId } from '@buurtstem/shared-domain';
import {
  CastVotes,
  CountRound,
  EndVoteBatch,
  HoldVotes,
  InvalidateVotes,
  ProposeInvalidation,
  TallyRound,
} from '@buurtstem/voting-api';
import type { Tally } from '@buurtstem/voting-domain';
import { West } from './west';

const REASON = 'Alles tegelijk van één adres.';

describe('a batch of votes', () => {
  let west: West;
  let bench: number;
  let voters: ResidentId[];
  let clara: ResidentId;
  let dewi: ResidentId;

  beforeEach(async () => {
    west = await West.open();
    bench = await west.proposal('Bankjes langs het Molenpad');
    voters = await west.residents(6);
    [clara, dewi] = (await west.residents(2)) as [ResidentId, ResidentId];
  });
  afterEach(() => west.close());

  const from = (mailDomain: string) => ({ network: Buffer.alloc(32, mailDomain), mailDomain });
  const vote = (
    residents: readonly ResidentId[],
    choice: 'for' | 'against' | 'none',
    mailDomain = 'club.example',
  ) =>
    west.app.get(CastVotes).execute(
      west.districtId,
      residents.map((residentId) => ({
        proposalNumber: bench,
        residentId,
        choice,
        origin: from(mailDomain),
      })),
    );
  const hold = (mailDomain = 'club.example', actor = clara): Promise<number> =>
    west.app
      .get(HoldVotes, { strict: false })
      .execute(west.districtId, { proposalNumber: bench, criteria: { mailDomain }, note: '' }, actor);
  const propose = (batch: number, actor = clara): Promise<void> =>
    west.app.get(ProposeInvalidation, { strict: false }).execute(west.districtId, batch, REASON, actor);
  const invalidate = (batch: number, votes: number, actor = dewi): Promise<void> =>
    west.app.get(InvalidateVotes, { strict: false }).execute(west.districtId, batch, votes, actor);
  const end = (batch: number, verb: 'release' | 'reinstate'): Promise<void> =>
    west.app
      .get(EndVoteBatch, { strict: false })
      .execute(west.districtId, batch, { verb, reason: REASON, actorId: clara });
  const statuses = async (): Promise<unknown[]> =>
    (await west.rows('select status from vote order by status')).map((row) => row['status']);
  const tally = async (): Promise<Tally | undefined> => {
    const [row] = await west.rows('select id from proposal where number = $1', [bench]);
    const id = String(row?.['id']);
    const { closesAt } = await west.openRound();
    const scope = { districtId: west.districtId, closesAt, identityLevel: 0, proposalIds: [id] };
    return (await west.app.get(TallyRound, { strict: false }).tally(west.em, scope)).tallies.get(id);
  };

  it('P12: invalidated and then reinstated leaves the count as it was', async () => {
    await vote(voters.slice(0, 4), 'for');
    await vote(voters.slice(4), 'against');
    const before = await tally();
    const batch = await hold();
    expect(await tally()).toEqual({ ...before, votesFor: 0, votesAgainst: 0, held: 6 });
    await propose(batch);
    await invalidate(batch, 6);
    expect(await tally()).toEqual({ ...before, votesFor: 0, votesAgainst: 0, invalid: 6 });
    await end(batch, 'reinstate');
    expect(await tally()).toEqual(before);
    expect(await statuses()).toEqual(Array(6).fill('valid'));
    const { closesAt, number } = await west.openRound();
    await west.app.get(CountRound).execute(west.districtId, number, closesAt);
    expect(await west.rows('select votes_for, votes_against, invalid from count_line')).toEqual([
      { votes_for: 4, votes_against: 2, invalid: 0 },
    ]);
  });

  it('leaves a count that is decided without it: invalid and held ones are reported, and do not count', async () => {
    await vote(voters.slice(0, 2), 'for', 'club.example');
    await vote(voters.slice(2, 3), 'for', 'other.example');
    await vote(voters.slice(3), 'for', 'own.example');
    const batch = await hold('club.example');
    await propose(batch);
    await invalidate(batch, 2);
    await hold('other.example');
    const { closesAt, number } = await west.openRound();
    await west.app.get(CountRound).execute(west.districtId, number, closesAt);
    expect(await west.rows('select votes_for, held, invalid, waiting from count_line')).toEqual([
      { votes_for: 3, held: 1, invalid: 2, waiting: 0 },
    ]);
  });

  it('cannot be decided by one person, also where the rules of the program fail: the database says no', async () => {
    await vote(voters, 'for');
    await propose(await hold());
    await expect(
      west.rows(`update vote_batch set state = 'invalidated', decided_by = proposed_by, decided_at = now()`),
    ).rejects.toThrow('vote_batch_two_people');
    await expect(
      west.rows(`update vote_batch set proposed_by = null, decided_by = $1, decided_at = now()`, [dewi]),
    ).rejects.toThrow('vote_batch_two_people');
    await expect(invalidate(1, 6, clara)).rejects.toThrow('second-person-needed');
    expect(await statuses()).toEqual(Array(6).fill('held'));
  });

  it('is decided once, however many colleagues decide at the same moment', async () => {
    await vote(voters, 'for');
    const batch = await hold();
    await propose(batch);
    const colleagues = await west.residents(8);
    const answers = await Promise.allSettled(
      colleagues.map((id, index) => (index % 2 === 0 ? invalidate(batch, 6, id) : end(batch, 'release'))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lines = await west.rows(`select from ballot_ledger where entry = 'invalidated'`);
    const [{ state } = { state: '' }] = await west.rows('select state from vote_batch');
    expect([state === 'invalidated' ? 6 : 0, new Set(await statuses()).size]).toEqual([lines.length, 1]);
  });

  it('gets a number of its own and no vote of another batch, when two colleagues hold at the same moment', async () => {
    await vote(voters, 'for');
    const answers = await Promise.allSettled([hold(), hold('club.example', dewi), hold(), hold()]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await west.rows('select from vote_batch_member')).toHaveLength(6);
    await vote(voters.slice(0, 1), 'none');
    await end(1, 'release');
    await vote(voters.slice(0, 1), 'for');
    expect(await hold()).toBe(2);
  });

  it('holds while voting goes on, and ballots and ledger still say the same', async () => {
    await vote(voters, 'for');
    const voting = Array.from({ length: 20 }, (_, index) =>
      vote([voters[index % 6]!], index % 3 === 0 ? 'against' : index % 3 === 1 ? 'none' : 'for'),
    );
    const [batch] = await Promise.all([hold(), ...voting]);
    expect(batch).toBe(1);
    const held = await west.rows(`select resident_id from vote where status = 'held' order by 1`);
    expect(held).toEqual(await west.rows('select resident_id from vote_batch_member order by 1'));
    const { closesAt, number } = await west.openRound();
    await west.app.get(CountRound).execute(west.districtId, number, closesAt);
  });

  it('takes a ballot out too that was withdrawn while it was held, so that it is not cast again unseen', async () => {
    await vote(voters, 'for');
    const batch = await hold();
    await vote(voters.slice(0, 2), 'none');
    await propose(batch);
    await expect(invalidate(batch, 6)).rejects.toThrow('vote-batch-changed');
    await invalidate(batch, 4);
    const [answer] = await vote(voters.slice(0, 1), 'for');
    expect(answer).toEqual({ ok: false, refusal: 'vote-invalidated' });
    await end(batch, 'reinstate');
    expect(await tally()).toMatchObject({ votesFor: 4, invalid: 0 });
  });

  it('leaves paper votes alone: a clerk looked at each of them', async () => {
    await west.app.get(CastVotes).execute(
      west.districtId,
      voters.map((residentId) => ({ proposalNumber: bench, residentId, choice: 'for', channel: 'paper' })),
    );
    const criteria = { from: '2020-01-01T00:00:00Z' };
    const everything = west.app
      .get(HoldVotes, { strict: false })
      .execute(west.districtId, { proposalNumber: bench, criteria, note: '' }, clara);
    await expect(everything).rejects.toThrow('no-votes-selected');
  });
});
