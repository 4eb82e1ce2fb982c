import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { AgendaScene, REASON } from './agenda-scene';

/** Of the standard, with its source and version in it. */
const SCHEMA = join(__dirname, '../../../libs/agenda/api/open-raadsinformatie/ori-2.0.0-beta.4.schema.json');

interface Linked {
  id: string;
  url: string;
}
interface List {
  results: (Linked & Record<string, unknown>)[];
}
const KINDS = {
  vergaderingen: 'VergaderingList',
  agendapunten: 'AgendapuntList',
  informatieobjecten: 'InformatieObjectList',
} as const;

describe('E16: the agenda as Open Raadsinformatie', () => {
  let scene: AgendaScene;
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object, 'ori');

  beforeAll(async () => {
    scene = await AgendaScene.open();
    const first = await scene.meeting(60);
    const item = await scene.winner(`${'Veilig oversteken '.repeat(5)}bij`);
    const second = await scene.meeting(90);
    await scene.west.rows('update meeting set place = $1', [`${'Een heel grote zaal '.repeat(9)}`.trim()]);
    await scene.official.browser.put(`/districts/west/agenda-items/${item}/context-note`, {
      text: 'De gemeente kan dit uitvoeren, en het kost niet veel.',
    });
    await scene.hold(first);
    await scene.decide(item, 'held-over');
    await scene.hold(second);
    await scene.decide(item, 'adopted');
    const gone = await scene.meeting(200);
    await scene.clerk.browser.post(`/districts/west/meetings/${gone}/cancellation`, { reason: REASON });
  });
  afterAll(() => scene.close());

  const list = async (kind: keyof typeof KINDS): Promise<List> => {
    const path = `/districts/west/open-raadsinformatie/${kind}`;
    const { status, body } = await scene.west.test.browser().get<List>(path);
    expect(status).toBe(200);
    return body;
  };

  it.each(Object.entries(KINDS))('%s are valid by the schema of the standard', async (kind, definition) => {
    const validate = ajv.getSchema(`ori#/$defs/${definition}`);
    const body = await list(kind as keyof typeof KINDS);
    validate?.(body);
    expect(validate?.errors).toBeNull();
    expect(body.results.length).toBeGreaterThan(1);
  });

  it('is held against a schema that would see a mistake', async () => {
    const validate = ajv.getSchema('ori#/$defs/VergaderingList');
    const { results } = await list('vergaderingen');
    for (const wrong of [
      { ...results[0], naam: 'x'.repeat(101) },
      { ...results[0], vergaderingstype: 'praatje' },
      { ...results[0], geplandeVergaderdatum: '5 januari' },
      { ...results[0], onbekend: 1 },
    ])
      expect(validate?.({ results: [wrong] })).toBe(false);
  });

  it('shortens what is too long at a word', async () => {
    const { results } = await list('vergaderingen');
    expect(results[0]?.['locatie']).toMatch(/^(Een heel grote zaal ?)+( \w+)*…$/);
    expect(String(results[0]?.['locatie']).length).toBeLessThanOrEqual(100);
  });

  it('has every document, and each address in it leads to what it names', async () => {
    const lists = await Promise.all((Object.keys(KINDS) as (keyof typeof KINDS)[]).map(list));
    const objects = lists.flatMap(({ results }) => results);
    expect(objects.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['plan-1', 'uitslag-1', 'uitleg-1', 'besluit-1-1', 'besluit-1-2']),
    );
    expect(new Set(objects.map(({ url }) => url)).size).toBe(objects.length);
    const known = new Set(objects.map(({ url }) => url));
    const named = JSON.stringify(objects).match(/https?:[^"]*\/open-raadsinformatie\/[^"]+/g) ?? [];
    expect(named.filter((url) => !known.has(url))).toEqual([]);
    for (const { id, url } of objects) {
      const path = new URL(url).pathname.replace('/api/v1', '');
      expect((await scene.west.test.browser().get<Linked>(path)).body).toMatchObject({ id, url });
    }
  });

  it('hides what is hidden, and does not know what is not there', async () => {
    const visitor = scene.west.test.browser();
    const missing = await visitor.get('/districts/west/open-raadsinformatie/informatieobjecten/plan-99');
    expect(missing.status).toBe(404);
    await scene.west.rows('update proposal set hidden = true');
    expect((await list('informatieobjecten')).results).toEqual([]);
    expect((await list('agendapunten')).results).toEqual([]);
  });
});
