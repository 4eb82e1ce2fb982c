import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Drawing, type DrawingOptions } from './drawing';
import type { PageContext } from './site';

/** What the site's bundle does (`apps/web/src/drawing.ts`), with pages that do what their address says. */
const BUNDLE = `
import { existsSync, writeFileSync } from 'node:fs';
import { parentPort, threadId, workerData } from 'node:worker_threads';
const trace = new URL('ended-before', import.meta.url);
const wait = (ms) => new Promise((go) => setTimeout(go, ms));
const answers = new Map();
let questions = 0;
const ask = (page, address) => new Promise((told) => {
  answers.set(++questions, told);
  parentPort.postMessage({ is: 'question', page, question: questions, address });
});
const pages = {
  '/west': async () => 'page',
  '/context': async ({ context, mayAsk }) => JSON.stringify({ ...context, mayAsk }),
  '/thread': async () => String(threadId),
  '/secrets': async () => JSON.stringify(process.env),
  '/asks': async ({ page }) => JSON.stringify([await ask(page, '/api/a'), await ask(page, '/api/b')]),
  '/broken': async () => { throw new TypeError('no such thing'); },
  '/ends-all': async () => process.exit(3),
  '/ends-first': async () => {
    if (existsSync(trace)) return 'drawn after all';
    writeFileSync(trace, '');
    process.exit(3);
  },
  '/grows': async () => { const all = []; for (;;) all.push(new Array(10_000).fill({})); },
  '/loops': async () => { for (;;); },
  '/never': () => new Promise(() => undefined),
  '/slow': async () => { await wait(300); return 'slow'; },
};
parentPort.on('message', async (said) => {
  if (said.is === 'call') return parentPort.postMessage({ is: 'here' });
  if (said.is === 'answer') return answers.get(said.question)(said.answer);
  const { pathname } = new URL(said.url);
  if (!workerData.drawsFor.includes(said.host))
    return parentPort.postMessage({ is: 'page', page: said.page, drawn: { status: 400, headers: [], text: '', asked: [] } });
  try {
    const make = pages[pathname];
    const drawn = make && { status: 200, headers: [['content-type', 'text/html']], text: await make(said), asked: [['/api/a', 'W/"1"']] };
    parentPort.postMessage({ is: 'page', page: said.page, drawn: drawn ?? null });
  } catch ({ name, stack }) {
    parentPort.postMessage({ is: 'failure', page: said.page, name, stack });
  }
});
parentPort.postMessage({ is: 'here' });
`;
const HOST = 'buurtstem.example';
const CONTEXT: PageContext = {
  apiOrigin: 'http://127.0.0.1:1',
  publicUrl: `https://${HOST}`,
  cookie: 'buurtstem=laura',
  now: 7,
};

