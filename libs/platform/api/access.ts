import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isPermitted, Refusal, type ResidentId, type RoleInDistrict } from '@buurtstem/shared-domain';
import type { Request } from 'express';
import { ACCESS, type Access } from './access-rule';
import { actOf, AuditLog } from './audit';

/** The person behind a request, as the session knows them. */
export interface CurrentAccount {
  readonly id: ResidentId;
  readonly email: string;
  readonly displayName: string | null;
  /** Which of the people who share the e-mail address; 1 is the first. */
  readonly householdPosition: number;
  /** The roles that count now: none until the second factor is confirmed in this session. */
  readonly roles: readonly RoleInDistrict[];
  /** The roles that were given, whether they count now or not. */
  readonly heldRoles: readonly RoleInDistrict[];
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- passport types its user through this namespace
  namespace Express {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- only a declared interface can widen passport's
    interface User extends CurrentAccount {}
  }
}

/** Denies by default: a route that states neither `@Public()` nor `@Requires(…)` answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly log: AuditLog,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access?.kind === 'public') return true;
    if (!access) throw new Refusal('not-allowed');
    const request = context.switchToHttp().getRequest<Request>();
    if (!request.user) throw new Refusal('sign-in-first');
    const given = request.params['district'];
    const district = typeof given === 'string' ? given : null;
    if (isPermitted(access.permission, request.user.roles, district)) return true;
    const isHeld = isPermitted(access.permission, request.user.heldRoles, district);
    const refusal = new Refusal(isHeld ? 'second-factor-needed' : 'not-allowed');
    // Staff at a door that is not theirs leave a trace too; anybody else could fill the log with it.
    if (request.user.heldRoles.length === 0) throw refusal;
    return this.log.record(actOf(request, context.getHandler().name), () => Promise.reject(refusal));
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

export function residentOf(_: unknown, context: ExecutionContext): CurrentAccount | null {
  return context.switchToHttp().getRequest<Request>().user ?? null;
}

/** The signed-in resident, or null. */
export const OptionalResident = createParamDecorator(residentOf);
