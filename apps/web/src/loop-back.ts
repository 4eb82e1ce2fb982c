import {
  type HttpBackend,
  HttpErrorResponse,
  type HttpEvent,
  HttpHeaders,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import type { Session } from '@buurtstem/contract';
import { from, map, type Observable, of, throwError } from 'rxjs';
import type { ApiAnswer, RequestContext } from './request-context';

const RENDERED_PAGE = 'http://page';
const SESSION = '/api/v1/session';
/** What the API says to whoever shows no cookie. */
const NOBODY: Session = { account: null };

/**
 * Has the thread of the API ask what the rendered page asks, as the visitor. It is a backend and not an interceptor: above
 * it the address stays the one that the browser uses, so the browser finds the answers in the page again. Of the headers of an
 * answer the page gets no more than it needs: it is private and never cached, so personal answers may travel in it.
 */
export function loopBack({ ask, cookie }: Pick<RequestContext, 'ask' | 'cookie'>): HttpBackend {
  return {
    handle: (request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> => {
      const { pathname, search } = new URL(request.urlWithParams, RENDERED_PAGE);
      const url = pathname + search;
      if (request.method !== 'GET' || request.responseType !== 'json')
        return throwError(() => new Error(`A page that is being drawn reads JSON and nothing else: ${url}`));
      if (!cookie && url === SESSION) return of(new HttpResponse({ body: NOBODY, status: 200, url }));
      return from(ask(url)).pipe(map((answer) => responseOf(url, answer)));
    },
  };
}

/** Throws what `HttpClient` tells of an answer that refuses, and of none. */
function responseOf(url: string, answer: ApiAnswer | null): HttpResponse<unknown> {
  if (!answer) throw new HttpErrorResponse({ url, status: 0 });
  const { status, text, retryAfter } = answer;
  const body = jsonOf(text);
  const headers = new HttpHeaders(retryAfter === null ? {} : { 'Retry-After': retryAfter });
  if (status >= 200 && status < 300 && body !== undefined)
    return new HttpResponse({ url, status, headers, body });
  throw new HttpErrorResponse({ url, status, headers, error: body ?? text });
}

/** Null for an empty text, undefined for what is no JSON. */
function jsonOf(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
