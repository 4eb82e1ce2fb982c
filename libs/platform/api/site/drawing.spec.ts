import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Drawing, type DrawingOptions } from './drawing';
import type { Answering, ApiAnswer } from './own-api';
import type { PageContext } from './site';

/** What the site's bundle does (`apps/web/src/drawing.ts`), with pages that do what their address says. */
const BUNDLE = `
import { existsSync, writeFileSync } from 'node:fs';
import { parentPort, threadId, workerData } from 'node:worker_threads';
const trace = new URL('ended-before', import.meta.url);
const wait = (ms) => new Promise((go) => setTimeout(go, ms));
const answers = new Map();
let questions = 0;
let drawing = 0;
let most = 0;
const ask = (page, address) => new Promise((told) => {
  answers.set(++questions, told);
  parentPort.postMessage({ is: 'question', page, question: questions, address });
});
const pages = {
  '/west': async () => 'page',
  '/context': async ({ context, answered }) => JSON.stringify({ ...context, answered }),
  '/thread': async () => String(threadId),
  '/secrets': async () => JSON.stringify(process.env),
  '/asks': async ({ page }) => JSON.stringify([await ask(page, '/api/a'), await ask(page, '/api/b')]),
  '/answered': async ({ answered }) => JSON.stringify(answered),
  '/takes': async ({ page, answered }) => (new Map(answered).get('/api/a') ?? await ask(page, '/api/a'))?.text ?? 'no answer',
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
  '/waits': async ({ page }) => { await ask(page, '/api/waits'); return 'waited'; },
  '/ends-when-told': async ({ page }) => { await ask(page, '/api/ends'); process.exit(3); },
  '/counts': async ({ page }) => {
    most = Math.max(most, (drawing += 1));
    await wait(20);
    drawing -= 1;
    return String(most);
  },
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
  ask: () => Promise.reject(new Error('nobody is there')),
  mayAskAhead: false,
  publicUrl: `https://${HOST}`,
  cookie: 'buurtstem=laura',
  now: 7,
};

