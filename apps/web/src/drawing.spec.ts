import { drawPages, type Said } from './drawing';
import type { ApiAnswer, RequestContext } from './request-context';

const CONTEXT = {
  publicUrl: 'https://buurtstem.example',
  cookie: 'sid=1',
  now: 0,
};
const PAGE: Said = {
  is: 'page',
  page: 7,
  url: 'http://buurtstem.example/west?sort=votes',
  host: 'buurtstem.example',
  context: CONTEXT,
  answered: [],
};

/** The other end of the line, as the API's thread holds it. */
class Line {
  readonly told: Record<string, unknown>[] = [];
  private hear: (said: Said) => void = () => undefined;
  on(_event: 'message', listener: (said: Said) => void): void {
    this.hear = listener;
  }
  postMessage(message: Record<string, unknown>): void {
    this.told.push(message);
  }
  async say(said: Said): Promise<void> {
    this.hear(said);
    for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
  }
}

function answering(engine: (url: string, context: RequestContext, host: string) => Promise<unknown>): Line {
  const line = new Line();
  drawPages(line, ({ url, host }, context) => engine(url, context, host) as Promise<Response | null>);
  return line;
}
const response = (text: string, status = 200): unknown => ({
  status,
  headers: new Map([['location', '/elders']]),
  text: () => Promise.resolve(text),
});

const answer = (text: string, tag: string): ApiAnswer => ({ status: 200, text, tag, retryAfter: null });

describe('the thread that draws pages', () => {
  it('says that it is there, and again when it is called', async () => {
    const line = answering(() => Promise.resolve(null));
    await line.say({ is: 'call' });
    expect(line.told).toEqual([{ is: 'here' }, { is: 'here' }]);
  });

  it('draws the page at the address, for the host that was asked, and tells it what it is told', async () => {
    const line = answering((url, context, host) =>
      Promise.resolve(response(`${url} ${host} ${context.cookie}`, 302)),
    );
    await line.say(PAGE);
    expect(line.told[1]).toEqual({
      is: 'page',
      page: 7,
      drawn: {
        status: 302,
        headers: [['location', '/elders']],
        text: 'http://buurtstem.example/west?sort=votes buurtstem.example sid=1',
        asked: [],
      },
    });
  });

  it('says so where there is no page', async () => {
    const line = answering(() => Promise.resolve(null));
    await line.say(PAGE);
    expect(line.told[1]).toEqual({ is: 'page', page: 7, drawn: null });
  });

  it('asks, each question with its own answer, or none', async () => {
    const line = answering(async (_url, { ask }) => {
      const [a, b] = await Promise.all([ask('/a'), ask('/b')]);
      return response(`${a?.text} ${b?.text}`);
    });
    await line.say(PAGE);
    expect(line.told.slice(1)).toEqual([
      { is: 'question', page: 7, question: 1, address: '/a' },
      { is: 'question', page: 7, question: 2, address: '/b' },
    ]);
    await line.say({ is: 'answer', question: 2, answer: null });
    await line.say({ is: 'answer', question: 1, answer: answer('said', 'W/"1"') });
    expect(line.told[3]).toMatchObject({
      drawn: {
        text: 'said undefined',
        asked: [
          ['/b', null],
          ['/a', 'W/"1"'],
        ],
      },
    });
  });

  it('takes what the API answered already, and tells which of it the page asked', async () => {
    const line = answering(async (_url, { ask }) => response(`${(await ask('/a'))?.text}`));
    const answered = [
      ['/a', answer('before', 'W/"1"')],
      ['/b', answer('for nothing', 'W/"2"')],
    ] as const;
    await line.say({ ...PAGE, answered });
    expect(line.told.slice(1)).toEqual([
      { is: 'page', page: 7, drawn: expect.objectContaining({ text: 'before', asked: [['/a', 'W/"1"']] }) },
    ]);
  });

  it('tells of a page that failed by name and place, whatever was thrown', async () => {
    const line = answering((url) =>
      Promise.reject(url.endsWith('text') ? 'a text' : new TypeError('no such thing')),
    );
    await line.say(PAGE);
    await line.say({ ...PAGE, url: 'http://buurtstem.example/text' });
    expect(line.told.slice(1)).toEqual([
      { is: 'failure', page: 7, name: 'TypeError', stack: expect.stringContaining('no such thing') },
      { is: 'failure', page: 7, name: 'Error', stack: expect.stringContaining('a text') },
    ]);
  });
});
