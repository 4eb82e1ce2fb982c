import { HttpErrorResponse, HttpRequest, type HttpResponse } from '@angular/common/http';
import { firstValueFrom } from 'rxjs';
import { loopBack } from './loop-back';
import type { ApiAnswer } from './request-context';

const ANSWER: ApiAnswer = { status: 200, text: '{"items":[]}', tag: 'W/"1"', retryAfter: null };

/** Sends one request through the loop-back; tells what was asked and what came back. */
async function sent(
  request: HttpRequest<unknown>,
  answer: Partial<ApiAnswer> | null = {},
  cookie: string | undefined = 'sid=1',
) {
  const asked: string[] = [];
  const ask = (address: string): Promise<ApiAnswer | null> => {
    asked.push(address);
    return Promise.resolve(answer && { ...ANSWER, ...answer });
  };
  const back = firstValueFrom(loopBack({ ask, cookie }).handle(request));
  const failure = await back.then(
    () => null,
    (error: unknown) => error,
  );
  return { asked, failure, back: failure ? null : ((await back) as HttpResponse<unknown>) };
}
const get = (url: string): HttpRequest<unknown> => new HttpRequest('GET', url);

describe('the loop-back of a rendered page', () => {
  it('asks by path and filters, and takes the answer as the browser would', async () => {
    const { asked, back } = await sent(get('/api/v1/districts/west/proposals?sort=votes'));
    expect(asked).toEqual(['/api/v1/districts/west/proposals?sort=votes']);
    expect(back).toMatchObject({ status: 200, body: { items: [] }, url: asked[0] });
    expect(back?.headers.keys()).toEqual([]);
  });

  it("never follows the request's own host", async () => {
    expect((await sent(get('http://evil.example/api/v1/districts'))).asked).toEqual(['/api/v1/districts']);
  });

  it('knows without asking that nobody is signed in who shows no cookie', async () => {
    const visitor = await sent(get('/api/v1/session'), {}, '');
    expect([visitor.asked, visitor.back?.body]).toEqual([[], { account: null }]);
    const resident = await sent(get('/api/v1/session'), { text: '{"account":{}}' });
    expect([resident.asked, resident.back?.body]).toEqual([['/api/v1/session'], { account: {} }]);
  });

  it('tells of a refusal by its status, its problem, and when to come back', async () => {
    const refusal = { status: 429, text: '{"code":"too-many-requests"}', retryAfter: '60' };
    const { failure } = await sent(get('/api/v1/districts'), refusal);
    expect(failure).toBeInstanceOf(HttpErrorResponse);
    expect(failure).toMatchObject({ status: 429, error: { code: 'too-many-requests' } });
    expect((failure as HttpErrorResponse).headers.get('Retry-After')).toBe('60');
  });

  it('tells that nothing answered, as where there is no connection', async () => {
    expect((await sent(get('/api/v1/districts'), null)).failure).toMatchObject({ status: 0 });
  });

  it('takes no answer that is no JSON, and an empty one for nothing', async () => {
    expect((await sent(get('/api/v1/districts'), { text: '<h1>' })).failure).toMatchObject({ error: '<h1>' });
    expect((await sent(get('/api/v1/districts'), { text: '' })).back?.body).toBeNull();
  });

  it('changes nothing and reads nothing but JSON while a page is drawn', async () => {
    const other = [
      new HttpRequest('DELETE', '/api/v1/session'),
      new HttpRequest('GET', '/api/v1/session', { responseType: 'text' }),
    ];
    for (const request of other) {
      const { asked, failure } = await sent(request);
      expect([asked, String(failure)]).toEqual([[], expect.stringContaining('reads JSON and nothing else')]);
    }
  });
});
