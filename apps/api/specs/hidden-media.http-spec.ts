import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { West } from './west';

const PATH = 'hidden-media-spec/brug.svg';

describe('S15: the file of a picture', () => {
  let west: West;
  beforeAll(async () => {
    west = await West.open();
    const { mediaDir } = west.test.config;
    mkdirSync(join(mediaDir, 'hidden-media-spec'), { recursive: true });
    writeFileSync(join(mediaDir, PATH), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    for (const title of ['Een plan met een foto', 'Een ander plan met dezelfde foto']) {
      const number = await west.proposal(title);
      await west.rows(
        `insert into proposal_picture (district_id, proposal_id, position, path, alt, width, height)
         select 1, id, 0, $2, 'Een brug', 1200, 800 from proposal where number = $1`,
        [number, PATH],
      );
    }
  });
  afterAll(() => west.close());

  const status = async (path = PATH): Promise<number> =>
    (await west.test.browser().send('GET', `//media/${path}`)).status;

  it('is shown while any proposal shows it', async () => {
    expect(await status()).toBe(200);
    await west.rows(
      'update proposal_picture set hidden = true where proposal_id = (select id from proposal where number = 1)',
    );
    expect(await status()).toBe(200);
  });

  it('is 404 once every proposal that shows it is hidden, or the picture under it', async () => {
    await west.rows('update proposal set hidden = true where number = 2');
    expect(await status()).toBe(404);
    // However the address is written.
    for (const address of [
      'hidden-media-spec%2Fbrug.svg',
      'hidden-media-spec//brug.svg',
      './hidden-media-spec/brug.svg',
    ])
      expect([address, await status(address)]).toEqual([address, 404]);
    expect(await status('hidden-media-spec%2F.%2Fbrug.svg')).toBe(404);
    expect(await status('hidden-media-spec%2F%2E%2E%2Fhidden-media-spec%2Fbrug.svg')).toBe(404);
    await west.rows('update proposal set hidden = false where number = 2');
    expect(await status()).toBe(200);
  });

  it('that does not exist, or whose address is none, is 404 as well', async () => {
    expect(await status('hidden-media-spec/niets.svg')).toBe(404);
    expect(await status('%E0%A4%A')).toBe(404);
  });
});
