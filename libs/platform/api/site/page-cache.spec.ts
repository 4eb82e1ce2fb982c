import { PageCache, type RenderedPage } from './page-cache';
import { FRESH_MS, KEPT_MS } from './short-memory';

const pageOf = (text: string, status = 200): RenderedPage => ({
  status,
  headers: [],
  body: Buffer.from(text),
  policy: '',
  tag: '',
  time: 0,
  answers: null,
});

/** A page that is made as soon as the spec says so. */
function later(): { promise: Promise<RenderedPage>; comes: (page: RenderedPage) => void } {
  let comes: (page: RenderedPage) => void = () => undefined;
  const promise = new Promise<RenderedPage>((resolve) => (comes = resolve));
  return { promise, comes };
}

describe('the pages that are kept for a moment', () => {
  let cache: PageCache;
  let time: number;
  let renders: string[];
  beforeEach(() => {
    [cache, time, renders] = [new PageCache(), 0, []];
  });

  const ask = async (key: string, page: Promise<RenderedPage> | RenderedPage = pageOf(`${key} at ${time}`)) =>
    (
      await cache.of(
        key,
        () => {
          renders.push(key);
          return Promise.resolve(page);
        },
        () => time,
      )
    ).body.toString();

  it('are sent as they are while they are fresh', async () => {
    await ask('/west');
    time = FRESH_MS;
    expect(await ask('/west')).toBe('/west at 0');
    expect(renders).toHaveLength(1);
  });

  it('are sent once more while the next one is made', async () => {
    await ask('/west');
    time = KEPT_MS;
    expect(await ask('/west')).toBe('/west at 0');
    expect(await ask('/west')).toBe(`/west at ${KEPT_MS}`);
    expect(renders).toHaveLength(2);
  });

  it('are never older than a second', async () => {
    await ask('/west');
    time = KEPT_MS + 1;
    expect(await ask('/west')).toBe(`/west at ${KEPT_MS + 1}`);
  });

  it('are recalled without asking while they are fresh, or while the next one is made', async () => {
    const recalled = () => cache.recall('/west', () => time)?.body.toString() ?? null;
    expect(recalled()).toBeNull();
    await ask('/west');
    time = FRESH_MS;
    expect(recalled()).toBe('/west at 0');
    time = KEPT_MS;
    expect(recalled()).toBeNull();
    const next = later();
    await ask('/west', next.promise);
    expect(recalled()).toBe('/west at 0');
    time = KEPT_MS + 1;
    expect(recalled()).toBeNull();
    next.comes(pageOf('the next'));
    time = 0;
    cache.forget();
    expect(recalled()).toBeNull();
  });

  it('are made by one for all who wait', async () => {
    const slow = later();
    const both = Promise.all([ask('/west', slow.promise), ask('/west')]);
    slow.comes(pageOf('one for both'));
    expect(await both).toEqual(['one for both', 'one for both']);
  });

  it('are forgotten after a write, also those that were begun before it', async () => {
    const begun = later();
    const before = ask('/west', begun.promise);
    cache.forget();
    expect(await ask('/west', pageOf('without the plan'))).toBe('without the plan');
    begun.comes(pageOf('with the plan'));
    await before;
    expect(await ask('/west')).toBe('without the plan');
  });

  it('are not kept when they say that something is not there', async () => {
    await ask('/west/plannen/3', pageOf('gone', 404));
    expect(await ask('/west/plannen/3')).not.toBe('gone');
  });

  it('do not keep a failure, and do not fail who gets the page of before', async () => {
    await expect(ask('/west', Promise.reject(new Error('no database')))).rejects.toThrow('no database');
    await ask('/west');
    time = KEPT_MS;
    expect(await ask('/west', Promise.reject(new Error('no database')))).toBe('/west at 0');
  });

  it('are at most two hundred: the one that was made longest ago goes first', async () => {
    for (let number = 0; number <= 200; number += 1) await ask(`/west/plannen/${number}`);
    renders = [];
    await ask('/west/plannen/1');
    await ask('/west/plannen/200');
    expect(renders).toEqual([]);
    await ask('/west/plannen/0');
    expect(renders).toEqual(['/west/plannen/0']);
  });

  it('are at most eight million characters together', async () => {
    for (const key of ['a', 'b', 'c']) await ask(key, pageOf(key.repeat(3_000_000)));
    renders = [];
    await ask('b');
    await ask('c');
    expect(renders).toEqual([]);
    await ask('a');
    expect(renders).toEqual(['a']);
  });
});
