import { type FetchBackend, HttpHeaders, HttpRequest, HttpResponse } from '@angular/common/http';
import { firstValueFrom, of, throwError } from 'rxjs';
import { loopBack } from './loop-back';
import type { KnownAnswer, RequestContext } from './request-context';

const CONTEXT: RequestContext = {
  apiOrigin: 'http://127.0.0.1:3000',
  publicUrl: 'https://buurtstem.example',
  cookie: 'sid=1',
  now: 0,
};

/** Sends one request through the loop-back and tells what went over the wire and what came back. */
async function sent(
  request: HttpRequest<unknown>,
  context = CONTEXT,
  answer: Record<string, string> | Error = {},
) {
  const wire: HttpRequest<unknown>[] = [];
  const net = {
    handle: (over: HttpRequest<unknown>) => {
      wire.push(over);
      if (answer instanceof Error) return throwError(() => answer);
      return of(new HttpResponse({ body: 'ok', headers: new HttpHeaders(answer) }));
    },
  } as unknown as FetchBackend;
  const event = await firstValueFrom(loopBack(net, context).handle(request));
  return { over: wire[0]!, back: event as HttpResponse<unknown> };
}

describe('the loop-back of a rendered page', () => {
  it('asks the API on its own origin, with path, filters and cookie', async () => {
    const { over } = await sent(new HttpRequest('GET', '/api/v1/districts/west/proposals?sort=votes'));
    expect(over.urlWithParams).toBe('http://127.0.0.1:3000/api/v1/districts/west/proposals?sort=votes');
    expect(over.headers.get('Cookie')).toBe('sid=1');
  });

  it("never follows the request's own host", async () => {
    const { over } = await sent(new HttpRequest('GET', 'http://evil.example/api/v1/session'));
    expect(over.url).toBe('http://127.0.0.1:3000/api/v1/session');
  });

  it('sends no cookie for a visitor without one', async () => {
    const { over } = await sent(new HttpRequest('GET', '/api/v1/districts'), {
      ...CONTEXT,
      cookie: undefined,
    });
    expect(over.headers.has('Cookie')).toBe(false);
  });

  it('lets a personal answer travel in the page, without its cookies', async () => {
    const { back } = await sent(new HttpRequest('GET', '/api/v1/session'), CONTEXT, {
      'Cache-Control': 'private, no-store',
      'Set-Cookie': 'sid=2',
    });
    expect(back.headers.keys()).toEqual([]);
    expect(back.body).toBe('ok');
  });

  describe('for a visitor', () => {
    const visitor = {
      ...CONTEXT,
      cookie: undefined,
      kept: (address: string) => Promise.resolve(KEPT[address] ?? null),
    };
    const KEPT: Record<string, KnownAnswer> = {
      '/api/v1/districts/west/proposals?sort=votes': { text: '{"items":[]}', tag: 'W/"kept"' },
    };

    it('takes what the API answered a moment ago, by the whole address', async () => {
      const asked = await sent(
        new HttpRequest('GET', '/api/v1/districts/west/proposals?sort=votes'),
        visitor,
      );
      expect([asked.over, asked.back.body]).toEqual([undefined, { items: [] }]);
      const other = await sent(new HttpRequest('GET', '/api/v1/districts/west/proposals'), visitor);
      expect(other.back.body).toBe('ok');
    });

    it('notes what the page asked and how each answer is marked, or that it was not', async () => {
      const noting = { ...visitor, asked: new Map<string, string | null>() };
      const ask = (path: string, answer: Record<string, string> | Error = {}) =>
        sent(new HttpRequest('GET', path), noting, answer).catch(() => undefined);
      await ask('/api/v1/districts/west/proposals?sort=votes');
      await ask('/api/v1/districts/west', { ETag: 'W/"asked"' });
      await ask('/api/v1/districts', {});
      await ask('/api/v1/districts/east', new Error('not found'));
      await ask('/api/v1/session');
      expect([...noting.asked]).toEqual([
        ['/api/v1/districts/west/proposals?sort=votes', 'W/"kept"'],
        ['/api/v1/districts/west', 'W/"asked"'],
        ['/api/v1/districts', null],
        ['/api/v1/districts/east', null],
      ]);
    });

    it('knows without asking that nobody is signed in', async () => {
      const { over, back } = await sent(new HttpRequest('GET', '/api/v1/session'), visitor);
      expect([over, back.body]).toEqual([undefined, { account: null }]);
    });

    it('asks for all that changes something, and for what is no JSON', async () => {
      const { over } = await sent(new HttpRequest('DELETE', '/api/v1/session'), visitor);
      expect(over.method).toBe('DELETE');
      const text = await sent(new HttpRequest('GET', '/api/v1/session', { responseType: 'text' }), visitor);
      expect(text.over.responseType).toBe('text');
    });
  });

  describe('for who shows a cookie', () => {
    const resident = (answer: KnownAnswer | null) => ({ ...CONTEXT, kept: () => Promise.resolve(answer) });

    it('takes what is kept for everybody', async () => {
      const rules = new HttpRequest('GET', '/api/v1/districts/west/rulebook');
      const { over, back } = await sent(rules, resident({ text: '{"threshold":50}', tag: 'W/"1"' }));
      expect([over, back.body]).toEqual([undefined, { threshold: 50 }]);
    });

    it('asks for all else with it, who is signed in as well', async () => {
      const { over } = await sent(new HttpRequest('GET', '/api/v1/session'), resident(null));
      expect(over.headers.get('Cookie')).toBe('sid=1');
    });
  });
});