describe('drawing in a thread of its own', () => {
  let drawing: Drawing;
  let failures: string[];

  const start = (options: Partial<DrawingOptions> & { readonly bundle?: string } = {}): void => {
    const serverBundle = join(mkdtempSync(join(tmpdir(), 'drawing-')), 'server.mjs');
    writeFileSync(serverBundle, options.bundle ?? BUNDLE);
    drawing = new Drawing({
      serverBundle,
      allowedHosts: [HOST],
      drawWithinMs: 60_000,
      silentMs: 200,
      onFailure: (error) => failures.push(String(error)),
      ...options,
    });
  };
  beforeEach(() => (failures = []));
  afterEach(() => drawing.close());

  const draw = async (path: string, context: Partial<PageContext> = {}, host = HOST): Promise<string> => {
    const drawn = await drawing.handle({ url: `http://${host}${path}`, host }, { ...CONTEXT, ...context });
    return drawn ? drawn.text() : 'no page';
  };

  it('gives the page with its status and headers, or none where the site has none', async () => {
    start();
    const drawn = await drawing.handle({ url: `http://${HOST}/west`, host: HOST }, CONTEXT);
    expect(drawn).toMatchObject({
      status: 200,
      headers: [['content-type', 'text/html']],
      asked: [['/api/a', 'W/"1"']],
    });
    expect(await drawn?.text()).toBe('page');
    expect(await draw('/favicon.ico')).toBe('no page');
  });

  it('leaves it to the bundle to refuse other hosts, which is told which are ours', async () => {
    start();
    const evil = { url: 'http://evil.example/west', host: 'evil.example' };
    expect(await drawing.handle(evil, CONTEXT)).toMatchObject({ status: 400 });
  });

  it('tells the page what it is told, with the visitor’s cookie, and nothing of this process', async () => {
    start();
    expect(JSON.parse(await draw('/context'))).toEqual({ ...CONTEXT, mayAsk: false });
    expect(JSON.parse(await draw('/secrets'))).toEqual({});
  });

  it('answers what the page asks for what is kept', async () => {
    start();
    const known = { text: '{"a":1}', tag: 'W/"a"' };
    const kept = (address: string): typeof known | null => (address === '/api/a' ? known : null);
    expect(JSON.parse(await draw('/asks', { kept }))).toEqual([known, null]);
  });

  it('draws them all, however many are asked for at the same time', async () => {
    start();
    const all = await Promise.all(Array.from({ length: 50 }, () => draw('/west')));
    expect(new Set(all)).toEqual(new Set(['page']));
  });

  it('tells who asked that their page failed, by what name and where, and goes on', async () => {
    start();
    const error: unknown = await draw('/broken').catch((failure: unknown) => failure);
    expect(error).toMatchObject({ name: 'TypeError', stack: expect.stringContaining('no such thing') });
    expect(await draw('/west')).toBe('page');
    expect(failures).toEqual([]);
  });

  it('draws a page again in another thread when the first one ends, and tells of it', async () => {
    start();
    const first = Number(await draw('/thread'));
    const [again, beside] = await Promise.all([draw('/ends-first'), draw('/slow')]);
    expect([again, beside]).toEqual(['drawn after all', 'slow']);
    expect(Number(await draw('/thread'))).not.toBe(first);
    expect(failures).toEqual([expect.stringContaining('The thread that draws pages ended')]);
  });

  it('gives a page up that ends the thread twice, and draws others', async () => {
    start();
    await expect(draw('/ends-all')).rejects.toThrow('The thread that draws pages ended');
    expect(await draw('/west')).toBe('page');
    expect(failures).toHaveLength(2);
  });

  it('ends the thread, and not the process, when a page needs more memory than a thread may have', async () => {
    start({ limits: { maxOldGenerationSizeMb: 24, maxYoungGenerationSizeMb: 6 } });
    await expect(draw('/grows')).rejects.toThrow(/memory/);
    expect(await draw('/west')).toBe('page');
    expect(failures).toHaveLength(2);
  });

  /** On a busy machine the next thread may take longer to start than a page may take. */
  const drawAtLast = async (path: string): Promise<string> => {
    for (;;) {
      const text = await draw(path).catch(({ code }: { code?: string }) => {
        expect(code).toBe('temporarily-unavailable');
        return null;
      });
      if (text !== null) return text;
    }
  };

  it('ends a thread in a loop without an end once its page is overdue, and draws the others in another', async () => {
    start({ drawWithinMs: 1_000 });
    await drawing.ready();
    await expect(draw('/loops')).rejects.toMatchObject({ code: 'temporarily-unavailable' });
    expect(await drawAtLast('/west')).toBe('page');
    expect(failures).toContainEqual(expect.stringContaining('it was ended'));
  });

  it('gives the place of a page that never comes to another, and keeps the thread that still answers', async () => {
    start({ drawWithinMs: 1_000, silentMs: 3_000 });
    await drawing.ready();
    const never = Array.from({ length: 20 }, () => draw('/never').catch((error: unknown) => error));
    for (const error of await Promise.all(never))
      expect(error).toMatchObject({ code: 'temporarily-unavailable' });
    await wait(3_500);
    expect(await drawAtLast('/west')).toBe('page');
    expect(failures).toEqual([]);
  });

  it('says so when the bundle cannot be loaded', async () => {
    start({ bundle: 'throw new Error("no bundle")' });
    await expect(drawing.ready()).rejects.toThrow('no bundle');
  });

  it('ends the thread when it is closed, and draws nothing any more', async () => {
    start();
    const underWay = draw('/never').catch((error: unknown) => error);
    await drawing.ready();
    await drawing.close();
    expect(await underWay).toMatchObject({ code: 'temporarily-unavailable' });
    await expect(draw('/west')).rejects.toMatchObject({ code: 'temporarily-unavailable' });
    expect(failures).toEqual([]);
  });
});
