import { DISCUSSION_LIMITS } from '@buurtstem/discussion-domain';
import type { Answer } from '@buurtstem/platform-api/testing';
import { argue, reply, signInAs, type Neighbour } from './neighbours';
import { signInAsStaff } from './staff';
import { West } from './west';

interface Problem {
  code: string;
}

const BODY = 'Mijn kinderen steken hier elke dag over naar school.';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const STATEMENT = 'Wij lezen mee, en vragen iedereen om bij het plan te blijven.';

describe('somebody who is too fast', () => {
  let west: West;
  let number: number;
  let address: string;
  let id: string;
  let kees: Neighbour;

  beforeAll(async () => {
    west = await West.open();
    kees = await signInAs(west, 'Kees');
  });
  afterAll(() => west.close());
  beforeEach(async () => {
    number = await west.proposal('Veilig oversteken bij de Sluisbrug');
    address = `/districts/west/proposals/${number}/arguments`;
    id = await argue(west, { proposalNumber: number });
    await west.rows('delete from rate_bucket');
  });

  const post = (body = BODY) => kees.browser.post<Problem>(address, { side: 'for', body });
  const answer = (body = 'Eens.', to = id) =>
    kees.browser.post<Problem>(`${address}/${to}/replies`, { body });
  const statuses = async (times: number, ask: () => Promise<Answer>): Promise<number[]> => {
    const all: number[] = [];
    for (let time = 0; time < times; time += 1) all.push((await ask()).status);
    return all;
  };

  /** A busy machine may take longer than the minute that a spec is about. */
  const staySameMinute = () =>
    west.rows(`update rate_bucket set resets_at = now() + interval '50 seconds' where key like '%:60:%'`);

  it('with a thousand replies in a minute has five of them posted, and is told of each other one', async () => {
    const answers: Answer<Problem & { id: string; body: string }>[] = [];
    // As many at once as a flood of one browser would bring.
    for (let wave = 0; wave < 20; wave += 1) {
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 50 }, (_, index) =>
            kees.browser.post<Problem & { id: string; body: string }>(`${address}/${id}/replies`, {
              body: `Reactie ${wave * 50 + index}`,
            }),
          ),
        )),
      );
      await staySameMinute();
    }
    const posted = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 429);
    expect([posted.length, refused.length]).toEqual([5, 995]);
    for (const { body, headers } of refused)
      expect([body.code, Number(headers.get('retry-after')) > 0]).toEqual(['too-many-requests', true]);
    const kept = await west.rows('select id, body from argument where parent_id = $1', [id]);
    expect(kept.map((row) => row['body']).sort()).toEqual(posted.map(({ body }) => body.body).sort());
    const { body: list } = await kees.browser.get<{ total: number }>(`${address}/${id}/replies`);
    expect(list.total).toBe(5);
  });

  it('waits a minute after five arguments and replies together, and an hour after thirty', async () => {
    const three = await statuses(3, () => post());
    expect([...three, ...(await statuses(3, () => answer()))]).toEqual([201, 201, 201, 201, 201, 429]);
    const [minute, hour] = DISCUSSION_LIMITS.posts;
    await west.rows('delete from rate_bucket where key like $1', [`post:${minute.seconds}:%`]);
    await west.rows('update rate_bucket set hits = $2 where key like $1', [
      `post:${hour.seconds}:%`,
      hour.hits - 1,
    ]);
    expect(await statuses(2, () => answer())).toEqual([201, 429]);
    const late = await answer();
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(60);
    // A neighbour is not held up.
    const fatima = await signInAs(west, 'Fatima');
    expect((await fatima.browser.post(`${address}/${id}/replies`, { body: 'Eens.' })).status).toBe(201);
  });

  it('loses no turn by what cannot succeed', async () => {
    expect(await statuses(3, () => post('Te kort'))).toEqual([400, 400, 400]);
    expect(await statuses(3, () => answer('x'))).toEqual([400, 400, 400]);
    expect(await statuses(3, () => answer('Eens.', NOBODY))).toEqual([404, 404, 404]);
    await west.rows(`update proposal set state = 'closed' where number = $1`, [number]);
    expect(await statuses(3, () => post())).toEqual([409, 409, 409]);
    await west.rows(`update proposal set state = 'open' where number = $1`, [number]);
    expect(await statuses(6, () => post())).toEqual([201, 201, 201, 201, 201, 429]);
  });

  it('waits a minute after sixty likes, taken back ones included', async () => {
    const like = () => kees.browser.put(`${address}/${id}/my-like`, {});
    const unlike = () => kees.browser.delete(`${address}/${id}/my-like`);
    const first = await statuses(30, like);
    await staySameMinute();
    expect(new Set([...first, ...(await statuses(30, unlike))])).toEqual(new Set([200]));
    expect((await like()).status).toBe(429);
    expect(await west.rows('select likes from argument where id = $1', [id])).toEqual([{ likes: 0 }]);
  });

  it('waits a minute after five changes of a text', async () => {
    const own = await argue(west, { proposalNumber: number, by: kees.id });
    let version = 0;
    const edit = () =>
      kees.browser.patch(`${address}/${own}`, { body: `${BODY} Versie ${(version += 1)}.`, version });
    expect(await statuses(6, edit)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await west.rows('select version from argument where id = $1', [own])).toEqual([{ version: 6 }]);
  });

  it('waits an hour after twenty statements', async () => {
    const { browser } = await signInAsStaff(west, 'Dewi', ['moderator']);
    const publish = () => browser.post(`/districts/west/proposals/${number}/statements`, { body: STATEMENT });
    await publish();
    await west.rows(`update rate_bucket set hits = 19 where key like 'statement:%'`);
    expect(await statuses(2, publish)).toEqual([201, 429]);
  });

  it('and a body of ten megabytes is refused before anybody reads it', async () => {
    const own = await argue(west, { proposalNumber: number, by: kees.id });
    const answered = await reply(west, id, { proposalNumber: number, by: kees.id });
    const before = await west.rows('select count(*) from argument');
    const huge = 'x'.repeat(10 * 1024 * 1024);
    for (const [method, path, body] of [
      ['POST', '', { side: 'for', body: huge }],
      ['POST', `/${id}/replies`, { body: huge }],
      ['PATCH', `/${own}`, { body: huge, version: 1 }],
      ['PATCH', `/${answered}`, { body: huge, version: 1 }],
      ['PUT', `/${id}/my-like`, { body: huge }],
    ] as const) {
      const { status, body: problem } = await kees.browser.send<Problem>(method, address + path, body);
      expect([method, status, problem.code]).toEqual([method, 413, 'payload-too-large']);
    }
    expect(await west.rows('select count(*) from argument')).toEqual(before);
  });
});
