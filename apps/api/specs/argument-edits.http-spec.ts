import { ArgumentsScene, BODY, said, type Argument, type Problem } from './arguments-scene';
import { argue, reply, type Neighbour } from './neighbours';
import { signInAsStaff } from './staff';

const BETTER = 'Mijn drie kinderen steken hier elke dag over naar school.';
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('an edit', () => {
  let scene: ArgumentsScene;
  beforeAll(async () => (scene = await ArgumentsScene.open()));
  beforeEach(() => scene.newPlan());
  afterAll(() => scene.close());

  const edit = (who: Neighbour, id: string, body: string, version: number) =>
    who.browser.patch<Argument & Problem>(`${scene.address}/${id}`, { body, version });

  it('changes the text, keeps what it said, and comes before the moderators again', async () => {
    const { id } = await scene.post(scene.fatima);
    await scene.west.rows(`update moderation_case set state = 'dismissed' where subject_id = $1`, [id]);
    const { status, body } = await edit(scene.fatima, id, ` ${BETTER} `, 1);
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
    expect(await scene.cases(id)).toContainEqual({ origin: 'edit', state: 'open', urgency: 0 });
    await edit(scene.fatima, id, `${BETTER} En terug.`, 2);
    const versions = await scene.west.test
      .browser()
      .get<{ items: { version: number; body: string; writtenAt: string }[] }>(
        `${scene.address}/${id}/versions`,
      );
    expect(versions.body.items.map(({ version, body: text }) => [version, text])).toEqual([
      [1, BODY],
      [2, BETTER],
    ]);
    const [first, second] = versions.body.items.map(({ writtenAt }) => Date.parse(writtenAt));
    expect(first).toBeLessThan(second!);
  });

  it('of a reply answers the argument that it stands under', async () => {
    const { id } = await scene.post(scene.fatima);
    const posted = await scene.answerTo(scene.kees, id);
    const { status, body } = await edit(scene.kees, posted.id, 'Bij nader inzien niet.', 1);
    expect([status, body.id, body.replies[0]?.body]).toEqual([200, id, 'Bij nader inzien niet.']);
  });

  it('with the same words changes nothing', async () => {
    const { id } = await scene.post(scene.fatima);
    const { status, body } = await edit(scene.fatima, id, `${BODY}\n`, 1);
    expect([status, body.version, body.editedAt]).toEqual([200, 1, null]);
    expect(
      (await scene.west.test.browser().get<{ items: [] }>(`${scene.address}/${id}/versions`)).body.items,
    ).toEqual([]);
  });

  it('does not go over another edit', async () => {
    const { id } = await scene.post(scene.fatima);
    await edit(scene.fatima, id, BETTER, 1);
    expect(said(await edit(scene.fatima, id, `${BODY} Uit een ander tabblad.`, 1))).toEqual([
      409,
      'version-conflict',
    ]);
    expect((await scene.one(scene.fatima, id)).body).toBe(BETTER);
  });

  it('is its writer’s alone, also against who moderates, and keeps to the lengths', async () => {
    const { id } = await scene.post(scene.fatima);
    const moderator = await signInAsStaff(scene.west, 'Mohamed', ['moderator']);
    for (const other of [scene.kees, moderator])
      expect(said(await edit(other, id, BETTER, 1))).toEqual([403, 'not-the-author']);
    const short = await edit(scene.fatima, id, 'Te kort', 1);
    expect(short.body.errors).toEqual([expect.objectContaining({ code: 'argument-length' })]);
    expect(said(await edit(scene.fatima, NOBODY, BETTER, 1))).toEqual([404, 'argument-not-found']);
  });

  it.each([
    ['the first like', async (id: string) => scene.kees.browser.put(`${scene.address}/${id}/my-like`, {})],
    ['the first reply', async (id: string) => scene.answerTo(scene.kees, id)],
    [
      'a moderator took something out',
      (id: string) => scene.west.rows('update argument set redacted = true where id = $1', [id]),
    ],
  ])('is over after %s', async (_, happens) => {
    const { id } = await scene.post(scene.fatima);
    await happens(id);
    expect((await scene.one(scene.fatima, id)).editable).toBe(false);
    expect(said(await edit(scene.fatima, id, BETTER, 1))).toEqual([409, 'argument-locked']);
    expect((await scene.one(scene.fatima, id)).body).toBe(BODY);
  });

  it('of a reply is over after a later reply, not after an earlier one', async () => {
    const { id } = await scene.post(scene.fatima);
    const first = await scene.answerTo(scene.kees, id);
    const second = await scene.answerTo(scene.fatima, id);
    expect(said(await edit(scene.kees, first.id, 'Toch niet.', 1))).toEqual([409, 'argument-locked']);
    expect((await edit(scene.fatima, second.id, 'Toch niet.', 1)).status).toBe(200);
  });

  it('hands out no earlier text of what a moderator took something out of', async () => {
    const { id } = await scene.post(scene.fatima);
    await edit(scene.fatima, id, BETTER, 1);
    await scene.west.rows('update argument set redacted = true where id = $1', [id]);
    const versions = await scene.fatima.browser.get<{ items: [] }>(`${scene.address}/${id}/versions`);
    expect([versions.status, versions.body.items]).toEqual([200, []]);
  });

  it('is offered exactly where it is accepted', async () => {
    const states: { id: string; who: Neighbour }[] = [];
    for (const author of [scene.fatima, scene.kees]) {
      const by = author.id;
      const plain = await argue(scene.west, { proposalNumber: scene.number, by });
      const liked = await argue(scene.west, { proposalNumber: scene.number, by });
      await scene.west.rows('update argument set likes = 1 where id = $1', [liked]);
      const redacted = await argue(scene.west, { proposalNumber: scene.number, by });
      await scene.west.rows('update argument set redacted = true where id = $1', [redacted]);
      const answered = await argue(scene.west, { proposalNumber: scene.number, by });
      const early = await reply(scene.west, answered, { proposalNumber: scene.number, by });
      const late = await reply(scene.west, answered, { proposalNumber: scene.number, by });
      const answeredOutOfSight = await argue(scene.west, { proposalNumber: scene.number, by });
      const unseen = await reply(scene.west, answeredOutOfSight, { proposalNumber: scene.number, by });
      await scene.west.rows('update argument set hidden = true where id = $1', [unseen]);
      for (const id of [plain, liked, redacted, answered, early, late, answeredOutOfSight])
        for (const who of [scene.fatima, scene.kees]) states.push({ id, who });
    }
    const compare = async (): Promise<[boolean, boolean][]> => {
      const pairs: [boolean, boolean][] = [];
      for (const { id, who } of states) {
        await scene.west.rows('delete from rate_bucket');
        const shown = await scene.one(who, id);
        const offered = [shown, ...shown.replies].find((text) => text.id === id)!;
        const answer = await edit(who, id, offered.body, offered.version);
        pairs.push([offered.editable, answer.status === 200]);
      }
      return pairs;
    };
    const inTheOpen = await compare();
    expect(inTheOpen.filter(([offered]) => offered)).toHaveLength(4);
    expect(inTheOpen.filter(([offered, accepted]) => offered !== accepted)).toEqual([]);
    await scene.west.rows(`update proposal set state = 'closed' where number = $1`, [scene.number]);
    expect((await compare()).flat()).not.toContain(true);
  });
});
