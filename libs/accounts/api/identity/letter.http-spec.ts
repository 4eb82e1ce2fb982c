import { DistrictsModule } from '@buurtstem/districts-api';
import { NotificationsModule } from '@buurtstem/notifications-api';
import type { Problem } from '@buurtstem/platform-api';
import { startTestApp, type Browser, type TestApp } from '@buurtstem/platform-api/testing';
import type { Role } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { AccountsModule, Eligibility } from '../index';
import { foundDistricts } from '../testing/found-districts';
import { confirmSecondFactor, giveRole } from '../testing/staff';
import type { LetterBatchDto, LetterBatchListDto, MyIdentityDto, NewLetterBatchDto } from './identity.dto';

const rooms = [NotificationsModule.forRoot({ hasDevTools: true }), AccountsModule, DistrictsModule];
const DAY_SECONDS = 86_400;
let people = 0;

describe('letters with a code', () => {
  let test: TestApp;
  let db: DataSource;
  let ids: { west: number; oost: number };
  let clerk: Browser;

  beforeAll(async () => {
    test = await startTestApp(rooms);
    db = test.app.get(DataSource);
    ids = await foundDistricts(test, { identityLevel: 2 });
    clerk = await staff('west', 'clerk');
  });
  afterAll(() => test?.close());
  beforeEach(async () => {
    await db.query('delete from rate_bucket');
    await moveClock(0);
  });

  const moveClock = (offsetSeconds: number) => test.browser().put('//dev/clock', { offsetSeconds });
  async function resident(): Promise<Browser> {
    const browser = test.browser();
    await browser.signIn(`laura${++people}@voorbeeld.example`);
    return browser;
  }
  async function staff(district: string, role: Role): Promise<Browser> {
    const browser = await resident();
    await giveRole(db, browser, district, role);
    await confirmSecondFactor(browser);
    return browser;
  }
  async function batch(size: number, by = clerk, district = 'west'): Promise<NewLetterBatchDto> {
    const answer = await by.post<NewLetterBatchDto>(`/districts/${district}/letter-batches`, {
      label: 'Sluiskwartier, november',
      size,
    });
    expect(answer.status).toBe(201);
    return answer.body;
  }
  const codeOf = async () => (await batch(1)).codes[0] ?? '';
  const use = (browser: Browser, code: unknown, district = 'west') =>
    browser.put<MyIdentityDto & Problem>(`/districts/${district}/my-letter-code`, { code });
  const listed = async (id: string) =>
    (await clerk.get<LetterBatchListDto>('/districts/west/letter-batches')).body.items.find(
      (item) => item.id === id,
    );
  const revoke = (id: string, by = clerk) =>
    by.post<LetterBatchDto & Problem>(`/districts/west/letter-batches/${id}/revocation`);

  it('prove level 2 in their district, once', async () => {
    const code = await codeOf();
    const browser = await resident();
    const before = await browser.get<MyIdentityDto>('/districts/west/my-identity');
    expect(before.body).toMatchObject({ level: 0, needed: 2, methods: ['letter'], brokerName: null });
    expect(await use(browser, code)).toMatchObject({
      status: 200,
      body: { level: 2, proofs: [{ level: 2, method: 'letter', provenAt: expect.any(String) }] },
    });
    const other = await use(await resident(), code);
    expect([other.status, other.body.code]).toEqual([409, 'letter-code-used']);
    expect(other.body.errors?.[0]?.field).toBe('code');
  });

  it('may be handed in again by who used them, and nothing changes', async () => {
    const code = await codeOf();
    const browser = await resident();
    const first = await use(browser, code);
    expect((await use(browser, code)).body).toEqual(first.body);
  });

  it('are read in lower case, with blanks, and with letters for the digits that they look like', async () => {
    const code = await codeOf();
    const typed = code.replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase();
    expect((await use(await resident(), ` ${typed} `)).status).toBe(200);
  });

  it('work for one of two residents who hand in the same at once', async () => {
    const code = await codeOf();
    const browsers = await Promise.all([resident(), resident(), resident(), resident()]);
    const answers = await Promise.all(browsers.map((browser) => use(browser, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('of another district are simply wrong', async () => {
    const clerkOfOost = await staff('oost', 'clerk');
    const [code = ''] = (await batch(1, clerkOfOost, 'oost')).codes;
    const browser = await resident();
    const [here, never] = [await use(browser, code), await use(browser, '0000-0000-0000')];
    expect([here.status, here.body.code]).toEqual([422, 'letter-code-wrong']);
    expect(here.body).toEqual(never.body);
    expect((await use(browser, code, 'oost')).status).toBe(200);
  });

  it('work ninety days', async () => {
    const code = await codeOf();
    await moveClock(90 * DAY_SECONDS - 60);
    expect((await use(await resident(), code)).status).toBe(200);
    await moveClock(0);
    const late = await codeOf();
    await moveClock(90 * DAY_SECONDS + 1);
    const answer = await use(await resident(), late);
    expect([answer.status, answer.body.code]).toEqual([410, 'letter-code-expired']);
  });

  it('of a revoked batch do not work any more; what was proven stays', async () => {
    const { id, codes } = await batch(2);
    const browser = await resident();
    await use(browser, codes[0]);
    const answer = await revoke(id);
    expect(answer).toMatchObject({ status: 200, body: { id, used: 1, revokedAt: expect.any(String) } });
    expect((await revoke(id)).body).toEqual(answer.body);
    expect((await use(await resident(), codes[1])).body.code).toBe('letter-code-expired');
    expect((await browser.get<MyIdentityDto>('/districts/west/my-identity')).body.level).toBe(2);
    const unknown = await revoke('00000000-0000-4000-8000-000000000000');
    expect([unknown.status, unknown.body.code]).toEqual([404, 'letter-batch-not-found']);
  });

  it('are told once, and kept so that nobody can read them', async () => {
    const { codes, id, ...rest } = await batch(50);
    expect(new Set(codes).size).toBe(50);
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/.test(code))).toBe(true);
    expect(Date.parse(rest.expiresAt) - Date.parse(rest.createdAt)).toBe(90 * DAY_SECONDS * 1000);
    await use(await resident(), codes[0]);
    expect(await listed(id)).toEqual({ id, ...rest, used: 1, revokedAt: null });
    const [row] = await db.query<{ text: string }[]>(
      `select string_agg(t::text, '') as text from (select to_jsonb(b) as t from letter_batch b
       union all select to_jsonb(c) from letter_code c union all select to_jsonb(a) from audit_entry a) as everything`,
    );
    for (const code of codes) {
      expect(row?.text).not.toContain(code);
      expect(row?.text).not.toContain(Buffer.from(code).toString('hex'));
    }
  });

  it('are made by the ten thousand', async () => {
    const { codes, id } = await batch(10_000);
    expect(new Set(codes).size).toBe(10_000);
    expect(await listed(id)).toMatchObject({ size: 10_000, used: 0 });
    expect((await use(await resident(), codes[9_999])).status).toBe(200);
  });

  it.each([
    [{}, ['label', 'size']],
    [{ label: 'x', size: 0 }, ['label', 'size']],
    [{ label: 'x'.repeat(61), size: 10_001 }, ['label', 'size']],
    [{ label: '   ', size: 1 }, ['label']],
    [{ label: 'Letters', size: '10' }, ['size']],
    [{ label: 'Letters', size: 1.5, codes: ['A'] }, ['codes', 'size']],
  ])('are not made from %j', async (body, fields) => {
    const answer = await clerk.post<Problem>('/districts/west/letter-batches', body);
    expect(answer.status).toBe(400);
    expect([...new Set(answer.body.errors?.map(({ field }) => field))].sort()).toEqual(fields);
  });

  it.each([[''], ['K7M4'], ['UUUU-UUUU-UUUU'], ["' or 1=1 --"]])('hold no code like %j', async (code) => {
    expect((await use(await resident(), code)).body.code).toBe('letter-code-wrong');
  });

  it('hold nothing that nobody sees', async () => {
    const { body } = await use(await resident(), 'K7M4\u0000');
    expect(body.errors?.map(({ code }) => code)).toEqual(['hidden-characters']);
  });

  it.each([[null], [7], [['K7M4-9XQ2-R3TD']], ['K'.repeat(41)]])('are not handed in as %j', async (code) => {
    const answer = await use(await resident(), code);
    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, 'code']);
  });

  it('may be guessed at five times a quarter by one account, and thirty times from one network', async () => {
    const code = await codeOf();
    for (let person = 0; person < 6; person++) {
      const browser = await resident();
      for (let i = 0; i < 5; i++) expect((await use(browser, '0000-0000-0000')).status).toBe(422);
      if (person > 0) continue;
      const answer = await use(browser, code);
      expect([answer.status, answer.body.code]).toEqual([429, 'too-many-requests']);
    }
    expect((await use(await resident(), code)).status).toBe(429);
    await db.query('delete from rate_bucket');
    expect((await use(await resident(), code)).status).toBe(200);
  });

  it('are made, listed and revoked by clerks and administrators of the district, and nobody else', async () => {
    const { id } = await batch(1, await staff('west', 'administrator'));
    const unconfirmed = await resident();
    await giveRole(db, unconfirmed, 'west', 'clerk');
    const cases: [Browser, number, string][] = [
      [test.browser(), 401, 'sign-in-first'],
      [await resident(), 403, 'not-allowed'],
      [await staff('oost', 'clerk'), 403, 'not-allowed'],
      [await staff('west', 'moderator'), 403, 'not-allowed'],
      [unconfirmed, 403, 'second-factor-needed'],
    ];
    const [before] = await db.query<{ count: string }[]>('select count(*) from letter_batch');
    for (const [browser, status, code] of cases) {
      const answers = [
        await browser.get<Problem>('/districts/west/letter-batches'),
        await browser.post<Problem>('/districts/west/letter-batches', { label: 'Letters', size: 1 }),
        await revoke(id, browser),
      ];
      for (const answer of answers) expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect(await db.query('select count(*) from letter_batch')).toEqual([before]);
    expect((await listed(id))?.revokedAt).toBeNull();
  });

  it('of one district cannot be revoked by the staff of another', async () => {
    const { id } = await batch(1);
    const clerkOfOost = await staff('oost', 'clerk');
    const answer = await clerkOfOost.post<Problem>(`/districts/oost/letter-batches/${id}/revocation`);
    expect([answer.status, answer.body.code]).toEqual([404, 'letter-batch-not-found']);
    expect((await listed(id))?.revokedAt).toBeNull();
  });

  it('S23: set up level 2 while they are valid, and once somebody has proven it', async () => {
    const isSet = () => test.app.get(Eligibility).isSet(ids.oost, 2);
    await db.query(`delete from letter_code where district_id = $1`, [ids.oost]);
    await db.query(`delete from letter_batch where district_id = $1`, [ids.oost]);
    await db.query(`delete from identity_proof where district_id = $1`, [ids.oost]);
    expect(await isSet()).toBe(false);
    const { id, codes } = await batch(1, await staff('oost', 'clerk'), 'oost');
    expect(await isSet()).toBe(true);
    await db.query('update letter_batch set revoked_at = created_at where id = $1', [id]);
    expect(await isSet()).toBe(false);
    await db.query('update letter_batch set revoked_at = null where id = $1', [id]);
    await use(await resident(), codes[0], 'oost');
    await db.query(`update letter_batch set expires_at = created_at where id = $1`, [id]);
    expect(await isSet()).toBe(true);
  });
});
