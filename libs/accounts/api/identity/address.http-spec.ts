import { DistrictsModule } from '@buurtstem/districts-api';
import { NotificationsModule } from '@buurtstem/notifications-api';
import { Pseudonyms, Transaction, type Problem } from '@buurtstem/platform-api';
import { startTestApp, type Answer, type Browser, type TestApp } from '@buurtstem/platform-api/testing';
import type { ResidentId, Role } from '@buurtstem/shared-domain';
import { DataSource } from 'typeorm';
import { AccountsModule, Eligibility, IdentityLevels, ImportProofs } from '../index';
import { foundDistricts } from '../testing/found-districts';
import { confirmSecondFactor, giveRole } from '../testing/staff';
import { ImportAddresses } from './import-addresses';
import type { AddressTableDto, MyIdentityDto } from './identity.dto';

const rooms = [NotificationsModule.forRoot({ hasDevTools: true }), AccountsModule, DistrictsModule];
const CSV = { 'content-type': 'text/csv; charset=utf-8' };
const TABLE = 'PC6;huisnummer;buurt\n1055AB;1;Sluiskwartier\n1055AB;2;sluiskwartier\n1055AC;7;Oude Haven\n';
let people = 0;

describe('addresses', () => {
  let test: TestApp;
  let db: DataSource;
  let west: number;
  let administrator: Browser;

  beforeAll(async () => {
    test = await startTestApp(rooms);
    db = test.app.get(DataSource);
    ({ west } = await foundDistricts(test, { identityLevel: 1 }));
    administrator = await staff('west', 'administrator');
  });
  afterAll(() => test?.close());
  beforeEach(async () => {
    await db.query('delete from rate_bucket');
    await db.query('delete from address');
  });

  async function resident(): Promise<Browser> {
    const browser = test.browser();
    await browser.signIn(`bob${++people}@voorbeeld.example`);
    return browser;
  }
  async function staff(district: string, role: Role): Promise<Browser> {
    const browser = await resident();
    await giveRole(db, browser, district, role);
    await confirmSecondFactor(browser);
    return browser;
  }
  const put = <T = Problem>(browser: Browser, csv: string, headers = CSV, district = 'west') =>
    browser.send<T>('PUT', `/districts/${district}/addresses`, csv, headers);
  const table = async () => (await administrator.get<AddressTableDto>('/districts/west/addresses')).body;
  const prove = (browser: Browser, postcode: unknown, houseNumber: unknown, district = 'west') =>
    browser.put<MyIdentityDto & Problem>(`/districts/${district}/my-address`, { postcode, houseNumber });
  const codesOf = (answer: Answer<Problem>) =>
    answer.body.errors?.map(({ field, code }) => `${field}: ${code}`) ?? [];

  describe('in the district’s table', () => {
    it('are imported from a file, and one import replaces the other', async () => {
      expect(await table()).toEqual({ addresses: 0, neighbourhoods: 0, importedAt: null });
      const answer = await put<AddressTableDto>(administrator, TABLE);
      expect(answer).toMatchObject({ status: 200, body: { addresses: 3, neighbourhoods: 2 } });
      expect(Date.parse(answer.body.importedAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
      expect((await put(administrator, '1055AD;1;oude-haven')).status).toBe(200);
      expect(await table()).toMatchObject({ addresses: 1, neighbourhoods: 1 });
      expect(await db.query('select postcode from address')).toEqual([{ postcode: '1055AD' }]);
    });

    it.each([
      ['with a byte order mark', `\uFEFF${TABLE}`],
      ['with Windows line ends', TABLE.replaceAll('\n', '\r\n')],
      ['with old Macintosh line ends', TABLE.replaceAll('\n', '\r')],
      ['without a last line end', TABLE.trimEnd()],
      [
        'with quotes',
        '"PC6";"huisnummer";"buurt"\n"1055AB";"1";"Sluiskwartier"\n1055AB;2;"sluiskwartier"\n1055AC;7;"Oude Haven"',
      ],
      ['with empty lines', TABLE.replaceAll('\n', '\n\n')],
      ['with the same line twice', `${TABLE}1055 ab;1;SLUISKWARTIER\n`],
    ])('may be written %s', async (_how, csv) => {
      expect(await put(administrator, csv)).toMatchObject({
        status: 200,
        body: { addresses: 3, neighbourhoods: 2 },
      });
    });

    it('are all refused when one line is wrong, and every wrong line is named', async () => {
      await put(administrator, '1055AD;1;oude-haven');
      const answer = await put(
        administrator,
        [
          'PC6;huisnummer;buurt',
          '1055AB;1;Sluiskwartier',
          '0055AB;1;Sluiskwartier',
          '',
          '1055AB;12A;Sluiskwartier',
          '1055AB;3;Elders',
          '1055AB;4',
          '1055AB;1;Oude Haven',
          'x;y;z',
        ].join('\r\n'),
      );
      expect([answer.status, answer.body.code]).toEqual([422, 'address-table-not-valid']);
      expect(codesOf(answer)).toEqual([
        'line 3: postcode-not-valid',
        'line 5: house-number-not-valid',
        'line 6: neighbourhood-unknown',
        'line 7: address-row-not-readable',
        'line 8: address-in-two-neighbourhoods',
        'line 9: postcode-not-valid',
        'line 9: house-number-not-valid',
        'line 9: neighbourhood-unknown',
      ]);
      expect(answer.body.errors?.every(({ message }) => message.length > 20)).toBe(true);
      expect(await db.query('select postcode from address')).toEqual([{ postcode: '1055AD' }]);
    });

    it.each([
      ['an empty file', '', 'line 1: address-row-not-readable'],
      ['blank lines', '\n\n', 'line 1: address-row-not-readable'],
      ['a header alone', 'PC6;huisnummer;buurt\n', 'line 1: address-row-not-readable'],
      ['commas', '1055AB,1,Sluiskwartier', 'line 1: address-row-not-readable'],
      [
        'a quote that is not closed',
        `1055AB;1;Sluiskwartier\n1055AB;2;"Sluis`,
        'line 2: address-row-not-readable',
      ],
      [
        'a quote in the middle',
        `1055AB;1;Sluiskwartier\n1055AB;2;Sl"uis"\n`,
        'line 2: address-row-not-readable',
      ],
      ['a NUL', '1055AB;1;Sluis\u0000kwartier', 'line 1: neighbourhood-unknown'],
      ['a picture', '\u0089PNG\u001a\n;;;\u0000', 'line 1: address-row-not-readable'],
    ])('are not %s', async (_what, csv, mistake) => {
      const answer = await put(administrator, csv);
      expect([answer.status, answer.body.code]).toEqual([422, 'address-table-not-valid']);
      expect(codesOf(answer)).toContain(mistake);
      expect((await table()).addresses).toBe(0);
    });

    it('name a thousand mistakes at most', async () => {
      const answer = await put(administrator, '0055AB;1;Sluiskwartier\n'.repeat(1500));
      expect(answer.body.errors).toHaveLength(1000);
    });

    it('are sent as a file of at most ten megabytes', async () => {
      const json = await administrator.put<Problem>('/districts/west/addresses', { addresses: [] });
      expect([json.status, json.body.code]).toEqual([415, 'unsupported-media-type']);
      const large = await put(administrator, '1055AB;1;Sluiskwartier\n'.repeat(480_000));
      expect([large.status, large.body.code]).toEqual([413, 'payload-too-large']);
    });

    it('are there in their hundreds of thousands', async () => {
      const line = (i: number) =>
        `${1000 + (i % 9000)}A${'BCDEFGHJKL'[Math.floor(i / 9000) % 10]};${1 + Math.floor(i / 90_000)};Oude Haven`;
      const lines = Array.from({ length: 100_000 }, (_, i) => line(i));
      expect((await put<AddressTableDto>(administrator, lines.join('\n'))).body.addresses).toBe(100_000);
      expect((await put<AddressTableDto>(administrator, TABLE)).body.addresses).toBe(3);
    });

    it('are the old ones for everybody until the new ones are all there', async () => {
      await put(administrator, TABLE);
      await test.app.get(Transaction).runAsOne(async () => {
        await test.app.get(ImportAddresses).execute(west, '1055AD;1;oude-haven');
        expect((await table()).addresses).toBe(3);
        expect((await prove(await resident(), '1055AB', 1)).status).toBe(200);
        expect((await prove(await resident(), '1055AD', 1)).body.code).toBe('address-not-in-district');
      });
      expect((await table()).addresses).toBe(1);
      expect((await prove(await resident(), '1055AD', 1)).status).toBe(200);
    });

    it('are those of one file when two come at once', async () => {
      const files = Array.from(
        { length: 6 },
        (_, i) => `105${i}AB;1;oude-haven\n105${i}AC;1;sluiskwartier\n`,
      );
      const answers = await Promise.all(files.map((csv) => put(administrator, csv)));
      expect(answers.map(({ status }) => status)).toEqual(files.map(() => 200));
      const rows = await db.query<{ digits: string }[]>(
        'select distinct left(postcode, 4) as digits from address',
      );
      expect(rows).toHaveLength(1);
      expect((await table()).addresses).toBe(2);
    });

    it('are imported and seen by administrators of the district, with their second factor, and nobody else', async () => {
      const unconfirmed = await resident();
      await giveRole(db, unconfirmed, 'west', 'administrator');
      const cases: [Browser, number, string][] = [
        [test.browser(), 401, 'sign-in-first'],
        [await resident(), 403, 'not-allowed'],
        [await staff('oost', 'administrator'), 403, 'not-allowed'],
        [await staff('west', 'clerk'), 403, 'not-allowed'],
        [unconfirmed, 403, 'second-factor-needed'],
      ];
      for (const [browser, status, code] of cases) {
        const [write, read] = [
          await put(browser, TABLE),
          await browser.get<Problem>('/districts/west/addresses'),
        ];
        expect([write.status, write.body.code]).toEqual([status, code]);
        expect([read.status, read.body.code]).toEqual([status, code]);
      }
      expect((await table()).addresses).toBe(0);
    });
  });

  describe('of residents', () => {
    beforeEach(() => put(administrator, TABLE));

    it('in the table prove level 1, in any spelling, in that district alone', async () => {
      const browser = await resident();
      const before = await browser.get<MyIdentityDto>('/districts/west/my-identity');
      expect(before.body).toEqual({
        level: 0,
        needed: 1,
        methods: ['address'],
        brokerName: null,
        proofs: [],
      });
      const answer = await prove(browser, ' 1055 ab', 1);
      expect(answer).toMatchObject({
        status: 200,
        body: { level: 1, proofs: [{ level: 1, method: 'address', provenAt: expect.any(String) }] },
      });
      expect((await browser.get('/districts/west/my-identity')).body).toEqual(answer.body);
      expect((await browser.get<MyIdentityDto>('/districts/oost/my-identity')).body.level).toBe(0);
    });

    it('are kept as a pseudonym alone', async () => {
      await prove(await resident(), '1055AC', 7);
      const [row] = await db.query<{ home: Buffer; text: string }[]>(
        `select home_pseudonym as home, p::text as text from identity_proof p order by proven_at desc limit 1`,
      );
      expect(row?.home).toEqual(test.app.get(Pseudonyms).of('home', '1055AC 7'));
      expect(row?.text).not.toContain('1055AC');
    });

    it('may be proven again, and after a move elsewhere; since when stays', async () => {
      const browser = await resident();
      const first = await prove(browser, '1055AB', 1);
      const again = await prove(browser, '1055AB', 1);
      const [before] = await db.query<{ home: Buffer }[]>(
        'select home_pseudonym as home from identity_proof order by proven_at desc limit 1',
      );
      const moved = await prove(browser, '1055AC', 7);
      expect([again.body, moved.body]).toEqual([first.body, first.body]);
      const [after] = await db.query<{ home: Buffer }[]>(
        'select home_pseudonym as home from identity_proof order by proven_at desc limit 1',
      );
      expect(after?.home).not.toEqual(before?.home);
    });

    it('that are not in the table prove nothing, and a proof from before stays', async () => {
      const browser = await resident();
      const refused = await prove(browser, '1055AB', 3);
      expect([refused.status, refused.body.code]).toEqual([422, 'address-not-in-district']);
      await prove(browser, '1055AB', 1);
      await prove(browser, '1055AB', 3);
      expect((await browser.get<MyIdentityDto>('/districts/west/my-identity')).body.level).toBe(1);
    });

    it('wait for a table', async () => {
      const answer = await prove(await resident(), '1055AB', 1, 'oost');
      expect([answer.status, answer.body.code]).toEqual([409, 'address-table-missing']);
    });

    it.each([['0055AB'], ['1055SS'], ['1055'], ['']])('have a postcode, and %j is none', async (given) => {
      const answer = await prove(await resident(), given, 1);
      expect([answer.status, answer.body.code]).toEqual([422, 'postcode-not-valid']);
      expect(codesOf(answer)).toEqual(['postcode: postcode-not-valid']);
    });

    it('hold nothing that nobody sees', async () => {
      const answer = await prove(await resident(), '1055AB\u0000', 1);
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input']);
      expect(codesOf(answer)).toEqual(['postcode: hidden-characters']);
    });

    it.each([
      [null, null, ['houseNumber', 'postcode']],
      ['1055AB', '1', ['houseNumber']],
      ['1055AB', 0, ['houseNumber']],
      ['1055AB', 100_000, ['houseNumber']],
      ['1055AB', 1.5, ['houseNumber']],
      [['1055AB'], 1, ['postcode']],
      ['1055AB'.repeat(10), 1, ['postcode']],
    ])('are not %j %j', async (postcode, houseNumber, fields) => {
      const answer = await prove(await resident(), postcode, houseNumber);
      expect(answer.status).toBe(400);
      expect([...new Set(answer.body.errors?.map(({ field }) => field))].sort()).toEqual(fields);
    });

    it('may be tried ten times an hour by one account', async () => {
      const [browser, other] = [await resident(), await resident()];
      for (let i = 0; i < 10; i++) expect((await prove(browser, '1055AB', 100 + i)).status).toBe(422);
      const answer = await prove(browser, '1055AB', 1);
      expect([answer.status, answer.body.code]).toEqual([429, 'too-many-requests']);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(3000);
      expect((await prove(other, '1055AB', 1)).status).toBe(200);
    });

    it('may be tried sixty times an hour from one network, by however many accounts', async () => {
      for (let person = 0; person < 6; person++) {
        const browser = await resident();
        for (let i = 0; i < 10; i++) await prove(browser, '1055AB', 100 + i);
        await db.query(`delete from rate_bucket where key like '%sign%'`);
      }
      expect((await prove(await resident(), '1055AB', 1)).status).toBe(429);
    });

    it('need somebody who is signed in, and a district that exists', async () => {
      expect((await prove(test.browser(), '1055AB', 1)).status).toBe(401);
      expect((await test.browser().get('/districts/west/my-identity')).status).toBe(401);
      expect((await prove(await resident(), '1055AB', 1, 'noord')).body.code).toBe('district-not-found');
    });
  });

  it('S23: level 1 is set up once there is a table, level 0 always, level 2 not by it', async () => {
    const isSet = (level: 0 | 1 | 2) => test.app.get(Eligibility).isSet(west, level);
    expect([await isSet(0), await isSet(1), await isSet(2)]).toEqual([true, false, false]);
    await put(administrator, TABLE);
    expect([await isSet(0), await isSet(1), await isSet(2)]).toEqual([true, true, false]);
  });

  it('are vouched for in bulk, and a proof from before stays as it was', async () => {
    await put(administrator, TABLE);
    const accounts: ResidentId[] = [];
    for (let i = 0; i < 3; i++) {
      const browser = await resident();
      if (i === 0) await prove(browser, '1055AB', 1);
      accounts.push((await browser.get<{ account: { id: ResidentId } }>('/session')).body.account.id);
    }
    const at = new Date('2026-01-01T00:00:00Z');
    await test.app.get(ImportProofs).execute(west, accounts, 1, 'address', at);
    const levels = await Promise.all(accounts.map((id) => test.app.get(IdentityLevels).of(west, id)));
    expect(levels).toEqual([1, 1, 1]);
    const rows = await db.query<{ at: Date }[]>(
      'select proven_at as at from identity_proof where account_id = any($1) and proven_at = $2',
      [accounts, at],
    );
    expect(rows).toHaveLength(2);
  });
});
