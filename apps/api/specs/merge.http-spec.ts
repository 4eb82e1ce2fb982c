import type { Browser } from '@buurtstem/platform-api/testing';
import type { ResidentId } from '@buurtstem/shared-domain';
import { CountRound } from '@buurtstem/voting-api';
import { signInAsStaff, type Colleague } from './staff';
import { West } from './west';

interface Request {
  id: string;
  state: string;
  duplicate: { number: number; title: string; agreed: boolean; mine: boolean };
  target: { number: number; title: string; agreed: boolean; mine: boolean };
  message: string;
}
interface Problem {
  code: string;
}
interface Shown {
  state: string;
  coSubmitters: string[];
  mergedInto: { number: number; title: string } | null;
  standing: { votesFor: number; votesAgainst: number };
  events: { verb: string; toState: string }[];
}

const MESSAGE = 'Deze twee plannen vragen om hetzelfde, op dezelfde plek.';
const TEXT = {
  kind: 'plan',
  summary: 'Elke ochtend steken hier 200 kinderen over.',
  body: 'Bij de Sluisbrug rijden auto’s hard van de helling af. Zij zien ons pas op het laatst. '.repeat(2),
  neighbourhood: 'sluiskwartier',
};

describe('two plans that become one', () => {
  let west: West;
  let charlie: Browser;
  let laura: Browser;
  let fatima: Browser;
  let moderator: Colleague;
  let duplicate: number;
  let target: number;

  beforeAll(async () => {
    west = await West.open();
    [charlie, laura, fatima] = [await resident('Charlie'), await resident('Laura'), await resident('Fatima')];
    moderator = await signInAsStaff(west, 'Samira', ['moderator']);
  });
  afterAll(() => west.close());
  beforeEach(async () => {
    await west.rows('delete from outbox_message');
    duplicate = await submit(charlie, 'Zitplekken langs het water');
    target = await submit(laura, 'Bankjes langs de gracht');
  });

  async function resident(name: string): Promise<Browser> {
    const browser = west.test.browser();
    await browser.signIn(`${name.toLowerCase()}@voorbeeld.example`);
    await browser.patch('/account', { displayName: name });
    return browser;
  }
  async function submit(by: Browser, title: string): Promise<number> {
    const { body } = await by.post<{ number: number }>('/districts/west/proposals', { ...TEXT, title });
    await by.post(`/districts/west/proposals/${body.number}/publication`);
    return body.number;
  }
  const ask = (duplicateNumber = duplicate, targetNumber = target, by = moderator.browser) =>
    by.post<Request & Problem>('/districts/west/merge-requests', {
      duplicateNumber,
      targetNumber,
      message: MESSAGE,
    });
  const asked = async (): Promise<string> => (await ask()).body.id;
  const answer = (by: Browser, id: string, agrees = true) =>
    by.put<Request & Problem>(`/districts/west/my-merge-requests/${id}/answer`, { agrees });
  const mine = async (by: Browser): Promise<Request[]> =>
    (await by.get<{ items: Request[] }>('/districts/west/my-merge-requests')).body.items;
  const read = async (number: number): Promise<Shown> =>
    (await west.test.browser().get<Shown>(`/districts/west/proposals/${number}`)).body;
  const withdraw = (by: Browser, number: number) =>
    by.post<Problem>(`/districts/west/proposals/${number}/withdrawal`, { reason: 'Toch liever niet.' });
  const told = (kind: string): Promise<Record<string, unknown>[]> =>
    west.rows(
      `select recipient_id, payload from outbox_message m
       join news n on n.district_id = m.district_id and n.id = m.news_id where m.kind = $1 order by recipient_id`,
      [kind],
    );
  const submitterOf = async (number: number): Promise<unknown> =>
    (await west.rows('select submitter_id from proposal where number = $1', [number]))[0]?.['submitter_id'];
  const stateOf = async (id: string): Promise<unknown> =>
    (await west.rows('select state from merge_request where id = $1', [id]))[0]?.['state'];
  const logged = (): Promise<Record<string, unknown>[]> =>
    west.rows(
      `select act, subject_kind, proposal_number, case_number, reason, explanation from moderation_log
       where proposal_number = $1`,
      [duplicate],
    );

  it('are asked about by a moderator, and both submitters are told', async () => {
    const { status, body } = await ask();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'asked',
      message: MESSAGE,
      duplicate: { number: duplicate, title: 'Zitplekken langs het water', agreed: false, mine: false },
      target: { number: target, title: 'Bankjes langs de gracht', agreed: false, mine: false },
    });
    const submitters = [await submitterOf(duplicate), await submitterOf(target)].sort();
    expect((await told('merge-asked')).map((row) => row['recipient_id'])).toEqual(submitters);
    const [seen] = await mine(charlie);
    expect([seen?.id, seen?.duplicate.mine, seen?.target.mine]).toEqual([body.id, true, false]);
    expect(await mine(fatima)).toEqual([]);
  });

  it('become one when both agree; who voted is asked to vote again, and not a single vote moves', async () => {
    const voters = await west.residents(4);
    const [gone] = (await west.residents(5)).slice(4) as [ResidentId];
    await west.vote(duplicate, voters.slice(0, 2), 'for');
    await west.vote(duplicate, voters.slice(2, 3), 'against');
    await west.vote(duplicate, [gone], 'for');
    await west.vote(duplicate, [gone], 'none');
    await west.vote(target, voters.slice(3), 'for');
    const ballots = (): Promise<unknown[]> =>
      Promise.all([
        west.rows('select * from vote order by proposal_id, resident_id'),
        west.rows('select * from ballot_ledger order by position'),
        read(target).then(({ standing }) => standing),
        read(duplicate).then(({ standing }) => standing),
      ]);
    const before = await ballots();
    const id = await asked();
    expect((await answer(charlie, id)).body).toMatchObject({
      state: 'asked',
      duplicate: { agreed: true },
      target: { agreed: false },
    });
    expect((await read(duplicate)).state).toBe('open');
    expect((await answer(laura, id)).body).toMatchObject({ state: 'merged' });

    expect(await read(duplicate)).toMatchObject({
      state: 'merged',
      mergedInto: { number: target, title: 'Bankjes langs de gracht' },
    });
    expect((await read(duplicate)).events.at(-1)).toMatchObject({ verb: 'merge', toState: 'merged' });
    expect(await read(target)).toMatchObject({ state: 'open', coSubmitters: ['Charlie'], mergedInto: null });
    expect(await ballots()).toEqual(before);
    expect((await told('plan-merged')).map((row) => row['recipient_id'])).toEqual(voters.slice(0, 3).sort());
    expect(await logged()).toEqual([
      {
        act: 'merged',
        subject_kind: 'proposal',
        proposal_number: duplicate,
        case_number: null,
        reason: 'duplicate',
        explanation: `Plan ${duplicate} is samengevoegd met plan ${target}. Beide indieners vonden dat goed.`,
      },
    ]);
    expect(JSON.stringify(await logged())).not.toContain(MESSAGE);
    const vote = await laura.put<Problem>(`/districts/west/proposals/${duplicate}/my-vote`, {
      choice: 'for',
    });
    expect([vote.status, vote.body.code]).toEqual([409, 'proposal-not-open']);
  });

  it('bring along who joined before, and nobody twice', async () => {
    const third = await submit(fatima, 'Een bank bij het water');
    const fourth = await submit(charlie, 'Zitbanken bij het water');
    for (const [one, other, ...by] of [
      [duplicate, third, charlie, fatima],
      [fourth, target, charlie, laura],
      [third, target, fatima, laura],
    ] as [number, number, ...Browser[]][]) {
      const { id } = (await ask(one, other)).body;
      for (const browser of by) await answer(browser, id);
    }
    expect((await read(target)).coSubmitters.sort()).toEqual(['Charlie', 'Fatima']);
  });

  it('take one answer where one person submitted both', async () => {
    const other = await submit(charlie, 'Nog meer zitplekken');
    const { id } = (await ask(duplicate, other)).body;
    expect(await told('merge-asked')).toHaveLength(1);
    expect((await answer(charlie, id)).body.state).toBe('merged');
    expect((await read(other)).coSubmitters).toEqual([]);
  });

  it('stay two when one declines, or a moderator takes the question back', async () => {
    const declined = await asked();
    await answer(charlie, declined);
    expect((await answer(laura, declined, false)).body.state).toBe('declined');
    const again = await asked();
    const { body } = await moderator.browser.delete<Request>(`/districts/west/merge-requests/${again}`);
    expect(body.state).toBe('cancelled');
    for (const id of [declined, again])
      expect((await answer(charlie, id)).body.code).toBe('merge-transition-not-possible');
    const twice = await moderator.browser.delete<Problem>(`/districts/west/merge-requests/${again}`);
    expect(twice.body.code).toBe('merge-transition-not-possible');
    expect([(await read(duplicate)).state, (await read(target)).coSubmitters]).toEqual(['open', []]);
    expect(await logged()).toEqual([]);
  });

  it('end the questions in which the one that goes would have stayed', async () => {
    const third = await submit(fatima, 'Een bank bij het water');
    const other = (await ask(third, duplicate)).body.id;
    const id = await asked();
    await answer(charlie, id);
    await answer(laura, id);
    expect(await stateOf(other)).toBe('cancelled');
  });

  describe('are not asked about', () => {
    const refused = async (promise: ReturnType<typeof ask>, status: number, code: string): Promise<void> => {
      const answered = await promise;
      expect([answered.status, answered.body.code]).toEqual([status, code]);
    };

    it('by anybody but a moderator', async () => {
      await refused(ask(duplicate, target, charlie), 403, 'not-allowed');
      const clerk = await signInAsStaff(west, 'Clara', ['clerk', 'committee-member']);
      await refused(ask(duplicate, target, clerk.browser), 403, 'not-allowed');
    });

    it('twice', async () => {
      await asked();
      await refused(ask(), 409, 'merge-pending');
      const both = await Promise.all([ask(target, duplicate), ask(target, duplicate)]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    });

    it('where it is one plan, is not there, is out of sight, or is not open any more', async () => {
      await refused(ask(duplicate, duplicate), 422, 'merge-with-itself');
      await refused(ask(duplicate, 999), 404, 'proposal-not-found');
      await west.rows('update proposal set hidden = true where number = $1', [target]);
      await refused(ask(), 404, 'proposal-not-found');
      await west.rows('update proposal set hidden = false where number = $1', [target]);
      await withdraw(laura, target);
      await refused(ask(), 409, 'proposal-not-open');
    });

    it('by a moderator who submitted one of them, or joined its submitter', async () => {
      const own = await submit(moderator.browser, 'Samira wil ook bankjes');
      await refused(ask(own, target), 403, 'moderator-has-interest');
      await refused(ask(duplicate, own), 403, 'moderator-has-interest');
      await west.rows(
        `insert into co_submitter (district_id, proposal_id, resident_id, name, joined_at)
         select district_id, id, $2, 'Samira', now() from proposal where number = $1`,
        [target, moderator.id],
      );
      await refused(ask(), 403, 'moderator-has-interest');
    });

    it('without a word to the submitters', async () => {
      const { status, body } = await moderator.browser.post<{ errors: Problem[] }>(
        '/districts/west/merge-requests',
        { duplicateNumber: duplicate, targetNumber: target, message: 'Kort.' },
      );
      expect([status, body.errors[0]?.code]).toEqual([400, 'message-length']);
    });
  });

  it('are answered about by their submitters alone', async () => {
    const id = await asked();
    for (const by of [fatima, moderator.browser]) {
      const { status, body } = await answer(by, id);
      expect([status, body.code]).toEqual([404, 'merge-not-found']);
    }
    expect((await answer(charlie, '00000000-0000-4000-8000-000000000000')).body.code).toBe('merge-not-found');
    expect((await answer(west.test.browser(), id)).status).toBe(401);
  });

  it('do not become one when one of them is not open any more: nothing is half written', async () => {
    const id = await asked();
    await answer(charlie, id);
    await withdraw(charlie, duplicate);
    const { status, body } = await answer(laura, id);
    expect([status, body.code]).toEqual([409, 'proposal-not-open']);
    expect(await stateOf(id)).toBe('asked');
    expect([(await read(duplicate)).state, (await read(target)).coSubmitters]).toEqual(['withdrawn', []]);
    expect([await logged(), await told('plan-merged')]).toEqual([[], []]);
    expect((await answer(laura, id, false)).body.state).toBe('declined');
  });

  it('become one exactly once, when both submitters answer at the same moment', async () => {
    await west.vote(duplicate, await west.residents(2));
    const id = await asked();
    const answers = await Promise.all([charlie, laura, charlie, laura].map((by) => answer(by, id)));
    expect(answers.filter(({ status }) => ![200, 409].includes(status))).toEqual([]);
    expect(await stateOf(id)).toBe('merged');
    expect([await logged(), await told('plan-merged')].map((rows) => rows.length)).toEqual([1, 2]);
  });

  it('are either merged or withdrawn, when the answer and the withdrawal come at the same moment', async () => {
    const id = await asked();
    await answer(charlie, id);
    const [answered, withdrawn] = await Promise.all([answer(laura, id), withdraw(charlie, duplicate)]);
    const { state } = await read(duplicate);
    expect([answered.status, withdrawn.status].sort()).toEqual([200, 409]);
    expect(state).toBe(answered.status === 200 ? 'merged' : 'withdrawn');
    expect(await stateOf(id)).toBe(answered.status === 200 ? 'merged' : 'asked');
  });

  it('never lose who votes while they become one: each vote is refused, or its voter is told', async () => {
    const id = await asked();
    await answer(charlie, id);
    const voters = await west.residents(12);
    const [, ...votes] = await Promise.all([
      answer(laura, id),
      ...voters.map((voter) => west.vote(duplicate, [voter])),
    ]);
    const voted = voters.filter((_, index) => votes[index]?.[0]?.ok);
    expect((await told('plan-merged')).map((row) => row['recipient_id'])).toEqual([...voted].sort());
  });

  it('show no title that is out of sight: not in the question, and not where one leads to the other', async () => {
    const id = await asked();
    await west.rows('update proposal set hidden = true where number = $1', [target]);
    expect((await mine(charlie))[0]).toMatchObject({
      duplicate: { title: 'Zitplekken langs het water' },
      target: { title: '', number: target },
    });
    expect((await mine(laura))[0]?.target.title).toBe('Bankjes langs de gracht');
    await west.rows('update proposal set hidden = false where number = $1', [target]);
    await answer(charlie, id);
    await answer(laura, id);
    await west.rows('update proposal set hidden = true where number = $1', [target]);
    expect((await read(duplicate)).mergedInto).toEqual({ number: target, title: '' });
  });

  it('are either counted or merged, when the answer comes at the moment of the count', async () => {
    await west.vote(duplicate, await west.residents(3));
    const id = await asked();
    await answer(charlie, id);
    const { closesAt, number } = await west.openRound();
    const [answered] = await Promise.all([
      answer(laura, id),
      west.app.get(CountRound).execute(west.districtId, number, closesAt),
    ]);
    const { state } = await read(duplicate);
    const counted = await west.rows(
      'select from count_line l join proposal p on p.id = l.proposal_id where p.number = $1',
      [duplicate],
    );
    expect([answered.status, state, counted.length]).toEqual(
      answered.status === 200 ? [200, 'merged', 0] : [409, 'won', 1],
    );
  });
});
