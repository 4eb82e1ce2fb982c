import {
  FetchBackend,
  type HttpBackend,
  HttpParams,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import type { Session } from '@buurtstem/contract';
import { map, of } from 'rxjs';
import type { RequestContext } from './request-context';

const RENDERED_PAGE = 'http://page';
const SESSION = '/api/v1/session';
/** What the API says to whoever shows no cookie. */
const NOBODY: Session = { account: null };

/**
 * Sends the rendered page's requests to the API on the loop-back, as the visitor. It is a backend and not an interceptor:
 * above it the address stays the one that the browser uses, so the browser finds the answers in the page again.
 */
export function loopBack(net: FetchBackend, context: RequestContext): HttpBackend {
  return {
    handle: (request: HttpRequest<unknown>) => {
      const { pathname, search } = new URL(request.urlWithParams, RENDERED_PAGE);
      const address = pathname + search;
      const known = knownToVisitors(request, address, context);
      if (known !== null) return of(new HttpResponse({ body: known, status: 200, url: address }));
      const asVisitor = request.clone({
        url: context.apiOrigin + address,
        params: new HttpParams(),
        setHeaders: {
          ...(context.cookie ? { Cookie: context.cookie } : {}),
          ...(context.ownPage ? { 'X-Own-Page': context.ownPage } : {}),
        },
      });
      return net
        .handle(asVisitor)
        .pipe(map((event) => (event instanceof HttpResponse ? forThisPage(event) : event)));
    },
  };
}

/** What a page for a visitor need not ask for: the home page asks for six things, and HTTP costs something for each. */
function knownToVisitors(
  { method, responseType }: HttpRequest<unknown>,
  address: string,
  { cookie, kept }: RequestContext,
): unknown {
  if (cookie || method !== 'GET' || responseType !== 'json') return null;
  if (address === SESSION) return NOBODY;
  const text = kept?.(address) ?? null;
  return text === null ? null : (JSON.parse(text) as unknown);
}

/** The page itself is private and never cached, so personal answers may travel in it. */
function forThisPage(response: HttpResponse<unknown>): HttpResponse<unknown> {
  return response.clone({ headers: response.headers.delete('Cache-Control').delete('Set-Cookie') });
}
