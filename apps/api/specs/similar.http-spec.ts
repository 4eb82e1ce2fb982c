import { West } from './west';

interface Similar {
  number: number;
  title: string;
  state: string;
  picture: { url: string } | null;
  standing: { votesFor: number; votesAgainst: number };
  words: string[];
}

describe('proposals that are like what somebody is writing', () => {
  let west: West;
  let racks: number;

  beforeAll(async () => {
    west = await West.open();
    racks = await west.proposal('Meer fietsenrekken bij de bibliotheek');
    for (const title of [
      'Wormenhotel voor de Lindenstraat',
      'Bankjes langs de gracht',
      'Auto’s weg uit de Café-steeg',
      'Ruim de straat/steeg eens op.Daarna feest',
    ])
      await west.proposal(title);
  });
  afterAll(() => west.close());

  const similar = async (text: string, district = 'west'): Promise<Similar[]> => {
    const { status, body } = await west.test
      .browser()
      .get<{ items: Similar[] }>(`/districts/${district}/similar-proposals?text=${encodeURIComponent(text)}`);
    expect([text, status]).toEqual([text, 200]);
    return body.items;
  };
  const found = async (text: string): Promise<[string, string[]][]> =>
    (await similar(text)).map(({ title, words }) => [title, words]);

  it('are found in other forms of their words, which are given as they were written', async () => {
    expect(await found('Een Fietsenrek voor onze BIBLIOTHEKEN')).toEqual([
      ['Meer fietsenrekken bij de bibliotheek', ['Fietsenrek', 'BIBLIOTHEKEN']],
    ]);
  });

  it.each([
    ['fiets', 'Meer fietsenrekken bij de bibliotheek', ['fiets']],
    ['wormenhotels', 'Wormenhotel voor de Lindenstraat', ['wormenhotels']],
    ['Een feestje in de steeg', 'Ruim de straat/steeg eens op.Daarna feest', ['steeg']],
    ['auto’s cafe', 'Auto’s weg uit de Café-steeg', ['auto’s', 'cafe']],
    ["auto's café", 'Auto’s weg uit de Café-steeg', ["auto's", 'café']],
    ['straat/feest', 'Ruim de straat/steeg eens op.Daarna feest', ['straat', 'feest']],
  ])('%s finds %s', async (text, title, words) => {
    const [first] = await found(text);
    expect(first?.[0]).toBe(title);
    expect(first?.[1]).toEqual(expect.arrayContaining(words));
  });

  it.each(['', 'ab', 'de', 'in het en de voor van', '12 345', '& | ! <-> (', "'", '\\', '%', 'zwembad'])(
    'are none for %j',
    async (text) => {
      expect(await similar(text)).toEqual([]);
    },
  );

  it.each([`gracht' | 'bankjes`, 'gracht & ! bankjes', 'bankjes\\ gracht:*', '"bankjes" <-> gracht'])(
    'are found whatever signs stand between the words: %s',
    async (text) => {
      expect((await similar(text)).map(({ title }) => title)).toContain('Bankjes langs de gracht');
    },
  );

  it('come with what a card shows', async () => {
    await west.vote(racks, await west.residents(2));
    await west.rows(
      `insert into proposal_picture (district_id, proposal_id, position, path, alt, width, height, hidden)
       select p.district_id, p.id, place, 'photo-' || place, 'Een foto', 8, 6, place = 0
       from proposal p cross join generate_series(0, 2) place where p.number = $1`,
      [racks],
    );
    const [first] = await similar('fietsenrek');
    expect(first).toMatchObject({
      number: racks,
      state: 'open',
      summary: 'Elke ochtend steken hier 200 kinderen over.',
      standing: { votesFor: 2, votesAgainst: 0 },
      picture: { url: '/media/photo-1', alt: 'Een foto' },
    });
  });

  it('are five at most', async () => {
    for (let n = 0; n < 7; n += 1) await west.proposal(`Zebrapad nummer ${n} bij de school`);
    expect(await similar('zebrapad')).toHaveLength(5);
  });

  it('are never hidden, never a draft, and neither withdrawn nor merged', async () => {
    const target = await west.proposal('Trampoline in het Sluispark');
    const only = async (): Promise<number[]> => (await similar('Trampoline')).map(({ number }) => number);
    expect(await only()).toEqual([target]);
    for (const [away, back] of [
      ['hidden = true', 'hidden = false'],
      [`state = 'draft', published_at = null`, `state = 'open', published_at = now()`],
      [`state = 'withdrawn'`, `state = 'open'`],
      [
        `state = 'merged', merged_into = (select id from proposal where number = ${racks})`,
        `state = 'open', merged_into = null`,
      ],
    ]) {
      await west.rows(`update proposal set ${away} where number = $1`, [target]);
      expect([away, await only()]).toEqual([away, []]);
      await west.rows(`update proposal set ${back} where number = $1`, [target]);
      expect([back, await only()]).toEqual([back, [target]]);
    }
    await west.rows(`update proposal set state = 'closed' where number = $1`, [target]);
    expect(await only()).toEqual([target]);
  });

  it('are of the same district', async () => {
    await west.oost();
    expect(await similar('fietsenrek', 'oost')).toEqual([]);
  });

  it('are asked for with a text of at most 500 characters, in a district that exists', async () => {
    const status = async (path: string): Promise<number> => (await west.test.browser().get(path)).status;
    const text = 'zebrapad '.repeat(55);
    expect(await similar(text)).toHaveLength(5);
    expect(await status('/districts/west/similar-proposals')).toBe(400);
    expect(await status(`/districts/west/similar-proposals?text=${'a'.repeat(501)}`)).toBe(400);
    expect(await status('/districts/nergens/similar-proposals?text=fietsenrek')).toBe(404);
  });
});

describe('the search in the list of proposals', () => {
  let west: West;
  beforeAll(async () => {
    west = await West.open();
    await west.proposal('Meer fietsenrekken bij de bibliotheek');
    await west.proposal('Eén Repaircafé bij de straat/steeg');
  });
  afterAll(() => west.close());

  it.each([
    ['fietsenrek', 1],
    ['REPAIRCAFE', 1],
    ['straat', 1],
    ['fiets', 1],
    ['bibliotheek -fietsenrek', 0],
    ['bibliotheek or repaircafé', 2],
    ['"kinderen steken"', 0],
    ['auto’s', 2],
    ["auto's", 2],
    ['zwembad', 0],
    ['%', 0],
    ['_', 0],
    ['fiets%rek', 0],
    ['fietsen\\', 0],
  ])('%s finds %i', async (q, total) => {
    const { body } = await west.test
      .browser()
      .get<{ total: number }>(`/districts/west/proposals?q=${encodeURIComponent(q)}`);
    expect(body.total).toBe(total);
  });
});
