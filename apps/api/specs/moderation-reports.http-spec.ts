import { Client } from 'pg';
import { BODY, ModerationScene, type Case, type CasePage, type Problem } from './moderation-scene';

describe('a report', () => {
  let scene: ModerationScene;
  beforeEach(async () => (scene = await ModerationScene.open()));
  afterEach(() => scene.close());

  const visitor = () => scene.west.test.browser();
  const reports = () =>
    scene.west.rows('select reason, note, reporter_id from abuse_report order by reported_at');
  const cases = (where: string) =>
    scene.west.rows(`select reports, urgency, origin from moderation_case where ${where}`);

  it('joins the open case, raises its urgency and never lowers it, and hides nothing, however many there are', async () => {
    const argument = await scene.argument();
    const subject = { subject: 'argument', subjectId: argument };
    const where = `subject_id = '${argument}'`;
    for (const [name, reason, urgency] of [
      ['Anna', 'duplicate', 1],
      ['Bob', 'unlawful', 2],
      ['Cato', 'duplicate', 2],
    ] as const) {
      const { browser } = await scene.neighbour(name);
      expect((await scene.report(browser, subject, reason)).status).toBe(201);
      expect(await cases(where)).toMatchObject([{ urgency }]);
    }
    expect(await cases(where)).toMatchObject([{ reports: 3 }]);
    expect(await scene.west.rows('select hidden from argument')).toEqual([{ hidden: false }]);
  });

  it('of the same account or network about the same thing is taken again, and changes nothing', async () => {
    const subject = { subject: 'argument', subjectId: await scene.argument() };
    const laura = (await scene.neighbour('Laura')).browser;
    const first = await scene.report(laura, subject, 'duplicate', 'Staat er al.');
    const again = await scene.report(laura, subject, 'unlawful');
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    const fromVisitor = await scene.report(visitor(), subject);
    expect((await scene.report(visitor(), subject, 'unlawful')).body).toEqual(fromVisitor.body);
    expect(await reports()).toMatchObject([
      { reason: 'duplicate', note: 'Staat er al.', reporter_id: expect.any(String) },
      { reason: 'irrelevant', reporter_id: null },
    ]);
    expect(await cases('reports > 0')).toMatchObject([{ reports: 2, urgency: 1 }]);
    // Where a visitor's report came from stands there under a pseudonym; a resident's not at all.
    expect(
      await scene.west.rows('select length(network_pseudonym) as bytes from abuse_report_origin'),
    ).toEqual([{ bytes: 32 }]);
  });

  it('is limited: ten an hour for an account, five for a network without one', async () => {
    const laura = (await scene.neighbour('Laura')).browser;
    const ask = async (by = visitor()): Promise<number> =>
      (await scene.report(by, { subject: 'proposal' })).status;
    const statuses = async (count: number, by?: ReturnType<typeof visitor>): Promise<number[]> => {
      const found: number[] = [];
      for (let i = 0; i < count; i += 1) found.push(await ask(by));
      return found;
    };
    expect(await statuses(6)).toEqual([201, 201, 201, 201, 201, 429]);
    expect(await statuses(11, laura)).toEqual([...Array<number>(10).fill(201), 429]);
    expect(await reports()).toHaveLength(2);
  });

  it.each([
    [{ subject: 'argument' }, 400, 'invalid-input'],
    [{ subject: 'argument', subjectId: 'x' }, 400, 'invalid-input'],
    [{ subject: 'statement' }, 400, 'invalid-input'],
    [{ subject: 'argument', subjectId: '00000000-0000-4000-8000-000000000000' }, 404, 'argument-not-found'],
    [{ subject: 'picture', subjectId: '00000000-0000-4000-8000-000000000000' }, 404, 'picture-not-found'],
  ])('of %j is refused', async (subject, status, code) => {
    const answer = await scene.report(visitor(), subject);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await reports()).toEqual([]);
  });

  it('of what is out of sight, or under another plan, is of something that is not there', async () => {
    const { argument: hidden } = await scene.hidden();
    const shown = await scene.argument();
    const answers = async (subjectId: string): Promise<unknown[]> => {
      const { status, body } = await scene.report(scene.ruud.browser, { subject: 'argument', subjectId });
      return [status, body.code];
    };
    expect(await answers(hidden)).toEqual([404, 'argument-not-found']);
    await scene.west.proposal('Veilig oversteken bij de Sluisbrug');
    await scene.west.rows(
      'update argument set proposal_id = (select id from proposal where number = 2) where id = $1',
      [shown],
    );
    expect(await answers(shown)).toEqual([404, 'argument-not-found']);
    const long = await scene.report(visitor(), { subject: 'proposal' }, 'duplicate', 'x'.repeat(501));
    expect([long.status, long.body.errors?.[0]]).toEqual([
      400,
      expect.objectContaining({ field: 'note', code: 'report-note-length' }),
    ]);
  });
});

