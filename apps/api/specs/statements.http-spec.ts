import type { Browser } from '@buurtstem/platform-api/testing';
import { signInAs } from './neighbours';
import { signInAsStaff, type Colleague } from './staff';
import { West } from './west';

interface Statement {
  id: string;
  body: string;
  authorName: string;
  authorRole: string;
  postedAt: string;
}
interface Problem {
  code: string;
  errors?: { field: string; code: string }[];
}

const BODY = 'De commissie bespreekt dit plan in december, met de school erbij.';

describe('a statement', () => {
  let west: West;
  let address: string;
  let number: number;
  let [dewi, mohamed, both]: Colleague[] = [];

  beforeAll(async () => {
    west = await West.open();
    dewi = await signInAsStaff(west, 'Dewi', ['committee-member']);
    mohamed = await signInAsStaff(west, 'Mohamed', ['moderator']);
    both = await signInAsStaff(west, 'Bea', ['moderator', 'committee-member', 'clerk']);
  });
  afterAll(() => west.close());
  beforeEach(async () => {
    number = await west.proposal('Veilig oversteken bij de Sluisbrug');
    address = `/districts/west/proposals/${number}/statements`;
  });

  const publish = (by: Browser, body = BODY) => by.post<Statement & Problem>(address, { body });
  const shown = async (): Promise<Statement[]> =>
    (await west.test.browser().get<{ items: Statement[] }>(address)).body.items;

  it('stands under the name and the role of who published it, newest first', async () => {
    const roles: string[] = [];
    for (const { browser } of [dewi!, mohamed!, both!]) {
      const { status, body } = await publish(browser, `  ${BODY}\n\nTot dan. `);
      expect(status).toBe(201);
      expect(body).toEqual({
        id: expect.any(String),
        body: `${BODY}\n\nTot dan.`,
        authorName: expect.any(String),
        authorRole: expect.any(String),
        postedAt: expect.any(String),
      });
      expect((await shown())[0]).toEqual(body);
      roles.push(`${body.authorName}: ${body.authorRole}`);
    }
    expect(roles).toEqual(['Dewi: committee-member', 'Mohamed: moderator', 'Bea: committee-member']);
    const dates = (await shown()).map(({ postedAt }) => postedAt);
    expect([dates.length, dates]).toEqual([3, [...dates].sort().reverse()]);
  });

  it.each(['won', 'closed', 'rejected', 'withdrawn'])(
    'can be made on a proposal that is %s',
    async (state) => {
      await west.rows('update proposal set state = $2 where number = $1', [number, state]);
      expect((await publish(dewi!.browser)).status).toBe(201);
    },
  );

  it.each([
    ['short', 'Wij lezen mee.'],
    ['long', 'x'.repeat(2001)],
  ])('is not too %s', async (_, body) => {
    const answer = await publish(dewi!.browser, body);
    expect([answer.status, answer.body.errors]).toEqual([
      400,
      [expect.objectContaining({ field: 'body', code: 'statement-length' })],
    ]);
    expect(await shown()).toEqual([]);
  });

  it('is not a resident’s, nor a clerk’s, nor of a member of another district, nor without the second factor', async () => {
    const oost = await west.oost();
    const visitor = west.test.browser();
    const resident = (await signInAs(west, 'Laura')).browser;
    const clerk = (await signInAsStaff(west, 'Clara', ['clerk', 'official', 'editor', 'administrator']))
      .browser;
    const stranger = (await signInAsStaff(west, 'Oscar', ['moderator', 'committee-member'], oost)).browser;
    const hasty = west.test.browser();
    await hasty.signIn('dewi@voorbeeld.example');
    for (const [who, status, code] of [
      [visitor, 401, 'sign-in-first'],
      [resident, 403, 'not-allowed'],
      [clerk, 403, 'not-allowed'],
      [stranger, 403, 'not-allowed'],
      [hasty, 403, 'second-factor-needed'],
    ] as const) {
      const answer = await publish(who);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect(await shown()).toEqual([]);
  });

  it('needs a name to stand under', async () => {
    await west.rows('update account set display_name = null where id = $1', [mohamed!.id]);
    const answer = await publish(mohamed!.browser);
    await west.rows(`update account set display_name = 'Mohamed' where id = $1`, [mohamed!.id]);
    expect([answer.status, answer.body.code]).toEqual([409, 'display-name-missing']);
  });

  it('goes out of sight with its proposal, and none is made there', async () => {
    await publish(dewi!.browser);
    await west.rows('update proposal set hidden = true where number = $1', [number]);
    expect((await west.test.browser().get(address)).status).toBe(404);
    expect((await publish(dewi!.browser)).status).toBe(404);
    await west.rows(`update proposal set hidden = false where number = $1`, [number]);
    expect(await shown()).toHaveLength(1);
    // A draft of one's own can be seen by oneself, but is no place for the committee to speak.
    await west.rows(
      `update proposal set state = 'draft', published_at = null, submitter_id = $2 where number = $1`,
      [number, dewi!.id],
    );
    const draft = await publish(dewi!.browser);
    expect([draft.status, draft.body.code]).toEqual([404, 'proposal-not-found']);
  });
});
