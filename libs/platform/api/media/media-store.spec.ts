import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { Refusal } from '@buurtstem/shared-domain';
import express from 'express';
import { FolderStore } from './folder-store';
import type { MediaStore, StoredFile } from './media-store';
import { startS3 } from './s3-server';
import { S3Store } from './s3-store';

interface Opened {
  readonly store: MediaStore;
  readonly close: () => Promise<void>;
}

async function inAFolder(): Promise<Opened> {
  const root = await mkdtemp(join(tmpdir(), 'buurtstem-media-'));
  return { store: new FolderStore(root), close: () => rm(root, { recursive: true }) };
}

async function inABucket(): Promise<Opened> {
  const { settings, stop } = await startS3();
  return { store: new S3Store(settings), close: stop };
}

const PATH = 'photos/brug/400.webp';
const BYTES = Buffer.from('0123456789');

describe.each([
  ['a folder', inAFolder],
  ['a bucket', inABucket],
])('files in %s', (_where, open) => {
  let opened: Opened;
  let store: MediaStore;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
    const app = express();
    app.use((request, response, next) => store.serve(request.path.slice(1), request, response, next));
    app.use((_request, response) => void response.status(404).send('niets'));
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await store.keep(PATH, BYTES);
  });
  afterAll(async () => {
    server.close();
    await opened.close();
  });

  const get = (path = PATH, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
    fetch(`${url}/${path}`, { method, headers });
  const listed = async (folder: string): Promise<StoredFile[]> => {
    const files: StoredFile[] = [];
    for await (const file of store.list(folder)) files.push(file);
    return files.sort((a, b) => a.path.localeCompare(b.path));
  };

  it('are served whole, by the kind that their name says, and may be kept for ever', async () => {
    const answer = await get();
    expect([answer.status, await answer.text()]).toEqual([200, '0123456789']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-length': '10',
      'accept-ranges': 'bytes',
      'cache-control': 'public, max-age=2592000, immutable',
      etag: expect.stringMatching(/^(W\/)?".+"$/) as string,
      'last-modified': expect.stringContaining('GMT') as string,
    });
  });

  it('are not sent again to who has them', async () => {
    const etag = (await get()).headers.get('etag') ?? '';
    // Without its own word fetch would say `no-cache`.
    const again = await get(PATH, { 'if-none-match': etag, 'cache-control': 'max-age=0' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get(PATH, { 'if-none-match': '"iets-anders"' })).status).toBe(200);
  });

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['appels=1-2', 200, '0123456789', null],
  ])('are served in part on request: %s', async (range, status, text, contentRange) => {
    const answer = await get(PATH, { range });
    expect([answer.status, await answer.text()]).toEqual([status, text]);
    expect(answer.headers.get('content-range')).toBe(contentRange);
  });

  it('have no part behind their end', async () => {
    expect((await get(PATH, { range: 'bytes=99-' })).status).toBe(416);
  });

  it('say what they are without being sent', async () => {
    const answer = await get(PATH, {}, 'HEAD');
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([
      200,
      '10',
      '',
    ]);
  });

  it('are not there before they are kept, nor after they are removed', async () => {
    const path = 'photos/bank/400.avif';
    expect([(await get(path)).status, await store.has(path)]).toEqual([404, false]);
    await store.keep(path, BYTES);
    expect([(await get(path)).status, await store.has(path)]).toEqual([200, true]);
    await store.remove(path);
    await store.remove(path);
    expect([(await get(path)).status, await store.has(path)]).toEqual([404, false]);
    expect((await get('photos/bank')).status).toBe(404);
    expect((await get('photos')).status).toBe(404);
  });

  it('are read whole, and what is not there is nothing', async () => {
    expect(await store.read(PATH)).toEqual(BYTES);
    expect(await store.read('photos/brug/800.webp')).toBeNull();
  });

  it('replace what had their name', async () => {
    const path = 'demo/a.svg';
    await store.keep(path, Buffer.from('<svg/>'));
    await store.keep(path, Buffer.from('<svg></svg>'));
    const answer = await get(path);
    expect([answer.headers.get('content-type'), await answer.text()]).toEqual([
      'image/svg+xml',
      '<svg></svg>',
    ]);
  });

  it('are listed with when they were kept, below their folder only', async () => {
    const since = Date.now() - 5_000;
    await store.keep('photos/plein/800.jpg', BYTES);
    await store.keep('photosandmore/x.jpg', BYTES);
    const files = await listed('photos');
    expect(files.map(({ path }) => path)).toEqual([PATH, 'photos/plein/800.jpg']);
    for (const { storedAt } of files) expect(storedAt.getTime()).toBeGreaterThan(since);
    expect(await listed('leeg')).toEqual([]);
  });
});

describe('files in a folder', () => {
  it('leave no part behind when they cannot be kept', async () => {
    const { store, close } = await inAFolder();
    await store.keep('photos/a', BYTES);
    // A file stands where the folder should be.
    await expect(store.keep('photos/a/400.webp', BYTES)).rejects.toThrow();
    const files: string[] = [];
    for await (const { path } of store.list('photos')) files.push(path);
    expect(files).toEqual(['photos/a']);
    await close();
  });

  it('do not hide what a process left half-written', async () => {
    const root = await mkdtemp(join(tmpdir(), 'buurtstem-media-'));
    const store = new FolderStore(root);
    await store.keep('photos/x/400.webp', BYTES);
    await writeFile(join(root, 'photos/x/.half.part'), '0');
    expect(await readdir(join(root, 'photos/x'))).toHaveLength(2);
    const files: string[] = [];
    for await (const { path } of store.list('photos')) files.push(path);
    expect(files.sort()).toEqual(['photos/x/.half.part', 'photos/x/400.webp']);
    await rm(root, { recursive: true });
  });
});

describe('a bucket that does not answer', () => {
  it('is a refusal that says to come back, and a line for the operator', async () => {
    const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const store = new S3Store({
      bucket: 'media',
      region: 'us-east-1',
      endpoint: 'http://127.0.0.1:9',
      accessKeyId: 'a',
      secretAccessKey: 'geheim',
    });
    await expect(store.keep('photos/x/400.webp', BYTES)).rejects.toEqual(
      new Refusal('temporarily-unavailable'),
    );
    expect(String(said.mock.calls[0]?.[0])).toContain('The bucket media does not answer');
    expect(JSON.stringify(said.mock.calls)).not.toContain('geheim');
    said.mockRestore();
  });
});
