import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Permission } from '@buurtstem/shared-domain';

export const ACCESS = 'buurtstem:access';
export type Access =
  { readonly kind: 'public' } | { readonly kind: 'requires'; readonly permission: Permission };

/** Anybody may use this route, signed in or not. */
export const Public = (): CustomDecorator => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);

/** Only who has the permission, in the district of the route, may use it. */
export const Requires = (permission: Permission): CustomDecorator =>
  SetMetadata(ACCESS, { kind: 'requires', permission } satisfies Access);