const SAID: ApiAnswer = { status: 200, text: '{"a":1}', tag: 'W/"a"', retryAfter: null };

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
    const { publicUrl, cookie, now } = CONTEXT;
    expect(JSON.parse(await draw('/context'))).toEqual({ publicUrl, cookie, now, answered: [] });
    expect(JSON.parse(await draw('/secrets'))).toEqual({});
  });

  it('answers what the page asks, at once or later, or says that nothing answers', async () => {
    start();
    const ask = (address: string): Answering =>
      address === '/api/a' ? SAID : Promise.resolve({ ...SAID, text: 'later' });
    expect(JSON.parse(await draw('/asks', { ask }))).toEqual([SAID, { ...SAID, text: 'later' }]);
    expect(JSON.parse(await draw('/asks'))).toEqual([null, null]);
  });

  describe('asking ahead', () => {
    let asked: string[];
    const ask = (address: string): Promise<ApiAnswer> => {
      asked.push(address);
      return Promise.resolve(SAID);
    };
    const may = { ask, mayAskAhead: true };
    beforeEach(() => {
      asked = [];
      start();
    });

    it('asks for the next pages what the last one of their kind asked, while another is drawn', async () => {
      await draw('/answered', may);
      expect(asked).toEqual([]);
      const [first, ...next] = await Promise.all([
        draw('/slow'),
        draw('/answered', may),
        draw('/answered', may),
      ]);
      expect(first).toBe('slow');
      for (const page of next) expect(JSON.parse(page)).toEqual([['/api/a', SAID]]);
      expect(asked).toEqual(['/api/a', '/api/a']);
    });

    it('asks no more than for two pages, whose turn comes next', async () => {
      await draw('/answered', may);
      const first = draw('/slow');
      const crowd = Array.from({ length: 10 }, () => draw('/answered', may));
      expect(asked).toHaveLength(2);
      await Promise.all([first, ...crowd]);
      expect(asked).toHaveLength(10);
    });

    it('asks once, also where the answer comes after the question', async () => {
      await draw('/takes', may);
      let tell: (said: ApiAnswer) => void = () => undefined;
      const later = (address: string): Promise<ApiAnswer> => {
        asked.push(address);
        return new Promise((told) => (tell = told));
      };
      asked = [];
      const page = draw('/takes', { ...may, ask: later });
      await wait(50);
      tell({ ...SAID, text: 'after a while' });
      expect([await page, asked]).toEqual(['after a while', ['/api/a']]);
    });

    it('hands what one reader was told to no other, however many pages of a kind are asked for', async () => {
      const as = (name: string): Partial<PageContext> => ({
        mayAskAhead: true,
        cookie: `buurtstem=${name}`,
        ask: () => Promise.resolve({ ...SAID, text: name }),
      });
      expect(await draw('/takes', as('laura'))).toBe('laura');
      const names = Array.from({ length: 12 }, (_, n) => `reader ${n}`);
      const [, ...pages] = await Promise.all([
        draw('/slow'),
        ...names.map((name) => draw('/takes', as(name))),
      ]);
      expect(pages).toEqual(names);
    });

    it('asks again for what failed', async () => {
      await draw('/takes', may);
      const once = (address: string): Promise<ApiAnswer> => {
        asked.push(address);
        return asked.length > 1 ? Promise.resolve(SAID) : Promise.reject(new Error('not yet'));
      };
      asked = [];
      const [, page] = await Promise.all([draw('/slow'), draw('/takes', { ...may, ask: once })]);
      expect([page, asked]).toEqual([SAID.text, ['/api/a', '/api/a']]);
    });

    it('remembers nothing of pages of which not all may know what they ask', async () => {
      await draw('/answered', may);
      const own = Array.from({ length: 200 }, (_, n) => draw(`/west?of=p${n}`, { mayAskAhead: false }));
      await Promise.all(own);
      await Promise.all([draw('/slow'), draw('/answered', may)]);
      expect(asked).toEqual(['/api/a']);
    });

    it('asks nothing for a page of which not all may know what it asks, nor for a visitor what residents are told', async () => {
      await draw('/answered', may);
      await Promise.all([draw('/slow'), draw('/answered', { ...may, mayAskAhead: false })]);
      await Promise.all([draw('/slow'), draw('/answered', { ...may, cookie: undefined })]);
      expect(asked).toEqual([]);
    });
  });

  it('draws one page at a time, and another while it waits for an answer', async () => {
    start();
    const all = await Promise.all(Array.from({ length: 5 }, () => draw('/counts')));
    expect(all).toEqual(['1', '1', '1', '1', '1']);
    let tell: (said: ApiAnswer) => void = () => undefined;
    const ask = (): Promise<ApiAnswer> => new Promise((told) => (tell = told));
    const waiting = draw('/waits', { ask });
    expect(await draw('/west')).toBe('page');
    tell(SAID);
    expect(await waiting).toBe('waited');
  });

  it('has no more than three pages under way, however long they wait', async () => {
    start();
    const told: ((said: ApiAnswer) => void)[] = [];
    const ask = (): Promise<ApiAnswer> => new Promise((tell) => told.push(tell));
    const all = Array.from({ length: 5 }, () => draw('/waits', { ask }));
    while (told.length < 3) await wait(5);
    await wait(50);
    expect(told).toHaveLength(3);
    told[0]?.(SAID);
    while (told.length < 4) await wait(5);
    told[1]?.(SAID);
    while (told.length < 5) await wait(5);
    for (const tell of told) tell(SAID);
    expect(await Promise.all(all)).toEqual(['waited', 'waited', 'waited', 'waited', 'waited']);
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
    let questions = 0;
    // The first time no answer comes: the thread ends meanwhile.
    const ask = (): Promise<ApiAnswer> =>
      (questions += 1) > 1 ? Promise.resolve(SAID) : new Promise(() => undefined);
    const [beside, again] = await Promise.all([draw('/waits', { ask }), draw('/ends-first')]);
    expect([again, beside]).toEqual(['drawn after all', 'waited']);
    expect(Number(await draw('/thread'))).not.toBe(first);
    expect(failures).toEqual([expect.stringContaining('The thread that draws pages ended')]);
  });

  it('gives a page up that ends the thread twice, and draws others', async () => {
    start();
    await expect(draw('/ends-all')).rejects.toThrow('The thread that draws pages ended');
    expect(await draw('/west')).toBe('page');
    expect(failures).toHaveLength(2);
  });

  it('draws no other page beside one that was there when a thread ended', async () => {
    start();
    let tell: (said: ApiAnswer) => void = () => undefined;
    let questions = 0;
    const ask = (): Promise<ApiAnswer> =>
      (questions += 1) === 1 ? Promise.resolve(SAID) : new Promise((told) => (tell = told));
    const ending = draw('/ends-when-told', { ask }).catch((error: unknown) => error);
    while (questions < 2) await wait(5);
    let others = 0;
    const afterIt = (): Promise<ApiAnswer> => {
      others += 1;
      return ending.then(() => SAID);
    };
    const other = draw('/waits', { ask: afterIt });
    await wait(50);
    tell(SAID);
    expect(await ending).toMatchObject({
      message: expect.stringContaining('The thread that draws pages ended'),
    });
    expect([await other, others]).toEqual(['waited', 1]);
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
