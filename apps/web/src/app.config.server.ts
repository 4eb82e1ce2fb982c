import { FetchBackend, HttpBackend } from '@angular/common/http';
import { type ApplicationConfig, inject, REQUEST_CONTEXT, TransferState } from '@angular/core';
import { provideServerRendering, RenderMode, withRoutes } from '@angular/ssr';
import { PUBLIC_URL, REQUEST_COOKIE, SERVER_TIME } from '@buurtstem/ui';
import { loopBack } from './loop-back';
import type { RequestContext } from './request-context';
import { SteadyState } from './steady-state';

function requestContext(): RequestContext | null {
  return inject(REQUEST_CONTEXT) as RequestContext | null;
}

export const serverConfig: ApplicationConfig = {
  providers: [
    provideServerRendering(withRoutes([{ path: '**', renderMode: RenderMode.Server }])),
    { provide: TransferState, useFactory: () => new SteadyState() },
    { provide: REQUEST_COOKIE, useFactory: () => requestContext()?.cookie ?? '' },
    { provide: SERVER_TIME, useFactory: () => requestContext()?.now ?? null },
    { provide: PUBLIC_URL, useFactory: () => requestContext()?.publicUrl ?? null },
    {
      provide: HttpBackend,
      useFactory: () => {
        const net = inject(FetchBackend);
        const context = requestContext();
        // Without a request there is nobody to ask for: the build reads the routes this way.
        return context ? loopBack(context) : net;
      },
    },
  ],
};
