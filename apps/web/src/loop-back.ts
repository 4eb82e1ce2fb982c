import {
  FetchBackend,
  type HttpBackend,
  HttpParams,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { map } from 'rxjs';
import type { RequestContext } from './request-context';

const RENDERED_PAGE = 'http://page';

/**
 * Sends the rendered page's requests to the API on the loop-back, as the visitor. It is a backend and not an interceptor:
 * above it the address stays the one that the browser uses, so the browser finds the answers in the page again.
 */
export function loopBack(net: FetchBackend, context: RequestContext): HttpBackend {
  return {
    handle: (request: HttpRequest<unknown>) => {
      const { pathname, search } = new URL(request.urlWithParams, RENDERED_PAGE);
      const asVisitor = request.clone({
        url: context.apiOrigin + pathname + search,
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

/** The page itself is private and never cached, so personal answers may travel in it. */
function forThisPage(response: HttpResponse<unknown>): HttpResponse<unknown> {
  return response.clone({ headers: response.headers.delete('Cache-Control').delete('Set-Cookie') });
}
