import type { ResidentId } from '@buurtstem/shared-domain';
import { Pseudonyms } from '@buurtstem/platform-api';
import { CountRound } from '@buurtstem/voting-api';
import type { RulebookSettings } from '@buurtstem/districts-domain';
import { signInAsStaff, type Colleague } from './staff';
import { West } from './west';

interface Line {
  name: string;
  postcode: string;
  houseNumber: number;
  choice: string;
  email?: string;
  isAnotherPerson?: boolean;
}
interface Answer {
  entered: number;
  items: { line: number; verdict: string }[];
  code?: string;
  errors?: { field: string; code: string }[];
}

const line = (name: string, over: Partial<Line> = {}): Line => ({
  name,
  postcode: '1234 AB',
  houseNumber: 12,
  choice: 'for',
  ...over,
});

describe('votes on paper', () => {
  let west: West;
  let clerk: Colleague;
  let bench: number;

  const start = async (rules: Partial<RulebookSettings> = {}): Promise<void> => {
    west = await West.open(rules);
    bench = await west.proposal('Bankjes langs het Molenpad');
    clerk = await signInAsStaff(west, 'Clara', ['clerk']);
  };
  afterEach(() => west.close());

  const enter = (votes: readonly Line[], colleague = clerk) =>
    colleague.browser.post<Answer>(`/districts/west/proposals/${bench}/paper-votes`, {
      sheet: 'Markt 1',
      votes,
    });
  const verdicts = async (votes: readonly Line[]): Promise<string[]> =>
    (await enter(votes)).body.items.map(({ verdict }) => verdict);
  const checks = async (votes: readonly Line[]): Promise<string[]> => {
    const { body } = await clerk.browser.post<Answer>(
      `/districts/west/proposals/${bench}/paper-vote-checks`,
      {
        votes: votes.map(({ isAnotherPerson: _, ...vote }) => vote),
      },
    );
    return body.items.map(({ verdict }) => verdict);
  };
  const votes = (): Promise<Record<string, unknown>[]> =>
    west.rows('select choice, channel, status from vote order by cast_at, choice');
  const addressTable = (...numbers: number[]): Promise<unknown> =>
    west.rows(
      `insert into address (district_id, postcode, house_number, neighbourhood_slug, imported_at)
       select $1, '1234AB', n, 'sluiskwartier', now() from unnest($2::integer[]) as n`,
      [west.districtId, numbers],
    );
  /** Somebody with an account who showed their address. */
  const resident = async (email: string, name: string, houseNumber = 12): Promise<ResidentId> => {
    const browser = west.test.browser();
    await browser.signIn(email);
    const { body } = await browser.patch<{ account: { id: ResidentId } }>('/account', { displayName: name });
    await west.rows(
      `insert into identity_proof (district_id, account_id, level, method, proven_at, home_pseudonym)
       values ($1, $2, 1, 'address', now(), $3)`,
      [west.districtId, body.account.id, west.app.get(Pseudonyms).of('home', `1234AB ${houseNumber}`)],
    );
    return body.account.id;
  };

  it('are entered once each, and count; the same sheet again enters nothing', async () => {
    await start();
    const sheet = [line('J.P. de Vriès'), line('Fatma Yılmaz', { choice: 'against' })];
    expect(await checks(sheet)).toEqual(['new', 'new']);
    expect(await votes()).toEqual([]);
    const first = await enter(sheet);
    expect([first.status, first.body]).toEqual([
      201,
      {
        entered: 2,
        items: [
          { line: 1, verdict: 'entered' },
          { line: 2, verdict: 'entered' },
        ],
      },
    ]);
    expect(await votes()).toEqual([
      { choice: 'against', channel: 'paper', status: 'valid' },
      { choice: 'for', channel: 'paper', status: 'valid' },
    ]);
    expect(await verdicts([line('j p DE VRIES'), line('Fatma  Yilmaz')])).toEqual([
      'voted-on-paper',
      'voted-on-paper',
    ]);
    expect(await votes()).toHaveLength(2);
    expect(await west.rows(`select entry, channel from ballot_ledger`)).toEqual([
      { entry: 'cast', channel: 'paper' },
      { entry: 'cast', channel: 'paper' },
    ]);
    const { closesAt, number } = await west.openRound();
    await west.vote(bench, await west.residents(3));
    await west.app.get(CountRound).execute(west.districtId, number, closesAt);
    const count = await clerk.browser.get<{ lines: object[] }>(`/districts/west/rounds/${number}/count`);
    expect(count.body.lines).toMatchObject([{ votesFor: 4, votesAgainst: 1, onPaper: 2 }]);
  });

  it('go to the account whose e-mail address stands on the sheet, unless it voted already', async () => {
    await start({ identityLevel: 1 });
    await addressTable(12, 14);
    const laura = await resident('laura.smit@gmail.com', 'Laura');
    expect(await verdicts([line('Mevrouw Smit', { email: 'LauraSmit@googlemail.com' })])).toEqual([
      'entered',
    ]);
    expect(await west.rows('select resident_id, channel from vote')).toEqual([
      { resident_id: laura, channel: 'paper' },
    ]);
    const bob = await resident('bob@voorbeeld.example', 'Bob', 14);
    await west.vote(bench, [bob]);
    expect(await verdicts([line('Robert', { email: 'bob@voorbeeld.example', houseNumber: 14 })])).toEqual([
      'voted-online',
    ]);
    expect(await votes()).toHaveLength(2);
  });

  it('know the same name at the same address, and doubt another name where somebody voted', async () => {
    await start({ identityLevel: 1 });
    await addressTable(12);
    await west.vote(bench, [await resident('laura@voorbeeld.example', 'Laura de Wit')]);
    await resident('karel@voorbeeld.example', 'Karel de Wit');
    const sheet = [line('laura de wit'), line('L. de Wit'), line('Karel de Wit'), line('Zus de Wit')];
    expect(await checks(sheet)).toEqual(['voted-online', 'doubtful', 'new', 'doubtful']);
    expect(await verdicts(sheet)).toEqual(['voted-online', 'doubtful', 'entered', 'doubtful']);
    expect(await votes()).toHaveLength(2);
    expect(await verdicts([line('Zus de Wit', { isAnotherPerson: true })])).toEqual(['entered']);
    expect(await verdicts([line('Laura de Wit', { isAnotherPerson: true })])).toEqual(['voted-online']);
    expect(await west.rows(`select level, method from identity_proof where method = 'paper'`)).toEqual([
      { level: 1, method: 'paper' },
    ]);
    expect(await votes()).toHaveLength(3);
  });

  it('stand once on a sheet, and come from the district', async () => {
    await start();
    await addressTable(12);
    const sheet = [
      line('Jan'),
      line('JAN'),
      line('Piet', { houseNumber: 13 }),
      line('Kees', { email: 'k@voorbeeld.example' }),
      line('Kornelis', { email: 'K@voorbeeld.example' }),
    ];
    expect(await verdicts(sheet)).toEqual([
      'entered',
      'twice-on-sheet',
      'not-in-district',
      'entered',
      'twice-on-sheet',
    ]);
    expect(await verdicts([line('Cornelis', { email: 'k@voorbeeld.example' })])).toEqual(['voted-on-paper']);
  });

  it('of one person on another proposal are theirs again, under the account of the first sheet', async () => {
    await start();
    await enter([line('Jan')]);
    bench = await west.proposal('Veilig oversteken bij de Sluisbrug');
    expect(await verdicts([line('Jan')])).toEqual(['entered']);
    expect(await west.rows('select from paper_voter')).toHaveLength(1);
    expect(await west.rows('select count(distinct resident_id)::integer as people from vote')).toEqual([
      { people: 1 },
    ]);
  });

  it('are not entered when a line is malformed: every mistake is named, and nothing is half-written', async () => {
    await start();
    const { status, body } = await enter([
      line('Jan'),
      line('…', { postcode: '0123 AB', houseNumber: 0 }),
      line('Piet', { postcode: '1234 SS', email: 'no address', choice: 'maybe' }),
    ]);
    expect(status).toBe(400);
    expect(body.errors?.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'votes.1.houseNumber invalid-input',
      'votes.1.name invalid-input',
      'votes.1.name invalid-input',
      'votes.1.postcode postcode-not-valid',
      'votes.2.choice invalid-input',
      'votes.2.email email-not-valid',
      'votes.2.postcode postcode-not-valid',
    ]);
    const tooLong = await enter(Array.from({ length: 51 }, (_, index) => line(`Jan ${index}`)));
    expect(tooLong.status).toBe(400);
    expect((await enter([])).status).toBe(400);
    expect([await votes(), await west.rows('select from paper_voter')]).toEqual([[], []]);
  });

  it('are entered once, when two clerks enter the same sheet at the same moment', async () => {
    await start();
    const dewi = await signInAsStaff(west, 'Dewi', ['clerk']);
    const sheet = Array.from({ length: 20 }, (_, index) =>
      line(`Bewoner nummer${'abcdefghijklmnopqrst'[index]}`),
    );
    const answers = await Promise.all([enter(sheet), enter(sheet, dewi), enter(sheet), enter(sheet, dewi)]);
    expect(answers.map(({ status, body }) => [status, body.entered]).sort()).toEqual([
      [201, 0],
      [201, 0],
      [201, 0],
      [201, 20],
    ]);
    expect([(await votes()).length, (await west.rows('select from paper_voter')).length]).toEqual([20, 20]);
  });

  it('are refused where nobody can vote: a closed round, a proposal that is not open, a district that is not set up', async () => {
    await start({ identityLevel: 1 });
    expect((await enter([line('Jan')])).body.code).toBe('eligibility-not-set');
    await addressTable(12);
    const open = bench;
    bench = 999;
    expect((await enter([line('Jan')])).body.code).toBe('proposal-not-found');
    bench = open;
    await west.rows(`update proposal set state = 'closed' where number = $1`, [bench]);
    expect((await enter([line('Jan')])).body.code).toBe('proposal-not-open');
    await west.rows(`update proposal set state = 'open' where number = $1`, [bench]);
    await west.moveClockTo((await west.openRound()).closesAt);
    expect((await enter([line('Jan')])).body.code).toBe('voting-closed');
    expect(await west.rows('select from paper_voter')).toEqual([]);
  });
});
