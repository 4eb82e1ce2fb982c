import type { Answer } from '@buurtstem/platform-api/testing';
import { AgendaScene, DAY, REASON, REASONS } from './agenda-scene';

interface Problem {
  code: string;
  status: number;
  title: string;
  errors?: { field: string; code: string }[];
}
const NOBODY = '00000000-0000-4000-8000-000000000000';

describe('the clerk’s desk', () => {
  let scene: AgendaScene;
  let meeting: string;
  let item: string;
  beforeAll(async () => {
    scene = await AgendaScene.open();
    meeting = await scene.meeting(90);
    item = await scene.winner('Veilig oversteken bij de Sluisbrug');
  });
  afterAll(() => scene.close());

  const clerk = (method: string, path: string, body?: unknown): Promise<Answer<Problem>> =>
    scene.clerk.browser.send<Problem>(method, `/districts/west/${path}`, body);
  const refused = async (answer: Promise<Answer<Problem>>): Promise<[number, string]> => {
    const { status, body, headers } = await answer;
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.title.length).toBeGreaterThan(3);
    return [status, body.code];
  };
  const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
  const plan = (more: object = {}) => ({
    startsAt: at(60),
    agendaDeadline: at(50),
    place: 'Raadzaal',
    ...more,
  });

  describe('refuses bad input clearly', () => {
    it.each([
      [
        'a meeting in the past',
        'POST',
        'meetings',
        () => plan({ startsAt: at(-1) }),
        422,
        'meeting-in-the-past',
      ],
      [
        'a deadline after the meeting',
        'POST',
        'meetings',
        () => plan({ agendaDeadline: at(61) }),
        422,
        'deadline-after-meeting',
      ],
      ['a meeting without a place', 'POST', 'meetings', () => plan({ place: '' }), 400, 'invalid-input'],
      ['a date that is none', 'POST', 'meetings', () => plan({ startsAt: 'morgen' }), 400, 'invalid-input'],
      [
        'a meeting that is not there',
        'POST',
        `meetings/${NOBODY}/cancellation`,
        () => ({ reason: REASON }),
        404,
        'meeting-not-found',
      ],
      [
        'an agenda of no meeting',
        'PUT',
        `meetings/${NOBODY}/draft-agenda`,
        () => ({ revision: 0, entries: [] }),
        404,
        'meeting-not-found',
      ],
      [
        'an item that is not there',
        'POST',
        `agenda-items/${NOBODY}/moves`,
        () => ({ meeting: null, reason: REASON }),
        404,
        'agenda-item-not-found',
      ],
      [
        'an outcome of no item',
        'POST',
        `agenda-items/${NOBODY}/outcomes`,
        () => ({ decision: 'adopted', reasons: REASONS, vote: null }),
        404,
        'agenda-item-not-found',
      ],
    ] as const)('%s', async (_what, method, path, body, status, code) => {
      expect(await refused(clerk(method, path, body()))).toEqual([status, code]);
    });

    it('two meetings at once', async () => {
      const { body } = await scene.west.test
        .browser()
        .get<{ startsAt: string }>(`/districts/west/meetings/${meeting}`);
      const wanted = plan({ startsAt: body.startsAt });
      expect(await refused(clerk('POST', 'meetings', wanted))).toEqual([409, 'meeting-at-same-time']);
    });

    it('reasons left empty, wherever everybody reads them', async () => {
      const reason = '   ';
      for (const [path, body] of [
        [`meetings/${meeting}/cancellation`, { reason }],
        [`agenda-items/${item}/moves`, { meeting: null, reason }],
      ] as const) {
        const { status, body: problem } = await clerk('POST', path, body);
        expect([path, status, problem.errors?.[0]?.code]).toEqual([path, 400, 'reason-missing']);
      }
    });

    it('an outcome before discussion, and closing a meeting that has not begun', async () => {
      const outcome = { decision: 'adopted', reasons: REASONS, vote: null };
      expect(await refused(clerk('POST', `agenda-items/${item}/outcomes`, outcome))).toEqual([
        409,
        'outcome-before-discussion',
      ]);
      expect(await refused(clerk('PUT', `meetings/${meeting}/held`, { attendance: [] }))).toEqual([
        409,
        'outcome-before-discussion',
      ]);
    });

    it('a note or a report that is too short', async () => {
      for (const [method, path, body, code] of [
        ['PUT', `agenda-items/${item}/context-note`, { text: 'kort' }, 'context-note-length'],
        [
          'POST',
          `agenda-items/${item}/progress-reports`,
          { text: 'kort', responsible: 'Team', finishes: false },
          'progress-length',
        ],
      ] as const) {
        const { status, body: problem } = await clerk(method, path, body);
        expect([status, problem.errors?.[0]?.code]).toEqual([400, code]);
      }
    });
  });

  describe('arranges and publishes the agenda', () => {
    interface Draft {
      revision: number;
      entries: { kind: string; id: string; title: string; minutes: number; startsAt: string }[];
      hasChanges: boolean;
      publishedVersion: number | null;
    }
    const draft = async (): Promise<Draft> =>
      (await scene.clerk.browser.get<Draft>(`/districts/west/meetings/${meeting}/draft-agenda`)).body;

    it('with points of its own, but never without the winner', async () => {
      const { revision } = await draft();
      const opening = { kind: 'point', title: 'Opening en mededelingen', minutes: 5 };
      expect(
        await refused(clerk('PUT', `meetings/${meeting}/draft-agenda`, { revision, entries: [opening] })),
      ).toEqual([422, 'agenda-entries-differ']);
      const entries = [opening, { kind: 'item', id: item, minutes: 30 }];
      const put = await clerk('PUT', `meetings/${meeting}/draft-agenda`, { revision, entries });
      expect(put.status).toBe(200);
      expect((await draft()).entries).toMatchObject([
        { kind: 'point', title: 'Opening en mededelingen', minutes: 5 },
        {
          kind: 'item',
          title: 'Veilig oversteken bij de Sluisbrug',
          minutes: 30,
          submitter: { state: 'asked' },
        },
      ]);
      expect(await refused(clerk('PUT', `meetings/${meeting}/draft-agenda`, { revision, entries }))).toEqual([
        409,
        'version-conflict',
      ]);
    });

    it('in versions; everybody reads the one that holds, and the winner that came since', async () => {
      const shown = async (): Promise<{
        published: { version: number } | null;
        entries: { title: string }[];
      }> => (await scene.west.test.browser().get<never>(`/districts/west/meetings/${meeting}`)).body;
      expect((await shown()).entries.map(({ title }) => title)).toEqual([
        'Veilig oversteken bij de Sluisbrug',
      ]);
      const { revision } = await draft();
      const published = await clerk('POST', `meetings/${meeting}/published-agendas`, { revision, note: '' });
      expect(published.status).toBe(201);
      expect(await draft()).toMatchObject({ publishedVersion: 1, hasChanges: false });
      const second = await scene.winner('Bankjes langs het Molenpad');
      expect((await shown()).entries.map(({ title }) => title)).toEqual([
        'Opening en mededelingen',
        'Veilig oversteken bij de Sluisbrug',
        'Bankjes langs het Molenpad',
      ]);
      expect(await draft()).toMatchObject({ hasChanges: true });
      const { entries, revision: since } = await draft();
      const [opening, first, last] = entries.map(({ kind, id, minutes }) => ({ kind, id, minutes }));
      expect(
        await refused(
          clerk('PUT', `meetings/${meeting}/draft-agenda`, {
            revision: since,
            entries: [opening, last, first],
          }),
        ),
      ).toEqual([422, 'agenda-order-locked']);
      await scene.move(second, null);
      const versions = await scene.west.test
        .browser()
        .get<{ items: { version: number }[] }>(`/districts/west/meetings/${meeting}/published-agendas`);
      expect(versions.body.items.map(({ version }) => version)).toEqual([1]);
    });
  });

  it('shows what needs doing, and who of the committee has read the papers', async () => {
    const { body } = await scene.clerk.browser.get<{ items: { kind: string; title: string }[] }>(
      '/districts/west/clerk-tasks',
    );
    expect(body.items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['plan-meeting', 'context-note-missing', 'invitation-unanswered']),
    );
    const path = `/districts/west/meetings/${meeting}`;
    const before = await scene.member.browser.get<{ items: object[]; guests: object[] }>(`${path}/readings`);
    expect(before.body.items).toEqual([
      { name: 'Marijke', role: 'committee-member', readAt: null, isCurrent: false, isMe: true },
    ]);
    // What the submitter needs there is for the clerk alone.
    expect(before.body.guests).toEqual(
      before.body.guests.map(() => ({
        item: expect.any(String),
        title: expect.any(String),
        submitterName: 'Charlie',
        state: 'asked',
      })),
    );
    expect(before.body.guests).toHaveLength(1);
    const after = await scene.member.browser.put<{ items: object[] }>(`${path}/my-reading`, {});
    expect(after.body.items).toMatchObject([{ name: 'Marijke', isCurrent: true }]);
  });

  it('tells the numbers of each year', async () => {
    const { body } = await scene.west.test
      .browser()
      .get<{ items: { year: number; submitted: number; onAgenda: number }[] }>(
        '/districts/west/follow-up-years',
      );
    const sum = (of: 'submitted' | 'onAgenda'): number =>
      body.items.reduce((total, year) => total + year[of], 0);
    expect([sum('submitted'), sum('onAgenda')]).toEqual([2, 1]);
  });

  describe('invites the submitter', () => {
    const ANSWER = { answer: 'delegate', delegateName: 'Joris', needs: 'Een scherm' };
    let path: string;
    beforeAll(async () => {
      const [row] = await scene.west.rows(`select number from proposal where title like 'Veilig%'`);
      path = `/districts/west/proposals/${String(row?.['number'])}/my-invitation`;
    });

    it('who reads when and where, and answers; the clerk sees it', async () => {
      const { body } = await scene.charlie.get<Record<string, unknown>>(path);
      expect(body).toMatchObject({ state: 'asked', isOpen: true, place: 'Buurthuis De Loods', minutes: 30 });
      // The opening comes first.
      expect(
        new Date(String(body['itemStartsAt'])).getTime() - new Date(String(body['startsAt'])).getTime(),
      ).toBe(5 * 60_000);
      const answered = await scene.charlie.put<object>(path, ANSWER);
      expect(answered.body).toMatchObject({ state: 'delegated', delegateName: 'Joris', needs: 'Een scherm' });
      const draft = await scene.clerk.browser.get<object>(`/districts/west/meetings/${meeting}/draft-agenda`);
      expect(JSON.stringify(draft.body)).toContain('Joris');
    });

    it('and nobody else: to them it does not exist, and who comes is not public', async () => {
      const laura = scene.west.test.browser();
      await laura.signIn('laura@voorbeeld.example');
      for (const answer of [laura.get<Problem>(path), laura.put<Problem>(path, ANSWER), clerkOwn('GET')])
        expect(await refused(answer)).toEqual([404, 'meeting-invitation-not-found']);
      for (const page of [
        `meetings/${meeting}`,
        'meetings',
        'agenda-items',
        `meetings/${meeting}/agenda-html`,
      ])
        expect(JSON.stringify((await laura.get(`/districts/west/${page}`)).body)).not.toContain('Joris');
    });
    const clerkOwn = (method: string): Promise<Answer<Problem>> =>
      scene.clerk.browser.send<Problem>(method, path);

    it('who names who comes instead', async () => {
      const wanted = { ...ANSWER, delegateName: ' ' };
      expect(await refused(scene.charlie.put<Problem>(path, wanted))).toEqual([422, 'delegate-missing']);
    });

    it('whose answer is in the download of their data, and goes with their account', async () => {
      const { body } = await scene.charlie.get<object>('/account/data');
      expect(JSON.stringify(body)).toContain('Joris');
      const gone = { email: 'charlie@voorbeeld.example' };
      expect((await scene.charlie.send('DELETE', '/account', gone)).status).toBeLessThan(300);
      expect(
        await scene.west.rows(
          `select state, delegate_name, needs from meeting_invitation where delegate_name <> '' or needs <> ''`,
        ),
      ).toEqual([]);
      expect(await scene.west.rows(`select state from meeting_invitation where state = 'delegated'`)).toEqual(
        [],
      );
    });
  });
});
