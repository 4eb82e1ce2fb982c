import { inject, PLATFORM_ID } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import { type NavigationError, RedirectCommand, Router, type Routes } from '@angular/router';
import { NoConnection } from '@buurtstem/ui';

const PATH = 'geen-verbinding';

/** Part of the first program, since nothing more can be fetched when it is needed. */
export const lostPageRoutes: Routes = [
  { path: PATH, title: $localize`Geen verbinding`, component: NoConnection },
];

/** Whether the router is at a page that did not come; the address is that of the page that was asked for. */
export function isLost(url: string): boolean {
  return url === `/${PATH}`;
}

/**
 * Where a page leads whose program did not come: the address bar keeps the address that was asked for, and the page
 * before stays one step back. On the server a page that cannot be made is a failure.
 */
export function pageDidNotCome(error: NavigationError): RedirectCommand | undefined {
  if (!isPlatformBrowser(inject(PLATFORM_ID))) return undefined;
  const router = inject(Router);
  return new RedirectCommand(router.parseUrl(`/${PATH}`), { browserUrl: router.parseUrl(error.url) });
}
