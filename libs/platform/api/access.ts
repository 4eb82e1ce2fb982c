import {
  createParamDecorator,
  Injectable,
  SetMetadata,
  type CanActivate,
  type CustomDecorator,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  isPermitted,
  Refusal,
  type Permission,
  type ResidentId,
  type RoleInDistrict,
} from '@buurtstem/shared-domain';
import type { Request } from 'express';

/** The person behind a request, as the session knows them. */
export interface CurrentAccount {
  readonly id: ResidentId;
  readonly email: string;
  readonly displayName: string | null;
  readonly identityLevel: 0 | 1 | 2;
  readonly identityLevelSince: Date;
  readonly roles: readonly RoleInDistrict[];
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- passport types its user through this namespace
  namespace Express {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- only a declared interface can widen passport's
    interface User extends CurrentAccount {}
  }
}

export const ACCESS = 'buurtstem:access';
export type Access =
  { readonly kind: 'public' } | { readonly kind: 'requires'; readonly permission: Permission };

/** Anybody may use this route, signed in or not. */
export const Public = (): CustomDecorator => SetMetadata(ACCESS, { kind: 'public' } satisfies Access);

/** Only who has the permission, in the district of the route, may use it. */
export const Requires = (permission: Permission): CustomDecorator =>
  SetMetadata(ACCESS, { kind: 'requires', permission } satisfies Access);

/** Denies by default: a route that states neither `@Public()` nor `@Requires(…)` answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access?.kind === 'public') return true;
    if (!access) throw new Refusal('not-allowed');
    const request = context.switchToHttp().getRequest<Request>();
    if (!request.user) throw new Refusal('sign-in-first');
    const district = request.params['district'];
    const isAllowed = isPermitted(
      access.permission,
      request.user.roles,
      typeof district === 'string' ? district : null,
    );
    if (!isAllowed) throw new Refusal('not-allowed');
    return true;
  }
}

/** The signed-in resident; on a public route it may be null, so a handler there takes {@link OptionalResident}. */
export const CurrentResident = createParamDecorator(
  (_: unknown, context: ExecutionContext): CurrentAccount => {
    const user = context.switchToHttp().getRequest<Request>().user;
    if (!user) throw new Refusal('sign-in-first');
    return user;
  },
);

/** The signed-in resident, or null. */
export const OptionalResident = createParamDecorator(
  (_: unknown, context: ExecutionContext): CurrentAccount | null =>
    context.switchToHttp().getRequest<Request>().user ?? null,
);