describe('the queue', () => {
  let scene: ModerationScene;
  // Without the workers, whose queries would be counted too.
  beforeEach(async () => (scene = await ModerationScene.open({ ROLES: 'web' })));
  afterEach(() => scene.close());

  const page = async (query = '', by = scene.samira.browser): Promise<CasePage> => {
    const { status, body } = await by.get<CasePage>(`${scene.desk}${query}`);
    expect(status).toBe(200);
    return body;
  };
  /** Cases with a fixed urgency and age in days; answers their numbers. */
  const fill = async (kinds: readonly (readonly [urgency: number, age: number])[]): Promise<number[]> => {
    await scene.west.rows(`update moderation_case set state = 'dismissed'`);
    const numbers: number[] = [];
    for (const [urgency, age] of kinds) {
      const argument = await scene.argument(
        scene.ruud.id,
        `Argument ${numbers.length} over de bankjes in de wijk.`,
      );
      await scene.west.rows(`delete from moderation_case where subject_id = $1`, [argument]);
      const [row] = await scene.west.rows(
        `insert into moderation_case
           (district_id, subject_kind, subject_id, proposal_id, origin, state, urgency, opened_at)
         select district_id, 'argument', id, proposal_id, 'new', 'open', $2::smallint,
           date_trunc('milliseconds', now() - make_interval(mins => (1440 * $3::float8)::integer))
         from argument where id = $1 returning id`,
        [argument, urgency, age],
      );
      numbers.push(Number(row?.['id']));
    }
    return numbers;
  };

  it('is ordered by urgency and age; what waits five days counts as one step more urgent', async () => {
    const [calm, old, late, reported, urgent] = await fill([
      [0, 1],
      [0, 4.9],
      [0, 5.1],
      [1, 2],
      [2, 3],
    ]);
    const found = await page();
    expect(found.items.map(({ number }) => number)).toEqual([urgent, late, reported, old, calm]);
    expect(found).toMatchObject({ total: 5, open: 5, overdue: 1, appeals: 0 });
    expect(found.items[0]).toMatchObject({ urgency: 'urgent', overdue: false, ageDays: 3 });
    expect(found.items[1]).toMatchObject({ urgency: 'new', overdue: true, ageDays: 5 });
    expect(Date.now() - Date.parse(found.oldestOpenedAt ?? '')).toBeGreaterThan(5 * 86_400_000);
    expect((await page('?urgency=reported')).items.map(({ number }) => number)).toEqual([reported]);
    expect((await page('?subject=picture')).items).toEqual([]);
  });

  it('pages by keyset: every case once, also while new ones come in and others get late', async () => {
    const numbers = await fill([
      [0, 1],
      [0, 4.999],
      [1, 2],
      [2, 3],
      [0, 6],
      [1, 1],
      [0, 0.5],
    ]);
    const seen: number[] = [];
    let next: string | null = '';
    while (next !== null) {
      const found: CasePage = await page(`?limit=2${next === '' ? '' : `&after=${next}`}`);
      seen.push(...found.items.map(({ number }) => number));
      ({ next } = found);
      await scene.after(seen.length / 100);
    }
    expect(seen).toHaveLength(numbers.length);
    expect(new Set(seen)).toEqual(new Set(numbers));
    for (const cursor of ['x', 'WyJxdWV1ZSJd']) {
      const { status, body } = await scene.samira.browser.get<Problem>(`${scene.desk}?after=${cursor}`);
      expect([status, body.code]).toEqual([400, 'cursor-not-valid']);
    }
    const other = (await page('?limit=1')).next;
    const { status } = await scene.samira.browser.get(`${scene.desk}?view=decided&after=${other}`);
    expect(status).toBe(400);
  });

  it('takes as many queries for fifty cases as for two', async () => {
    await fill(Array.from({ length: 50 }, (_, index) => [index % 3, index / 20] as const));
    const sent = jest.spyOn(Client.prototype, 'query');
    const count = async (limit: number): Promise<number> => {
      const before = sent.mock.calls.length;
      expect((await page(`?limit=${limit}`)).items).toHaveLength(limit);
      return sent.mock.calls.length - before;
    };
    // The first look also fills what the process remembers.
    await count(1);
    const few = await count(2);
    expect(few).toBeGreaterThan(5);
    expect(await count(50)).toBe(few);
    sent.mockRestore();
  });

  it('closes what nobody reported in one go, and leaves what was reported, is a colleague’s or one’s own', async () => {
    const [first, second, reported, karims] = (await fill([
      [0, 1],
      [0, 1],
      [0, 1],
      [0, 1],
    ])) as [number, number, number, number];
    await scene.west.rows('update moderation_case set reports = 1 where id = $1', [reported]);
    await scene.karim.browser.put(`${scene.desk}/${karims}/claim`, {});
    const own = await scene.argument(scene.samira.id);
    const mine = await scene.caseOf(own);
    const { status, body } = await scene.samira.browser.post(`${scene.desk}/seen`, {
      cases: [first, second, reported, karims, mine, 999].filter((number) => !Number.isNaN(number)),
    });
    expect([status, body]).toEqual([200, { seen: 2 }]);
    expect((await page()).items.map(({ number }) => number)).toEqual(
      expect.arrayContaining([reported, karims, mine]),
    );
    expect(await scene.west.rows('select verdict, reason, message from moderation_decision')).toEqual(
      Array(2).fill({ verdict: 'keep', reason: '', message: '' }),
    );
    expect(await scene.west.rows('select from moderation_log')).toEqual([]);
    // Looking and finding nothing is no decision.
    expect((await page('?view=decided')).items).toEqual([]);
  });

  it('hints at watched words, at the same words again, and at a new account that posts fast', async () => {
    const set = await scene.samira.browser.put<{ version: number }>('/districts/west/moderation-settings', {
      ...{ watchWords: ['  Mevrouw  JANSEN ', 'mevrouw jansen'], templates: [], version: 0 },
    });
    expect(set.body).toEqual({ watchWords: ['mevrouw jansen'], templates: [], version: 1 });
    let last = '';
    for (let i = 0; i < 5; i += 1) last = await scene.argument();
    await scene.report(scene.west.test.browser(), { subject: 'argument', subjectId: last });
    const { body } = await scene.samira.browser.get<Case>(`${scene.desk}/${await scene.caseOf(last)}`);
    expect(body.hints).toEqual([
      { kind: 'watch-word', match: 'mevrouw Jansen', place: 'body' },
      { kind: 'phone-number', match: '06-12345678', place: 'body' },
      { kind: 'repeated-text', match: '5', place: 'body' },
      { kind: 'new-account-posting-fast', match: '5', place: 'author' },
    ]);
    expect(body.text.body).toBe(BODY);
  });
});

