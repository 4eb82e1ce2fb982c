import {
  FetchBackend,
  type HttpBackend,
  type HttpEvent,
  HttpParams,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import type { Session } from '@buurtstem/contract';
import { catchError, from, map, type Observable, of, switchMap, throwError } from 'rxjs';
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
      const asVisitor = request.clone({
        url: context.apiOrigin + address,
        params: new HttpParams(),
        setHeaders: {
          ...(context.cookie ? { Cookie: context.cookie } : {}),
          ...(context.ownPage ? { 'X-Own-Page': context.ownPage } : {}),
        },
      });
      const note = (tag: string | null): unknown => context.asked?.set(address, tag);
      const overNet = (): Observable<HttpEvent<unknown>> =>
        net.handle(asVisitor).pipe(
          map((event) => {
            if (!(event instanceof HttpResponse)) return event;
            note(event.headers.get('ETag'));
            return forThisPage(event);
          }),
          catchError((error: unknown) => {
            note(null);
            return throwError(() => error);
          }),
        );
      if (request.method !== 'GET' || request.responseType !== 'json') return overNet();
      if (!context.cookie && address === SESSION)
        return of(new HttpResponse({ body: NOBODY, status: 200, url: address }));
      // The home page asks for six things, and HTTP costs something for each.
      if (!context.kept) return overNet();
      return from(context.kept(address)).pipe(
        switchMap((known) => {
          if (!known) return overNet();
          note(known.tag);
          return of(new HttpResponse({ body: JSON.parse(known.text) as unknown, status: 200, url: address }));
        }),
      );
    },
  };
}

/** The page itself is private and never cached, so personal answers may travel in it. */
function forThisPage(response: HttpResponse<unknown>): HttpResponse<unknown> {
  return response.clone({ headers: response.headers.delete('Cache-Control').delete('Set-Cookie') });
}
