import { Cases } from '@buurtstem/discussion-api';
import type { Answer } from '@buurtstem/platform-api/testing';
import {
  APPEAL,
  BODY,
  MESSAGE,
  ModerationScene,
  type Case,
  type CasePage,
  type Problem,
} from './moderation-scene';

const HIDE = { verdict: 'hide', reason: 'irrelevant', message: MESSAGE };
const codeOf = ({ status, body }: Answer<Problem>): unknown[] => [status, body.code];

describe('the moderators’ desk', () => {
  let scene: ModerationScene;
  beforeEach(async () => (scene = await ModerationScene.open()));
  afterEach(() => scene.close());

  const samira = () => scene.samira.browser;
  const karim = () => scene.karim.browser;
  const ruud = () => scene.ruud.browser;
  const one = async (number: number, by = samira()): Promise<Case> =>
    (await by.get<Case>(`${scene.desk}/${number}`)).body;
  const mails = () =>
    scene.west.rows(
      `select m.kind, recipient_id, payload from outbox_message m
       join news n on n.district_id = m.district_id and n.id = m.news_id order by m.kind`,
    );
  const isHidden = async (argument: string) =>
    (await scene.west.rows('select hidden from argument where id = $1', [argument]))[0]?.['hidden'];

  it('reported by a visitor, hidden with a reason, appealed by the author, restored by a colleague', async () => {
    const argument = await scene.argument();
    const visitor = scene.west.test.browser();
    const laura = await scene.neighbour('Laura');
    const subject = { subject: 'argument', subjectId: argument };
    expect((await scene.report(visitor, subject, 'irrelevant', ' Gaat over iets anders ')).status).toBe(201);
    expect((await scene.report(laura.browser, subject, 'personal-data')).status).toBe(201);
    expect(await isHidden(argument)).toBe(false);

    const queue = (await samira().get<CasePage>(scene.desk)).body;
    const listed = queue.items.find(({ subject: kind }) => kind === 'argument')!;
    expect(listed).toMatchObject({
      ...{ state: 'open', urgency: 'urgent', reports: 2, interest: null, claim: null, overdue: false },
      reasons: ['irrelevant', 'personal-data'],
      signals: ['phone-number'],
      excerpt: BODY,
    });
    const { number } = listed;
    const address = `${scene.desk}/${number}`;
    const claimed = await samira().put<Case>(`${address}/claim`, {});
    expect([claimed.status, claimed.body.claim]).toEqual([
      200,
      expect.objectContaining({ by: 'Samira', mine: true }),
    ]);
    expect((await one(number, karim())).claim).toMatchObject({ by: 'Samira', mine: false });
    expect(claimed.body.hints).toEqual([{ kind: 'phone-number', match: '06-12345678', place: 'body' }]);
    expect(claimed.body.filed).toEqual([
      expect.objectContaining({ reason: 'personal-data', note: '', byResident: true }),
      expect.objectContaining({ reason: 'irrelevant', note: 'Gaat over iets anders', byResident: false }),
    ]);

    const decided = await samira().post<Case>(`${address}/decision`, HIDE);
    expect([decided.status, decided.body]).toEqual([
      200,
      expect.objectContaining({ state: 'upheld', claim: null, decidedFirst: true, original: null }),
    ]);
    expect(await isHidden(argument)).toBe(true);
    expect(await scene.log()).toEqual([`hidden | argument | irrelevant | ${MESSAGE}`]);
    expect(await mails()).toMatchObject([
      { kind: 'report-decided', recipient_id: laura.id, payload: { reason: 'irrelevant', message: MESSAGE } },
      {
        kind: 'text-hidden',
        recipient_id: scene.ruud.id,
        payload: {
          ...{ subject: 'argument', reason: 'irrelevant', message: MESSAGE, proposalNumber: scene.proposal },
          appealUntil: expect.stringMatching(/Z$/),
        },
      },
    ]);

    const mine = await ruud().get<{ items: object[] }>('/districts/west/my-decisions');
    expect(mine.body.items).toMatchObject([
      { caseNumber: number, state: 'upheld', text: BODY, verdict: 'hide', message: MESSAGE, mayAppeal: true },
    ]);
    const appealed = await ruud().post<object>(`/districts/west/my-decisions/${number}/appeal`, {
      text: APPEAL,
    });
    expect([appealed.status, appealed.body]).toEqual([
      201,
      expect.objectContaining({ state: 'appealed', appeal: APPEAL, mayAppeal: false, finalMessage: null }),
    ]);
    const appeals = (await karim().get<CasePage>(`${scene.desk}?view=appeals`)).body;
    expect(appeals).toMatchObject({ total: 1, appeals: 1, items: [{ number, state: 'appealed' }] });
    expect(await one(number, karim())).toMatchObject({
      appeal: { text: APPEAL },
      decidedFirst: false,
      decisions: [{ verdict: 'hide', reason: 'irrelevant', message: MESSAGE, decidedBy: 'Samira' }],
    });

    const verdict = { verdict: 'overturn', message: 'U hebt gelijk: het gaat over het plan.' };
    expect(await scene.refused(() => samira().post(`${address}/appeal-decision`, verdict))).toEqual([
      403,
      'second-moderator-needed',
    ]);
    expect(await scene.refused(() => samira().put(`${address}/claim`, {}))).toEqual([
      403,
      'second-moderator-needed',
    ]);
    const granted = await karim().post<Case>(`${address}/appeal-decision`, verdict);
    expect([granted.status, granted.body.state]).toEqual([200, 'overturned']);
    expect(await isHidden(argument)).toBe(false);
    expect((await scene.log())[1]).toBe(`appeal-granted | argument | irrelevant | ${verdict.message}`);
    expect((await mails()).map(({ kind }) => kind)).toEqual([
      'report-decided',
      'text-hidden',
      'text-restored',
    ]);
    const after = await ruud().get<{ items: object[] }>('/districts/west/my-decisions');
    expect(after.body.items).toMatchObject([{ state: 'overturned', finalMessage: verdict.message }]);
    const list = (await samira().get<CasePage>(`${scene.desk}?view=decided`)).body;
    expect(list.items.map((item) => [item.number, item.state])).toEqual([[number, 'overturned']]);
  });

  it('confirms: the appeal is over, and what follows from it is final', async () => {
    const { number, argument } = await scene.hidden();
    const appeal = `/districts/west/my-decisions/${number}/appeal`;
    expect((await ruud().post(appeal, { text: APPEAL })).status).toBe(201);
    expect(await scene.refused(() => ruud().post(appeal, { text: APPEAL }))).toEqual([
      409,
      'appeal-made-already',
    ]);
    const verdict = { verdict: 'confirm', message: 'Ook ik vind dat dit niet over het plan gaat.' };
    const { body } = await karim().post<Case>(`${scene.desk}/${number}/appeal-decision`, verdict);
    expect([body.state, await isHidden(argument)]).toEqual(['confirmed', true]);
    expect(await scene.refused(() => ruud().post(appeal, { text: APPEAL }))).toEqual([
      409,
      'appeal-made-already',
    ]);
    expect((await scene.log()).map((line) => line.split(' ')[0])).toEqual(['hidden', 'appeal-rejected']);
    expect((await mails()).map(({ kind }) => kind)).toContain('appeal-rejected');
    // A moderator may still mend a mistake.
    const restored = await samira().post<Case>(`${scene.desk}/${number}/restoration`, {
      message: 'Bij nader inzien hoort dit er gewoon bij.',
    });
    expect([restored.body.state, await isHidden(argument)]).toEqual(['overturned', false]);
  });

  it('refuses an appeal too late, of somebody else, on nothing, and of the wrong length', async () => {
    const { number } = await scene.hidden();
    const appeal = (by = ruud(), text = APPEAL, of = number) =>
      by.post<Problem>(`/districts/west/my-decisions/${of}/appeal`, { text });
    const laura = await scene.neighbour('Laura');
    expect(await scene.refused(() => appeal(laura.browser))).toEqual([404, 'case-not-found']);
    expect(await scene.refused(() => appeal(ruud(), APPEAL, 999))).toEqual([404, 'case-not-found']);
    expect(await scene.refused(() => appeal(ruud(), 'Te kort.'))).toEqual([400, 'invalid-input']);
    await scene.after(14.01);
    expect(await scene.refused(() => appeal())).toEqual([410, 'appeal-too-late']);
    await scene.after(13.9);
    expect((await appeal()).status).toBe(201);
  });

  it('lets nobody decide without having it in hand, nor what a colleague has, nor twice', async () => {
    const argument = await scene.argument();
    const number = await scene.claimed(argument);
    const address = `${scene.desk}/${number}`;
    expect(await scene.refused(() => karim().put(`${address}/claim`, {}))).toEqual([409, 'case-claimed']);
    expect(await scene.refused(() => karim().delete(`${address}/claim`))).toEqual([409, 'case-claimed']);
    expect(await scene.refused(() => karim().post(`${address}/decision`, HIDE))).toEqual([
      409,
      'case-claimed',
    ]);
    // A quarter of an hour later it is free again.
    await scene.after(15 / (24 * 60) + 0.001);
    expect(await scene.refused(() => samira().post(`${address}/decision`, HIDE))).toEqual([
      409,
      'case-not-claimed',
    ]);
    expect((await karim().put(`${address}/claim`, {})).status).toBe(200);
    expect((await karim().delete<Case>(`${address}/claim`)).body.claim).toBeNull();
    expect(await scene.refused(() => karim().post(`${address}/decision`, HIDE))).toEqual([
      409,
      'case-not-claimed',
    ]);
    await karim().put(`${address}/claim`, {});
    expect((await karim().post(`${address}/decision`, HIDE)).status).toBe(200);
    expect(await scene.refused(() => samira().put(`${address}/claim`, {}))).toEqual([
      409,
      'case-transition-not-possible',
    ]);
    expect(await scene.refused(() => karim().post(`${address}/decision`, HIDE))).toEqual([
      409,
      'case-transition-not-possible',
    ]);
    expect(await scene.refused(() => samira().get(`${scene.desk}/999`))).toEqual([404, 'case-not-found']);
  });

  it('ends the claim when the author changes the text, so that nobody decides on words they have not read', async () => {
    const argument = await scene.argument();
    const number = await scene.claimed(argument);
    const [row] = await scene.west.rows('select proposal_id from argument where id = $1', [argument]);
    const subject = {
      ...{ districtId: scene.west.districtId, kind: 'argument' as const, id: argument },
      proposalId: String(row?.['proposal_id']) as never,
    };
    expect(await scene.west.app.get(Cases).open(scene.west.em, subject, 'edit', new Date())).toBe(number);
    expect(await scene.refused(() => samira().post(`${scene.desk}/${number}/decision`, HIDE))).toEqual([
      409,
      'case-not-claimed',
    ]);
  });

  it('says why an interest keeps a moderator from it', async () => {
    const own = await scene.argument(scene.samira.id);
    await scene.report(ruud(), { subject: 'argument', subjectId: own });
    const number = await scene.caseOf(own);
    expect((await one(number)).interest).toBe('own-text');
    expect((await one(number, karim())).interest).toBeNull();
    expect(await scene.refused(() => samira().put(`${scene.desk}/${number}/claim`, {}))).toEqual([
      403,
      'moderator-has-interest',
    ]);
    await scene.report(karim(), { subject: 'argument', subjectId: own });
    expect((await one(number, karim())).interest).toBe('own-report');

    const argument = await scene.argument();
    const claimed = await scene.claimed(argument);
    await scene.west.rows('update proposal set submitter_id = $1 where number = $2', [
      scene.samira.id,
      scene.proposal,
    ]);
    // The claim came first; the interest counts all the same.
    expect((await one(claimed)).interest).toBe('own-proposal');
    expect(await scene.refused(() => samira().post(`${scene.desk}/${claimed}/decision`, HIDE))).toEqual([
      403,
      'moderator-has-interest',
    ]);
  });

  it('keeps what was reported, with a line in the log that repeats nothing, and tells who reported it', async () => {
    const argument = await scene.argument();
    const laura = await scene.neighbour('Laura');
    await scene.report(laura.browser, { subject: 'argument', subjectId: argument });
    const number = await scene.caseOf(argument);
    await samira().put(`${scene.desk}/${number}/claim`, {});
    const message = 'Dit hoort bij het gesprek over het plan.';
    const { body } = await samira().post<Case>(`${scene.desk}/${number}/decision`, {
      verdict: 'keep',
      message,
    });
    expect(body).toMatchObject({
      state: 'dismissed',
      decisions: [{ verdict: 'keep', reason: null, message }],
    });
    expect(await scene.log()).toEqual(['kept | argument |  | ']);
    expect(await mails()).toMatchObject([
      { kind: 'report-decided', recipient_id: laura.id, payload: { reason: null, message } },
    ]);
    expect((await ruud().get<{ items: object[] }>('/districts/west/my-decisions')).body.items).toEqual([]);
    // What is reported again comes before them again.
    await scene.report(laura.browser, { subject: 'argument', subjectId: argument });
    expect(await scene.caseOf(argument)).not.toBe(number);
  });

  it('names everything that is missing from a decision', async () => {
    const number = await scene.claimed(await scene.argument());
    const decide = async (body: object): Promise<unknown> =>
      (await samira().post<Problem>(`${scene.desk}/${number}/decision`, body)).body.errors?.map(
        ({ field, code }) => `${field} ${code}`,
      );
    const before = await scene.everything();
    expect(await decide({ verdict: 'hide' })).toEqual([
      'reason reason-code-missing',
      'message message-length',
    ]);
    expect(await decide({ ...HIDE, message: 'Te kort.' })).toEqual(['message message-length']);
    expect(await decide({ verdict: 'keep', message: 'x'.repeat(1001) })).toEqual(['message message-length']);
    expect(await decide({ ...HIDE, verdict: 'burn' })).toEqual(['verdict invalid-input']);
    expect(await scene.everything()).toEqual(before);
  });

  it('hides and restores a whole plan and a picture; text is taken out of a plan’s title too', async () => {
    const [plan] = await scene.west.rows('select id, title, version from proposal');
    await scene.west.rows(
      `insert into proposal_picture (district_id, proposal_id, position, path, alt, width, height)
       values ($1, $2, 0, 'bank.webp', 'Een bank met kenteken', 10, 10)`,
      [scene.west.districtId, plan?.['id']],
    );
    const [picture] = await scene.west.rows('select id from proposal_picture');
    const open = async (subject: object): Promise<number> => {
      const asked = { proposalNumber: scene.proposal, ...subject };
      const { body } = await samira().post<Case>(scene.desk, asked);
      await samira().put(`${scene.desk}/${body.number}/claim`, {});
      return body.number;
    };
    const decide = (number: number, body: object) =>
      samira().post<Case & Problem>(`${scene.desk}/${number}/decision`, { ...HIDE, ...body });
    const message = { message: 'Bij nader inzien mag dit gewoon blijven.' };

    const ofPicture = await open({ subject: 'picture', subjectId: picture?.['id'] });
    expect(
      await scene.refused(() => decide(ofPicture, { verdict: 'redact', redaction: { body: 'x' } })),
    ).toEqual([422, 'redaction-not-possible']);
    expect((await decide(ofPicture, {})).body).toMatchObject({ state: 'upheld', subject: 'picture' });
    expect(await scene.west.rows('select hidden from proposal_picture')).toEqual([{ hidden: true }]);
    await samira().post(`${scene.desk}/${ofPicture}/restoration`, message);
    expect(await scene.west.rows('select hidden from proposal_picture')).toEqual([{ hidden: false }]);

    const first = await open({ subject: 'proposal' });
    const title = String(plan?.['title']).replace('Molenpad', '[weggehaald]');
    const redacted = await decide(first, { verdict: 'redact', redaction: { title } });
    expect(redacted.body.text.title).toBe(title);
    const second = await open({ subject: 'proposal' });
    expect((await decide(second, {})).status).toBe(200);
    const seen = await scene.west.test.browser().get(`/districts/west/proposals/${scene.proposal}`);
    expect(seen.status).toBe(404);
    expect(await scene.report(ruud(), { subject: 'proposal' }).then(codeOf)).toEqual([
      404,
      'proposal-not-found',
    ]);
    // Also what is out of sight can be looked at again.
    expect(await open({ subject: 'proposal' })).toBeGreaterThan(second);
    await samira().post(`${scene.desk}/${second}/restoration`, message);
    await samira().post(`${scene.desk}/${first}/restoration`, message);
    expect(await scene.west.rows('select title, hidden, redacted, version from proposal')).toEqual([
      { title: plan?.['title'], hidden: false, redacted: false, version: Number(plan?.['version']) + 2 },
    ]);
  });

  it('stays hidden while another decision hides it', async () => {
    const { number, argument } = await scene.hidden();
    const { body } = await samira().post<Case>(scene.desk, {
      ...{ proposalNumber: scene.proposal, subject: 'argument', subjectId: argument },
    });
    await samira().put(`${scene.desk}/${body.number}/claim`, {});
    await samira().post(`${scene.desk}/${body.number}/decision`, { ...HIDE, reason: 'advertising' });
    const message = { message: 'Dit was geen goede reden om het te verbergen.' };
    await samira().post(`${scene.desk}/${number}/restoration`, message);
    expect(await isHidden(argument)).toBe(true);
    await samira().post(`${scene.desk}/${body.number}/restoration`, message);
    expect(await isHidden(argument)).toBe(false);
    expect(await scene.refused(() => samira().post(`${scene.desk}/${number}/restoration`, message))).toEqual([
      409,
      'case-transition-not-possible',
    ]);
  });
});
