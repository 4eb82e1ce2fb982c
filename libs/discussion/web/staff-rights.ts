import { computed, inject, type Signal } from '@angular/core';
import { Visitor } from '@buurtstem/accounts-web';
import { CurrentDistrict } from '@buurtstem/districts-web';
import { isPermitted, type Permission } from '@buurtstem/shared-domain';

/**
 * Whether the visitor may do this as staff, here and now: rights of staff count in their own district, and only after the
 * second factor. The API decides in the end; this only spares people buttons that refuse.
 */
export function visitorMay(permission: Permission): Signal<boolean> {
  const visitor = inject(Visitor);
  const district = inject(CurrentDistrict);
  return computed(() => {
    const account = visitor.account();
    return account?.staffAccess === 'open' && isPermitted(permission, account.roles, district.slug());
  });
}
