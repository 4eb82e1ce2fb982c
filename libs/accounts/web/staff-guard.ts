import { inject } from '@angular/core';
import { type CanMatchFn, Router, type UrlTree } from '@angular/router';
import type { Account } from '@buurtstem/contract';
import { isPermitted, type Permission } from '@buurtstem/shared-domain';
import { map } from 'rxjs';
import { Visitor } from './visitor';

/**
 * Lets a desk's page match only for staff who may do one of these in the district of the address (`canMatch`). Who is not signed in
 * is led to sign in, staff without the second factor to that page, both with the way back. For everybody else the page
 * does not match, so they read that it does not exist. The API decides in the end: this only spares people dead ends.
 */
export function staffGuard(...anyOf: readonly Permission[]): CanMatchFn {
  return () => {
    const router = inject(Router);
    const asked = router.currentNavigation()?.extractedUrl ?? router.parseUrl(router.url);
    return inject(Visitor)
      .whenKnown()
      .pipe(map((account) => verdict(account, anyOf, asked, router)));
  };
}

function verdict(
  account: Account | null | 'unknown',
  anyOf: readonly Permission[],
  asked: UrlTree,
  router: Router,
): boolean | UrlTree {
  // The page's own requests fail too then, and its words for that are better than "does not exist".
  if (account === 'unknown') return true;
  const queryParams = { terug: asked.toString() };
  if (account === null) return router.createUrlTree(['/inloggen'], { queryParams });
  const district = asked.root.children['primary']?.segments[0]?.path ?? null;
  if (!anyOf.some((permission) => isPermitted(permission, account.roles, district))) return false;
  return account.staffAccess === 'open' ? true : router.createUrlTree(['/tweede-stap'], { queryParams });
}
