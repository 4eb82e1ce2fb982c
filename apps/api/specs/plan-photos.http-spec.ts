import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { MediaStore, SweepMedia } from '@buurtstem/platform-api';
import { BAD_FILES, photo, photoWithPlace, type Answer, type Browser } from '@buurtstem/platform-api/testing';
import sharp from 'sharp';
import { West } from './west';

interface Picture {
  readonly id: string;
  readonly url: string;
  readonly alt: string;
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
}
interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly field: string; readonly code: string }[];
}
interface Plan {
  readonly number: number;
  readonly picture: Picture | null;
  readonly pictures: readonly Picture[];
}
type Pictures = Answer<Problem & { readonly items: readonly Picture[] }>;

const ALT = 'Kinderen steken over bij de brug';
const BODY = 'Bij de Sluisbrug rijden auto’s hard van de helling af. Zij zien ons pas op het laatst. '.repeat(
  2,
);

describe('photos beside a plan', () => {
  let west: West;
  let charlie: Browser;
  let bob: Browser;
  let jpeg: Buffer;
  beforeAll(async () => {
    west = await West.open();
    [charlie, bob] = [west.test.browser(), west.test.browser()];
    for (const [browser, name] of [
      [charlie, 'charlie'],
      [bob, 'bob'],
    ] as const) {
      await browser.signIn(`${name}@voorbeeld.example`);
      await browser.patch('/account', { displayName: name });
    }
    jpeg = await photo(900, 600).jpeg().toBuffer();
  });
  afterAll(() => west.close());
  // The limit of an hour is a spec of its own.
  afterEach(() => west.rows('delete from rate_bucket'));

  const draft = async (): Promise<number> => {
    const text = {
      kind: 'plan',
      title: 'Veilig oversteken',
      summary: 'Hier steken 200 kinderen over.',
      body: BODY,
    };
    const { body } = await charlie.post<Plan>('/districts/west/proposals', { ...text, neighbourhood: null });
    return body.number;
  };
  const publish = (plan: number): Promise<Answer> =>
    charlie.post(`/districts/west/proposals/${plan}/publication`);
  const at = (plan: number, id: string): string => `/districts/west/proposals/${plan}/pictures/${id}`;
  const put = (
    plan: number,
    {
      id = randomUUID() as string,
      bytes = jpeg as unknown,
      alt = ALT,
      type = 'image/jpeg',
      by = charlie,
    } = {},
  ): Promise<Pictures> =>
    by.send('PUT', `${at(plan, id)}?alt=${encodeURIComponent(alt)}`, bytes, { 'content-type': type });
  const order = (plan: number, pictures: readonly string[]): Promise<Pictures> =>
    charlie.put(`/districts/west/proposals/${plan}/picture-order`, { pictures });
  const read = async (plan: number, by = charlie): Promise<Plan> =>
    (await by.get<Plan>(`/districts/west/proposals/${plan}`)).body;
  const idsOf = async (plan: number): Promise<string[]> => (await read(plan)).pictures.map(({ id }) => id);
  const addressesOf = ({ url, sources }: Picture): string[] => [
    url,
    ...sources.flatMap(({ srcset }) => srcset.split(', ').map((one) => one.split(' ')[0] ?? '')),
  ];
  const statusesOf = async (addresses: readonly string[], by = bob): Promise<number[]> => {
    const statuses = new Set<number>();
    for (const address of addresses) statuses.add((await by.send('GET', `/${address}`)).status);
    return [...statuses];
  };
  const refused = async (answer: Promise<Pictures>): Promise<[number, string]> => {
    const { status, body } = await answer;
    return [status, body.errors?.[0]?.code ?? body.code];
  };

  describe('S16: a file that is no photo for us', () => {
    let plan: number;
    let asking: ClientRequest | undefined;
    beforeAll(async () => {
      plan = await draft();
    });
    // A request that nobody answers keeps the server from stopping.
    afterEach(() => void asking?.destroy());

    it.each(BAD_FILES)('is refused when it is $what: $answer', async ({ bytes, type, answer }) => {
      expect(await refused(put(plan, { bytes: await bytes(), type }))).toEqual(answer);
      expect(await idsOf(plan)).toEqual([]);
    });

    it('is refused when it says it has 60 MB, before the first of them has come', async () => {
      const headers = {
        'content-type': 'image/jpeg',
        'content-length': 60 * 1024 * 1024,
        origin: west.test.url,
      };
      asking = request(`${west.test.url}/api/v1${at(plan, randomUUID())}`, { method: 'PUT', headers });
      asking.flushHeaders();
      const [answer] = (await once(asking, 'response')) as [IncomingMessage];
      expect(answer.statusCode).toBe(413);
    });

    it('is refused when it does not say how large it is, once more than 10 MB has come', async () => {
      let sent = 0;
      const stream = new ReadableStream<Uint8Array>({
        pull(controller) {
          sent += 1;
          if (sent > 200) controller.close();
          else controller.enqueue(new Uint8Array(1024 * 1024));
        },
      });
      const answer = await fetch(`${west.test.url}/api/v1${at(plan, randomUUID())}`, {
        method: 'PUT',
        headers: { 'content-type': 'image/jpeg', origin: west.test.url },
        body: stream,
        duplex: 'half',
      } as RequestInit);
      expect([answer.status, ((await answer.json()) as Problem).code]).toEqual([413, 'picture-too-large']);
    });

    it('is refused beside what is a photo in every other way: unknown words, no id, a form', async () => {
      expect(await refused(put(plan, { alt: 'ja' }))).toEqual([400, 'picture-alt-length']);
      expect(await refused(put(plan, { alt: 'x'.repeat(201) }))).toEqual([400, 'picture-alt-length']);
      expect(await refused(put(plan, { alt: `${ALT}\u202e` }))).toEqual([400, 'hidden-characters']);
      expect(await refused(put(plan, { id: '1' }))).toEqual([400, 'invalid-input']);
      expect(await refused(put(plan, { bytes: 'a=b', type: 'multipart/form-data' }))).toEqual([
        415,
        'unsupported-media-type',
      ]);
      expect(await refused(put(plan, { bytes: '{}', type: 'application/json' }))).toEqual([
        415,
        'unsupported-media-type',
      ]);
      expect(await idsOf(plan)).toEqual([]);
    });

    it('is a photo once it is written anew: nothing is served of place, maker and what hung behind it', async () => {
      const sent = Buffer.concat([await photoWithPlace(900, 600), Buffer.from('<script>alert(1)</script>')]);
      const { body } = await put(plan, { bytes: sent });
      await publish(plan);
      const [picture] = (await read(plan)).pictures;
      expect(body.items).toHaveLength(1);
      const types = new Set<string | null>();
      for (const address of addressesOf(picture!)) {
        const answer = await fetch(west.test.url + address);
        const bytes = Buffer.from(await answer.arrayBuffer());
        types.add(answer.headers.get('content-type'));
        expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
        expect(answer.headers.get('cache-control')).toBe('public, max-age=2592000, immutable');
        expect([address, bytes.includes('Kees'), bytes.includes('alert'), bytes.includes('Exif')]).toEqual([
          address,
          false,
          false,
          false,
        ]);
      }
      expect([...types].sort()).toEqual(['image/avif', 'image/jpeg', 'image/webp']);
    });
  });

  it('come in every format and in widths up to their own, and stand first in lists', async () => {
    const plan = await draft();
    const { status, body } = await put(plan, {
      bytes: await photo(1300, 700).png().toBuffer(),
      type: 'image/png',
    });
    expect([status, body.items]).toMatchObject([200, [{ alt: ALT, width: 1300, height: 700 }]]);
    expect(body.items[0]?.sources.map(({ type }) => type)).toEqual([
      'image/avif',
      'image/webp',
      'image/jpeg',
    ]);
    expect(body.items[0]?.sources[0]?.srcset).toMatch(/400w.*800w.*1200w.*1300w/);
    await publish(plan);
    const { pictures, picture } = await read(plan, bob);
    expect(picture).toEqual(pictures[0]);
    const list = await bob.get<{ items: Plan[] }>('/districts/west/proposals?sort=newest');
    expect(list.body.items[0]?.picture).toEqual(pictures[0]);
    expect(await statusesOf(addressesOf(pictures[0]!))).toEqual([200]);
    const file = await fetch(west.test.url + pictures[0]!.url);
    expect(await sharp(Buffer.from(await file.arrayBuffer())).metadata()).toMatchObject({ width: 1300 });
  });

  it('of a draft are its submitter’s own, at addresses that ask who it is', async () => {
    const plan = await draft();
    const id = randomUUID();
    const [picture] = (await put(plan, { id })).body.items;
    const addresses = addressesOf(picture!).map((address) => address.replace(/^\/api\/v1/, ''));
    expect(picture?.url).toContain(`/api/v1${at(plan, id)}/900.jpg`);
    const status = async (address: string, by: Browser): Promise<number> => (await by.get(address)).status;
    for (const address of addresses)
      expect([address, await status(address, charlie), await status(address, bob)]).toEqual([
        address,
        200,
        404,
      ]);
    expect(await status(addresses[0]!, west.test.browser())).toBe(401);
    expect((await charlie.get(addresses[0]!)).headers.get('cache-control')).toBe('no-store');
    for (const file of ['401.jpg', '900.svg', '..%2F..%2Fdemo', 'x'])
      expect([file, await status(`${at(plan, id)}/${file}`, charlie)]).toEqual([file, 404]);
    // What stands below /media is for everybody, and no draft is.
    const [row] = await west.rows('select path from proposal_picture where id = $1', [id]);
    expect(await statusesOf([`/media/${String(row?.['path'])}/900.jpg`], charlie)).toEqual([404]);
    const mine = await charlie.get<{ items: Plan[] }>('/districts/west/my-proposals');
    expect(mine.body.items[0]?.picture?.url).toBe(picture?.url);
  });

  it('come once, however often they are sent', async () => {
    const plan = await draft();
    const id = randomUUID();
    const answers = await Promise.all([put(plan, { id }), put(plan, { id }), put(plan, { id })]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await put(plan, { id, alt: 'Heel iets anders' })).body.items).toMatchObject([{ id, alt: ALT }]);
    expect(await idsOf(plan)).toEqual([id]);
    const other = await draft();
    expect(await refused(put(other, { id }))).toEqual([404, 'picture-not-found']);
  });

  it('are five at most, also when six are sent at once', async () => {
    const plan = await draft();
    const answers = await Promise.all(Array.from({ length: 6 }, () => refused(put(plan))));
    expect(answers.filter(([status]) => status === 200)).toHaveLength(5);
    expect(answers.find(([status]) => status !== 200)).toEqual([409, 'too-many-pictures']);
    expect(await idsOf(plan)).toHaveLength(5);
    await west.rows('update proposal_picture set hidden = true where position = 2');
    expect(await refused(put(plan))).toEqual([409, 'too-many-pictures']);
    await west.rows('update proposal_picture set hidden = false');
  });

  it('the database itself holds no sixth', async () => {
    const plan = await draft();
    const insert = west.rows(
      `insert into proposal_picture (district_id, proposal_id, position, path, alt, width, height)
       select district_id, id, 5, 'x', '', 1, 1 from proposal where number = $1`,
      [plan],
    );
    await expect(insert).rejects.toThrow('proposal_picture_at_most_five');
  });

  it('are described, put in order and taken away', async () => {
    const plan = await draft();
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
    for (const id of [one, two, three]) await put(plan, { id, alt: '' });
    const described = await charlie.patch<Pictures['body']>(at(plan, two), { alt: `  ${ALT}  ` });
    expect(described.body.items.map(({ alt }) => alt)).toEqual(['', ALT, '']);
    expect((await charlie.patch(at(plan, two), { alt: '' })).status).toBe(200);
    expect((await order(plan, [three, one, two])).body.items.map(({ id }) => id)).toEqual([three, one, two]);
    expect((await charlie.delete(at(plan, one))).status).toBe(204);
    expect(await idsOf(plan)).toEqual([three, two]);
    expect((await charlie.delete<Problem>(at(plan, one))).body.code).toBe('picture-not-found');
    // Its place is free again.
    const four = randomUUID();
    await put(plan, { id: four });
    expect(await idsOf(plan)).toEqual([three, two, four]);
  });

  it('leave no gap when they are taken away at once', async () => {
    const plan = await draft();
    const ids = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    for (const id of ids) await put(plan, { id });
    const answers = await Promise.all(ids.slice(0, 4).map((id) => charlie.delete(at(plan, id))));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect(await west.rows('select id, position from proposal_picture where id = any($1)', [ids])).toEqual([
      { id: ids[4], position: 0 },
    ]);
  });

  it('stay in their order when not all of them are named, and their words when these are no words', async () => {
    const plan = await draft();
    const [one, two] = [randomUUID(), randomUUID()];
    for (const id of [one, two]) await put(plan, { id });
    expect(await refused(order(plan, [two]))).toEqual([409, 'version-conflict']);
    expect(await refused(order(plan, [two, two]))).toEqual([409, 'version-conflict']);
    expect(await refused(order(plan, [two, randomUUID()]))).toEqual([409, 'version-conflict']);
    expect(await refused(order(plan, ['1']))).toEqual([400, 'invalid-input']);
    expect(await refused(charlie.patch(at(plan, one), { alt: 'ja' }))).toEqual([400, 'picture-alt-length']);
    expect(await refused(charlie.patch(at(plan, one), {}))).toEqual([400, 'invalid-input']);
    expect(await idsOf(plan)).toEqual([one, two]);
  });

  it('are for the submitter alone to change, of a draft that others do not even see', async () => {
    const plan = await draft();
    const id = randomUUID();
    await put(plan, { id });
    expect(await refused(put(plan, { by: bob }))).toEqual([404, 'proposal-not-found']);
    await publish(plan);
    expect(await refused(put(plan, { by: bob }))).toEqual([403, 'not-the-submitter']);
    expect(await refused(bob.patch(at(plan, id), { alt: ALT }))).toEqual([403, 'not-the-submitter']);
    expect(await refused(bob.delete(at(plan, id)))).toEqual([403, 'not-the-submitter']);
    expect(
      await refused(bob.put(`/districts/west/proposals/${plan}/picture-order`, { pictures: [id] })),
    ).toEqual([403, 'not-the-submitter']);
    expect(await refused(put(plan, { by: west.test.browser() }))).toEqual([401, 'sign-in-first']);
    expect(await idsOf(plan)).toEqual([id]);
  });

  it('are changed on an open plan until somebody votes, and moderators look at it again', async () => {
    const plan = await draft();
    const id = randomUUID();
    await publish(plan);
    await west.rows('delete from moderation_case');
    expect((await put(plan, { id })).status).toBe(200);
    const [look] = await west.rows('select subject_kind, origin from moderation_case');
    expect(look).toEqual({ subject_kind: 'proposal', origin: 'edit' });
    expect((await bob.put(`/districts/west/proposals/${plan}/my-vote`, { choice: 'for' })).status).toBe(200);
    for (const change of [
      put(plan),
      charlie.patch<Problem>(at(plan, id), { alt: ALT }),
      charlie.delete<Problem>(at(plan, id)),
      order(plan, [id]),
    ])
      expect(await refused(change as Promise<Pictures>)).toEqual([409, 'text-locked']);
    // Sent again because its answer got lost: it is there.
    expect((await put(plan, { id })).status).toBe(200);
    expect(await idsOf(plan)).toEqual([id]);
  });

  it('are not taken away while a moderator looks at a report of them', async () => {
    const plan = await draft();
    const id = randomUUID();
    await put(plan, { id });
    await publish(plan);
    const report = {
      subject: 'picture',
      subjectId: id,
      reason: 'personal-data',
      note: 'Mijn buurvrouw staat erop.',
    };
    expect((await bob.post(`/districts/west/proposals/${plan}/reports`, report)).status).toBeLessThan(300);
    expect(await refused(charlie.delete(at(plan, id)))).toEqual([409, 'picture-under-review']);
    await west.rows(`update moderation_case set state = 'dismissed' where subject_id = $1`, [id]);
    expect((await charlie.delete(at(plan, id))).status).toBe(204);
  });

  it('S15: are 404 in every format and size, hidden themselves or with their plan, and gone from it', async () => {
    const plan = await draft();
    const id = randomUUID();
    await put(plan, { id });
    await publish(plan);
    const [picture] = (await read(plan)).pictures;
    const addresses = addressesOf(picture!);
    expect(addresses).toHaveLength(1 + 3 * 3);
    expect(await statusesOf(addresses)).toEqual([200]);
    await west.rows('update proposal_picture set hidden = true where id = $1', [id]);
    expect([await statusesOf(addresses), await idsOf(plan)]).toEqual([[404], []]);
    expect(await statusesOf(addresses.map((address) => address.replace('photos/', 'photos//')))).toEqual([
      404,
    ]);
    expect(await statusesOf(addresses.map((address) => address.replace('photos/', 'photos%2F.%2F')))).toEqual(
      [404],
    );
    expect(await refused(charlie.delete(at(plan, id)))).toEqual([404, 'picture-not-found']);
    expect(await refused(put(plan, { id }))).toEqual([404, 'picture-not-found']);
    await west.rows('update proposal_picture set hidden = false where id = $1', [id]);
    await west.rows('update proposal set hidden = true where number = $1', [plan]);
    expect(await statusesOf(addresses)).toEqual([404]);
    await west.rows('update proposal set hidden = false where number = $1', [plan]);
    expect(await statusesOf(addresses)).toEqual([200]);
    expect((await charlie.delete(at(plan, id))).status).toBe(204);
    expect(await statusesOf(addresses)).toEqual([404]);
  });

  it('leave no files: those that no plan has are swept, those of a plan and of the last hour are not', async () => {
    const plan = await draft();
    const [kept, gone] = [randomUUID(), randomUUID()];
    for (const id of [kept, gone]) await put(plan, { id });
    const pathOf = async (id: string): Promise<string> =>
      String((await west.rows('select path from proposal_picture where id = $1', [id]))[0]?.['path']);
    const [keptPath, gonePath] = [await pathOf(kept), await pathOf(gone)];
    await charlie.delete(at(plan, gone));
    const [store, sweep] = [west.app.get(MediaStore), west.app.get(SweepMedia)];
    const sweepAll = (): Promise<number> => sweep.execute(new Date(Date.now() + 60_000));
    await sweep.execute(new Date(Date.now() - 60 * 60_000));
    expect(await store.has(`${gonePath}/900.jpg`)).toBe(true);
    expect(await sweepAll()).toBeGreaterThanOrEqual(9);
    expect([await store.has(`${gonePath}/900.jpg`), await store.has(`${keptPath}/900.jpg`)]).toEqual([
      false,
      true,
    ]);
    expect(await sweepAll()).toBe(0);
  });

  it('of a draft go with the account of its submitter', async () => {
    const laura = west.test.browser();
    await laura.signIn('laura@voorbeeld.example');
    await laura.patch('/account', { displayName: 'laura' });
    const text = {
      kind: 'plan',
      title: 'Een bankje erbij',
      summary: 'Dan kunnen mensen hier zitten.',
      body: BODY,
    };
    const { body } = await laura.post<Plan>('/districts/west/proposals', { ...text, neighbourhood: null });
    const id = randomUUID();
    expect((await put(body.number, { id, by: laura })).status).toBe(200);
    await laura.send('DELETE', '/account', { email: 'laura@voorbeeld.example' });
    expect(await west.rows('select from proposal_picture where id = $1', [id])).toEqual([]);
  });

  it('are no more than sixty an hour from one resident', async () => {
    const plan = await draft();
    await put(plan);
    await west.rows(`update rate_bucket set hits = 60 where key like 'picture:%'`);
    const { status, headers } = await put(plan);
    expect([status, Number(headers.get('retry-after')) > 3_000]).toEqual([429, true]);
  });
});
