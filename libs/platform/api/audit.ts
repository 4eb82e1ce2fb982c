import { randomUUID } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isForStaff } from '@buurtstem/shared-domain';
import type { Request } from 'express';
import { defer, lastValueFrom, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { ACCESS, type Access } from './access-rule';
import { toRefusal } from './problem';
import { networkOf, Pseudonyms } from './pseudonyms';

export interface Act {
  /** The account, or null for the operator at the command line. */
  readonly actorId: string | null;
  /** Name and roles as they were: the entry outlives the account. */
  readonly actorName: string;
  /** A verb of the code: the handler's name, such as `inviteStaff`. */
  readonly action: string;
  /** What it was done to: the path below the API. */
  readonly object: string;
  /** Slug of the district, or null. */
  readonly district: string | null;
  readonly network: string | null;
}

/**
 * What staff did, and tried to do. An act leaves its first line before it begins and its second when it is over, so
 * that nothing can be done without a trace, and an act that was cut off shows as one. Lines are only ever added; they
 * hold no foreign key to the account, so that they outlive it.
 */
@Injectable()
export class AuditLog {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  async record<T>(act: Act, work: () => Promise<T>): Promise<T> {
    const actId = randomUUID();
    await this.write(actId, act, 'started', '');
    if (act.network !== null) {
      await this.dataSource.query(
        'insert into audit_origin (act_id, network_pseudonym, recorded_at) values ($1, $2, clock_timestamp())',
        [actId, this.pseudonyms.of('network', act.network)],
      );
    }
    let result: T;
    try {
      result = await work();
    } catch (error) {
      await this.write(actId, act, 'finished', toRefusal(error).code);
      throw error;
    }
    await this.write(actId, act, 'finished', 'done');
    return result;
  }

  private async write(actId: string, act: Act, phase: 'started' | 'finished', result: string): Promise<void> {
    await this.dataSource.query(
      `insert into audit_entry
         (district_id, act_id, phase, actor_id, actor_name, action, object, result, occurred_at)
       values ((select id from district where slug = $1), $2, $3, $4, $5, $6, $7, $8, clock_timestamp())`,
      [act.district, actId, phase, act.actorId, act.actorName, act.action, act.object, result],
    );
  }
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether what somebody does through this route belongs in the audit log: every write that only staff may make. */
export function isAudited(access: Access | undefined, method: string): boolean {
  return access?.kind === 'requires' && isForStaff(access.permission) && !SAFE_METHODS.has(method);
}

/** Puts every act of staff in the audit log; a new route needs nothing of its own for it. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly log: AuditLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!isAudited(access, request.method)) return next.handle();
    const act = actOf(request, context.getHandler().name);
    return defer(() => this.log.record(act, () => lastValueFrom(next.handle(), { defaultValue: null })));
  }
}

/** Who does what, as the request tells. */
export function actOf(request: Request, action: string): Act {
  const { user } = request;
  const district = request.params['district'];
  const slug = typeof district === 'string' ? district : null;
  const roles = (user?.heldRoles ?? []).filter((held) => held.district === slug).map(({ role }) => role);
  return {
    actorId: user?.id ?? null,
    actorName: `${user?.displayName ?? user?.email ?? ''}${roles.length > 0 ? ` (${roles.join(', ')})` : ''}`,
    action,
    object: `${request.method} ${request.path.replace(/^\/api\/v1/, '')}`,
    district: slug,
    network: networkOf(request.ip),
  };
}
