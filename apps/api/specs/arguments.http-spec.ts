import type { Answer } from '@buurtstem/platform-api/testing';
import { signInAsStaff } from './staff';
import { argue, reply, signInAs, type Neighbour } from './neighbours';
import { West } from './west';

interface Written {
  id: string;
  body: string;
  authorName: string;
  bySubmitter: boolean;
  editedAt: string | null;
  mine: boolean;
  editable: boolean;
  version: number;
}
interface Argument extends Written {
  side: string;
  likes: number;
  liked: boolean;
  replies: Written[];
  replyCount: number;
}
interface Problem {
  code: string;
  errors?: { field: string; code: string }[];
}

const BODY = 'Mijn kinderen steken hier elke dag over naar school.';
const BETTER = 'Mijn drie kinderen steken hier elke dag over naar school.';
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('Fatima and Kees argue', () => {
  let west: West;
  let number: number;
  let address: string;
  let [fatima, kees]: Neighbour[] = [];

  beforeAll(async () => {
    west = await West.open();
    [fatima, kees] = [await signInAs(west, 'Fatima'), await signInAs(west, 'Kees')];
  });
  beforeEach(async () => {
    number = await west.proposal('Veilig oversteken bij de Sluisbrug');
    address = `/districts/west/proposals/${number}/arguments`;
    await west.rows('delete from rate_bucket');
  });
  afterAll(() => west.close());

  const said = (answer: Answer<Problem>): unknown[] => [answer.status, answer.body.code];
  const post = async (who: Neighbour, body = BODY, side = 'for'): Promise<Argument> => {
    const answer = await who.browser.post<Argument>(address, { side, body });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const answerTo = async (who: Neighbour, id: string, body = 'Eens.'): Promise<Written> => {
    const answer = await who.browser.post<Written>(`${address}/${id}/replies`, { body });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const one = async (who: Neighbour, id: string): Promise<Argument> =>
    (await who.browser.get<Argument>(`${address}/${id}`)).body;
  const cases = (id: string) =>
    west.rows('select origin, state, urgency from moderation_case where subject_id = $1', [id]);

  describe('an argument', () => {
    it('stands on its side under the name of its writer, and comes before the moderators', async () => {
      const argument = await post(fatima!, `  ${BODY}\n`, 'against');
      expect(argument).toEqual({
        id: expect.any(String),
        side: 'against',
        body: BODY,
        authorName: 'Fatima',
        bySubmitter: false,
        postedAt: expect.any(String),
        editedAt: null,
        redacted: false,
        mine: true,
        editable: true,
        version: 1,
        likes: 0,
        liked: false,
        replies: [],
        replyCount: 0,
      });
      expect(await cases(argument.id)).toEqual([{ origin: 'new', state: 'open', urgency: 0 }]);
      expect(await one(kees!, argument.id)).toEqual({ ...argument, mine: false, editable: false });
      const visitor = west.test.browser();
      const page = await visitor.get<{ items: Argument[] }>(address);
      expect(page.body).toEqual({
        items: [{ ...argument, mine: false, editable: false }],
        total: 1,
        next: null,
      });
    });

    it.each([
      ['too short', { side: 'for', body: 'Goed plan' }, 'body', 'argument-length'],
      ['too long', { side: 'for', body: 'x'.repeat(501) }, 'body', 'argument-length'],
      ['of blanks', { side: 'for', body: ' '.repeat(100) }, 'body', 'argument-length'],
      ['on no side', { side: 'neutral', body: BODY }, 'side', 'invalid-input'],
      ['of no text', { side: 'for', body: 30 }, 'body', 'invalid-input'],
      ['with likes of its own', { side: 'for', body: BODY, likes: 100 }, 'likes', 'invalid-input'],
    ])('%s is refused, and nothing is written', async (_, body, field, code) => {
      const { status, body: problem } = await fatima!.browser.post<Problem>(address, body);
      expect([status, problem.code]).toEqual([400, 'invalid-input']);
      expect(problem.errors).toEqual(expect.arrayContaining([expect.objectContaining({ field, code })]));
      expect((await one(fatima!, NOBODY)) as unknown).toMatchObject({ code: 'argument-not-found' });
      expect((await west.test.browser().get<{ total: number }>(address)).body.total).toBe(0);
    });

    it('needs somebody who is signed in and has a name, and an open proposal', async () => {
      const visitor = west.test.browser();
      expect(said(await visitor.post<Problem>(address, { side: 'for', body: BODY }))).toEqual([
        401,
        'sign-in-first',
      ]);
      await visitor.signIn('naamloos@voorbeeld.example');
      expect(said(await visitor.post<Problem>(address, { side: 'for', body: BODY }))).toEqual([
        409,
        'display-name-missing',
      ]);
      await west.rows(`update proposal set state = 'closed' where number = $1`, [number]);
      expect(said(await fatima!.browser.post<Problem>(address, { side: 'for', body: BODY }))).toEqual([
        409,
        'proposal-not-open',
      ]);
    });

    it('keeps markup as the text that it is', async () => {
      const body =
        '<script>alert(1)</script> & <b>dit</b> is gewoon tekst, met een https://voorbeeld.example';
      expect((await post(fatima!, body)).body).toBe(body);
    });

    it('is marked where the submitter or a co-submitter of the proposal wrote it, and so are replies', async () => {
      await west.rows('update proposal set submitter_id = $2 where number = $1', [number, fatima!.id]);
      const argument = await post(fatima!);
      await answerTo(kees!, argument.id);
      expect(await one(kees!, argument.id)).toMatchObject({
        bySubmitter: true,
        replies: [{ bySubmitter: false }],
      });
      await west.rows(
        `insert into co_submitter select district_id, id, $2, 'Kees', now() from proposal where number = $1`,
        [number, kees!.id],
      );
      expect(await one(kees!, argument.id)).toMatchObject({
        bySubmitter: true,
        replies: [{ bySubmitter: true }],
      });
    });
  });

  describe('a reply', () => {
    it('stands under the argument, and comes before the moderators', async () => {
      const { id } = await post(fatima!);
      const posted = await answerTo(kees!, id, ' Nee. ');
      expect(posted).toMatchObject({
        body: 'Nee.',
        authorName: 'Kees',
        mine: true,
        editable: true,
        version: 1,
      });
      expect(await cases(posted.id)).toEqual([{ origin: 'new', state: 'open', urgency: 0 }]);
      const shown = await one(fatima!, id);
      expect([shown.replyCount, shown.replies]).toEqual([1, [{ ...posted, mine: false, editable: false }]]);
      // The address of a reply leads to its argument.
      expect(await one(fatima!, posted.id)).toEqual(shown);
    });

    it('is two characters at least, and under an argument only', async () => {
      const { id } = await post(fatima!);
      const short = await kees!.browser.post<Problem>(`${address}/${id}/replies`, { body: ' N ' });
      expect([short.status, short.body.errors]).toEqual([
        400,
        [expect.objectContaining({ field: 'body', code: 'reply-length' })],
      ]);
      const posted = await answerTo(kees!, id);
      expect(
        said(await fatima!.browser.post<Problem>(`${address}/${posted.id}/replies`, { body: 'Ja.' })),
      ).toEqual([409, 'reply-to-a-reply']);
      expect(said(await fatima!.browser.get<Problem>(`${address}/${posted.id}/replies`))).toEqual([
        404,
        'argument-not-found',
      ]);
      await west.rows(`update proposal set state = 'closed' where number = $1`, [number]);
      expect(said(await kees!.browser.post<Problem>(`${address}/${id}/replies`, { body: 'Ja.' }))).toEqual([
        409,
        'proposal-not-open',
      ]);
    });
  });

  describe('an edit', () => {
    const edit = (who: Neighbour, id: string, body: string, version: number) =>
      who.browser.patch<Argument & Problem>(`${address}/${id}`, { body, version });

    it('changes the text, keeps what it said, and comes before the moderators again', async () => {
      const { id } = await post(fatima!);
      await west.rows(`update moderation_case set state = 'dismissed' where subject_id = $1`, [id]);
      const { status, body } = await edit(fatima!, id, ` ${BETTER} `, 1);
      expect([status, body]).toEqual([
        200,
        expect.objectContaining({
          id,
          body: BETTER,
          version: 2,
          editable: true,
          editedAt: expect.any(String),
        }),
      ]);
      expect(await cases(id)).toContainEqual({ origin: 'edit', state: 'open', urgency: 0 });
      await edit(fatima!, id, `${BETTER} En terug.`, 2);
      const versions = await west.test
        .browser()
        .get<{ items: { version: number; body: string; writtenAt: string }[] }>(`${address}/${id}/versions`);
      expect(versions.body.items.map(({ version, body: text }) => [version, text])).toEqual([
        [1, BODY],
        [2, BETTER],
      ]);
      const [first, second] = versions.body.items.map(({ writtenAt }) => Date.parse(writtenAt));
      expect(first).toBeLessThan(second!);
    });

    it('of a reply answers the argument that it stands under', async () => {
      const { id } = await post(fatima!);
      const posted = await answerTo(kees!, id);
      const { status, body } = await edit(kees!, posted.id, 'Bij nader inzien niet.', 1);
      expect([status, body.id, body.replies[0]?.body]).toEqual([200, id, 'Bij nader inzien niet.']);
    });

    it('with the same words changes nothing', async () => {
      const { id } = await post(fatima!);
      const { status, body } = await edit(fatima!, id, `${BODY}\n`, 1);
      expect([status, body.version, body.editedAt]).toEqual([200, 1, null]);
      expect((await west.test.browser().get<{ items: [] }>(`${address}/${id}/versions`)).body.items).toEqual(
        [],
      );
    });

    it('does not go over another edit', async () => {
      const { id } = await post(fatima!);
      await edit(fatima!, id, BETTER, 1);
      expect(said(await edit(fatima!, id, `${BODY} Uit een ander tabblad.`, 1))).toEqual([
        409,
        'version-conflict',
      ]);
      expect((await one(fatima!, id)).body).toBe(BETTER);
    });

    it('is its writer’s alone, also against who moderates, and keeps to the lengths', async () => {
      const { id } = await post(fatima!);
      const moderator = await signInAsStaff(west, 'Mohamed', ['moderator']);
      for (const other of [kees!, moderator])
        expect(said(await edit(other, id, BETTER, 1))).toEqual([403, 'not-the-author']);
      const short = await edit(fatima!, id, 'Te kort', 1);
      expect(short.body.errors).toEqual([expect.objectContaining({ code: 'argument-length' })]);
      expect(said(await edit(fatima!, NOBODY, BETTER, 1))).toEqual([404, 'argument-not-found']);
    });

    it.each([
      ['the first like', async (id: string) => kees!.browser.put(`${address}/${id}/my-like`, {})],
      ['the first reply', async (id: string) => answerTo(kees!, id)],
      [
        'a moderator took something out',
        (id: string) => west.rows('update argument set redacted = true where id = $1', [id]),
      ],
    ])('is over after %s', async (_, happens) => {
      const { id } = await post(fatima!);
      await happens(id);
      expect((await one(fatima!, id)).editable).toBe(false);
      expect(said(await edit(fatima!, id, BETTER, 1))).toEqual([409, 'argument-locked']);
      expect((await one(fatima!, id)).body).toBe(BODY);
    });

    it('of a reply is over after a later reply, not after an earlier one', async () => {
      const { id } = await post(fatima!);
      const first = await answerTo(kees!, id);
      const second = await answerTo(fatima!, id);
      expect(said(await edit(kees!, first.id, 'Toch niet.', 1))).toEqual([409, 'argument-locked']);
      expect((await edit(fatima!, second.id, 'Toch niet.', 1)).status).toBe(200);
    });

    it('hands out no earlier text of what a moderator took something out of', async () => {
      const { id } = await post(fatima!);
      await edit(fatima!, id, BETTER, 1);
      await west.rows('update argument set redacted = true where id = $1', [id]);
      const versions = await fatima!.browser.get<{ items: [] }>(`${address}/${id}/versions`);
      expect([versions.status, versions.body.items]).toEqual([200, []]);
    });

    it('is offered exactly where it is accepted', async () => {
      const states: { id: string; who: Neighbour }[] = [];
      for (const author of [fatima!, kees!]) {
        const by = author.id;
        const plain = await argue(west, { proposalNumber: number, by });
        const liked = await argue(west, { proposalNumber: number, by });
        await west.rows('update argument set likes = 1 where id = $1', [liked]);
        const redacted = await argue(west, { proposalNumber: number, by });
        await west.rows('update argument set redacted = true where id = $1', [redacted]);
        const answered = await argue(west, { proposalNumber: number, by });
        const early = await reply(west, answered, { proposalNumber: number, by });
        const late = await reply(west, answered, { proposalNumber: number, by });
        const answeredOutOfSight = await argue(west, { proposalNumber: number, by });
        const unseen = await reply(west, answeredOutOfSight, { proposalNumber: number, by });
        await west.rows('update argument set hidden = true where id = $1', [unseen]);
        for (const id of [plain, liked, redacted, answered, early, late, answeredOutOfSight])
          for (const who of [fatima!, kees!]) states.push({ id, who });
      }
      const compare = async (): Promise<[boolean, boolean][]> => {
        const pairs: [boolean, boolean][] = [];
        for (const { id, who } of states) {
          await west.rows('delete from rate_bucket');
          const shown = await one(who, id);
          const offered = [shown, ...shown.replies].find((text) => text.id === id)!;
          const answer = await edit(who, id, offered.body, offered.version);
          pairs.push([offered.editable, answer.status === 200]);
        }
        return pairs;
      };
      const inTheOpen = await compare();
      expect(inTheOpen.filter(([offered]) => offered)).toHaveLength(4);
      expect(inTheOpen.filter(([offered, accepted]) => offered !== accepted)).toEqual([]);
      await west.rows(`update proposal set state = 'closed' where number = $1`, [number]);
      expect((await compare()).flat()).not.toContain(true);
    });
  });

  describe('a like', () => {
    const like = (who: Neighbour, id: string) =>
      who.browser.put<{ likes: number; liked: boolean } & Problem>(`${address}/${id}/my-like`, {});
    const unlike = (who: Neighbour, id: string) =>
      who.browser.delete<{ likes: number; liked: boolean } & Problem>(`${address}/${id}/my-like`);

    it('counts once, and can be taken back as often as one asks', async () => {
      const { id } = await post(fatima!);
      for (let times = 0; times < 2; times += 1)
        expect(await like(kees!, id)).toMatchObject({ status: 200, body: { likes: 1, liked: true } });
      expect(await one(kees!, id)).toMatchObject({ likes: 1, liked: true });
      expect(await one(fatima!, id)).toMatchObject({ likes: 1, liked: false });
      for (let times = 0; times < 2; times += 1)
        expect(await unlike(kees!, id)).toMatchObject({ status: 200, body: { likes: 0, liked: false } });
      expect(await one(kees!, id)).toMatchObject({ likes: 0, liked: false });
    });

    it('is for the arguments of others, and not for replies', async () => {
      const { id } = await post(fatima!);
      const posted = await answerTo(kees!, id);
      expect(said(await like(fatima!, id))).toEqual([409, 'own-argument']);
      expect(await unlike(fatima!, id)).toMatchObject({ status: 200, body: { likes: 0, liked: false } });
      expect(said(await like(fatima!, posted.id))).toEqual([404, 'argument-not-found']);
      expect(said(await like(kees!, NOBODY))).toEqual([404, 'argument-not-found']);
      expect(
        await west.rows('select from argument_like where argument_id in ($1, $2)', [id, posted.id]),
      ).toEqual([]);
    });

    it('needs an open proposal, also to be taken back', async () => {
      const { id } = await post(fatima!);
      await like(kees!, id);
      await west.rows(`update proposal set state = 'closed' where number = $1`, [number]);
      expect(said(await like(kees!, id))).toEqual([409, 'proposal-not-open']);
      expect(said(await unlike(kees!, id))).toEqual([409, 'proposal-not-open']);
      expect((await one(kees!, id)).likes).toBe(1);
    });
  });

  it('an argument under one proposal is not there under another', async () => {
    const { id } = await post(fatima!);
    const other = await west.proposal('Bankjes langs het Molenpad');
    const elsewhere = `/districts/west/proposals/${other}/arguments/${id}`;
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/versions', undefined],
      ['GET', '/replies', undefined],
      ['PATCH', '', { body: BETTER, version: 1 }],
      ['POST', '/replies', { body: 'Eens.' }],
      ['PUT', '/my-like', {}],
      ['DELETE', '/my-like', undefined],
    ] as const)
      expect([path, ...said(await kees!.browser.send<Problem>(method, elsewhere + path, body))]).toEqual([
        path,
        404,
        'argument-not-found',
      ]);
    expect((await kees!.browser.get<Problem>(`${address}/not-an-id`)).status).toBe(400);
  });

  describe('hidden by a moderator', () => {
    const ROUTES: [method: string, path: string, body: object | undefined][] = [
      ['GET', '', undefined],
      ['GET', '/versions', undefined],
      ['PATCH', '', { body: BETTER, version: 1 }],
      ['POST', '/replies', { body: 'Eens.' }],
      ['PUT', '/my-like', {}],
      ['DELETE', '/my-like', undefined],
    ];
    const hide = (id: string) => west.rows('update argument set hidden = true where id = $1', [id]);

    it('an argument and its replies are 404 for everybody, their writers too', async () => {
      const { id } = await post(fatima!);
      const posted = await answerTo(kees!, id);
      await hide(id);
      const moderator = await signInAsStaff(west, 'Mirjam', ['moderator']);
      for (const who of [fatima!, kees!, moderator])
        for (const text of [id, posted.id])
          for (const [method, path, body] of ROUTES)
            expect([
              path,
              ...said(await who.browser.send<Problem>(method, `${address}/${text}${path}`, body)),
            ]).toEqual([path, 404, 'argument-not-found']);
      expect(said(await kees!.browser.get<Problem>(`${address}/${id}/replies`))).toEqual([
        404,
        'argument-not-found',
      ]);
    });

    it('are in no list and no count', async () => {
      const [shown, gone] = [await post(fatima!), await post(fatima!, BETTER)];
      const [visible, unseen] = [await answerTo(kees!, shown.id), await answerTo(kees!, shown.id, 'Foei.')];
      await hide(gone.id);
      await hide(unseen.id);
      for (const query of ['', '?sort=newest', '?side=for', '?side=for&sort=newest', '?limit=1']) {
        const { body } = await fatima!.browser.get<{ items: Argument[]; total: number; next: null }>(
          address + query,
        );
        expect(body).toMatchObject({ total: 1, next: null, items: [{ id: shown.id, replyCount: 1 }] });
        expect(body.items[0]!.replies.map(({ id }) => id)).toEqual([visible.id]);
      }
      const replies = await kees!.browser.get<{ items: Written[]; total: number }>(
        `${address}/${shown.id}/replies`,
      );
      expect([replies.body.total, replies.body.items.map(({ id }) => id)]).toEqual([1, [visible.id]]);
    });
  });
});