describe('the settings of the desk', () => {
  let scene: ModerationScene;
  beforeAll(async () => (scene = await ModerationScene.open()));
  afterAll(() => scene.close());

  const address = '/districts/west/moderation-settings';
  const set = (wanted: object) => scene.samira.browser.put<Problem & { version: number }>(address, wanted);
  const TEMPLATE = { reason: 'duplicate', text: 'Dit plan staat al op de site. Stem daar mee.' };

  it('are empty at first, and set once per version', async () => {
    expect((await scene.samira.browser.get(address)).body).toEqual({
      watchWords: [],
      templates: [],
      version: 0,
    });
    const wanted = { watchWords: ['Oplichter'], templates: [TEMPLATE], version: 0 };
    expect((await set(wanted)).body).toEqual({
      watchWords: ['oplichter'],
      templates: [TEMPLATE],
      version: 1,
    });
    for (const version of [0, 2]) {
      const { status, body } = await set({ ...wanted, version });
      expect([status, body.code]).toEqual([409, 'version-conflict']);
    }
    const both = await Promise.all([set({ ...wanted, version: 1 }), set({ ...wanted, version: 1 })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('name every field that is wrong', async () => {
    const { status, body } = await set({
      watchWords: ['goed', 'x', '!!!'],
      templates: [TEMPLATE, { ...TEMPLATE, text: 'Kort.' }],
      version: 1,
    });
    expect([status, body.errors?.map(({ field, code }) => `${field} ${code}`)]).toEqual([
      400,
      [
        'watchWords.1 invalid-input',
        'watchWords.2 invalid-input',
        'templates.1.reason invalid-input',
        'templates.1.text message-length',
      ],
    ]);
  });
});
