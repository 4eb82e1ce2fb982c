import { EditArgument, LikeArgument } from '@buurtstem/discussion-api';
import type { CurrentAccount } from '@buurtstem/platform-api';
import type { ResidentId } from '@buurtstem/shared-domain';
import { Client } from 'pg';
import { argue, reply } from './neighbours';
import { West } from './west';

describe('many at one argument', () => {
  let west: West;
  let number: number;
  let id: string;
  let author: ResidentId;

  beforeEach(async () => {
    west = await West.open({}, { DATABASE_POOL_SIZE: '20' });
    number = await west.proposal('Veilig oversteken bij de Sluisbrug');
    [author] = (await west.residents(1)) as [ResidentId];
    id = await argue(west, { proposalNumber: number, by: author });
  });
  afterEach(() => west.close());

  const like = (residentId: ResidentId, wish: 'liked' | 'not-liked' = 'liked', argument = id) =>
    west.app
      .get(LikeArgument)
      .set({ districtId: west.districtId, proposalNumber: number, argument, residentId, wish });
  const counted = async (): Promise<unknown[]> => {
    const [row] = await west.rows(
      `select likes, (select count(*)::integer from argument_like l where l.argument_id = a.id) as rows
       from argument a where id = $1`,
      [id],
    );
    return [row?.['likes'], row?.['rows']];
  };
  const edit = (argument: string) => {
    const asked = {
      district: 'west',
      number,
      argument,
      author: { id: author } as CurrentAccount,
      version: 1,
    };
    return west.app
      .get(EditArgument)
      .execute({ ...asked, body: 'Iets heel anders, dat niemand zo goed vond.' });
  };
  /** Does something in a transaction that ends when the other work has come to wait for it. */
  const overtakenBy = async (sql: string, other: () => Promise<void>): Promise<string> => {
    const client = new Client({ connectionString: west.test.config.databaseUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(sql, [id]);
      const answer = other().then(
        () => 'done',
        (error: Error) => error.message,
      );
      let ended = false;
      void answer.then(() => (ended = true));
      while (!ended && (await waiting()) === 0);
      await client.query('commit');
      return await answer;
    } finally {
      await client.end();
    }
  };
  const waiting = async (): Promise<number> => {
    const rows = await west.rows(
      `select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`,
    );
    return rows.length;
  };

  it('leave one like of 50 by one person at once, and tell all 50 so', async () => {
    const [kees] = (await west.residents(2)).slice(1) as [ResidentId];
    const answers = await Promise.all(Array.from({ length: 50 }, () => like(kees)));
    expect(answers).toEqual(Array.from({ length: 50 }, () => ({ likes: 1, liked: true })));
    expect(await counted()).toEqual([1, 1]);
  });

  it('rest on the unique key: with the key dropped the same likes are not acknowledged (control)', async () => {
    const [kees] = (await west.residents(2)).slice(1) as [ResidentId];
    const client = new Client({ connectionString: west.test.config.databaseUrl });
    await client.connect();
    await client.query('alter table argument_like drop constraint argument_like_once');
    await client.end();
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => like(kees)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    expect(await counted()).toEqual([0, 0]);
  });

  it('leave 50 likes of 50 people at once, each told another number', async () => {
    const people = (await west.residents(51)).slice(1);
    const answers = await Promise.all(people.map((person) => like(person)));
    expect(answers.map(({ likes }) => likes).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
    expect(await counted()).toEqual([50, 50]);
  });

  it('leave counter and likes equal when 25 like, take back, and like two arguments across each other', async () => {
    const people = (await west.residents(26)).slice(1);
    const other = await argue(west, { proposalNumber: number, by: author });
    await Promise.all(
      people.map(async (person, index) => {
        const [first, second] = index % 2 ? [id, other] : [other, id];
        await like(person, 'liked', first);
        await like(person, 'liked', second);
        if (index % 3 === 0)
          await Promise.all([like(person, 'not-liked', first), like(person, 'not-liked', first)]);
      }),
    );
    const rows = await west.rows(
      `select likes = (select count(*) from argument_like l where l.argument_id = a.id) as same, likes > 0 as liked
       from argument a`,
    );
    expect(rows).toEqual([
      { same: true, liked: true },
      { same: true, liked: true },
    ]);
  });

  it('and one edit: a like that came first is not overtaken by it', async () => {
    const first = 'update argument set likes = likes + 1 where id = $1';
    expect(await overtakenBy(first, () => edit(id))).toBe('argument-locked');
    expect(await west.rows('select from argument_version')).toEqual([]);
  });

  it.each(['an argument', 'a reply'])(
    'and one edit of %s: a reply that came first is not overtaken',
    async (what) => {
      const edited = what === 'a reply' ? await reply(west, id, { proposalNumber: number, by: author }) : id;
      const first = `
      insert into argument (district_id, id, proposal_id, parent_id, author_id, author_name, side, body, posted_at)
      select district_id, gen_random_uuid(), proposal_id, id, author_id, 'Kees', side, 'Eens.', now() + interval '1 hour'
      from argument where id = $1`;
      expect(await overtakenBy(first, () => edit(edited))).toBe('argument-locked');
    },
  );

  it('cannot give a reply likes, whatever the code does', async () => {
    const answer = await reply(west, id, { proposalNumber: number });
    await expect(west.rows('update argument set likes = 1 where id = $1', [answer])).rejects.toThrow(
      'argument_reply_has_no_likes',
    );
  });
});
