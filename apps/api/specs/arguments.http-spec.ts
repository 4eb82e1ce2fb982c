import { ArgumentsScene, BODY, said, type Argument, type Problem, type Written } from './arguments-scene';
import type { Neighbour } from './neighbours';
import { signInAsStaff } from './staff';

const BETTER = 'Mijn drie kinderen steken hier elke dag over naar school.';
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('Fatima and Kees argue', () => {
  let scene: ArgumentsScene;
  beforeAll(async () => (scene = await ArgumentsScene.open()));
  beforeEach(() => scene.newPlan());
  afterAll(() => scene.close());

  describe('an argument', () => {
    it('stands on its side under the name of its writer, and comes before the moderators', async () => {
      const argument = await scene.post(scene.fatima, `  ${BODY}\n`, 'against');
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
      expect(await scene.cases(argument.id)).toEqual([{ origin: 'new', state: 'open', urgency: 0 }]);
      expect(await scene.one(scene.kees, argument.id)).toEqual({ ...argument, mine: false, editable: false });
      const visitor = scene.west.test.browser();
      const page = await visitor.get<{ items: Argument[] }>(scene.address);
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
      const { status, body: problem } = await scene.fatima.browser.post<Problem>(scene.address, body);
      expect([status, problem.code]).toEqual([400, 'invalid-input']);
      expect(problem.errors).toEqual(expect.arrayContaining([expect.objectContaining({ field, code })]));
      expect((await scene.one(scene.fatima, NOBODY)) as unknown).toMatchObject({
        code: 'argument-not-found',
      });
      expect((await scene.west.test.browser().get<{ total: number }>(scene.address)).body.total).toBe(0);
    });

    it('needs somebody who is signed in and has a name, and an open proposal', async () => {
      const visitor = scene.west.test.browser();
      expect(said(await visitor.post<Problem>(scene.address, { side: 'for', body: BODY }))).toEqual([
        401,
        'sign-in-first',
      ]);
      await visitor.signIn('naamloos@voorbeeld.example');
      expect(said(await visitor.post<Problem>(scene.address, { side: 'for', body: BODY }))).toEqual([
        409,
        'display-name-missing',
      ]);
      await scene.west.rows(`update proposal set state = 'closed' where number = $1`, [scene.number]);
      expect(
        said(await scene.fatima.browser.post<Problem>(scene.address, { side: 'for', body: BODY })),
      ).toEqual([409, 'proposal-not-open']);
    });

    it('keeps markup as the text that it is', async () => {
      const body =
        '<script>alert(1)</script> & <b>dit</b> is gewoon tekst, met een https://voorbeeld.example';
      expect((await scene.post(scene.fatima, body)).body).toBe(body);
    });

    it('is marked where the submitter or a co-submitter of the proposal wrote it, and so are replies', async () => {
      await scene.west.rows('update proposal set submitter_id = $2 where number = $1', [
        scene.number,
        scene.fatima.id,
      ]);
      const argument = await scene.post(scene.fatima);
      await scene.answerTo(scene.kees, argument.id);
      expect(await scene.one(scene.kees, argument.id)).toMatchObject({
        bySubmitter: true,
        replies: [{ bySubmitter: false }],
      });
      await scene.west.rows(
        `insert into co_submitter select district_id, id, $2, 'Kees', now() from proposal where number = $1`,
        [scene.number, scene.kees.id],
      );
      expect(await scene.one(scene.kees, argument.id)).toMatchObject({
        bySubmitter: true,
        replies: [{ bySubmitter: true }],
      });
    });
  });

  describe('a reply', () => {
    it('stands under the argument, and comes before the moderators', async () => {
      const { id } = await scene.post(scene.fatima);
      const posted = await scene.answerTo(scene.kees, id, ' Nee. ');
      expect(posted).toMatchObject({
        body: 'Nee.',
        authorName: 'Kees',
        mine: true,
        editable: true,
        version: 1,
      });
      expect(await scene.cases(posted.id)).toEqual([{ origin: 'new', state: 'open', urgency: 0 }]);
      const shown = await scene.one(scene.fatima, id);
      expect([shown.replyCount, shown.replies]).toEqual([1, [{ ...posted, mine: false, editable: false }]]);
      // The address of a reply leads to its argument.
      expect(await scene.one(scene.fatima, posted.id)).toEqual(shown);
    });

    it('is two characters at least, and under an argument only', async () => {
      const { id } = await scene.post(scene.fatima);
      const short = await scene.kees.browser.post<Problem>(`${scene.address}/${id}/replies`, { body: ' N ' });
      expect([short.status, short.body.errors]).toEqual([
        400,
        [expect.objectContaining({ field: 'body', code: 'reply-length' })],
      ]);
      const posted = await scene.answerTo(scene.kees, id);
      expect(
        said(
          await scene.fatima.browser.post<Problem>(`${scene.address}/${posted.id}/replies`, { body: 'Ja.' }),
        ),
      ).toEqual([409, 'reply-to-a-reply']);
      expect(said(await scene.fatima.browser.get<Problem>(`${scene.address}/${posted.id}/replies`))).toEqual([
        404,
        'argument-not-found',
      ]);
      await scene.west.rows(`update proposal set state = 'closed' where number = $1`, [scene.number]);
      expect(
        said(await scene.kees.browser.post<Problem>(`${scene.address}/${id}/replies`, { body: 'Ja.' })),
      ).toEqual([409, 'proposal-not-open']);
    });
  });

  describe('a like', () => {
    const like = (who: Neighbour, id: string) =>
      who.browser.put<{ likes: number; liked: boolean } & Problem>(`${scene.address}/${id}/my-like`, {});
    const unlike = (who: Neighbour, id: string) =>
      who.browser.delete<{ likes: number; liked: boolean } & Problem>(`${scene.address}/${id}/my-like`);

    it('counts once, and can be taken back as often as one asks', async () => {
      const { id } = await scene.post(scene.fatima);
      for (let times = 0; times < 2; times += 1)
        expect(await like(scene.kees, id)).toMatchObject({ status: 200, body: { likes: 1, liked: true } });
      expect(await scene.one(scene.kees, id)).toMatchObject({ likes: 1, liked: true });
      expect(await scene.one(scene.fatima, id)).toMatchObject({ likes: 1, liked: false });
      for (let times = 0; times < 2; times += 1)
        expect(await unlike(scene.kees, id)).toMatchObject({ status: 200, body: { likes: 0, liked: false } });
      expect(await scene.one(scene.kees, id)).toMatchObject({ likes: 0, liked: false });
    });

    it('is for the arguments of others, and not for replies', async () => {
      const { id } = await scene.post(scene.fatima);
      const posted = await scene.answerTo(scene.kees, id);
      expect(said(await like(scene.fatima, id))).toEqual([409, 'own-argument']);
      expect(await unlike(scene.fatima, id)).toMatchObject({ status: 200, body: { likes: 0, liked: false } });
      expect(said(await like(scene.fatima, posted.id))).toEqual([404, 'argument-not-found']);
      expect(said(await like(scene.kees, NOBODY))).toEqual([404, 'argument-not-found']);
      expect(
        await scene.west.rows('select from argument_like where argument_id in ($1, $2)', [id, posted.id]),
      ).toEqual([]);
    });

    it('needs an open proposal, also to be taken back', async () => {
      const { id } = await scene.post(scene.fatima);
      await like(scene.kees, id);
      await scene.west.rows(`update proposal set state = 'closed' where number = $1`, [scene.number]);
      expect(said(await like(scene.kees, id))).toEqual([409, 'proposal-not-open']);
      expect(said(await unlike(scene.kees, id))).toEqual([409, 'proposal-not-open']);
      expect((await scene.one(scene.kees, id)).likes).toBe(1);
    });
  });

  it('an argument under one proposal is not there under another', async () => {
    const { id } = await scene.post(scene.fatima);
    const other = await scene.west.proposal('Bankjes langs het Molenpad');
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
      expect([path, ...said(await scene.kees.browser.send<Problem>(method, elsewhere + path, body))]).toEqual(
        [path, 404, 'argument-not-found'],
      );
    expect((await scene.kees.browser.get<Problem>(`${scene.address}/not-an-id`)).status).toBe(400);
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
    const hide = (id: string) => scene.west.rows('update argument set hidden = true where id = $1', [id]);

    it('an argument and its replies are 404 for everybody, their writers too', async () => {
      const { id } = await scene.post(scene.fatima);
      const posted = await scene.answerTo(scene.kees, id);
      await hide(id);
      const moderator = await signInAsStaff(scene.west, 'Mirjam', ['moderator']);
      for (const who of [scene.fatima, scene.kees, moderator])
        for (const text of [id, posted.id])
          for (const [method, path, body] of ROUTES)
            expect([
              path,
              ...said(await who.browser.send<Problem>(method, `${scene.address}/${text}${path}`, body)),
            ]).toEqual([path, 404, 'argument-not-found']);
      expect(said(await scene.kees.browser.get<Problem>(`${scene.address}/${id}/replies`))).toEqual([
        404,
        'argument-not-found',
      ]);
    });

    it('are in no list and no count', async () => {
      const [shown, gone] = [await scene.post(scene.fatima), await scene.post(scene.fatima, BETTER)];
      const [visible, unseen] = [
        await scene.answerTo(scene.kees, shown.id),
        await scene.answerTo(scene.kees, shown.id, 'Foei.'),
      ];
      await hide(gone.id);
      await hide(unseen.id);
      for (const query of ['', '?sort=newest', '?side=for', '?side=for&sort=newest', '?limit=1']) {
        const { body } = await scene.fatima.browser.get<{ items: Argument[]; total: number; next: null }>(
          scene.address + query,
        );
        expect(body).toMatchObject({ total: 1, next: null, items: [{ id: shown.id, replyCount: 1 }] });
        expect(body.items[0]!.replies.map(({ id }) => id)).toEqual([visible.id]);
      }
      const replies = await scene.kees.browser.get<{ items: Written[]; total: number }>(
        `${scene.address}/${shown.id}/replies`,
      );
      expect([replies.body.total, replies.body.items.map(({ id }) => id)]).toEqual([1, [visible.id]]);
    });
  });
});
