import type { Answer } from '@buurtstem/platform-api/testing';
import { SubmitProposal } from '@buurtstem/proposals-api';
import { PROPOSAL_LIMITS } from '@buurtstem/proposals-domain';
import { signInAs, type Neighbour } from './neighbours';
import { West } from './west';

const TEXT = {
  kind: 'plan' as const,
  title: 'Veilig oversteken bij de Sluisbrug',
  summary: 'Elke ochtend steken hier 200 kinderen over.',
  body: 'Bij de Sluisbrug rijden auto’s hard van de helling af. Zij zien ons pas op het laatst. '.repeat(2),
  neighbourhood: 'sluiskwartier',
};

describe('a resident who adds more and more', () => {
  let west: West;
  let kees: Neighbour;
  beforeEach(async () => {
    west = await West.open();
    kees = await signInAs(west, 'Kees');
  });
  afterEach(() => west.close());

  const place = (who = kees, title = TEXT.title): Promise<Answer<{ code?: string; number?: number }>> =>
    who.browser.post('/districts/west/proposals', { ...TEXT, title });
  const mine = async (): Promise<{ number: number; title: string }[]> => {
    const { body } = await kees.browser.get<{ items: { number: number; title: string }[] }>(
      '/districts/west/my-proposals',
    );
    return body.items;
  };

  it('has twenty of them kept in an hour, however many come at once, and is told when to come back', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => place()));
    const kept = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status === 429);
    expect([kept.length, refused.length]).toEqual([20, 40]);
    for (const { body, headers } of refused)
      expect([body.code, Number(headers.get('retry-after')) > 60]).toEqual(['too-many-requests', true]);
    const numbers = kept.map(({ body }) => body.number);
    expect((await mine()).map(({ number }) => number).sort()).toEqual(numbers.sort());
    // A neighbour is not held up.
    expect((await place(await signInAs(west, 'Fatima'))).status).toBe(201);
  });

  it('waits a day after sixty', async () => {
    expect((await place()).status).toBe(201);
    const [, day] = PROPOSAL_LIMITS.drafts;
    await west.rows('update rate_bucket set hits = $2 where key like $1', [
      `draft:${day.seconds}:%`,
      day.hits - 1,
    ]);
    expect((await place()).status).toBe(201);
    const late = await place();
    expect([late.status, Number(late.headers.get('retry-after')) > 3600]).toEqual([429, true]);
  });

  it('loses no turn by a text of the wrong length', async () => {
    for (let n = 0; n < 21; n += 1) expect((await place(kees, 'Kort')).status).toBe(400);
    expect((await place()).status).toBe(201);
  });

  it('is shown the two hundred that were changed last', async () => {
    const submit = west.app.get(SubmitProposal);
    const submitter = { id: kees.id, displayName: 'Kees' };
    const numbers: number[] = [];
    for (let n = 0; n < 202; n += 1)
      numbers.push(await submit.execute({ ...TEXT, districtId: west.districtId, submitter }));
    const shown = (await mine()).map(({ number }) => number);
    expect(shown).toEqual(numbers.slice(2).reverse());
  });

  it('adds ten notes under their plan in an hour, and loses no turn by one that is too short', async () => {
    const { body } = await place();
    const address = `/districts/west/proposals/${body.number}`;
    expect((await kees.browser.post(`${address}/publication`)).status).toBe(200);
    const note = async (text: string) => (await kees.browser.post(`${address}/notes`, { text })).status;
    expect(await note('')).toBe(400);
    const answers = await Promise.all(
      Array.from({ length: 15 }, (_, n) => note(`De school heeft ${n} geteld.`)),
    );
    expect(answers.filter((status) => status === 429)).toHaveLength(5);
    const { body: plan } = await kees.browser.get<{ notes: unknown[] }>(address);
    expect(plan.notes).toHaveLength(10);
  });
});
