import { argue, reply, signInAs, type Neighbour } from './neighbours';
import { West } from './west';

const BODY = 'Mijn kinderen steken hier elke dag over naar school.';
const EMAIL = 'laura@voorbeeld.example';

interface Discussion {
  arguments: {
    proposalNumber: number;
    isReply: boolean;
    body: string;
    hidden: boolean;
    earlier: { body: string }[];
  }[];
  likes: { proposalNumber: number; argumentId: string }[];
  statements: { body: string; authorRole: string }[];
}

describe('Laura leaves a discussion', () => {
  let west: West;
  let number: number;
  let address: string;
  let laura: Neighbour;
  let kees: Neighbour;
  let own: string;
  let others: string[];

  beforeEach(async () => {
    west = await West.open();
    number = await west.proposal('Veilig oversteken bij de Sluisbrug');
    address = `/districts/west/proposals/${number}/arguments`;
    [laura, kees] = [await signInAs(west, 'Laura'), await signInAs(west, 'Kees')];
    own = (await laura.browser.post<{ id: string }>(address, { side: 'for', body: BODY })).body.id;
    await laura.browser.patch(`${address}/${own}`, { body: `${BODY} En terug.`, version: 1 });
    others = [];
    for (const side of ['for', 'against', 'against'] as const)
      others.push(await argue(west, { proposalNumber: number, side, by: kees.id }));
    await laura.browser.post(`${address}/${others[0]}/replies`, { body: 'Eens.' });
    for (const id of others.slice(0, 2)) await laura.browser.put(`${address}/${id}/my-like`, {});
    const [neighbour] = await west.residents(1);
    for (const id of others)
      await west.rows(
        `with new as (insert into argument_like select district_id, id, $2, now() from argument where id = $1)
         update argument set likes = likes + 1 where id = $1`,
        [id, neighbour],
      );
    await west.rows(
      `insert into statement select district_id, gen_random_uuid(), id, $2, 'Laura', 'moderator', 'Wij lezen mee.', now()
       from proposal where number = $1`,
      [number, laura.id],
    );
  });
  afterEach(() => west.close());

  it('with everything of hers, also what is hidden and what it said before, and no word of others', async () => {
    await west.rows('update argument set hidden = true where id = $1', [own]);
    const { body } = await laura.browser.get<{ discussion: Discussion }>('/account/data');
    expect(body.discussion).toMatchObject({
      arguments: [
        { proposalNumber: number, isReply: true, body: 'Eens.', hidden: false, earlier: [] },
        { isReply: false, body: `${BODY} En terug.`, hidden: true, earlier: [{ body: BODY }] },
      ],
      likes: [{ proposalNumber: number, argumentId: others[1] }, { argumentId: others[0] }],
      statements: [{ body: 'Wij lezen mee.', authorRole: 'moderator' }],
    });
    expect(
      (await kees.browser.get<{ discussion: Discussion }>('/account/data')).body.discussion,
    ).toMatchObject({
      arguments: [{ earlier: [] }, { earlier: [] }, { earlier: [] }],
      likes: [],
      statements: [],
    });
  });

  it('and what she wrote stays without her name, and her likes go with her', async () => {
    await reply(west, own, { proposalNumber: number, by: kees.id });
    expect((await laura.browser.send('DELETE', '/account', { email: EMAIL })).status).toBe(204);
    const shown = await west.test
      .browser()
      .get<{ items: { id: string; body: string; authorName: string; likes: number; replies: object[] }[] }>(
        address,
      );
    expect(shown.body.items.find(({ id }) => id === own)).toMatchObject({
      body: `${BODY} En terug.`,
      authorName: '',
      replies: [{ authorName: 'Buur' }],
    });
    const likes = await west.rows(
      `select likes, (select count(*)::integer from argument_like l where l.argument_id = a.id) as rows
       from argument a where id = any($1)`,
      [others],
    );
    expect(likes).toEqual(others.map(() => ({ likes: 1, rows: 1 })));
    const versions = await west.test.browser().get(`${address}/${own}/versions`);
    expect(versions.body).toMatchObject({ items: [{ body: BODY }] });
    const statements = await west.test.browser().get(`/districts/west/proposals/${number}/statements`);
    expect(statements.body).toMatchObject({ items: [{ authorName: '', body: 'Wij lezen mee.' }] });
    expect(await west.rows(`select from argument where author_name = 'Laura'`)).toEqual([]);
  });

  it('and two who leave at the same moment do not hold each other up', async () => {
    for (const id of [own]) await kees.browser.put(`${address}/${id}/my-like`, {});
    const answers = await Promise.all([
      laura.browser.send('DELETE', '/account', { email: EMAIL }),
      kees.browser.send('DELETE', '/account', { email: 'kees@voorbeeld.example' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    expect(
      await west.rows(`select from argument a where likes <>
        (select count(*) from argument_like l where l.argument_id = a.id)`),
    ).toEqual([]);
  });
});
